/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When something is due, by which rule, and how urgent it has become. */
#pragma once

#include "core/day.h"
#include "core/holidays.h"

G_BEGIN_DECLS

typedef enum
{
  XC_DEADLINE_DAYS,
  XC_DEADLINE_WORKING_DAYS,
  XC_DEADLINE_MONTHS,
} XcDeadlineUnit;

typedef enum
{
  XC_DEADLINE_AFTER,
  XC_DEADLINE_BEFORE,
} XcDeadlineDirection;

/**
 * XcDeadlineRule:
 * @number: how many units; not negative
 * @unit: what is counted
 * @direction: counted forward from the event, or back from it
 * @valid_from: the first day of an event that the rule is for, or %XC_DAY_NONE if it always was
 */
typedef struct
{
  int number;
  XcDeadlineUnit unit;
  XcDeadlineDirection direction;
  XcDay valid_from;
} XcDeadlineRule;

typedef enum
{
  XC_DEADLINE_WARNING_NONE,
  XC_DEADLINE_WARNING_GREEN,
  XC_DEADLINE_WARNING_YELLOW,
  XC_DEADLINE_WARNING_RED,
} XcDeadlineWarning;

XcDay xc_deadline_compute (const XcDeadlineRule *rule, XcDay start, const XcHolidays *holidays);
const XcDeadlineRule *xc_deadline_rule_in_force (const XcDeadlineRule *rules, gsize n_rules, XcDay start);
XcDeadlineWarning xc_deadline_warning (XcDay due, XcDay today, int green_days, int yellow_days);

G_END_DECLS
