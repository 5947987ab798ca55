/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of 200,000 problems, or of as many as the argument says: to find, sort, show and follow them, each beside a
 * bare loop over plain SQL that does the same. */
#include "store/row-model.h"

#include <stdlib.h>

#include "district.h"
#include "ledger.h"
#include "store/bulk.h"

#define N_PROBLEMS 200000
#define N_TIMES 5

#define JOINS                                                                                                \
  " FROM problem AS p LEFT JOIN inspection AS i ON i.id = p.inspection_id"                                   \
  " LEFT JOIN organization AS o ON o.id = i.organization_id"

static const char *const columns[] = { "number", "wording", "state", "inspection_id.organization_id.name",
                                       NULL };
static const char *const searched[] = { "number", "wording", "facts", "inspection_id.organization_id.name",
                                        NULL };

static double
since (gint64 began)
{
  return (double) (g_get_monotonic_time () - began) / 1000;
}

static void
say (const char *what, guint n_rows, double own_ms, double bare_ms)
{
  g_print ("# %-44s %7u rows %9.2f ms, bare %9.2f ms, ratio %.2f\n", what, n_rows, own_ms, bare_ms,
           own_ms / bare_ms);
}

/* Reads every column, as whoever shows it must. */
static double
run_bare (XcStore *store, const char *sql, int n_columns, guint *n_rows)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < N_TIMES; i++)
    {
      g_autoptr (XcStatement) statement = NULL;
      g_autoptr (GError) error = NULL;
      gint64 began = g_get_monotonic_time ();
      gboolean row;

      statement = xc_database_prepare (xc_store_get_database (store), sql, &error);
      g_assert_no_error (error);
      for (*n_rows = 0; xc_statement_step (statement, &row, &error) && row; ++*n_rows)
        for (int column = 0; column < n_columns; column++)
          xc_statement_get_text (statement, column);
      g_assert_no_error (error);
      best = MIN (best, since (began));
    }
  return best;
}

static void
compare (XcStore *store, const char *what, const XcQuery *query, const char *sql)
{
  double best = G_MAXDOUBLE, bare;
  guint n_own = 0, n_bare;

  for (guint i = 0; i < N_TIMES; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) ids = NULL;
      gint64 began = g_get_monotonic_time ();

      ids = xc_query_ids (query, store, &error);
      g_assert_no_error (error);
      n_own = ids->len;
      best = MIN (best, since (began));
    }
  bare = run_bare (store, sql, 0, &n_bare);
  g_assert_cmpuint (n_own, ==, n_bare);
  say (what, n_own, best, bare);
}

static void
compare_sorts (XcStore *store)
{
  g_autoptr (XcQuery) query = xc_query_new (XC_TABLE_PROBLEM);

  xc_query_add_sort (query, "number", FALSE);
  compare (store, "by number", query, "SELECT id FROM problem ORDER BY number, id");
  xc_query_clear_sorts (query);
  xc_query_add_sort (query, "inspection_id.organization_id.name", FALSE);
  compare (store, "by name of organization", query,
           "SELECT p.id" JOINS " ORDER BY o.name COLLATE pinyin, p.id");
  xc_query_add_sort (query, "found_on", TRUE);
  compare (store, "by name of organization and day, latest first", query,
           "SELECT p.id" JOINS " ORDER BY o.name COLLATE pinyin, p.found_on DESC, p.id");
}

static void
compare_searches (XcStore *store)
{
  g_autoptr (XcQuery) query = xc_query_new (XC_TABLE_PROBLEM);

  xc_query_set_search (query, "第777项", searched);
  compare (store, "search for 第777项 in four fields", query,
           "SELECT p.id" JOINS " WHERE p.number LIKE '%第777项%' OR p.wording LIKE '%第777项%'"
           " OR p.facts LIKE '%第777项%' OR o.name LIKE '%第777项%'");
  xc_query_set_search (query, "sfqlx", searched);
  compare (store, "search for sfqlx in four fields", query,
           "SELECT p.id" JOINS " WHERE p.number LIKE '%sfqlx%' OR p.wording LIKE '%sfqlx%'"
           " OR p.facts LIKE '%sfqlx%' OR matches (o.name, 'sfqlx')");
}

/* A page in the middle, as after a jump of the scroll bar; another each time. */
static void
compare_pages (XcStore *store, XcRowModel *model)
{
  double best = G_MAXDOUBLE;
  g_autoptr (GString) sql = g_string_new ("SELECT p.*, o.name" JOINS " WHERE p.id IN (");
  guint n_rows, n_items = g_list_model_get_n_items (G_LIST_MODEL (model));

  for (guint i = 0; i < 20; i++)
    {
      gint64 began = g_get_monotonic_time ();
      g_autoptr (XcRow) row = g_list_model_get_item (G_LIST_MODEL (model), n_items / 40 * (i + 1));

      g_assert_true (xc_row_is_loaded (row));
      best = MIN (best, since (began));
    }
  for (guint i = 0; i < 64; i++)
    g_string_append_printf (sql, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "",
                            xc_row_model_get_id (model, n_items / 3 + i));
  g_string_append_c (sql, ')');
  say ("a page of rows", 64, best, run_bare (store, sql->str, 17, &n_rows));
}

static gboolean
touch (XcStore *store, gpointer data, GError **error)
{
  g_autoptr (XcRecord) record = xc_store_load (store, XC_TABLE_PROBLEM, *(gint64 *) data, error);

  xc_record_set_day (record, "found_on", xc_record_get_day (record, "found_on") == 18840 ? 18841 : 18840);
  return xc_store_save (store, record, error);
}

static double
edit (XcStore *store, gint64 id)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < 20; i++)
    {
      gint64 began = g_get_monotonic_time ();

      g_assert_true (xc_store_run (store, "edit", touch, &id, NULL));
      best = MIN (best, since (began));
    }
  return best;
}

typedef struct
{
  const XcQuery *query;
  guint n_changed;
} Bulk;

static gboolean
set_source (XcStore *store, gpointer data, GError **error)
{
  Bulk *bulk = data;

  return xc_store_set_where (store, bulk->query, "source", &XC_VALUE_TEXT ("专项检查"), &bulk->n_changed,
                             error);
}

static gboolean
set_source_barely (XcStore *store, gpointer data, GError **error)
{
  return xc_database_execute (xc_store_get_database (store),
                              "UPDATE problem SET source = '专项检查' WHERE is_key = 1", error);
}

static void
compare_bulk (XcStore *store)
{
  g_autoptr (XcQuery) query = xc_query_new (XC_TABLE_PROBLEM);
  Bulk bulk = { query, 0 };
  gint64 began = g_get_monotonic_time ();
  double own, bare;

  xc_query_add_number_filter (query, "is_key", XC_RELATION_IS, 1);
  g_assert_true (xc_store_run (store, "set", set_source, &bulk, NULL));
  own = since (began);
  g_assert_true (xc_store_undo (store, NULL, NULL));
  began = g_get_monotonic_time ();
  g_assert_true (xc_store_run (store, "set", set_source_barely, NULL, NULL));
  bare = since (began);
  say ("one field of many rows", bulk.n_changed, own, bare);
}

int
main (int argc, char **argv)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_district_new (folder, argc > 1 ? (guint) atoi (argv[1]) : N_PROBLEMS);
  g_autoptr (XcQuery) query = xc_query_new (XC_TABLE_PROBLEM);
  XcRowModel *model = NULL;
  gint64 id;
  double followed;

  compare_sorts (store);
  compare_searches (store);
  model = xc_row_model_new (store, XC_TABLE_PROBLEM, columns);
  xc_query_add_sort (query, "inspection_id.organization_id.name", FALSE);
  xc_query_add_sort (query, "found_on", FALSE);
  g_assert_true (xc_row_model_set_query (model, query, NULL));
  compare_pages (store, model);
  id = xc_row_model_get_id (model, g_list_model_get_n_items (G_LIST_MODEL (model)) / 2);
  followed = edit (store, id);
  g_object_unref (model);
  say ("an edit that a sorted list follows", 1, followed, edit (store, id));
  compare_bulk (store);
  return 0;
}
