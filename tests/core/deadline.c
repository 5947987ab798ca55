/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/deadline.h"

static void
add_days_off (XcHolidays *holidays, XcDay first, XcDay last)
{
  for (XcDay day = first; day <= last; day++)
    xc_holidays_add (holidays, day, TRUE);
}

/* The long holidays of 2024, as the State Council announced them. */
static XcHolidays *
make_holidays (void)
{
  XcHolidays *holidays = xc_holidays_new ();

  add_days_off (holidays, xc_day_new (2024, 2, 10), xc_day_new (2024, 2, 17));
  xc_holidays_add (holidays, xc_day_new (2024, 2, 4), FALSE);
  xc_holidays_add (holidays, xc_day_new (2024, 2, 18), FALSE);
  add_days_off (holidays, xc_day_new (2024, 5, 1), xc_day_new (2024, 5, 5));
  xc_holidays_add (holidays, xc_day_new (2024, 4, 28), FALSE);
  xc_holidays_add (holidays, xc_day_new (2024, 5, 11), FALSE);
  add_days_off (holidays, xc_day_new (2024, 10, 1), xc_day_new (2024, 10, 7));
  xc_holidays_add (holidays, xc_day_new (2024, 9, 29), FALSE);
  xc_holidays_add (holidays, xc_day_new (2024, 10, 12), FALSE);
  return holidays;
}

static XcDay
compute (int number, XcDeadlineUnit unit, XcDeadlineDirection direction, XcDay start,
         const XcHolidays *holidays)
{
  XcDeadlineRule rule = { number, unit, direction, XC_DAY_NONE };

  return xc_deadline_compute (&rule, start, holidays);
}

static void
counts_as_the_rules_say (void)
{
  static const struct
  {
    int number;
    XcDeadlineUnit unit;
    XcDeadlineDirection direction;
    const char *start, *due;
  } cases[] = {
    { 1, XC_DEADLINE_MONTHS, XC_DEADLINE_AFTER, "2024-01-31", "2024-02-29" },
    { 1, XC_DEADLINE_MONTHS, XC_DEADLINE_AFTER, "2023-01-31", "2023-02-28" },
    { 3, XC_DEADLINE_MONTHS, XC_DEADLINE_AFTER, "2024-05-16", "2024-08-16" },
    { 6, XC_DEADLINE_MONTHS, XC_DEADLINE_AFTER, "2023-08-31", "2024-02-29" },
    { 1, XC_DEADLINE_MONTHS, XC_DEADLINE_BEFORE, "2024-03-31", "2024-02-29" },
    { 10, XC_DEADLINE_DAYS, XC_DEADLINE_BEFORE, "2024-05-16", "2024-05-06" },
    { 10, XC_DEADLINE_DAYS, XC_DEADLINE_AFTER, "2024-02-20", "2024-03-01" },
    { 0, XC_DEADLINE_DAYS, XC_DEADLINE_AFTER, "2024-05-01", "2024-05-01" },
    { 0, XC_DEADLINE_WORKING_DAYS, XC_DEADLINE_AFTER, "2024-05-01", "2024-05-01" },
    /* The last day of a calendar period stays where it is, on a holiday too. */
    { 1, XC_DEADLINE_MONTHS, XC_DEADLINE_AFTER, "2024-09-01", "2024-10-01" },
    { 15, XC_DEADLINE_DAYS, XC_DEADLINE_AFTER, "2024-04-16", "2024-05-01" },
    /* Over the Labour Day holiday, with the Sunday before and the Saturday after it worked. */
    { 1, XC_DEADLINE_WORKING_DAYS, XC_DEADLINE_AFTER, "2024-04-26", "2024-04-28" },
    { 4, XC_DEADLINE_WORKING_DAYS, XC_DEADLINE_AFTER, "2024-04-26", "2024-05-06" },
    { 9, XC_DEADLINE_WORKING_DAYS, XC_DEADLINE_AFTER, "2024-04-26", "2024-05-11" },
    { 10, XC_DEADLINE_WORKING_DAYS, XC_DEADLINE_AFTER, "2024-04-26", "2024-05-13" },
    { 5, XC_DEADLINE_WORKING_DAYS, XC_DEADLINE_AFTER, "2024-05-02", "2024-05-10" },
    { 1, XC_DEADLINE_WORKING_DAYS, XC_DEADLINE_AFTER, "2024-09-30", "2024-10-08" },
    { 1, XC_DEADLINE_WORKING_DAYS, XC_DEADLINE_BEFORE, "2024-10-08", "2024-09-30" },
    { 2, XC_DEADLINE_WORKING_DAYS, XC_DEADLINE_BEFORE, "2024-10-08", "2024-09-29" },
    { 1, XC_DEADLINE_WORKING_DAYS, XC_DEADLINE_AFTER, "2024-02-09", "2024-02-18" },
    { 5, XC_DEADLINE_WORKING_DAYS, XC_DEADLINE_AFTER, "2025-07-04", "2025-07-11" },
  };
  g_autoptr (XcHolidays) holidays = make_holidays ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      char due[XC_DAY_ISO_SIZE];

      xc_day_format_iso (compute (cases[i].number, cases[i].unit, cases[i].direction,
                                  xc_day_parse_iso (cases[i].start), holidays),
                         due);
      g_test_message ("%s, %d", cases[i].start, cases[i].number);
      g_assert_cmpstr (due, ==, cases[i].due);
    }
}

/* Counted day by day from the definition: so many working days lie behind the start, up to the day that is due. */
static int
count_working_days (XcDay after, XcDay until, const XcHolidays *holidays)
{
  int count = 0;

  for (XcDay day = after + 1; day <= until; day++)
    count += xc_holidays_is_working_day (holidays, day);
  return count;
}

static void
counts_working_days_from_every_day (void)
{
  g_autoptr (XcHolidays) holidays = make_holidays ();

  for (XcDay start = xc_day_new (2022, 12, 1); start <= xc_day_new (2026, 1, 31); start++)
    for (int number = 1; number <= 30; number++)
      {
        XcDay after = compute (number, XC_DEADLINE_WORKING_DAYS, XC_DEADLINE_AFTER, start, holidays);
        XcDay before = compute (number, XC_DEADLINE_WORKING_DAYS, XC_DEADLINE_BEFORE, start, holidays);

        g_assert_true (xc_holidays_is_working_day (holidays, after));
        g_assert_cmpint (count_working_days (start, after, holidays), ==, number);
        g_assert_true (xc_holidays_is_working_day (holidays, before));
        g_assert_cmpint (count_working_days (before - 1, start - 1, holidays), ==, number);
      }
}

static void
counts_days_and_months_from_every_day (void)
{
  g_autoptr (XcHolidays) holidays = make_holidays ();

  for (XcDay start = xc_day_new (2022, 12, 1); start <= xc_day_new (2029, 3, 31); start++)
    for (int number = 0; number <= 100; number++)
      {
        g_assert_cmpint (compute (number, XC_DEADLINE_DAYS, XC_DEADLINE_AFTER, start, holidays), ==,
                         start + number);
        g_assert_cmpint (compute (number, XC_DEADLINE_DAYS, XC_DEADLINE_BEFORE, start, holidays), ==,
                         start - number);
        g_assert_cmpint (compute (number, XC_DEADLINE_MONTHS, XC_DEADLINE_AFTER, start, holidays), ==,
                         xc_day_add_months (start, number));
        g_assert_cmpint (compute (number, XC_DEADLINE_MONTHS, XC_DEADLINE_BEFORE, start, holidays), ==,
                         xc_day_add_months (start, -number));
      }
}

/* Who was told later is never due earlier. */
static void
never_falls_as_the_start_rises (void)
{
  static const XcDeadlineUnit units[] = { XC_DEADLINE_DAYS, XC_DEADLINE_WORKING_DAYS, XC_DEADLINE_MONTHS };
  static const XcDeadlineDirection directions[] = { XC_DEADLINE_AFTER, XC_DEADLINE_BEFORE };
  g_autoptr (XcHolidays) holidays = make_holidays ();

  for (gsize u = 0; u < G_N_ELEMENTS (units); u++)
    for (gsize d = 0; d < G_N_ELEMENTS (directions); d++)
      for (int number = 0; number <= 40; number++)
        {
          XcDay before = XC_DAY_MIN;

          for (XcDay start = xc_day_new (2023, 6, 1); start <= xc_day_new (2025, 6, 30); start++)
            {
              XcDay due = compute (number, units[u], directions[d], start, holidays);

              g_assert_cmpint (due, >=, before);
              before = due;
            }
        }
}

static void
ends_where_days_end (void)
{
  XcHolidays *always_off = xc_holidays_new ();

  add_days_off (always_off, XC_DAY_MIN, XC_DAY_MAX);
  g_assert_cmpint (compute (1, XC_DEADLINE_WORKING_DAYS, XC_DEADLINE_AFTER, 0, always_off), ==, XC_DAY_NONE);
  g_assert_cmpint (compute (1, XC_DEADLINE_WORKING_DAYS, XC_DEADLINE_BEFORE, 0, always_off), ==, XC_DAY_NONE);
  xc_holidays_free (always_off);
  for (int direction = XC_DEADLINE_AFTER; direction <= XC_DEADLINE_BEFORE; direction++)
    for (int unit = XC_DEADLINE_DAYS; unit <= XC_DEADLINE_MONTHS; unit++)
      {
        g_assert_cmpint (
            compute (5, (XcDeadlineUnit) unit, (XcDeadlineDirection) direction, XC_DAY_NONE, NULL), ==,
            XC_DAY_NONE);
        g_assert_cmpint (compute (G_MAXINT, (XcDeadlineUnit) unit, (XcDeadlineDirection) direction, 0, NULL),
                         ==, XC_DAY_NONE);
      }
  g_assert_cmpint (compute (0, XC_DEADLINE_DAYS, XC_DEADLINE_AFTER, XC_DAY_MAX, NULL), ==, XC_DAY_MAX);
  g_assert_cmpint (compute (1, XC_DEADLINE_DAYS, XC_DEADLINE_AFTER, XC_DAY_MAX, NULL), ==, XC_DAY_NONE);
  g_assert_cmpint (compute (1, XC_DEADLINE_DAYS, XC_DEADLINE_BEFORE, XC_DAY_MIN, NULL), ==, XC_DAY_NONE);
}

static void
takes_the_rule_of_the_day (void)
{
  const XcDay spring = xc_day_new (2024, 4, 1);
  const XcDay summer = xc_day_new (2024, 7, 1);
  const XcDeadlineRule rules[] = {
    { 6, XC_DEADLINE_MONTHS, XC_DEADLINE_AFTER, summer },
    { 2, XC_DEADLINE_MONTHS, XC_DEADLINE_AFTER, XC_DAY_NONE },
    { 3, XC_DEADLINE_MONTHS, XC_DEADLINE_AFTER, spring },
    { 4, XC_DEADLINE_MONTHS, XC_DEADLINE_AFTER, summer },
  };

  for (XcDay start = XC_DAY_MIN; start <= XC_DAY_MAX; start++)
    {
      const XcDeadlineRule *rule = xc_deadline_rule_in_force (rules, G_N_ELEMENTS (rules), start);

      g_assert_cmpint (rule->number, ==, start < spring ? 2 : start < summer ? 3 : 4);
    }
  g_assert_true (xc_deadline_rule_in_force (rules, 1, summer) == &rules[0]);
  g_assert_null (xc_deadline_rule_in_force (rules, 1, summer - 1));
  g_assert_null (xc_deadline_rule_in_force (rules, 4, XC_DAY_NONE));
  g_assert_null (xc_deadline_rule_in_force (NULL, 0, summer));
}

static void
warns_by_the_days_left (void)
{
  const XcDay due = xc_day_new (2024, 8, 16);

  for (XcDay today = due - 400; today <= due + 400; today++)
    {
      int left = due - today;
      XcDeadlineWarning wanted = left < 0     ? XC_DEADLINE_WARNING_RED
                                 : left <= 10 ? XC_DEADLINE_WARNING_YELLOW
                                 : left <= 20 ? XC_DEADLINE_WARNING_GREEN
                                              : XC_DEADLINE_WARNING_NONE;

      g_assert_cmpint (xc_deadline_warning (due, today, 20, 10), ==, wanted);
      g_assert_cmpint (xc_deadline_warning (XC_DAY_NONE, today, 20, 10), ==, XC_DEADLINE_WARNING_NONE);
    }
  g_assert_cmpint (xc_deadline_warning (due, XC_DAY_NONE, 20, 10), ==, XC_DEADLINE_WARNING_NONE);
  g_assert_cmpint (xc_deadline_warning (due, due, 0, 0), ==, XC_DEADLINE_WARNING_YELLOW);
  g_assert_cmpint (xc_deadline_warning (due, due - 1, 0, 0), ==, XC_DEADLINE_WARNING_NONE);
  g_assert_cmpint (xc_deadline_warning (XC_DAY_MAX, XC_DAY_MIN, G_MAXINT, 0), ==, XC_DEADLINE_WARNING_GREEN);
  g_assert_cmpint (xc_deadline_warning (XC_DAY_MIN, XC_DAY_MAX, 20, 10), ==, XC_DEADLINE_WARNING_RED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/deadline/counts-as-the-rules-say", counts_as_the_rules_say);
  g_test_add_func ("/core/deadline/counts-working-days-from-every-day", counts_working_days_from_every_day);
  g_test_add_func ("/core/deadline/counts-days-and-months-from-every-day",
                   counts_days_and_months_from_every_day);
  g_test_add_func ("/core/deadline/never-falls-as-the-start-rises", never_falls_as_the_start_rises);
  g_test_add_func ("/core/deadline/ends-where-days-end", ends_where_days_end);
  g_test_add_func ("/core/deadline/takes-the-rule-of-the-day", takes_the_rule_of_the_day);
  g_test_add_func ("/core/deadline/warns-by-the-days-left", warns_by_the_days_left);
  return g_test_run ();
}
