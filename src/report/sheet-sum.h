/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a sheet holds in three numbers: made while it is written, and again while it is read back. */
#pragma once

#include "core/day.h"

G_BEGIN_DECLS

/**
 * XcSheetSum:
 * @rows: that hold anything
 * @cells: that hold anything
 * @checksum: of where each cell is and what it holds
 */
typedef struct
{
  guint64 rows;
  guint64 cells;
  guint64 checksum;
} XcSheetSum;

void xc_sheet_sum_add_text (XcSheetSum *self, guint row, guint column, const char *text, gsize size);
void xc_sheet_sum_add_number (XcSheetSum *self, guint row, guint column, double number);
void xc_sheet_sum_add_day (XcSheetSum *self, guint row, guint column, XcDay day);
gboolean xc_sheet_sum_equal (const XcSheetSum *a, const XcSheetSum *b);

G_END_DECLS
