/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the bars and lines of the timetable look, in words: one item after the other, wrapped to the width. */
#include "report/timetable-chart-private.h"

#include <glib/gi18n-lib.h>

/* Lengths in pixels at scale 1. */
#define SAMPLE_WIDTH 30
#define ITEM_GAP 18
#define LINE_HEIGHT 22

typedef enum
{
  ITEM_PHASE, /* as many as there are phases */
  ITEM_PLANNED = XC_N_PHASES,
  ITEM_LATE,
  ITEM_OVERDUE,
  ITEM_TODAY,
  N_ITEMS,
} Item;

static const char *
get_title (int item)
{
  if (item < XC_N_PHASES)
    return xc_phase_title ((XcPhase) item);
  switch (item)
    {
    case ITEM_PLANNED:
      return C_ ("timetable", "Planned");
    case ITEM_LATE:
      return C_ ("timetable", "Late, by days");
    case ITEM_OVERDUE:
      return C_ ("timetable", "Overdue, by days");
    case ITEM_TODAY:
      return C_ ("timetable", "Today");
    default:
      g_return_val_if_reached ("");
    }
}

static void
add_sample (const XcTimetableChart *chart, XcPicture *picture, int item, XcBox box)
{
  double scale = chart->scale, middle = xc_snap (box.y + box.height / 2);

  if (item < XC_N_PHASES)
    xc_timetable_add_bar (chart, picture, (XcPhase) item, box);
  else if (item == ITEM_PLANNED)
    xc_timetable_add_outline (chart, picture, box);
  else if (item == ITEM_LATE || item == ITEM_OVERDUE)
    xc_timetable_add_late (chart, picture, box.x, box.x + box.width * 0.3, middle, item == ITEM_OVERDUE, 5);
  else
    xc_picture_add_rule (picture, (XcPoint){ box.x + box.width / 2, box.y },
                         (XcPoint){ box.x + box.width / 2, box.y + box.height }, XC_INK_OWED, XC_STYLE_DASHES,
                         xc_picture_pen (1.5, scale));
}

/* Adds the legend at the top of @box; returns how high it is. */
double
xc_timetable_add_legend (const XcTimetableChart *chart, XcPicture *picture, XcBox box)
{
  double scale = chart->scale, x = box.x, y = box.y, line = xc_snap (LINE_HEIGHT * scale);

  xc_picture_begin_panel (picture, box);
  for (int item = 0; item < N_ITEMS; item++)
    {
      XcText text = { .words = get_title (item), .size = XC_TIMETABLE_SMALL * scale, .ink = XC_INK_TEXT };
      double sample = xc_snap (SAMPLE_WIDTH * scale), gap = xc_snap (6 * scale);
      double width = sample + gap + xc_picture_measure (picture, &text).width;

      if (x > box.x && x + width > box.x + box.width)
        {
          x = box.x;
          y += line;
        }
      add_sample (chart, picture, item,
                  (XcBox){ xc_snap (x), y + xc_snap (4 * scale), sample, xc_snap (14 * scale) });
      text.x = x + sample + gap;
      text.y = y + xc_snap (4 * scale);
      text.width = MAX (1, box.x + box.width - text.x);
      xc_picture_add_text (picture, &text);
      x += width + ITEM_GAP * scale;
    }
  return y + line - box.y;
}
