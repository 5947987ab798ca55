/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A ledger: one file, one way to write to it. */
#pragma once

#include <gio/gio.h>

#include "core/record.h"
#include "store/change.h"
#include "store/database.h"

G_BEGIN_DECLS

#define XC_TYPE_STORE (xc_store_get_type ())
G_DECLARE_FINAL_TYPE (XcStore, xc_store, XC, STORE, GObject)

typedef enum
{
  XC_STORE_READ,  /* never writes: figures, lists, charts, work in threads */
  XC_STORE_WRITE, /* the one that writes; brings an older ledger up to date */
} XcStoreMode;

/**
 * XcStoreAction:
 * @store: the ledger, inside the action
 * @data: what xc_store_run() was given
 * @error: return location; set it and return %FALSE to undo all that the action did
 *
 * What one undoable action does to the ledger, by xc_store_save() and xc_store_remove().
 */
typedef gboolean (*XcStoreAction) (XcStore *store, gpointer data, GError **error);

/* return FALSE to stop */
typedef gboolean (*XcRecordFunc) (const XcRecord *record, gpointer data);

XcStore *xc_store_create (const char *path, GError **error);
XcStore *xc_store_open (const char *path, XcStoreMode mode, GError **error);

const char *xc_store_get_path (XcStore *self);
char *xc_store_dup_uuid (XcStore *self);
gboolean xc_store_is_writable (XcStore *self);
XcDatabase *xc_store_get_database (XcStore *self);

/* Writing; the signal "changed" (XcChange *) follows each that changed anything. The signal "backup-failed" (GError *)
 * must be shown to people: each day's first write makes a backup. */
gboolean xc_store_run (XcStore *self, const char *title, XcStoreAction action, gpointer data, GError **error);
gboolean xc_store_try (XcStore *self, XcStoreAction action, gpointer data, GError **error);
gboolean xc_store_note (XcStore *self, const char *title, GError **error);
gboolean xc_store_undo (XcStore *self, char **title, GError **error);
gboolean xc_store_redo (XcStore *self, char **title, GError **error);

/* Rows; load anywhere, save and remove only inside an action. */
XcRecord *xc_store_load (XcStore *self, XcTable table, gint64 id, GError **error);
GPtrArray *xc_store_load_all (XcStore *self, XcTable table, GError **error);
GPtrArray *xc_store_load_where (XcStore *self, XcTable table, const char *field, gint64 value,
                                GError **error);
gboolean xc_store_each (XcStore *self, XcTable table, XcRecordFunc function, gpointer data, GError **error);
GPtrArray *xc_store_load_ids (XcStore *self, XcTable table, const gint64 *ids, guint n_ids, GError **error);
gint64 xc_store_new_id (XcStore *self);
gboolean xc_store_save (XcStore *self, XcRecord *record, GError **error);
gboolean xc_store_add (XcStore *self, XcRecord *record, GError **error);
gboolean xc_store_remove (XcStore *self, XcTable table, gint64 id, GError **error);

G_END_DECLS
