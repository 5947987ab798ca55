/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/coverage-chart-private.h"

#include "core/ratio.h"

#include <glib/gi18n-lib.h>

/* Lengths in pixels of a 1280 × 800 screen. */
#define MARGIN 36
#define TITLE 24
#define FIGURE 50
#define HEAD_HEIGHT 100
#define FOOT_HEIGHT 20
#define FOOT_LINES 3
#define GAP 22
#define REGISTERS_SHARE 0.35
#define REGISTERS_SHARE_MAX 0.44
#define REGISTERS_WIDTH 330
#define BARE_MARGIN 18
#define PACE_HEIGHT 30
#define PACE_LINES 3
/* With less room than this, type shrinks below what was asked for. */
#define LEAST_WIDTH 640
#define LEAST_PLOT 190
#define LEAST_ROW 22
/* Beside large letters low rows leave no room for their bars. */
#define LARGE_SCALE 1.2
#define LARGE_ROW 38
#define LEAST_CURVE 100

/* ---- what the parts share ---- */

/* A fine straight line. */
void
xc_chart_add_rule (XcChartLayout *layout, XcPoint from, XcPoint to, XcInk ink, XcStyle style)
{
  xc_picture_add_rule (layout->picture, from, to, ink, style, xc_picture_pen (1, layout->scale));
}

/* Begins a panel, with its heading, and returns what is left of it below the heading. */
XcBox
xc_chart_add_panel (XcChartLayout *layout, XcBox box, const char *heading)
{
  double size = XC_CHART_HEADING * layout->scale;
  double taken = xc_snap (size * XC_LINE_PITCH + 6 * layout->scale);

  xc_picture_begin_panel (layout->picture, box);
  xc_picture_add_text (layout->picture, &(XcText){ .words = heading,
                                                   .size = size,
                                                   .bold = TRUE,
                                                   .ink = XC_INK_TEXT,
                                                   .x = box.x,
                                                   .y = box.y,
                                                   .width = box.width });
  return (XcBox){ box.x, box.y + taken, box.width, box.height - taken };
}

/* At the right of the heading of a panel: what the star of a register means, when one has it. */
void
xc_chart_add_star_note (XcChartLayout *layout, XcBox box)
{
  gboolean starred = FALSE;
  XcText text = { .words = _ ("* not in the total"),
                  .size = XC_CHART_SMALL * layout->scale,
                  .ink = XC_INK_MUTED,
                  .align = 1,
                  .x = box.x + box.width,
                  .y = box.y + (XC_CHART_HEADING - XC_CHART_SMALL) * XC_LINE_ASCENT * layout->scale };

  for (gsize i = 0; i < layout->chart->n_registers; i++)
    starred = starred || !layout->chart->registers[i].in_total;
  if (starred)
    xc_picture_try_text (layout->picture, &text, 0);
}

char *
xc_chart_dup_rate (const XcCoverageChart *chart, guint covered, guint owed)
{
  return xc_ratio_format (covered, owed, (int) chart->decimals);
}

/* What holds on a day: the last step up to it; nothing before the first. */
guint
xc_chart_count_at (const XcChartStep *steps, gsize n_steps, XcDay day)
{
  guint count = 0;

  for (gsize i = 0; i < n_steps && steps[i].day <= day; i++)
    count = steps[i].count;
  return count;
}

/* The day for which a round's own figures are told: its last, or that of the chart; none for one that is planned. */
XcDay
xc_chart_round_known_on (const XcCoverageChart *chart, const XcChartRound *round)
{
  switch (round->state)
    {
    case XC_CHART_ROUND_FINISHED:
      return xc_day_is_set (round->ends) ? MIN (round->ends, chart->as_of) : chart->as_of;
    case XC_CHART_ROUND_CURRENT:
      return chart->as_of;
    case XC_CHART_ROUND_PLANNED:
      return XC_DAY_NONE;
    }
  g_assert_not_reached ();
}

/* Moves ascending positions as little as possible (least squares), so that neighbours are a pitch apart:
 * positions less their rank times the pitch must not fall, and pooling neighbours that do gives the nearest such. */
void
xc_chart_spread (double *positions, gsize n_positions, double pitch, double lowest, double highest)
{
  g_autofree double *means = g_new (double, n_positions + 1);
  g_autofree gsize *sizes = g_new (gsize, n_positions + 1);
  gsize n_pools = 0;

  for (gsize i = 0; i < n_positions; i++)
    {
      means[n_pools] = positions[i] - i * pitch;
      sizes[n_pools++] = 1;
      while (n_pools > 1 && means[n_pools - 2] > means[n_pools - 1])
        {
          gsize before = sizes[n_pools - 2], last = sizes[n_pools - 1];
          means[n_pools - 2] = (means[n_pools - 2] * before + means[n_pools - 1] * last) / (before + last);
          sizes[n_pools - 2] = before + last;
          n_pools--;
        }
    }
  double most = MAX (lowest, highest - (n_positions - 1) * pitch);
  for (gsize pool = 0, i = 0; pool < n_pools; pool++)
    for (gsize k = 0; k < sizes[pool]; k++, i++)
      positions[i] = CLAMP (means[pool], lowest, most) + i * pitch;
}

/* ---- head and foot ---- */

static void
lay_out_figures (XcChartLayout *layout, XcBox box)
{
  const XcCoverageChart *chart = layout->chart;
  const XcChartRegister *total = &chart->total;
  double scale = layout->scale;
  g_autofree char *figure = g_strdup_printf ("%u/%u", total->covered, total->owed);
  g_autofree char *rate = xc_chart_dup_rate (chart, total->covered, total->owed);
  g_autofree char *as_of = xc_day_format (chart->as_of);
  XcText big = {
    .words = figure, .size = FIGURE * scale, .bold = TRUE, .ink = XC_INK_TEXT, .x = box.x, .y = box.y
  };

  const XcLabel *left = xc_picture_add_text (layout->picture, &big);
  big.words = rate;
  big.ink = total->owed > 0 ? XC_INK_COVERED : XC_INK_MUTED;
  big.x = left->box.x + left->box.width + 26 * scale;
  const XcLabel *right = xc_picture_add_text (layout->picture, &big);
  double x = right->box.x + right->box.width + 30 * scale;

  g_autofree char *words
      /* translators: 1 covered, 2 owed organizations, 3 the rate, 4 a day */
      = g_strdup_printf (_ ("%1$u of %2$u organizations owed are covered (%3$s) as of %4$s."), total->covered,
                         total->owed, rate, as_of);
  xc_picture_add_mark (layout->picture, XC_CHART_MARK_TOTAL, 0,
                       (XcBox){ box.x, box.y, right->box.x + right->box.width - box.x, right->box.height },
                       g_strdup (words));

  g_autofree char *told =
      total->to_confirm == 0
          /* translators: beside the big figure "96/112 85.71 %"; a day */
          ? g_strdup_printf (_ ("organizations covered of those owed, as of %s"), as_of)
          /* translators: beside the big figure "96/112 85.71 %"; 1 is a day, 2 a number of organizations */
          : g_strdup_printf (_ ("organizations covered of those owed, as of %1$s; %2$u to be confirmed"),
                             as_of, total->to_confirm);
  XcText line = { .words = told,
                  .size = XC_CHART_BODY * scale,
                  .ink = XC_INK_TEXT,
                  .x = x,
                  .y = box.y,
                  .width = MAX (box.x + box.width - x, 1) };
  XcText pace = line;
  double pitch = line.size * XC_LINE_PITCH, height = line.size * XC_LINE_HEIGHT;
  pace.words = chart->pace;
  pace.lines = 2;
  pace.bold = chart->out_of_reach;
  pace.ink = chart->out_of_reach ? XC_INK_ALARM : XC_INK_MUTED;
  if (chart->pace != NULL)
    height = pitch + xc_picture_measure (layout->picture, &pace).height;
  /* In the middle of the big figure, however many lines these are. */
  line.y += MAX (0, (left->box.height - height) / 2);
  pace.y = line.y + pitch;
  xc_picture_add_text (layout->picture, &line);
  if (chart->pace != NULL)
    xc_picture_add_text (layout->picture, &pace);
}

static void
lay_out_head (XcChartLayout *layout, XcBox box)
{
  const XcCoverageChart *chart = layout->chart;
  double scale = layout->scale, below = xc_snap ((TITLE * XC_LINE_PITCH + 8) * scale);
  XcText title = { .words = chart->title,
                   .size = TITLE * scale,
                   .bold = TRUE,
                   .ink = XC_INK_TEXT,
                   .x = box.x,
                   .y = box.y,
                   .width = box.width };

  xc_picture_begin_panel (layout->picture, box);
  if (chart->subtitle != NULL)
    {
      XcText line = { .words = chart->subtitle,
                      .size = XC_CHART_BODY * scale,
                      .ink = XC_INK_MUTED,
                      .align = 1,
                      .x = box.x + box.width,
                      .y = box.y + (TITLE - XC_CHART_BODY) * XC_LINE_ASCENT * scale,
                      .width = box.width / 2 };
      const XcLabel *label = xc_picture_add_text (layout->picture, &line);
      title.width -= label->box.width + 24 * scale;
    }
  xc_picture_add_text (layout->picture, &title);
  lay_out_figures (layout, (XcBox){ box.x, box.y + below, box.width, box.height - below });
}

/* The marking line at the right, and in what is left of the width the rules, on as many lines as they take. */
static XcText
make_foot (XcChartLayout *layout, double width, double *marking_width)
{
  const XcCoverageChart *chart = layout->chart;
  XcText line = { .words = chart->marking,
                  .size = XC_CHART_SMALL * layout->scale,
                  .bold = TRUE,
                  .ink = XC_INK_MUTED,
                  .width = width / 2 };

  *marking_width = chart->marking != NULL ? xc_picture_measure (layout->picture, &line).width : 0;
  line.words = chart->notes;
  line.bold = FALSE;
  line.width = width - (chart->marking != NULL ? *marking_width + 24 * layout->scale : 0);
  line.lines = FOOT_LINES;
  return line;
}

static double
measure_foot (XcChartLayout *layout, double width)
{
  double marking_width;
  XcText line = make_foot (layout, width, &marking_width);
  double more = line.words != NULL
                    ? xc_picture_measure (layout->picture, &line).height - line.size * XC_LINE_HEIGHT
                    : 0;

  return xc_snap (FOOT_HEIGHT * layout->scale + more);
}

static void
lay_out_foot (XcChartLayout *layout, XcBox box)
{
  double marking_width;
  XcText line = make_foot (layout, box.width, &marking_width);

  xc_picture_begin_panel (layout->picture, box);
  line.x = box.x;
  line.y = box.y;
  if (line.words != NULL)
    xc_picture_add_text (layout->picture, &line);
  if (layout->chart->marking == NULL)
    return;
  line.words = layout->chart->marking;
  line.bold = TRUE;
  line.align = 1;
  line.x = box.x + box.width;
  line.width = box.width / 2;
  line.lines = 1;
  xc_picture_add_text (layout->picture, &line);
}

/* Without a head, a line says what is left and whether it can be done; with large letters it may be two. */
static double
lay_out_pace (XcChartLayout *layout, XcBox box)
{
  const XcCoverageChart *chart = layout->chart;
  double scale = layout->scale;
  XcText text = { .words = chart->pace,
                  .size = XC_CHART_BODY * scale,
                  .bold = TRUE,
                  .ink = chart->out_of_reach ? XC_INK_ALARM : XC_INK_TEXT,
                  .x = box.x,
                  .y = box.y,
                  .width = box.width,
                  .lines = PACE_LINES };
  double more = xc_picture_measure (layout->picture, &text).height - text.size * XC_LINE_HEIGHT;

  box.height = xc_snap (PACE_HEIGHT * scale + more);
  xc_picture_begin_panel (layout->picture, box);
  xc_picture_add_text (layout->picture, &text);
  return box.height;
}

/* ---- the sheets ---- */

static void
lay_out_progress (XcChartLayout *layout, XcBox box)
{
  const XcCoverageChart *chart = layout->chart;
  double gap = xc_snap (GAP * layout->scale);
  double rounds = chart->n_rounds > 0 ? xc_chart_rounds_height (layout) : 0;
  double middle = box.height - rounds - (rounds > 0 ? gap : 0);
  double registers = MIN (MAX (box.width * REGISTERS_SHARE, REGISTERS_WIDTH * layout->scale),
                          box.width * REGISTERS_SHARE_MAX);
  registers = chart->n_registers > 0 ? xc_snap (registers) : 0;
  double progress = registers > 0 ? box.width - registers - xc_snap (44 * layout->scale) : box.width;

  xc_chart_lay_out_progress (layout, (XcBox){ box.x, box.y, progress, middle });
  if (registers > 0)
    xc_chart_lay_out_registers (layout, (XcBox){ box.x + box.width - registers, box.y, registers, middle });
  if (rounds > 0)
    xc_chart_lay_out_rounds (layout, (XcBox){ box.x, box.y + box.height - rounds, box.width, rounds });
}

/**
 * xc_chart_sheet_get_title:
 * @sheet: a sheet
 *
 * Returns: what it shows, in few words
 */
const char *
xc_chart_sheet_get_title (XcChartSheet sheet)
{
  switch (sheet)
    {
    case XC_CHART_SHEET_PROGRESS:
      return C_ ("sheet", "Progress");
    case XC_CHART_SHEET_REGISTERS:
      return C_ ("sheet", "Registers");
    case XC_CHART_SHEET_ORGANIZATIONS:
      return C_ ("sheet", "Organizations");
    }
  g_return_val_if_reached (NULL);
}

static double
get_body_height (const XcCoverageChart *chart, XcChartSheet sheet, double scale)
{
  XcChartLayout layout = { chart, NULL, 1 };
  double heading = XC_CHART_HEADING * XC_LINE_PITCH + 6, row = LEAST_ROW;
  double register_row = scale > LARGE_SCALE ? LARGE_ROW : LEAST_ROW;

  switch (sheet)
    {
    case XC_CHART_SHEET_PROGRESS:
      return heading + MAX (LEAST_PLOT, (chart->n_registers + 2) * register_row)
             + (chart->n_rounds > 0 ? GAP + xc_chart_rounds_height (&layout) : 0);
    case XC_CHART_SHEET_REGISTERS:
      return heading + (chart->n_registers / 3 + 1) * LEAST_CURVE;
    case XC_CHART_SHEET_ORGANIZATIONS:
      return heading + (chart->n_registers + 2) * 2 * row;
    }
  g_return_val_if_reached (0);
}

/**
 * xc_coverage_chart_get_height:
 * @chart: the numbers
 * @sheet: which of them to show
 * @scale: how large type is to be, see the least scale of a chart
 *
 * Returns: the height that a picture must have for type of that size
 */
double
xc_coverage_chart_get_height (const XcCoverageChart *chart, XcChartSheet sheet, double scale)
{
  double height = get_body_height (chart, sheet, scale) + FOOT_HEIGHT + 8;

  /* Large letters take a second line to say what is left. */
  if (chart->is_bare && scale > LARGE_SCALE)
    height += XC_CHART_BODY * XC_LINE_PITCH;
  height += chart->is_bare ? 2 * BARE_MARGIN * 0.8 + PACE_HEIGHT : 2 * MARGIN * 0.8 + HEAD_HEIGHT + GAP;
  return (height + 6) * scale;
}

/**
 * xc_coverage_chart_lay_out_sheet:
 * @chart: the numbers
 * @sheet: which of them to show
 * @width: of the picture, in pixels or points
 * @height: of the picture
 *
 * Everything grows with the picture, type included, so that a chart for a wall is the chart of the screen.
 *
 * Returns: (transfer full): the picture; the same numbers give the same picture
 */
XcPicture *
xc_coverage_chart_lay_out_sheet (const XcCoverageChart *chart, XcChartSheet sheet, double width,
                                 double height)
{
  g_return_val_if_fail (chart != NULL && chart->title != NULL, NULL);
  g_return_val_if_fail (xc_day_is_set (chart->as_of) && xc_day_is_set (chart->starts), NULL);
  g_return_val_if_fail (chart->starts < chart->ends, NULL);

  double least =
      MIN (chart->least_scale,
           MIN (width / LEAST_WIDTH,
                height * chart->least_scale
                    / xc_coverage_chart_get_height (chart, sheet, MAX (chart->least_scale, 0.01))));
  XcChartLayout layout = { chart, xc_picture_new (width, height),
                           MAX (MIN (width / XC_CHART_WIDTH, height / XC_CHART_HEIGHT), least) };
  double scale = layout.scale, margin = xc_snap ((chart->is_bare ? BARE_MARGIN : MARGIN) * scale);
  double inner = width - 2 * margin, bottom = xc_snap (height - margin * 0.8);
  double top = xc_snap (margin * 0.8), head = xc_snap (HEAD_HEIGHT * scale);
  double foot = measure_foot (&layout, inner);

  xc_picture_set_title (layout.picture, chart->title);
  if (!chart->is_bare)
    {
      lay_out_head (&layout, (XcBox){ margin, top, inner, head });
      top += head + xc_snap (GAP * scale);
    }
  else if (chart->pace != NULL)
    top += lay_out_pace (&layout, (XcBox){ margin, top, inner, 0 });
  XcBox body = { margin, top, inner, bottom - foot - xc_snap (8 * scale) - top };
  switch (sheet)
    {
    case XC_CHART_SHEET_PROGRESS:
      lay_out_progress (&layout, body);
      break;
    case XC_CHART_SHEET_REGISTERS:
      xc_chart_lay_out_curves (&layout, body);
      break;
    case XC_CHART_SHEET_ORGANIZATIONS:
      xc_chart_lay_out_squares (&layout, body);
      break;
    }
  lay_out_foot (&layout, (XcBox){ margin, bottom - foot, inner, foot });
  return layout.picture;
}

/**
 * xc_coverage_chart_lay_out:
 * @chart: the numbers
 * @width: of the picture, in pixels or points
 * @height: of the picture
 *
 * Returns: (transfer full): %XC_CHART_SHEET_PROGRESS of xc_coverage_chart_lay_out_sheet()
 */
XcPicture *
xc_coverage_chart_lay_out (const XcCoverageChart *chart, double width, double height)
{
  return xc_coverage_chart_lay_out_sheet (chart, XC_CHART_SHEET_PROGRESS, width, height);
}
