/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A row that was altered by another program, or a letter in it by a failing disk, still looks like a row. But all that
 * was ever done to a ledger is in its history, which is chained by hashes: done again from the beginning, it must lead
 * to the same rows.
 */
#include "store/replay.h"

#include "store/changeset.h"
#include "store/history.h"
#include "store/schema.h"

static gboolean
replay_entry (XcDatabase *database, XcDatabase *model, gint64 seq, GError **error)
{
  g_autoptr (XcHistoryEntry) entry = xc_history_load (database, seq, error);
  g_autoptr (XcHistoryEntry) target = NULL;

  if (entry == NULL)
    return FALSE;
  switch (entry->kind)
    {
    case XC_HISTORY_ACTION:
      return xc_changeset_apply (model, entry->changeset, FALSE, error);
    case XC_HISTORY_UNDO:
    case XC_HISTORY_REDO:
      target = xc_history_load (database, entry->target_seq, error);
      return target != NULL
             && xc_changeset_apply (model, target->changeset, entry->kind == XC_HISTORY_UNDO, error);
    case XC_HISTORY_NOTE:
      return TRUE;
    }
  g_return_val_if_reached (FALSE);
}

/* Rows are found by id only; keeping the indexes would be most of the work. */
static gboolean
drop_indexes (XcDatabase *model, GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (XcStatement) statement = xc_database_prepare (
      model, "SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL", error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  for (;;)
    {
      if (!xc_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        break;
      g_string_append_printf (sql, "DROP INDEX %s;", xc_statement_get_text (statement, 0));
    }
  g_clear_pointer (&statement, xc_statement_release);
  return xc_database_execute (model, sql->str, error);
}

/* A new ledger after all that the history of @database tells, in memory. */
static XcDatabase *
replay (XcDatabase *database, GError **error)
{
  g_autoptr (XcDatabase) model = xc_database_open_in_memory (error);
  gint64 n_entries;

  /* The references held when each was done; checking them again is another's work. */
  if (model == NULL || !xc_schema_migrate (model, 0, error) || !drop_indexes (model, error)
      || !xc_database_execute (
          model, "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; BEGIN", error)
      || !xc_database_get_integer (database, "SELECT head_seq FROM ledger", &n_entries, error))
    return NULL;
  for (gint64 seq = 1; seq <= n_entries; seq++)
    if (!replay_entry (database, model, seq, error))
      return NULL;
  if (!xc_database_execute (model, "COMMIT", error))
    return NULL;
  return g_steal_pointer (&model);
}

static gboolean
is_same_row (XcStatement *one, XcStatement *other, int n_columns)
{
  for (int i = 0; i < n_columns; i++)
    if (g_strcmp0 (xc_statement_get_text (one, i), xc_statement_get_text (other, i)) != 0)
      return FALSE;
  return TRUE;
}

static gboolean
compare_table (XcDatabase *database, XcDatabase *model, XcTable table, XcReplayFunc function, gpointer data,
               GError **error)
{
  const XcCatalogueTable *entry = xc_catalogue_get (table);
  g_autoptr (GString) sql = g_string_new ("SELECT id");
  g_autoptr (XcStatement) found = NULL;
  g_autoptr (XcStatement) expected = NULL;
  gboolean more_found = TRUE, more_expected = TRUE;
  gboolean step_found = TRUE, step_expected = TRUE;

  for (guint i = 0; i < entry->n_fields; i++)
    g_string_append_printf (sql, ", %s", entry->fields[i].name);
  g_string_append_printf (sql, " FROM %s ORDER BY id", entry->name);
  found = xc_database_prepare (database, sql->str, error);
  expected = found != NULL ? xc_database_prepare (model, sql->str, error) : NULL;
  if (expected == NULL)
    return FALSE;
  for (;;)
    {
      gint64 found_id, expected_id;

      if ((step_found && !xc_statement_step (found, &more_found, error))
          || (step_expected && !xc_statement_step (expected, &more_expected, error)))
        return FALSE;
      if (!more_found && !more_expected)
        return TRUE;
      found_id = more_found ? xc_statement_get_integer (found, 0) : 0;
      expected_id = more_expected ? xc_statement_get_integer (expected, 0) : 0;
      step_found = more_found && (!more_expected || found_id <= expected_id);
      step_expected = more_expected && (!more_found || expected_id <= found_id);
      if (!step_found || !step_expected || !is_same_row (found, expected, (int) entry->n_fields + 1))
        function (table, step_found ? found_id : expected_id, data);
    }
}

/**
 * xc_replay_compare:
 * @database: a ledger whose history is proven
 * @function: (scope call): called with each row that is missing, too many, or not as the history left it
 * @data: for @function
 * @error: return location for a #XcStoreError
 *
 * Takes as much memory as the rows take in the file. A ledger of a newer version is passed over.
 *
 * Returns: whether it could be done to its end
 */
gboolean
xc_replay_compare (XcDatabase *database, XcReplayFunc function, gpointer data, GError **error)
{
  g_autoptr (XcDatabase) model = NULL;
  int version;

  if (!xc_schema_get_version (database, &version, error))
    return FALSE;
  if (version != XC_SCHEMA_VERSION)
    return TRUE;
  model = replay (database, error);
  if (model == NULL)
    return FALSE;
  for (guint i = 0; i < XC_N_TABLES; i++)
    if (!compare_table (database, model, (XcTable) i, function, data, error))
      return FALSE;
  return TRUE;
}
