/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/store-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "core/fail.h"
#include "store/backup-folder.h"
#include "store/history.h"
#include "store/lock.h"
#include "store/schema.h"

/* How long after a backup of the day has failed the next write tries again. */
#define RETRY_USECONDS (30 * 60 * G_USEC_PER_SEC)

struct _XcStore
{
  GObject parent_instance;

  /* Owned */
  XcDatabase *database;
  XcLock *lock; /* of one that is open for writing */

  XcDay backed_up_on;         /* the last day of which there is a backup, as far as is known */
  gint64 backup_failed_after; /* monotonic time, or 0 */
  gboolean is_in_action;
  gint64 last_id; /* given out in the present action, or 0 */

  GThread *home;         /* borrowed: the thread that opened it, to which all signals come */
  GMainContext *context; /* of that thread */
};

G_DEFINE_FINAL_TYPE (XcStore, xc_store, G_TYPE_OBJECT)

static guint writing_signal, changed_signal;
static guint noted_signal;
static guint backup_failed_signal;

static void
xc_store_finalize (GObject *object)
{
  XcStore *self = XC_STORE (object);

  g_clear_pointer (&self->database, xc_database_close);
  g_clear_pointer (&self->lock, xc_lock_release);
  g_clear_pointer (&self->context, g_main_context_unref);
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
   * After each action, undo and redo that changed anything, when it is safely on the disk. Comes in the thread that
   * opened the ledger, from its main context when another thread did the action.
   */
  changed_signal = g_signal_new ("changed", XC_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, XC_TYPE_CHANGE);

  /**
   * XcStore::writing:
   * @self: the ledger
   *
   * Before each action, undo, redo and note of the thread that opened the ledger: readers in other threads make room,
   * as a writer cannot finish while somebody reads.
   */
  writing_signal =
      g_signal_new ("writing", XC_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * XcStore::noted:
   * @self: the ledger
   *
   * After each note in the history, which changes no row.
   */
  noted_signal =
      g_signal_new ("noted", XC_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * XcStore::backup-failed:
   * @self: the ledger
   * @error: why, as a sentence for people
   *
   * When the backup that the first write of a day makes could not be made. The write goes on: what was typed is safer in
   * the ledger than in a form. Tell people at once.
   */
  backup_failed_signal = g_signal_new ("backup-failed", XC_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
xc_store_init (XcStore *self)
{
  self->backed_up_on = XC_DAY_NONE;
  self->home = g_thread_self ();
  self->context = g_main_context_ref_thread_default ();
}

/* What a signal says, on its way to the thread that listens. */
typedef struct
{
  XcStore *store;
  guint signal;
  GType type;
  gpointer argument;
} News;

static void
news_free (gpointer data)
{
  News *news = data;

  g_object_unref (news->store);
  g_boxed_free (news->type, news->argument);
  g_free (news);
}

static gboolean
tell_news_cb (gpointer data)
{
  News *news = data;

  g_signal_emit (news->store, news->signal, 0, news->argument);
  return G_SOURCE_REMOVE;
}

static void
emit (XcStore *self, guint signal, GType type, gpointer argument)
{
  g_autoptr (GSource) source = NULL;
  News *news;

  if (g_thread_self () == self->home)
    {
      g_signal_emit (self, signal, 0, argument);
      return;
    }
  news = g_new (News, 1);
  *news = (News){ g_object_ref (self), signal, type, g_boxed_copy (type, argument) };
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, tell_news_cb, news, news_free);
  g_source_attach (source, self->context);
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
  self->lock = xc_lock_take (xc_database_get_path (self->database), error);
  if (self->lock == NULL || !xc_schema_migrate (self->database, 0, error)
      || !begin_history (self->database, error))
    {
      g_unlink (xc_database_get_path (self->database));
      return NULL;
    }
  return g_steal_pointer (&self);
}

/* Whether it can be opened so, before anything is written anywhere. */
static gboolean
look_at_version (XcStore *self, XcStoreMode mode, int *version, GError **error)
{
  const char *name = xc_database_get_name (self->database);

  if (!xc_schema_get_version (self->database, version, error)
      || !xc_schema_verify (self->database, *version, error))
    return FALSE;
  if (*version > XC_SCHEMA_VERSION && mode == XC_STORE_WRITE)
    return xc_fail (
        error, XC_STORE_ERROR, XC_STORE_ERROR_TOO_NEW,
        /* translators: %s is the name of a file */
        _ ("“%s” was written by a newer version of this program, so nothing was changed. Use the newer "
           "version; this one can only read it."),
        name);
  if (*version < XC_SCHEMA_VERSION && mode == XC_STORE_READ)
    return xc_fail (
        error, XC_STORE_ERROR, XC_STORE_ERROR_READ_ONLY,
        /* translators: %s is the name of a file */
        _ ("“%s” was written by an older version and must first be brought up to date. Open it once for "
           "writing."),
        name);
  return TRUE;
}

static gboolean
bring_up_to_date (XcStore *self, GError **error)
{
  int version;
  gint64 is_begun;

  /* Asked again: who had the lock before may just have done it. */
  if (!xc_schema_get_version (self->database, &version, error))
    return FALSE;
  if (version < XC_SCHEMA_VERSION
      && (!xc_backup_keep (self->database, "migration", error)
          || !xc_schema_migrate (self->database, version, error)))
    return FALSE;
  /* Not if the program was cut off while it created the ledger. */
  if (!xc_database_get_integer (self->database, "SELECT count (*) FROM ledger", &is_begun, error))
    return FALSE;
  return is_begun || begin_history (self->database, error);
}

/**
 * xc_store_open:
 * @path: a ledger
 * @mode: what for
 * @error: return location; %XC_STORE_ERROR_IN_USE with who has it open for writing, when it shall be written to; such
 *   a ledger can be opened for reading
 *
 * Returns: (transfer full): the ledger, or %NULL
 */
XcStore *
xc_store_open (const char *path, XcStoreMode mode, GError **error)
{
  g_autoptr (XcStore) self = g_object_new (XC_TYPE_STORE, NULL);
  int version;

  self->database =
      xc_database_open (path, mode == XC_STORE_READ ? XC_DATABASE_READ : XC_DATABASE_WRITE, error);
  if (self->database == NULL || !look_at_version (self, mode, &version, error))
    return NULL;
  if (mode == XC_STORE_READ)
    return g_steal_pointer (&self);
  self->lock = xc_lock_take (xc_database_get_path (self->database), error);
  if (self->lock == NULL || !bring_up_to_date (self, error))
    return NULL;
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

/**
 * xc_store_dup_uuid:
 * @self: a ledger
 *
 * Returns: (transfer full): its own name for itself, which stays when the file is renamed, moved or copied
 */
char *
xc_store_dup_uuid (XcStore *self)
{
  g_autoptr (XcStatement) statement = xc_database_prepare (self->database, "SELECT uuid FROM ledger", NULL);
  gboolean row = FALSE;

  if (statement == NULL || !xc_statement_step (statement, &row, NULL) || !row)
    return g_strdup ("");
  return g_strdup (xc_statement_get_text (statement, 0));
}

gboolean
xc_store_is_writable (XcStore *self)
{
  return self->lock != NULL;
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
check_writable (XcStore *self, GError **error)
{
  if (self->lock == NULL)
    return xc_fail (
        error, XC_STORE_ERROR, XC_STORE_ERROR_READ_ONLY,
        /* translators: %s is the name of a file */
        _ ("“%s” is open for reading only, so nothing was saved. Open it for writing and try again."),
        xc_database_get_name (self->database));
  return xc_lock_check (self->lock, error) && xc_database_check_place (self->database, error);
}

/*
 * Fails only when the ledger turns out to be damaged, or the user has cancelled. For want of room or permission alone no
 * work is refused: it would be lost with the form it was typed into; people are told instead.
 */
static gboolean
keep_day (XcStore *self, GError **error)
{
  XcDay today = xc_backup_today ();
  g_autoptr (GError) reason = NULL;

  if (self->backed_up_on == today
      || (self->backup_failed_after != 0
          && g_get_monotonic_time () - self->backup_failed_after < RETRY_USECONDS))
    return TRUE;
  if (xc_backup_keep_of_day (self->database, today, &reason))
    {
      self->backed_up_on = today;
      self->backup_failed_after = 0;
      return TRUE;
    }
  if (g_error_matches (reason, XC_STORE_ERROR, XC_STORE_ERROR_DAMAGED)
      || g_error_matches (reason, XC_STORE_ERROR, XC_STORE_ERROR_INTERRUPTED))
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  self->backup_failed_after = g_get_monotonic_time ();
  emit (self, backup_failed_signal, G_TYPE_ERROR, reason);
  return TRUE;
}

static gboolean
begin (XcStore *self, GError **error)
{
  g_assert (!self->is_in_action);
  if (g_thread_self () == self->home)
    g_signal_emit (self, writing_signal, 0);
  if (!check_writable (self, error) || !keep_day (self, error)
      || !xc_database_execute (self->database, "BEGIN IMMEDIATE", error))
    return FALSE;
  self->is_in_action = TRUE;
  self->last_id = 0;
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

/**
 * xc_store_new_id:
 * @self: a ledger, inside an action
 *
 * Ids are random, so that ledgers can be merged. Those of one action ascend by random steps from a random start: rows
 * that come together then lie together in the file, which makes a large import twice as fast.
 *
 * Returns: the id for a new row, from 1 to 2⁶³ − 1
 */
gint64
xc_store_new_id (XcStore *self)
{
  const gint64 step_max = 1 << 20;

  g_assert (self->is_in_action);
  if (self->last_id == 0 || self->last_id > G_MAXINT64 - step_max)
    self->last_id = xc_database_random_id ();
  else
    self->last_id += 1 + xc_database_random_id () % step_max;
  return self->last_id;
}

static void
tell (XcStore *self, GBytes *changeset, gboolean inverse)
{
  g_autoptr (XcChange) change = NULL;

  /* Of a large change it takes as long as a part of the change itself. */
  if (!g_signal_has_handler_pending (self, changed_signal, 0, FALSE))
    return;
  change = xc_change_new (changeset, inverse, NULL);
  if (change != NULL)
    emit (self, changed_signal, XC_TYPE_CHANGE, change);
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
  if (!end (self, xc_history_append (self->database, XC_HISTORY_NOTE, 0, title, NULL, error), error))
    return FALSE;
  g_signal_emit (self, noted_signal, 0);
  return TRUE;
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
