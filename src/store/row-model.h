/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows that a query finds, as a list model that knows all their ids and loads only those that are looked at. */
#pragma once

#include <gio/gio.h>

#include "store/query.h"
#include "store/row.h"

G_BEGIN_DECLS

#define XC_TYPE_ROW_MODEL (xc_row_model_get_type ())
G_DECLARE_FINAL_TYPE (XcRowModel, xc_row_model, XC, ROW_MODEL, GObject)

XcRowModel *xc_row_model_new (XcStore *store, XcTable table, const char *const *columns);
XcStore *xc_row_model_get_store (XcRowModel *self);

void xc_row_model_set_columns (XcRowModel *self, const char *const *columns);
const char *const *xc_row_model_get_columns (XcRowModel *self);
gboolean xc_row_model_set_query (XcRowModel *self, const XcQuery *query, GError **error);
void xc_row_model_seek (XcRowModel *self, const XcQuery *query);
gboolean xc_row_model_is_seeking (XcRowModel *self);
const XcQuery *xc_row_model_get_query (XcRowModel *self);

gint64 xc_row_model_get_id (XcRowModel *self, guint position);
gboolean xc_row_model_find (XcRowModel *self, gint64 id, guint *position);

/* For tests and for finding out what is slow. */
guint xc_row_model_get_n_loaded (XcRowModel *self);
guint xc_row_model_get_n_living (XcRowModel *self);

G_END_DECLS
