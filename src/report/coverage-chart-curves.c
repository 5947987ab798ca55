/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The registers of the coverage chart beside one another: how the rate of each went through the term, all on one scale
 * from 0 to 100 %, so that one that stays behind is seen whatever its size. */
#include "report/coverage-chart-plot.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Lengths in pixels of a 1280 × 800 screen. */
#define GAP_ACROSS 34
#define GAP_DOWN 22
#define HIGHEST 260

/* Rates are drawn in ten-thousandths. */
#define WHOLE 10000

/* The rate from @day on; -1 where nothing is owed and there is none. */
typedef struct
{
  XcDay day;
  int rate;
} Rate;

/* ---- rates by day ---- */

static int
get_rate (const XcChartRegister *row, XcDay day)
{
  guint owed = xc_chart_count_at (row->owed_steps, row->n_owed_steps, day);
  guint covered = xc_chart_count_at (row->covered_steps, row->n_covered_steps, day);

  return owed == 0 ? -1 : (int) ((guint64) covered * WHOLE / owed);
}

/* The steps of both lines, one after the other, as one line of rates. */
static GArray *
list_rates (const XcCoverageChart *chart, const XcChartRegister *row)
{
  GArray *rates = g_array_new (FALSE, FALSE, sizeof (Rate));
  Rate rate = { chart->starts, get_rate (row, chart->starts) };
  gsize c = 0, o = 0;

  g_array_append_val (rates, rate);
  while (c < row->n_covered_steps || o < row->n_owed_steps)
    {
      XcDay covered = c < row->n_covered_steps ? row->covered_steps[c].day : XC_DAY_MAX;
      XcDay owed = o < row->n_owed_steps ? row->owed_steps[o].day : XC_DAY_MAX;

      rate.day = MIN (covered, owed);
      c += covered == rate.day;
      o += owed == rate.day;
      rate.rate = get_rate (row, rate.day);
      if (rate.day > chart->starts && rate.day <= chart->as_of
          && rate.rate != g_array_index (rates, Rate, rates->len - 1).rate)
        g_array_append_val (rates, rate);
    }
  return rates;
}

/* ---- one register ---- */

static void
add_piece (XcChartLayout *layout, const XcChartPlot *plot, GArray *points)
{
  double floor = plot->box.y + plot->box.height;
  const XcPoint *line = (gpointer) points->data;

  if (points->len < 2)
    return;
  g_autoptr (GArray) area = g_array_copy (points);
  XcPoint corners[] = { { line[points->len - 1].x, floor }, { line[0].x, floor } };

  g_array_append_vals (area, corners, 2);
  xc_picture_add_area (layout->picture, (gpointer) area->data, area->len, XC_INK_COVERED_AREA, XC_STYLE_FILL,
                       0);
  xc_picture_add_line (layout->picture, line, points->len, XC_INK_COVERED, XC_STYLE_LINE,
                       xc_picture_pen (2, layout->scale));
}

/* The line is broken where nothing is owed. */
static void
add_line (XcChartLayout *layout, const XcChartPlot *plot, const XcChartRegister *row)
{
  g_autoptr (GArray) rates = list_rates (layout->chart, row);
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (XcPoint));

  for (guint i = 0; i < rates->len; i++)
    {
      const Rate *rate = &g_array_index (rates, Rate, i);
      XcDay until =
          i + 1 < rates->len ? g_array_index (rates, Rate, i + 1).day : MIN (layout->chart->as_of, plot->to);
      XcPoint ends[] = { { xc_chart_plot_x (plot, rate->day), xc_chart_plot_y (plot, rate->rate) },
                         { xc_chart_plot_x (plot, until), xc_chart_plot_y (plot, rate->rate) } };

      if (rate->rate >= 0)
        g_array_append_vals (points, ends, 2);
      if (rate->rate < 0 || i + 1 == rates->len)
        {
          add_piece (layout, plot, points);
          g_array_set_size (points, 0);
        }
    }
}

static void
add_points (XcChartLayout *layout, const XcChartPlot *plot, const char *title, const XcChartRegister *row,
            gsize index)
{
  const XcCoverageChart *chart = layout->chart;
  double radius = xc_snap (6 * layout->scale);

  for (gsize i = 0; i < chart->n_rounds; i++)
    {
      const XcChartRound *round = &chart->rounds[i];
      XcDay day = xc_chart_round_known_on (chart, round);
      if (!xc_day_is_set (day) || day < plot->from || day > plot->to || get_rate (row, day) < 0)
        continue;
      guint covered = xc_chart_count_at (row->covered_steps, row->n_covered_steps, day);
      guint owed = xc_chart_count_at (row->owed_steps, row->n_owed_steps, day);
      XcPoint point = { xc_chart_plot_x (plot, day), xc_chart_plot_y (plot, get_rate (row, day)) };
      g_autofree char *on = xc_day_format (day);
      g_autofree char *rate = xc_chart_dup_rate (chart, covered, owed);
      xc_picture_add_disc (layout->picture, point, 3.6 * layout->scale, XC_INK_COVERED);
      xc_picture_add_mark (layout->picture, XC_CHART_MARK_CURVE_POINT, index * chart->n_rounds + i,
                           (XcBox){ point.x - radius, point.y - radius, 2 * radius, 2 * radius },
                           /* translators: 1 is a register, 2 the number of a round, 3 a day, 4 organizations
                            * covered, 5 owed, 6 the rate */
                           g_strdup_printf (_ ("%1$s after round %2$s, on %3$s: %4$u of %5$u covered, %6$s."),
                                            title, round->label, on, covered, owed, rate));
    }
}

static void
add_scale (XcChartLayout *layout, const XcChartPlot *plot, gboolean with_words)
{
  double right = plot->box.x + plot->box.width, size = XC_CHART_SMALL * layout->scale;

  for (int percent = 0; percent <= 100; percent += 50)
    {
      double y = xc_chart_plot_y (plot, percent * (WHOLE / 100));
      g_autofree char *words = g_strdup_printf ("%d%%", percent);

      xc_chart_add_rule (layout, (XcPoint){ plot->box.x, y }, (XcPoint){ right, y },
                         percent == 0 ? XC_INK_RULE : XC_INK_GRID, XC_STYLE_LINE);
      if (with_words)
        xc_picture_add_text (layout->picture, &(XcText){ .words = words,
                                                         .size = size,
                                                         .ink = XC_INK_MUTED,
                                                         .align = 1,
                                                         .x = plot->box.x - 6 * layout->scale,
                                                         .y = y - size * 0.56 });
    }
}

/* The years at the two ends: what lies between can be seen in the progress of the term. */
static void
add_years (XcChartLayout *layout, const XcChartPlot *plot)
{
  double y = plot->box.y + plot->box.height + 3 * layout->scale;
  XcDay days[] = { plot->from, plot->to };

  for (int i = 0; i < 2; i++)
    {
      int year, month, day;
      g_autofree char *words = NULL;

      xc_day_get (days[i], &year, &month, &day);
      words = g_strdup_printf ("%d", year);
      xc_picture_try_text (layout->picture,
                           &(XcText){ .words = words,
                                      .size = XC_CHART_SMALL * layout->scale,
                                      .ink = XC_INK_MUTED,
                                      .align = i,
                                      .x = plot->box.x + i * plot->box.width,
                                      .y = y },
                           0);
    }
}

/* Its name at the left and its figures at the right, above the plot. */
static double
add_title (XcChartLayout *layout, const char *title, const XcChartRegister *row, XcBox box)
{
  double size = XC_CHART_BODY * layout->scale;
  g_autofree char *rate = xc_chart_dup_rate (layout->chart, row->covered, row->owed);
  g_autofree char *figures = g_strdup_printf ("%u/%u  %s", row->covered, row->owed, rate);
  XcText text = { .words = figures,
                  .size = size,
                  .bold = TRUE,
                  .ink = XC_INK_TEXT,
                  .align = 1,
                  .x = box.x + box.width,
                  .y = box.y };

  const XcLabel *label = xc_picture_add_text (layout->picture, &text);
  text.words = title;
  text.align = 0;
  text.x = box.x;
  text.width = MAX (box.width - label->box.width - 12 * layout->scale, 1);
  xc_picture_add_text (layout->picture, &text);
  return xc_snap (size * XC_LINE_PITCH + 4 * layout->scale);
}

static void
lay_out_register (XcChartLayout *layout, const char *title, const XcChartRegister *row, gsize index,
                  double scale_width, gboolean is_first, XcBox box)
{
  const XcCoverageChart *chart = layout->chart;
  double below = xc_snap (XC_CHART_SMALL * XC_LINE_PITCH * layout->scale + 3 * layout->scale);
  XcChartPlot plot = { .from = chart->starts, .to = MAX (chart->ends, chart->as_of), .most = WHOLE };

  xc_picture_begin_panel (layout->picture, box);
  double above = add_title (layout, title, row, box);
  plot.box = (XcBox){ box.x + scale_width, box.y + above, box.width - scale_width,
                      MAX (box.height - above - below, 1) };
  plot.right = plot.box.x + plot.box.width;
  plot.top = plot.box.y + 4 * layout->scale;
  xc_picture_add_mark (layout->picture, XC_CHART_MARK_CURVE, index, box,
                       xc_chart_dup_figures (chart, title, row));
  add_scale (layout, &plot, is_first);
  add_line (layout, &plot, row);
  add_points (layout, &plot, title, row, index);
  if (chart->as_of < plot.to)
    {
      double x = xc_chart_plot_x (&plot, chart->as_of);
      xc_chart_add_rule (layout, (XcPoint){ x, plot.box.y }, (XcPoint){ x, plot.box.y + plot.box.height },
                         XC_INK_TEXT, XC_STYLE_LINE);
    }
  add_years (layout, &plot);
}

/* ---- all of them ---- */

/* As many columns as give plots that are nearest to twice as wide as high. */
static gsize
choose_columns (gsize n, double width, double height)
{
  gsize best = 1;
  double least = G_MAXDOUBLE;

  for (gsize columns = 1; columns <= n; columns++)
    {
      gsize rows = (n + columns - 1) / columns;
      double misfit = fabs (log (width / columns / (height / rows) / 1.8));

      if (misfit < least)
        {
          least = misfit;
          best = columns;
        }
    }
  return best;
}

/* The total is drawn as the registers are. */
static XcChartRegister
get_total (const XcCoverageChart *chart)
{
  XcChartRegister total = chart->total;

  total.covered_steps = chart->covered;
  total.n_covered_steps = chart->n_covered;
  total.owed_steps = chart->owed;
  total.n_owed_steps = chart->n_owed;
  return total;
}

void
xc_chart_lay_out_curves (XcChartLayout *layout, XcBox box)
{
  const XcCoverageChart *chart = layout->chart;
  XcBox inner = xc_chart_add_panel (layout, box, _ ("Rate of each register through the term"));
  XcText hundred = { .words = "100%", .size = XC_CHART_SMALL * layout->scale };
  double scale_width = xc_snap (xc_picture_measure (layout->picture, &hundred).width + 8 * layout->scale);
  double across = xc_snap (GAP_ACROSS * layout->scale), down = xc_snap (GAP_DOWN * layout->scale);
  gsize n = chart->n_registers + 1, columns = choose_columns (n, inner.width, inner.height);
  gsize rows = (n + columns - 1) / columns;
  double width = floor ((inner.width + across) / columns) - across;
  double height = MIN (floor ((inner.height + down) / rows) - down, HIGHEST * layout->scale);
  XcChartRegister total = get_total (chart);

  xc_chart_add_star_note (layout, box);
  for (gsize i = 0; i < n; i++)
    {
      const XcChartRegister *row = i < chart->n_registers ? &chart->registers[i] : &total;
      const char *title = i < chart->n_registers ? row->title : _ ("Total");
      g_autofree char *starred = row->in_total || row == &total ? NULL : g_strconcat (title, " *", NULL);
      XcBox place = { inner.x + (i % columns) * (width + across), inner.y + (i / columns) * (height + down),
                      width, height };

      lay_out_register (layout, starred != NULL ? starred : title, row, i, scale_width, i % columns == 0,
                        place);
    }
}
