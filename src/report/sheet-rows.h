/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The rows of one sheet, as XML, handed to the packer as they come. libxlsxwriter makes all of a workbook but its rows:
 * for three lists of 100,000 problems it takes more than twice the time that people are to wait.
 */
#pragma once

#include "report/packer.h"
#include "report/repeated-texts.h"
#include "report/sheet-sum.h"

G_BEGIN_DECLS

/* What the format allows, and as many columns as two letters name. */
#define XC_SHEET_ROWS_MAX 1048576u
#define XC_SHEET_COLUMNS_MAX 702u

typedef struct _XcSheetRows XcSheetRows;

XcSheetRows *xc_sheet_rows_new (XcPacker *packer, XcPackedPart *part, XcRepeatedTexts *texts);
void xc_sheet_rows_free (XcSheetRows *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcSheetRows, xc_sheet_rows_free)

/* Rows and the cells in them by rising number, from 0; styles as the workbook numbers them. */
void xc_sheet_rows_begin_row (XcSheetRows *self, guint row, double height);
void xc_sheet_rows_add_blank (XcSheetRows *self, guint column, int style);
void xc_sheet_rows_add_number (XcSheetRows *self, guint column, int style, double number);
void xc_sheet_rows_add_day (XcSheetRows *self, guint column, int style, XcDay day);
gboolean xc_sheet_rows_add_text (XcSheetRows *self, guint column, int style, const char *text,
                                 gboolean is_repeated);
void xc_sheet_rows_end_row (XcSheetRows *self);
void xc_sheet_rows_finish (XcSheetRows *self);

const XcPackedPart *xc_sheet_rows_get_part (XcSheetRows *self);
const XcSheetSum *xc_sheet_rows_get_proof_sum (XcSheetRows *self);
guint xc_sheet_rows_get_n_rows (XcSheetRows *self);
guint xc_sheet_rows_get_n_columns (XcSheetRows *self);

G_END_DECLS
