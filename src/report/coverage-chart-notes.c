/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said inside the coverage chart's main plot: the day of the figures, the day from which 100 % is out of
 * reach, which line is which, and why the owed line steps. Each text goes where it disturbs nothing, the most
 * important first; what finds no room is left to the pointer. */
#include "report/coverage-chart-plot.h"

#include <glib/gi18n-lib.h>

/* Of the steps that are told why: the greatest. More is noise. */
#define MOST_CAUSES 9

/* ---- days ---- */

static void
add_day_line (XcChartLayout *layout, const XcChartPlot *plot, XcDay day, XcInk ink, XcStyle style)
{
  double x = xc_chart_plot_x (plot, day);
  XcPoint line[] = { { x, plot->box.y }, { x, plot->box.y + plot->box.height } };

  xc_chart_add_rule (layout, line[0], line[1], ink, style);
  xc_picture_avoid_line (layout->picture, line, 2);
}

/* Words at the upper end of the line over a day: at its right or left, in one row or two. */
static void
add_flag (XcChartLayout *layout, const XcChartPlot *plot, XcDay day, const char *words, XcInk ink)
{
  double x = xc_chart_plot_x (plot, day), gap = 6 * layout->scale;
  XcText text = { .words = words, .size = XC_CHART_SMALL * layout->scale, .bold = TRUE, .ink = ink };

  for (int lines = 1; lines <= 2; lines++)
    for (int row = 0; row < 2; row++)
      for (int side = 0; side < 2; side++)
        {
          double room = side == 0 ? plot->right - x - gap : x - gap - plot->box.x;
          text.align = side;
          text.x = x + (side == 0 ? gap : -gap);
          text.y = plot->box.y + row * text.size * XC_LINE_PITCH;
          text.lines = lines;
          text.width = lines == 1 ? 0 : MAX (room, 1);
          XcBox box = xc_picture_measure (layout->picture, &text);
          if (room < box.width || (lines == 2 && room < 6 * text.size))
            continue;
          if (xc_picture_try_text (layout->picture, &text, 1) != NULL)
            return;
        }
}

static gboolean
shows_as_of (const XcCoverageChart *chart, const XcChartPlot *plot)
{
  return chart->as_of >= plot->from && chart->as_of < plot->to;
}

static gboolean
shows_out_of_reach (const XcCoverageChart *chart, const XcChartPlot *plot)
{
  XcDay day = chart->out_of_reach_from;

  return xc_day_is_set (day) && day >= plot->from && day <= plot->to;
}

static gboolean
shows_today (const XcCoverageChart *chart, const XcChartPlot *plot)
{
  return xc_day_is_set (chart->today) && chart->today != chart->as_of && chart->today >= plot->from
         && chart->today < plot->to;
}

static void
add_day_mark (XcChartLayout *layout, const XcChartPlot *plot, XcChartMark kind, XcDay day, char *words)
{
  double x = xc_chart_plot_x (plot, day), half = 4 * layout->scale;

  xc_picture_add_mark (layout->picture, kind, 0, (XcBox){ x - half, plot->box.y, 2 * half, plot->box.height },
                       words);
}

char *
xc_chart_dup_out_of_reach (const XcCoverageChart *chart)
{
  g_autofree char *day = xc_day_format (chart->out_of_reach_from);

  /* translators: a day */
  return g_strdup_printf (_ ("From %s on, 100%% cannot be reached by the end of the term."), day);
}

static void
add_out_of_reach (XcChartLayout *layout, const XcChartPlot *plot)
{
  XcDay day = layout->chart->out_of_reach_from;
  g_autofree char *on = xc_day_format (day);
  /* translators: at the line of a day: from then on full coverage by the end of the term is not possible any more */
  g_autofree char *words = g_strdup_printf (_ ("100%% out of reach from %s"), on);

  add_flag (layout, plot, day, words, XC_INK_ALARM);
  add_day_mark (layout, plot, XC_CHART_MARK_OUT_OF_REACH, day, xc_chart_dup_out_of_reach (layout->chart));
}

static void
add_days (XcChartLayout *layout, const XcChartPlot *plot)
{
  const XcCoverageChart *chart = layout->chart;
  g_autofree char *as_of = xc_day_format (chart->as_of);
  g_autofree char *ends = xc_day_format (chart->ends);
  g_autofree char *today = xc_day_format (chart->today);
  gboolean is_over = chart->ends < plot->to;

  /* All the lines before any words, which must cross none. */
  if (shows_out_of_reach (chart, plot))
    add_day_line (layout, plot, chart->out_of_reach_from, XC_INK_ALARM, XC_STYLE_DASHES);
  if (shows_as_of (chart, plot))
    add_day_line (layout, plot, chart->as_of, XC_INK_TEXT, XC_STYLE_LINE);
  if (shows_today (chart, plot))
    add_day_line (layout, plot, chart->today, XC_INK_TEXT, XC_STYLE_DOTS);
  if (is_over)
    add_day_line (layout, plot, chart->ends, XC_INK_TEXT, XC_STYLE_LINE);
  if (shows_out_of_reach (chart, plot))
    add_out_of_reach (layout, plot);
  if (shows_as_of (chart, plot))
    {
      /* translators: at the line of the day of the figures; a day */
      g_autofree char *words = g_strdup_printf (_ ("as of %s"), as_of);
      add_flag (layout, plot, chart->as_of, words, XC_INK_TEXT);
      add_day_mark (layout, plot, XC_CHART_MARK_AS_OF, chart->as_of,
                    /* translators: 1 is a day, 2 a number of organizations covered, 3 of those owed */
                    g_strdup_printf (_ ("As of %1$s: %2$u of %3$u organizations covered."), as_of,
                                     chart->total.covered, chart->total.owed));
    }
  if (shows_today (chart, plot))
    {
      /* translators: at the line of today; a day */
      g_autofree char *words = g_strdup_printf (_ ("today %s"), today);
      add_flag (layout, plot, chart->today, words, XC_INK_TEXT);
      /* translators: a day */
      add_day_mark (layout, plot, XC_CHART_MARK_TODAY, chart->today,
                    g_strdup_printf (_ ("Today: %s."), today));
    }
  if (is_over)
    {
      /* translators: at the line of the last day of a term that is over; a day */
      g_autofree char *words = g_strdup_printf (_ ("end of term %s"), ends);
      add_flag (layout, plot, chart->ends, words, XC_INK_TEXT);
    }
}

/* ---- which line is which ---- */

/* Says which line is which, above it or below it: somewhere on the way from one day to another, whichever is free
 * first. */
static void
add_name (XcChartLayout *layout, const XcChartPlot *plot, const XcChartStep *steps, gsize n_steps, XcDay from,
          XcDay to, const char *words, XcInk ink)
{
  double gap = 6 * layout->scale;
  XcText text = { .words = words, .size = XC_CHART_BODY * layout->scale, .bold = TRUE, .ink = ink };
  XcBox box = xc_picture_measure (layout->picture, &text);
  double first = xc_chart_plot_x (plot, from), last = xc_chart_plot_x (plot, to);
  double most = plot->box.x + plot->box.width - box.width - gap;

  first = CLAMP (from < to ? first + gap : first - box.width - gap, plot->box.x + gap, most);
  last = CLAMP (from < to ? last - box.width - gap : last + gap, plot->box.x + gap, most);
  for (int i = 0; i <= 20; i++)
    for (int below = 0; below < 2; below++)
      {
        double floor = plot->box.y + plot->box.height, lowest = plot->box.y, highest = floor;
        text.x = first + (last - first) * i / 20;
        /* The lines are steps: their heights at both ends and between are all that the box must clear. */
        for (int k = 0; k <= 8; k++)
          {
            double share = (text.x + box.width * k / 8 - plot->box.x) / plot->box.width;
            XcDay day = plot->from + (XcDay) (share * (plot->to - plot->from));
            double y = xc_chart_plot_y (plot, xc_chart_count_at (steps, n_steps, day));
            lowest = MAX (lowest, y);
            highest = MIN (highest, y);
          }
        text.y = below ? lowest + gap : highest - gap - box.height;
        if (xc_picture_try_text (layout->picture, &text, 1) != NULL)
          return;
      }
}

static void
add_names (XcChartLayout *layout, const XcChartPlot *plot)
{
  const XcCoverageChart *chart = layout->chart;
  /* translators: beside a line; a number of organizations */
  g_autofree char *covered = g_strdup_printf (_ ("Covered %u"), chart->total.covered);

  add_name (layout, plot, chart->covered, chart->n_covered, chart->as_of, plot->from, covered,
            XC_INK_COVERED);
  add_name (layout, plot, chart->owed, chart->n_owed, plot->from, plot->to, _ ("Owed"), XC_INK_OWED);
}

/* ---- why the owed line steps ---- */

typedef struct
{
  gsize index;
  int change;
} Step;

static int
compare_steps (gconstpointer a, gconstpointer b)
{
  const Step *one = a, *other = b;

  if (ABS (one->change) != ABS (other->change))
    return ABS (other->change) - ABS (one->change);
  return one->index < other->index ? -1 : 1;
}

/* Puts a text over or under a step, with a leader to it where it is not close by. */
static void
try_cause (XcChartLayout *layout, const XcChartPlot *plot, const XcChartStep *before, const XcChartStep *step,
           const char *words)
{
  double scale = layout->scale, size = XC_CHART_SMALL * scale, pitch = size * XC_LINE_PITCH;
  double x = xc_chart_plot_x (plot, step->day), gap = 5 * scale;
  double one = xc_chart_plot_y (plot, before->count), other = xc_chart_plot_y (plot, step->count);
  static const double aligns[] = { 0.5, 0, 1 };

  for (int row = 0; row < 4; row++)
    for (guint i = 0; i < G_N_ELEMENTS (aligns) * 2; i++)
      {
        gboolean below = i >= G_N_ELEMENTS (aligns);
        double align = aligns[i % G_N_ELEMENTS (aligns)];
        double edge = below ? MAX (one, other) + gap : MIN (one, other) - gap;
        XcText text = {
          .words = words, .size = size, .ink = XC_INK_MUTED, .align = align, .width = 230 * scale
        };
        text.x = x + (align == 0 ? gap : align == 1 ? -gap : 0);
        text.y = below ? edge + row * pitch : edge - size * XC_LINE_HEIGHT - row * pitch;
        /* The leader runs from the text to the step, and must be free of other texts too. */
        double end = below ? text.y : text.y + size * XC_LINE_HEIGHT;
        XcBox leader = { x - scale, MIN (end, edge), 2 * scale, ABS (end - edge) };
        if (row > 0 && !xc_picture_is_free (layout->picture, &leader))
          continue;
        if (xc_picture_try_text (layout->picture, &text, 3 * scale) == NULL)
          continue;
        if (row > 0)
          {
            XcPoint line[] = { { x, leader.y }, { x, leader.y + leader.height } };
            xc_chart_add_rule (layout, line[0], line[1], XC_INK_RULE, XC_STYLE_LINE);
            xc_picture_avoid_line (layout->picture, line, 2);
          }
        return;
      }
}

/* By how much the number owed changed, and why. */
static char *
dup_cause (const XcCoverageChart *chart, gsize index)
{
  const XcChartStep *step = &chart->owed[index];
  const char *cause = step->cause != NULL ? step->cause : "";
  int change = (int) step->count - (int) step[-1].count;
  g_autofree char *number = g_strdup_printf ("%s%d", change < 0 ? "−" : "+", ABS (change));

  return g_strconcat (number, *cause != '\0' ? " " : "", cause, NULL);
}

char *
xc_chart_dup_step (const XcCoverageChart *chart, gsize index)
{
  const XcChartStep *step = &chart->owed[index];
  g_autofree char *day = xc_day_format (step->day);
  g_autofree char *cause = dup_cause (chart, index);

  /* translators: 1 is a day, 2 a number of organizations, 3 the change with its cause */
  return g_strdup_printf (_ ("From %1$s %2$u organizations are owed: %3$s."), day, step->count, cause);
}

static void
add_cause (XcChartLayout *layout, const XcChartPlot *plot, const Step *of, gboolean worth_words)
{
  const XcCoverageChart *chart = layout->chart;
  const XcChartStep *step = &chart->owed[of->index], *before = step - 1;
  g_autofree char *words = dup_cause (chart, of->index);
  double radius = 7 * layout->scale, x = xc_chart_plot_x (plot, step->day);
  double one = xc_chart_plot_y (plot, before->count), other = xc_chart_plot_y (plot, step->count);

  if (worth_words)
    try_cause (layout, plot, before, step, words);
  xc_picture_add_mark (
      layout->picture, XC_CHART_MARK_OWED, of->index,
      (XcBox){ x - radius, MIN (one, other) - radius, 2 * radius, ABS (one - other) + 2 * radius },
      xc_chart_dup_step (chart, of->index));
}

static void
add_causes (XcChartLayout *layout, const XcChartPlot *plot)
{
  const XcCoverageChart *chart = layout->chart;
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (Step));

  for (gsize i = 1; i < chart->n_owed; i++)
    {
      Step step = { i, (int) chart->owed[i].count - (int) chart->owed[i - 1].count };
      if (step.change != 0 && chart->owed[i].day > plot->from && chart->owed[i].day <= plot->to)
        g_array_append_val (order, step);
    }
  g_array_sort (order, compare_steps);
  for (guint i = 0; i < order->len; i++)
    add_cause (layout, plot, &g_array_index (order, Step, i), i < MOST_CAUSES);
}

void
xc_chart_add_notes (XcChartLayout *layout, const XcChartPlot *plot)
{
  XcBox lines = { plot->box.x, plot->box.y, plot->right - plot->box.x, plot->box.height };

  xc_picture_begin_panel (layout->picture, lines);
  add_days (layout, plot);
  add_names (layout, plot);
  add_causes (layout, plot);
}
