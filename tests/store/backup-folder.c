/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/backup-folder.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

#include "ledger.h"
#include "process.h"
#include "store/backup.h"
#include "store/restore.h"

typedef struct
{
  char *folder;
  char *path;
  char *backups;
  XcStore *store; /* that has one row, entered yesterday */
} Fixture;

/* As if all was done a day earlier. The chain of the history is not asked for here. */
static void
move_history_to_yesterday (XcStore *store)
{
  g_assert_true (xc_database_execute (xc_store_get_database (store),
                                      "UPDATE history SET happened_at = happened_at - 86400000000", NULL));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = xc_test_folder_new ();
  fixture->store = xc_test_ledger_new (fixture->folder);
  xc_test_ledger_add_register (fixture->store, "区直单位");
  fixture->path = g_strdup (xc_store_get_path (fixture->store));
  fixture->backups = g_strconcat (fixture->path, ".backups", NULL);
  move_history_to_yesterday (fixture->store);
  g_clear_object (&fixture->store);
  fixture->store = xc_store_open (fixture->path, XC_STORE_WRITE, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->store);
  xc_test_folder_remove (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->backups);
}

static GPtrArray *
list (const Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *backups = xc_backup_list (fixture->path, &error);

  g_assert_no_error (error);
  return backups;
}

static void
is_made_by_the_first_write_of_a_day (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) none = list (fixture);
  g_autofree char *before = xc_test_ledger_dump (fixture->store);
  g_autoptr (GPtrArray) one = NULL;
  g_autoptr (GPtrArray) still_one = NULL;
  g_autoptr (XcStore) backup = NULL;
  g_autofree char *dump = NULL;
  GStatBuf status;
  XcBackup *made;

  g_assert_cmpuint (none->len, ==, 0);
  xc_test_ledger_add_register (fixture->store, "学校");
  one = list (fixture);
  g_assert_cmpuint (one->len, ==, 1);
  made = one->pdata[0];
  g_assert_cmpstr (made->reason, ==, "day");
  g_assert_cmpint (made->day, ==, xc_backup_today ());
  g_assert_cmpint (g_stat (fixture->backups, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0700);
  backup = xc_store_open (made->path, XC_STORE_READ, NULL);
  dump = xc_test_ledger_dump (backup);
  g_assert_cmpstr (dump, ==, before);

  /* And by no other, in this session or the next. */
  xc_test_ledger_add_register (fixture->store, "医院");
  g_clear_object (&fixture->store);
  fixture->store = xc_store_open (fixture->path, XC_STORE_WRITE, NULL);
  xc_test_ledger_add_register (fixture->store, "村");
  still_one = list (fixture);
  g_assert_cmpuint (still_one->len, ==, 1);
}

static void
is_not_made_of_a_ledger_that_is_new (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (xc_backup_before (store, "import", &error));
  xc_test_ledger_add_register (store, "学校");
  xc_test_ledger_add_register (store, "医院");
  backups = xc_backup_list (xc_store_get_path (store), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (backups->len, ==, 0);
}

static void
is_made_before_an_import_and_serves_the_day (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) backups = NULL;

  g_assert_true (xc_backup_before (fixture->store, "import", &error));
  g_assert_no_error (error);
  g_assert_true (xc_backup_before (fixture->store, "import", &error));
  g_assert_no_error (error);
  xc_test_ledger_add_register (fixture->store, "学校");
  backups = list (fixture);
  g_assert_cmpuint (backups->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    g_assert_cmpstr (((XcBackup *) backups->pdata[i])->reason, ==, "import");
  /* Newest first. */
  g_assert_cmpint (g_date_time_compare (((XcBackup *) backups->pdata[0])->made_at,
                                        ((XcBackup *) backups->pdata[1])->made_at),
                   >, 0);
  g_assert_cmpstr (xc_backup_reason_title ("import"), ==, "Before an import");
}

static void
removes_old_ones_and_nothing_else (Fixture *fixture, gconstpointer data)
{
  static const char *const strangers[] = { "20200101-080000-000-day.xuncha.txt", "my own copy.xuncha",
                                           "20200101-080000-000-mine.xuncha",
                                           "20200230-080000-000-day.xuncha" };
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  g_assert_cmpint (g_mkdir (fixture->backups, 0700), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (strangers); i++)
    {
      g_autofree char *path = g_build_filename (fixture->backups, strangers[i], NULL);

      g_assert_true (g_file_set_contents (path, "", 0, NULL));
    }
  for (int back = 1; back <= 800; back++)
    {
      g_autoptr (GDateTime) day = g_date_time_add_days (now, -back);
      g_autofree char *name = g_date_time_format (day, "%Y%m%d-080000-000-day.xuncha");
      g_autofree char *path = g_build_filename (fixture->backups, name, NULL);

      g_assert_true (g_file_set_contents (path, "", 0, NULL));
    }
  xc_test_ledger_add_register (fixture->store, "学校");
  backups = list (fixture);
  g_assert_cmpuint (backups->len, <=, 7 + 4 + 12);
  g_assert_cmpuint (backups->len, >, 7 + 12);
  g_assert_cmpint (((XcBackup *) backups->pdata[0])->day, ==, xc_backup_today ());
  g_assert_cmpuint (xc_test_count_files (fixture->backups), ==, backups->len + G_N_ELEMENTS (strangers));
}

static void
remember_error (XcStore *store, const GError *error, gpointer data)
{
  GPtrArray *errors = data;

  g_ptr_array_add (errors, g_error_copy (error));
}

static void
work_beside_a_blocked_folder (gpointer data)
{
  const Fixture *fixture = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (XcStore) store = xc_store_open (fixture->path, XC_STORE_WRITE, &error);
  g_autoptr (GPtrArray) errors = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);
  g_autofree char *dump = NULL;

  g_assert_no_error (error);
  g_signal_connect (store, "backup-failed", G_CALLBACK (remember_error), errors);
  /* The work is saved, people are told, once. */
  xc_test_ledger_add_register (store, "学校");
  xc_test_ledger_add_register (store, "医院");
  dump = xc_test_ledger_dump (store);
  g_assert_nonnull (strstr (dump, "学校"));
  g_assert_cmpuint (errors->len, ==, 1);
  g_assert_error ((GError *) errors->pdata[0], XC_STORE_ERROR, XC_STORE_ERROR_READ_ONLY);
  /* What can be done anew at any time is refused. */
  g_assert_false (xc_backup_before (store, "import", &error));
  g_assert_error (error, XC_STORE_ERROR, XC_STORE_ERROR_READ_ONLY);
}

static void
that_fails_loses_no_work_and_is_told (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->store);
  g_assert_cmpint (g_mkdir (fixture->backups, 0755), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0777), ==, 0);
  g_assert_cmpint (g_chmod (fixture->path, 0666), ==, 0);
  xc_test_as_stranger (work_beside_a_blocked_folder, fixture);
}

static void
refuses_to_write_on_in_a_damaged_ledger (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  gint64 page_size, root;
  gsize size;

  /* The page of the table's only row is overwritten. */
  xc_database_get_integer (xc_store_get_database (fixture->store), "PRAGMA page_size", &page_size, NULL);
  xc_database_get_integer (xc_store_get_database (fixture->store),
                           "SELECT rootpage FROM sqlite_schema WHERE name = 'register'", &root, NULL);
  g_clear_object (&fixture->store);
  g_assert_true (g_file_get_contents (fixture->path, &contents, &size, NULL));
  memset (contents + (root - 1) * page_size, 0xee, (gsize) page_size);
  g_assert_true (g_file_set_contents (fixture->path, contents, (gssize) size, NULL));
  fixture->store = xc_store_open (fixture->path, XC_STORE_WRITE, &error);
  g_assert_no_error (error);
  g_assert_false (xc_store_note (fixture->store, "print", &error));
  g_assert_error (error, XC_STORE_ERROR, XC_STORE_ERROR_DAMAGED);
}

#define ADD(name, function)                                                                                  \
  g_test_add ("/store/backup-folder/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("is-made-by-the-first-write-of-a-day", is_made_by_the_first_write_of_a_day);
  g_test_add_func ("/store/backup-folder/is-not-made-of-a-ledger-that-is-new",
                   is_not_made_of_a_ledger_that_is_new);
  ADD ("is-made-before-an-import-and-serves-the-day", is_made_before_an_import_and_serves_the_day);
  ADD ("removes-old-ones-and-nothing-else", removes_old_ones_and_nothing_else);
  ADD ("that-fails-loses-no-work-and-is-told", that_fails_loses_no_work_and_is_told);
  ADD ("refuses-to-write-on-in-a-damaged-ledger", refuses_to_write_on_in_a_damaged_ledger);
  return g_test_run ();
}
