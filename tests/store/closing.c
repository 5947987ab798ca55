/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/closing.h"

#include <string.h>

#include "ledger.h"
#include "rectification.h"
#include "store/office.h"

#define DAY(n) (XC_TEST_FED_BACK + (n))
#define ALL                                                                                                  \
  (XC_BODY_MASK (XC_BODY_OFFICE) | XC_BODY_MASK (XC_BODY_DISCIPLINE) | XC_BODY_MASK (XC_BODY_ORGANIZATION))

static const XcClosingRequest application = { .act = XC_CLOSING_APPLIED,
                                              .person = "样某某",
                                              .day = DAY (31) };

static XcClosingRequest
review (XcReviewingBody body, XcVerdict verdict, const char *opinion, int day)
{
  return (XcClosingRequest){ XC_CLOSING_REVIEWED, body, verdict, opinion, "审某某", DAY (day) };
}

/* The sentence of the only refusal, or "" when the step was taken. */
static char *
take (XcTestRectification *ledger, gint64 problem, XcClosingRequest request)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XcStepReport) report = xc_closing_take (ledger->store, &problem, 1, &request, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (report->done->len + report->refused->len, ==, 1);
  return g_strdup (report->refused->len > 0 ? ((XcStepRefused *) report->refused->pdata[0])->sentence : "");
}

static void
assert_taken (XcTestRectification *ledger, gint64 problem, XcClosingRequest request, const char *state)
{
  g_autofree char *sentence = take (ledger, problem, request);
  g_autofree char *found = xc_test_rectification_get (ledger, XC_TABLE_PROBLEM, problem, "state");

  g_assert_cmpstr (sentence, ==, "");
  g_assert_cmpstr (found, ==, state);
}

static void
assert_refused (XcTestRectification *ledger, gint64 problem, XcClosingRequest request,
                XcClosingRefusal refusal)
{
  g_autofree char *before = xc_test_ledger_dump (ledger->store);
  g_autofree char *sentence = take (ledger, problem, request);
  g_autofree char *after = xc_test_ledger_dump (ledger->store);
  XcClosingRefusal checked;

  g_assert_cmpstr (sentence, ==, xc_closing_refusal_get_sentence (refusal));
  g_assert_cmpstr (after, ==, before);
  g_assert_true (xc_closing_check (ledger->store, problem, &request, &checked, NULL));
  g_assert_cmpint (checked, ==, refusal);
}

static gint64
add_done_problem (XcTestRectification *ledger)
{
  gint64 problem = xc_test_rectification_add_problem (ledger, 0, "议事规则不完善");

  xc_test_rectification_add_measure (ledger, problem, "修订议事规则", "done", DAY (60));
  return problem;
}

static void
closes_returns_and_reopens (XcTestRectification *ledger, gconstpointer data)
{
  gint64 problem = add_done_problem (ledger);
  XcClosingRequest reopening = {
    .act = XC_CLOSING_REOPENED, .person = "督某某", .opinion = "问题反弹", .day = DAY (90)
  };
  XcClosingRequest again = application;
  g_autofree char *closed_on = NULL;
  g_autofree char *reopened_closed_on = NULL;
  guint pending, cycle;

  assert_taken (ledger, problem, application, "awaiting_review");
  assert_taken (ledger, problem, review (XC_BODY_OFFICE, XC_VERDICT_ACCEPTED, NULL, 33), "awaiting_review");
  g_assert_true (xc_closing_get_waiting (ledger->store, problem, &pending, &cycle, NULL));
  g_assert_cmphex (pending, ==, ALL & ~XC_BODY_MASK (XC_BODY_OFFICE));
  g_assert_cmpuint (cycle, ==, 1);
  assert_taken (ledger, problem, review (XC_BODY_DISCIPLINE, XC_VERDICT_RETURNED, "佐证不足", 35),
                "returned");
  again.day = DAY (40);
  assert_taken (ledger, problem, again, "awaiting_review");
  assert_taken (ledger, problem, review (XC_BODY_DISCIPLINE, XC_VERDICT_ACCEPTED, NULL, 41),
                "awaiting_review");
  assert_taken (ledger, problem, review (XC_BODY_ORGANIZATION, XC_VERDICT_ACCEPTED, NULL, 42),
                "awaiting_review");
  assert_taken (ledger, problem, review (XC_BODY_OFFICE, XC_VERDICT_ACCEPTED, "同意销号", 43), "closed");
  closed_on = xc_test_rectification_get (ledger, XC_TABLE_PROBLEM, problem, "closed_on");
  g_assert_cmpstr (closed_on, ==, "2024-06-28");
  assert_taken (ledger, problem, reopening, "reopened");
  reopened_closed_on = xc_test_rectification_get (ledger, XC_TABLE_PROBLEM, problem, "closed_on");
  g_assert_cmpstr (reopened_closed_on, ==, "–");
  g_assert_true (xc_closing_get_waiting (ledger->store, problem, &pending, &cycle, NULL));
  g_assert_cmphex (pending, ==, 0);
  g_assert_cmpuint (cycle, ==, 3);
}

static void
says_why_a_step_cannot_be_taken (XcTestRectification *ledger, gconstpointer data)
{
  gint64 problem = xc_test_rectification_add_problem (ledger, 0, "议事规则不完善");
  XcClosingRequest request = application;
  gint64 measure;

  assert_refused (ledger, problem, application, XC_CLOSING_NO_MEASURE);
  measure =
      xc_test_rectification_add_measure (ledger, problem, "修订议事规则", "basically_done", XC_DAY_NONE);
  assert_refused (ledger, problem, application, XC_CLOSING_MEASURE_NOT_DONE);
  xc_test_rectification_set (ledger, XC_TABLE_MEASURE, measure, "done_on", "2024-06-16");
  xc_test_rectification_set (ledger, XC_TABLE_MEASURE, measure, "state", "done");
  request.day = DAY (30);
  assert_refused (ledger, problem, request, XC_CLOSING_TOO_EARLY);
  request.day = XC_DAY_NONE;
  assert_refused (ledger, problem, request, XC_CLOSING_NO_DAY);
  request.person = " ";
  assert_refused (ledger, problem, request, XC_CLOSING_NO_PERSON);
  assert_refused (ledger, problem, review (XC_BODY_OFFICE, XC_VERDICT_ACCEPTED, NULL, 33),
                  XC_CLOSING_NOT_APPLIED_FOR);
  assert_taken (ledger, problem, application, "awaiting_review");
  assert_refused (ledger, problem, application, XC_CLOSING_UNDER_REVIEW);
  assert_refused (ledger, problem, review (XC_BODY_LEADER, XC_VERDICT_ACCEPTED, NULL, 33),
                  XC_CLOSING_NOT_A_REVIEWER);
  assert_refused (ledger, problem, review (XC_BODY_OFFICE, XC_VERDICT_RETURNED, "　", 33),
                  XC_CLOSING_NO_REASON);
  assert_refused (ledger, problem, review (XC_BODY_OFFICE, XC_VERDICT_ACCEPTED, NULL, 30),
                  XC_CLOSING_TOO_EARLY);
  request = review (XC_BODY_OFFICE, XC_VERDICT_ACCEPTED, NULL, 33);
  request.person = "样 某某";
  assert_refused (ledger, problem, request, XC_CLOSING_REVIEWS_OWN);
  assert_taken (ledger, problem, review (XC_BODY_OFFICE, XC_VERDICT_ACCEPTED, NULL, 33), "awaiting_review");
  assert_refused (ledger, problem, review (XC_BODY_OFFICE, XC_VERDICT_ACCEPTED, NULL, 33),
                  XC_CLOSING_REVIEWED_ALREADY);
  request = (XcClosingRequest){
    .act = XC_CLOSING_REOPENED, .person = "督某某", .opinion = "反弹", .day = DAY (60)
  };
  assert_refused (ledger, problem, request, XC_CLOSING_NOT_CLOSED);
}

static void
takes_those_that_may_and_names_the_others (XcTestRectification *ledger, gconstpointer data)
{
  const gint64 problems[] = { add_done_problem (ledger),
                              xc_test_rectification_add_problem (ledger, 0, "党费收缴不及时"),
                              add_done_problem (ledger),
                              xc_test_rectification_add_problem (ledger, 0, "台账不健全") };
  g_autoptr (GError) error = NULL;
  g_autoptr (XcStepReport) report = NULL;
  g_autofree char *before = xc_test_ledger_dump (ledger->store);
  g_autofree char *text = NULL;
  g_autofree char *title = NULL;
  g_autofree char *after = NULL;

  report = xc_closing_take (ledger->store, problems, 4, &application, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->done->len, ==, 2);
  g_assert_cmpint (g_array_index (report->done, gint64, 1), ==, problems[2]);
  g_assert_cmpuint (report->refused->len, ==, 2);
  /* One reason is told once. */
  text = xc_step_report_dup_text (report);
  g_assert_nonnull (strstr (text, "Refused: 06-01-002, 06-01-004."));
  g_assert_null (strchr (text, '\n'));
  g_assert_nonnull (strstr (text, xc_closing_refusal_get_sentence (XC_CLOSING_NO_MEASURE)));
  g_assert_true (xc_store_undo (ledger->store, &title, &error));
  g_assert_cmpstr (title, ==, "Apply for closing: 4 problems");
  after = xc_test_ledger_dump (ledger->store);
  g_assert_cmpstr (after, ==, before);
}

/* What is not typed yet stands against none; what the ledger says does. */
static void
says_beforehand_what_will_become_of_each (XcTestRectification *ledger, gconstpointer data)
{
  const gint64 problems[] = { add_done_problem (ledger),
                              xc_test_rectification_add_problem (ledger, 0, "党费收缴不及时") };
  const XcClosingRequest blank = { .act = XC_CLOSING_APPLIED, .day = XC_DAY_NONE };
  const XcClosingRequest early = { .act = XC_CLOSING_APPLIED, .person = "样某某", .day = DAY (0) };
  g_autofree char *before = xc_test_ledger_dump (ledger->store);
  g_autofree char *after = NULL;
  g_autoptr (XcStepReport) report = xc_closing_preview (ledger->store, problems, 2, &blank, NULL);
  g_autoptr (XcStepReport) none = xc_closing_preview (ledger->store, problems, 2, &early, NULL);

  g_assert_cmpuint (report->done->len, ==, 1);
  g_assert_cmpint (g_array_index (report->done, gint64, 0), ==, problems[0]);
  g_assert_cmpstr (((XcStepRefused *) report->refused->pdata[0])->name, ==, "06-01-002");
  g_assert_cmpuint (none->refused->len, ==, 2);
  after = xc_test_ledger_dump (ledger->store);
  g_assert_cmpstr (after, ==, before);
}

static void
closes_what_no_other_body_reviews (XcTestRectification *ledger, gconstpointer data)
{
  gint64 problem = add_done_problem (ledger), other = add_done_problem (ledger);
  g_autoptr (GError) error = NULL;
  g_autoptr (XcOffice) office = xc_office_load (ledger->store, &error);
  g_autoptr (XcStepReport) none = NULL;
  g_autoptr (XcStepReport) report = NULL;
  g_autofree char *state = NULL;
  g_autofree char *closed_on = NULL;

  assert_taken (ledger, problem, application, "awaiting_review");
  assert_taken (ledger, other, application, "awaiting_review");
  assert_taken (ledger, problem, review (XC_BODY_OFFICE, XC_VERDICT_ACCEPTED, NULL, 33), "awaiting_review");
  none = xc_closing_settle (ledger->store, &error);
  g_assert_cmpuint (none->done->len, ==, 0);
  office->bodies = XC_BODY_MASK (XC_BODY_OFFICE);
  g_assert_true (xc_office_save (ledger->store, office, &error));
  report = xc_closing_settle (ledger->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->done->len, ==, 1);
  state = xc_test_rectification_get (ledger, XC_TABLE_PROBLEM, problem, "state");
  g_assert_cmpstr (state, ==, "closed");
  closed_on = xc_test_rectification_get (ledger, XC_TABLE_PROBLEM, problem, "closed_on");
  g_assert_cmpstr (closed_on, ==, "2024-06-18");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                                  \
  g_test_add ("/store/closing/" name, XcTestRectification, NULL, xc_test_rectification_set_up, function,     \
              xc_test_rectification_tear_down)
  ADD ("closes-returns-and-reopens", closes_returns_and_reopens);
  ADD ("says-why-a-step-cannot-be-taken", says_why_a_step_cannot_be_taken);
  ADD ("takes-those-that-may-and-names-the-others", takes_those_that_may_and_names_the_others);
  ADD ("says-beforehand-what-will-become-of-each", says_beforehand_what_will_become_of_each);
  ADD ("closes-what-no-other-body-reviews", closes_what_no_other_body_reviews);
  return g_test_run ();
}
