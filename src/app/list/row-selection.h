/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rows of a list are selected: ids, never loaded rows, so that all of 100,000 can be. A row that moves stays
 * selected; one that leaves the list does not. */
#pragma once

#include <gtk/gtk.h>

#include "store/row-model.h"

G_BEGIN_DECLS

#define XC_TYPE_ROW_SELECTION (xc_row_selection_get_type ())
G_DECLARE_FINAL_TYPE (XcRowSelection, xc_row_selection, XC, ROW_SELECTION, GObject)

XcRowSelection *xc_row_selection_new (XcRowModel *model);
void xc_row_selection_complete (XcRowSelection *self);
guint xc_row_selection_get_n (XcRowSelection *self);
GArray *xc_row_selection_dup_ids (XcRowSelection *self);

G_END_DECLS
