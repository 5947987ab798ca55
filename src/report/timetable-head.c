/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The head of the timetable, the lines that go down from it, and the line of today. */
#include "report/timetable-chart-private.h"

#include <glib/gi18n-lib.h>

static double
measure_unit (const XcTimetablePlace *place, XcTimetableUnit unit)
{
  static const double days[] = {
    [XC_TIMETABLE_WEEKS] = 7, [XC_TIMETABLE_MONTHS] = 28, [XC_TIMETABLE_YEARS] = 365
  };

  return days[unit] * place->chart->day_width;
}

/* The finest unit of which each is at least @least wide. */
static XcTimetableUnit
choose_unit (const XcTimetablePlace *place, double least)
{
  if (measure_unit (place, XC_TIMETABLE_WEEKS) >= least * place->chart->scale)
    return XC_TIMETABLE_WEEKS;
  return measure_unit (place, XC_TIMETABLE_MONTHS) >= least * place->chart->scale ? XC_TIMETABLE_MONTHS
                                                                                  : XC_TIMETABLE_YEARS;
}

static char *
dup_unit_title (XcTimetableUnit unit, XcDay day, gboolean is_short)
{
  int year, month, day_of_month;

  xc_day_get (day, &year, &month, &day_of_month);
  switch (unit)
    {
    case XC_TIMETABLE_WEEKS:
      return g_strdup_printf ("%d", day_of_month);
    case XC_TIMETABLE_MONTHS:
      if (is_short)
        /* translators: a month, by its number, under the year that it is in */
        return g_strdup_printf (C_ ("head of a timetable", "%d"), month);
      /* translators: %1$d is a year, %2$d a month of it */
      return g_strdup_printf (C_ ("head of a timetable", "%1$d-%2$02d"), year, month);
    case XC_TIMETABLE_YEARS:
      /* translators: a year */
      return g_strdup_printf (C_ ("year", "%d"), year);
    default:
      g_return_val_if_reached (NULL);
    }
}

/* One strip of the head: the titles of the units that have room, a line between two of them. */
static void
add_strip (const XcTimetablePlace *place, XcTimetableUnit unit, XcBox box, gboolean is_short)
{
  const XcTimetable *timetable = place->chart->timetable;
  double scale = place->chart->scale;

  for (XcDay from = timetable->first, next; from <= timetable->last; from = next)
    {
      double left = xc_timetable_day_x (place, from), right;
      g_autofree char *title = dup_unit_title (unit, from, is_short);
      XcText text = { .words = title,
                      .size =
                          (unit == XC_TIMETABLE_WEEKS ? XC_TIMETABLE_SMALL - 1 : XC_TIMETABLE_SMALL) * scale,
                      .bold = !is_short && unit != XC_TIMETABLE_WEEKS,
                      .ink = unit == XC_TIMETABLE_WEEKS ? XC_INK_MUTED : XC_INK_TEXT,
                      .x = left + 4 * scale,
                      .y = box.y + 3 * scale };

      next = xc_timetable_next_unit (unit, from);
      right = xc_timetable_day_x (place, MIN (next, timetable->last + 1));
      if (from > timetable->first)
        xc_picture_add_rule (place->picture, (XcPoint){ left, box.y }, (XcPoint){ left, box.y + box.height },
                             XC_INK_RULE, XC_STYLE_LINE, 1);
      /* A week that a month begins in the middle of is not titled by that day. */
      if (unit == XC_TIMETABLE_WEEKS && from != xc_timetable_begin_unit (unit, from))
        continue;
      if (text.x + xc_picture_measure (place->picture, &text).width <= right - 1)
        xc_picture_try_text (place->picture, &text, 4 * scale);
    }
}

/* Where the line of today through the rows comes from. */
static void
add_today (const XcTimetablePlace *place, double y)
{
  const XcTimetableChart *chart = place->chart;
  double scale = chart->scale, x = xc_timetable_day_x (place, chart->timetable->as_of);
  g_autofree char *day = xc_day_format (chart->timetable->as_of);
  XcText text = { .words = chart->timetable->input->is_over ? day : C_ ("timetable", "Today"),
                  .size = (XC_TIMETABLE_SMALL - 1) * scale,
                  .bold = TRUE,
                  .ink = XC_INK_PAPER,
                  .align = 0.5 };
  XcBox box;

  if (chart->timetable->as_of < chart->timetable->first || chart->timetable->as_of > chart->timetable->last)
    return;
  box = xc_picture_measure (place->picture, &text);
  box.width = xc_snap (box.width + 8 * scale);
  box.height = xc_snap (box.height + 2 * scale);
  box.x = CLAMP (xc_snap (x - box.width / 2), place->body,
                 MAX (place->body, place->body + place->width - box.width));
  box.y = y + chart->head_height - box.height - 1;
  xc_picture_add_box (place->picture, box, XC_INK_OWED, XC_STYLE_FILL, 0);
  text.x = box.x + box.width / 2;
  text.y = box.y + scale;
  xc_picture_add_text (place->picture, &text);
}

/* Years over months, or months over weeks, as there is room. */
void
xc_timetable_add_head (const XcTimetablePlace *place, double y)
{
  const XcTimetableChart *chart = place->chart;
  double strip = xc_snap (chart->head_height / 2), bottom = y + chart->head_height;
  XcBox upper = { place->body, y, place->width, strip };
  XcBox lower = { place->body, y + strip, place->width, chart->head_height - strip };
  gboolean with_weeks = measure_unit (place, XC_TIMETABLE_WEEKS) >= 20 * chart->scale;

  xc_picture_begin_panel (place->picture, (XcBox){ place->left, y, place->body - place->left + place->width,
                                                   chart->head_height });
  add_today (place, y);
  if (with_weeks)
    {
      add_strip (place, XC_TIMETABLE_MONTHS, upper, FALSE);
      add_strip (place, XC_TIMETABLE_WEEKS, lower, FALSE);
    }
  else
    {
      add_strip (place, XC_TIMETABLE_YEARS, upper, FALSE);
      if (measure_unit (place, XC_TIMETABLE_MONTHS) >= 19 * chart->scale)
        add_strip (place, XC_TIMETABLE_MONTHS, lower, TRUE);
    }
  xc_picture_add_rule (place->picture, (XcPoint){ place->left, bottom - 1 },
                       (XcPoint){ place->body + place->width, bottom - 1 }, XC_INK_RULE, XC_STYLE_LINE, 1);
}

/* Behind the bars: where units begin. */
void
xc_timetable_add_grid (const XcTimetablePlace *place)
{
  const XcTimetable *timetable = place->chart->timetable;
  XcTimetableUnit unit = choose_unit (place, 28);
  XcTimetableUnit larger = unit == XC_TIMETABLE_WEEKS ? XC_TIMETABLE_MONTHS : XC_TIMETABLE_YEARS;
  double bottom = xc_timetable_line_bottom (place);

  for (int pass = 0; pass < 2; pass++)
    for (XcDay day = timetable->first; day <= timetable->last;
         day = xc_timetable_next_unit (pass == 0 ? unit : larger, day))
      {
        double x = xc_timetable_day_x (place, day);

        if (day > timetable->first)
          xc_picture_add_rule (place->picture, (XcPoint){ x, place->top }, (XcPoint){ x, bottom },
                               pass == 0 ? XC_INK_GRID : XC_INK_RULE, XC_STYLE_LINE, 1);
      }
}
