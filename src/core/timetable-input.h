/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the timetable of a round is made from: its rows as they stand in the ledger, and the rules for deadlines. */
#pragma once

#include "core/due.h"
#include "core/inspection-kind.h"
#include "core/round-state.h"

G_BEGIN_DECLS

typedef struct
{
  XcDeadlineSubject subject;
  XcDeadlineStart start;
  XcDeadlineRule rule;
} XcTimetableRule;

/* What an inspection was given, or extended to: no rule moves it. */
typedef struct
{
  gint64 inspection_id;
  XcDeadlineSubject subject;
  XcDay due_on;
} XcTimetableDeadline;

/* Each day may be XC_DAY_NONE. */
typedef struct
{
  gint64 id;
  gint64 batch_id; /* 0: of the whole round */
  XcRoundStage stage;
  XcDay planned_from, planned_to;
  XcDay actual_from, actual_to;
} XcTimetableStage;

typedef struct
{
  gint64 id;
  int ordinal;
  XcDay starts, ends;
} XcTimetableBatch;

typedef struct
{
  gint64 id;
  int ordinal;
  const char *title;  /* may be %NULL */
  const char *leader; /* may be %NULL */
} XcTimetableTeam;

typedef struct
{
  gint64 id;
  gint64 batch_id; /* 0: none */
  gint64 team_id;  /* 0: none yet */
  gint64 organization_id;
  int serial; /* 0: none yet */
  const char *organization;
  XcInspectionKind kind;
  XcDay notified_on;
  XcDay planned_enters_on, planned_leaves_on;
  XcDay enters_on, leaves_on;
  XcDay reported_on;
  XcDay fed_back_on;
  XcDay plan_received_on;
  XcDay report_received_on;
} XcTimetableInspection;

/**
 * XcTimetableInput:
 *
 * Fill it with g_array_append_val(). Texts go through xc_timetable_input_text(). References to rows that are not there
 * are taken as none.
 */
typedef struct
{
  gint64 round_id;
  int ordinal;
  const char *title;     /* of the round, may be %NULL */
  const char *committee; /* may be %NULL */
  int term_ordinal;
  XcDay starts, ends; /* of the round; each may be XC_DAY_NONE */
  gboolean is_over;   /* its term is, and the timetable shows how it ended */

  GArray *stages;      /* of XcTimetableStage */
  GArray *batches;     /* of XcTimetableBatch */
  GArray *teams;       /* of XcTimetableTeam */
  GArray *inspections; /* of XcTimetableInspection */
  GArray *rules;       /* of XcTimetableRule */
  GArray *deadlines;   /* of XcTimetableDeadline */
  XcHolidays *holidays;
  GStringChunk *texts;
} XcTimetableInput;

XcTimetableInput *xc_timetable_input_new (void);
void xc_timetable_input_free (XcTimetableInput *self);
const char *xc_timetable_input_text (XcTimetableInput *self, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcTimetableInput, xc_timetable_input_free)

G_END_DECLS
