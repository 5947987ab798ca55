/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/list-checker.h"

#include "ledger.h"
#include "rectification.h"
#include "store/closing.h"

#define TODAY (XC_TEST_FED_BACK + 120)

static GPtrArray *
check (XcTestRectification *ledger, gint64 organization_id)
{
  const XcListFilter filter = { .organization_id = organization_id };
  g_autoptr (GError) error = NULL;
  GPtrArray *faults = xc_list_checker_run (ledger->store, &filter, TODAY, NULL, &error);

  g_assert_no_error (error);
  return faults;
}

static gboolean
has_fault (const GPtrArray *faults, XcListFaultKind kind, gint64 problem, gint64 measure)
{
  for (guint i = 0; i < faults->len; i++)
    {
      const XcListFault *fault = faults->pdata[i];

      if (fault->kind == kind && fault->problem_id == problem && fault->measure_id == measure)
        return TRUE;
    }
  return FALSE;
}

static void
add_owner (XcTestRectification *ledger, gint64 problem, const char *role, const char *unit, const char *name,
           const char *post)
{
  g_autoptr (XcRecord) record = xc_record_new (XC_TABLE_RESPONSIBILITY);

  xc_record_set_number (record, "problem_id", problem);
  xc_record_set_text (record, "role", role);
  xc_record_set_text (record, "unit", unit);
  xc_record_set_text (record, "name", name);
  xc_record_set_text (record, "post", post);
  g_assert_true (xc_test_rectification_save (ledger, record, NULL));
}

static void
finds_what_is_wrong_in_a_ledger (XcTestRectification *ledger, gconstpointer data)
{
  gint64 bare = xc_test_rectification_add_problem (ledger, 0, "议事规则不完善");
  gint64 vague = xc_test_rectification_add_problem (ledger, 1, "党费收缴不及时");
  gint64 measure =
      xc_test_rectification_add_measure (ledger, vague, "加强学习", "done", XC_TEST_FED_BACK - 1);
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GPtrArray) of_one = NULL;

  add_owner (ledger, vague, "first", NULL, "张某", NULL);
  faults = check (ledger, 0);
  g_assert_true (has_fault (faults, XC_LIST_FAULT_NO_MEASURE, bare, 0));
  g_assert_true (has_fault (faults, XC_LIST_FAULT_NO_RESPONSIBILITY, bare, 0));
  g_assert_true (has_fault (faults, XC_LIST_FAULT_NO_OWNER, vague, 0));
  g_assert_true (has_fault (faults, XC_LIST_FAULT_OWNER_WITHOUT_POST, vague, 0));
  g_assert_true (has_fault (faults, XC_LIST_FAULT_DUE_BEFORE_FEEDBACK, vague, measure));
  g_assert_true (has_fault (faults, XC_LIST_FAULT_DONE_WITHOUT_RESULT, vague, measure));
  g_assert_true (has_fault (faults, XC_LIST_FAULT_MEASURE_SAYS_NOTHING, vague, measure));
  g_assert_false (has_fault (faults, XC_LIST_FAULT_NO_POINT, bare, 0));
  for (guint i = 1; i < faults->len; i++)
    g_assert_cmpint (xc_list_fault_get_grade (((XcListFault *) faults->pdata[i - 1])->kind), <=,
                     xc_list_fault_get_grade (((XcListFault *) faults->pdata[i])->kind));
  of_one = check (ledger, ledger->organizations[0]);
  g_assert_cmpuint (of_one->len, ==, 2);
}

static void
is_content_with_what_was_closed_by_the_rules (XcTestRectification *ledger, gconstpointer data)
{
  gint64 problem = xc_test_rectification_add_problem (ledger, 0, "议事规则不完善");
  gint64 measure =
      xc_test_rectification_add_measure (ledger, problem, "修订《议事规则》", "done", XC_TEST_FED_BACK + 60);
  XcClosingRequest request = { .act = XC_CLOSING_APPLIED, .person = "样某某", .day = XC_TEST_FED_BACK + 40 };
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GPtrArray) altered = NULL;

  xc_test_rectification_set (ledger, XC_TABLE_MEASURE, measure, "result", "规则已印发，执行 3 个月");
  add_owner (ledger, problem, "first", NULL, "张某", "党组书记");
  add_owner (ledger, problem, "department", "办公室", NULL, NULL);
  for (guint i = 0; i <= 3; i++)
    {
      g_autoptr (XcStepReport) report = xc_closing_take (ledger->store, &problem, 1, &request, NULL);

      g_assert_cmpuint (report->done->len, ==, 1);
      request =
          (XcClosingRequest){ XC_CLOSING_REVIEWED,  (XcReviewingBody) i, XC_VERDICT_ACCEPTED, NULL, "审某某",
                              XC_TEST_FED_BACK + 41 };
    }
  faults = check (ledger, 0);
  g_assert_cmpuint (faults->len, ==, 0);
  /* As a workbook may bring it. */
  g_assert_true (
      xc_database_execute (xc_store_get_database (ledger->store), "DELETE FROM closing_step", NULL));
  altered = check (ledger, 0);
  g_assert_cmpuint (altered->len, ==, 1);
  g_assert_true (has_fault (altered, XC_LIST_FAULT_CLOSED_UNREVIEWED, problem, 0));
}

static void
can_be_given_up (XcTestRectification *ledger, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const XcListFilter filter = { 0 };
  g_autoptr (GError) error = NULL;

  xc_test_rectification_add_problem (ledger, 0, "议事规则不完善");
  g_cancellable_cancel (cancellable);
  g_assert_null (xc_list_checker_run (ledger->store, &filter, TODAY, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                                  \
  g_test_add ("/store/list-checker/" name, XcTestRectification, NULL, xc_test_rectification_set_up,          \
              function, xc_test_rectification_tear_down)
  ADD ("finds-what-is-wrong-in-a-ledger", finds_what_is_wrong_in_a_ledger);
  ADD ("is-content-with-what-was-closed-by-the-rules", is_content_with_what_was_closed_by_the_rules);
  ADD ("can-be-given-up", can_be_given_up);
  return g_test_run ();
}
