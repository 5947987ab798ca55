/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/restore.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

#include "ledger.h"
#include "store/backup-folder.h"
#include "store/backup.h"
#include "store/history.h"

typedef struct
{
  char *folder;
  char *path;   /* of a closed ledger with two registers */
  char *backup; /* of it when it had one */
  char *then;
  char *now;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XcStore) store = NULL;

  fixture->folder = xc_test_folder_new ();
  store = xc_test_ledger_new (fixture->folder);
  fixture->path = g_strdup (xc_store_get_path (store));
  fixture->backup = g_build_filename (fixture->folder, "backup.xuncha", NULL);
  xc_test_ledger_add_register (store, "区直单位");
  fixture->then = xc_test_ledger_dump (store);
  g_assert_true (xc_backup_write (store, fixture->backup, FALSE, NULL));
  xc_test_ledger_add_register (store, "学校");
  fixture->now = xc_test_ledger_dump (store);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  xc_test_folder_remove (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->backup);
  g_free (fixture->then);
  g_free (fixture->now);
}

static void
assert_holds (const char *path, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XcStore) store = xc_store_open (path, XC_STORE_WRITE, &error);
  g_autofree char *dump = NULL;

  g_assert_no_error (error);
  dump = xc_test_ledger_dump (store);
  g_assert_cmpstr (dump, ==, expected);
}

static void
assert_refused (const Fixture *fixture, const char *backup, XcStoreError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (xc_backup_restore (fixture->path, backup, &error));
  g_assert_error (error, XC_STORE_ERROR, (int) code);
}

static void
fail_on_fault (gint64 seq, const char *sentence, gpointer data)
{
  g_error ("%s", sentence);
}

static void
brings_back_what_was_and_keeps_what_is (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (XcStore) store = NULL;
  XcHistoryEntry *last;
  GStatBuf status;

  g_assert_true (xc_backup_restore (fixture->path, fixture->backup, &error));
  g_assert_no_error (error);
  assert_holds (fixture->path, fixture->then);
  assert_holds (fixture->backup, fixture->then);
  backups = xc_backup_list (fixture->path, &error);
  g_assert_cmpuint (backups->len, ==, 1);
  g_assert_cmpstr (((XcBackup *) backups->pdata[0])->reason, ==, "restore");
  assert_holds (((XcBackup *) backups->pdata[0])->path, fixture->now);
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  /* The ledger, the backup and the folder of backups. */
  g_assert_cmpuint (xc_test_count_files (fixture->folder), ==, 3);

  store = xc_store_open (fixture->path, XC_STORE_READ, NULL);
  entries = xc_history_list (xc_store_get_database (store), NULL);
  last = entries->pdata[entries->len - 1];
  g_assert_cmpint (last->kind, ==, XC_HISTORY_NOTE);
  g_assert_nonnull (strstr (last->title, "backup.xuncha"));
  g_assert_true (xc_history_verify (xc_store_get_database (store), fail_on_fault, NULL, NULL));
}

static void
can_be_restored_from_in_turn (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) backups = NULL;

  g_assert_true (xc_backup_restore (fixture->path, fixture->backup, &error));
  backups = xc_backup_list (fixture->path, &error);
  g_assert_true (xc_backup_restore (fixture->path, ((XcBackup *) backups->pdata[0])->path, &error));
  g_assert_no_error (error);
  assert_holds (fixture->path, fixture->now);
}

static void
refuses_while_the_ledger_is_open (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XcStore) store = xc_store_open (fixture->path, XC_STORE_WRITE, NULL);

  assert_refused (fixture, fixture->backup, XC_STORE_ERROR_IN_USE);
  g_clear_object (&store);
  assert_holds (fixture->path, fixture->now);
}

static void
refuses_what_is_no_whole_backup (Fixture *fixture, gconstpointer data)
{
  g_autofree char *bad = g_build_filename (fixture->folder, "bad.xuncha", NULL);
  g_autofree char *contents = NULL;
  gsize size;

  assert_refused (fixture, bad, XC_STORE_ERROR_NOT_FOUND);
  assert_refused (fixture, fixture->folder, XC_STORE_ERROR_NOT_LEDGER);
  assert_refused (fixture, fixture->path, XC_STORE_ERROR_EXISTS);
  g_assert_true (g_file_set_contents (bad, "a text that was renamed", -1, NULL));
  assert_refused (fixture, bad, XC_STORE_ERROR_NOT_LEDGER);
  g_assert_true (g_file_get_contents (fixture->backup, &contents, &size, NULL));
  g_assert_true (g_file_set_contents (bad, contents, (gssize) (size - size / 4), NULL));
  assert_refused (fixture, bad, XC_STORE_ERROR_DAMAGED);
  memset (contents + size / 2, 0x11, size / 2);
  g_assert_true (g_file_set_contents (bad, contents, (gssize) size, NULL));
  assert_refused (fixture, bad, XC_STORE_ERROR_DAMAGED);
  assert_holds (fixture->path, fixture->now);
}

static void
keeps_a_damaged_ledger_as_it_is (Fixture *fixture, gconstpointer data)
{
  g_autofree char *backups = g_strconcat (fixture->path, ".backups", NULL);
  g_autofree char *journal = g_strconcat (fixture->path, "-journal", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;
  guint n_damaged = 0;

  g_assert_true (g_file_set_contents (fixture->path, "damaged beyond repair", -1, NULL));
  g_assert_true (g_file_set_contents (journal, "of the damaged one", -1, NULL));
  g_assert_true (xc_backup_restore (fixture->path, fixture->backup, &error));
  g_assert_no_error (error);
  assert_holds (fixture->path, fixture->then);
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
  dir = g_dir_open (backups, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (backups, name, NULL);
      g_autofree char *contents = NULL;

      g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
      n_damaged += g_str_equal (contents, "damaged beyond repair");
    }
  g_assert_cmpuint (n_damaged, ==, 1);
}

static void
puts_back_a_ledger_that_is_gone (Fixture *fixture, gconstpointer data)
{
  g_autofree char *backups = g_strconcat (fixture->path, ".backups", NULL);
  g_autofree char *journal = g_strconcat (fixture->path, "-journal", NULL);
  g_autoptr (GError) error = NULL;

  /* With a journal left, that would be played back into what takes the ledger's place. */
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_true (g_file_set_contents (journal, "of the one that is gone", -1, NULL));
  g_assert_true (xc_backup_restore (fixture->path, fixture->backup, &error));
  g_assert_no_error (error);
  assert_holds (fixture->path, fixture->then);
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (xc_test_count_files (backups), ==, 1);
}

static void
refuses_a_folder_in_place_of_the_ledger (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0);
  assert_refused (fixture, fixture->backup, XC_STORE_ERROR_NOT_LEDGER);
}

#define ADD(name, function) g_test_add ("/store/restore/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("brings-back-what-was-and-keeps-what-is", brings_back_what_was_and_keeps_what_is);
  ADD ("can-be-restored-from-in-turn", can_be_restored_from_in_turn);
  ADD ("refuses-while-the-ledger-is-open", refuses_while_the_ledger_is_open);
  ADD ("refuses-what-is-no-whole-backup", refuses_what_is_no_whole_backup);
  ADD ("keeps-a-damaged-ledger-as-it-is", keeps_a_damaged_ledger_as_it_is);
  ADD ("puts-back-a-ledger-that-is-gone", puts_back_a_ledger_that_is_gone);
  ADD ("refuses-a-folder-in-place-of-the-ledger", refuses_a_folder_in_place_of_the_ledger);
  return g_test_run ();
}
