/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/plan-reviews.h"

#include "ledger.h"
#include "rectification.h"

#define DAY(n) (XC_TEST_FED_BACK + (n))

static void
assert_state (XcTestRectification *ledger, XcPlanState state)
{
  g_autoptr (XcRecord) inspection =
      xc_store_load (ledger->store, XC_TABLE_INSPECTION, ledger->inspections[0], NULL);
  g_autoptr (GArray) reviews = xc_plan_reviews_load (ledger->store, ledger->inspections[0], NULL);

  g_assert_cmpint (xc_plan_reviews_get_state (inspection, reviews), ==, state);
}

static void
assert_refused (XcTestRectification *ledger, XcDay received_on, const XcPlanVerdict *verdict,
                XcPlanRefusal refusal)
{
  g_autoptr (GError) error = NULL;

  if (verdict != NULL)
    g_assert_false (xc_plan_reviews_decide (ledger->store, ledger->inspections[0], verdict, &error));
  else
    g_assert_false (xc_plan_reviews_receive (ledger->store, ledger->inspections[0], received_on, &error));
  g_assert_error (error, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED);
  g_assert_cmpstr (error->message, ==, xc_plan_refusal_get_sentence (refusal));
}

static void
is_returned_and_accepted (XcTestRectification *ledger, gconstpointer data)
{
  const XcPlanVerdict returned = { XC_VERDICT_RETURNED, "措施与问题不对应", "审某某", DAY (25), DAY (32) };
  const XcPlanVerdict accepted = { XC_VERDICT_ACCEPTED, NULL, "审某某", DAY (33), XC_DAY_NONE };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) reviews = NULL;
  g_autofree char *received_on = NULL;
  g_autofree char *title = NULL;

  assert_state (ledger, XC_PLAN_MISSING);
  assert_refused (ledger, XC_DAY_NONE, &accepted, XC_PLAN_NOT_RECEIVED);
  assert_refused (ledger, DAY (-1), NULL, XC_PLAN_BEFORE_FEEDBACK);
  g_assert_true (xc_plan_reviews_receive (ledger->store, ledger->inspections[0], DAY (20), &error));
  assert_state (ledger, XC_PLAN_UNDER_REVIEW);
  assert_refused (ledger, DAY (21), NULL, XC_PLAN_IS_UNDER_REVIEW);
  g_assert_true (xc_plan_reviews_decide (ledger->store, ledger->inspections[0], &returned, &error));
  assert_state (ledger, XC_PLAN_RETURNED);
  g_assert_true (xc_plan_reviews_receive (ledger->store, ledger->inspections[0], DAY (31), &error));
  g_assert_true (xc_plan_reviews_decide (ledger->store, ledger->inspections[0], &accepted, &error));
  g_assert_no_error (error);
  assert_state (ledger, XC_PLAN_ACCEPTED);
  assert_refused (ledger, DAY (40), NULL, XC_PLAN_IS_ACCEPTED);
  reviews = xc_plan_reviews_load (ledger->store, ledger->inspections[0], NULL);
  g_assert_cmpuint (reviews->len, ==, 2);
  received_on =
      xc_test_rectification_get (ledger, XC_TABLE_INSPECTION, ledger->inspections[0], "plan_received_on");
  g_assert_cmpstr (received_on, ==, "2024-06-05");
  g_assert_true (xc_store_undo (ledger->store, &title, NULL));
  g_assert_cmpstr (title, ==, "Plan accepted: 示范局党组");
  assert_state (ledger, XC_PLAN_UNDER_REVIEW);
  for (guint i = 0; i < 3; i++)
    g_assert_true (xc_store_undo (ledger->store, NULL, NULL));
  assert_state (ledger, XC_PLAN_MISSING);
}

static void
was_accepted_where_only_its_day_is_known (XcTestRectification *ledger, gconstpointer data)
{
  xc_test_rectification_set (ledger, XC_TABLE_INSPECTION, ledger->inspections[0], "plan_received_on",
                             "2024-06-01");
  assert_state (ledger, XC_PLAN_ACCEPTED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                                  \
  g_test_add ("/store/plan-reviews/" name, XcTestRectification, NULL, xc_test_rectification_set_up,          \
              function, xc_test_rectification_tear_down)
  ADD ("is-returned-and-accepted", is_returned_and_accepted);
  ADD ("was-accepted-where-only-its-day-is-known", was_accepted_where_only_its_day_is_known);
  return g_test_run ();
}
