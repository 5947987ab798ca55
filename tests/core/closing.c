/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/closing.h"

#define ALL                                                                                                  \
  (XC_BODY_MASK (XC_BODY_OFFICE) | XC_BODY_MASK (XC_BODY_DISCIPLINE) | XC_BODY_MASK (XC_BODY_ORGANIZATION))

static const XcMeasureState done[] = { XC_MEASURE_DONE, XC_MEASURE_DONE };

static XcClosingStep
apply_step (guint cycle, const char *person)
{
  return (XcClosingStep){ .cycle = cycle, .act = XC_CLOSING_APPLIED, .person = person };
}

static XcClosingStep
review_step (guint cycle, XcReviewingBody body, XcVerdict verdict, const char *opinion, const char *person)
{
  return (XcClosingStep){ cycle, XC_CLOSING_REVIEWED, body, verdict, opinion, person };
}

static void
applies_only_with_all_measures_done (void)
{
  for (guint a = 0; a < XC_N_MEASURE_STATES; a++)
    for (guint b = 0; b < XC_N_MEASURE_STATES; b++)
      for (guint s = 0; s < XC_N_RECTIFICATION_STATES; s++)
        {
          const XcMeasureState measures[] = { (XcMeasureState) a, (XcMeasureState) b };
          XcClosingRefusal expected = s == XC_RECTIFICATION_CLOSED            ? XC_CLOSING_ALREADY_CLOSED
                                      : s == XC_RECTIFICATION_AWAITING_REVIEW ? XC_CLOSING_UNDER_REVIEW
                                      : a + b < 2 * XC_MEASURE_DONE           ? XC_CLOSING_MEASURE_NOT_DONE
                                                                              : XC_CLOSING_ALLOWED;

          g_assert_cmpint (xc_closing_check_apply ((XcRectificationState) s, measures, 2, ALL, "甲"), ==,
                           expected);
        }
  g_assert_cmpint (xc_closing_check_apply (XC_RECTIFICATION_IN_PROGRESS, NULL, 0, ALL, "甲"), ==,
                   XC_CLOSING_NO_MEASURE);
  g_assert_cmpint (xc_closing_check_apply (XC_RECTIFICATION_IN_PROGRESS, done, 2, 0, "甲"), ==,
                   XC_CLOSING_NO_BODY);
  g_assert_cmpint (xc_closing_check_apply (XC_RECTIFICATION_IN_PROGRESS, done, 2, ALL, " 　"), ==,
                   XC_CLOSING_NO_PERSON);
  g_assert_cmpint (xc_closing_check_apply (XC_RECTIFICATION_IN_PROGRESS, done, 2, ALL, NULL), ==,
                   XC_CLOSING_NO_PERSON);
}

static void
reviews_once_a_cycle_and_not_one_s_own (void)
{
  const XcRectificationState waiting = XC_RECTIFICATION_AWAITING_REVIEW;
  const XcClosingStep steps[] = { apply_step (1, "张 三"),
                                  review_step (1, XC_BODY_OFFICE, XC_VERDICT_ACCEPTED, NULL, "乙") };
  XcClosingStep review = review_step (1, XC_BODY_DISCIPLINE, XC_VERDICT_ACCEPTED, NULL, "丙");

  g_assert_cmpint (xc_closing_check_review (waiting, steps, 2, ALL, &review), ==, XC_CLOSING_ALLOWED);
  review.body = XC_BODY_LEADER;
  g_assert_cmpint (xc_closing_check_review (waiting, steps, 2, ALL, &review), ==, XC_CLOSING_NOT_A_REVIEWER);
  review.body = XC_BODY_OFFICE;
  g_assert_cmpint (xc_closing_check_review (waiting, steps, 2, ALL, &review), ==,
                   XC_CLOSING_REVIEWED_ALREADY);
  review.body = XC_BODY_DISCIPLINE;
  for (guint i = 0; i < 3; i++)
    {
      static const char *const same[] = { "张三", " 张　三 ", "张 三" };

      review.person = same[i];
      g_assert_cmpint (xc_closing_check_review (waiting, steps, 2, ALL, &review), ==, XC_CLOSING_REVIEWS_OWN);
    }
  review.person = "　";
  g_assert_cmpint (xc_closing_check_review (waiting, steps, 2, ALL, &review), ==, XC_CLOSING_NO_PERSON);
  review.person = "丙";
  review.verdict = XC_VERDICT_RETURNED;
  g_assert_cmpint (xc_closing_check_review (waiting, steps, 2, ALL, &review), ==, XC_CLOSING_NO_REASON);
  review.opinion = "证据不足";
  g_assert_cmpint (xc_closing_check_review (waiting, steps, 2, ALL, &review), ==, XC_CLOSING_ALLOWED);
  for (guint s = 0; s < XC_N_RECTIFICATION_STATES; s++)
    if (s != waiting)
      g_assert_cmpint (xc_closing_check_review ((XcRectificationState) s, steps, 2, ALL, &review), ==,
                       XC_CLOSING_NOT_APPLIED_FOR);
}

static void
begins_a_new_cycle_after_a_setback (void)
{
  const XcClosingStep steps[] = {
    apply_step (1, "甲"),
    review_step (1, XC_BODY_OFFICE, XC_VERDICT_ACCEPTED, NULL, "乙"),
    review_step (1, XC_BODY_DISCIPLINE, XC_VERDICT_RETURNED, "证据不足", "丙"),
    apply_step (2, "乙"),
    review_step (2, XC_BODY_OFFICE, XC_VERDICT_ACCEPTED, NULL, "甲"),
    review_step (2, XC_BODY_DISCIPLINE, XC_VERDICT_ACCEPTED, NULL, "丙"),
    review_step (2, XC_BODY_ORGANIZATION, XC_VERDICT_ACCEPTED, NULL, "丁"),
    { .cycle = 2, .act = XC_CLOSING_REOPENED, .opinion = "反弹", .person = "乙" },
  };
  static const guint cycles[] = { 1, 1, 1, 2, 2, 2, 2, 2, 3 };
  static const XcRectificationState results[] = {
    XC_RECTIFICATION_AWAITING_REVIEW, XC_RECTIFICATION_AWAITING_REVIEW, XC_RECTIFICATION_AWAITING_REVIEW,
    XC_RECTIFICATION_RETURNED,        XC_RECTIFICATION_AWAITING_REVIEW, XC_RECTIFICATION_AWAITING_REVIEW,
    XC_RECTIFICATION_AWAITING_REVIEW, XC_RECTIFICATION_CLOSED
  };

  for (guint n = 0; n <= G_N_ELEMENTS (steps); n++)
    g_assert_cmpuint (xc_closing_get_cycle (steps, n), ==, cycles[n]);
  for (guint n = 0; n < G_N_ELEMENTS (steps); n++)
    g_assert_cmpint (xc_closing_get_result (steps, n, ALL), ==, results[n]);
  g_assert_cmpint (xc_closing_get_result (steps, 7, 0), ==, XC_RECTIFICATION_AWAITING_REVIEW);
  /* Who reviewed in the first cycle may apply in the second, and who applied in the first may review. */
  g_assert_cmpint (xc_closing_check_review (XC_RECTIFICATION_AWAITING_REVIEW, steps, 4, ALL, &steps[4]), ==,
                   XC_CLOSING_ALLOWED);
}

static void
reopens_what_is_closed_with_a_reason (void)
{
  for (guint s = 0; s < XC_N_RECTIFICATION_STATES; s++)
    g_assert_cmpint (xc_closing_check_reopen ((XcRectificationState) s, "反弹", "甲"), ==,
                     s == XC_RECTIFICATION_CLOSED ? XC_CLOSING_ALLOWED : XC_CLOSING_NOT_CLOSED);
  g_assert_cmpint (xc_closing_check_reopen (XC_RECTIFICATION_CLOSED, NULL, "甲"), ==, XC_CLOSING_NO_REASON);
  g_assert_cmpint (xc_closing_check_reopen (XC_RECTIFICATION_CLOSED, "反弹", ""), ==, XC_CLOSING_NO_PERSON);
}

/* A problem on its way, moved by random acts, each taken only when the rules allow it. */
typedef struct
{
  XcRectificationState state;
  XcMeasureState measures[2];
  GArray *steps; /* of XcClosingStep */
} Problem;

static void
take (Problem *problem, XcRectificationAction action, const XcClosingStep *step)
{
  XcRectificationState next = problem->state;

  g_assert_true (xc_rectification_act (problem->state, action, &next));
  problem->state = next;
  if (step != NULL)
    g_array_append_vals (problem->steps, step, 1);
}

static void
try_review (Problem *problem, GRand *rand, const char *person)
{
  XcClosingStep *steps = (XcClosingStep *) (gpointer) problem->steps->data;
  XcClosingStep review = review_step (
      xc_closing_get_cycle (steps, problem->steps->len), (XcReviewingBody) g_rand_int_range (rand, 0, 4),
      (XcVerdict) (g_rand_int_range (rand, 0, 5) == 0), g_rand_boolean (rand) ? "意见" : NULL, person);
  XcRectificationState result;

  if (xc_closing_check_review (problem->state, steps, problem->steps->len, ALL, &review)
      != XC_CLOSING_ALLOWED)
    return;
  g_array_append_val (problem->steps, review);
  result =
      xc_closing_get_result ((XcClosingStep *) (gpointer) problem->steps->data, problem->steps->len, ALL);
  if (result == XC_RECTIFICATION_CLOSED)
    take (problem, XC_RECTIFICATION_CLOSE, NULL);
  else if (result == XC_RECTIFICATION_RETURNED)
    take (problem, XC_RECTIFICATION_RETURN, NULL);
}

static void
try_anything (Problem *problem, GRand *rand)
{
  static const char *const people[] = { "甲", "乙", "丙", "" };
  const char *person = people[g_rand_int_range (rand, 0, 4)];
  guint cycle = xc_closing_get_cycle ((XcClosingStep *) (gpointer) problem->steps->data, problem->steps->len);
  XcClosingStep step = { .cycle = cycle, .person = person, .opinion = g_rand_boolean (rand) ? "理由" : NULL };
  XcRectificationState next;

  switch (g_rand_int_range (rand, 0, 6))
    {
    case 0:
      problem->measures[g_rand_int_range (rand, 0, 2)] = (XcMeasureState) g_rand_int_range (rand, 0, 4);
      break;
    case 1:
      if (xc_rectification_act (problem->state, XC_RECTIFICATION_WORK, &next))
        take (problem, XC_RECTIFICATION_WORK, NULL);
      break;
    case 2:
      step.act = XC_CLOSING_APPLIED;
      if (xc_closing_check_apply (problem->state, problem->measures, 2, ALL, person) == XC_CLOSING_ALLOWED)
        take (problem, XC_RECTIFICATION_APPLY, &step);
      break;
    case 3:
      step.act = XC_CLOSING_REOPENED;
      if (xc_closing_check_reopen (problem->state, step.opinion, person) == XC_CLOSING_ALLOWED)
        take (problem, XC_RECTIFICATION_REOPEN, &step);
      break;
    default:
      try_review (problem, rand, person);
      break;
    }
}

/* What must hold of every journal, read from its beginning. */
static void
check_journal (const Problem *problem)
{
  guint cycle = 0;
  guint seen = 0;
  const char *applicant = NULL;

  for (guint i = 0; i < problem->steps->len; i++)
    {
      const XcClosingStep *step = &g_array_index (problem->steps, XcClosingStep, i);

      g_assert_cmpstr (step->person, !=, "");
      if (step->act == XC_CLOSING_APPLIED)
        {
          g_assert_cmpuint (step->cycle, ==, ++cycle);
          applicant = step->person;
          seen = 0;
          continue;
        }
      g_assert_cmpuint (step->cycle, ==, cycle);
      if (step->act == XC_CLOSING_REOPENED)
        {
          g_assert_cmpuint (seen, ==, ALL);
          g_assert_nonnull (step->opinion);
          continue;
        }
      g_assert_cmpstr (step->person, !=, applicant);
      g_assert_cmpuint (seen & XC_BODY_MASK (step->body), ==, 0);
      g_assert_true (step->verdict == XC_VERDICT_ACCEPTED || step->opinion != NULL);
      seen |= XC_BODY_MASK (step->body);
    }
  if (problem->state == XC_RECTIFICATION_CLOSED)
    g_assert_cmpuint (seen, ==, ALL);
}

static void
never_leaves_the_rules (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());
  guint reached[XC_N_RECTIFICATION_STATES] = { 0 };

  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (XcClosingStep));
      Problem problem = { XC_RECTIFICATION_NOT_STARTED, { XC_MEASURE_NOT_STARTED, XC_MEASURE_DONE }, steps };

      for (guint act = 0; act < 300; act++)
        {
          try_anything (&problem, rand);
          reached[problem.state]++;
        }
      check_journal (&problem);
    }
  g_assert_cmpuint (reached[XC_RECTIFICATION_CLOSED], >, 0);
  g_assert_cmpuint (reached[XC_RECTIFICATION_RETURNED], >, 0);
  g_assert_cmpuint (reached[XC_RECTIFICATION_REOPENED], >, 0);
}

static void
asks_for_a_day_that_is_not_too_early (void)
{
  g_assert_cmpint (xc_closing_check_day (100, XC_DAY_NONE), ==, XC_CLOSING_ALLOWED);
  g_assert_cmpint (xc_closing_check_day (100, 100), ==, XC_CLOSING_ALLOWED);
  g_assert_cmpint (xc_closing_check_day (99, 100), ==, XC_CLOSING_TOO_EARLY);
  g_assert_cmpint (xc_closing_check_day (XC_DAY_NONE, 100), ==, XC_CLOSING_NO_DAY);
  g_assert_cmpint (xc_closing_check_day (XC_DAY_NONE, XC_DAY_NONE), ==, XC_CLOSING_NO_DAY);
}

static void
knows_who_has_not_reviewed_yet (void)
{
  const XcClosingStep steps[] = {
    apply_step (1, "甲"),
    review_step (1, XC_BODY_OFFICE, XC_VERDICT_ACCEPTED, NULL, "乙"),
    review_step (1, XC_BODY_DISCIPLINE, XC_VERDICT_RETURNED, "证据不足", "丙"),
    apply_step (2, "甲"),
    review_step (2, XC_BODY_DISCIPLINE, XC_VERDICT_ACCEPTED, NULL, "丙"),
  };

  g_assert_cmphex (xc_closing_get_pending (steps, 1, ALL), ==, ALL);
  g_assert_cmphex (xc_closing_get_pending (steps, 2, ALL), ==, ALL & ~XC_BODY_MASK (XC_BODY_OFFICE));
  g_assert_cmphex (xc_closing_get_pending (steps, 4, ALL), ==, ALL);
  g_assert_cmphex (xc_closing_get_pending (steps, 5, ALL), ==, ALL & ~XC_BODY_MASK (XC_BODY_DISCIPLINE));
  g_assert_cmpstr (xc_reviewing_body_get_title (XC_BODY_OFFICE), ==, "Inspection office");
}

static void
says_each_refusal_in_a_sentence_of_its_own (void)
{
  for (guint i = 0; i < XC_N_CLOSING_REFUSALS; i++)
    {
      const char *sentence = xc_closing_refusal_get_sentence ((XcClosingRefusal) i);

      g_assert_true (i == XC_CLOSING_ALLOWED ? *sentence == '\0' : g_str_has_suffix (sentence, "."));
      for (guint j = 0; j < i; j++)
        g_assert_cmpstr (sentence, !=, xc_closing_refusal_get_sentence ((XcClosingRefusal) j));
    }
}

static void
words_are_those_of_the_ledger (void)
{
  g_assert_cmpstr (xc_closing_act_to_word (XC_CLOSING_APPLIED), ==, "applied");
  g_assert_cmpstr (xc_closing_act_to_word (XC_CLOSING_REVIEWED), ==, "reviewed");
  g_assert_cmpstr (xc_closing_act_to_word (XC_CLOSING_REOPENED), ==, "reopened");
  g_assert_cmpstr (xc_reviewing_body_to_word (XC_BODY_OFFICE), ==, "office");
  g_assert_cmpstr (xc_reviewing_body_to_word (XC_BODY_DISCIPLINE), ==, "discipline");
  g_assert_cmpstr (xc_reviewing_body_to_word (XC_BODY_ORGANIZATION), ==, "organization");
  g_assert_cmpstr (xc_reviewing_body_to_word (XC_BODY_LEADER), ==, "leader");
  g_assert_cmpstr (xc_verdict_to_word (XC_VERDICT_ACCEPTED), ==, "accepted");
  g_assert_cmpstr (xc_verdict_to_word (XC_VERDICT_RETURNED), ==, "returned");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/closing/applies-only-with-all-measures-done", applies_only_with_all_measures_done);
  g_test_add_func ("/core/closing/reviews-once-a-cycle-and-not-one-s-own",
                   reviews_once_a_cycle_and_not_one_s_own);
  g_test_add_func ("/core/closing/begins-a-new-cycle-after-a-setback", begins_a_new_cycle_after_a_setback);
  g_test_add_func ("/core/closing/reopens-what-is-closed-with-a-reason",
                   reopens_what_is_closed_with_a_reason);
  g_test_add_func ("/core/closing/never-leaves-the-rules", never_leaves_the_rules);
  g_test_add_func ("/core/closing/asks-for-a-day-that-is-not-too-early",
                   asks_for_a_day_that_is_not_too_early);
  g_test_add_func ("/core/closing/knows-who-has-not-reviewed-yet", knows_who_has_not_reviewed_yet);
  g_test_add_func ("/core/closing/says-each-refusal-in-a-sentence-of-its-own",
                   says_each_refusal_in_a_sentence_of_its_own);
  g_test_add_func ("/core/closing/words-are-those-of-the-ledger", words_are_those_of_the_ledger);
  return g_test_run ();
}
