/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/measures.h"

#include "ledger.h"
#include "rectification.h"

#define DAY(n) (XC_TEST_FED_BACK + (n))

static void
lists_what_is_not_done (XcTestRectification *ledger, gconstpointer data)
{
  gint64 problem = xc_test_rectification_add_problem (ledger, 0, "议事规则不完善");
  gint64 other = xc_test_rectification_add_problem (ledger, 0, "党费收缴不及时");
  gint64 open = xc_test_rectification_add_measure (ledger, problem, "修订议事规则", "in_progress", DAY (60));
  gint64 late = xc_test_rectification_add_measure (ledger, other, "补缴党费", "not_started", XC_DAY_NONE);
  const gint64 problems[] = { other, problem };
  g_autoptr (GArray) ids = NULL;
  g_autofree char *name = xc_measures_dup_name (ledger->store, open);

  xc_test_rectification_add_measure (ledger, problem, "开展培训", "done", DAY (60));
  ids = xc_measures_list_open (ledger->store, problems, 2, NULL);
  g_assert_cmpuint (ids->len, ==, 2);
  g_assert_cmpint (g_array_index (ids, gint64, 0), ==, late);
  g_assert_cmpint (g_array_index (ids, gint64, 1), ==, open);
  g_assert_cmpstr (name, ==, "06-01-001 “修订议事规则”");
}

static void
finishes_and_lets_the_problem_follow (XcTestRectification *ledger, gconstpointer data)
{
  gint64 problem = xc_test_rectification_add_problem (ledger, 0, "议事规则不完善");
  const gint64 measures[] = {
    xc_test_rectification_add_measure (ledger, problem, "修订议事规则", "in_progress", DAY (60)),
    xc_test_rectification_add_measure (ledger, problem, "开展培训", "done", DAY (60)),
  };
  const XcMeasureFinish finish = { DAY (40), " ", "已印发" };
  const XcMeasureFinish nothing = { XC_DAY_NONE, NULL, NULL };
  g_autofree char *before = xc_test_ledger_dump (ledger->store);
  g_autofree char *unchanged = NULL;
  g_autofree char *state = NULL;
  g_autofree char *result = NULL;
  g_autofree char *title = NULL;
  g_autofree char *after = NULL;
  g_autoptr (XcStepReport) preview = xc_measures_check_finish (ledger->store, measures, 2, &nothing, NULL);
  g_autoptr (XcStepReport) undated = NULL;
  g_autoptr (XcStepReport) report = NULL;

  g_assert_cmpuint (preview->done->len, ==, 1);
  g_assert_cmpuint (preview->refused->len, ==, 1);
  g_assert_cmpstr (((XcStepRefused *) preview->refused->pdata[0])->name, ==, "06-01-001 “开展培训”");
  undated = xc_measures_finish (ledger->store, measures, 1, &nothing, NULL);
  g_assert_cmpuint (undated->done->len, ==, 0);
  unchanged = xc_test_ledger_dump (ledger->store);
  g_assert_cmpstr (unchanged, ==, before);
  report = xc_measures_finish (ledger->store, measures, 2, &finish, NULL);
  g_assert_cmpuint (report->done->len, ==, 1);
  g_assert_cmpuint (report->refused->len, ==, 1);
  state = xc_test_rectification_get (ledger, XC_TABLE_MEASURE, measures[0], "state");
  result = xc_test_rectification_get (ledger, XC_TABLE_MEASURE, measures[0], "result");
  g_assert_cmpstr (state, ==, "done");
  g_assert_cmpstr (result, ==, "已印发");
  g_assert_true (xc_store_undo (ledger->store, &title, NULL));
  after = xc_test_ledger_dump (ledger->store);
  g_assert_cmpstr (after, ==, before);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                                  \
  g_test_add ("/store/measures/" name, XcTestRectification, NULL, xc_test_rectification_set_up, function,    \
              xc_test_rectification_tear_down)
  ADD ("lists-what-is-not-done", lists_what_is_not_done);
  ADD ("finishes-and-lets-the-problem-follow", finishes_and_lets_the_problem_follow);
  return g_test_run ();
}
