/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads rows by their ids, together with what their columns show from other tables. */
#pragma once

#include "store/row-private.h"
#include "store/store.h"

G_BEGIN_DECLS

typedef struct _XcRowSource XcRowSource;

XcRowSource *xc_row_source_new (XcTable table, const char *const *columns);
void xc_row_source_free (XcRowSource *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcRowSource, xc_row_source_free)

/* @content is the callee's. */
typedef void (*XcRowContentFunc) (gint64 id, XcRowContent *content, gpointer data);
gboolean xc_row_source_load (const XcRowSource *self, XcStore *store, const gint64 *ids, guint n_ids,
                             XcRowContentFunc function, gpointer data, GError **error);
gboolean xc_row_source_is_touched (const XcRowSource *self, const XcChange *change);
gboolean xc_row_source_touches (const XcRowSource *self, const XcChange *change, XcRow *row);

G_END_DECLS
