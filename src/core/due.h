/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What waits for somebody on a day: problems and inspections, and why. */
#pragma once

#include "core/deadline.h"
#include "core/plan-review.h"

G_BEGIN_DECLS

/* Why something is on the work list; a row may have several reasons. */
typedef enum
{
  XC_DUE_OVERDUE,       /* a problem past its time limit */
  XC_DUE_YELLOW,        /* a problem whose limit is near: 10 days */
  XC_DUE_GREEN,         /* a problem whose limit comes up: 20 days */
  XC_DUE_RETURNED,      /* a problem that a reviewing body returned */
  XC_DUE_REOPENED,      /* a problem that came back */
  XC_DUE_REVIEW,        /* a problem that waits for its reviews */
  XC_DUE_APPLY,         /* all measures of a problem are done; nobody has applied yet */
  XC_DUE_NOTICE,        /* the notice before the team enters */
  XC_DUE_REPORT,        /* the report on an inspection */
  XC_DUE_FEEDBACK,      /* the feedback of an inspection */
  XC_DUE_PLAN,          /* the organization's rectification plan, new or again */
  XC_DUE_PLAN_REVIEW,   /* the office's review of a plan */
  XC_DUE_RECTIFICATION, /* the organization's rectification report */
} XcDueReason;

#define XC_N_DUE_REASONS (XC_DUE_RECTIFICATION + 1)
#define XC_DUE_MASK(reason) (1u << (reason))

/* What a deadline of an inspection is for. */
typedef enum
{
  XC_SUBJECT_NOTICE,
  XC_SUBJECT_REPORT,
  XC_SUBJECT_FEEDBACK,
  XC_SUBJECT_PLAN,
  XC_SUBJECT_RECTIFICATION,
  XC_SUBJECT_LEAD_REPLY,
} XcDeadlineSubject;

#define XC_N_DEADLINE_SUBJECTS (XC_SUBJECT_LEAD_REPLY + 1)

/* The event that starts a period. */
typedef enum
{
  XC_START_ENTERS,
  XC_START_LEAVES,
  XC_START_REPORTING,
  XC_START_FEEDBACK,
  XC_START_HANDOVER,
} XcDeadlineStart;

XC_DECLARE_WORDS (XcDeadlineSubject, xc_deadline_subject);
XC_DECLARE_WORDS (XcDeadlineStart, xc_deadline_start);
XC_DECLARE_WORDS (XcDeadlineUnit, xc_deadline_unit);
XC_DECLARE_WORDS (XcDeadlineDirection, xc_deadline_direction);
XC_DECLARE_WORDS (XcDeadlineWarning, xc_deadline_colour);

/**
 * XcDueMeasure:
 * @state: of the measure
 * @is_immediate: whether it is of the type 立行立改
 * @due_on: its time limit, or %XC_DAY_NONE
 * @done_on: when it was done, or %XC_DAY_NONE
 */
typedef struct
{
  XcMeasureState state;
  gboolean is_immediate;
  XcDay due_on;
  XcDay done_on;
} XcDueMeasure;

/**
 * XcDueTally:
 * @next: the first limit of the measures that are not done, or %XC_DAY_NONE
 * @last: the last limit of all, or %XC_DAY_NONE
 * @done_on: when the last of those done was done, or %XC_DAY_NONE
 *
 * What matters of the measures of a problem, for whoever reads them one by one; begin with %XC_DUE_TALLY_NONE.
 */
typedef struct
{
  guint n_measures;
  guint n_done;
  gboolean is_immediate;
  XcDay next;
  XcDay last;
  XcDay done_on;
} XcDueTally;

#define XC_DUE_TALLY_NONE                                                                                    \
  {                                                                                                          \
    0, 0, FALSE, XC_DAY_NONE, XC_DAY_NONE, XC_DAY_NONE                                                       \
  }

/**
 * XcProblemDue:
 * @n_measures: of the problem
 * @n_done: of these
 * @is_immediate: whether one of them is of the type 立行立改
 * @due_on: the time limit that counts now, or %XC_DAY_NONE
 * @done_on: when the last of them was done; %XC_DAY_NONE until all are
 * @days_overdue: 0 when it is not overdue
 */
typedef struct
{
  guint n_measures;
  guint n_done;
  gboolean is_immediate;
  XcDay due_on;
  XcDay done_on;
  int days_overdue;
} XcProblemDue;

/**
 * XcInspectionDays:
 * @enters_on: when the team enters, planned where it has not
 * @has_entered: whether it has, by the day on which one asks
 * @plan: how the rectification plan stands
 * @n_measures: measures for problems of the inspection
 * @n_open: problems fed back and not closed
 *
 * What has happened in an inspection by the day on which one asks; days not set have not come.
 */
typedef struct
{
  XcDay enters_on;
  gboolean has_entered;
  XcDay notified_on;
  XcDay leaves_on;
  XcDay reported_on;
  XcDay fed_back_on;
  XcDay report_received_on;
  XcPlanState plan;
  guint n_measures;
  guint n_open;
} XcInspectionDays;

void xc_due_tally_add (XcDueTally *tally, const XcDueMeasure *measure);
void xc_due_conclude (const XcDueTally *tally, XcRectificationState state, XcDay today, XcProblemDue *due);
void xc_due_of_problem (XcRectificationState state, const XcDueMeasure *measures, guint n_measures,
                        XcDay today, XcProblemDue *due);
guint xc_due_reasons_of_problem (XcRectificationState state, const XcProblemDue *due, XcDay today,
                                 int green_days, int yellow_days);
gboolean xc_due_waits (XcDueReason reason, const XcInspectionDays *days, XcDay today);
gboolean xc_due_subject_of_reason (XcDueReason reason, XcDeadlineSubject *subject);
XcDay xc_due_start_day (XcDeadlineStart start, const XcInspectionDays *days);
const char *xc_due_reason_get_title (XcDueReason reason);

G_END_DECLS
