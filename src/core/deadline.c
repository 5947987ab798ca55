/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/deadline.h"

static XcDay
add_days (XcDay start, gint64 days)
{
  gint64 day = start + days;

  return day < XC_DAY_MIN || day > XC_DAY_MAX ? XC_DAY_NONE : (XcDay) day;
}

static XcDay
add_working_days (XcDay start, int number, int step, const XcHolidays *holidays)
{
  XcDay day = start;

  while (number > 0)
    {
      day = add_days (day, step);
      if (!xc_day_is_set (day))
        return XC_DAY_NONE;
      number -= xc_holidays_is_working_day (holidays, day);
    }
  return day;
}

/**
 * xc_deadline_compute:
 * @rule: how to count
 * @start: the day of the event that starts the period, or %XC_DAY_NONE
 * @holidays: (nullable): days off and weekend days worked; without them only weekends are off
 *
 * The last day of the period. The day of the event is not counted, counting starts on the day after it (before
 * it, for a rule that counts back); a period of months ends on the day of the same number, or on the last day of
 * a shorter month (Civil Code, articles 201 and 202). Ten days before entering on the 16th is the 6th.
 *
 * Days and months are days of the calendar: when the last one is a holiday it stays the last one. The Civil
 * Code (article 203) would move it behind the holiday, but the date here is the one that is printed in letters
 * and lists before a year's holidays are announced, and a given date does not move. Only working days pass
 * over holidays.
 *
 * Returns: the day on which it is due; %XC_DAY_NONE if @start is not set or the day is out of range
 */
XcDay
xc_deadline_compute (const XcDeadlineRule *rule, XcDay start, const XcHolidays *holidays)
{
  int step;

  g_return_val_if_fail (rule != NULL && rule->number >= 0, XC_DAY_NONE);

  if (!xc_day_is_set (start))
    return XC_DAY_NONE;
  step = rule->direction == XC_DEADLINE_BEFORE ? -1 : 1;
  switch (rule->unit)
    {
    case XC_DEADLINE_DAYS:
      return add_days (start, (gint64) step * rule->number);
    case XC_DEADLINE_WORKING_DAYS:
      return add_working_days (start, rule->number, step, holidays);
    case XC_DEADLINE_MONTHS:
      return xc_day_add_months (start, step * rule->number);
    default:
      g_return_val_if_reached (XC_DAY_NONE);
    }
}

/**
 * xc_deadline_rule_in_force:
 * @rules: (array length=n_rules): rules on the same matter, in any order
 * @n_rules: how many
 * @start: the day of the event that starts the period
 *
 * The rule that an event of @start falls under: the one that has come into force last by then. Of two from the
 * same day the later in @rules holds.
 *
 * Returns: (nullable) (transfer none): one of @rules; %NULL if none was in force or @start is not set
 */
const XcDeadlineRule *
xc_deadline_rule_in_force (const XcDeadlineRule *rules, gsize n_rules, XcDay start)
{
  const XcDeadlineRule *in_force = NULL;

  g_return_val_if_fail (rules != NULL || n_rules == 0, NULL);

  if (!xc_day_is_set (start))
    return NULL;
  /* XC_DAY_NONE, a rule that always was, is smaller than every day. */
  for (gsize i = 0; i < n_rules; i++)
    if (rules[i].valid_from <= start && (in_force == NULL || rules[i].valid_from >= in_force->valid_from))
      in_force = &rules[i];
  return in_force;
}

/**
 * xc_deadline_warning:
 * @due: the last day in time, or %XC_DAY_NONE
 * @today: the day to judge from
 * @green_days: how many days before @due the first warning begins
 * @yellow_days: how many days before @due the second one begins
 *
 * What is due today is not overdue; red begins on the day after. Whether anything is left to be warned about
 * (not what is closed) is for the caller to say.
 *
 * Returns: the level of warning
 */
XcDeadlineWarning
xc_deadline_warning (XcDay due, XcDay today, int green_days, int yellow_days)
{
  gint64 days_left;

  if (!xc_day_is_set (due) || !xc_day_is_set (today))
    return XC_DEADLINE_WARNING_NONE;
  days_left = (gint64) due - today;
  if (days_left < 0)
    return XC_DEADLINE_WARNING_RED;
  if (days_left <= yellow_days)
    return XC_DEADLINE_WARNING_YELLOW;
  return days_left <= green_days ? XC_DEADLINE_WARNING_GREEN : XC_DEADLINE_WARNING_NONE;
}
