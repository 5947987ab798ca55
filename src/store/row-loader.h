/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads rows by their ids, together with what their columns show from other tables. */
#pragma once

#include "store/row-private.h"
#include "store/store.h"

G_BEGIN_DECLS

typedef struct _XcRowLoader XcRowLoader;

XcRowLoader *xc_row_loader_new (XcTable table, const char *const *columns);
void xc_row_loader_free (XcRowLoader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcRowLoader, xc_row_loader_free)

/* @content is the callee's. */
typedef void (*XcRowContentFunc) (gint64 id, XcRowContent *content, gpointer data);
gboolean xc_row_loader_load (const XcRowLoader *self, XcStore *store, const gint64 *ids, guint n_ids,
                             XcRowContentFunc function, gpointer data, GError **error);
gboolean xc_row_loader_is_touched (const XcRowLoader *self, const XcChange *change);
gboolean xc_row_loader_touches (const XcRowLoader *self, const XcChange *change, XcRow *row);

G_END_DECLS
