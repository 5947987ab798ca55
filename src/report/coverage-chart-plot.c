/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/coverage-chart-plot.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Lengths in pixels of a 1280 × 800 screen. */
#define SPAN_HEIGHT 7
#define SPAN_GAP 5

/* Where a day begins. */
double
xc_chart_plot_x (const XcChartPlot *plot, XcDay day)
{
  double share = (double) (CLAMP (day, plot->from, plot->to) - plot->from) / (plot->to - plot->from);

  return plot->box.x + share * plot->box.width;
}

double
xc_chart_plot_y (const XcChartPlot *plot, double count)
{
  double floor = plot->box.y + plot->box.height;

  return floor - (floor - plot->top) * count / plot->most;
}

/* The corners of a line of steps over some days, both of which it reaches. */
GArray *
xc_chart_plot_steps (const XcChartPlot *plot, const XcChartStep *steps, gsize n_steps, XcDay from,
                     XcDay until)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (XcPoint));
  XcPoint point = { xc_chart_plot_x (plot, from),
                    xc_chart_plot_y (plot, xc_chart_count_at (steps, n_steps, from)) };

  g_array_append_val (points, point);
  for (gsize i = 0; i < n_steps && steps[i].day <= until; i++)
    {
      double y = xc_chart_plot_y (plot, steps[i].count);
      if (steps[i].day <= from || y == point.y)
        continue;
      point.x = xc_chart_plot_x (plot, steps[i].day);
      g_array_append_val (points, point);
      point.y = y;
      g_array_append_val (points, point);
    }
  point.x = xc_chart_plot_x (plot, until);
  g_array_append_val (points, point);
  return points;
}

/* ---- the axis of organizations ---- */

/* Whole, round numbers, four to eight of them up to the most. */
static guint
get_tick (guint most)
{
  guint power = 1;

  while (most / power >= 40)
    power *= 10;
  if (most / power >= 16)
    return 5 * power;
  if (most / power >= 8)
    return 2 * power;
  return power;
}

static guint
get_ticks (guint most)
{
  guint tick = get_tick (most);

  return most / tick > 5 ? 2 * tick : tick;
}

double
xc_chart_measure_scale (XcChartLayout *layout, guint most)
{
  g_autofree char *widest = g_strdup_printf ("%u", most);
  XcText text = { .words = widest, .size = XC_CHART_SMALL * layout->scale };

  return xc_picture_measure (layout->picture, &text).width + 10 * layout->scale;
}

void
xc_chart_add_scale (XcChartLayout *layout, const XcChartPlot *plot)
{
  guint tick = get_ticks (plot->most);
  double right = plot->box.x + plot->box.width, size = XC_CHART_SMALL * layout->scale;

  for (guint count = 0; count <= plot->most; count += tick)
    {
      double y = xc_chart_plot_y (plot, count);
      g_autofree char *words = g_strdup_printf ("%u", count);
      XcText text = { .words = words,
                      .size = size,
                      .ink = XC_INK_MUTED,
                      .align = 1,
                      .x = plot->box.x - 8 * layout->scale,
                      .y = y - size * 0.56 };
      xc_chart_add_rule (layout, (XcPoint){ plot->box.x, y }, (XcPoint){ right, y },
                         count == 0 ? XC_INK_RULE : XC_INK_GRID, XC_STYLE_LINE);
      xc_picture_add_text (layout->picture, &text);
    }
}

/* ---- the axis of time ---- */

double
xc_chart_time_height (const XcChartLayout *layout)
{
  double text = XC_CHART_SMALL * XC_LINE_PITCH;

  return xc_snap ((2 * SPAN_GAP + SPAN_HEIGHT + 2 * text) * layout->scale);
}

static void
add_years (XcChartLayout *layout, const XcChartPlot *plot, double y)
{
  double floor = plot->box.y + plot->box.height, scale = layout->scale;
  int year, month, day;

  xc_day_get (plot->from, &year, &month, &day);
  for (XcDay begins = plot->from; begins < plot->to; year++)
    {
      XcDay next = MIN (xc_day_new (year + 1, 1, 1), plot->to);
      double left = xc_chart_plot_x (plot, begins), right = xc_chart_plot_x (plot, next);
      g_autofree char *words = g_strdup_printf ("%d", year);
      XcText text = { .words = words,
                      .size = XC_CHART_SMALL * scale,
                      .ink = XC_INK_MUTED,
                      .align = 0.5,
                      .x = (left + right) / 2,
                      .y = y };
      /* Not through the row of rounds between. */
      if (begins != plot->from)
        {
          xc_chart_add_rule (layout, (XcPoint){ left, floor + 1 },
                             (XcPoint){ left, floor + SPAN_GAP * scale }, XC_INK_RULE, XC_STYLE_LINE);
          xc_chart_add_rule (layout, (XcPoint){ left, y }, (XcPoint){ left, y + text.size }, XC_INK_RULE,
                             XC_STYLE_LINE);
        }
      if (xc_picture_measure (layout->picture, &text).width < right - left)
        xc_picture_add_text (layout->picture, &text);
      begins = next;
    }
}

static char *
dup_span_words (const XcChartRound *round)
{
  g_autofree char *starts = xc_day_format (round->starts);
  g_autofree char *ends = xc_day_format (round->ends);

  switch (round->state)
    {
    case XC_CHART_ROUND_FINISHED:
      /* translators: 1 is the number of a round, 2 and 3 are days */
      return g_strdup_printf (_ ("Round %1$s, %2$s to %3$s: finished."), round->label, starts, ends);
    case XC_CHART_ROUND_CURRENT:
      /* translators: 1 is the number of a round, 2 and 3 are days */
      return g_strdup_printf (_ ("Round %1$s, %2$s to %3$s: in progress."), round->label, starts, ends);
    case XC_CHART_ROUND_PLANNED:
      /* translators: 1 is the number of a round, 2 and 3 are days */
      return g_strdup_printf (_ ("Round %1$s, %2$s to %3$s: planned."), round->label, starts, ends);
    }
  g_assert_not_reached ();
}

/* Where a round lies on the axis; no width when it lies off it. */
static XcBox
get_span (const XcChartLayout *layout, const XcChartPlot *plot, const XcChartRound *round, double y)
{
  XcBox box = { 0, y, 0, xc_snap (SPAN_HEIGHT * layout->scale) };

  if (!xc_day_is_set (round->starts) || !xc_day_is_set (round->ends) || round->starts >= plot->to
      || round->ends < plot->from)
    return box;
  double right = xc_snap (xc_chart_plot_x (plot, round->ends + 1));
  box.x = xc_snap (xc_chart_plot_x (plot, round->starts));
  box.width = MAX (right - box.x, MAX (xc_snap (3 * layout->scale), 1));
  box.x = MIN (box.x, xc_snap (plot->box.x + plot->box.width) - box.width);
  return box;
}

/* When a round is: plain as far as it has come, hatched where it is still to come. */
static void
add_span (XcChartLayout *layout, const XcChartPlot *plot, const XcChartRound *round, XcBox box)
{
  XcBox done = box;

  if (box.width == 0)
    return;
  if (round->state == XC_CHART_ROUND_PLANNED)
    done.width = 0;
  else
    {
      double reached = xc_snap (xc_chart_plot_x (plot, MIN (layout->chart->as_of, round->ends) + 1));
      done.width = CLAMP (reached - done.x, 0, box.width);
    }
  xc_picture_add_box (layout->picture, done, XC_INK_COVERED, XC_STYLE_FILL, 0);
  if (done.width < box.width)
    xc_picture_add_box (layout->picture, box, XC_INK_COVERED, XC_STYLE_HATCH,
                        xc_picture_pen (1.2, layout->scale));

  XcText text = { .words = round->label,
                  .size = XC_CHART_SMALL * layout->scale,
                  .bold = round->state == XC_CHART_ROUND_CURRENT,
                  .ink = round->state == XC_CHART_ROUND_PLANNED ? XC_INK_MUTED : XC_INK_TEXT,
                  .align = 0.5,
                  .x = box.x + box.width / 2,
                  .y = box.y + box.height + SPAN_GAP * layout->scale };
  xc_picture_try_text (layout->picture, &text, 5 * layout->scale);
}

void
xc_chart_add_time (XcChartLayout *layout, const XcChartPlot *plot)
{
  const XcCoverageChart *chart = layout->chart;
  double scale = layout->scale, floor = plot->box.y + plot->box.height;
  double spans = xc_snap (floor + SPAN_GAP * scale);
  double labels = spans + (SPAN_HEIGHT + SPAN_GAP) * scale;

  /* The round that is on now is named whatever happens to the others. */
  for (int pass = 0; pass < 2; pass++)
    for (gsize i = 0; i < chart->n_rounds; i++)
      if ((chart->rounds[i].state == XC_CHART_ROUND_CURRENT) == (pass == 0))
        add_span (layout, plot, &chart->rounds[i], get_span (layout, plot, &chart->rounds[i], spans));
  for (gsize i = 0; i < chart->n_rounds; i++)
    {
      XcBox box = get_span (layout, plot, &chart->rounds[i], spans);
      box.height = labels + XC_CHART_SMALL * XC_LINE_HEIGHT * scale - spans;
      if (box.width > 0)
        xc_picture_add_mark (layout->picture, XC_CHART_MARK_SPAN, i, box, dup_span_words (&chart->rounds[i]));
    }
  add_years (layout, plot, xc_snap (labels + XC_CHART_SMALL * XC_LINE_PITCH * scale));
}
