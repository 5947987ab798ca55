/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/output-file.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("xuncha-output-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
  fixture->path = g_build_filename (fixture->folder, "图.svg", NULL);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint count = 0;

  while (g_dir_read_name (dir) != NULL)
    count++;
  return count;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
assert_contents (const char *path, const char *expected)
{
  g_autofree char *contents = NULL;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, expected);
}

static void
put (const char *path, const char *contents)
{
  g_assert_true (g_file_set_contents (path, contents, -1, NULL));
}

static void
appears_only_when_finished (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XcOutputFile) file = xc_output_file_new (fixture->path, FALSE, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (xc_output_file_get_folder (file), ==, fixture->folder);
  g_assert_true (xc_output_file_write (file, "whole", 5, &error));
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  assert_contents (xc_output_file_get_working_path (file), "whole");
  g_assert_true (xc_output_file_finish (file, &error));
  g_assert_no_error (error);
  assert_contents (fixture->path, "whole");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
leaves_nothing_when_given_up (Fixture *fixture, gconstpointer data)
{
  XcOutputFile *file = xc_output_file_new (fixture->path, FALSE, NULL);

  g_assert_true (xc_output_file_write (file, "half", 4, NULL));
  xc_output_file_free (file);
  g_assert_cmpuint (count_files (fixture->folder), ==, 0);
}

static void
replaces_only_when_asked (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  struct stat there;

  put (fixture->path, "old");
  g_assert_cmpint (g_chmod (fixture->path, 0600), ==, 0);
  g_assert_null (xc_output_file_new (fixture->path, FALSE, &error));
  g_assert_error (error, XC_REPORT_ERROR, XC_REPORT_ERROR_EXISTS);
  g_assert_nonnull (strstr (error->message, fixture->path));
  g_clear_error (&error);
  assert_contents (fixture->path, "old");

  g_autoptr (XcOutputFile) file = xc_output_file_new (fixture->path, TRUE, &error);
  g_assert_no_error (error);
  g_assert_true (xc_output_file_write (file, "new", 3, &error));
  assert_contents (fixture->path, "old");
  g_assert_true (xc_output_file_finish (file, &error));
  assert_contents (fixture->path, "new");
  g_assert_cmpint (stat (fixture->path, &there), ==, 0);
  g_assert_cmpint (there.st_mode & 0777, ==, 0600);
}

static void
spares_a_file_that_came_meanwhile (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XcOutputFile) file = xc_output_file_new (fixture->path, FALSE, &error);

  put (fixture->path, "theirs");
  g_assert_false (xc_output_file_finish (file, &error));
  g_assert_error (error, XC_REPORT_ERROR, XC_REPORT_ERROR_EXISTS);
  assert_contents (fixture->path, "theirs");
}

static void
follows_a_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *real = g_build_filename (fixture->folder, "real", NULL);

  put (real, "old");
  g_assert_cmpint (symlink ("real", fixture->path), ==, 0);
  g_autoptr (XcOutputFile) file = xc_output_file_new (fixture->path, TRUE, NULL);
  g_assert_true (xc_output_file_write (file, "new", 3, NULL));
  g_assert_true (xc_output_file_finish (file, NULL));
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_SYMLINK));
  assert_contents (real, "new");
}

static void
assert_refused (const char *path, gboolean replace, int code, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (xc_output_file_new (path, replace, &error));
  g_assert_error (error, XC_REPORT_ERROR, code);
  g_assert_nonnull (strstr (error->message, words));
}

static void
refuses_places_that_cannot_be_written (Fixture *fixture, gconstpointer data)
{
  g_autofree char *missing = g_build_filename (fixture->folder, "none", "a.png", NULL);
  g_autofree char *below = g_build_filename (fixture->path, "a.png", NULL);
  g_autofree char *slash = g_strconcat (fixture->folder, "/", NULL);
  g_autofree char *lengthy = g_strnfill (300, 'x');
  g_autofree char *too_long = g_build_filename (fixture->folder, lengthy, NULL);
  g_autofree char *dangling = g_build_filename (fixture->folder, "dangling", NULL);

  put (fixture->path, "file");
  g_assert_cmpint (symlink ("nowhere", dangling), ==, 0);
  assert_refused (missing, FALSE, XC_REPORT_ERROR_NOT_WRITABLE, "folder does not exist");
  assert_refused (below, FALSE, XC_REPORT_ERROR_NOT_WRITABLE, "folder does not exist");
  assert_refused (fixture->folder, TRUE, XC_REPORT_ERROR_NOT_WRITABLE, "is a folder");
  assert_refused (slash, TRUE, XC_REPORT_ERROR_NOT_WRITABLE, "is a folder");
  assert_refused ("", TRUE, XC_REPORT_ERROR_NOT_WRITABLE, "is a folder");
  assert_refused (too_long, FALSE, XC_REPORT_ERROR_NOT_WRITABLE, "too long");
  assert_refused ("/dev/null", TRUE, XC_REPORT_ERROR_NOT_WRITABLE, "not an ordinary file");
  assert_refused (dangling, TRUE, XC_REPORT_ERROR_EXISTS, "exists already");
}

static void
refuses_a_read_only_folder (Fixture *fixture, gconstpointer data)
{
  /* Permissions mean nothing to root, so be somebody else for a moment. */
  gboolean root = geteuid () == 0;

  g_assert_cmpint (g_chmod (fixture->folder, 0555), ==, 0);
  if (root)
    g_assert_cmpint (seteuid (65534), ==, 0);
  assert_refused (fixture->path, FALSE, XC_REPORT_ERROR_NOT_WRITABLE, "read-only");
  if (root)
    g_assert_cmpint (seteuid (0), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0755), ==, 0);
}

static void
says_when_there_is_no_room (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *block = g_malloc0 (8192);
  struct rlimit before, small = { 4096, 0 };

  put (fixture->path, "old");
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  small.rlim_max = before.rlim_max;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  XcOutputFile *file = xc_output_file_new (fixture->path, TRUE, &error);
  g_assert_no_error (error);
  g_assert_false (xc_output_file_write (file, block, 8192, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_error (error, XC_REPORT_ERROR, XC_REPORT_ERROR_NO_SPACE);
  xc_output_file_free (file);
  assert_contents (fixture->path, "old");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
has_a_sentence_for_every_failure (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XcOutputFile) file = xc_output_file_new (fixture->path, FALSE, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (xc_output_file_fail (file, ENOSPC, &error));
  g_assert_error (error, XC_REPORT_ERROR, XC_REPORT_ERROR_NO_SPACE);
  g_clear_error (&error);
  g_assert_false (xc_output_file_fail (file, EROFS, &error));
  g_assert_error (error, XC_REPORT_ERROR, XC_REPORT_ERROR_NOT_WRITABLE);
  g_clear_error (&error);
  g_assert_false (xc_output_file_fail (file, EIO, &error));
  g_assert_error (error, XC_REPORT_ERROR, XC_REPORT_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, g_strerror (EIO)));
  g_clear_error (&error);
  g_assert_false (xc_output_file_fail_proof (file, &error));
  g_assert_error (error, XC_REPORT_ERROR, XC_REPORT_ERROR_NOT_PROVEN);
}

#define ADD(name, function)                                                                                  \
  g_test_add ("/report/output-file/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("appears-only-when-finished", appears_only_when_finished);
  ADD ("leaves-nothing-when-given-up", leaves_nothing_when_given_up);
  ADD ("replaces-only-when-asked", replaces_only_when_asked);
  ADD ("spares-a-file-that-came-meanwhile", spares_a_file_that_came_meanwhile);
  ADD ("follows-a-link", follows_a_link);
  ADD ("refuses-places-that-cannot-be-written", refuses_places_that_cannot_be_written);
  ADD ("refuses-a-read-only-folder", refuses_a_read_only_folder);
  ADD ("says-when-there-is-no-room", says_when_there_is_no_room);
  ADD ("has-a-sentence-for-every-failure", has_a_sentence_for_every_failure);
  return g_test_run ();
}
