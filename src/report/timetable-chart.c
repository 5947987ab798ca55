/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/timetable-chart-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Lengths in pixels at scale 1. */
#define NAMES_WIDTH 280
#define STATUS_WIDTH 98
#define HEAD_HEIGHT 42
#define GROUP_HEIGHT 27
#define MARGIN 24

static void
add_line (XcTimetableChart *self, XcTimetableLine line)
{
  line.y = self->height;
  self->height += line.height;
  g_array_append_val (self->lines, line);
}

/* Names are told whole in two lines where that is possible; such rows are higher. */
static double
measure_row (const XcTimetableChart *self, XcPicture *picture, guint index)
{
  const XcTimetableRow *row = &g_array_index (self->timetable->rows, XcTimetableRow, index);
  g_autofree char *title = xc_timetable_dup_row_title (self->timetable, row);
  XcText text = { .words = title,
                  .size = XC_TIMETABLE_BODY * self->scale,
                  .width = self->names_width - self->status_width - 20 * self->scale,
                  .lines = 2 };

  return xc_snap (
      MAX (XC_TIMETABLE_ROW * self->scale, xc_picture_measure (picture, &text).height + 8 * self->scale));
}

static void
fill_lines (XcTimetableChart *self)
{
  const XcTimetable *timetable = self->timetable;
  g_autoptr (XcPicture) picture = xc_picture_new (1, 1);

  for (guint i = 0; i < timetable->groups->len; i++)
    {
      const XcTimetableGroup *group = &g_array_index (timetable->groups, XcTimetableGroup, i);

      add_line (self, (XcTimetableLine){
                          .is_group = TRUE, .group = i, .height = xc_snap (GROUP_HEIGHT * self->scale) });
      for (guint k = 0; k < group->n_rows; k++)
        add_line (self, (XcTimetableLine){ .group = i,
                                           .row = group->first_row + k,
                                           .height = measure_row (self, picture, group->first_row + k) });
    }
}

/**
 * xc_timetable_chart_new:
 * @timetable: the timetable, borrowed as long as the chart lives
 * @scale: units of the pictures in a pixel at usual size: what lengths and type grow by
 * @day_width: units of the pictures in a day, over 0
 *
 * Returns: (transfer full): where everything in the picture is
 */
XcTimetableChart *
xc_timetable_chart_new (const XcTimetable *timetable, double scale, double day_width)
{
  XcTimetableChart *self;

  g_return_val_if_fail (timetable != NULL && scale > 0 && day_width > 0, NULL);
  self = g_new0 (XcTimetableChart, 1);
  self->timetable = timetable;
  self->scale = scale;
  self->day_width = day_width;
  self->names_width = xc_snap (NAMES_WIDTH * scale);
  self->status_width = xc_snap (STATUS_WIDTH * scale);
  self->head_height = xc_snap (HEAD_HEIGHT * scale);
  self->lines = g_array_new (FALSE, TRUE, sizeof (XcTimetableLine));
  fill_lines (self);
  return self;
}

/**
 * xc_timetable_chart_free:
 * @self: (transfer full) (nullable): a chart
 */
void
xc_timetable_chart_free (XcTimetableChart *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->lines);
  g_free (self);
}

double
xc_timetable_chart_get_names_width (const XcTimetableChart *self)
{
  return self->names_width;
}

double
xc_timetable_chart_get_head_height (const XcTimetableChart *self)
{
  return self->head_height;
}

double
xc_timetable_chart_get_body_width (const XcTimetableChart *self)
{
  return ceil (xc_timetable_chart_get_x (self, self->timetable->last + 1));
}

double
xc_timetable_chart_get_body_height (const XcTimetableChart *self)
{
  return self->height;
}

/**
 * xc_timetable_chart_get_x:
 * @self: a chart
 * @day: a day
 *
 * Returns: where @day begins in the body
 */
double
xc_timetable_chart_get_x (const XcTimetableChart *self, XcDay day)
{
  return (day - self->timetable->first) * self->day_width;
}

double
xc_timetable_day_x (const XcTimetablePlace *place, XcDay day)
{
  return xc_snap (place->body + xc_timetable_chart_get_x (place->chart, day));
}

/* How many lines are drawn, with the head that is repeated. */
guint
xc_timetable_count_lines (const XcTimetablePlace *place)
{
  return place->n_lines + (place->head_line >= 0);
}

const XcTimetableLine *
xc_timetable_get_line (const XcTimetablePlace *place, guint index)
{
  guint line = place->first_line + index;

  if (place->head_line >= 0)
    line = index == 0 ? (guint) place->head_line : line - 1;
  return &g_array_index (place->chart->lines, XcTimetableLine, line);
}

/* The lower edge of the last line that is drawn. */
double
xc_timetable_line_bottom (const XcTimetablePlace *place)
{
  double height = 0;

  for (guint i = 0; i < xc_timetable_count_lines (place); i++)
    height += xc_timetable_get_line (place, i)->height;
  return place->top + height;
}

static XcTimetablePlace
make_place (const XcTimetableChart *self, XcPicture *picture)
{
  return (XcTimetablePlace){ .chart = self,
                             .picture = picture,
                             .width = xc_timetable_chart_get_body_width (self),
                             .n_lines = self->lines->len,
                             .head_line = -1 };
}

static XcPicture *
create_picture (const XcTimetableChart *self, double width, double height)
{
  XcPicture *picture = xc_picture_new (MAX (width, 1), MAX (height, 1));
  g_autofree char *title = xc_timetable_dup_title (self->timetable);

  xc_picture_set_title (picture, title);
  return picture;
}

/**
 * xc_timetable_chart_lay_out_head:
 * @self: a chart
 *
 * Returns: (transfer full): years, months and weeks, as wide as the body
 */
XcPicture *
xc_timetable_chart_lay_out_head (const XcTimetableChart *self)
{
  XcPicture *picture = create_picture (self, xc_timetable_chart_get_body_width (self), self->head_height);
  XcTimetablePlace place = make_place (self, picture);

  xc_timetable_add_head (&place, 0);
  return picture;
}

/**
 * xc_timetable_chart_lay_out_names:
 * @self: a chart
 *
 * Returns: (transfer full): teams and organizations, as high as the body
 */
XcPicture *
xc_timetable_chart_lay_out_names (const XcTimetableChart *self)
{
  XcPicture *picture = create_picture (self, self->names_width, self->height);
  XcTimetablePlace place = make_place (self, picture);

  xc_timetable_add_names (&place);
  return picture;
}

/**
 * xc_timetable_chart_lay_out_body:
 * @self: a chart
 *
 * Returns: (transfer full): the bars, with their marks
 */
XcPicture *
xc_timetable_chart_lay_out_body (const XcTimetableChart *self)
{
  XcPicture *picture = create_picture (self, xc_timetable_chart_get_body_width (self), self->height);
  XcTimetablePlace place = make_place (self, picture);

  xc_timetable_add_body (&place);
  return picture;
}

/**
 * xc_timetable_chart_lay_out_legend:
 * @self: a chart
 * @width: that there is
 *
 * Returns: (transfer full): how bars and lines look, as high as that takes
 */
XcPicture *
xc_timetable_chart_lay_out_legend (const XcTimetableChart *self, double width)
{
  g_autoptr (XcPicture) measure = xc_picture_new (MAX (width, 1), 1);
  double height = xc_timetable_add_legend (self, measure, (XcBox){ 0, 0, width, 1 });
  XcPicture *picture = create_picture (self, width, height);

  xc_timetable_add_legend (self, picture, (XcBox){ 0, 0, width, height });
  return picture;
}

/* ---- all together ---- */

/* Adds the title with the day of the figures at the right; returns what it takes. */
double
xc_timetable_add_title (const XcTimetableChart *chart, XcPicture *picture, XcBox box)
{
  g_autofree char *title = xc_timetable_dup_title (chart->timetable);
  g_autofree char *as_of = xc_timetable_dup_as_of (chart->timetable);
  double size = XC_TIMETABLE_TITLE * chart->scale;
  XcText day = { .words = as_of,
                 .size = XC_TIMETABLE_BODY * chart->scale,
                 .ink = XC_INK_MUTED,
                 .align = 1,
                 .x = box.x + box.width,
                 .y = box.y + (size - XC_TIMETABLE_BODY * chart->scale) * XC_LINE_ASCENT,
                 .width = box.width / 3 };
  const XcLabel *right = xc_picture_add_text (picture, &day);
  XcText text = { .words = title,
                  .size = size,
                  .bold = TRUE,
                  .ink = XC_INK_TEXT,
                  .x = box.x,
                  .y = box.y,
                  .width = box.width - right->box.width - 20 * chart->scale };

  xc_picture_add_text (picture, &text);
  return xc_snap (size * XC_LINE_PITCH + 6 * chart->scale);
}

static void
add_nothing (const XcTimetablePlace *place)
{
  double scale = place->chart->scale, size = XC_TIMETABLE_BODY * scale;
  XcBox box = { place->left, place->top + size, place->body - place->left + place->width, 2 * size };
  const char *words = _ ("This round has no stages, teams or inspections yet.");

  xc_picture_begin_panel (place->picture, box);
  xc_picture_add_text (place->picture, &(XcText){ .words = words,
                                                  .size = size,
                                                  .ink = XC_INK_MUTED,
                                                  .align = 0.5,
                                                  .x = box.x + box.width / 2,
                                                  .y = box.y,
                                                  .width = box.width });
  xc_picture_add_mark (place->picture, XC_TIMETABLE_MARK_GROUP, 0, box, g_strdup (words));
}

/* The lines of @place with the head over them. */
void
xc_timetable_add_lines (XcTimetablePlace *place, double y)
{
  xc_timetable_add_head (place, y);
  place->top = y + place->chart->head_height;
  xc_timetable_add_names (place);
  xc_timetable_add_body (place);
  if (place->n_lines == 0)
    add_nothing (place);
}

/**
 * xc_timetable_chart_lay_out:
 * @timetable: the timetable
 * @width: of the picture; its height follows from the rows
 * @marking: (nullable): the marking line of the office
 *
 * Returns: (transfer full): the whole of it, with title and legend
 */
XcPicture *
xc_timetable_chart_lay_out (const XcTimetable *timetable, double width, const char *marking)
{
  double inner = MAX (width - 2 * MARGIN, NAMES_WIDTH + 100), days = timetable->last - timetable->first + 1;
  g_autoptr (XcTimetableChart) chart = xc_timetable_chart_new (timetable, 1, (inner - NAMES_WIDTH) / days);
  g_autoptr (XcPicture) measure = xc_picture_new (inner, 1);
  double legend = xc_timetable_add_legend (chart, measure, (XcBox){ 0, 0, inner, 1 });
  double title = xc_timetable_add_title (chart, measure, (XcBox){ 0, 0, inner, 1 });
  double foot = marking != NULL ? xc_snap (XC_TIMETABLE_SMALL * XC_LINE_PITCH) : 0;
  double top = MARGIN + title + legend + 8;
  double height = top + chart->head_height + MAX (chart->height, 60) + 10 + foot + MARGIN;
  XcPicture *picture = create_picture (chart, inner + 2 * MARGIN, height);
  XcTimetablePlace place = make_place (chart, picture);

  xc_timetable_add_title (chart, picture, (XcBox){ MARGIN, MARGIN, inner, title });
  xc_timetable_add_legend (chart, picture, (XcBox){ MARGIN, MARGIN + title, inner, legend });
  place.left = MARGIN;
  place.body = MARGIN + chart->names_width;
  xc_timetable_add_lines (&place, top);
  if (marking != NULL)
    xc_picture_add_text (picture, &(XcText){ .words = marking,
                                             .size = XC_TIMETABLE_SMALL,
                                             .bold = TRUE,
                                             .ink = XC_INK_MUTED,
                                             .x = MARGIN,
                                             .y = height - MARGIN - foot,
                                             .width = inner });
  return picture;
}
