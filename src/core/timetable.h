/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The timetable of a round: for each inspection what was planned, what was done, and what is late. Everything is given,
 * today included; days that are planned by a rule are counted from each organization's own dates. */
#pragma once

#include "core/deadline.h"
#include "core/inspection-kind.h"
#include "core/timetable-input.h"

G_BEGIN_DECLS

/* What happens to an inspected organization, in the order in which it should. */
typedef enum
{
  XC_MILESTONE_NOTICE,
  XC_MILESTONE_ENTERS,
  XC_MILESTONE_LEAVES,
  XC_MILESTONE_REPORT,
  XC_MILESTONE_FEEDBACK,
  XC_MILESTONE_PLAN,
  XC_MILESTONE_RECTIFICATION, /* the report on it has come in */
} XcMilestone;

#define XC_N_MILESTONES (XC_MILESTONE_RECTIFICATION + 1)

typedef enum
{
  XC_MILESTONE_STATE_UNKNOWN,  /* neither planned nor done */
  XC_MILESTONE_STATE_EXPECTED, /* planned, or arranged for a day that is still to come */
  XC_MILESTONE_STATE_OVERDUE,  /* planned for a day that is past, and not done */
  XC_MILESTONE_STATE_OMITTED,  /* something that comes after it is done: its own day was not entered */
  XC_MILESTONE_STATE_DONE,     /* in time, or without a plan */
  XC_MILESTONE_STATE_LATE,     /* done after the day that was planned */
} XcMilestoneState;

/**
 * XcMilestoneDays:
 * @planned: the last day in time, or %XC_DAY_NONE
 * @actual: the day on which it was done, or is arranged to be; %XC_DAY_NONE when not entered
 * @state: as of the timetable's day
 * @late_days: days after @planned that it was done, is arranged for, or, when overdue, that today is; 0 when in time or
 *   not known
 */
typedef struct
{
  XcDay planned;
  XcDay actual;
  XcMilestoneState state;
  int late_days;
} XcMilestoneDays;

/* What fills the time between two milestones, in the order of the milestones that end them; notice lasts from the
 * notice to the entering, and rectification, like the plan, begins with the feedback. */
typedef enum
{
  XC_PHASE_NOTICE,
  XC_PHASE_ON_SITE,
  XC_PHASE_REPORT,
  XC_PHASE_FEEDBACK,
  XC_PHASE_PLAN,
  XC_PHASE_RECTIFICATION,
} XcPhase;

#define XC_N_PHASES (XC_PHASE_RECTIFICATION + 1)

/**
 * XcPhaseDays:
 * @planned_from: first day that was planned, or %XC_DAY_NONE; with it goes @planned_to
 * @planned_to: last day that was planned
 * @actual_from: first day, or %XC_DAY_NONE when it has not begun; with it goes @actual_to
 * @actual_to: last day so far
 * @is_open: whether it goes on
 * @is_reversed: whether it ends before it begins; the days are in the order of the calendar nevertheless
 */
typedef struct
{
  XcDay planned_from, planned_to;
  XcDay actual_from, actual_to;
  gboolean is_open;
  gboolean is_reversed;
} XcPhaseDays;

/**
 * XcTimetableRow:
 * @inspection: index in the input, or -1 for a stage of the round
 * @stage: index in the input, or -1 for an inspection
 * @milestones: of an inspection
 * @phases: of an inspection; of a stage the first one holds its days
 */
typedef struct
{
  int inspection;
  int stage;
  XcMilestoneDays milestones[XC_N_MILESTONES];
  XcPhaseDays phases[XC_N_PHASES];
} XcTimetableRow;

/**
 * XcTimetableGroup:
 * @team: index in the input; -1 for the stages of the round, or for inspections that have no team
 * @is_stages: whether its rows are the stages of the round
 * @first_row: its first row
 * @n_rows: how many; a team without an inspection has none
 */
typedef struct
{
  int team;
  gboolean is_stages;
  guint first_row, n_rows;
} XcTimetableGroup;

typedef struct
{
  XcTimetableInput *input;
  XcDay as_of;
  XcDay first, last; /* to show: whole months, at least one */
  GArray *groups;    /* of XcTimetableGroup */
  GArray *rows;      /* of XcTimetableRow */
} XcTimetable;

XcTimetable *xc_timetable_new (XcTimetableInput *input, XcDay as_of);
void xc_timetable_free (XcTimetable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcTimetable, xc_timetable_free)

XcMilestone xc_phase_get_end (XcPhase phase);

/* What divides the range of days: years, months from the first, weeks from Monday. */
typedef enum
{
  XC_TIMETABLE_WEEKS,
  XC_TIMETABLE_MONTHS,
  XC_TIMETABLE_YEARS,
} XcTimetableUnit;

XcDay xc_timetable_begin_unit (XcTimetableUnit unit, XcDay day);
XcDay xc_timetable_next_unit (XcTimetableUnit unit, XcDay day);

G_END_DECLS
