/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/backup.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ledger.h"
#include "process.h"

typedef struct
{
  char *folder;
  XcStore *store;
  char *dump;
  char *target;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = xc_test_folder_new ();
  fixture->store = xc_test_ledger_new (fixture->folder);
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *title = g_strdup_printf ("类别 %u", i);

      xc_test_ledger_add_register (fixture->store, title);
    }
  fixture->dump = xc_test_ledger_dump (fixture->store);
  fixture->target = g_build_filename (fixture->folder, "备份.xuncha", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->store);
  xc_test_folder_remove (fixture->folder);
  g_free (fixture->dump);
  g_free (fixture->target);
}

static void
assert_same (const Fixture *fixture, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XcStore) copy = xc_store_open (path, XC_STORE_READ, &error);
  g_autofree char *dump = NULL;

  g_assert_no_error (error);
  dump = xc_test_ledger_dump (copy);
  g_assert_cmpstr (dump, ==, fixture->dump);
}

/* Refuses, says where, and leaves nothing new in the folder. */
static void
assert_refused (const Fixture *fixture, const char *target, gboolean replace, XcStoreError code)
{
  g_autoptr (GError) error = NULL;
  guint n_before = xc_test_count_files (fixture->folder);
  g_autofree char *name = g_path_get_basename (target);

  g_assert_false (xc_backup_write (fixture->store, target, replace, &error));
  g_assert_error (error, XC_STORE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, name));
  g_assert_cmpuint (xc_test_count_files (fixture->folder), ==, n_before);
}

static void
is_the_whole_ledger_for_its_owner_only (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  guint n_before = xc_test_count_files (fixture->folder);
  GStatBuf status;

  g_assert_true (xc_backup_write (fixture->store, fixture->target, FALSE, &error));
  g_assert_no_error (error);
  assert_same (fixture, fixture->target);
  g_assert_cmpint (g_stat (fixture->target, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_cmpuint (xc_test_count_files (fixture->folder), ==, n_before + 1);
}

static void
replaces_only_when_asked_to (Fixture *fixture, gconstpointer data)
{
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (fixture->target, "mine", -1, NULL));
  assert_refused (fixture, fixture->target, FALSE, XC_STORE_ERROR_EXISTS);
  g_assert_true (g_file_get_contents (fixture->target, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "mine");
  g_assert_true (xc_backup_write (fixture->store, fixture->target, TRUE, &error));
  g_assert_no_error (error);
  assert_same (fixture, fixture->target);
}

static void
never_replaces_the_ledger_itself (Fixture *fixture, gconstpointer data)
{
  const char *path = xc_store_get_path (fixture->store);
  g_autofree char *symbolic = g_build_filename (fixture->folder, "symbolic.xuncha", NULL);
  g_autofree char *hard = g_build_filename (fixture->folder, "hard.xuncha", NULL);
  g_autofree char *winding = g_build_filename (fixture->folder, ".", "ledger.xuncha", NULL);
  g_autofree char *dump = NULL;

  g_assert_cmpint (symlink (path, symbolic), ==, 0);
  g_assert_cmpint (link (path, hard), ==, 0);
  assert_refused (fixture, path, TRUE, XC_STORE_ERROR_EXISTS);
  assert_refused (fixture, winding, TRUE, XC_STORE_ERROR_EXISTS);
  assert_refused (fixture, symbolic, TRUE, XC_STORE_ERROR_EXISTS);
  assert_refused (fixture, hard, TRUE, XC_STORE_ERROR_EXISTS);
  dump = xc_test_ledger_dump (fixture->store);
  g_assert_cmpstr (dump, ==, fixture->dump);
}

static void
refuses_what_cannot_be_a_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *nowhere = g_build_filename (fixture->folder, "none", "b.xuncha", NULL);
  g_autofree char *link_path = g_build_filename (fixture->folder, "link", NULL);

  assert_refused (fixture, fixture->folder, TRUE, XC_STORE_ERROR_EXISTS);
  assert_refused (fixture, nowhere, TRUE, XC_STORE_ERROR_READ_ONLY);
  /* A link to nothing is somebody's. */
  g_assert_cmpint (symlink ("nothing", link_path), ==, 0);
  assert_refused (fixture, link_path, FALSE, XC_STORE_ERROR_EXISTS);
}

static void
follows_a_link_to_what_it_replaces (Fixture *fixture, gconstpointer data)
{
  g_autofree char *link_path = g_build_filename (fixture->folder, "link.xuncha", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (fixture->target, "old", -1, NULL));
  g_assert_cmpint (symlink (fixture->target, link_path), ==, 0);
  g_assert_true (xc_backup_write (fixture->store, link_path, TRUE, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (link_path, G_FILE_TEST_IS_SYMLINK));
  assert_same (fixture, fixture->target);
}

static void
does_not_adopt_the_journal_of_another (Fixture *fixture, gconstpointer data)
{
  g_autofree char *journal = g_strconcat (fixture->target, "-journal", NULL);

  g_assert_true (g_file_set_contents (journal, "of a file that was here once", -1, NULL));
  assert_refused (fixture, fixture->target, FALSE, XC_STORE_ERROR_IN_USE);
  g_assert_true (g_file_set_contents (fixture->target, "old", -1, NULL));
  assert_refused (fixture, fixture->target, TRUE, XC_STORE_ERROR_IN_USE);
}

static void
saves_what_was_deleted_while_open (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_unlink (xc_store_get_path (fixture->store)), ==, 0);
  g_assert_true (xc_backup_write (fixture->store, fixture->target, FALSE, &error));
  g_assert_no_error (error);
  assert_same (fixture, fixture->target);
}

static void
write_in_vain (gpointer data)
{
  const Fixture *fixture = data;
  g_autoptr (GError) error = NULL;
  /* SQLite's locks belong to a process: open anew in this one. */
  g_autoptr (XcStore) store = xc_store_open (xc_store_get_path (fixture->store), XC_STORE_READ, &error);
  struct rlimit limit = { 100 * 1024, 100 * 1024 };

  g_assert_no_error (error);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_false (xc_backup_write (store, fixture->target, FALSE, &error));
  g_assert_error (error, XC_STORE_ERROR, XC_STORE_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "备份.xuncha"));
}

static void
leaves_nothing_when_the_disk_fails (Fixture *fixture, gconstpointer data)
{
  guint n_before = xc_test_count_files (fixture->folder);

  xc_test_wait (xc_test_fork (write_in_vain, fixture));
  g_assert_cmpuint (xc_test_count_files (fixture->folder), ==, n_before);
}

static void
write_where_forbidden (gpointer data)
{
  const Fixture *fixture = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (XcStore) store = xc_store_open (xc_store_get_path (fixture->store), XC_STORE_READ, &error);

  g_assert_no_error (error);
  g_assert_false (xc_backup_write (store, fixture->target, FALSE, &error));
  g_assert_error (error, XC_STORE_ERROR, XC_STORE_ERROR_READ_ONLY);
}

static void
says_when_the_folder_may_not_be_written (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (g_chmod (fixture->folder, 0555), ==, 0);
  g_assert_cmpint (g_chmod (xc_store_get_path (fixture->store), 0644), ==, 0);
  xc_test_as_stranger (write_where_forbidden, fixture);
  g_assert_cmpint (g_chmod (fixture->folder, 0700), ==, 0);
}

static void
write_on_and_on (gpointer data)
{
  const Fixture *fixture = data;
  g_autoptr (XcStore) store = NULL;

  for (;;)
    {
      store = xc_store_open (xc_store_get_path (fixture->store), XC_STORE_WRITE, NULL);
      if (store != NULL)
        break;
      g_usleep (1000);
    }
  for (guint i = 0;; i++)
    {
      g_autofree char *title = g_strdup_printf ("新类别 %u", i);

      xc_test_ledger_add_register (store, title);
      g_usleep (g_random_int_range (0, 60000));
    }
}

static void
is_whole_while_another_program_writes (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_strdup (xc_store_get_path (fixture->store));
  pid_t child = xc_test_fork (write_on_and_on, fixture);
  guint n_written = 0;

  g_clear_object (&fixture->store);
  fixture->store = xc_store_open (path, XC_STORE_READ, NULL);
  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (GError) error = NULL;

      /* Whatever it is told, what is there is proven; often enough it is. */
      if (xc_backup_write (fixture->store, fixture->target, TRUE, &error))
        {
          g_autoptr (XcStore) copy = xc_store_open (fixture->target, XC_STORE_READ, &error);

          g_assert_no_error (error);
          n_written += copy != NULL;
        }
      else
        g_assert_error (error, XC_STORE_ERROR, XC_STORE_ERROR_IN_USE);
    }
  xc_test_kill (child);
  g_assert_cmpuint (n_written, >, 0);
}

#define ADD(name, function) g_test_add ("/store/backup/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("is-the-whole-ledger-for-its-owner-only", is_the_whole_ledger_for_its_owner_only);
  ADD ("replaces-only-when-asked-to", replaces_only_when_asked_to);
  ADD ("never-replaces-the-ledger-itself", never_replaces_the_ledger_itself);
  ADD ("refuses-what-cannot-be-a-file", refuses_what_cannot_be_a_file);
  ADD ("follows-a-link-to-what-it-replaces", follows_a_link_to_what_it_replaces);
  ADD ("does-not-adopt-the-journal-of-another", does_not_adopt_the_journal_of_another);
  ADD ("saves-what-was-deleted-while-open", saves_what_was_deleted_while_open);
  ADD ("leaves-nothing-when-the-disk-fails", leaves_nothing_when_the_disk_fails);
  ADD ("says-when-the-folder-may-not-be-written", says_when_the_folder_may_not_be_written);
  ADD ("is-whole-while-another-program-writes", is_whole_while_another_program_writes);
  return g_test_run ();
}
