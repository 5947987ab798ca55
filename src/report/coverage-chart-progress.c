/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The coverage chart's main plot: how far, and where it leads. Covered and owed over the whole term on one scale, so
 * that the gap between the two lines is what is left. */
#include "report/coverage-chart-plot.h"

#include <glib/gi18n-lib.h>

/* Of the plot's height that what is said about the lines may take above them. */
#define HEADROOM 66

typedef struct
{
  double y;
  char *words;
  XcInk ink;
} End;

static void
clear_end (gpointer data)
{
  g_free (((End *) data)->words);
}

/* ---- what stands at the right of the plot ---- */

static int
compare_ends (gconstpointer a, gconstpointer b)
{
  const End *one = a, *other = b;

  return one->y < other->y ? -1 : one->y > other->y;
}

static void
append_end (GArray *ends, const XcChartPlot *plot, char *words, guint count, XcInk ink)
{
  End end = { plot != NULL ? xc_chart_plot_y (plot, count) : 0, words, ink };

  g_array_append_val (ends, end);
}

static void
append_forecast (GArray *ends, const XcChartPlot *plot, const XcChartForecast *last)
{
  if (last->best == last->worst)
    /* translators: at the end of a line; a number of organizations */
    append_end (ends, plot, g_strdup_printf (_ ("Forecast %u"), last->best), last->best, XC_INK_FORECAST);
  else
    {
      /* translators: at the end of a line, in the best case; a number of organizations */
      append_end (ends, plot, g_strdup_printf (_ ("Best %u"), last->best), last->best, XC_INK_FORECAST);
      /* translators: at the end of a line, in the average case; a number of organizations */
      append_end (ends, plot, g_strdup_printf (_ ("Average %u"), last->average), last->average,
                  XC_INK_FORECAST);
      /* translators: at the end of a line, in the worst case; a number of organizations */
      append_end (ends, plot, g_strdup_printf (_ ("Worst %u"), last->worst), last->worst, XC_INK_FORECAST);
    }
}

/* The target, what is supposed and the forecast, the highest first; without a plot, their words only. */
static GArray *
list_ends (const XcCoverageChart *chart, const XcChartPlot *plot)
{
  GArray *ends = g_array_new (FALSE, FALSE, sizeof (End));
  guint target = xc_chart_count_at (chart->owed, chart->n_owed, chart->ends);

  g_array_set_clear_func (ends, clear_end);
  if (chart->as_of <= chart->ends && chart->n_owed > 0)
    /* translators: at the end of a line; a number of organizations */
    append_end (ends, plot, g_strdup_printf (_ ("Target %u"), target), target, XC_INK_OWED);
  if (chart->n_what_if > 0)
    {
      guint supposed = chart->what_if[chart->n_what_if - 1].count;
      /* translators: at the end of a line: how far other teams and rounds would lead; a number of organizations */
      append_end (ends, plot, g_strdup_printf (_ ("What if %u"), supposed), supposed, XC_INK_SUPPOSED);
    }
  if (chart->n_forecast > 0)
    append_forecast (ends, plot, &chart->forecast[chart->n_forecast - 1]);
  if (plot != NULL)
    g_array_sort (ends, compare_ends);
  return ends;
}

static double
measure_ends (XcChartLayout *layout)
{
  g_autoptr (GArray) ends = list_ends (layout->chart, NULL);
  double widest = 0;

  for (guint i = 0; i < ends->len; i++)
    {
      XcText text = { .words = g_array_index (ends, End, i).words,
                      .size = XC_CHART_BODY * layout->scale,
                      .bold = TRUE };
      widest = MAX (widest, xc_picture_measure (layout->picture, &text).width);
    }
  return widest > 0 ? widest + 22 * layout->scale : 0;
}

static void
add_ends (XcChartLayout *layout, const XcChartPlot *plot)
{
  g_autoptr (GArray) ends = list_ends (layout->chart, plot);
  double scale = layout->scale, size = XC_CHART_BODY * scale, right = plot->box.x + plot->box.width;
  g_autofree double *middles = g_new (double, ends->len + 1);

  for (guint i = 0; i < ends->len; i++)
    middles[i] = g_array_index (ends, End, i).y;
  xc_chart_spread (middles, ends->len, size * 1.3, plot->box.y + size * 0.6,
                   plot->box.y + plot->box.height - size * 0.6);
  for (guint i = 0; i < ends->len; i++)
    {
      const End *end = &g_array_index (ends, End, i);
      XcPoint leader[] = { { right + 5 * scale, end->y }, { right + 16 * scale, middles[i] } };
      XcText text = { .words = end->words,
                      .size = size,
                      .bold = end->ink == XC_INK_OWED,
                      .ink = end->ink,
                      .x = right + 20 * scale,
                      .y = middles[i] - size * 0.56 };
      xc_picture_add_line (layout->picture, leader, 2, XC_INK_RULE, XC_STYLE_LINE,
                           xc_picture_pen (1, layout->scale));
      xc_picture_add_text (layout->picture, &text);
    }
}

/* ---- the lines ---- */

static void
add_points (XcChartLayout *layout, GArray *points, XcInk ink, XcStyle style, double pixels)
{
  xc_picture_add_line (layout->picture, (gpointer) points->data, points->len, ink, style,
                       xc_picture_pen (pixels, layout->scale));
  xc_picture_avoid_line (layout->picture, (gpointer) points->data, points->len);
}

static void
add_fan (XcChartLayout *layout, const XcChartPlot *plot)
{
  const XcCoverageChart *chart = layout->chart;
  g_autoptr (GArray) best = g_array_new (FALSE, FALSE, sizeof (XcPoint));
  g_autoptr (GArray) average = g_array_new (FALSE, FALSE, sizeof (XcPoint));
  g_autoptr (GArray) worst = g_array_new (FALSE, FALSE, sizeof (XcPoint));
  XcPoint point = { xc_chart_plot_x (plot, chart->as_of), xc_chart_plot_y (plot, chart->total.covered) };

  if (chart->n_forecast == 0)
    return;
  g_array_append_val (best, point);
  g_array_append_val (average, point);
  g_array_append_val (worst, point);
  for (gsize i = 0; i < chart->n_forecast; i++)
    {
      point.x = xc_chart_plot_x (plot, chart->forecast[i].day);
      point.y = xc_chart_plot_y (plot, chart->forecast[i].best);
      g_array_append_val (best, point);
      point.y = xc_chart_plot_y (plot, chart->forecast[i].average);
      g_array_append_val (average, point);
      point.y = xc_chart_plot_y (plot, chart->forecast[i].worst);
      g_array_append_val (worst, point);
    }
  g_autoptr (GArray) area = g_array_copy (best);
  for (guint i = worst->len; i-- > 0;)
    g_array_append_val (area, g_array_index (worst, XcPoint, i));
  xc_picture_add_area (layout->picture, (gpointer) area->data, area->len, XC_INK_FORECAST_AREA, XC_STYLE_FILL,
                       0);
  add_points (layout, best, XC_INK_FORECAST, XC_STYLE_LINE, 0.8);
  add_points (layout, worst, XC_INK_FORECAST, XC_STYLE_LINE, 0.8);
  add_points (layout, average, XC_INK_FORECAST, XC_STYLE_DASHES, 2);
}

static void
add_what_if (XcChartLayout *layout, const XcChartPlot *plot)
{
  const XcCoverageChart *chart = layout->chart;
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (XcPoint));
  XcPoint point = { xc_chart_plot_x (plot, chart->as_of), xc_chart_plot_y (plot, chart->total.covered) };

  g_array_append_val (points, point);
  for (gsize i = 0; i < chart->n_what_if; i++)
    {
      point.x = xc_chart_plot_x (plot, chart->what_if[i].day);
      point.y = xc_chart_plot_y (plot, chart->what_if[i].count);
      g_array_append_val (points, point);
    }
  if (points->len > 1)
    add_points (layout, points, XC_INK_SUPPOSED, XC_STYLE_DOTS, 3);
}

static void
add_covered (XcChartLayout *layout, const XcChartPlot *plot)
{
  const XcCoverageChart *chart = layout->chart;
  double floor = plot->box.y + plot->box.height;
  g_autoptr (GArray) line =
      xc_chart_plot_steps (plot, chart->covered, chart->n_covered, plot->from, chart->as_of);
  g_autoptr (GArray) area = g_array_copy (line);
  XcPoint corners[] = { { xc_chart_plot_x (plot, chart->as_of), floor }, { plot->box.x, floor } };

  g_array_append_vals (area, corners, 2);
  xc_picture_add_area (layout->picture, (gpointer) area->data, area->len, XC_INK_COVERED_AREA, XC_STYLE_FILL,
                       0);
  add_points (layout, line, XC_INK_COVERED, XC_STYLE_LINE, 3);
}

static void
add_owed (XcChartLayout *layout, const XcChartPlot *plot)
{
  const XcCoverageChart *chart = layout->chart;
  g_autoptr (GArray) known = xc_chart_plot_steps (plot, chart->owed, chart->n_owed, plot->from, chart->as_of);

  if (chart->as_of < plot->to)
    {
      g_autoptr (GArray) ahead =
          xc_chart_plot_steps (plot, chart->owed, chart->n_owed, chart->as_of, plot->to);
      add_points (layout, ahead, XC_INK_OWED, XC_STYLE_DASHES, 1.6);
    }
  add_points (layout, known, XC_INK_OWED, XC_STYLE_LINE, 2);
}

/* ---- what can be pointed at ---- */

static XcBox
get_surroundings (const XcChartLayout *layout, XcPoint point)
{
  double radius = xc_snap (8 * layout->scale);

  return (XcBox){ point.x - radius, point.y - radius, 2 * radius, 2 * radius };
}

static void
add_round_ends (XcChartLayout *layout, const XcChartPlot *plot)
{
  const XcCoverageChart *chart = layout->chart;

  for (gsize i = 0; i < chart->n_rounds; i++)
    {
      const XcChartRound *round = &chart->rounds[i];
      XcDay day = xc_chart_round_known_on (chart, round);
      if (!xc_day_is_set (day) || day < plot->from || day > plot->to)
        continue;
      guint covered = xc_chart_count_at (chart->covered, chart->n_covered, day);
      guint owed = xc_chart_count_at (chart->owed, chart->n_owed, day);
      XcPoint point = { xc_chart_plot_x (plot, day), xc_chart_plot_y (plot, covered) };
      g_autofree char *on = xc_day_format (day);
      g_autofree char *rate = xc_chart_dup_rate (chart, covered, owed);
      xc_picture_add_disc (layout->picture, point, 5.5 * layout->scale, XC_INK_COVERED);
      xc_picture_add_mark (
          layout->picture, XC_CHART_MARK_COVERED, i, get_surroundings (layout, point),
          /* translators: 1 is the number of a round, 2 a day, 3 organizations covered, 4 owed, 5 the rate */
          g_strdup_printf (_ ("After round %1$s, on %2$s: %3$u of %4$u organizations covered, %5$s."),
                           round->label, on, covered, owed, rate));
    }
}

char *
xc_chart_dup_forecast (const XcChartForecast *forecast)
{
  g_autofree char *day = xc_day_format (forecast->day);

  /* translators: 1 is a day, 2, 3 and 4 are numbers of organizations */
  return g_strdup_printf (_ ("Forecast for %1$s: %2$u covered on average, %3$u at best, %4$u at worst."), day,
                          forecast->average, forecast->best, forecast->worst);
}

char *
xc_chart_dup_what_if (const XcChartStep *step)
{
  g_autofree char *day = xc_day_format (step->day);

  /* translators: 1 is a day, 2 a number of organizations */
  return g_strdup_printf (_ ("What if: %2$u covered on %1$s."), day, step->count);
}

static void
add_forecast_marks (XcChartLayout *layout, const XcChartPlot *plot)
{
  const XcCoverageChart *chart = layout->chart;

  for (gsize i = 0; i < chart->n_forecast; i++)
    {
      const XcChartForecast *forecast = &chart->forecast[i];
      XcPoint point = { xc_chart_plot_x (plot, forecast->day), xc_chart_plot_y (plot, forecast->average) };
      xc_picture_add_mark (layout->picture, XC_CHART_MARK_FORECAST, i, get_surroundings (layout, point),
                           xc_chart_dup_forecast (forecast));
    }
}

static void
add_what_if_marks (XcChartLayout *layout, const XcChartPlot *plot)
{
  const XcCoverageChart *chart = layout->chart;

  for (gsize i = 0; i < chart->n_what_if; i++)
    {
      const XcChartStep *step = &chart->what_if[i];
      XcPoint point = { xc_chart_plot_x (plot, step->day), xc_chart_plot_y (plot, step->count) };
      xc_picture_add_mark (layout->picture, XC_CHART_MARK_WHAT_IF, i, get_surroundings (layout, point),
                           xc_chart_dup_what_if (step));
    }
}

static void
add_target (XcChartLayout *layout, const XcChartPlot *plot)
{
  const XcCoverageChart *chart = layout->chart;
  double x = xc_chart_plot_x (plot, chart->ends), radius = 7 * layout->scale;
  guint owed = xc_chart_count_at (chart->owed, chart->n_owed, chart->ends);
  XcPoint point = { x, xc_chart_plot_y (plot, owed) };
  g_autofree char *day = xc_day_format (chart->ends);

  if (chart->as_of > chart->ends || chart->n_owed == 0)
    return;
  xc_picture_add_disc (layout->picture, point, radius, XC_INK_OWED);
  xc_picture_add_disc (layout->picture, point, radius * 0.5, XC_INK_PAPER);
  xc_picture_add_mark (
      layout->picture, XC_CHART_MARK_TARGET, 0, get_surroundings (layout, point),
      /* translators: 1 is a day, 2 a number of organizations */
      g_strdup_printf (_ ("Target: %2$u organizations owed, to be covered by %1$s."), day, owed));
}

static guint
get_most (const XcCoverageChart *chart)
{
  guint most = MAX (chart->total.covered, chart->total.owed);

  for (gsize i = 0; i < chart->n_owed; i++)
    most = MAX (most, chart->owed[i].count);
  for (gsize i = 0; i < chart->n_covered; i++)
    most = MAX (most, chart->covered[i].count);
  for (gsize i = 0; i < chart->n_forecast; i++)
    most = MAX (most, chart->forecast[i].best);
  for (gsize i = 0; i < chart->n_what_if; i++)
    most = MAX (most, chart->what_if[i].count);
  return most;
}

void
xc_chart_lay_out_progress (XcChartLayout *layout, XcBox box)
{
  const XcCoverageChart *chart = layout->chart;
  guint most = get_most (chart);
  XcBox inner = xc_chart_add_panel (layout, box, _ ("Progress through the term"));
  double left = xc_snap (xc_chart_measure_scale (layout, most));
  XcChartPlot plot = { .from = chart->starts, .to = MAX (chart->ends, chart->as_of), .most = MAX (most, 1) };

  plot.box = (XcBox){ inner.x + left, inner.y, inner.width - left - xc_snap (measure_ends (layout)),
                      inner.height - xc_chart_time_height (layout) };
  plot.right = inner.x + inner.width;
  plot.top = xc_snap (plot.box.y + MIN (HEADROOM * layout->scale, plot.box.height / 4));
  xc_chart_add_time (layout, &plot);
  if (most == 0)
    {
      double size = XC_CHART_HEADING * layout->scale;
      xc_chart_add_rule (layout, (XcPoint){ plot.box.x, plot.box.y + plot.box.height },
                         (XcPoint){ plot.box.x + plot.box.width, plot.box.y + plot.box.height }, XC_INK_RULE,
                         XC_STYLE_LINE);
      xc_picture_add_text (layout->picture,
                           &(XcText){ .words = _ ("No organization is owed an inspection yet."),
                                      .size = size,
                                      .ink = XC_INK_MUTED,
                                      .align = 0.5,
                                      .x = plot.box.x + plot.box.width / 2,
                                      .y = plot.box.y + plot.box.height / 2 - size,
                                      .width = plot.box.width });
      return;
    }
  xc_chart_add_scale (layout, &plot);
  add_fan (layout, &plot);
  add_what_if (layout, &plot);
  add_covered (layout, &plot);
  add_owed (layout, &plot);
  add_target (layout, &plot);
  add_ends (layout, &plot);
  add_forecast_marks (layout, &plot);
  add_what_if_marks (layout, &plot);
  add_round_ends (layout, &plot);
  xc_chart_add_notes (layout, &plot);
}
