/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/holidays.h"

static void
works_from_monday_to_friday (void)
{
  g_autoptr (XcHolidays) empty = xc_holidays_new ();

  for (XcDay day = XC_DAY_MIN; day <= XC_DAY_MAX; day++)
    {
      gboolean is_weekend = xc_day_weekday (day) == 6 || xc_day_weekday (day) == 7;

      g_assert_cmpint (xc_holidays_is_working_day (NULL, day), ==, !is_weekend);
      g_assert_cmpint (xc_holidays_is_working_day (empty, day), ==, !is_weekend);
    }
}

static void
changes_the_days_it_is_told (void)
{
  g_autoptr (XcHolidays) holidays = xc_holidays_new ();
  const XcDay saturday = xc_day_new (2024, 5, 11);
  const XcDay wednesday = xc_day_new (2024, 5, 1);

  xc_holidays_add (holidays, saturday, FALSE);
  xc_holidays_add (holidays, wednesday, TRUE);
  xc_holidays_add (holidays, XC_DAY_MIN, TRUE);
  xc_holidays_add (holidays, XC_DAY_MAX, TRUE);
  for (XcDay day = XC_DAY_MIN; day <= XC_DAY_MAX; day++)
    {
      gboolean is_working = xc_day_weekday (day) <= 5;

      if (day == saturday)
        is_working = TRUE;
      else if (day == wednesday || day == XC_DAY_MIN || day == XC_DAY_MAX)
        is_working = FALSE;
      g_assert_cmpint (xc_holidays_is_working_day (holidays, day), ==, is_working);
    }
  xc_holidays_add (holidays, wednesday, FALSE);
  g_assert_true (xc_holidays_is_working_day (holidays, wednesday));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/holidays/works-from-monday-to-friday", works_from_monday_to_friday);
  g_test_add_func ("/core/holidays/changes-the-days-it-is-told", changes_the_days_it_is_told);
  return g_test_run ();
}
