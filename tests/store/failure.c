/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the file system can do to a ledger: each time one sentence, and nothing lost. */
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "ledger.h"
#include "process.h"
#include "store/check.h"

typedef struct
{
  char *folder;
  char *path;
  char *journal;
  XcStore *store;
  char *dump;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = xc_test_folder_new ();
  fixture->store = xc_test_ledger_new (fixture->folder);
  xc_test_ledger_add_register (fixture->store, "区直单位");
  fixture->path = g_strdup (xc_store_get_path (fixture->store));
  fixture->journal = g_strconcat (fixture->path, "-journal", NULL);
  fixture->dump = xc_test_ledger_dump (fixture->store);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->store);
  xc_test_folder_remove (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->journal);
  g_free (fixture->dump);
}

static void
fail_on_finding (const XcFinding *finding, gpointer data)
{
  g_error ("%s", finding->sentence);
}

static void
assert_unchanged (const Fixture *fixture, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XcStore) store = xc_store_open (path, XC_STORE_READ, &error);
  g_autofree char *dump = NULL;

  g_assert_no_error (error);
  dump = xc_test_ledger_dump (store);
  g_assert_cmpstr (dump, ==, fixture->dump);
  g_assert_true (xc_store_check (store, fail_on_finding, NULL, &error));
  g_assert_no_error (error);
}

/* So many bytes that they need room. */
static gboolean
save_long_title (XcStore *store, gpointer data, GError **error)
{
  g_autoptr (XcRecord) record = xc_record_new (XC_TABLE_REGISTER);
  g_autofree char *title = g_strnfill (GPOINTER_TO_UINT (data), 'x');

  xc_record_set_text (record, "title", title);
  return xc_store_save (store, record, error);
}

static gboolean
save (XcStore *store, guint length, GError **error)
{
  return xc_store_run (store, "save", save_long_title, GUINT_TO_POINTER (length), error);
}

static void
work_within_a_limit (gpointer data)
{
  const Fixture *fixture = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (XcStore) store = xc_store_open (fixture->path, XC_STORE_WRITE, &error);
  struct rlimit limit = { 600 * 1024, RLIM_INFINITY };
  g_autofree char *dump = NULL;

  g_assert_no_error (error);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_false (save (store, 2000000, &error));
  g_assert_error (error, XC_STORE_ERROR, XC_STORE_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "ledger.xuncha"));
  g_assert_nonnull (strstr (error->message, "File too large"));
  dump = xc_test_ledger_dump (store);
  g_assert_cmpstr (dump, ==, fixture->dump);
  /* And goes on when there is room again. */
  g_clear_error (&error);
  limit.rlim_cur = RLIM_INFINITY;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_true (save (store, 2000000, &error));
  g_assert_no_error (error);
  g_assert_true (xc_store_undo (store, NULL, &error));
  g_assert_no_error (error);
}

static void
a_write_that_fails_takes_all_back (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->store);
  xc_test_wait (xc_test_fork (work_within_a_limit, fixture));
  assert_unchanged (fixture, fixture->path);
}

static void
assert_write_refused (const Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (save (fixture->store, 10, &error));
  g_assert_error (error, XC_STORE_ERROR, XC_STORE_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "ledger.xuncha"));
}

static void
a_ledger_moved_while_open_is_missed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *elsewhere = g_build_filename (fixture->folder, "elsewhere.xuncha", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_rename (fixture->path, elsewhere), ==, 0);
  assert_write_refused (fixture);
  assert_unchanged (fixture, elsewhere);
  /* Another file in its place is not taken for it, nor is a folder. */
  g_assert_true (g_file_set_contents (fixture->path, "another", -1, NULL));
  assert_write_refused (fixture);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0);
  assert_write_refused (fixture);
  /* Put back, it goes on. */
  g_assert_cmpint (g_rmdir (fixture->path), ==, 0);
  g_assert_cmpint (g_rename (elsewhere, fixture->path), ==, 0);
  g_assert_true (save (fixture->store, 10, &error));
  g_assert_no_error (error);
}

static void
a_ledger_deleted_while_open_is_missed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *dump = NULL;

  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  assert_write_refused (fixture);
  /* What is in it can still be read, and so be saved elsewhere. */
  dump = xc_test_ledger_dump (fixture->store);
  g_assert_cmpstr (dump, ==, fixture->dump);
}

static void
stop_in_mid_write (gpointer data)
{
  const Fixture *fixture = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (XcDatabase) database = xc_database_open (fixture->path, XC_DATABASE_WRITE, &error);

  g_assert_no_error (error);
  /* With so little memory for pages they go to the file before the end of the transaction. */
  xc_database_execute (database,
                       "PRAGMA cache_size = 1; BEGIN IMMEDIATE; DELETE FROM register;"
                       "WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 5000)"
                       " INSERT INTO setting (id, name, value) SELECT i, 'name ' || i, 'value' FROM n",
                       &error);
  g_assert_no_error (error);
  raise (SIGKILL);
}

static void
cut_off (const Fixture *fixture)
{
  pid_t child = xc_test_fork (stop_in_mid_write, (gpointer) fixture);
  siginfo_t info;
  GStatBuf status;

  /* Only looks; xc_test_kill() buries it. */
  g_assert_cmpint (waitid (P_PID, (id_t) child, &info, WEXITED | WNOWAIT), ==, 0);
  xc_test_kill (child);
  g_assert_cmpint (g_stat (fixture->journal, &status), ==, 0);
  g_assert_cmpint (status.st_size, >, 512);
}

static void
what_was_cut_off_is_taken_back_by_a_reader (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->store);
  cut_off (fixture);
  assert_unchanged (fixture, fixture->path);
  g_assert_false (g_file_test (fixture->journal, G_FILE_TEST_EXISTS));
}

static void
what_was_cut_off_is_taken_back_by_a_writer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&fixture->store);
  cut_off (fixture);
  fixture->store = xc_store_open (fixture->path, XC_STORE_WRITE, &error);
  g_assert_no_error (error);
  g_assert_false (g_file_test (fixture->journal, G_FILE_TEST_EXISTS));
  assert_unchanged (fixture, fixture->path);
}

static void
read_what_was_cut_off (gpointer data)
{
  const Fixture *fixture = data;
  g_autoptr (GError) error = NULL;

  g_assert_null (xc_store_open (fixture->path, XC_STORE_READ, &error));
  g_assert_error (error, XC_STORE_ERROR, XC_STORE_ERROR_UNFINISHED);
  g_assert_nonnull (strstr (error->message, "ledger.xuncha"));
}

static void
what_was_cut_off_is_told_where_it_may_not_be_taken_back (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->store);
  cut_off (fixture);
  g_assert_cmpint (g_chmod (fixture->path, 0444), ==, 0);
  g_assert_cmpint (g_chmod (fixture->journal, 0444), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0555), ==, 0);
  xc_test_as_stranger (read_what_was_cut_off, fixture);
  g_assert_cmpint (g_chmod (fixture->folder, 0700), ==, 0);
  assert_unchanged (fixture, fixture->path);
}

static void
create_where_forbidden (gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (xc_store_create (data, &error));
  g_assert_error (error, XC_STORE_ERROR, XC_STORE_ERROR_READ_ONLY);
  g_assert_nonnull (strstr (error->message, "new.xuncha"));
}

static void
a_folder_that_may_not_be_written_is_told (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "new.xuncha", NULL);

  g_assert_cmpint (g_chmod (fixture->folder, 0555), ==, 0);
  xc_test_as_stranger (create_where_forbidden, path);
  g_assert_cmpint (g_chmod (fixture->folder, 0700), ==, 0);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
a_creation_that_was_cut_off_is_finished (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "new.xuncha", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (XcStore) store = xc_store_create (path, &error);

  g_assert_no_error (error);
  /* As between its two transactions. */
  xc_database_execute (xc_store_get_database (store), "DELETE FROM ledger", &error);
  g_clear_object (&store);
  store = xc_store_open (path, XC_STORE_WRITE, &error);
  g_assert_no_error (error);
  xc_test_ledger_add_register (store, "学校");
  g_assert_true (xc_store_check (store, fail_on_finding, NULL, &error));
  g_assert_no_error (error);
}

#define ADD(name, function) g_test_add ("/store/failure/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("a-write-that-fails-takes-all-back", a_write_that_fails_takes_all_back);
  ADD ("a-ledger-moved-while-open-is-missed", a_ledger_moved_while_open_is_missed);
  ADD ("a-ledger-deleted-while-open-is-missed", a_ledger_deleted_while_open_is_missed);
  ADD ("what-was-cut-off-is-taken-back-by-a-reader", what_was_cut_off_is_taken_back_by_a_reader);
  ADD ("what-was-cut-off-is-taken-back-by-a-writer", what_was_cut_off_is_taken_back_by_a_writer);
  ADD ("what-was-cut-off-is-told-where-it-may-not-be-taken-back",
       what_was_cut_off_is_told_where_it_may_not_be_taken_back);
  ADD ("a-folder-that-may-not-be-written-is-told", a_folder_that_may_not_be_written_is_told);
  ADD ("a-creation-that-was-cut-off-is-finished", a_creation_that_was_cut_off_is_finished);
  return g_test_run ();
}
