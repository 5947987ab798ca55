/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/evidence.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "ledger.h"
#include "rectification.h"
#include "store/office.h"

#define TODAY XC_TEST_FED_BACK

static char *
make_file (XcTestRectification *ledger, const char *name, const char *contents, gssize size)
{
  char *path = g_build_filename (ledger->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, contents, size, NULL));
  return path;
}

static gint64
count (XcTestRectification *ledger, const char *sql)
{
  gint64 n;

  g_assert_true (xc_database_get_integer (xc_store_get_database (ledger->store), sql, &n, NULL));
  return n;
}

static void
keeps_a_file_once_by_its_contents (XcTestRectification *ledger, gconstpointer data)
{
  g_autofree char *path = make_file (ledger, "会议纪要.txt", "研究整改", -1);
  gint64 problem = xc_test_rectification_add_problem (ledger, 0, "议事规则不完善");
  gint64 measure = xc_test_rectification_add_measure (ledger, problem, "修订规则", "done", XC_DAY_NONE);
  g_autoptr (GError) error = NULL;
  gint64 first = xc_evidence_attach (ledger->store, problem, 0, path, TODAY, &error);
  gint64 second = xc_evidence_attach (ledger->store, problem, measure, path, TODAY, &error);
  g_autofree char *title = xc_test_rectification_get (ledger, XC_TABLE_EVIDENCE, first, "title");
  g_autofree char *type = xc_test_rectification_get (ledger, XC_TABLE_EVIDENCE, first, "media_type");
  g_autofree char *size = xc_test_rectification_get (ledger, XC_TABLE_EVIDENCE, second, "size");
  g_autoptr (GBytes) bytes = xc_evidence_load (ledger->store, first, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (title, ==, "会议纪要.txt");
  g_assert_cmpstr (type, ==, "text/plain");
  g_assert_cmpstr (size, ==, "12");
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "研究整改", 12);
  g_assert_cmpint (count (ledger, "SELECT count (*) FROM attachment"), ==, 1);
  /* Undo takes the row; redo finds the bytes. */
  g_assert_true (xc_store_undo (ledger->store, NULL, NULL));
  g_assert_true (xc_store_undo (ledger->store, NULL, NULL));
  g_assert_cmpint (count (ledger, "SELECT count (*) FROM evidence"), ==, 0);
  g_assert_true (xc_store_redo (ledger->store, NULL, NULL));
  g_clear_pointer (&bytes, g_bytes_unref);
  bytes = xc_evidence_load (ledger->store, first, &error);
  g_assert_no_error (error);
  g_assert_true (xc_evidence_remove (ledger->store, first, &error));
  g_assert_cmpint (count (ledger, "SELECT count (*) FROM evidence"), ==, 0);
}

static void
assert_refused (XcTestRectification *ledger, gint64 problem, const char *path, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (xc_evidence_attach (ledger->store, problem, 0, path, TODAY, &error), ==, 0);
  g_assert_error (error, XC_STORE_ERROR, code);
  g_assert_cmpint (count (ledger, "SELECT count (*) FROM attachment"), ==, 0);
}

static void
refuses_what_is_no_file_of_the_right_size (XcTestRectification *ledger, gconstpointer data)
{
  gint64 problem = xc_test_rectification_add_problem (ledger, 0, "议事规则不完善");
  g_autoptr (XcOffice) office = xc_office_load (ledger->store, NULL);
  g_autofree char *contents = g_malloc0 (1024 * 1024 + 1);
  g_autofree char *large = make_file (ledger, "large.bin", contents, 1024 * 1024 + 1);
  g_autofree char *right = make_file (ledger, "right.bin", contents, 1024 * 1024);
  g_autofree char *empty = make_file (ledger, "empty.txt", "", 0);
  g_autofree char *missing = g_build_filename (ledger->folder, "missing.txt", NULL);
  g_autoptr (GError) error = NULL;

  office->attachment_mib = 1;
  g_assert_true (xc_office_save (ledger->store, office, NULL));
  assert_refused (ledger, problem, large, XC_STORE_ERROR_REFUSED);
  assert_refused (ledger, problem, empty, XC_STORE_ERROR_REFUSED);
  assert_refused (ledger, problem, ledger->folder, XC_STORE_ERROR_REFUSED);
  assert_refused (ledger, problem, missing, XC_STORE_ERROR_NOT_FOUND);
  g_assert_cmpint (xc_evidence_attach (ledger->store, 4711, 0, right, TODAY, &error), ==, 0);
  g_assert_error (error, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_cmpint (count (ledger, "SELECT count (*) FROM attachment"), ==, 0);
  g_assert_cmpint (xc_evidence_attach (ledger->store, problem, 0, right, TODAY, &error), !=, 0);
  g_assert_no_error (error);
}

static void
opens_private_copies (XcTestRectification *ledger, gconstpointer data)
{
  gint64 problem = xc_test_rectification_add_problem (ledger, 0, "议事规则不完善");
  g_autofree char *path = make_file (ledger, "证据.pdf", "%PDF-1.4 one", -1);
  gint64 first = xc_evidence_attach (ledger->store, problem, 0, path, TODAY, NULL);
  g_autofree char *again = make_file (ledger, "证据.pdf", "%PDF-1.4 two", -1);
  gint64 second = xc_evidence_attach (ledger->store, problem, 0, again, TODAY, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *copy = NULL;
  g_autofree char *other = NULL;
  g_autofree char *contents = NULL;
  g_autofree char *folder = NULL;
  GStatBuf status;

  g_unlink (path);
  copy = xc_evidence_copy (ledger->store, first, &error);
  other = xc_evidence_copy (ledger->store, second, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (copy, !=, other);
  g_assert_true (g_str_has_suffix (copy, "/证据.pdf"));
  g_assert_true (g_file_get_contents (copy, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "%PDF-1.4 one");
  g_assert_cmpint (g_stat (copy, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0400);
  folder = g_path_get_dirname (copy);
  g_assert_cmpint (g_stat (folder, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0700);
  g_free (copy);
  copy = xc_evidence_copy (ledger->store, first, &error);
  g_assert_no_error (error);
  xc_evidence_forget_copies ();
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
}

static void
gives_copies_names_that_lead_nowhere (XcTestRectification *ledger, gconstpointer data)
{
  static const struct
  {
    const char *title;
    const char *name;
  } names[] = { { "../../etc/passwd", "_._.._etc_passwd" },
                { ".profile", "_profile" },
                { "a\\b:c.txt", "a_b_c.txt" },
                { NULL, NULL } };
  gint64 problem = xc_test_rectification_add_problem (ledger, 0, "议事规则不完善");
  g_autofree char *path = make_file (ledger, "x.txt", "x", -1);
  gint64 id = xc_evidence_attach (ledger->store, problem, 0, path, TODAY, NULL);
  g_autoptr (GString) longer = g_string_new (NULL);

  for (guint i = 0; names[i].title != NULL; i++)
    {
      g_autofree char *copy = NULL;
      g_autofree char *name = NULL;

      xc_test_rectification_set (ledger, XC_TABLE_EVIDENCE, id, "title", names[i].title);
      copy = xc_evidence_copy (ledger->store, id, NULL);
      name = g_path_get_basename (copy);
      g_assert_cmpstr (name, ==, names[i].name);
    }
  for (guint i = 0; i < 100; i++)
    g_string_append (longer, "长");
  g_string_append (longer, ".pdf");
  xc_test_rectification_set (ledger, XC_TABLE_EVIDENCE, id, "title", longer->str);
  {
    g_autofree char *copy = xc_evidence_copy (ledger->store, id, NULL);
    g_autofree char *name = g_path_get_basename (copy);

    g_assert_cmpuint (strlen (name), <=, 200);
    g_assert_true (g_str_has_suffix (name, "长.pdf"));
    g_assert_true (g_utf8_validate (name, -1, NULL));
  }
  xc_evidence_forget_copies ();
}

static void
gives_nothing_that_was_altered (XcTestRectification *ledger, gconstpointer data)
{
  gint64 problem = xc_test_rectification_add_problem (ledger, 0, "议事规则不完善");
  g_autofree char *path = make_file (ledger, "x.txt", "真实内容", -1);
  g_autofree char *out = g_build_filename (ledger->folder, "out.txt", NULL);
  g_autofree char *contents = NULL;
  gint64 id = xc_evidence_attach (ledger->store, problem, 0, path, TODAY, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (xc_evidence_write (ledger->store, id, out, &error));
  g_assert_true (g_file_get_contents (out, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "真实内容");
  g_assert_true (xc_database_execute (xc_store_get_database (ledger->store),
                                      "UPDATE attachment SET bytes = CAST ('篡改内容' AS BLOB)", NULL));
  g_assert_null (xc_evidence_load (ledger->store, id, &error));
  g_assert_error (error, XC_STORE_ERROR, XC_STORE_ERROR_DAMAGED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                                  \
  g_test_add ("/store/evidence/" name, XcTestRectification, NULL, xc_test_rectification_set_up, function,    \
              xc_test_rectification_tear_down)
  ADD ("keeps-a-file-once-by-its-contents", keeps_a_file_once_by_its_contents);
  ADD ("refuses-what-is-no-file-of-the-right-size", refuses_what_is_no_file_of_the_right_size);
  ADD ("opens-private-copies", opens_private_copies);
  ADD ("gives-copies-names-that-lead-nowhere", gives_copies_names_that_lead_nowhere);
  ADD ("gives-nothing-that-was-altered", gives_nothing_that_was_altered);
  return g_test_run ();
}
