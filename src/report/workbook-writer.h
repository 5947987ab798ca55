/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Writes a workbook that Excel, WPS and LibreOffice show alike: sheets, styles, pages, drop-downs. It is written beside
 * its target, read back, and only then put in its place; the same cells on the same day give the same bytes.
 * The first failure is kept: what is asked for after it is not done, and xc_workbook_writer_finish() tells it.
 */
#pragma once

#include "core/day.h"
#include "report/cell-style.h"
#include "report/report-error.h"
#include "report/sheet-chart.h"

G_BEGIN_DECLS

typedef struct _XcWorkbookWriter XcWorkbookWriter;
typedef struct _XcSheetWriter XcSheetWriter;

XcWorkbookWriter *xc_workbook_writer_new (const char *path, gboolean replace, XcDay created, GError **error);
void xc_workbook_writer_free (XcWorkbookWriter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcWorkbookWriter, xc_workbook_writer_free)

int xc_workbook_writer_add_style (XcWorkbookWriter *self, const XcCellStyle *style);
XcSheetWriter *xc_workbook_writer_add_sheet (XcWorkbookWriter *self, const char *name);
gboolean xc_workbook_writer_check (XcWorkbookWriter *self, GError **error);
gboolean xc_workbook_writer_finish (XcWorkbookWriter *self, GError **error);

/* How the sheet looks. Rows and columns count from 0. */
void xc_sheet_writer_set_hidden (XcSheetWriter *self);
void xc_sheet_writer_set_width (XcSheetWriter *self, guint column, double width);
void xc_sheet_writer_set_style (XcSheetWriter *self, guint column, int style);
void xc_sheet_writer_set_page (XcSheetWriter *self, const XcPage *page);
void xc_sheet_writer_freeze (XcSheetWriter *self, guint rows, guint columns);
void xc_sheet_writer_filter (XcSheetWriter *self, guint row, guint columns, guint last_row);
void xc_sheet_writer_merge (XcSheetWriter *self, guint row, guint from, guint to);

/* What may be typed into a column, from a row on. */
void xc_sheet_writer_offer (XcSheetWriter *self, guint column, guint from_row, const char *const *choices);
void xc_sheet_writer_offer_column (XcSheetWriter *self, guint column, guint from_row,
                                   const XcSheetWriter *source, guint source_column, guint last_row);
void xc_sheet_writer_ask_day (XcSheetWriter *self, guint column, guint from_row, const char *title,
                              const char *message);

void xc_sheet_writer_add_chart (XcSheetWriter *self, const XcSheetChart *chart);

/* Rows, and the cells in them, one after the other. */
void xc_sheet_writer_begin_row (XcSheetWriter *self, guint row, double height);
void xc_sheet_writer_add_blank (XcSheetWriter *self, guint column, int style);
void xc_sheet_writer_add_text (XcSheetWriter *self, guint column, int style, const char *text);
void xc_sheet_writer_add_repeated (XcSheetWriter *self, guint column, int style, const char *text);
void xc_sheet_writer_add_number (XcSheetWriter *self, guint column, int style, double number);
void xc_sheet_writer_add_day (XcSheetWriter *self, guint column, int style, XcDay day);
void xc_sheet_writer_end_row (XcSheetWriter *self);

double xc_sheet_writer_width_to_points (double width_mm);

G_END_DECLS
