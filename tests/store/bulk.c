/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/bulk.h"

#include <string.h>

#include "district.h"
#include "ledger.h"

#define N_PROBLEMS 3000

typedef struct
{
  const XcQuery *query;
  const char *field;
  XcValue value;
  guint n_changed;
} Bulk;

static gboolean
set_where (XcStore *store, gpointer data, GError **error)
{
  Bulk *bulk = data;

  return xc_store_set_where (store, bulk->query, bulk->field, &bulk->value, &bulk->n_changed, error);
}

static guint
count (XcStore *store, const XcQuery *query)
{
  guint n;

  g_assert_true (xc_query_count (query, store, &n, NULL));
  return n;
}

static void
changes_all_that_are_found_and_no_others (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_district_new (folder, N_PROBLEMS);
  g_autoptr (XcQuery) query = xc_query_new (XC_TABLE_PROBLEM);
  g_autoptr (XcQuery) common = xc_query_new (XC_TABLE_PROBLEM);
  g_autofree char *before = xc_test_ledger_dump (store);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  Bulk bulk = { query, "commonness", XC_VALUE_TEXT ("common") };
  guint found, already;

  xc_query_add_text_filter (query, "inspection_id.organization_id.sector", XC_RELATION_IS, "教育系统");
  xc_query_add_text_filter (common, "commonness", XC_RELATION_IS, "common");
  xc_query_add_text_filter (query, "commonness", XC_RELATION_IS, "common");
  already = count (store, query);
  xc_query_remove_filter (query, 1);
  found = count (store, query);
  g_assert_cmpuint (found, >, already);
  g_assert_cmpuint (already, >, 0);
  g_assert_true (xc_store_run (store, "make all common", set_where, &bulk, &error));
  g_assert_cmpuint (bulk.n_changed, ==, found - already);
  xc_query_add_text_filter (query, "commonness", XC_RELATION_IS_NOT, "common");
  g_assert_cmpuint (count (store, query), ==, 0);
  g_assert_cmpuint (count (store, common), >, found);
  /* One step of the history. */
  g_assert_true (xc_store_undo (store, NULL, NULL));
  after = xc_test_ledger_dump (store);
  g_assert_cmpstr (before, ==, after);
}

static void
clears_a_field (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_district_new (folder, N_PROBLEMS);
  g_autoptr (XcQuery) query = xc_query_new (XC_TABLE_PROBLEM);
  Bulk bulk = { query, "found_on", XC_VALUE_NONE };
  guint found;

  xc_query_add_filter (query, "found_on", XC_RELATION_NOT_EMPTY, NULL, 0);
  found = count (store, query);
  g_assert_cmpuint (found, >, 0);
  g_assert_true (xc_store_run (store, "clear", set_where, &bulk, NULL));
  g_assert_cmpuint (bulk.n_changed, ==, found);
  g_assert_cmpuint (count (store, query), ==, 0);
}

static void
is_refused_as_a_whole_by_a_row_that_would_be_wrong (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_district_new (folder, 10);
  g_autoptr (XcQuery) query = xc_query_new (XC_TABLE_INSPECTION);
  g_autofree char *before = xc_test_ledger_dump (store);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  Bulk bulk = { query, "leaves_on", XC_VALUE_NUMBER (xc_day_new (2024, 5, 16)) };

  xc_query_add_sort (query, "fed_back_on", TRUE);
  g_assert_false (xc_store_run (store, "leave", set_where, &bulk, &error));
  g_assert_error (error, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "“示范区"));
  g_assert_nonnull (strstr (error->message, "one of the two days is wrong"));
  after = xc_test_ledger_dump (store);
  g_assert_cmpstr (before, ==, after);

  g_clear_error (&error);
  bulk = (Bulk){ query, "organization_id", XC_VALUE_NUMBER (7) };
  g_assert_false (xc_store_run (store, "refer to nothing", set_where, &bulk, &error));
  g_assert_error (error, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/bulk/changes-all-that-are-found-and-no-others",
                   changes_all_that_are_found_and_no_others);
  g_test_add_func ("/store/bulk/clears-a-field", clears_a_field);
  g_test_add_func ("/store/bulk/is-refused-as-a-whole-by-a-row-that-would-be-wrong",
                   is_refused_as_a_whole_by_a_row_that_would_be_wrong);
  return g_test_run ();
}
