/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The coverage chart's right: where not. One bar per register, all of them as long as 100 %, and the total. */
#include "report/coverage-chart-private.h"

#include <glib/gi18n-lib.h>

/* Lengths in pixels of a 1280 × 800 screen. */
#define ROW_HEIGHT 58
#define BAR_HEIGHT 11
#define BAR_GAP 5
#define TOTAL_GAP 8
#define LOW_FIGURE_WIDTH 88
/* Of the width, for titles beside which the bars stand. */
#define LOW_TITLE_SHARE 0.42

/* A part of a bar that can be pointed at, as wide as it must be for that. */
static void
add_part (XcChartLayout *layout, XcChartMark kind, gsize index, XcBox part, XcBox bar, char *words)
{
  double least = xc_snap (6 * layout->scale);

  part.x = CLAMP (part.x - MAX (0, least - part.width) / 2, bar.x, MAX (bar.x, bar.x + bar.width - least));
  part.width = MIN (MAX (part.width, least), bar.x + bar.width - part.x);
  xc_picture_add_mark (layout->picture, kind, index, part, words);
}

/* What the parts of a bar say, the widest first so that the narrow ones lie above it. */
static void
add_parts (XcChartLayout *layout, const char *title, const XcChartRegister *row, gsize index, XcBox bar,
           double sure_width, double all_width)
{
  XcBox part = bar;
  guint sure = row->covered - MIN (row->to_confirm, row->covered);
  guint open = row->owed - MIN (row->covered, row->owed);

  part.width = sure_width;
  if (sure > 0)
    add_part (layout, XC_CHART_MARK_REGISTER_COVERED, index, part, bar,
              /* translators: 1 is a register, 2 a number of organizations */
              g_strdup_printf (_ ("%1$s: %2$u covered."), title, sure));
  part.x = bar.x + all_width;
  part.width = bar.width - all_width;
  if (open > 0)
    add_part (layout, XC_CHART_MARK_REGISTER_OPEN, index, part, bar,
              /* translators: 1 is a register, 2 a number of organizations */
              g_strdup_printf (_ ("%1$s: %2$u not covered yet."), title, open));
  part.x = bar.x + sure_width;
  part.width = all_width - sure_width;
  if (row->to_confirm > 0)
    add_part (layout, XC_CHART_MARK_REGISTER_TO_CONFIRM, index, part, bar,
              /* translators: 1 is a register, 2 a number of organizations */
              g_strdup_printf (_ ("%1$s: %2$u to be confirmed."), title, row->to_confirm));
}

static void
add_bar (XcChartLayout *layout, const char *title, const XcChartRegister *row, gsize index, XcBox bar)
{
  double pen = xc_picture_pen (1, layout->scale);
  double sure = row->owed > 0 ? (double) (row->covered - row->to_confirm) / row->owed : 0;
  double all = row->owed > 0 ? (double) row->covered / row->owed : 0;
  double sure_width = xc_snap (bar.width * MIN (sure, 1));
  double all_width = xc_snap (bar.width * MIN (all, 1));

  if (row->owed == 0)
    {
      xc_picture_add_box (layout->picture, bar, XC_INK_RULE, XC_STYLE_DASHES, pen);
      return;
    }
  xc_picture_add_box (layout->picture, bar, XC_INK_GRID, XC_STYLE_FILL, 0);
  xc_picture_add_box (layout->picture, (XcBox){ bar.x, bar.y, sure_width, bar.height }, XC_INK_COVERED,
                      XC_STYLE_FILL, 0);
  if (all_width > sure_width)
    xc_picture_add_box (layout->picture,
                        (XcBox){ bar.x + sure_width, bar.y, all_width - sure_width, bar.height },
                        XC_INK_COVERED, XC_STYLE_HATCH, xc_picture_pen (1.4, layout->scale));
  if (bar.width > 0)
    add_parts (layout, title, row, index, bar, sure_width, all_width);
}

/* A register with its figures, as a sentence. */
char *
xc_chart_dup_figures (const XcCoverageChart *chart, const char *title, const XcChartRegister *row)
{
  g_autofree char *rate = xc_chart_dup_rate (chart, row->covered, row->owed);

  if (row->to_confirm == 0)
    /* translators: 1 is a register, 2 its covered and 3 its owed organizations, 4 the rate */
    return g_strdup_printf (_ ("%1$s: %2$u of %3$u covered, %4$s."), title, row->covered, row->owed, rate);
  /* translators: 1 is a register, 2 its covered and 3 its owed organizations, 4 the rate, 5 organizations */
  return g_strdup_printf (_ ("%1$s: %2$u of %3$u covered, %4$s; %5$u to be confirmed."), title, row->covered,
                          row->owed, rate, row->to_confirm);
}

/* One register: its name and figures, and the bar below them or, where rows are low, between them. */
static void
add_row (XcChartLayout *layout, const XcChartRegister *row, gsize index, gboolean is_low, XcBox box,
         double rate_width)
{
  double scale = layout->scale, size = XC_CHART_BODY * scale, gap = BAR_GAP * scale;
  double line = size * XC_LINE_HEIGHT, thickness = xc_snap (BAR_HEIGHT * scale);
  gboolean is_total = row == &layout->chart->total;
  double y = box.y + MAX (0, (box.height - (is_low ? line : line + gap + thickness)) / 2);
  g_autofree char *rate = xc_chart_dup_rate (layout->chart, row->covered, row->owed);
  g_autofree char *figure = g_strdup_printf ("%u/%u", row->covered, row->owed);
  const char *title = is_total ? _ ("Total") : row->title;
  g_autofree char *starred = row->in_total || is_total ? g_strdup (title) : g_strconcat (title, " *", NULL);
  XcText text = {
    .words = rate, .size = size, .bold = TRUE, .ink = XC_INK_TEXT, .align = 1, .x = box.x + box.width, .y = y
  };

  xc_picture_add_text (layout->picture, &text);
  text.words = figure;
  text.bold = is_total;
  text.x -= rate_width + 16 * scale;
  double figure_left = xc_picture_add_text (layout->picture, &text)->box.x;
  text.words = starred;
  text.align = 0;
  text.x = box.x;
  text.width = MAX (figure_left - box.x - 12 * scale, 1);
  if (is_low)
    text.width = MIN (text.width, box.width * LOW_TITLE_SHARE);
  xc_picture_add_text (layout->picture, &text);

  XcBox bar = { box.x, xc_snap (y + line + gap), box.width, thickness };
  if (is_low)
    {
      /* All bars are equally long, whatever the width of the figures beside them. */
      double left = box.x + box.width * (LOW_TITLE_SHARE + 0.02);
      double right = box.x + box.width - rate_width - (16 + LOW_FIGURE_WIDTH) * scale;
      bar = (XcBox){ xc_snap (left), xc_snap (y + (line - thickness) / 2), 0, thickness };
      bar.width = MAX (0, xc_snap (right) - bar.x);
    }
  xc_picture_add_mark (layout->picture, XC_CHART_MARK_REGISTER, index, box,
                       xc_chart_dup_figures (layout->chart, title, row));
  add_bar (layout, title, row, index, bar);
}

/* The widest rate, so that the figures before the rates form a column. */
static double
measure_rates (XcChartLayout *layout)
{
  const XcCoverageChart *chart = layout->chart;
  double widest = 0;

  for (gsize i = 0; i <= chart->n_registers; i++)
    {
      const XcChartRegister *row = i < chart->n_registers ? &chart->registers[i] : &chart->total;
      g_autofree char *rate = xc_chart_dup_rate (chart, row->covered, row->owed);
      XcText text = { .words = rate, .size = XC_CHART_BODY * layout->scale, .bold = TRUE };
      widest = MAX (widest, xc_picture_measure (layout->picture, &text).width);
    }
  return widest;
}

void
xc_chart_lay_out_registers (XcChartLayout *layout, XcBox box)
{
  const XcCoverageChart *chart = layout->chart;
  double scale = layout->scale, rate_width = measure_rates (layout), note = 0;
  gboolean starred = FALSE, unsure = chart->total.to_confirm > 0;
  XcBox inner = xc_chart_add_panel (layout, box, _ ("By register"));

  for (gsize i = 0; i < chart->n_registers; i++)
    {
      starred = starred || !chart->registers[i].in_total;
      unsure = unsure || chart->registers[i].to_confirm > 0;
    }
  if (starred || unsure)
    note = XC_CHART_SMALL * XC_LINE_PITCH * scale;

  gsize n_rows = chart->n_registers + 1;
  double above_total = xc_snap (TOTAL_GAP * scale);
  double pitch = MIN (ROW_HEIGHT * scale, (inner.height - note - above_total) / n_rows);
  gboolean is_low = pitch < (XC_CHART_BODY * XC_LINE_HEIGHT + BAR_GAP + BAR_HEIGHT + 4) * scale;
  for (gsize i = 0; i < n_rows; i++)
    {
      gboolean is_total = i == chart->n_registers;
      XcBox row = { box.x, xc_snap (inner.y + i * pitch), box.width, 0 };
      row.height = xc_snap (inner.y + (i + 1) * pitch) - row.y;
      if (is_total)
        {
          row.y += above_total;
          xc_chart_add_rule (layout, (XcPoint){ row.x, row.y }, (XcPoint){ row.x + row.width, row.y },
                             XC_INK_RULE, XC_STYLE_LINE);
        }
      add_row (layout, is_total ? &chart->total : &chart->registers[i], i, is_low, row, rate_width);
    }
  if (note == 0)
    return;
  XcText text = { .size = XC_CHART_SMALL * scale,
                  .ink = XC_INK_MUTED,
                  .x = box.x,
                  .y = xc_snap (inner.y + n_rows * pitch + above_total),
                  .width = box.width };
  if (starred && unsure)
    text.words = _ ("* not in the total; hatched: to be confirmed");
  else if (starred)
    text.words = _ ("* not in the total");
  else
    text.words = _ ("hatched: to be confirmed");
  xc_picture_add_text (layout->picture, &text);
}
