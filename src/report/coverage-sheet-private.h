/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the sheets of the coverage workbook have in common: their styles, their head, and the cells of their rows. */
#pragma once

#include "report/coverage-chart.h"
#include "report/workbook-writer.h"

G_BEGIN_DECLS

#define XC_COVERAGE_BODY_SIZE 11.0
#define XC_COVERAGE_ROW_HEIGHT 17.0

typedef struct
{
  int title, sentence, left, right, heading, text, center, number, day, rate;
} XcCoverageStyles;

typedef struct
{
  const XcCoverageChart *chart;
  XcWorkbookWriter *writer; /* borrowed */
  XcCoverageStyles styles;
} XcCoverageBook;

/* The sheet that is being written. */
typedef struct
{
  const XcCoverageBook *book;
  XcSheetWriter *sheet; /* borrowed */
  guint n_columns;
  double width; /* of all columns, mm */
  guint row;
  guint column;
} XcCoverageSheet;

typedef struct
{
  const char *title;
  double width; /* mm */
} XcCoverageColumn;

void xc_coverage_book_add_styles (XcCoverageBook *self);
void xc_coverage_sheet_begin_row (XcCoverageSheet *self, double height);
void xc_coverage_sheet_end_row (XcCoverageSheet *self);
void xc_coverage_sheet_add_text (XcCoverageSheet *self, int style, const char *text);
void xc_coverage_sheet_add_number (XcCoverageSheet *self, guint number);
void xc_coverage_sheet_add_number_if (XcCoverageSheet *self, gboolean is_known, guint number);
void xc_coverage_sheet_add_day (XcCoverageSheet *self, XcDay day);
void xc_coverage_sheet_add_rate (XcCoverageSheet *self, guint covered, guint owed);
void xc_coverage_sheet_add_line (XcCoverageSheet *self, int style, const char *text, double size);
XcCoverageSheet xc_coverage_sheet_begin (const XcCoverageBook *book, const char *name,
                                         const XcCoverageColumn *columns, guint n_columns);
void xc_coverage_sheet_add_headings (XcCoverageSheet *self, const XcCoverageColumn *columns);
guint xc_coverage_sheet_keep_place (XcCoverageSheet *self, double height);
char *xc_coverage_sheet_dup_words (const XcCoverageChart *chart);
void xc_coverage_sheet_write_progress (const XcCoverageBook *book);

G_END_DECLS
