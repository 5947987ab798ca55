/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/due-list.h"

#include "ledger.h"
#include "rectification.h"
#include "store/closing.h"
#include "store/deadlines.h"
#include "store/plan-reviews.h"

#define DAY(n) (XC_TEST_FED_BACK + (n))

static XcDueList *
load (XcTestRectification *ledger, XcDay today)
{
  g_autoptr (GError) error = NULL;
  XcDueList *list = xc_due_list_load (ledger->store, today, 0, &error);

  g_assert_no_error (error);
  return list;
}

/* All reasons for which a row is on the list of @today. */
static guint
find_reasons (XcTestRectification *ledger, XcDay today, XcTable table, gint64 id, XcDay *due_on)
{
  g_autoptr (XcDueList) list = load (ledger, today);
  guint reasons = 0;

  for (guint i = 0; i < list->rows->len; i++)
    {
      const XcDueRow *row = &g_array_index (list->rows, XcDueRow, i);

      if (row->table != table || row->id != id)
        continue;
      reasons |= row->reasons;
      if (due_on != NULL)
        *due_on = row->due_on;
    }
  return reasons;
}

static void
assert_problem (XcTestRectification *ledger, int day, gint64 id, guint reasons)
{
  g_assert_cmphex (find_reasons (ledger, DAY (day), XC_TABLE_PROBLEM, id, NULL), ==, reasons);
}

static void
warns_of_problems_by_the_days_of_the_office (XcTestRectification *ledger, gconstpointer data)
{
  gint64 problem = xc_test_rectification_add_problem (ledger, 0, "议事规则不完善");
  gint64 measure = xc_test_rectification_add_measure (ledger, problem, "修订规则", "in_progress", DAY (60));
  XcClosingRequest request = { .act = XC_CLOSING_APPLIED, .person = "样某某", .day = DAY (50) };
  g_autoptr (XcStepReport) applied = NULL;
  g_autoptr (XcStepReport) returned = NULL;

  assert_problem (ledger, 39, problem, 0);
  assert_problem (ledger, 40, problem, XC_DUE_MASK (XC_DUE_GREEN));
  assert_problem (ledger, 50, problem, XC_DUE_MASK (XC_DUE_YELLOW));
  assert_problem (ledger, 60, problem, XC_DUE_MASK (XC_DUE_YELLOW));
  assert_problem (ledger, 61, problem, XC_DUE_MASK (XC_DUE_OVERDUE));
  xc_test_rectification_set (ledger, XC_TABLE_MEASURE, measure, "done_on", "2024-06-30");
  xc_test_rectification_set (ledger, XC_TABLE_MEASURE, measure, "state", "done");
  assert_problem (ledger, 61, problem, XC_DUE_MASK (XC_DUE_APPLY));
  applied = xc_closing_take (ledger->store, &problem, 1, &request, NULL);
  assert_problem (ledger, 61, problem, XC_DUE_MASK (XC_DUE_REVIEW));
  request = (XcClosingRequest){ XC_CLOSING_REVIEWED, XC_BODY_OFFICE, XC_VERDICT_RETURNED,
                                "佐证不足",          "审某某",       DAY (52) };
  returned = xc_closing_take (ledger->store, &problem, 1, &request, NULL);
  assert_problem (ledger, 55, problem, XC_DUE_MASK (XC_DUE_RETURNED) | XC_DUE_MASK (XC_DUE_YELLOW));
  assert_problem (ledger, 61, problem, XC_DUE_MASK (XC_DUE_RETURNED) | XC_DUE_MASK (XC_DUE_OVERDUE));
}

static void
waits_for_the_papers_of_inspections (XcTestRectification *ledger, gconstpointer data)
{
  const XcPlanVerdict returned = { XC_VERDICT_RETURNED, "措施不对应", "审某某", DAY (35), DAY (40) };
  gint64 inspection = ledger->inspections[0];
  XcDay due_on;

  xc_test_rectification_add_problem (ledger, 0, "议事规则不完善");
  /* The plan is due on 16 June, day 31, the report on 16 August, day 92. */
  g_assert_cmphex (find_reasons (ledger, DAY (10), XC_TABLE_INSPECTION, inspection, NULL), ==, 0);
  g_assert_cmphex (find_reasons (ledger, DAY (11), XC_TABLE_INSPECTION, inspection, &due_on), ==,
                   XC_DUE_MASK (XC_DUE_PLAN));
  g_assert_cmpint (due_on, ==, DAY (31));
  g_assert_cmphex (find_reasons (ledger, DAY (80), XC_TABLE_INSPECTION, inspection, NULL), ==,
                   XC_DUE_MASK (XC_DUE_PLAN) | XC_DUE_MASK (XC_DUE_RECTIFICATION));
  g_assert_true (xc_plan_reviews_receive (ledger->store, inspection, DAY (33), NULL));
  g_assert_cmphex (find_reasons (ledger, DAY (34), XC_TABLE_INSPECTION, inspection, NULL), ==,
                   XC_DUE_MASK (XC_DUE_PLAN_REVIEW));
  g_assert_true (xc_plan_reviews_decide (ledger->store, inspection, &returned, NULL));
  g_assert_cmphex (find_reasons (ledger, DAY (36), XC_TABLE_INSPECTION, inspection, &due_on), ==,
                   XC_DUE_MASK (XC_DUE_PLAN));
  g_assert_cmpint (due_on, ==, DAY (40));
  /* Nothing is open in the other two, so nothing is waited for. */
  g_assert_cmphex (find_reasons (ledger, DAY (100), XC_TABLE_INSPECTION, ledger->inspections[1], NULL), ==,
                   0);
  xc_test_rectification_set (ledger, XC_TABLE_INSPECTION, ledger->inspections[1], "fed_back_on",
                             "2024-07-01");
  {
    g_autoptr (XcRecord) record =
        xc_store_load (ledger->store, XC_TABLE_INSPECTION, ledger->inspections[1], NULL);

    xc_record_clear (record, "fed_back_on");
    g_assert_true (xc_test_rectification_save (ledger, record, NULL));
  }
  g_assert_cmphex (find_reasons (ledger, DAY (100), XC_TABLE_INSPECTION, ledger->inspections[1], &due_on), ==,
                   XC_DUE_MASK (XC_DUE_FEEDBACK));
  g_assert_cmpint (due_on, ==, XC_DAY_NONE);
}

static void
counts_lists_and_finds (XcTestRectification *ledger, gconstpointer data)
{
  gint64 late = xc_test_rectification_add_problem (ledger, 0, "一");
  gint64 soon = xc_test_rectification_add_problem (ledger, 1, "二");
  gint64 later = xc_test_rectification_add_problem (ledger, 1, "三");
  g_autoptr (XcDueList) list = NULL;
  g_autoptr (XcDueList) other_term = NULL;
  g_autoptr (XcQuery) query = NULL;
  g_autoptr (GArray) ids = NULL;
  guint n_rows;

  xc_test_rectification_add_measure (ledger, later, "措施", "in_progress", DAY (35));
  xc_test_rectification_add_measure (ledger, soon, "措施", "in_progress", DAY (25));
  xc_test_rectification_add_measure (ledger, late, "措施", "in_progress", DAY (19));
  list = load (ledger, DAY (20));
  g_assert_cmpuint (list->counts[XC_DUE_OVERDUE], ==, 1);
  g_assert_cmpuint (list->counts[XC_DUE_YELLOW], ==, 1);
  g_assert_cmpuint (list->counts[XC_DUE_GREEN], ==, 1);
  g_assert_cmpuint (list->rows->len, ==, 3);
  g_assert_cmpuint (list->n_urgent, ==, 2);
  g_assert_cmpint (g_array_index (list->rows, XcDueRow, 0).id, ==, late);
  g_assert_cmpint (g_array_index (list->rows, XcDueRow, 0).warning, ==, XC_DEADLINE_WARNING_RED);
  g_assert_cmpint (g_array_index (list->rows, XcDueRow, 1).id, ==, soon);
  g_assert_cmpint (g_array_index (list->rows, XcDueRow, 1).inspection_id, ==, ledger->inspections[1]);
  g_assert_cmpint (g_array_index (list->rows, XcDueRow, 2).id, ==, later);
  query =
      xc_due_list_query (list, XC_TABLE_PROBLEM, XC_DUE_MASK (XC_DUE_OVERDUE) | XC_DUE_MASK (XC_DUE_GREEN));
  ids = xc_query_ids (query, ledger->store, NULL);
  g_assert_true (xc_query_count (query, ledger->store, &n_rows, NULL));
  g_assert_cmpuint (n_rows, ==, 2);
  g_assert_cmpint (g_array_index (ids, gint64, 0), !=, soon);
  g_assert_cmpint (g_array_index (ids, gint64, 1), !=, soon);
  other_term = xc_due_list_load (ledger->store, DAY (20), 99, NULL);
  g_assert_cmpuint (other_term->rows->len, ==, 0);
}

/* 立行立改 is asked for by itself, and of what waits; what a higher committee found is of each term. */
static void
tells_immediate_problems (XcTestRectification *ledger, gconstpointer data)
{
  g_autoptr (XcRecord) higher = xc_record_new (XC_TABLE_INSPECTION);
  g_autoptr (XcRecord) found = xc_record_new (XC_TABLE_PROBLEM);
  gint64 late = xc_test_rectification_add_problem (ledger, 0, "早到期");
  gint64 later = xc_test_rectification_add_problem (ledger, 1, "晚到期");
  gint64 other = xc_test_rectification_add_problem (ledger, 2, "限期整改");
  gint64 measures[] = { xc_test_rectification_add_measure (ledger, late, "措施", "in_progress", DAY (19)),
                        xc_test_rectification_add_measure (ledger, later, "措施", "in_progress", DAY (80)),
                        0 };
  g_autoptr (XcDueList) list = NULL;
  g_autoptr (GArray) all = NULL;
  g_autoptr (GArray) overdue = NULL;
  g_autoptr (XcDueList) other_term = NULL;
  g_autoptr (GError) error = NULL;

  xc_test_rectification_add_measure (ledger, other, "措施", "in_progress", DAY (19));
  xc_record_set_number (higher, "organization_id", ledger->organizations[0]);
  xc_record_set_text (higher, "level", "higher");
  xc_test_rectification_save (ledger, higher, &error);
  g_assert_no_error (error);
  xc_record_set_number (found, "inspection_id", xc_record_get_id (higher));
  xc_record_set_text (found, "wording", "上级发现");
  xc_test_rectification_save (ledger, found, &error);
  g_assert_no_error (error);
  measures[2] =
      xc_test_rectification_add_measure (ledger, xc_record_get_id (found), "措施", "in_progress", DAY (19));
  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    xc_test_rectification_set (ledger, XC_TABLE_MEASURE, measures[i], "type", "immediate");
  list = load (ledger, DAY (20));
  all = xc_due_list_get_immediate (list, 0);
  overdue = xc_due_list_get_immediate (list, XC_DUE_MASK (XC_DUE_OVERDUE));
  g_assert_cmpuint (list->counts[XC_DUE_OVERDUE], ==, 2);
  g_assert_cmpuint (all->len, ==, 3);
  g_assert_cmpuint (overdue->len, ==, 1);
  g_assert_cmpint (g_array_index (overdue, gint64, 0), ==, late);
  other_term = xc_due_list_load (ledger->store, DAY (20), 99, NULL);
  g_assert_cmpuint (other_term->immediate->len, ==, 1);
  g_assert_cmpint (g_array_index (other_term->immediate, gint64, 0), ==, xc_record_get_id (found));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                                  \
  g_test_add ("/store/due-list/" name, XcTestRectification, NULL, xc_test_rectification_set_up, function,    \
              xc_test_rectification_tear_down)
  ADD ("warns-of-problems-by-the-days-of-the-office", warns_of_problems_by_the_days_of_the_office);
  ADD ("waits-for-the-papers-of-inspections", waits_for_the_papers_of_inspections);
  ADD ("counts-lists-and-finds", counts_lists_and_finds);
  ADD ("tells-immediate-problems", tells_immediate_problems);
  return g_test_run ();
}
