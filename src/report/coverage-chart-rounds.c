/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The coverage chart's foot: how fast. One column per round, a bar standing on its figures, so that the table is the
 * axis of the bars and its row heads are their legend. */
#include "report/coverage-chart-private.h"

#include "core/ratio.h"

#include <glib/gi18n-lib.h>

/* Lengths in pixels of a 1280 × 800 screen. */
#define BARS_HEIGHT 78
#define ROW_PITCH 22
#define WIDEST_COLUMN 200
#define WIDEST_BAR 44

typedef enum
{
  ROW_ROUND,
  ROW_FIRST,
  ROW_REPEATS,
  ROW_COVERED,
  ROW_OWED,
  ROW_RATE,
  N_ROWS,
} Row;

typedef struct
{
  double heads;   /* width of the row heads */
  double column;  /* width of a column */
  double size;    /* of the type in the columns */
  double floor;   /* on which the bars stand */
  double highest; /* height of the highest bar */
  guint most;     /* organizations that it stands for */
  gboolean any_planned, any_repeats;
} Table;

static gboolean
has_repeats (const XcCoverageChart *chart)
{
  for (gsize i = 0; i < chart->n_rounds; i++)
    if (chart->rounds[i].repeats > 0)
      return TRUE;
  return FALSE;
}

static gboolean
has_row (Row row, gboolean any_repeats)
{
  return row != ROW_REPEATS || any_repeats;
}

/* What is still to come of a round's plan. */
static guint
get_rest (const XcChartRound *round)
{
  if (round->state == XC_CHART_ROUND_FINISHED || round->planned <= round->first)
    return 0;
  return round->planned - round->first;
}

double
xc_chart_rounds_height (const XcChartLayout *layout)
{
  int n_rows = has_repeats (layout->chart) ? N_ROWS : N_ROWS - 1;

  return xc_snap ((XC_CHART_HEADING * XC_LINE_PITCH + 6 + BARS_HEIGHT + n_rows * ROW_PITCH) * layout->scale);
}

static const char *
get_head (Row row, gboolean any_planned)
{
  switch (row)
    {
    case ROW_ROUND:
      return _ ("Round");
    case ROW_FIRST:
      return any_planned ? _ ("Covered for the first time (planned)") : _ ("Covered for the first time");
    case ROW_REPEATS:
      return _ ("Repeat visits");
    case ROW_COVERED:
      return _ ("Covered in all");
    case ROW_OWED:
      return _ ("Owed");
    case ROW_RATE:
      return _ ("Rate, %");
    case N_ROWS:
      break;
    }
  g_assert_not_reached ();
}

static char *
dup_cell (const XcCoverageChart *chart, const XcChartRound *round, Row row)
{
  XcDay day = xc_chart_round_known_on (chart, round);
  guint rest = get_rest (round);

  if (row == ROW_ROUND)
    return g_strdup (round->label);
  if (row == ROW_FIRST && rest > 0 && round->state == XC_CHART_ROUND_PLANNED)
    return g_strdup_printf ("(%u)", rest);
  if (!xc_day_is_set (day))
    return NULL;
  guint covered = xc_chart_count_at (chart->covered, chart->n_covered, day);
  guint owed = xc_chart_count_at (chart->owed, chart->n_owed, day);
  switch (row)
    {
    case ROW_FIRST:
      return g_strdup_printf ("%u", round->first);
    case ROW_REPEATS:
      return round->repeats > 0 ? g_strdup_printf ("%u", round->repeats) : NULL;
    case ROW_COVERED:
      return g_strdup_printf ("%u", covered);
    case ROW_OWED:
      return g_strdup_printf ("%u", owed);
    case ROW_RATE:
      return owed > 0 ? xc_ratio_format_plain (covered, owed, (int) chart->decimals) : g_strdup ("—");
    case ROW_ROUND:
    case N_ROWS:
      break;
    }
  g_assert_not_reached ();
}

static Table
measure (XcChartLayout *layout, XcBox box)
{
  const XcCoverageChart *chart = layout->chart;
  double scale = layout->scale, widest = 0;
  Table table = { .size = XC_CHART_BODY * scale, .any_repeats = has_repeats (chart), .most = 1 };

  for (gsize i = 0; i < chart->n_rounds; i++)
    {
      const XcChartRound *round = &chart->rounds[i];
      table.any_planned = table.any_planned || get_rest (round) > 0;
      table.most = MAX (table.most, round->first + round->repeats + get_rest (round));
      /* A long name of a round may be cut, figures may not. */
      for (Row row = ROW_FIRST; row < N_ROWS; row++)
        {
          g_autofree char *words = dup_cell (chart, round, row);
          XcText text = { .words = words, .size = table.size, .bold = row == ROW_FIRST };
          if (words != NULL)
            widest = MAX (widest, xc_picture_measure (layout->picture, &text).width);
        }
    }
  for (Row row = ROW_ROUND; row < N_ROWS; row++)
    {
      XcText text = { .words = get_head (row, table.any_planned), .size = XC_CHART_BODY * scale };
      if (has_row (row, table.any_repeats))
        table.heads = MAX (table.heads, xc_picture_measure (layout->picture, &text).width);
    }
  table.heads = xc_snap (MIN (table.heads + 36 * scale, box.width * 0.24));
  table.column = MIN (WIDEST_COLUMN * scale, (box.width - table.heads) / chart->n_rounds);
  if (table.column >= 1)
    table.column = (int) table.column;
  /* Twenty rounds of figures with decimals: smaller type rather than cut figures. */
  if (widest > 0)
    table.size *= MIN (1, (table.column - 5 * scale) / widest);
  return table;
}

/* Before a row head: how its bars look. */
static void
add_key (XcChartLayout *layout, const Table *table, Row row, double x, double y)
{
  double side = xc_snap (11 * layout->scale), half = xc_snap (side / 2);
  XcBox box = { x, xc_snap (y + 3 * layout->scale), side, side };

  if (row == ROW_FIRST && table->any_planned)
    xc_picture_add_box (layout->picture, box, XC_INK_COVERED, XC_STYLE_HATCH,
                        xc_picture_pen (1.4, layout->scale));
  if (row == ROW_FIRST)
    xc_picture_add_box (layout->picture,
                        (XcBox){ box.x, box.y, table->any_planned ? half : side, box.height }, XC_INK_COVERED,
                        XC_STYLE_FILL, 0);
  else if (row == ROW_REPEATS)
    xc_picture_add_box (layout->picture, box, XC_INK_COVERED, XC_STYLE_LINE,
                        xc_picture_pen (1.4, layout->scale));
}

static void
add_heads (XcChartLayout *layout, const Table *table, XcBox box)
{
  double scale = layout->scale, y = table->floor, left = box.x + 18 * scale;

  for (Row row = ROW_ROUND; row < N_ROWS; row++)
    {
      if (!has_row (row, table->any_repeats))
        continue;
      XcPoint from = { box.x, xc_snap (y) };
      XcPoint to = { box.x + table->heads + layout->chart->n_rounds * table->column, from.y };
      xc_chart_add_rule (layout, from, to, row == ROW_ROUND ? XC_INK_RULE : XC_INK_GRID, XC_STYLE_LINE);
      XcText text = { .words = get_head (row, table->any_planned),
                      .size = XC_CHART_BODY * scale,
                      .ink = row == ROW_FIRST ? XC_INK_TEXT : XC_INK_MUTED,
                      .x = left,
                      .y = y + 3 * scale,
                      .width = box.x + table->heads - left - 6 * scale };
      xc_picture_add_text (layout->picture, &text);
      add_key (layout, table, row, box.x, y + 3 * scale);
      y += ROW_PITCH * scale;
    }
}

/* One piece of a bar on top of those below it; returns the new top. */
static double
add_piece (XcChartLayout *layout, const Table *table, gsize index, XcChartMark kind, guint count, XcBox bar)
{
  const XcChartRound *round = &layout->chart->rounds[index];
  /* Repeat visits are hollow, for they add nothing; what is to come is hatched. */
  static const XcStyle styles[] = { XC_STYLE_FILL, XC_STYLE_LINE, XC_STYLE_HATCH };
  int style = kind - XC_CHART_MARK_FIRST;
  g_autofree char *words = NULL;

  if (count == 0)
    return bar.y;
  bar.height = MAX (xc_snap (table->highest * count / table->most), xc_picture_pen (2, layout->scale));
  bar.y -= bar.height;
  xc_picture_add_box (layout->picture, bar, XC_INK_COVERED, styles[style],
                      xc_picture_pen (1.4, layout->scale));
  if (kind == XC_CHART_MARK_FIRST)
    /* translators: 1 is the number of a round, 2 a number of organizations */
    words = g_strdup_printf (_ ("Round %1$s: %2$u organizations covered for the first time."), round->label,
                             count);
  else if (kind == XC_CHART_MARK_REPEATS)
    /* translators: 1 is the number of a round, 2 a number of visits */
    words = g_strdup_printf (_ ("Round %1$s: %2$u repeat visits."), round->label, count);
  else
    /* translators: 1 is the number of a round, 2 a number of organizations */
    words = g_strdup_printf (_ ("Round %1$s: %2$u organizations still planned."), round->label, count);
  xc_picture_add_mark (layout->picture, kind, index, bar, g_steal_pointer (&words));
  return bar.y;
}

static void
add_bar (XcChartLayout *layout, const Table *table, gsize index, double centre)
{
  const XcChartRound *round = &layout->chart->rounds[index];
  double width = xc_snap (MIN (table->column * 0.62, WIDEST_BAR * layout->scale));
  XcBox bar = { xc_snap (centre - width / 2), table->floor, width, 0 };

  bar.y = add_piece (layout, table, index, XC_CHART_MARK_FIRST, round->first, bar);
  bar.y = add_piece (layout, table, index, XC_CHART_MARK_REPEATS, round->repeats, bar);
  add_piece (layout, table, index, XC_CHART_MARK_PLANNED, get_rest (round), bar);
}

static char *
dup_column_words (const XcCoverageChart *chart, const XcChartRound *round)
{
  XcDay day = xc_chart_round_known_on (chart, round);

  if (!xc_day_is_set (day))
    /* translators: 1 is the number of a round, 2 a number of organizations */
    return g_strdup_printf (_ ("Round %1$s is planned: %2$u organizations."), round->label, round->planned);
  guint covered = xc_chart_count_at (chart->covered, chart->n_covered, day);
  guint owed = xc_chart_count_at (chart->owed, chart->n_owed, day);
  g_autofree char *rate = xc_chart_dup_rate (chart, covered, owed);
  g_autofree char *words = xc_day_format (day);
  /* translators: 1 is the number of a round, 2 a day, 3 organizations covered in all, 4 owed, 5 the rate */
  return g_strdup_printf (_ ("Round %1$s, as of %2$s: %3$u of %4$u covered in all, %5$s."), round->label,
                          words, covered, owed, rate);
}

/* Adds the plan of a round that is on after what it has covered, where there is room. */
static void
add_plan (XcChartLayout *layout, const Table *table, const XcChartRound *round, XcBox column,
          const XcLabel *first)
{
  g_autofree char *words = g_strdup_printf ("(%u)", round->planned);
  double x = first->box.x + first->box.width + 0.35 * table->size;
  XcText text = { .words = words, .size = table->size, .ink = XC_INK_MUTED, .x = x, .y = first->box.y };

  if (x + xc_picture_measure (layout->picture, &text).width <= column.x + column.width)
    xc_picture_add_text (layout->picture, &text);
}

static void
add_column (XcChartLayout *layout, const Table *table, gsize index, XcBox column)
{
  const XcCoverageChart *chart = layout->chart;
  const XcChartRound *round = &chart->rounds[index];
  double scale = layout->scale, y = column.y;
  double drop = 3 * scale + (XC_CHART_BODY * scale - table->size) * XC_LINE_ASCENT;
  gboolean is_current = round->state == XC_CHART_ROUND_CURRENT,
           is_planned = round->state == XC_CHART_ROUND_PLANNED;

  xc_picture_add_mark (layout->picture, XC_CHART_MARK_COLUMN, index, column, dup_column_words (chart, round));
  for (Row row = ROW_ROUND; row < N_ROWS; row++)
    {
      if (!has_row (row, table->any_repeats))
        continue;
      g_autofree char *words = dup_cell (chart, round, row);
      gboolean strong = row == ROW_FIRST || (row == ROW_ROUND && is_current);
      gboolean weak = is_planned || row == ROW_OWED || row == ROW_REPEATS;
      XcText text = { .words = words,
                      .size = table->size,
                      .bold = strong && !weak,
                      .ink = weak ? XC_INK_MUTED : XC_INK_TEXT,
                      .align = 0.5,
                      .x = column.x + column.width / 2,
                      .y = y + drop,
                      .width = column.width };
      const XcLabel *label = words != NULL ? xc_picture_add_text (layout->picture, &text) : NULL;
      if (row == ROW_FIRST && is_current && get_rest (round) > 0)
        add_plan (layout, table, round, column, label);
      y += ROW_PITCH * scale;
    }
  add_bar (layout, table, index, column.x + column.width / 2);
}

void
xc_chart_lay_out_rounds (XcChartLayout *layout, XcBox box)
{
  XcBox inner = xc_chart_add_panel (layout, box, _ ("By round"));
  Table table = measure (layout, inner);

  table.highest = xc_snap ((BARS_HEIGHT + XC_CHART_HEADING - 4) * layout->scale);
  table.floor = xc_snap (inner.y + BARS_HEIGHT * layout->scale);
  add_heads (layout, &table, box);
  for (gsize i = 0; i < layout->chart->n_rounds; i++)
    {
      XcBox column = { box.x + table.heads + i * table.column, table.floor, table.column,
                       box.y + box.height - table.floor };
      add_column (layout, &table, i, column);
    }
}
