/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/list/row-selection.h"

#include "ledger.h"
#include "many-problems.h"

#define N_PROBLEMS 5000

typedef struct
{
  XcTestFolder *folder;
  XcStore *store;
  XcRowModel *model;
  XcRowSelection *selection;
  guint n_changed;
} Fixture;

static void
count_cb (Fixture *fixture)
{
  fixture->n_changed++;
}

static void
sort (Fixture *fixture, gboolean is_descending, const char *number)
{
  g_autoptr (XcQuery) query = xc_query_new (XC_TABLE_PROBLEM);
  g_autoptr (GError) error = NULL;

  if (number != NULL)
    xc_query_add_text_filter (query, "number", XC_RELATION_CONTAINS, number);
  xc_query_add_sort (query, "number", is_descending);
  xc_row_model_set_query (fixture->model, query, &error);
  g_assert_no_error (error);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const char *const columns[] = { "number", NULL };

  fixture->folder = xc_test_folder_new ();
  fixture->store = xc_test_ledger_new (fixture->folder);
  xc_test_many_problems_fill (fixture->store, N_PROBLEMS);
  fixture->model = xc_row_model_new (fixture->store, XC_TABLE_PROBLEM, columns);
  sort (fixture, FALSE, NULL);
  fixture->selection = xc_row_selection_new (fixture->model);
  g_signal_connect_swapped (fixture->selection, "changed", G_CALLBACK (count_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->selection);
  g_object_unref (fixture->model);
  g_object_unref (fixture->store);
  xc_test_folder_remove (fixture->folder);
}

static void
test_all_rows_load_none (Fixture *fixture, gconstpointer data)
{
  guint n_loaded = xc_row_model_get_n_loaded (fixture->model);
  g_autoptr (GArray) ids = NULL;

  gtk_selection_model_select_all (GTK_SELECTION_MODEL (fixture->selection));
  ids = xc_row_selection_dup_ids (fixture->selection);
  g_assert_cmpuint (xc_row_selection_get_n (fixture->selection), ==, N_PROBLEMS);
  g_assert_cmpuint (ids->len, ==, N_PROBLEMS);
  g_assert_cmpint (g_array_index (ids, gint64, 7), ==, xc_row_model_get_id (fixture->model, 7));
  g_assert_cmpuint (xc_row_model_get_n_loaded (fixture->model), ==, n_loaded);
  g_assert_cmpuint (xc_row_model_get_n_living (fixture->model), ==, 0);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
}

static void
test_a_row_that_moves_stays_selected (Fixture *fixture, gconstpointer data)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (fixture->selection);
  gint64 id = xc_row_model_get_id (fixture->model, 3);

  gtk_selection_model_select_item (model, 3, TRUE);
  sort (fixture, TRUE, NULL);
  xc_row_selection_complete (fixture->selection);
  g_assert_cmpuint (xc_row_selection_get_n (fixture->selection), ==, 1);
  g_assert_false (gtk_selection_model_is_selected (model, 3));
  g_assert_true (gtk_selection_model_is_selected (model, N_PROBLEMS - 4));
  g_assert_cmpint (xc_row_model_get_id (fixture->model, N_PROBLEMS - 4), ==, id);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
}

static void
test_a_row_that_leaves_is_not (Fixture *fixture, gconstpointer data)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (fixture->selection);
  g_autoptr (XcRow) last = NULL;

  gtk_selection_model_select_item (model, 0, TRUE);
  gtk_selection_model_select_item (model, N_PROBLEMS - 1, FALSE);
  last = g_list_model_get_item (G_LIST_MODEL (fixture->model), N_PROBLEMS - 1);
  while (!xc_row_is_loaded (last))
    g_main_context_iteration (NULL, TRUE);
  sort (fixture, FALSE, xc_row_get_text (last, 0));
  g_assert_cmpuint (xc_row_selection_get_n (fixture->selection), ==, 1);
  g_assert_true (gtk_selection_model_is_selected (model, 0));
  g_assert_cmpuint (fixture->n_changed, ==, 3);
}

static void
test_a_click_selects_one_row_only (Fixture *fixture, gconstpointer data)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (fixture->selection);
  g_autoptr (GtkBitset) bits = NULL;

  gtk_selection_model_select_range (model, 10, 5, TRUE);
  g_assert_cmpuint (xc_row_selection_get_n (fixture->selection), ==, 5);
  gtk_selection_model_select_item (model, 12, TRUE);
  bits = gtk_selection_model_get_selection (model);
  g_assert_cmpuint (gtk_bitset_get_size (bits), ==, 1);
  g_assert_true (gtk_bitset_contains (bits, 12));
  gtk_selection_model_unselect_all (model);
  g_assert_cmpuint (xc_row_selection_get_n (fixture->selection), ==, 0);
}

static void
mirror_cb (GListModel *model, guint position, guint removed, guint added, GArray *mirror)
{
  XcRowModel *rows = g_object_get_data (G_OBJECT (model), "rows");

  g_assert_cmpuint (added, <=, N_PROBLEMS);
  if (removed > 0)
    g_array_remove_range (mirror, position, removed);
  for (guint i = position; i < position + added; i++)
    {
      gint64 id = xc_row_model_get_id (rows, i);

      g_array_insert_val (mirror, i, id);
    }
  g_assert_cmpuint (mirror->len, ==, g_list_model_get_n_items (model));
}

static gboolean
remove_two (XcStore *store, gpointer data, GError **error)
{
  const gint64 *ids = data;

  return xc_store_remove (store, XC_TABLE_PROBLEM, ids[0], error)
         && xc_store_remove (store, XC_TABLE_PROBLEM, ids[1], error);
}

/* Piece by piece, whatever changes meanwhile, before what the view knows and behind it. */
static void
test_a_long_list_grows (Fixture *fixture, gconstpointer data)
{
  GListModel *model = G_LIST_MODEL (fixture->selection);
  g_autoptr (GArray) mirror = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (XcQuery) query = xc_query_new (XC_TABLE_PROBLEM);
  g_autoptr (XcQuery) nothing = xc_query_new (XC_TABLE_PROBLEM);
  gint64 ids[2];
  guint n_before;

  xc_row_selection_complete (fixture->selection);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, N_PROBLEMS);
  for (guint i = 0; i < N_PROBLEMS; i++)
    {
      gint64 id = xc_row_model_get_id (fixture->model, i);

      g_array_append_val (mirror, id);
    }
  g_object_set_data (G_OBJECT (model), "rows", fixture->model);
  g_signal_connect (model, "items-changed", G_CALLBACK (mirror_cb), mirror);
  xc_query_add_text_filter (nothing, "number", XC_RELATION_IS, "none");
  g_assert_true (xc_row_model_set_query (fixture->model, nothing, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 0);
  xc_query_add_sort (query, "number", TRUE);
  g_assert_true (xc_row_model_set_query (fixture->model, query, NULL));
  n_before = g_list_model_get_n_items (model);
  g_assert_cmpuint (n_before, <, 100);
  g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (model), >, n_before);
  g_assert_cmpuint (g_list_model_get_n_items (model), <, N_PROBLEMS);
  ids[0] = xc_row_model_get_id (fixture->model, 5);
  ids[1] = xc_row_model_get_id (fixture->model, N_PROBLEMS - 5);
  xc_database_execute (xc_store_get_database (fixture->store),
                       "DELETE FROM measure; DELETE FROM responsibility", NULL);
  g_assert_true (xc_store_run (fixture->store, "Remove two", remove_two, ids, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (model), <, N_PROBLEMS - 2);
  while (g_list_model_get_n_items (model) < N_PROBLEMS - 2)
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < mirror->len; i++)
    g_assert_cmpint (g_array_index (mirror, gint64, i), ==, xc_row_model_get_id (fixture->model, i));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/app/row-selection/all-rows-load-none", test_all_rows_load_none);
  ADD ("/app/row-selection/a-row-that-moves-stays-selected", test_a_row_that_moves_stays_selected);
  ADD ("/app/row-selection/a-row-that-leaves-is-not", test_a_row_that_leaves_is_not);
  ADD ("/app/row-selection/a-click-selects-one-row-only", test_a_click_selects_one_row_only);
  ADD ("/app/row-selection/a-long-list-grows", test_a_long_list_grows);
#undef ADD
  return g_test_run ();
}
