/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/row-rules.h"

#include "ledger.h"
#include "rectification.h"
#include "store/bulk.h"
#include "store/closing.h"

#define DUE (XC_TEST_FED_BACK + 90)

static void
assert_state (XcTestRectification *ledger, gint64 problem, const char *state)
{
  g_autofree char *found = xc_test_rectification_get (ledger, XC_TABLE_PROBLEM, problem, "state");

  g_assert_cmpstr (found, ==, state);
}

/* That @field of a row cannot be made @text. */
static void
assert_kept (XcTestRectification *ledger, XcTable table, gint64 id, const char *field, const char *text)
{
  g_autoptr (XcRecord) record = xc_store_load (ledger->store, table, id, NULL);
  g_autoptr (GError) error = NULL;
  const XcField *entry = xc_catalogue_get_field (table, field);

  if (entry->kind == XC_FIELD_DAY)
    xc_record_set_day (record, field, xc_day_parse_iso (text));
  else if (xc_field_is_textual (entry))
    xc_record_set_text (record, field, text);
  else
    xc_record_set_number (record, field, g_ascii_strtoll (text, NULL, 10));
  g_assert_false (xc_test_rectification_save (ledger, record, &error));
  g_assert_error (error, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED);
}

static void
close_problem (XcTestRectification *ledger, gint64 problem, guint n_reviews)
{
  XcClosingRequest request = { .act = XC_CLOSING_APPLIED, .person = "样某某", .day = XC_TEST_FED_BACK + 40 };

  for (guint i = 0; i <= n_reviews; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (XcStepReport) report = xc_closing_take (ledger->store, &problem, 1, &request, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (report->done->len, ==, 1);
      request =
          (XcClosingRequest){ XC_CLOSING_REVIEWED,  (XcReviewingBody) i, XC_VERDICT_ACCEPTED, NULL, "审某某",
                              XC_TEST_FED_BACK + 41 };
    }
}

static void
numbers_new_problems_and_keeps_the_numbers (XcTestRectification *ledger, gconstpointer data)
{
  gint64 first = xc_test_rectification_add_problem (ledger, 1, "议事规则不完善");
  gint64 second = xc_test_rectification_add_problem (ledger, 1, "党费收缴不及时");
  g_autofree char *number = xc_test_rectification_get (ledger, XC_TABLE_PROBLEM, first, "number");
  g_autofree char *next = xc_test_rectification_get (ledger, XC_TABLE_PROBLEM, second, "number");

  g_assert_cmpstr (number, ==, "06-02-001");
  g_assert_cmpstr (next, ==, "06-02-002");
  assert_kept (ledger, XC_TABLE_PROBLEM, first, "number", "06-02-009");
  assert_kept (ledger, XC_TABLE_PROBLEM, first, "inspection_id", "401");
  xc_test_rectification_set (ledger, XC_TABLE_PROBLEM, first, "wording", "议事规则未修订");
}

static void
lets_the_problem_follow_its_measures (XcTestRectification *ledger, gconstpointer data)
{
  gint64 problem = xc_test_rectification_add_problem (ledger, 0, "议事规则不完善");
  gint64 one, other;

  assert_state (ledger, problem, "not_started");
  one = xc_test_rectification_add_measure (ledger, problem, "修订议事规则", "in_progress", DUE);
  assert_state (ledger, problem, "in_progress");
  other = xc_test_rectification_add_measure (ledger, problem, "开展培训", "not_started", DUE);
  xc_test_rectification_set (ledger, XC_TABLE_MEASURE, one, "state", "basically_done");
  assert_state (ledger, problem, "in_progress");
  xc_test_rectification_set (ledger, XC_TABLE_MEASURE, other, "state", "done");
  assert_state (ledger, problem, "basically_done");
  xc_test_rectification_set (ledger, XC_TABLE_MEASURE, one, "state", "done");
  assert_state (ledger, problem, "in_progress");
  g_assert_true (xc_test_rectification_remove (ledger, XC_TABLE_MEASURE, one, NULL));
  g_assert_true (xc_test_rectification_remove (ledger, XC_TABLE_MEASURE, other, NULL));
  assert_state (ledger, problem, "not_started");
  xc_test_rectification_set (ledger, XC_TABLE_PROBLEM, problem, "state", "in_progress");
  assert_state (ledger, problem, "in_progress");
}

static void
walls_off_what_only_steps_may_change (XcTestRectification *ledger, gconstpointer data)
{
  static const char *const reviewed[] = { "awaiting_review", "returned", "closed", "reopened" };
  gint64 problem = xc_test_rectification_add_problem (ledger, 0, "议事规则不完善");
  gint64 other = xc_test_rectification_add_problem (ledger, 0, "党费收缴不及时");
  gint64 measure = xc_test_rectification_add_measure (ledger, problem, "修订议事规则", "done", DUE);
  g_autoptr (XcRecord) added = xc_record_new (XC_TABLE_PROBLEM);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (reviewed); i++)
    assert_kept (ledger, XC_TABLE_PROBLEM, problem, "state", reviewed[i]);
  assert_kept (ledger, XC_TABLE_PROBLEM, problem, "closed_on", "2024-08-16");
  xc_record_set_number (added, "inspection_id", ledger->inspections[0]);
  xc_record_set_text (added, "wording", "补录");
  xc_record_set_text (added, "state", "closed");
  g_assert_false (xc_test_rectification_save (ledger, added, &error));
  g_assert_error (error, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED);
  for (guint n_reviews = 2; n_reviews <= 3; n_reviews++)
    {
      g_autoptr (GError) removal = NULL;

      close_problem (ledger, problem, n_reviews);
      assert_state (ledger, problem, n_reviews == 3 ? "closed" : "awaiting_review");
      assert_kept (ledger, XC_TABLE_MEASURE, measure, "state", "in_progress");
      assert_kept (ledger, XC_TABLE_PROBLEM, problem, "state", "in_progress");
      g_assert_false (xc_test_rectification_remove (ledger, XC_TABLE_MEASURE, measure, &removal));
      g_assert_error (removal, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED);
      for (guint i = 0; n_reviews == 2 && i <= n_reviews; i++)
        g_assert_true (xc_store_undo (ledger->store, NULL, NULL));
    }
  /* A word may be mended, though, and what was done may be told better. */
  xc_test_rectification_set (ledger, XC_TABLE_MEASURE, measure, "result", "规则已印发");
  assert_kept (ledger, XC_TABLE_PROBLEM, problem, "closed_on", "2024-08-16");
  g_clear_error (&error);
  {
    g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, other);

    assert_kept (ledger, XC_TABLE_MEASURE, measure, "problem_id", text);
  }
}

static void
only_adds_to_journals (XcTestRectification *ledger, gconstpointer data)
{
  gint64 problem = xc_test_rectification_add_problem (ledger, 0, "议事规则不完善");
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GError) error = NULL;
  gint64 step;

  xc_test_rectification_add_measure (ledger, problem, "修订议事规则", "done", DUE);
  close_problem (ledger, problem, 0);
  steps = xc_store_load_all (ledger->store, XC_TABLE_CLOSING_STEP, NULL);
  g_assert_cmpuint (steps->len, ==, 1);
  step = xc_record_get_id (steps->pdata[0]);
  assert_kept (ledger, XC_TABLE_CLOSING_STEP, step, "person", "另某某");
  g_assert_false (xc_test_rectification_remove (ledger, XC_TABLE_CLOSING_STEP, step, &error));
  g_assert_error (error, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED);
}

static gboolean
set_all (XcStore *store, gpointer data, GError **error)
{
  g_autoptr (XcQuery) query = xc_query_new (XC_TABLE_PROBLEM);
  const XcValue value = XC_VALUE_TEXT (data);

  return xc_store_set_where (store, query, "state", &value, NULL, error);
}

static void
holds_for_many_rows_at_once (XcTestRectification *ledger, gconstpointer data)
{
  gint64 problem = xc_test_rectification_add_problem (ledger, 0, "议事规则不完善");
  g_autoptr (GError) error = NULL;

  g_assert_false (xc_store_run (ledger->store, "bulk", set_all, (gpointer) "closed", &error));
  g_assert_error (error, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED);
  assert_state (ledger, problem, "not_started");
  g_assert_true (xc_store_run (ledger->store, "bulk", set_all, (gpointer) "in_progress", NULL));
  assert_state (ledger, problem, "in_progress");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                                  \
  g_test_add ("/store/row-rules/" name, XcTestRectification, NULL, xc_test_rectification_set_up, function,   \
              xc_test_rectification_tear_down)
  ADD ("numbers-new-problems-and-keeps-the-numbers", numbers_new_problems_and_keeps_the_numbers);
  ADD ("lets-the-problem-follow-its-measures", lets_the_problem_follow_its_measures);
  ADD ("walls-off-what-only-steps-may-change", walls_off_what_only_steps_may_change);
  ADD ("only-adds-to-journals", only_adds_to_journals);
  ADD ("holds-for-many-rows-at-once", holds_for_many_rows_at_once);
  return g_test_run ();
}
