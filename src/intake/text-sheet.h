/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sheet as plain text: rows of cells separated by tabs, as spreadsheets put them on the clipboard. */
#pragma once

#include "workbook/workbook.h"

G_BEGIN_DECLS

typedef struct _XcTextSheet XcTextSheet;

XcTextSheet *xc_text_sheet_new (const char *name, const char *const *headings);
XcTextSheet *xc_text_sheet_parse (const char *name, const char *text);
void xc_text_sheet_free (XcTextSheet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcTextSheet, xc_text_sheet_free)

const char *xc_text_sheet_get_name (const XcTextSheet *self);
guint xc_text_sheet_count (const XcTextSheet *self);
guint xc_text_sheet_count_cells (const XcTextSheet *self, guint row);
int xc_text_sheet_find (const XcTextSheet *self, const char *heading);
const char *xc_text_sheet_get (const XcTextSheet *self, guint row, const char *heading);
const char *xc_text_sheet_get_at (const XcTextSheet *self, guint row, guint column);

void xc_text_sheet_add (XcTextSheet *self);
void xc_text_sheet_set (XcTextSheet *self, const char *heading, const char *text);
void xc_text_sheet_remove_column (XcTextSheet *self, const char *heading);

gboolean xc_text_sheet_read (const XcTextSheet *self, XcWorkbookRowFunc func, gpointer data, GError **error);

G_END_DECLS
