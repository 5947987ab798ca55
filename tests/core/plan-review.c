/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/plan-review.h"

#define DAY(n) ((XcDay) (19000 + (n)))

/* Fed back on day 0, came in on 20, returned on 25, came again on 30. */
static const XcPlanReview reviews[] = {
  { 2, DAY (30), FALSE, XC_VERDICT_ACCEPTED, XC_DAY_NONE, XC_DAY_NONE },
  { 1, DAY (20), TRUE, XC_VERDICT_RETURNED, DAY (25), DAY (32) },
};

static void
comes_in_once_a_cycle (void)
{
  XcPlanReview accepted = reviews[0];

  accepted.is_decided = TRUE;
  accepted.happened_on = DAY (33);
  g_assert_cmpint (xc_plan_get_state (NULL, 0), ==, XC_PLAN_MISSING);
  g_assert_cmpint (xc_plan_get_state (&reviews[1], 1), ==, XC_PLAN_RETURNED);
  g_assert_cmpint (xc_plan_get_state (reviews, 2), ==, XC_PLAN_UNDER_REVIEW);
  g_assert_cmpint (xc_plan_get_state (&accepted, 1), ==, XC_PLAN_ACCEPTED);
  g_assert_null (xc_plan_get_latest (NULL, 0));
  g_assert_true (xc_plan_get_latest (reviews, 2) == &reviews[0]);

  g_assert_cmpint (xc_plan_check_receive (NULL, 0, DAY (0), DAY (0)), ==, XC_PLAN_ALLOWED);
  g_assert_cmpint (xc_plan_check_receive (NULL, 0, DAY (0), DAY (-1)), ==, XC_PLAN_BEFORE_FEEDBACK);
  g_assert_cmpint (xc_plan_check_receive (NULL, 0, XC_DAY_NONE, DAY (1)), ==, XC_PLAN_NOT_FED_BACK);
  g_assert_cmpint (xc_plan_check_receive (NULL, 0, DAY (0), XC_DAY_NONE), ==, XC_PLAN_NO_DAY);
  g_assert_cmpint (xc_plan_check_receive (reviews, 2, DAY (0), DAY (40)), ==, XC_PLAN_IS_UNDER_REVIEW);
  g_assert_cmpint (xc_plan_check_receive (&accepted, 1, DAY (0), DAY (40)), ==, XC_PLAN_IS_ACCEPTED);
  g_assert_cmpint (xc_plan_check_receive (&reviews[1], 1, DAY (0), DAY (25)), ==, XC_PLAN_ALLOWED);
  g_assert_cmpint (xc_plan_check_receive (&reviews[1], 1, DAY (0), DAY (24)), ==, XC_PLAN_BEFORE_RETURN);
}

static void
is_decided_by_somebody_with_reasons (void)
{
  XcPlanVerdict verdict = { XC_VERDICT_RETURNED, "措施与问题不对应", "甲", DAY (30), XC_DAY_NONE };

  g_assert_cmpint (xc_plan_check_decide (reviews, 2, &verdict), ==, XC_PLAN_ALLOWED);
  verdict.resubmit_on = DAY (30);
  g_assert_cmpint (xc_plan_check_decide (reviews, 2, &verdict), ==, XC_PLAN_ALLOWED);
  verdict.resubmit_on = DAY (29);
  g_assert_cmpint (xc_plan_check_decide (reviews, 2, &verdict), ==, XC_PLAN_COMES_TOO_EARLY);
  verdict.opinion = " ";
  g_assert_cmpint (xc_plan_check_decide (reviews, 2, &verdict), ==, XC_PLAN_NO_REASON);
  verdict.verdict = XC_VERDICT_ACCEPTED;
  g_assert_cmpint (xc_plan_check_decide (reviews, 2, &verdict), ==, XC_PLAN_ALLOWED);
  verdict.person = "　";
  g_assert_cmpint (xc_plan_check_decide (reviews, 2, &verdict), ==, XC_PLAN_NO_PERSON);
  verdict.happened_on = DAY (29);
  g_assert_cmpint (xc_plan_check_decide (reviews, 2, &verdict), ==, XC_PLAN_BEFORE_RECEIPT);
  verdict.happened_on = XC_DAY_NONE;
  g_assert_cmpint (xc_plan_check_decide (reviews, 2, &verdict), ==, XC_PLAN_NO_DAY);
  g_assert_cmpint (xc_plan_check_decide (&reviews[1], 1, &verdict), ==, XC_PLAN_NOT_RECEIVED);
  g_assert_cmpint (xc_plan_check_decide (NULL, 0, &verdict), ==, XC_PLAN_NOT_RECEIVED);
}

static void
says_everything_in_words_of_its_own (void)
{
  for (guint i = 0; i < XC_N_PLAN_REFUSALS; i++)
    {
      const char *sentence = xc_plan_refusal_get_sentence ((XcPlanRefusal) i);

      g_assert_true (i == 0 ? *sentence == '\0' : g_str_has_suffix (sentence, "."));
      for (guint j = 0; j < i; j++)
        g_assert_cmpstr (sentence, !=, xc_plan_refusal_get_sentence ((XcPlanRefusal) j));
    }
  for (guint i = 0; i < XC_N_PLAN_STATES; i++)
    for (guint j = 0; j < i; j++)
      g_assert_cmpstr (xc_plan_state_get_title ((XcPlanState) i), !=,
                       xc_plan_state_get_title ((XcPlanState) j));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/plan-review/comes-in-once-a-cycle", comes_in_once_a_cycle);
  g_test_add_func ("/core/plan-review/is-decided-by-somebody-with-reasons",
                   is_decided_by_somebody_with_reasons);
  g_test_add_func ("/core/plan-review/says-everything-in-words-of-its-own",
                   says_everything_in_words_of_its_own);
  return g_test_run ();
}
