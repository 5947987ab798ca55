/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/remembered.h"

#include "rectification.h"
#include "store/closing.h"

static void
apply (XcTestRectification *ledger, const char *person)
{
  gint64 problem = xc_test_rectification_add_problem (ledger, 0, "议事规则不完善");
  const XcClosingRequest request = { .act = XC_CLOSING_APPLIED, .person = person, .day = XC_TEST_FED_BACK };
  g_autoptr (XcStepReport) report = NULL;

  xc_test_rectification_add_measure (ledger, problem, "修订议事规则", "done", XC_TEST_FED_BACK);
  report = xc_closing_take (ledger->store, &problem, 1, &request, NULL);
  g_assert_cmpuint (report->refused->len, ==, 1);
  xc_step_report_free (g_steal_pointer (&report));
  report = xc_closing_take (
      ledger->store, &problem, 1,
      &(XcClosingRequest){ .act = XC_CLOSING_APPLIED, .person = person, .day = XC_TEST_FED_BACK + 31 }, NULL);
  g_assert_cmpuint (report->done->len, ==, 1);
}

static void
gives_the_most_frequent_first (XcTestRectification *ledger, gconstpointer data)
{
  g_auto (GStrv) none = xc_remembered_load (ledger->store, XC_TABLE_CLOSING_STEP, "person", 9, NULL);
  g_auto (GStrv) names = NULL;
  g_auto (GStrv) one = NULL;

  g_assert_cmpuint (g_strv_length (none), ==, 0);
  apply (ledger, "样某某");
  apply (ledger, "示某某");
  apply (ledger, "示某某");
  names = xc_remembered_load (ledger->store, XC_TABLE_CLOSING_STEP, "person", 9, NULL);
  g_assert_cmpstrv (names, ((const char *[]){ "示某某", "样某某", NULL }));
  one = xc_remembered_load (ledger->store, XC_TABLE_CLOSING_STEP, "person", 1, NULL);
  g_assert_cmpuint (g_strv_length (one), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/remembered/gives-the-most-frequent-first", XcTestRectification, NULL,
              xc_test_rectification_set_up, gives_the_most_frequent_first, xc_test_rectification_tear_down);
  return g_test_run ();
}
