/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/holiday-years.h"

#include "ledger.h"
#include "rectification.h"
#include "store/deadlines.h"

static void
put (XcTestRectification *ledger, int year, const char *text)
{
  g_autofree char *fault = NULL;
  g_autoptr (GPtrArray) holidays = xc_holiday_text_read (text, year, &fault);
  g_autoptr (GError) error = NULL;

  g_assert_true (xc_holiday_years_replace (ledger->store, year, holidays, &error));
  g_assert_no_error (error);
}

static char *
get (XcTestRectification *ledger, int year)
{
  g_autoptr (GPtrArray) holidays = xc_holiday_years_load (ledger->store, year, NULL);

  return xc_holiday_text_write (holidays);
}

static void
replaces_a_year_as_a_whole (XcTestRectification *ledger, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *first = NULL;
  g_autofree char *all = NULL;
  g_autofree char *title = NULL;
  g_autoptr (XcDeadlineRules) rules = NULL;

  put (ledger, 2029, "2029-12-31 放假 元旦\n2029-05-01 放假 劳动节\n");
  before = xc_test_ledger_dump (ledger->store);
  put (ledger, 2030, "2029-12-31 上班 元旦\n2030-01-01 放假 元旦\n");
  put (ledger, 2030, "2030-01-02 放假 元旦\n");
  first = get (ledger, 2030);
  g_assert_cmpstr (first, ==, "2030-01-02 放假 元旦\n");
  all = get (ledger, 0);
  g_assert_cmpstr (all, ==, "2029-05-01 放假 劳动节\n2029-12-31 上班 元旦\n2030-01-02 放假 元旦\n");
  rules = xc_deadline_rules_load (ledger->store, NULL);
  g_assert_false (
      xc_holidays_is_working_day (xc_deadline_rules_get_holidays (rules), xc_day_new (2030, 1, 2)));
  g_assert_true (xc_store_undo (ledger->store, &title, NULL));
  g_clear_pointer (&title, g_free);
  g_assert_true (xc_store_undo (ledger->store, &title, NULL));
  g_assert_cmpstr (title, ==, "Holidays of 2030");
  after = xc_test_ledger_dump (ledger->store);
  g_assert_cmpstr (after, ==, before);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/holiday-years/replaces-a-year-as-a-whole", XcTestRectification, NULL,
              xc_test_rectification_set_up, replaces_a_year_as_a_whole, xc_test_rectification_tear_down);
  return g_test_run ();
}
