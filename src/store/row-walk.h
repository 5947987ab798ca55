/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many rows, one after the other, with what their columns show: for what leaves the list that shows them. */
#pragma once

#include <gio/gio.h>

#include "store/row.h"
#include "store/store.h"

G_BEGIN_DECLS

/* return FALSE to stop */
typedef gboolean (*XcRowFunc) (XcRow *row, gpointer data);

gboolean xc_row_walk (XcStore *store, XcTable table, const char *const *columns, const GArray *ids,
                      XcRowFunc function, gpointer data, GError **error);

G_END_DECLS
