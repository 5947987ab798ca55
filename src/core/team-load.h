/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much work a team was given, against the working days that it has in the round. */
#pragma once

#include "core/holidays.h"
#include "core/inspection-kind.h"

G_BEGIN_DECLS

/* What an organization is taken for that says nothing itself, in team-days. */
#define XC_TEAM_LOAD_USUAL_WORK 15
/* The same of one that is visited only as an extension of another's inspection. */
#define XC_TEAM_LOAD_EXTENDED_WORK 3

/* Both inclusive; either may be %XC_DAY_NONE, and then there is no span. */
typedef struct
{
  XcDay from;
  XcDay to;
} XcDaySpan;

#define XC_DAY_SPAN_NONE ((XcDaySpan){ XC_DAY_NONE, XC_DAY_NONE })

/**
 * XcTeamTask:
 * @work: team-days that the organization says it needs; 0 when it does not say
 * @kind: what kind of inspection it is
 * @window: the days of its batch, if it is in one
 * @planned: from the day when the team enters to the day when it leaves
 */
typedef struct
{
  guint work;
  XcInspectionKind kind;
  XcDaySpan window;
  XcDaySpan planned;
} XcTeamTask;

typedef struct
{
  guint work;      /* team-days */
  guint days;      /* working days; 0 when nothing says when the team works */
  guint n_assumed; /* tasks whose work is the usual one, because nothing says how much it is */
} XcTeamLoad;

static inline gboolean
xc_day_span_is_set (XcDaySpan span)
{
  return xc_day_is_set (span.from) && xc_day_is_set (span.to) && span.from <= span.to;
}

guint xc_team_task_get_work (const XcTeamTask *task);
XcTeamLoad xc_team_load_reckon (const XcTeamTask *tasks, guint n_tasks, XcDaySpan round,
                                const XcHolidays *holidays);
gboolean xc_team_load_is_over (const XcTeamLoad *load);

G_END_DECLS
