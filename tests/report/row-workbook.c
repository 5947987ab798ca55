/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/row-workbook.h"

#include <string.h>

#include "ledger.h"
#include "many-problems.h"
#include "reading.h"

#define A_DAY xc_day_new (2024, 5, 16)

typedef struct
{
  XcTestFolder *folder;
  XcStore *store;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = xc_test_folder_new ();
  fixture->store = xc_test_ledger_new (fixture->folder);
  fixture->path = g_build_filename (fixture->folder, "out.xlsx", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->store);
  g_free (fixture->path);
  xc_test_folder_remove (fixture->folder);
}

static void
add_organization (Fixture *fixture, gint64 register_id, const char *name, XcDay from)
{
  g_autoptr (XcRecord) record = xc_record_new (XC_TABLE_ORGANIZATION);

  xc_record_set_number (record, "register_id", register_id);
  xc_record_set_text (record, "name", name);
  if (xc_day_is_set (from))
    xc_record_set_day (record, "valid_from", from);
  xc_test_ledger_add (fixture->store, record);
}

static void
test_columns_filter_and_order_are_those_of_the_list (Fixture *fixture, gconstpointer data)
{
  static const XcRowWorkbookColumn columns[] = { { "valid_from", "From", 108 },
                                                 { "name", "Organization", 190 },
                                                 { "register_id.title", "Register", 130 } };
  const XcRowWorkbookOptions options = {
    columns, G_N_ELEMENTS (columns), "Organizations", NULL, A_DAY, NULL
  };
  gint64 streets = xc_test_ledger_add_register (fixture->store, "Streets");
  gint64 villages = xc_test_ledger_add_register (fixture->store, "Villages");
  g_autoptr (XcQuery) query = xc_query_new (XC_TABLE_ORGANIZATION);
  g_autofree char *read = NULL;
  g_autoptr (GError) error = NULL;
  guint n_rows;

  add_organization (fixture, streets, "=A1", A_DAY);
  add_organization (fixture, streets, "Bb", XC_DAY_NONE);
  add_organization (fixture, villages, "Cc", A_DAY);
  xc_query_add_number_filter (query, "register_id", XC_RELATION_IS, streets);
  xc_query_add_sort (query, "name", TRUE);
  g_assert_true (
      xc_row_workbook_write (fixture->store, query, &options, fixture->path, FALSE, &n_rows, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_rows, ==, 2);
  read = read_workbook (fixture->path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (read, ==,
                   "1: A\"From\" B\"Organization\" C\"Register\"\n"
                   "2: B\"Bb\" C\"Streets\"\n"
                   "3: A@2024-05-16 B\"=A1\" C\"Streets\"\n");
}

static void
test_stopping_leaves_nothing (Fixture *fixture, gconstpointer data)
{
  static const XcRowWorkbookColumn columns[] = { { "number", "Number", 108 } };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const XcRowWorkbookOptions options = { columns, 1, "Problems", NULL, A_DAY, cancellable };
  g_autoptr (XcQuery) query = xc_query_new (XC_TABLE_PROBLEM);
  g_autoptr (GError) error = NULL;
  guint n_files;

  xc_test_many_problems_fill (fixture->store, 1000);
  n_files = xc_test_count_files (fixture->folder);
  g_cancellable_cancel (cancellable);
  g_assert_false (
      xc_row_workbook_write (fixture->store, query, &options, fixture->path, FALSE, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (xc_test_count_files (fixture->folder), ==, n_files);
}

/* More than are loaded at once. */
static void
test_no_row_is_lost_between_pages (Fixture *fixture, gconstpointer data)
{
  static const XcRowWorkbookColumn columns[] = { { "number", "Number", 108 } };
  const XcRowWorkbookOptions options = { columns, 1, "Problems", NULL, A_DAY, NULL };
  g_autoptr (XcQuery) query = xc_query_new (XC_TABLE_PROBLEM);
  g_auto (GStrv) lines = NULL;
  g_autofree char *read = NULL;
  g_autoptr (GError) error = NULL;
  guint n_rows;

  xc_test_many_problems_fill (fixture->store, 1300);
  xc_query_add_sort (query, "number", FALSE);
  g_assert_true (
      xc_row_workbook_write (fixture->store, query, &options, fixture->path, FALSE, &n_rows, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_rows, ==, 1300);
  read = read_workbook (fixture->path, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (read, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 1302);
  for (guint i = 2; i < 1301; i++)
    g_assert_cmpstr (strchr (lines[i - 1], 'A'), <, strchr (lines[i], 'A'));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/report/row-workbook/columns-filter-and-order-are-those-of-the-list",
       test_columns_filter_and_order_are_those_of_the_list);
  ADD ("/report/row-workbook/stopping-leaves-nothing", test_stopping_leaves_nothing);
  ADD ("/report/row-workbook/no-row-is-lost-between-pages", test_no_row_is_lost_between_pages);
#undef ADD
  return g_test_run ();
}
