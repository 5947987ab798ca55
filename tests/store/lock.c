/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/lock.h"

#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utime.h>

#include "ledger.h"
#include "process.h"
#include "store/history.h"

typedef struct
{
  char *folder;
  char *path; /* of a closed ledger with one row */
  char *lock_path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XcStore) store = NULL;

  fixture->folder = xc_test_folder_new ();
  store = xc_test_ledger_new (fixture->folder);
  xc_test_ledger_add_register (store, "区直单位");
  fixture->path = g_strdup (xc_store_get_path (store));
  fixture->lock_path = g_build_filename (fixture->folder, ".ledger.xuncha.lock", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  xc_test_folder_remove (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->lock_path);
}

static XcStore *
open_writing (const Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  XcStore *store = xc_store_open (fixture->path, XC_STORE_WRITE, &error);

  g_assert_no_error (error);
  return store;
}

static char *
assert_in_use (const char *path)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (xc_store_open (path, XC_STORE_WRITE, &error));
  g_assert_error (error, XC_STORE_ERROR, XC_STORE_ERROR_IN_USE);
  return g_strdup (error->message);
}

static void
lets_only_one_write_and_names_him (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XcStore) store = open_writing (fixture);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *message = assert_in_use (fixture->path);
  g_autoptr (XcStore) reader = xc_store_open (fixture->path, XC_STORE_READ, NULL);

  g_assert_true (xc_store_is_writable (store));
  g_assert_nonnull (strstr (message, "ledger.xuncha"));
  g_assert_nonnull (strstr (message, xc_history_get_user_name ()));
  g_assert_nonnull (strstr (message, g_get_host_name ()));
  g_assert_nonnull (strstr (message, today));
  g_assert_nonnull (reader);
  g_assert_false (xc_store_is_writable (reader));
}

static void
is_gone_when_the_ledger_is_closed (Fixture *fixture, gconstpointer data)
{
  XcStore *store = open_writing (fixture);

  g_assert_true (g_file_test (fixture->lock_path, G_FILE_TEST_EXISTS));
  g_object_unref (store);
  g_assert_false (g_file_test (fixture->lock_path, G_FILE_TEST_EXISTS));
  g_object_unref (open_writing (fixture));
}

static void
holds_for_a_link_to_the_ledger_too (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XcStore) store = open_writing (fixture);
  g_autofree char *link_path = g_build_filename (fixture->folder, "link.xuncha", NULL);
  g_autofree char *message = NULL;

  g_assert_true (xc_store_is_writable (store));
  g_assert_cmpint (symlink (fixture->path, link_path), ==, 0);
  message = assert_in_use (link_path);
}

static void
open_and_wait (gpointer data)
{
  g_autoptr (XcStore) store = open_writing (data);

  g_assert_true (xc_store_is_writable (store));
  pause ();
}

static void
outlives_nobody_who_is_killed (Fixture *fixture, gconstpointer data)
{
  pid_t child = xc_test_fork (open_and_wait, fixture);
  g_autofree char *message = NULL;

  while (!g_file_test (fixture->lock_path, G_FILE_TEST_EXISTS))
    g_usleep (1000);
  /* Between making the file and locking it, it is nobody's yet. */
  g_usleep (50000);
  message = assert_in_use (fixture->path);
  xc_test_kill (child);
  g_assert_true (g_file_test (fixture->lock_path, G_FILE_TEST_EXISTS));
  g_object_unref (open_writing (fixture));
  g_assert_false (g_file_test (fixture->lock_path, G_FILE_TEST_EXISTS));
}

static void
write_lock (const Fixture *fixture, const char *host)
{
  g_autofree char *text =
      g_strdup_printf ("[lock]\nuser=王敏\nhost=%s\nprocess=1\nsince=2024-05-16T00:30:00Z\n", host);

  g_assert_true (g_file_set_contents (fixture->lock_path, text, -1, NULL));
}

static void
of_another_computer_is_believed_for_a_day (Fixture *fixture, gconstpointer data)
{
  struct utimbuf old = { time (NULL) - 25 * 60 * 60, time (NULL) - 25 * 60 * 60 };
  g_autofree char *message = NULL;

  write_lock (fixture, "another-computer");
  message = assert_in_use (fixture->path);
  g_assert_nonnull (strstr (message, "王敏"));
  g_assert_nonnull (strstr (message, "another-computer"));
  g_assert_nonnull (strstr (message, "2024-05-16 08:30"));
  g_assert_nonnull (strstr (message, fixture->lock_path));
  g_assert_cmpint (utime (fixture->lock_path, &old), ==, 0);
  g_object_unref (open_writing (fixture));
}

static void
of_this_computer_is_stale_when_nobody_lives (Fixture *fixture, gconstpointer data)
{
  write_lock (fixture, g_get_host_name ());
  g_object_unref (open_writing (fixture));
  g_assert_true (g_file_set_contents (fixture->lock_path, "cut o", -1, NULL));
  g_object_unref (open_writing (fixture));
  g_assert_true (g_file_set_contents (fixture->lock_path, "", 0, NULL));
  g_object_unref (open_writing (fixture));
}

static gboolean
save_register (XcStore *store, gpointer data, GError **error)
{
  g_autoptr (XcRecord) record = xc_record_new (XC_TABLE_REGISTER);

  xc_record_set_text (record, "title", data);
  return xc_store_save (store, record, error);
}

static void
is_missed_by_its_holder_when_another_took_it (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XcStore) store = open_writing (fixture);
  g_autoptr (GError) error = NULL;

  /* Deleted by hand: goes on, as nobody else is there. */
  g_assert_cmpint (g_unlink (fixture->lock_path), ==, 0);
  g_assert_true (xc_store_run (store, "save", save_register, (char *) "学校", &error));
  g_assert_no_error (error);
  write_lock (fixture, "another-computer");
  g_assert_false (xc_store_run (store, "save", save_register, (char *) "医院", &error));
  g_assert_error (error, XC_STORE_ERROR, XC_STORE_ERROR_IN_USE);
  g_assert_nonnull (strstr (error->message, "王敏"));
  /* And is left to him. */
  g_clear_object (&store);
  g_assert_true (g_file_test (fixture->lock_path, G_FILE_TEST_EXISTS));
}

static void
race (gpointer data)
{
  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (XcLock) lock = xc_lock_take (data, NULL);
      g_autofree char *mark = g_strconcat (data, ".mark", NULL);

      if (lock == NULL)
        continue;
      g_assert_cmpint (g_mkdir (mark, 0700), ==, 0);
      g_assert_cmpint (g_rmdir (mark), ==, 0);
    }
}

static void
is_never_held_by_two (Fixture *fixture, gconstpointer data)
{
  pid_t children[4];

  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    children[i] = xc_test_fork (race, fixture->path);
  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    xc_test_wait (children[i]);
}

static void
read_only (gpointer data)
{
  const Fixture *fixture = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (XcStore) reader = xc_store_open (fixture->path, XC_STORE_READ, &error);
  g_autofree char *dump = NULL;

  g_assert_no_error (error);
  dump = xc_test_ledger_dump (reader);
  g_assert_nonnull (strstr (dump, "区直单位"));
  g_assert_null (xc_store_open (fixture->path, XC_STORE_WRITE, &error));
  g_assert_error (error, XC_STORE_ERROR, XC_STORE_ERROR_READ_ONLY);
  g_assert_nonnull (strstr (error->message, "ledger.xuncha"));
}

static void
reads_where_it_may_not_write (Fixture *fixture, gconstpointer data)
{
  /* The file may be read only; then the folder. */
  g_assert_cmpint (g_chmod (fixture->folder, 0777), ==, 0);
  g_assert_cmpint (g_chmod (fixture->path, 0444), ==, 0);
  xc_test_as_stranger (read_only, fixture);
  g_assert_cmpint (g_chmod (fixture->folder, 0555), ==, 0);
  g_assert_cmpint (g_chmod (fixture->path, 0666), ==, 0);
  xc_test_as_stranger (read_only, fixture);
  g_assert_cmpint (g_chmod (fixture->folder, 0700), ==, 0);
}

#define ADD(name, function) g_test_add ("/store/lock/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("lets-only-one-write-and-names-him", lets_only_one_write_and_names_him);
  ADD ("is-gone-when-the-ledger-is-closed", is_gone_when_the_ledger_is_closed);
  ADD ("holds-for-a-link-to-the-ledger-too", holds_for_a_link_to_the_ledger_too);
  ADD ("outlives-nobody-who-is-killed", outlives_nobody_who_is_killed);
  ADD ("of-another-computer-is-believed-for-a-day", of_another_computer_is_believed_for_a_day);
  ADD ("of-this-computer-is-stale-when-nobody-lives", of_this_computer_is_stale_when_nobody_lives);
  ADD ("is-missed-by-its-holder-when-another-took-it", is_missed_by_its_holder_when_another_took_it);
  ADD ("is-never-held-by-two", is_never_held_by_two);
  ADD ("reads-where-it-may-not-write", reads_where_it_may_not_write);
  return g_test_run ();
}
