/* SPDX-License-Identifier: GPL-3.0-or-later */
#define SQLITE_ENABLE_SESSION
#define SQLITE_ENABLE_PREUPDATE_HOOK

#include "store/changeset.h"

#include <glib/gi18n-lib.h>
#include <sqlite3.h>

#include "core/fail.h"
#include "store/row-name.h"

/* How many of the rows that stand in the way are named. */
#define MAX_NAMED 3

struct _XcRecording
{
  XcDatabase *database; /* borrowed */
  sqlite3_session *session;
};

static gboolean
fail_in_memory (GError **error)
{
  return xc_fail (
      error, XC_STORE_ERROR, XC_STORE_ERROR_FAILED,
      _ ("The changes could not be recorded, so nothing was saved. Close other programs and try again."));
}

static gboolean
fail_damaged (GError **error)
{
  return xc_fail (
      error, XC_STORE_ERROR, XC_STORE_ERROR_DAMAGED,
      _ ("A step of the history is damaged, so nothing was changed. Check the ledger and restore the "
         "latest backup."));
}

/**
 * xc_recording_begin:
 * @database: a connection inside a transaction
 * @error: return location for a #XcStoreError
 *
 * Tables are attached by name: with all tables at once the history itself would be recorded.
 *
 * Returns: (transfer full): what records until it ends
 */
XcRecording *
xc_recording_begin (XcDatabase *database, GError **error)
{
  g_autoptr (XcRecording) self = g_new0 (XcRecording, 1);

  self->database = database;
  if (sqlite3session_create (xc_database_get_handle (database), "main", &self->session) != SQLITE_OK)
    {
      xc_database_fail (database, error);
      return NULL;
    }
  for (guint i = 0; i < XC_N_TABLES; i++)
    if (sqlite3session_attach (self->session, xc_catalogue_get ((XcTable) i)->name) != SQLITE_OK)
      {
        fail_in_memory (error);
        return NULL;
      }
  return g_steal_pointer (&self);
}

void
xc_recording_free (XcRecording *self)
{
  if (self->session != NULL)
    sqlite3session_delete (self->session);
  g_free (self);
}

/**
 * xc_recording_end:
 * @self: a recording
 * @error: return location for a #XcStoreError
 *
 * Returns: (transfer full): all that was changed, of size 0 when nothing was; or %NULL
 */
GBytes *
xc_recording_end (XcRecording *self, GError **error)
{
  int size = 0;
  void *bytes = NULL;

  if (sqlite3session_changeset (self->session, &size, &bytes) != SQLITE_OK)
    {
      fail_in_memory (error);
      return NULL;
    }
  return g_bytes_new_with_free_func (bytes, (gsize) size, sqlite3_free, bytes);
}

static void
read_value (sqlite3_value *value, XcChangeValue *into)
{
  *into = (XcChangeValue){ .is_given = value != NULL };
  if (value == NULL)
    return;
  if (sqlite3_value_type (value) == SQLITE_INTEGER)
    {
      into->is_number = TRUE;
      into->number = sqlite3_value_int64 (value);
    }
  else if (sqlite3_value_type (value) == SQLITE_TEXT)
    into->text = (const char *) sqlite3_value_text (value);
}

/* Fills @row; its values must have room for all columns of the table. */
static gboolean
read_row (sqlite3_changeset_iter *iterator, XcChangedRow *row, XcChangeValue *before, XcChangeValue *after)
{
  const char *table;
  int n_columns, operation;

  if (sqlite3changeset_op (iterator, &table, &n_columns, &operation, NULL) != SQLITE_OK)
    return FALSE;
  row->table = xc_catalogue_find (table);
  if (row->table == XC_TABLE_NONE || (guint) n_columns > xc_catalogue_get (row->table)->n_fields + 1)
    return FALSE;
  row->n_columns = (guint) n_columns;
  row->kind = operation == SQLITE_INSERT   ? XC_CHANGE_INSERTED
              : operation == SQLITE_UPDATE ? XC_CHANGE_UPDATED
                                           : XC_CHANGE_REMOVED;
  for (int i = 0; i < n_columns; i++)
    {
      sqlite3_value *old = NULL, *new = NULL;

      if (row->kind != XC_CHANGE_INSERTED)
        sqlite3changeset_old (iterator, i, &old);
      if (row->kind != XC_CHANGE_REMOVED)
        sqlite3changeset_new (iterator, i, &new);
      read_value (old, &before[i]);
      read_value (new, &after[i]);
    }
  row->id = row->kind == XC_CHANGE_INSERTED ? after[0].number : before[0].number;
  row->before = before;
  row->after = after;
  return TRUE;
}

/**
 * xc_changeset_each:
 * @changeset: what xc_recording_end() gave
 * @inverse: whether to read it as its undoing
 * @function: (scope call): called with each changed row
 * @data: for @function
 * @error: return location for %XC_STORE_ERROR_DAMAGED
 *
 * Returns: whether all of it could be read
 */
gboolean
xc_changeset_each (GBytes *changeset, gboolean inverse, XcChangedRowFunc function, gpointer data,
                   GError **error)
{
  guint widest = 1;
  g_autofree XcChangeValue *values = NULL;
  sqlite3_changeset_iter *iterator = NULL;
  XcChangedRow row = { 0 };
  gsize size;
  const void *bytes = g_bytes_get_data (changeset, &size);
  int code = SQLITE_ROW;
  gboolean goes_on = TRUE;

  for (guint i = 0; i < XC_N_TABLES; i++)
    widest = MAX (widest, xc_catalogue_get ((XcTable) i)->n_fields + 1);
  values = g_new (XcChangeValue, 2 * widest);
  if (sqlite3changeset_start_v2 (&iterator, (int) size, (void *) bytes,
                                 inverse ? SQLITE_CHANGESETSTART_INVERT : 0)
      != SQLITE_OK)
    return fail_damaged (error);
  while (goes_on && (code = sqlite3changeset_next (iterator)) == SQLITE_ROW)
    {
      if (!read_row (iterator, &row, values, values + widest))
        {
          code = SQLITE_CORRUPT;
          break;
        }
      goes_on = function (&row, data);
    }
  sqlite3changeset_finalize (iterator);
  return code == SQLITE_ROW || code == SQLITE_DONE ? TRUE : fail_damaged (error);
}

typedef struct
{
  XcDatabase *database; /* borrowed */
  GString *rows;        /* the first that stand in the way, as words */
  guint count;
} Conflicts;

static int
meet_conflict (void *data, int kind, sqlite3_changeset_iter *iterator)
{
  Conflicts *conflicts = data;
  const char *table = NULL;
  sqlite3_value *value = NULL;
  int n_columns, operation;

  conflicts->count++;
  if (kind != SQLITE_CHANGESET_FOREIGN_KEY && conflicts->count <= MAX_NAMED
      && sqlite3changeset_op (iterator, &table, &n_columns, &operation, NULL) == SQLITE_OK
      && xc_catalogue_find (table) != XC_TABLE_NONE)
    {
      g_autofree char *name = NULL;

      (operation == SQLITE_INSERT ? sqlite3changeset_new : sqlite3changeset_old) (iterator, 0, &value);
      name = xc_row_dup_name (conflicts->database, xc_catalogue_find (table),
                              value != NULL ? sqlite3_value_int64 (value) : 0);
      g_string_append_printf (conflicts->rows, "%s%s%s%s",
                              conflicts->rows->len > 0 ? C_ ("between rows", ", ") : "",
                              xc_catalogue_title (xc_catalogue_find (table)), *name != '\0' ? " " : "", name);
    }
  return SQLITE_CHANGESET_ABORT;
}

/**
 * xc_changeset_apply:
 * @database: a connection inside a transaction
 * @changeset: what xc_recording_end() gave, proven to be as it was recorded
 * @inverse: to undo it
 * @error: return location; %XC_STORE_ERROR_CHANGED_SINCE when a row is not as @changeset left it
 *
 * All of it or nothing.
 *
 * Returns: whether it was applied
 */
gboolean
xc_changeset_apply (XcDatabase *database, GBytes *changeset, gboolean inverse, GError **error)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  Conflicts conflicts = { .database = database, .rows = rows };
  gsize size;
  const void *bytes = g_bytes_get_data (changeset, &size);
  int code = sqlite3changeset_apply_v2 (xc_database_get_handle (database), (int) size, (void *) bytes, NULL,
                                        meet_conflict, &conflicts, NULL, NULL,
                                        inverse ? SQLITE_CHANGESETAPPLY_INVERT : 0);

  if (code == SQLITE_OK)
    return TRUE;
  if (code == SQLITE_ABORT || conflicts.count > 0)
    {
      if (rows->len == 0)
        return xc_fail (
            error, XC_STORE_ERROR, XC_STORE_ERROR_CHANGED_SINCE,
            _ ("Rows that were entered since depend on this step, so nothing was changed. Undo the later "
               "steps first."));
      return xc_fail (
          error, XC_STORE_ERROR, XC_STORE_ERROR_CHANGED_SINCE,
          /* translators: %s is a list of rows: the title of a table and the name of a row, several times */
          _ ("Rows of this step were changed since (%s), so nothing was changed. Undo the later steps "
             "first."),
          rows->str);
    }
  return xc_database_fail (database, error);
}
