/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/store-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "core/fail.h"
#include "store/history.h"
#include "store/schema.h"

struct _XcStore
{
  GObject parent_instance;

  /* Owned */
  XcDatabase *database;

  gboolean is_writable;
  gboolean is_in_action;
};

G_DEFINE_FINAL_TYPE (XcStore, xc_store, G_TYPE_OBJECT)

static guint changed_signal;

static void
xc_store_finalize (GObject *object)
{
  XcStore *self = XC_STORE (object);

  g_clear_pointer (&self->database, xc_database_close);
  G_OBJECT_CLASS (xc_store_parent_class)->finalize (object);
}

static void
xc_store_class_init (XcStoreClass *class)
{
  G_OBJECT_CLASS (class)->finalize = xc_store_finalize;

  /**
   * XcStore::changed:
   * @self: the ledger
   * @change: which rows were changed
   *
   * After each action, undo and redo that changed anything, when it is safely on the disk.
   */
  changed_signal = g_signal_new ("changed", XC_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, XC_TYPE_CHANGE);
}

static void
xc_store_init (XcStore *self)
{
}

static gboolean
begin_history (XcDatabase *database, GError **error)
{
  return xc_database_execute (database, "BEGIN IMMEDIATE", error) && xc_history_begin (database, error)
         && xc_database_execute (database, "COMMIT", error);
}

/**
 * xc_store_create:
 * @path: a file that does not exist yet
 * @error: return location; %XC_STORE_ERROR_EXISTS when it does
 *
 * When it fails no file is left behind.
 *
 * Returns: (transfer full): an empty ledger to write to, or %NULL
 */
XcStore *
xc_store_create (const char *path, GError **error)
{
  g_autoptr (XcStore) self = g_object_new (XC_TYPE_STORE, NULL);

  self->database = xc_database_open (path, XC_DATABASE_CREATE, error);
  if (self->database == NULL)
    return NULL;
  if (!xc_schema_migrate (self->database, 0, error) || !begin_history (self->database, error))
    {
      g_unlink (xc_database_get_path (self->database));
      return NULL;
    }
  self->is_writable = TRUE;
  return g_steal_pointer (&self);
}

static gboolean
bring_up_to_date (XcStore *self, XcStoreMode mode, GError **error)
{
  const char *name = xc_database_get_name (self->database);
  int version;

  if (!xc_schema_get_version (self->database, &version, error))
    return FALSE;
  if (version > XC_SCHEMA_VERSION && mode == XC_STORE_WRITE)
    return xc_fail (
        error, XC_STORE_ERROR, XC_STORE_ERROR_TOO_NEW,
        /* translators: %s is the name of a file */
        _ ("“%s” was written by a newer version of this program, so nothing was changed. Use the newer "
           "version; this one can only read it."),
        name);
  if (version == XC_SCHEMA_VERSION || version > XC_SCHEMA_VERSION)
    return TRUE;
  if (mode == XC_STORE_READ)
    return xc_fail (
        error, XC_STORE_ERROR, XC_STORE_ERROR_READ_ONLY,
        /* translators: %s is the name of a file */
        _ ("“%s” was written by an older version and must first be brought up to date. Open it once for "
           "writing."),
        name);
  return xc_schema_migrate (self->database, version, error);
}

/**
 * xc_store_open:
 * @path: a ledger
 * @mode: what for
 * @error: return location for a #XcStoreError
 *
 * Returns: (transfer full): the ledger, or %NULL
 */
XcStore *
xc_store_open (const char *path, XcStoreMode mode, GError **error)
{
  g_autoptr (XcStore) self = g_object_new (XC_TYPE_STORE, NULL);

  self->database =
      xc_database_open (path, mode == XC_STORE_READ ? XC_DATABASE_READ : XC_DATABASE_WRITE, error);
  if (self->database == NULL || !bring_up_to_date (self, mode, error))
    return NULL;
  self->is_writable = mode == XC_STORE_WRITE;
  return g_steal_pointer (&self);
}

/**
 * xc_store_get_path:
 * @self: a ledger
 *
 * Returns: (transfer none): the absolute path of its file
 */
const char *
xc_store_get_path (XcStore *self)
{
  return xc_database_get_path (self->database);
}

gboolean
xc_store_is_writable (XcStore *self)
{
  return self->is_writable;
}

/**
 * xc_store_get_database:
 * @self: a ledger
 *
 * For the queries of this library only; whoever writes past xc_store_run() breaks undo.
 *
 * Returns: (transfer none): the connection
 */
XcDatabase *
xc_store_get_database (XcStore *self)
{
  return self->database;
}

gboolean
xc_store_is_in_action (XcStore *self)
{
  return self->is_in_action;
}

static gboolean
begin (XcStore *self, GError **error)
{
  g_assert (!self->is_in_action);
  if (!self->is_writable)
    return xc_fail (
        error, XC_STORE_ERROR, XC_STORE_ERROR_READ_ONLY,
        /* translators: %s is the name of a file */
        _ ("“%s” is open for reading only, so nothing was saved. Open it for writing and try again."),
        xc_database_get_name (self->database));
  if (!xc_database_execute (self->database, "BEGIN IMMEDIATE", error))
    return FALSE;
  self->is_in_action = TRUE;
  return TRUE;
}

/* Ends what begin() began. After a full disk SQLite has rolled back by itself. */
static gboolean
end (XcStore *self, gboolean commit, GError **error)
{
  gboolean done = commit && xc_database_execute (self->database, "COMMIT", error);

  if (!done && xc_database_is_in_transaction (self->database))
    xc_database_execute (self->database, "ROLLBACK", NULL);
  self->is_in_action = FALSE;
  return done;
}

static void
tell (XcStore *self, GBytes *changeset, gboolean inverse)
{
  g_autoptr (XcChange) change = xc_change_new (changeset, inverse, NULL);

  if (change != NULL)
    g_signal_emit (self, changed_signal, 0, change);
}

/**
 * xc_store_run:
 * @self: a ledger open for writing
 * @title: (translated): what people will call it in the history
 * @action: (scope call): what to do
 * @data: for @action
 * @error: return location for a #XcStoreError or what @action gives
 *
 * The one way to write. All that @action does is one step of the history that can be undone, or nothing is done. An
 * action that changes nothing leaves no step.
 *
 * Returns: whether it was done and is on the disk
 */
gboolean
xc_store_run (XcStore *self, const char *title, XcStoreAction action, gpointer data, GError **error)
{
  g_autoptr (XcRecording) recording = NULL;
  g_autoptr (GBytes) changeset = NULL;
  gboolean done;

  if (!begin (self, error))
    return FALSE;
  recording = xc_recording_begin (self->database, error);
  done = recording != NULL && action (self, data, error);
  if (done)
    changeset = xc_recording_end (recording, error);
  /* Before the end of the transaction, so that a rollback is not recorded. */
  g_clear_pointer (&recording, xc_recording_free);
  if (changeset != NULL && g_bytes_get_size (changeset) == 0)
    {
      end (self, FALSE, NULL);
      return TRUE;
    }
  done =
      changeset != NULL && xc_history_append (self->database, XC_HISTORY_ACTION, 0, title, changeset, error);
  if (!end (self, done, error))
    return FALSE;
  tell (self, changeset, FALSE);
  return TRUE;
}

/**
 * xc_store_try:
 * @self: a ledger open for writing
 * @action: (scope call): what to try
 * @data: for @action
 * @error: return location for a #XcStoreError or what @action gives
 *
 * Does @action as xc_store_run() would, and takes it back: to say beforehand what it would do.
 *
 * Returns: whether it could have been done
 */
gboolean
xc_store_try (XcStore *self, XcStoreAction action, gpointer data, GError **error)
{
  gboolean done;

  if (!begin (self, error))
    return FALSE;
  done = action (self, data, error);
  end (self, FALSE, NULL);
  return done;
}

/**
 * xc_store_note:
 * @self: a ledger open for writing
 * @title: (translated): what left the ledger, as a print or an export
 * @error: return location for a #XcStoreError
 *
 * Returns: whether it is in the history
 */
gboolean
xc_store_note (XcStore *self, const char *title, GError **error)
{
  if (!begin (self, error))
    return FALSE;
  return end (self, xc_history_append (self->database, XC_HISTORY_NOTE, 0, title, NULL, error), error);
}

static gboolean
move_in_history (XcStore *self, gboolean is_undo, char **title, GError **error)
{
  g_autoptr (XcHistoryEntry) entry = NULL;
  gint64 seq = 0;
  gboolean found, done;

  if (!begin (self, error))
    return FALSE;
  found = (is_undo ? xc_history_find_undoable : xc_history_find_redoable) (self->database, &seq, error);
  if (found && seq == 0)
    xc_fail (error, XC_STORE_ERROR, XC_STORE_ERROR_NOTHING,
             is_undo ? _ ("There is nothing to undo; nothing was changed.")
                     : _ ("There is nothing to redo; nothing was changed."));
  entry = seq != 0 ? xc_history_load (self->database, seq, error) : NULL;
  done = entry != NULL && xc_changeset_apply (self->database, entry->changeset, is_undo, error)
         && xc_history_append (self->database, is_undo ? XC_HISTORY_UNDO : XC_HISTORY_REDO, seq, entry->title,
                               NULL, error);
  if (!end (self, done, error))
    return FALSE;
  if (title != NULL)
    *title = g_strdup (entry->title);
  tell (self, entry->changeset, is_undo);
  return TRUE;
}

/**
 * xc_store_undo:
 * @self: a ledger open for writing
 * @title: (out) (optional): what was undone
 * @error: return location; %XC_STORE_ERROR_NOTHING or %XC_STORE_ERROR_CHANGED_SINCE
 *
 * Undoes the latest action that is not undone, whenever it was done.
 *
 * Returns: whether it was undone
 */
gboolean
xc_store_undo (XcStore *self, char **title, GError **error)
{
  return move_in_history (self, TRUE, title, error);
}

/**
 * xc_store_redo:
 * @self: a ledger open for writing
 * @title: (out) (optional): what was done again
 * @error: return location; %XC_STORE_ERROR_NOTHING when another action was done since
 *
 * Returns: whether what was undone last was done again
 */
gboolean
xc_store_redo (XcStore *self, char **title, GError **error)
{
  return move_in_history (self, FALSE, title, error);
}
