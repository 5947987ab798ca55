/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart in a sheet, which the spreadsheet program draws from the cells: columns and lines over the same rounds, or
 * bars beside names. */
#pragma once

#include "report/palette.h"

G_BEGIN_DECLS

typedef enum
{
  XC_SHEET_COLUMNS, /* upright and stacked, lines over them */
  XC_SHEET_BARS,    /* lying, each before the one before it, the first row uppermost */
} XcSheetChartKind;

typedef enum
{
  XC_SERIES_FILLED,
  XC_SERIES_HOLLOW,
  XC_SERIES_HATCHED,
  XC_SERIES_MARKED_LINE, /* with a disc at each value, and the value over it */
  XC_SERIES_LINE,
  XC_SERIES_DASHES,
  XC_SERIES_DOTS,
} XcSeriesLook;

/**
 * XcSheetSeries:
 * @column: of its values; its name is their heading
 * @look: as columns or bars, or as a line
 * @ink: its colour
 */
typedef struct
{
  guint column;
  XcSeriesLook look;
  XcInk ink;
} XcSheetSeries;

/**
 * XcSheetChart:
 * @kind: what stands for a value
 * @title: over it
 * @category_title: (nullable): of the axis of names
 * @value_title: (nullable): of the axis of values
 * @words: what the chart says, for those who cannot see it
 * @row: of its upper edge
 * @column: of its left edge
 * @n_columns: as wide as so many columns
 * @height: in millimetres
 * @heading_row: the row of the headings
 * @first_row: the first row of values
 * @last_row: the last one
 * @category_column: what the values are called
 * @series: (array length=n_series): what is shown, bars before lines, the undermost first
 * @n_series: at least one
 *
 * Rows and columns count from 0.
 */
typedef struct
{
  XcSheetChartKind kind;
  const char *title;
  const char *category_title;
  const char *value_title;
  const char *words;
  guint row, column;
  guint n_columns;
  double height;
  guint heading_row, first_row, last_row;
  guint category_column;
  const XcSheetSeries *series;
  guint n_series;
} XcSheetChart;

GString *xc_sheet_chart_write (const XcSheetChart *chart, const char *sheet_name);

G_END_DECLS
