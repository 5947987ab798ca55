/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The days of one inspection, and what they say. A milestone that no one planned by name is planned by rule, from the
 * day on which the milestone before it was in fact, or else from the day for which that one was planned. */
#include "core/timetable-private.h"

/* Where a rule begins to count. */
static const XcMilestone rule_starts[] = {
  [XC_START_ENTERS] = XC_MILESTONE_ENTERS,
  [XC_START_LEAVES] = XC_MILESTONE_LEAVES,
  [XC_START_REPORTING] = XC_MILESTONE_REPORT,
  [XC_START_FEEDBACK] = XC_MILESTONE_FEEDBACK,
};

/* ---- days ---- */

/* The day that what follows a milestone is counted from. */
static XcDay
get_basis (const XcMilestoneDays *days)
{
  return xc_day_is_set (days->actual) ? days->actual : days->planned;
}

/* The day by which @subject is due: as it was given to the inspection, or else by the rule that came into force last
 * before the day that it counts from. */
static XcDay
compute_due (const XcTimetableInput *input, gint64 inspection_id, XcDeadlineSubject subject,
             const XcMilestoneDays *milestones)
{
  const XcTimetableRule *in_force = NULL;
  XcDay start = XC_DAY_NONE;

  for (guint i = 0; i < input->deadlines->len; i++)
    {
      const XcTimetableDeadline *given = &g_array_index (input->deadlines, XcTimetableDeadline, i);

      if (given->inspection_id == inspection_id && given->subject == subject)
        return given->due_on;
    }
  for (guint i = 0; i < input->rules->len; i++)
    {
      const XcTimetableRule *rule = &g_array_index (input->rules, XcTimetableRule, i);
      XcDay from;

      if (rule->subject != subject || rule->start == XC_START_HANDOVER)
        continue;
      from = get_basis (&milestones[rule_starts[rule->start]]);
      if (xc_deadline_rule_in_force (&rule->rule, 1, from) == NULL
          || (in_force != NULL && rule->rule.valid_from < in_force->rule.valid_from))
        continue;
      in_force = rule;
      start = from;
    }
  return in_force != NULL ? xc_deadline_compute (&in_force->rule, start, input->holidays) : XC_DAY_NONE;
}

/* The stage as it is planned for a batch, or else for the whole round. */
static const XcTimetableStage *
find_stage (const XcTimetableInput *input, XcRoundStage stage, gint64 batch_id)
{
  const XcTimetableStage *of_round = NULL;

  for (guint i = 0; i < input->stages->len; i++)
    {
      const XcTimetableStage *row = &g_array_index (input->stages, XcTimetableStage, i);

      if (row->stage != stage)
        continue;
      if (batch_id != 0 && row->batch_id == batch_id)
        return row;
      if (row->batch_id == 0)
        of_round = row;
    }
  return of_round;
}

static XcDay
choose (XcDay first, XcDay second)
{
  return xc_day_is_set (first) ? first : second;
}

static void
fill_days (const XcTimetableInput *input, const XcTimetableInspection *inspection, XcMilestoneDays *days)
{
  const XcTimetableStage *on_site = find_stage (input, XC_ROUND_STAGE_ON_SITE, inspection->batch_id);
  const XcTimetableStage *reporting = find_stage (input, XC_ROUND_STAGE_REPORTING, inspection->batch_id);
  const XcTimetableStage *feedback = find_stage (input, XC_ROUND_STAGE_FEEDBACK, inspection->batch_id);

  days[XC_MILESTONE_NOTICE].actual = inspection->notified_on;
  days[XC_MILESTONE_ENTERS].actual = inspection->enters_on;
  days[XC_MILESTONE_LEAVES].actual = inspection->leaves_on;
  days[XC_MILESTONE_REPORT].actual = inspection->reported_on;
  days[XC_MILESTONE_FEEDBACK].actual = inspection->fed_back_on;
  days[XC_MILESTONE_PLAN].actual = inspection->plan_received_on;
  days[XC_MILESTONE_RECTIFICATION].actual = inspection->report_received_on;

  days[XC_MILESTONE_ENTERS].planned =
      choose (inspection->planned_enters_on, on_site != NULL ? on_site->planned_from : XC_DAY_NONE);
  days[XC_MILESTONE_LEAVES].planned =
      choose (inspection->planned_leaves_on, on_site != NULL ? on_site->planned_to : XC_DAY_NONE);
  days[XC_MILESTONE_NOTICE].planned = compute_due (input, inspection->id, XC_SUBJECT_NOTICE, days);
  days[XC_MILESTONE_REPORT].planned = choose (compute_due (input, inspection->id, XC_SUBJECT_REPORT, days),
                                              reporting != NULL ? reporting->planned_to : XC_DAY_NONE);
  days[XC_MILESTONE_FEEDBACK].planned =
      choose (compute_due (input, inspection->id, XC_SUBJECT_FEEDBACK, days),
              feedback != NULL ? feedback->planned_to : XC_DAY_NONE);
  days[XC_MILESTONE_PLAN].planned = compute_due (input, inspection->id, XC_SUBJECT_PLAN, days);
  days[XC_MILESTONE_RECTIFICATION].planned =
      compute_due (input, inspection->id, XC_SUBJECT_RECTIFICATION, days);
}

/* ---- states ---- */

static gboolean
is_reached (const XcMilestoneDays *days, XcDay as_of)
{
  return xc_day_is_set (days->actual) && days->actual <= as_of;
}

/* Whether something happened that comes after @milestone. */
static gboolean
is_passed (const XcMilestoneDays *days, XcMilestone milestone, XcDay as_of)
{
  for (guint i = milestone + 1; i < XC_N_MILESTONES; i++)
    if (is_reached (&days[i], as_of))
      return TRUE;
  return FALSE;
}

static void
judge (XcMilestoneDays *all, XcMilestone milestone, XcDay as_of)
{
  XcMilestoneDays *days = &all[milestone];
  XcDay judged = days->actual;

  if (is_reached (days, as_of))
    days->state = XC_MILESTONE_STATE_DONE;
  else if (is_passed (all, milestone, as_of))
    days->state = XC_MILESTONE_STATE_OMITTED;
  else if (xc_day_is_set (days->planned) && days->planned < as_of)
    {
      days->state = XC_MILESTONE_STATE_OVERDUE;
      judged = as_of;
    }
  else if (xc_day_is_set (get_basis (days)))
    days->state = XC_MILESTONE_STATE_EXPECTED;
  if (xc_day_is_set (days->planned) && xc_day_is_set (judged) && judged > days->planned)
    days->late_days = judged - days->planned;
  if (days->state == XC_MILESTONE_STATE_DONE && days->late_days > 0)
    days->state = XC_MILESTONE_STATE_LATE;
}

/* ---- phases ---- */

/**
 * xc_phase_get_end:
 * @phase: a phase
 *
 * Returns: the milestone that ends it, by which it is late or not; notice is in time when it was given in time
 */
XcMilestone
xc_phase_get_end (XcPhase phase)
{
  switch (phase)
    {
    case XC_PHASE_NOTICE:
      return XC_MILESTONE_NOTICE;
    case XC_PHASE_ON_SITE:
      return XC_MILESTONE_LEAVES;
    case XC_PHASE_REPORT:
      return XC_MILESTONE_REPORT;
    case XC_PHASE_FEEDBACK:
      return XC_MILESTONE_FEEDBACK;
    case XC_PHASE_PLAN:
      return XC_MILESTONE_PLAN;
    case XC_PHASE_RECTIFICATION:
      return XC_MILESTONE_RECTIFICATION;
    default:
      g_return_val_if_reached (XC_MILESTONE_NOTICE);
    }
}

/* Orders two days, of which both or none are kept. */
static gboolean
set_span (XcDay *from, XcDay *to, XcDay one, XcDay other)
{
  gboolean is_whole = xc_day_is_set (one) && xc_day_is_set (other);

  *from = is_whole ? MIN (one, other) : XC_DAY_NONE;
  *to = is_whole ? MAX (one, other) : XC_DAY_NONE;
  return is_whole && other < one;
}

static void
fill_phase (const XcMilestoneDays *days, XcMilestone begin, XcMilestone end, XcDay as_of, XcPhaseDays *phase)
{
  XcDay planned_from = get_basis (&days[begin]);

  /* The time on site is planned on its own; what comes later is counted from what was. */
  if (begin == XC_MILESTONE_ENTERS && xc_day_is_set (days[begin].planned))
    planned_from = days[begin].planned;
  set_span (&phase->planned_from, &phase->planned_to, planned_from, days[end].planned);
  if (!is_reached (&days[begin], as_of))
    {
      set_span (&phase->actual_from, &phase->actual_to, XC_DAY_NONE, XC_DAY_NONE);
      return;
    }
  if (is_reached (&days[end], as_of))
    phase->is_reversed =
        set_span (&phase->actual_from, &phase->actual_to, days[begin].actual, days[end].actual);
  else if (days[end].state == XC_MILESTONE_STATE_OMITTED)
    set_span (&phase->actual_from, &phase->actual_to, XC_DAY_NONE, XC_DAY_NONE);
  else
    {
      phase->is_open = TRUE;
      set_span (&phase->actual_from, &phase->actual_to, days[begin].actual, as_of);
    }
}

/* What a phase begins with: the milestone before it, or, when that day was not entered, the one before that. */
static XcMilestone
find_begin (const XcMilestoneDays *days, XcMilestone begin)
{
  if (begin == XC_MILESTONE_REPORT && !xc_day_is_set (days[begin].actual)
      && xc_day_is_set (days[XC_MILESTONE_FEEDBACK].actual))
    return XC_MILESTONE_LEAVES;
  return begin;
}

static void
fill_phases (const XcMilestoneDays *days, XcDay as_of, XcPhaseDays *phases)
{
  fill_phase (days, XC_MILESTONE_NOTICE, XC_MILESTONE_ENTERS, as_of, &phases[XC_PHASE_NOTICE]);
  /* Notice is counted back from the entering as it was. */
  set_span (&phases[XC_PHASE_NOTICE].planned_from, &phases[XC_PHASE_NOTICE].planned_to,
            days[XC_MILESTONE_NOTICE].planned, get_basis (&days[XC_MILESTONE_ENTERS]));
  fill_phase (days, XC_MILESTONE_ENTERS, XC_MILESTONE_LEAVES, as_of, &phases[XC_PHASE_ON_SITE]);
  fill_phase (days, XC_MILESTONE_LEAVES, XC_MILESTONE_REPORT, as_of, &phases[XC_PHASE_REPORT]);
  fill_phase (days, find_begin (days, XC_MILESTONE_REPORT), XC_MILESTONE_FEEDBACK, as_of,
              &phases[XC_PHASE_FEEDBACK]);
  fill_phase (days, XC_MILESTONE_FEEDBACK, XC_MILESTONE_PLAN, as_of, &phases[XC_PHASE_PLAN]);
  fill_phase (days, XC_MILESTONE_FEEDBACK, XC_MILESTONE_RECTIFICATION, as_of,
              &phases[XC_PHASE_RECTIFICATION]);
}

/* The stage's own days are the first phase of its row. */
void
xc_timetable_fill_stage (const XcTimetableStage *stage, XcDay as_of, XcTimetableRow *row)
{
  XcPhaseDays *days = &row->phases[0];
  XcDay from = choose (stage->actual_from, stage->actual_to), to = choose (stage->actual_to, from);

  for (guint i = 0; i < XC_N_MILESTONES; i++)
    row->milestones[i] = (XcMilestoneDays){ .planned = XC_DAY_NONE, .actual = XC_DAY_NONE };
  for (guint i = 0; i < XC_N_PHASES; i++)
    row->phases[i] = (XcPhaseDays){ XC_DAY_NONE, XC_DAY_NONE, XC_DAY_NONE, XC_DAY_NONE };
  set_span (&days->planned_from, &days->planned_to, choose (stage->planned_from, stage->planned_to),
            choose (stage->planned_to, stage->planned_from));
  if (!xc_day_is_set (stage->actual_to) && xc_day_is_set (from) && from <= as_of)
    {
      days->is_open = TRUE;
      to = as_of;
    }
  days->is_reversed = set_span (&days->actual_from, &days->actual_to, from, to);
}

void
xc_timetable_fill_inspection (const XcTimetableInput *input, const XcTimetableInspection *inspection,
                              XcDay as_of, XcTimetableRow *row)
{
  fill_days (input, inspection, row->milestones);
  for (guint i = 0; i < XC_N_MILESTONES; i++)
    judge (row->milestones, (XcMilestone) i, as_of);
  fill_phases (row->milestones, as_of, row->phases);
}
