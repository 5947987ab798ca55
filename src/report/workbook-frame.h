/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A workbook without its rows: sheets, styles, pages, drop-downs, as libxlsxwriter makes them. Rows and columns count
 * from 0. The first failure is told by xc_workbook_frame_close(). */
#pragma once

#include "core/day.h"
#include "report/cell-style.h"

G_BEGIN_DECLS

typedef struct _XcWorkbookFrame XcWorkbookFrame;

XcWorkbookFrame *xc_workbook_frame_new (const char *folder, XcDay created, int *error_number);
void xc_workbook_frame_free (XcWorkbookFrame *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcWorkbookFrame, xc_workbook_frame_free)

int xc_workbook_frame_add_style (XcWorkbookFrame *self, const XcCellStyle *style);
guint xc_workbook_frame_add_sheet (XcWorkbookFrame *self, const char *name);

void xc_workbook_frame_hide (XcWorkbookFrame *self, guint sheet);
void xc_workbook_frame_set_column (XcWorkbookFrame *self, guint sheet, guint column, guint width, int style);
void xc_workbook_frame_set_page (XcWorkbookFrame *self, guint sheet, const XcPage *page);
void xc_workbook_frame_freeze (XcWorkbookFrame *self, guint sheet, guint rows, guint columns);
void xc_workbook_frame_filter (XcWorkbookFrame *self, guint sheet, guint row, guint columns, guint last_row);
void xc_workbook_frame_merge (XcWorkbookFrame *self, guint sheet, guint row, guint from, guint to);
void xc_workbook_frame_offer (XcWorkbookFrame *self, guint sheet, guint column, guint from_row,
                              const char *choices_sheet, guint choices_column, guint first_choice,
                              guint last_choice);
void xc_workbook_frame_ask_day (XcWorkbookFrame *self, guint sheet, guint column, guint from_row,
                                const char *title, const char *message);
void xc_workbook_frame_place_chart (XcWorkbookFrame *self, guint sheet, guint row, guint column, guint width,
                                    guint height, const char *words);

const char *xc_workbook_frame_close (XcWorkbookFrame *self, int *error_number);

G_END_DECLS
