/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * An office keeps the days of its stages up to date, or those of its inspections, or both now and then. Either is
 * followed for itself, and the one that has got further is believed: what was recorded did happen.
 */
#include "core/round-state.h"

#include <glib/gi18n-lib.h>

XC_DEFINE_WORDS (XcRoundStage, xc_round_stage, "preparation", "deployment", "on_site", "reporting",
                 "feedback", "handover", "plan", "rectification", "evaluation", "archive")

/* Nothing says anything. */
#define NO_STATE (-1)

static gboolean
has_come (XcDay day, XcDay today)
{
  return xc_day_is_set (day) && day <= today;
}

/* While a stage lasts. Rectification begins with the feedback; materials are handed over beside it. */
static int
state_during (XcRoundStage stage)
{
  switch (stage)
    {
    case XC_ROUND_STAGE_PREPARATION:
      return XC_ROUND_PREPARATION;
    case XC_ROUND_STAGE_DEPLOYMENT:
      return XC_ROUND_DEPLOYMENT;
    case XC_ROUND_STAGE_ON_SITE:
      return XC_ROUND_ON_SITE;
    case XC_ROUND_STAGE_REPORTING:
      return XC_ROUND_REPORTING;
    case XC_ROUND_STAGE_FEEDBACK:
      return XC_ROUND_FEEDBACK;
    case XC_ROUND_STAGE_HANDOVER:
    case XC_ROUND_STAGE_PLAN:
    case XC_ROUND_STAGE_RECTIFICATION:
      return XC_ROUND_RECTIFICATION;
    case XC_ROUND_STAGE_EVALUATION:
    case XC_ROUND_STAGE_ARCHIVE:
      return XC_ROUND_EVALUATION;
    default:
      g_return_val_if_reached (NO_STATE);
    }
}

/* Once a stage is over and the next has not begun. After the mobilization no team has entered yet. */
static int
state_after (XcRoundStage stage)
{
  switch (stage)
    {
    case XC_ROUND_STAGE_PREPARATION:
    case XC_ROUND_STAGE_DEPLOYMENT:
      return XC_ROUND_DEPLOYMENT;
    case XC_ROUND_STAGE_ON_SITE:
      return XC_ROUND_REPORTING;
    case XC_ROUND_STAGE_REPORTING:
      return XC_ROUND_FEEDBACK;
    case XC_ROUND_STAGE_FEEDBACK:
    case XC_ROUND_STAGE_HANDOVER:
    case XC_ROUND_STAGE_PLAN:
      return XC_ROUND_RECTIFICATION;
    case XC_ROUND_STAGE_RECTIFICATION:
      return XC_ROUND_EVALUATION;
    case XC_ROUND_STAGE_EVALUATION:
    case XC_ROUND_STAGE_ARCHIVE:
      return XC_ROUND_FINISHED;
    default:
      g_return_val_if_reached (NO_STATE);
    }
}

static gboolean
is_over (const XcStageDays *stage, XcDay today)
{
  return xc_day_is_set (stage->to) && stage->to < today;
}

/* Whether all that is recorded of a stage, of one batch or of the whole round, is over. */
static gboolean
all_is_over (const XcRoundCourse *course, gint64 batch_id, XcRoundStage stage, XcDay today)
{
  for (guint i = 0; i < course->n_stages; i++)
    if (course->stages[i].batch_id == batch_id && course->stages[i].stage == stage
        && !is_over (&course->stages[i], today))
      return FALSE;
  return TRUE;
}

/* Of the stages of one batch, or of those of the whole round: the latest that has begun says it, for few people go back
 * to write down when the one before was over. */
static int
state_of_batch (const XcRoundCourse *course, gint64 batch_id, XcDay today)
{
  int latest = NO_STATE;

  for (guint i = 0; i < course->n_stages; i++)
    {
      const XcStageDays *stage = &course->stages[i];

      if (stage->batch_id == batch_id && (has_come (stage->from, today) || is_over (stage, today)))
        latest = MAX (latest, (int) stage->stage);
    }
  if (latest == NO_STATE)
    return NO_STATE;
  return all_is_over (course, batch_id, (XcRoundStage) latest, today) ? state_after ((XcRoundStage) latest)
                                                                      : state_during ((XcRoundStage) latest);
}

/* Several things that go the same way at their own pace: the whole is where the last of them is, but once one is on
 * site the whole is, whatever the others wait for. */
typedef struct
{
  int first;
  int last;
} Pace;

static void
pace_add (Pace *pace, int state)
{
  pace->first = MAX (pace->first, state);
  pace->last = MIN (pace->last, MAX (state, XC_ROUND_ON_SITE));
}

static int
pace_get (const Pace *pace)
{
  return pace->first <= XC_ROUND_ON_SITE ? pace->first : pace->last;
}

static int
state_of_stages (const XcRoundCourse *course, XcDay today)
{
  Pace batches = { NO_STATE, XC_ROUND_FINISHED };

  for (guint i = 0; i < course->n_stages; i++)
    if (course->stages[i].batch_id != 0)
      pace_add (&batches, state_of_batch (course, course->stages[i].batch_id, today));
  return MAX (pace_get (&batches), state_of_batch (course, 0, today));
}

static int
state_of_inspection (const XcInspectionCourse *inspection, XcDay today)
{
  if (has_come (inspection->report_received, today)
      || (inspection->ends_with_report && has_come (inspection->reported, today)))
    return XC_ROUND_EVALUATION;
  if (has_come (inspection->fed_back, today))
    return XC_ROUND_RECTIFICATION;
  if (has_come (inspection->reported, today))
    return XC_ROUND_FEEDBACK;
  if (has_come (inspection->leaves, today))
    return XC_ROUND_REPORTING;
  return has_come (inspection->enters, today) ? XC_ROUND_ON_SITE : NO_STATE;
}

static gboolean
has_any_day (const XcInspectionCourse *inspection)
{
  return xc_day_is_set (inspection->enters) || xc_day_is_set (inspection->leaves)
         || xc_day_is_set (inspection->reported) || xc_day_is_set (inspection->fed_back)
         || xc_day_is_set (inspection->report_received);
}

/* An inspection of which nothing is recorded is not waited for once the round's last day is over. */
static int
state_of_inspections (const XcRoundCourse *course, XcDay today)
{
  gboolean is_past = xc_day_is_set (course->ends) && course->ends < today;
  Pace inspections = { NO_STATE, XC_ROUND_FINISHED };

  for (guint i = 0; i < course->n_inspections; i++)
    if (!is_past || has_any_day (&course->inspections[i]))
      pace_add (&inspections, state_of_inspection (&course->inspections[i], today));
  return pace_get (&inspections);
}

/* Whether the last of evaluation and archiving, as far as the round has them, is still to be done. */
static gboolean
has_work_after (const XcRoundCourse *course, XcDay today)
{
  XcRoundStage last = XC_ROUND_STAGE_EVALUATION;
  gboolean has_work = FALSE;

  for (guint i = 0; i < course->n_stages; i++)
    last = MAX (last, course->stages[i].stage);
  for (guint i = 0; i < course->n_stages; i++)
    if (course->stages[i].stage == last && !is_over (&course->stages[i], today))
      has_work = TRUE;
  return has_work;
}

/**
 * xc_round_state:
 * @course: what is recorded of a round
 * @today: the day to judge from
 *
 * The round is where the last of its inspections is; but as long as one of them is on site, or has left while others are
 * still to enter by the round's last day, it is on site. It is finished when the reports on rectification have come
 * from all, and no evaluation or archiving that it has is left. As days go by and nothing else is recorded it never goes
 * back.
 *
 * Returns: its state
 */
XcRoundState
xc_round_state (const XcRoundCourse *course, XcDay today)
{
  int state = has_come (course->starts, today) ? XC_ROUND_DEPLOYMENT : XC_ROUND_PREPARATION;

  state = MAX (state, state_of_stages (course, today));
  state = MAX (state, state_of_inspections (course, today));
  if (state >= XC_ROUND_EVALUATION)
    state = has_work_after (course, today) ? XC_ROUND_EVALUATION : XC_ROUND_FINISHED;
  return (XcRoundState) state;
}

/**
 * xc_round_state_title:
 * @state: a state
 *
 * Returns: (transfer none): what people call it
 */
const char *
xc_round_state_title (XcRoundState state)
{
  switch (state)
    {
    case XC_ROUND_PREPARATION:
      return C_ ("state of a round", "Preparation");
    case XC_ROUND_DEPLOYMENT:
      return C_ ("state of a round", "Deployment");
    case XC_ROUND_ON_SITE:
      return C_ ("state of a round", "On site");
    case XC_ROUND_REPORTING:
      return C_ ("state of a round", "Reporting");
    case XC_ROUND_FEEDBACK:
      return C_ ("state of a round", "Feedback");
    case XC_ROUND_RECTIFICATION:
      return C_ ("state of a round", "Rectification");
    case XC_ROUND_EVALUATION:
      return C_ ("state of a round", "Evaluation");
    case XC_ROUND_FINISHED:
      return C_ ("state of a round", "Finished");
    default:
      g_return_val_if_reached ("");
    }
}
