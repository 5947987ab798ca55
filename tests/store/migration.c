/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Ledgers of every version that was ever released, kept as SQL text in tests/fixtures/schema. When a new version is
 * released, its own is made by
 *
 *   test-store-migration --make NEW.xuncha && sqlite3 NEW.xuncha .dump >tests/fixtures/schema/000N.sql
 *
 * and never changed again.
 */
#include <stdlib.h>
#include <string.h>

#include "full-ledger.h"
#include "ledger.h"
#include "store/backup-folder.h"
#include "store/history.h"
#include "store/replay.h"
#include "store/restore.h"
#include "store/schema.h"

static char *
read_fixture (int version)
{
  g_autofree char *name = g_strdup_printf ("%04d.sql", version);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "schema", name, NULL);
  g_autoptr (GError) error = NULL;
  char *sql = NULL;

  g_file_get_contents (path, &sql, NULL, &error);
  g_assert_no_error (error);
  return sql;
}

/* A ledger of @version in @folder, whose path it gives. */
static char *
load (const char *folder, const char *sql, int version)
{
  char *path = g_build_filename (folder, "old.xuncha", NULL);
  g_autofree char *mark = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d",
                                           XC_SCHEMA_APPLICATION_ID, version);
  g_autoptr (GError) error = NULL;
  g_autoptr (XcDatabase) database = xc_database_open (path, XC_DATABASE_CREATE, &error);

  g_assert_no_error (error);
  xc_database_execute (database, sql, &error);
  g_assert_no_error (error);
  xc_database_execute (database, mark, &error);
  g_assert_no_error (error);
  return path;
}

/* How many rows each table has, as text. */
static char *
count_rows (XcDatabase *database, GPtrArray *tables)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < tables->len; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM %s", (char *) tables->pdata[i]);
      gint64 n_rows;

      xc_database_get_integer (database, sql, &n_rows, &error);
      g_assert_no_error (error);
      g_string_append_printf (text, "%s %" G_GINT64_FORMAT "\n", (char *) tables->pdata[i], n_rows);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static GPtrArray *
list_tables (XcDatabase *database)
{
  GPtrArray *tables = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (XcStatement) statement = xc_database_prepare (
      database, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name", NULL);
  gboolean row;

  while (xc_statement_step (statement, &row, NULL) && row)
    g_ptr_array_add (tables, g_strdup (xc_statement_get_text (statement, 0)));
  return tables;
}

static void
fail_on_fault (gint64 seq, const char *sentence, gpointer data)
{
  g_error ("%s", sentence);
}

static void
count_altered (XcTable table, gint64 id, gpointer data)
{
  guint *n_altered = data;

  (*n_altered)++;
}

static guint
count_altered_rows (XcDatabase *database)
{
  g_autoptr (GError) error = NULL;
  guint n_altered = 0;

  g_assert_true (xc_history_verify (database, fail_on_fault, NULL, &error));
  g_assert_true (xc_replay_compare (database, count_altered, &n_altered, &error));
  g_assert_no_error (error);
  return n_altered;
}

static void
assert_migrates (int version)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autofree char *sql = read_fixture (version);
  g_autofree char *path = load (folder, sql, version);
  g_autoptr (XcDatabase) old = xc_database_open (path, XC_DATABASE_READ, NULL);
  g_autoptr (GPtrArray) tables = list_tables (old);
  g_autofree char *before = count_rows (old, tables);
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (XcStore) store = NULL;
  XcDatabase *database;
  int found;

  g_assert_true (xc_schema_verify (old, version, &error));
  g_assert_no_error (error);
  g_clear_pointer (&old, xc_database_close);
  store = xc_store_open (path, XC_STORE_WRITE, &error);
  g_assert_no_error (error);
  database = xc_store_get_database (store);
  g_assert_true (xc_schema_get_version (database, &found, &error));
  g_assert_cmpint (found, ==, XC_SCHEMA_VERSION);
  /* As a new ledger is built, with all rows, and as the history tells. */
  g_assert_true (xc_schema_verify (database, XC_SCHEMA_VERSION, &error));
  g_assert_no_error (error);
  after = count_rows (database, tables);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (count_altered_rows (database), ==, 0);
  backups = xc_backup_list (path, &error);
  g_assert_cmpuint (backups->len, ==, version < XC_SCHEMA_VERSION);
  /* And it can be worked in, and be undone from its very beginning. */
  xc_test_ledger_add_register (store, "新类别");
  g_assert_true (xc_store_undo (store, NULL, &error));
  while (xc_store_undo (store, NULL, &error))
    ;
  g_assert_error (error, XC_STORE_ERROR, XC_STORE_ERROR_NOTHING);
}

static void
brings_every_released_version_up_to_date (void)
{
  for (int version = 1; version <= XC_SCHEMA_VERSION; version++)
    assert_migrates (version);
}

/* Opens @path for writing, which brings it up to date, and gives its rows. */
static char *
open_and_dump (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XcStore) store = xc_store_open (path, XC_STORE_WRITE, &error);

  g_assert_no_error (error);
  return xc_test_ledger_dump (store);
}

static int
read_version (const char *path)
{
  g_autoptr (XcDatabase) database = xc_database_open (path, XC_DATABASE_READ, NULL);
  int version = 0;

  g_assert_true (xc_schema_get_version (database, &version, NULL));
  return version;
}

static void
goes_back_to_what_there_was_before (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autofree char *sql = read_fixture (1);
  g_autofree char *path = load (folder, sql, 1);
  g_autofree char *migrated = open_and_dump (path);
  g_autofree char *again = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (XcStore) store = xc_store_open (path, XC_STORE_WRITE, &error);
  guint n_found = 0;

  g_assert_no_error (error);
  xc_test_ledger_add_register (store, "后来的类别");
  g_clear_object (&store);
  backups = xc_backup_list (path, &error);
  g_assert_no_error (error);
  /* The day's first write is kept as well. */
  for (guint i = 0; i < backups->len; i++)
    {
      const XcBackup *backup = backups->pdata[i];

      if (!g_str_equal (backup->reason, "migration"))
        continue;
      n_found++;
      g_assert_cmpint (read_version (backup->path), ==, 1);
      g_assert_true (xc_backup_restore (path, backup->path, &error));
      g_assert_no_error (error);
    }
  g_assert_cmpuint (n_found, ==, 1);
  again = open_and_dump (path);
  g_assert_cmpstr (again, ==, migrated);
  g_assert_cmpint (read_version (path), ==, XC_SCHEMA_VERSION);
}

static char *
replace (const char *text, const char *from, const char *to)
{
  g_auto (GStrv) parts = g_strsplit (text, from, 2);

  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  return g_strjoinv (to, parts);
}

static void
misses_nothing_that_differs (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcTestFolder) other_folder = xc_test_folder_new ();
  g_autofree char *sql = read_fixture (1);
  g_autofree char *other_schema = replace (sql, "decimals BETWEEN 0 AND 4", "decimals BETWEEN 0 AND 5");
  g_autofree char *other_row = replace (sql, "'“head”第 1 行'", "'“head”第 9 行'");
  g_autofree char *path = load (folder, other_schema, 1);
  g_autofree char *other_path = load (other_folder, other_row, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (XcStore) store = xc_store_open (path, XC_STORE_WRITE, &error);

  g_assert_null (store);
  g_assert_error (error, XC_STORE_ERROR, XC_STORE_ERROR_DAMAGED);
  g_clear_error (&error);
  store = xc_store_open (other_path, XC_STORE_WRITE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_altered_rows (xc_store_get_database (store)), ==, 1);
}

static int
make (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XcStore) store = xc_store_create (path, &error);

  g_assert_no_error (error);
  xc_test_ledger_fill (store);
  return EXIT_SUCCESS;
}

int
main (int argc, char **argv)
{
  if (argc == 3 && strcmp (argv[1], "--make") == 0)
    return make (argv[2]);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/migration/brings-every-released-version-up-to-date",
                   brings_every_released_version_up_to_date);
  g_test_add_func ("/store/migration/goes-back-to-what-there-was-before", goes_back_to_what_there_was_before);
  g_test_add_func ("/store/migration/misses-nothing-that-differs", misses_nothing_that_differs);
  return g_test_run ();
}
