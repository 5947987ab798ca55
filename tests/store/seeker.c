/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is sought in a thread: the answer to the last question, as the ledger is when it comes. */
#include "store/seeker.h"

#include "ledger.h"
#include "many-problems.h"
#include "store/row-model.h"

#define N_PROBLEMS 60000

static char *folder;
static XcStore *store;

static const char *const searched[] = { "number", "wording", "facts", NULL };

typedef struct
{
  GArray *ids;
  guint n_answers;
  gboolean failed;
} Answer;

static void
answer_cb (GArray *ids, const GError *error, gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->ids, g_array_unref);
  answer->ids = ids != NULL ? g_array_ref (ids) : NULL;
  answer->failed = error != NULL;
  answer->n_answers++;
}

static XcQuery *
make_query (const char *search)
{
  XcQuery *query = xc_query_new (XC_TABLE_PROBLEM);

  xc_query_set_search (query, search, searched);
  xc_query_add_sort (query, "wording", FALSE);
  return query;
}

static void
wait_for (Answer *answer)
{
  while (answer->n_answers == 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
assert_same (GArray *ids, const XcQuery *query)
{
  g_autoptr (GArray) expected = xc_query_ids (query, store, NULL);

  g_assert_cmpmem (ids->data, ids->len * sizeof (gint64), expected->data, expected->len * sizeof (gint64));
}

static void
test_last (void)
{
  g_autoptr (XcSeeker) seeker = xc_seeker_new (store);
  g_autoptr (XcQuery) first = make_query ("议事");
  g_autoptr (XcQuery) last = make_query ("第777项");
  Answer dropped = { 0 }, answer = { 0 };

  xc_seeker_seek (seeker, first, answer_cb, &dropped);
  xc_seeker_seek (seeker, last, answer_cb, &answer);
  g_assert_cmpuint (answer.n_answers, ==, 0);
  wait_for (&answer);
  g_assert_cmpuint (dropped.n_answers, ==, 0);
  g_assert_cmpuint (answer.n_answers, ==, 1);
  g_assert_cmpuint (answer.ids->len, ==, 1);
  assert_same (answer.ids, last);
  g_array_unref (answer.ids);
}

static void
test_stopped (void)
{
  g_autoptr (XcSeeker) seeker = xc_seeker_new (store);
  XcSeeker *dropped = xc_seeker_new (store);
  g_autoptr (XcQuery) query = make_query ("议事");
  Answer none = { 0 }, answer = { 0 };

  xc_seeker_seek (dropped, query, answer_cb, &none);
  xc_seeker_free (dropped);
  xc_seeker_seek (seeker, query, answer_cb, &none);
  xc_seeker_stop (seeker);
  xc_seeker_seek (seeker, query, answer_cb, &answer);
  wait_for (&answer);
  g_assert_cmpuint (none.n_answers, ==, 0);
  g_assert_cmpuint (answer.ids->len, ==, N_PROBLEMS);
  g_array_unref (answer.ids);
}

static gboolean
reword (XcStore *of, gpointer data, GError **error)
{
  g_autoptr (XcRecord) record = xc_store_load (of, XC_TABLE_PROBLEM, *(gint64 *) data, error);

  xc_record_set_text (record, "wording", "会议纪要缺页");
  return xc_store_save (of, record, error);
}

/* A write does not wait for the reader, and the answer knows of it. */
static void
test_written_meanwhile (void)
{
  g_autoptr (XcSeeker) seeker = xc_seeker_new (store);
  g_autoptr (XcQuery) query = make_query ("纪要缺页");
  g_autoptr (XcQuery) one = make_query ("第778项");
  g_autoptr (GArray) ids = xc_query_ids (one, store, NULL);
  g_autoptr (GError) error = NULL;
  Answer answer = { 0 };

  xc_seeker_seek (seeker, query, answer_cb, &answer);
  xc_store_run (store, "Reword", reword, ids->data, &error);
  g_assert_no_error (error);
  wait_for (&answer);
  g_assert_false (answer.failed);
  g_assert_cmpuint (answer.ids->len, ==, 1);
  g_assert_cmpint (g_array_index (answer.ids, gint64, 0), ==, g_array_index (ids, gint64, 0));
  g_assert_true (xc_store_undo (store, NULL, NULL));
  g_array_unref (answer.ids);
}

/* A list keeps what it shows until the rest is found. */
static void
test_list (void)
{
  static const char *const columns[] = { "number", NULL };
  g_autoptr (XcRowModel) model = xc_row_model_new (store, XC_TABLE_PROBLEM, columns);
  g_autoptr (XcQuery) by_number = xc_query_new (XC_TABLE_PROBLEM);
  g_autoptr (XcQuery) query = make_query ("会后补签");

  xc_query_add_sort (by_number, "number", FALSE);
  g_assert_true (xc_row_model_set_query (model, by_number, NULL));
  xc_row_model_seek (model, by_number);
  g_assert_false (xc_row_model_is_seeking (model));
  xc_row_model_seek (model, query);
  g_assert_true (xc_row_model_is_seeking (model));
  g_assert_true (xc_query_equal (xc_row_model_get_query (model), by_number));
  while (xc_row_model_is_seeking (model))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (xc_query_equal (xc_row_model_get_query (model), query));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, N_PROBLEMS);
  /* What was found before is there again, whatever is being sought. */
  xc_row_model_seek (model, by_number);
  g_assert_true (xc_row_model_set_query (model, query, NULL));
  g_assert_false (xc_row_model_is_seeking (model));
  g_assert_true (xc_query_equal (xc_row_model_get_query (model), query));
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = xc_test_folder_new ();
  store = xc_test_ledger_new (folder);
  xc_test_many_problems_fill (store, N_PROBLEMS);
  g_test_add_func ("/store/seeker/answers-the-last-question", test_last);
  g_test_add_func ("/store/seeker/is-silent-when-stopped", test_stopped);
  g_test_add_func ("/store/seeker/makes-room-for-a-write", test_written_meanwhile);
  g_test_add_func ("/store/seeker/fills-a-list-later", test_list);
  status = g_test_run ();
  g_clear_object (&store);
  xc_test_folder_remove (folder);
  return status;
}
