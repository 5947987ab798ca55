/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ids of rows, numbered as they come: a hash table for hundreds of thousands of them, which GLib's would take longer to
 * fill than SQLite takes to find them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _XcIdTable XcIdTable;

XcIdTable *xc_id_table_new (void);
XcIdTable *xc_id_table_ref (XcIdTable *self);
void xc_id_table_unref (XcIdTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcIdTable, xc_id_table_unref)

guint xc_id_table_add (XcIdTable *self, gint64 id);
gboolean xc_id_table_find (const XcIdTable *self, gint64 id, guint *number);
guint xc_id_table_get_n (const XcIdTable *self);
gint64 xc_id_table_get_id (const XcIdTable *self, guint number);

G_END_DECLS
