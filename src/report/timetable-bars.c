/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of the timetable: names at the left, the plan as outlines over the bars of what was done. */
#include "report/timetable-chart-private.h"

#include <glib/gi18n-lib.h>

/* Lengths in pixels at scale 1, from the upper edge of a row of usual height. */
#define OUTLINE_TOP 2
#define OUTLINE_HEIGHT 18
#define BAR_HEIGHT 12
#define LATE_TOP 23

/* ---- pieces, which the legend shows too ---- */

/* One phase, in a box of the height of a bar. */
void
xc_timetable_add_bar (const XcTimetableChart *chart, XcPicture *picture, XcPhase phase, XcBox box)
{
  double scale = chart->scale, pen = xc_picture_pen (1.2, scale);
  double thin = MAX (xc_snap (4 * scale), 1);
  XcBox part = box;

  switch (phase)
    {
    case XC_PHASE_NOTICE:
      part.y = xc_snap (box.y + (box.height - thin) / 2);
      part.height = thin;
      xc_picture_add_box (picture, part, XC_INK_COVERED, XC_STYLE_FILL, 0);
      return;
    case XC_PHASE_ON_SITE:
      xc_picture_add_box (picture, box, XC_INK_COVERED, XC_STYLE_FILL, 0);
      return;
    case XC_PHASE_REPORT:
      xc_picture_add_box (picture, box, XC_INK_COVERED, XC_STYLE_HATCH, pen);
      return;
    case XC_PHASE_FEEDBACK:
      xc_picture_add_box (picture, box, XC_INK_COVERED, XC_STYLE_DOTS, xc_picture_pen (1.5, scale));
      return;
    case XC_PHASE_PLAN:
      part.y = box.y + box.height - thin;
      part.height = thin;
      xc_picture_add_box (picture, part, XC_INK_TEXT, XC_STYLE_FILL, 0);
      return;
    case XC_PHASE_RECTIFICATION:
      xc_picture_add_box (picture, box, XC_INK_FORECAST_AREA, XC_STYLE_FILL, 0);
      xc_picture_add_box (picture, box, XC_INK_COVERED, XC_STYLE_LINE, pen);
      return;
    default:
      g_return_if_reached ();
    }
}

/* What was planned. */
void
xc_timetable_add_outline (const XcTimetableChart *chart, XcPicture *picture, XcBox box)
{
  xc_picture_add_box (picture, box, XC_INK_RULE, XC_STYLE_LINE, xc_picture_pen (1.2, chart->scale));
}

/* A line over the days that something is late, and how many, where there is room. */
void
xc_timetable_add_late (const XcTimetableChart *chart, XcPicture *picture, double from, double to, double y,
                       gboolean is_overdue, int days)
{
  double scale = chart->scale, pen = MAX (xc_snap (3 * scale), 1);
  /* translators: days late, behind a line; overdue ones wait for somebody */
  g_autofree char *words =
      g_strdup_printf (is_overdue ? C_ ("days overdue", "+%d!") : C_ ("days late", "+%d"), days);
  XcText text = { .words = words,
                  .size = (XC_TIMETABLE_SMALL - 1.5) * scale,
                  .bold = TRUE,
                  .ink = XC_INK_ALARM,
                  .x = to + 3 * scale };

  text.y = y - text.size * XC_LINE_HEIGHT / 2;
  xc_picture_add_box (picture, (XcBox){ from, y - xc_snap (pen / 2), MAX (to - from, pen), pen },
                      XC_INK_ALARM, XC_STYLE_FILL, 0);
  if (xc_picture_try_text (picture, &text, 0) == NULL)
    {
      /* Something ends there, or it is the line of today. */
      text.x += 6 * scale;
      xc_picture_try_text (picture, &text, 0);
    }
}

/* ---- where ---- */

/* The days of a phase begin after the day of the milestone before it, which is the last of the phase before; the
 * time on site and the notice begin with their own days. */
static XcBox
make_span (const XcTimetablePlace *place, XcPhase phase, XcDay from, XcDay to, gboolean is_open)
{
  double left, right;

  if (phase > XC_PHASE_ON_SITE && to > from)
    from++;
  left = xc_timetable_day_x (place, from);
  right = xc_timetable_day_x (place, phase == XC_PHASE_NOTICE && !is_open && to > from ? to : to + 1);
  return (XcBox){ left, 0, MAX (right - left, xc_picture_pen (2, place->chart->scale)), 0 };
}

/* Where a row of usual height would begin in the middle of @box. */
static double
get_row_top (const XcTimetablePlace *place, XcBox box)
{
  return box.y + xc_snap ((box.height - XC_TIMETABLE_ROW * place->chart->scale) / 2);
}

static double
get_row_middle (const XcTimetablePlace *place, XcBox box)
{
  return get_row_top (place, box) + xc_snap ((OUTLINE_TOP + OUTLINE_HEIGHT / 2.0) * place->chart->scale);
}

static void
set_height (XcBox *box, double middle, double height, double scale)
{
  double half = xc_snap (height * scale / 2);

  box->y = middle - half;
  box->height = 2 * half;
}

/* ---- one inspection ---- */

/* The plan lies in the rectification, and so does the day by which it is due. */
static void
add_plan_due (const XcTimetablePlace *place, const XcPhaseDays *days, double middle)
{
  double scale = place->chart->scale, x;

  if (!xc_day_is_set (days->planned_to))
    return;
  x = xc_timetable_day_x (place, days->planned_to + 1);
  xc_picture_add_rule (place->picture, (XcPoint){ x, middle },
                       (XcPoint){ x, middle + xc_snap (OUTLINE_HEIGHT * scale / 2) }, XC_INK_RULE,
                       XC_STYLE_LINE, xc_picture_pen (1.2, scale));
}

/* Behind the plan, which lies in the bar as well. */
static void
add_bar_words (const XcTimetablePlace *place, const XcTimetableRow *row, XcPhase phase, XcBox bar)
{
  const XcPhaseDays *days = &row->phases[phase], *plan = &row->phases[XC_PHASE_PLAN];
  double scale = place->chart->scale;
  int n_days = days->actual_to - days->actual_from + 1;
  g_autofree char *words = NULL;
  XcText text = { .size = (XC_TIMETABLE_SMALL - 1.5) * scale, .x = bar.x + 5 * scale };

  if (phase != XC_PHASE_ON_SITE && phase != XC_PHASE_RECTIFICATION)
    return;
  if (phase == XC_PHASE_RECTIFICATION && xc_day_is_set (plan->actual_to))
    {
      double from = CLAMP (xc_timetable_day_x (place, plan->actual_to + 1), bar.x, bar.x + bar.width);
      text.x += from - bar.x;
      bar.width -= from - bar.x;
    }
  words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                        /* translators: %1$s is what is done, %2$d for how many days */
                                        "%1$s, %2$d day", "%1$s, %2$d days", n_days),
                           xc_phase_title (phase), n_days);
  text.words = words;
  text.ink = phase == XC_PHASE_ON_SITE ? XC_INK_PAPER : XC_INK_TEXT;
  text.y = bar.y + (bar.height - text.size * XC_LINE_HEIGHT) / 2;
  if (xc_picture_measure (place->picture, &text).width > bar.width - 10 * scale)
    {
      g_free (words);
      words = g_strdup_printf ("%d", n_days);
    }
  text.words = words;
  if (xc_picture_measure (place->picture, &text).width <= bar.width - 10 * scale)
    xc_picture_add_text (place->picture, &text);
}

static void
add_reversed (const XcTimetablePlace *place, XcBox box)
{
  double scale = place->chart->scale;
  XcText text = { .words = "?",
                  .size = XC_TIMETABLE_SMALL * scale,
                  .bold = TRUE,
                  .ink = XC_INK_ALARM,
                  .align = 0.5,
                  .x = box.x + box.width / 2,
                  .y = box.y };

  xc_picture_add_box (place->picture, box, XC_INK_ALARM, XC_STYLE_DASHES, xc_picture_pen (1.5, scale));
  xc_picture_add_text (place->picture, &text);
}

static void
add_phase (const XcTimetablePlace *place, const XcTimetableRow *row, guint index, XcPhase phase,
           double middle)
{
  const XcTimetableChart *chart = place->chart;
  const XcPhaseDays *days = &row->phases[phase];
  XcBox outline, bar;

  if (phase == XC_PHASE_PLAN)
    add_plan_due (place, days, middle);
  else if (xc_day_is_set (days->planned_from))
    {
      outline = make_span (place, phase, days->planned_from, days->planned_to, FALSE);
      set_height (&outline, middle, OUTLINE_HEIGHT, chart->scale);
      xc_timetable_add_outline (chart, place->picture, outline);
    }
  if (xc_day_is_set (days->actual_from))
    {
      bar = make_span (place, phase, days->actual_from, days->actual_to, days->is_open);
      set_height (&bar, middle, BAR_HEIGHT, chart->scale);
      if (days->is_reversed)
        add_reversed (place, bar);
      else
        {
          xc_timetable_add_bar (chart, place->picture, phase, bar);
          add_bar_words (place, row, phase, bar);
        }
    }
  else if (xc_day_is_set (days->planned_from))
    bar = make_span (place, phase, days->planned_from, days->planned_to, FALSE);
  else
    return;
  /* The lower half belongs to the plan where it lies over the rectification. */
  set_height (&bar, middle, OUTLINE_HEIGHT, chart->scale);
  if (phase == XC_PHASE_PLAN)
    {
      bar.y += bar.height / 2;
      bar.height /= 2;
    }
  xc_picture_add_mark (place->picture, phase, index, bar,
                       xc_timetable_dup_phase_words (chart->timetable, row, phase));
}

static void
add_lateness (const XcTimetablePlace *place, const XcTimetableRow *row, double y)
{
  const XcTimetableChart *chart = place->chart;
  double at = y + xc_snap ((LATE_TOP + 2) * chart->scale);

  /* First where the lines are, which no figure may lie on. */
  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < XC_N_MILESTONES; i++)
      {
        const XcMilestoneDays *days = &row->milestones[i];
        gboolean is_overdue = days->state == XC_MILESTONE_STATE_OVERDUE;
        double from, to;

        if (!is_overdue && days->state != XC_MILESTONE_STATE_LATE)
          continue;
        from = xc_timetable_day_x (place, days->planned + 1);
        to = xc_timetable_day_x (place, days->planned + days->late_days + 1);
        if (pass == 0)
          xc_picture_avoid_line (place->picture, (XcPoint[]){ { from, at }, { to, at } }, 2);
        else
          xc_timetable_add_late (chart, place->picture, from, to, at, is_overdue, days->late_days);
      }
}

static void
add_inspection (const XcTimetablePlace *place, const XcTimetableRow *row, guint index, XcBox box)
{
  double middle = get_row_middle (place, box);

  xc_picture_add_mark (place->picture, XC_TIMETABLE_MARK_ROW, index, box,
                       xc_timetable_dup_row_words (place->chart->timetable, row));
  /* The plan last: it lies over the rectification. */
  for (guint i = 0; i < XC_N_PHASES; i++)
    if (i != XC_PHASE_PLAN)
      add_phase (place, row, index, (XcPhase) i, middle);
  add_phase (place, row, index, XC_PHASE_PLAN, middle);
  add_lateness (place, row, get_row_top (place, box));
}

static void
add_stage (const XcTimetablePlace *place, const XcTimetableRow *row, guint index, XcBox box)
{
  const XcTimetableChart *chart = place->chart;
  const XcPhaseDays *days = &row->phases[0];
  double middle = get_row_middle (place, box);
  XcBox bar;

  xc_picture_add_mark (place->picture, XC_TIMETABLE_MARK_STAGE, index, box,
                       xc_timetable_dup_stage_words (chart->timetable, row));
  if (xc_day_is_set (days->planned_from))
    {
      bar = make_span (place, XC_PHASE_ON_SITE, days->planned_from, days->planned_to, FALSE);
      set_height (&bar, middle, OUTLINE_HEIGHT, chart->scale);
      xc_timetable_add_outline (chart, place->picture, bar);
    }
  if (!xc_day_is_set (days->actual_from))
    return;
  bar = make_span (place, XC_PHASE_ON_SITE, days->actual_from, days->actual_to, FALSE);
  set_height (&bar, middle, BAR_HEIGHT, chart->scale);
  if (days->is_reversed)
    add_reversed (place, bar);
  else
    xc_picture_add_box (place->picture, bar, XC_INK_RULE, XC_STYLE_FILL, 0);
}

/* ---- all rows ---- */

/* The band behind the name of a team, and a line under each row. */
static void
add_ground (const XcTimetablePlace *place, const XcTimetableLine *line, double left, double right, double y)
{
  XcBox band = { left, y, right - left, line->height };

  if (line->is_group)
    xc_picture_add_box (place->picture, band, XC_INK_GRID, XC_STYLE_FILL, 0);
  else
    xc_picture_add_rule (place->picture, (XcPoint){ left, y + line->height - 1 },
                         (XcPoint){ right, y + line->height - 1 }, XC_INK_GRID, XC_STYLE_LINE, 1);
}

void
xc_timetable_add_body (const XcTimetablePlace *place)
{
  const XcTimetable *timetable = place->chart->timetable;
  double y = place->top, bottom = xc_timetable_line_bottom (place);
  double today = xc_timetable_day_x (place, timetable->as_of);
  XcPoint line_of_today[] = { { today, place->top }, { today, bottom } };
  gboolean has_today =
      timetable->as_of >= timetable->first && timetable->as_of <= timetable->last && bottom > place->top;

  xc_picture_begin_panel (place->picture,
                          (XcBox){ place->body, place->top, place->width, bottom - place->top });
  for (guint i = 0; i < xc_timetable_count_lines (place); y += xc_timetable_get_line (place, i++)->height)
    add_ground (place, xc_timetable_get_line (place, i), place->body, place->body + place->width, y);
  xc_timetable_add_grid (place);
  if (has_today)
    xc_picture_avoid_line (place->picture, line_of_today, 2);
  y = place->top;
  for (guint i = 0; i < xc_timetable_count_lines (place); y += xc_timetable_get_line (place, i++)->height)
    {
      const XcTimetableLine *line = xc_timetable_get_line (place, i);
      XcBox box = { place->body, y, place->width, line->height };

      if (line->is_group)
        xc_picture_add_mark (
            place->picture, XC_TIMETABLE_MARK_GROUP, line->group, box,
            xc_timetable_dup_group_words (timetable,
                                          &g_array_index (timetable->groups, XcTimetableGroup, line->group)));
      else
        {
          const XcTimetableRow *row = &g_array_index (timetable->rows, XcTimetableRow, line->row);
          (row->stage >= 0 ? add_stage : add_inspection) (place, row, line->row, box);
        }
    }
  if (has_today)
    xc_picture_add_rule (place->picture, line_of_today[0], line_of_today[1], XC_INK_OWED, XC_STYLE_DASHES,
                         xc_picture_pen (1.5, place->chart->scale));
}

static void
add_group_name (const XcTimetablePlace *place, const XcTimetableLine *line, double y, gboolean is_continued)
{
  const XcTimetableChart *chart = place->chart;
  const XcTimetableGroup *group = &g_array_index (chart->timetable->groups, XcTimetableGroup, line->group);
  double scale = chart->scale, right = place->left + chart->names_width - 6 * scale;
  g_autofree char *title = xc_timetable_dup_group_title (chart->timetable, group);
  /* translators: the title of a team whose rows began on the page before */
  g_autofree char *again = g_strdup_printf (_ ("%s (continued)"), title);
  XcText text = { .words = is_continued ? again : title,
                  .size = XC_TIMETABLE_BODY * scale,
                  .bold = TRUE,
                  .ink = XC_INK_TEXT,
                  .x = place->left + 8 * scale,
                  .width = right - place->left - 8 * scale };
  const XcLabel *label;
  const char *leader =
      group->team >= 0 ? g_array_index (chart->timetable->input->teams, XcTimetableTeam, group->team).leader
                       : NULL;

  text.y = y + xc_snap ((line->height - text.size * XC_LINE_HEIGHT) / 2);
  label = xc_picture_add_text (place->picture, &text);
  text.words = leader;
  text.bold = FALSE;
  text.ink = XC_INK_MUTED;
  text.align = 1;
  text.width = right - label->box.x - label->box.width - 10 * scale;
  text.x = right;
  if (leader != NULL && text.width > text.size * 2)
    xc_picture_add_text (place->picture, &text);
}

static void
add_row_name (const XcTimetablePlace *place, const XcTimetableLine *line, double y)
{
  const XcTimetableChart *chart = place->chart;
  const XcTimetableRow *row = &g_array_index (chart->timetable->rows, XcTimetableRow, line->row);
  double scale = chart->scale, right = place->left + chart->names_width - 6 * scale;
  gboolean is_alarm;
  g_autofree char *title = xc_timetable_dup_row_title (chart->timetable, row);
  g_autofree char *status = xc_timetable_dup_status (chart->timetable, row, &is_alarm);
  XcText text = { .words = title,
                  .size = XC_TIMETABLE_BODY * scale,
                  .ink = XC_INK_TEXT,
                  .x = place->left + 16 * scale,
                  .width = chart->names_width - chart->status_width - 20 * scale,
                  .lines = 2 };

  text.y = y + xc_snap ((line->height - xc_picture_measure (place->picture, &text).height) / 2);
  xc_picture_add_text (place->picture, &text);
  text.words = status;
  text.size = XC_TIMETABLE_SMALL * scale;
  text.lines = 1;
  text.bold = is_alarm;
  text.ink = is_alarm ? XC_INK_ALARM : XC_INK_MUTED;
  text.align = 1;
  text.x = right;
  text.width = chart->status_width - 6 * scale;
  text.y = y + xc_snap ((line->height - text.size * XC_LINE_HEIGHT) / 2);
  if (*status != '\0')
    xc_picture_add_text (place->picture, &text);
}

void
xc_timetable_add_names (const XcTimetablePlace *place)
{
  double y = place->top, right = place->left + place->chart->names_width,
         bottom = xc_timetable_line_bottom (place);

  xc_picture_begin_panel (place->picture,
                          (XcBox){ place->left, place->top, right - place->left, bottom - place->top });
  for (guint i = 0; i < xc_timetable_count_lines (place); y += xc_timetable_get_line (place, i++)->height)
    {
      const XcTimetableLine *line = xc_timetable_get_line (place, i);

      add_ground (place, line, place->left, right, y);
      if (line->is_group)
        add_group_name (place, line, y, place->head_line >= 0 && i == 0);
      else
        add_row_name (place, line, y);
    }
  xc_picture_add_rule (place->picture, (XcPoint){ right - 1, place->top }, (XcPoint){ right - 1, bottom },
                       XC_INK_RULE, XC_STYLE_LINE, 1);
}
