/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the rows of an import come from: the sheets of a workbook, or sheets of plain text. */
#pragma once

#include <gio/gio.h>

#include "intake/text-sheet.h"
#include "workbook/workbook.h"

G_BEGIN_DECLS

typedef struct _XcRowSource XcRowSource;

XcRowSource *xc_row_source_new_workbook (XcWorkbook *workbook);
XcRowSource *xc_row_source_new_texts (GPtrArray *sheets);
void xc_row_source_free (XcRowSource *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcRowSource, xc_row_source_free)

guint xc_row_source_count (const XcRowSource *self);
const char *xc_row_source_get_name (const XcRowSource *self, guint sheet);
gboolean xc_row_source_is_hidden (const XcRowSource *self, guint sheet);
void xc_row_source_set_cancellable (XcRowSource *self, GCancellable *cancellable);
gboolean xc_row_source_read (const XcRowSource *self, guint sheet, XcWorkbookRowFunc func, gpointer data,
                             GError **error);

G_END_DECLS
