/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/history.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/fail.h"

static const char *const kind_words[] = { "action", "undo", "redo", "note" };

/* All columns of an entry but the changeset. */
#define COLUMNS "seq, happened_at, user_name, kind, coalesce (target_seq, 0), title, hash"

/**
 * xc_history_kind_word:
 * @kind: a kind
 *
 * Returns: (transfer none): its word in the ledger and for scripts
 */
const char *
xc_history_kind_word (XcHistoryKind kind)
{
  return kind_words[kind];
}

void
xc_history_entry_free (XcHistoryEntry *entry)
{
  g_clear_pointer (&entry->changeset, g_bytes_unref);
  g_free (entry->user_name);
  g_free (entry->title);
  g_free (entry->hash);
  g_free (entry);
}

/**
 * xc_history_get_user_name:
 *
 * Returns: (transfer none): by whose name what is done now is remembered
 */
const char *
xc_history_get_user_name (void)
{
  const char *name = g_get_real_name ();

  return name != NULL && strcmp (name, "Unknown") != 0 && g_utf8_validate (name, -1, NULL)
             ? name
             : g_get_user_name ();
}

/* Every part is preceded by its length, so that no two different entries are hashed from the same bytes. */
static void
hash_part (GChecksum *checksum, gconstpointer bytes, gsize size)
{
  guint64 length = GUINT64_TO_LE ((guint64) size);

  g_checksum_update (checksum, (const guchar *) &length, sizeof length);
  g_checksum_update (checksum, bytes, (gssize) size);
}

static char *
compute_hash (const char *before, const XcHistoryEntry *entry)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *numbers = g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
                                              entry->seq, entry->happened_at, entry->target_seq);
  const char *parts[] = { before, numbers, kind_words[entry->kind], entry->user_name, entry->title };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    hash_part (checksum, parts[i], strlen (parts[i]));
  if (entry->changeset != NULL)
    hash_part (checksum, g_bytes_get_data (entry->changeset, NULL), g_bytes_get_size (entry->changeset));
  return g_strdup (g_checksum_get_string (checksum));
}

/* Never NULL, whatever a damaged file gives. */
static char *
dup_text (XcStatement *statement, int column)
{
  const char *text = xc_statement_get_text (statement, column);

  return g_strdup (text != NULL ? text : "");
}

static gboolean
get_head (XcDatabase *database, gint64 *seq, char **hash, GError **error)
{
  g_autoptr (XcStatement) statement =
      xc_database_prepare (database, "SELECT head_seq, head_hash FROM ledger WHERE id = 1", error);
  gboolean row;

  if (statement == NULL || !xc_statement_step (statement, &row, error))
    return FALSE;
  *seq = row ? xc_statement_get_integer (statement, 0) : 0;
  *hash = row ? dup_text (statement, 1) : g_strdup ("");
  return TRUE;
}

/**
 * xc_history_get_last_seq:
 * @database: a ledger
 * @seq: (out): number of the last entry, 0 before the first
 * @error: return location for a #XcStoreError
 *
 * Moves with every action: what was read at the same number is still so.
 *
 * Returns: whether it could be read
 */
gboolean
xc_history_get_last_seq (XcDatabase *database, gint64 *seq, GError **error)
{
  g_autofree char *hash = NULL;

  return get_head (database, seq, &hash, error);
}

/**
 * xc_history_begin:
 * @database: a new ledger
 * @error: return location for a #XcStoreError
 *
 * Gives the ledger its name for the rest of its life, and the history its beginning.
 *
 * Returns: whether it was written
 */
gboolean
xc_history_begin (XcDatabase *database, GError **error)
{
  g_autoptr (XcStatement) statement = xc_database_prepare (
      database, "INSERT INTO ledger (id, uuid, head_seq, head_hash) VALUES (1, ?1, 0, ?1)", error);
  g_autofree char *uuid = g_uuid_string_random ();

  if (statement == NULL)
    return FALSE;
  xc_statement_bind_text (statement, 1, uuid);
  return xc_statement_run (statement, error);
}

static gboolean
move_head (XcDatabase *database, const XcHistoryEntry *entry, GError **error)
{
  g_autoptr (XcStatement) statement =
      xc_database_prepare (database, "UPDATE ledger SET head_seq = ?1, head_hash = ?2 WHERE id = 1", error);

  if (statement == NULL)
    return FALSE;
  xc_statement_bind_integer (statement, 1, entry->seq);
  xc_statement_bind_text (statement, 2, entry->hash);
  return xc_statement_run (statement, error);
}

/**
 * xc_history_append:
 * @database: a connection inside the transaction of what is to be remembered
 * @kind: what it was
 * @target_seq: the action that was undone or redone, or 0
 * @title: what people call it
 * @changeset: (nullable): of an action
 * @error: return location for a #XcStoreError
 *
 * Returns: whether it was written
 */
gboolean
xc_history_append (XcDatabase *database, XcHistoryKind kind, gint64 target_seq, const char *title,
                   GBytes *changeset, GError **error)
{
  g_autoptr (XcHistoryEntry) entry = g_new0 (XcHistoryEntry, 1);
  g_autofree char *before = NULL;
  g_autoptr (XcStatement) insert = NULL;

  if (!get_head (database, &entry->seq, &before, error))
    return FALSE;
  entry->seq++;
  entry->happened_at = g_get_real_time ();
  entry->user_name = g_strdup (xc_history_get_user_name ());
  entry->kind = kind;
  entry->target_seq = target_seq;
  entry->title = g_strdup (title);
  entry->changeset = changeset != NULL ? g_bytes_ref (changeset) : NULL;
  entry->hash = compute_hash (before, entry);

  insert = xc_database_prepare (
      database,
      "INSERT INTO history (seq, happened_at, user_name, kind, target_seq, title, changeset,"
      " hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
      error);
  if (insert == NULL)
    return FALSE;
  xc_statement_bind_integer (insert, 1, entry->seq);
  xc_statement_bind_integer (insert, 2, entry->happened_at);
  xc_statement_bind_text (insert, 3, entry->user_name);
  xc_statement_bind_text (insert, 4, kind_words[kind]);
  if (target_seq != 0)
    xc_statement_bind_integer (insert, 5, target_seq);
  xc_statement_bind_text (insert, 6, title);
  if (changeset != NULL)
    xc_statement_bind_blob (insert, 7, g_bytes_get_data (changeset, NULL), g_bytes_get_size (changeset));
  xc_statement_bind_text (insert, 8, entry->hash);
  return xc_statement_run (insert, error) && move_head (database, entry, error);
}

static XcHistoryEntry *
read_entry (XcStatement *statement)
{
  XcHistoryEntry *entry = g_new0 (XcHistoryEntry, 1);
  const char *word = xc_statement_get_text (statement, 3);

  entry->seq = xc_statement_get_integer (statement, 0);
  entry->happened_at = xc_statement_get_integer (statement, 1);
  entry->user_name = dup_text (statement, 2);
  for (guint i = 0; i < G_N_ELEMENTS (kind_words); i++)
    if (g_strcmp0 (word, kind_words[i]) == 0)
      entry->kind = (XcHistoryKind) i;
  entry->target_seq = xc_statement_get_integer (statement, 4);
  entry->title = dup_text (statement, 5);
  entry->hash = dup_text (statement, 6);
  return entry;
}

/* The hash of the entry before @seq. */
static char *
load_hash_before (XcDatabase *database, gint64 seq, GError **error)
{
  g_autoptr (XcStatement) statement = xc_database_prepare (
      database, "SELECT coalesce ((SELECT hash FROM history WHERE seq = ?1 - 1), (SELECT uuid FROM ledger))",
      error);
  gboolean row;

  if (statement == NULL)
    return NULL;
  xc_statement_bind_integer (statement, 1, seq);
  if (!xc_statement_step (statement, &row, error))
    return NULL;
  return g_strdup (row && !xc_statement_is_null (statement, 0) ? xc_statement_get_text (statement, 0) : "");
}

static gboolean
fail_altered (gint64 seq, GError **error)
{
  g_autofree char *step = g_strdup_printf ("%" G_GINT64_FORMAT, seq);

  return xc_fail (error, XC_STORE_ERROR, XC_STORE_ERROR_DAMAGED,
                  /* translators: %s is the number of a step of the history */
                  _ ("Step %s of the history is missing or was altered, so nothing was changed. "
                     "Check the ledger and restore the latest backup."),
                  step);
}

/**
 * xc_history_get_size:
 * @database: a ledger
 * @seq: a row of the history
 * @n_bytes: (out): how large its changeset is, 0 when it has none; the changeset itself is not read
 * @error: return location for a #XcStoreError
 *
 * Returns: whether it could be asked
 */
gboolean
xc_history_get_size (XcDatabase *database, gint64 seq, gint64 *n_bytes, GError **error)
{
  g_autoptr (XcStatement) statement =
      xc_database_prepare (database, "SELECT length (changeset) FROM history WHERE seq = ?1", error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  xc_statement_bind_integer (statement, 1, seq);
  if (!xc_statement_step (statement, &row, error))
    return FALSE;
  *n_bytes = row ? xc_statement_get_integer (statement, 0) : 0;
  return TRUE;
}

/**
 * xc_history_load:
 * @database: a connection
 * @seq: the number of an entry
 * @error: return location; %XC_STORE_ERROR_DAMAGED when it is missing or altered
 *
 * The changeset is proven by the hash: SQLite itself would apply a damaged one without complaint.
 *
 * Returns: (transfer full): the entry with its changeset, or %NULL
 */
XcHistoryEntry *
xc_history_load (XcDatabase *database, gint64 seq, GError **error)
{
  g_autoptr (XcStatement) statement =
      xc_database_prepare (database, "SELECT " COLUMNS ", changeset FROM history WHERE seq = ?1", error);
  g_autoptr (XcHistoryEntry) entry = NULL;
  g_autofree char *before = load_hash_before (database, seq, error);
  g_autofree char *hash = NULL;
  gboolean row;

  if (statement == NULL || before == NULL)
    return NULL;
  xc_statement_bind_integer (statement, 1, seq);
  if (!xc_statement_step (statement, &row, error))
    return NULL;
  if (row)
    {
      entry = read_entry (statement);
      entry->changeset = xc_statement_dup_blob (statement, 7);
      hash = compute_hash (before, entry);
    }
  if (!row || strcmp (hash, entry->hash) != 0)
    {
      fail_altered (seq, error);
      return NULL;
    }
  return g_steal_pointer (&entry);
}

/**
 * xc_history_list:
 * @database: a connection
 * @error: return location for a #XcStoreError
 *
 * Returns: (transfer full) (element-type XcHistoryEntry): all entries without their changesets, oldest first
 */
GPtrArray *
xc_history_list (XcDatabase *database, GError **error)
{
  return xc_history_list_after (database, 0, error);
}

/**
 * xc_history_list_after:
 * @database: a connection
 * @seq: the number of an entry, or 0
 * @error: return location for a #XcStoreError
 *
 * Returns: (transfer full) (element-type XcHistoryEntry): what came after that entry, without changesets, oldest first
 */
GPtrArray *
xc_history_list_after (XcDatabase *database, gint64 seq, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) xc_history_entry_free);
  g_autoptr (XcStatement) statement =
      xc_database_prepare (database, "SELECT " COLUMNS " FROM history WHERE seq > ?1 ORDER BY seq", error);
  gboolean row;

  if (statement == NULL)
    return NULL;
  xc_statement_bind_integer (statement, 1, seq);
  for (;;)
    {
      if (!xc_statement_step (statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&entries);
      g_ptr_array_add (entries, read_entry (statement));
    }
}

/**
 * xc_history_find_undoable:
 * @database: a connection
 * @seq: (out): the latest action that is not undone, or 0
 * @error: return location for a #XcStoreError
 *
 * Returns: whether it could be looked up
 */
gboolean
xc_history_find_undoable (XcDatabase *database, gint64 *seq, GError **error)
{
  return xc_database_get_integer (
      database,
      "SELECT seq FROM history AS action WHERE kind = 'action' AND coalesce ((SELECT kind FROM history AS "
      "later"
      " WHERE later.target_seq = action.seq ORDER BY later.seq DESC LIMIT 1), 'redo') = 'redo'"
      " ORDER BY seq DESC LIMIT 1",
      seq, error);
}

/**
 * xc_history_find_redoable:
 * @database: a connection
 * @seq: (out): the action that was undone last, or 0 when another was done since
 * @error: return location for a #XcStoreError
 *
 * Actions are undone latest first, so of those that stand undone since the last action was done the earliest was
 * undone last.
 *
 * Returns: whether it could be looked up
 */
gboolean
xc_history_find_redoable (XcDatabase *database, gint64 *seq, GError **error)
{
  return xc_database_get_integer (database,
                                  "SELECT undo.target_seq FROM history AS undo WHERE undo.kind = 'undo'"
                                  " AND undo.seq > (SELECT max (seq) FROM history WHERE kind = 'action')"
                                  " AND undo.seq = (SELECT max (later.seq) FROM history AS later WHERE "
                                  "later.target_seq = undo.target_seq)"
                                  " ORDER BY undo.target_seq LIMIT 1",
                                  seq, error);
}

/**
 * xc_history_verify:
 * @database: a connection
 * @function: (scope call): called with each entry that is missing or altered
 * @data: for @function
 * @error: return location for a #XcStoreError
 *
 * Returns: whether the history could be read to its end
 */
gboolean
xc_history_verify (XcDatabase *database, XcHistoryFaultFunc function, gpointer data, GError **error)
{
  g_autoptr (XcStatement) statement =
      xc_database_prepare (database, "SELECT " COLUMNS ", changeset FROM history ORDER BY seq", error);
  g_autofree char *before = load_hash_before (database, 1, error);
  g_autofree char *head = NULL;
  gint64 expected = 1, head_seq;
  gboolean row;

  if (statement == NULL || before == NULL || !get_head (database, &head_seq, &head, error))
    return FALSE;
  for (;; expected++)
    {
      g_autoptr (XcHistoryEntry) entry = NULL;
      g_autofree char *hash = NULL;

      if (!xc_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        break;
      entry = read_entry (statement);
      entry->changeset = xc_statement_dup_blob (statement, 7);
      hash = compute_hash (before, entry);
      if (entry->seq != expected || strcmp (hash, entry->hash) != 0)
        {
          g_autofree char *step = g_strdup_printf ("%" G_GINT64_FORMAT, expected);
          g_autofree char *sentence = g_strdup_printf (
              /* translators: %s is the number of a step of the history */
              _ ("Step %s of the history is missing or was altered."), step);

          function (expected, sentence, data);
          expected = entry->seq;
        }
      g_free (before);
      before = g_strdup (entry->hash);
    }
  if (head_seq != expected - 1 || strcmp (head, before) != 0)
    function (head_seq, _ ("The last steps of the history are missing or were altered."), data);
  return TRUE;
}
