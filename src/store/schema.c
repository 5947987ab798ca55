/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/schema.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "core/fail.h"
#include "schema-resource.h"

static const char *const steps[XC_SCHEMA_VERSION] = {
  "0001-ledger.sql", "0002-rectification.sql", "0003-figures.sql", "0004-grounds.sql", "0005-lists.sql",
};

/**
 * xc_schema_get_version:
 * @database: a connection
 * @version: (out): the number of the last step that the ledger has taken
 * @error: return location; %XC_STORE_ERROR_NOT_LEDGER when the file is another program's
 *
 * Returns: whether it is a ledger
 */
gboolean
xc_schema_get_version (XcDatabase *database, int *version, GError **error)
{
  gint64 application, number;

  if (!xc_database_get_integer (database, "PRAGMA application_id", &application, error)
      || !xc_database_get_integer (database, "PRAGMA user_version", &number, error))
    return FALSE;
  if (application != XC_SCHEMA_APPLICATION_ID || number < 1)
    return xc_fail (
        error, XC_STORE_ERROR, XC_STORE_ERROR_NOT_LEDGER,
        /* translators: %s is the name of a file */
        _ ("“%s” is not a ledger of this program; nothing was changed. Choose a file that ends in "
           ".xuncha."),
        xc_database_get_name (database));
  *version = (int) number;
  return TRUE;
}

static gboolean
run_step (XcDatabase *database, int step, GError **error)
{
  g_autofree char *resource = g_strconcat ("/xuncha/schema/", steps[step], NULL);
  g_autoptr (GBytes) sql =
      g_resource_lookup_data (xc_schema_get_resource (), resource, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert (sql != NULL);
  return xc_database_execute (database, g_bytes_get_data (sql, NULL), error);
}

static gboolean
fail_altered (XcDatabase *database, const char *what, GError **error)
{
  g_autofree char *shown = what != NULL ? g_utf8_make_valid (what, -1) : g_strdup ("?");

  return xc_fail (error, XC_STORE_ERROR, XC_STORE_ERROR_DAMAGED,
                  /* translators: %1$s is the name of a file, %2$s the name of a table in it */
                  _ ("“%1$s” was altered by another program (“%2$s” is not as in a ledger), so it was not "
                     "opened. Restore "
                     "the latest backup, which lies beside it."),
                  xc_database_get_name (database), shown);
}

/* A later version's tables are not known; but nothing in them may do anything by itself. */
static gboolean
verify_newer (XcDatabase *database, GError **error)
{
  g_autoptr (XcStatement) statement = xc_database_prepare (
      database,
      "SELECT name FROM sqlite_schema WHERE name GLOB '*[^a-z0-9_]*' OR NOT (CASE type"
      " WHEN 'table' THEN sql LIKE 'CREATE TABLE %'"
      " WHEN 'index' THEN sql IS NULL OR sql LIKE 'CREATE INDEX %' OR sql LIKE 'CREATE UNIQUE INDEX %'"
      " ELSE 0 END)",
      error);
  gboolean row;

  if (statement == NULL || !xc_statement_step (statement, &row, error))
    return FALSE;
  return !row || fail_altered (database, xc_statement_get_text (statement, 0), error);
}

/* What a row of the list of tables and indexes has. */
#define N_PARTS 4

/* All rows one after the other, N_PARTS texts each; of a file that has more than @n_most of them no more are read. */
static GPtrArray *
list_parts (XcDatabase *database, guint n_most, GError **error)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (XcStatement) statement = xc_database_prepare (
      database, "SELECT name, type, tbl_name, sql FROM sqlite_schema ORDER BY name, type", error);

  for (;;)
    {
      gboolean row;

      if (statement == NULL || !xc_statement_step (statement, &row, error))
        return NULL;
      if (!row || parts->len > n_most)
        return g_steal_pointer (&parts);
      for (int column = 0; column < N_PARTS; column++)
        g_ptr_array_add (parts, g_strdup (xc_statement_get_text (statement, column)));
    }
}

static GPtrArray *
make_model (int version, GError **error)
{
  g_autoptr (XcDatabase) model = xc_database_open_in_memory (error);

  if (model == NULL || !xc_database_execute (model, "PRAGMA foreign_keys = OFF", error))
    return NULL;
  for (int step = 0; step < version; step++)
    if (!run_step (model, step, error))
      return NULL;
  return list_parts (model, G_MAXUINT, error);
}

/* Each is made once in a process: every connection to a ledger is compared with it. */
static const GPtrArray *
get_model (int version, GError **error)
{
  static GMutex mutex;
  static GPtrArray *models[XC_SCHEMA_VERSION + 1];
  const GPtrArray *model;

  g_mutex_lock (&mutex);
  if (models[version] == NULL)
    models[version] = make_model (version, error);
  model = models[version];
  g_mutex_unlock (&mutex);
  return model;
}

/**
 * xc_schema_verify:
 * @database: a ledger
 * @version: the version it has
 * @error: return location; %XC_STORE_ERROR_DAMAGED when it is built otherwise
 *
 * A file that only calls itself a ledger may hold triggers, views or virtual tables that run at the first look or
 * write. So nothing is read from one that is not built, word by word, as the steps up to @version build it.
 *
 * Returns: whether it is
 */
gboolean
xc_schema_verify (XcDatabase *database, int version, GError **error)
{
  g_autoptr (GPtrArray) found = NULL;
  const GPtrArray *expected;

  if (version > XC_SCHEMA_VERSION)
    return verify_newer (database, error);
  expected = get_model (version, error);
  found = expected != NULL ? list_parts (database, expected->len, error) : NULL;
  if (found == NULL)
    return FALSE;
  for (guint i = 0; i < MAX (expected->len, found->len); i++)
    {
      const GPtrArray *named = i < found->len ? found : expected;

      if (i >= expected->len || i >= found->len || g_strcmp0 (expected->pdata[i], found->pdata[i]) != 0)
        return fail_altered (database, named->pdata[i - i % N_PARTS], error);
    }
  return TRUE;
}

static gboolean
take_step (XcDatabase *database, int step, GError **error)
{
  g_autofree char *mark = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d",
                                           XC_SCHEMA_APPLICATION_ID, step + 1);
  g_autoptr (XcStatement) check = NULL;
  gboolean wrong;

  if (!xc_database_execute (database, "BEGIN IMMEDIATE", error))
    return FALSE;
  check = xc_database_prepare (database, "PRAGMA foreign_key_check", error);
  if (check == NULL || !run_step (database, step, error) || !xc_database_execute (database, mark, error)
      || !xc_statement_step (check, &wrong, error))
    goto fail;
  if (wrong)
    {
      xc_fail (error, XC_STORE_ERROR, XC_STORE_ERROR_DAMAGED,
               /* translators: %s is the name of a file */
               _ ("“%s” holds rows that refer to nothing, so it was not brought up to date. Restore the "
                  "latest backup."),
               xc_database_get_name (database));
      goto fail;
    }
  g_clear_pointer (&check, xc_statement_release);
  if (xc_database_execute (database, "COMMIT", error))
    return TRUE;
fail:
  if (xc_database_is_in_transaction (database))
    xc_database_execute (database, "ROLLBACK", NULL);
  return FALSE;
}

/**
 * xc_schema_migrate:
 * @database: a connection that writes
 * @from: the version it has; 0 for an empty file
 * @error: return location for a #XcStoreError
 *
 * Takes the steps that are missing, each in a transaction of its own with its number: what was taken stays whatever
 * happens to the next.
 *
 * Returns: whether the ledger now is of %XC_SCHEMA_VERSION
 */
gboolean
xc_schema_migrate (XcDatabase *database, int from, GError **error)
{
  /* Rebuilding a table needs it off, and it cannot be changed inside a transaction; take_step() checks instead. */
  gboolean taken = xc_database_execute (database, "PRAGMA foreign_keys = OFF", error);

  for (int step = from; taken && step < XC_SCHEMA_VERSION; step++)
    taken = take_step (database, step, error);
  return xc_database_execute (database, "PRAGMA foreign_keys = ON", taken ? error : NULL) && taken;
}
