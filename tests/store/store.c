/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/store.h"

#include <glib/gstdio.h>

#include "ledger.h"

static void
assert_refused (const char *path, XcStoreMode mode, XcStoreError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XcStore) store = xc_store_open (path, mode, &error);

  g_assert_null (store);
  g_assert_error (error, XC_STORE_ERROR, (int) code);
  g_assert_true (g_str_has_suffix (error->message, ".") || g_str_has_suffix (error->message, ")"));
}

static void
is_readable_by_its_owner_only (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  GStatBuf status;

  g_assert_cmpint (g_stat (xc_store_get_path (store), &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
}

static void
does_not_overwrite_a_file (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "a.xuncha", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "mine", -1, NULL));
  g_assert_null (xc_store_create (path, &error));
  g_assert_error (error, XC_STORE_ERROR, XC_STORE_ERROR_EXISTS);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "mine");
}

static void
refuses_what_is_not_a_ledger (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "a.xuncha", NULL);
  g_autoptr (XcDatabase) foreign = NULL;
  g_autofree char *foreign_path = g_build_filename (folder, "b.xuncha", NULL);

  assert_refused (path, XC_STORE_READ, XC_STORE_ERROR_NOT_FOUND);
  assert_refused (folder, XC_STORE_WRITE, XC_STORE_ERROR_NOT_LEDGER);
  g_assert_true (g_file_set_contents (path, "", -1, NULL));
  assert_refused (path, XC_STORE_WRITE, XC_STORE_ERROR_NOT_LEDGER);
  g_assert_true (
      g_file_set_contents (path,
                           "a text that was renamed, longer than a hundred bytes, so that it could "
                           "hold the head of a database if it were one",
                           -1, NULL));
  assert_refused (path, XC_STORE_READ, XC_STORE_ERROR_NOT_LEDGER);
  foreign = xc_database_open (foreign_path, XC_DATABASE_CREATE, NULL);
  g_assert_true (xc_database_execute (foreign, "CREATE TABLE accounts (id INTEGER)", NULL));
  assert_refused (foreign_path, XC_STORE_WRITE, XC_STORE_ERROR_NOT_LEDGER);
}

static void
refuses_a_truncated_ledger (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "ledger.xuncha", NULL);
  g_autofree char *contents = NULL;
  gsize size;

  g_object_unref (xc_test_ledger_new (folder));
  g_assert_true (g_file_get_contents (path, &contents, &size, NULL));
  g_assert_true (g_file_set_contents (path, contents, (gssize) size / 2, NULL));
  assert_refused (path, XC_STORE_WRITE, XC_STORE_ERROR_DAMAGED);
  g_assert_true (g_file_set_contents (path, contents, 60, NULL));
  assert_refused (path, XC_STORE_WRITE, XC_STORE_ERROR_DAMAGED);
}

static void
reads_but_does_not_write_a_newer_ledger (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "ledger.xuncha", NULL);
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  g_autoptr (XcStore) reading = NULL;

  g_assert_true (xc_database_execute (xc_store_get_database (store), "PRAGMA user_version = 999", NULL));
  g_clear_object (&store);
  assert_refused (path, XC_STORE_WRITE, XC_STORE_ERROR_TOO_NEW);
  reading = xc_store_open (path, XC_STORE_READ, NULL);
  g_assert_nonnull (reading);
}

static gboolean
do_nothing (XcStore *store, gpointer data, GError **error)
{
  return TRUE;
}

static void
refuses_to_write_when_open_for_reading (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "ledger.xuncha", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (XcStore) store = NULL;

  g_object_unref (xc_test_ledger_new (folder));
  store = xc_store_open (path, XC_STORE_READ, NULL);
  g_assert_false (xc_store_run (store, "nothing", do_nothing, NULL, &error));
  g_assert_error (error, XC_STORE_ERROR, XC_STORE_ERROR_READ_ONLY);
}

static gboolean
save_register (XcStore *store, gpointer data, GError **error)
{
  g_autoptr (XcRecord) record = xc_record_new (XC_TABLE_REGISTER);
  g_autofree char *title = g_strnfill (2000000, 'x');

  xc_record_set_text (record, "title", title);
  return xc_store_save (store, record, error);
}

static void
is_as_before_when_the_disk_is_full (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  xc_test_ledger_add_register (store, "区直单位");
  before = xc_test_ledger_dump (store);
  g_assert_true (xc_database_execute (xc_store_get_database (store), "PRAGMA max_page_count = 1", NULL));
  g_assert_false (xc_store_run (store, "too much", save_register, NULL, &error));
  g_assert_error (error, XC_STORE_ERROR, XC_STORE_ERROR_NO_SPACE);
  after = xc_test_ledger_dump (store);
  g_assert_cmpstr (before, ==, after);

  /* And goes on when there is room again. */
  g_assert_true (
      xc_database_execute (xc_store_get_database (store), "PRAGMA max_page_count = 1000000", NULL));
  xc_test_ledger_add_register (store, "学校");
}

static void
waits_its_turn_and_says_who_is_in_the_way (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  g_autoptr (XcDatabase) other = xc_database_open (xc_store_get_path (store), XC_DATABASE_WRITE, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (xc_database_execute (other, "BEGIN IMMEDIATE", NULL));
  g_assert_false (xc_store_run (store, "nothing", do_nothing, NULL, &error));
  g_assert_error (error, XC_STORE_ERROR, XC_STORE_ERROR_IN_USE);
}

typedef struct
{
  XcStore *store;
  GThread *home;
  guint n_changed;
  guint n_noted;
} Listener;

static void
changed_cb (XcStore *store, const XcChange *change, gpointer data)
{
  Listener *listener = data;

  g_assert_true (g_thread_self () == listener->home);
  g_assert_true (xc_change_has_table (change, XC_TABLE_REGISTER));
  listener->n_changed++;
}

static void
noted_cb (XcStore *store, gpointer data)
{
  ((Listener *) data)->n_noted++;
}

static gpointer
add_register_in_thread (gpointer data)
{
  xc_test_ledger_add_register (((Listener *) data)->store, "学校");
  return NULL;
}

static void
tells_changes_in_the_thread_that_opened_it (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  Listener listener = { store, g_thread_self (), 0, 0 };

  g_signal_connect (store, "changed", G_CALLBACK (changed_cb), &listener);
  g_thread_join (g_thread_new ("adding", add_register_in_thread, &listener));
  g_assert_cmpuint (listener.n_changed, ==, 0);
  while (listener.n_changed == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (listener.n_changed, ==, 1);
  xc_test_ledger_add_register (store, "医院");
  g_assert_cmpuint (listener.n_changed, ==, 2);
}

static void
tells_of_a_note_without_a_change (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  Listener listener = { store, g_thread_self (), 0, 0 };
  g_autoptr (GError) error = NULL;

  g_signal_connect (store, "changed", G_CALLBACK (changed_cb), &listener);
  g_signal_connect (store, "noted", G_CALLBACK (noted_cb), &listener);
  g_assert_true (xc_store_note (store, "Export", &error));
  g_assert_no_error (error);
  g_assert_cmpuint (listener.n_noted, ==, 1);
  g_assert_cmpuint (listener.n_changed, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/store/is-readable-by-its-owner-only", is_readable_by_its_owner_only);
  g_test_add_func ("/store/store/does-not-overwrite-a-file", does_not_overwrite_a_file);
  g_test_add_func ("/store/store/refuses-what-is-not-a-ledger", refuses_what_is_not_a_ledger);
  g_test_add_func ("/store/store/refuses-a-truncated-ledger", refuses_a_truncated_ledger);
  g_test_add_func ("/store/store/reads-but-does-not-write-a-newer-ledger",
                   reads_but_does_not_write_a_newer_ledger);
  g_test_add_func ("/store/store/refuses-to-write-when-open-for-reading",
                   refuses_to_write_when_open_for_reading);
  g_test_add_func ("/store/store/is-as-before-when-the-disk-is-full", is_as_before_when_the_disk_is_full);
  g_test_add_func ("/store/store/waits-its-turn-and-says-who-is-in-the-way",
                   waits_its_turn_and_says_who_is_in_the_way);
  g_test_add_func ("/store/store/tells-changes-in-the-thread-that-opened-it",
                   tells_changes_in_the_thread_that_opened_it);
  g_test_add_func ("/store/store/tells-of-a-note-without-a-change", tells_of_a_note_without_a_change);
  return g_test_run ();
}
