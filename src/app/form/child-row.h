/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row of a child list: what it is called, and below that what else it says. */
#pragma once

#include <gtk/gtk.h>

#include "store/row.h"

G_BEGIN_DECLS

#define XC_TYPE_CHILD_ROW (xc_child_row_get_type ())
G_DECLARE_FINAL_TYPE (XcChildRow, xc_child_row, XC, CHILD_ROW, GtkListBoxRow)

GtkWidget *xc_child_row_new (XcTable table, const char *const *paths, XcRow *row, const char *detail,
                             gboolean has_draft);
gint64 xc_child_row_get_id (XcChildRow *self);

G_END_DECLS
