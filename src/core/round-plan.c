/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/round-plan.h"

/* While there is no round to learn from: weeks on site, and from one round to the next. */
#define USUAL_WEEKS_ON_SITE 6
#define USUAL_WEEKS_BETWEEN 8
/* What no rule says. */
#define MONTHS_OF_PREPARATION 1
#define DAYS_OF_FEEDBACK 10
#define MONTHS_OF_EVALUATION 1
#define MONTHS_OF_ARCHIVING 1

static gboolean
has_both (const XcRoundDays *days)
{
  return xc_day_is_set (days->starts) && xc_day_is_set (days->ends) && days->starts <= days->ends;
}

static XcDay
next_monday (XcDay day)
{
  return day + (8 - xc_day_weekday (day)) % 7;
}

/**
 * xc_round_plan_next:
 * @rounds: (array length=n_rounds): the rounds of the term, in their order
 * @n_rounds: how many
 * @today: today
 *
 * As long as the last round, as long after it as it was after the one before; it begins on a Monday and not before
 * tomorrow.
 *
 * Returns: days for the next one
 */
XcRoundDays
xc_round_plan_next (const XcRoundDays *rounds, guint n_rounds, XcDay today)
{
  const XcRoundDays *last = NULL, *before = NULL;
  int length = 7 * USUAL_WEEKS_ON_SITE - 2, gap = 7 * USUAL_WEEKS_BETWEEN;
  XcDay starts = today + 1;

  for (guint i = 0; i < n_rounds; i++)
    if (has_both (&rounds[i]))
      {
        before = last;
        last = &rounds[i];
      }
  if (last != NULL)
    {
      length = last->ends - last->starts + 1;
      if (before != NULL && last->starts > before->ends)
        gap = last->starts - before->ends;
      starts = MAX (starts, last->ends + gap);
    }
  starts = next_monday (starts);
  return (XcRoundDays){ starts, starts + length - 1 };
}

/* The day by which @subject is due when it counts from an event of @day, or %XC_DAY_NONE. */
static XcDay
find_due (const GArray *rules, XcDeadlineSubject subject, const XcHolidays *holidays, XcDay day)
{
  const XcTimetableRule *in_force = NULL;

  for (guint i = 0; i < rules->len; i++)
    {
      const XcTimetableRule *rule = &g_array_index (rules, XcTimetableRule, i);

      if (rule->subject == subject && rule->rule.valid_from <= day
          && (in_force == NULL || rule->rule.valid_from >= in_force->rule.valid_from))
        in_force = rule;
    }
  return in_force != NULL ? xc_deadline_compute (&in_force->rule, day, holidays) : XC_DAY_NONE;
}

static XcDay
choose (XcDay due, XcDay usual)
{
  return xc_day_is_set (due) ? due : usual;
}

/**
 * xc_round_plan_stages:
 * @round: a round with both days
 * @rules: (element-type XcTimetableRule): the rules for deadlines
 * @holidays: (nullable): for rules that count working days
 * @stages: (out): all stages in their order
 *
 * Each stage follows the one before. Notice, report, plan and rectification end when the rules in force say that they are
 * due; what no rule speaks of lasts as long as is usual.
 */
void
xc_round_plan_stages (const XcRoundDays *round, const GArray *rules, const XcHolidays *holidays,
                      XcPlannedStage stages[XC_N_ROUND_STAGES])
{
  XcDay notice = choose (find_due (rules, XC_SUBJECT_NOTICE, holidays, round->starts), round->starts - 1);
  XcDay report =
      choose (find_due (rules, XC_SUBJECT_REPORT, holidays, round->ends), xc_day_add_months (round->ends, 1));
  XcDay feedback =
      choose (find_due (rules, XC_SUBJECT_FEEDBACK, holidays, report), report + DAYS_OF_FEEDBACK);
  XcDay plan =
      choose (find_due (rules, XC_SUBJECT_PLAN, holidays, feedback), xc_day_add_months (feedback, 1));
  XcDay rectified = choose (find_due (rules, XC_SUBJECT_RECTIFICATION, holidays, feedback),
                            xc_day_add_months (feedback, 3));
  XcDay evaluated = xc_day_add_months (rectified, MONTHS_OF_EVALUATION);
  const XcPlannedStage planned[XC_N_ROUND_STAGES] = {
    { XC_ROUND_STAGE_PREPARATION, xc_day_add_months (notice, -MONTHS_OF_PREPARATION), notice - 1 },
    { XC_ROUND_STAGE_DEPLOYMENT, notice, round->starts - 1 },
    { XC_ROUND_STAGE_ON_SITE, round->starts, round->ends },
    { XC_ROUND_STAGE_REPORTING, round->ends + 1, report },
    { XC_ROUND_STAGE_FEEDBACK, report + 1, feedback },
    { XC_ROUND_STAGE_HANDOVER, report + 1, feedback },
    { XC_ROUND_STAGE_PLAN, feedback + 1, plan },
    { XC_ROUND_STAGE_RECTIFICATION, feedback + 1, rectified },
    { XC_ROUND_STAGE_EVALUATION, rectified + 1, evaluated },
    { XC_ROUND_STAGE_ARCHIVE, evaluated + 1, xc_day_add_months (evaluated, MONTHS_OF_ARCHIVING) },
  };

  for (guint i = 0; i < XC_N_ROUND_STAGES; i++)
    {
      stages[i] = planned[i];
      stages[i].to = MAX (stages[i].to, stages[i].from);
    }
}
