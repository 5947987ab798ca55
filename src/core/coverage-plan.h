/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What coverage will be after a round if what is planned is carried out, and whether the rounds after it suffice. */
#pragma once

#include "core/coverage.h"

G_BEGIN_DECLS

typedef enum
{
  XC_PLAN_NOTHING_REMAINS,
  XC_PLAN_ENOUGH,  /* no more a round than the rounds before covered on average */
  XC_PLAN_TIGHT,   /* more than that, but no more than the best of them */
  XC_PLAN_SHORT,   /* more than the best of them, or no round is left */
  XC_PLAN_UNKNOWN, /* no round has covered anything yet, so nothing says what one can */
} XcPlanOutlook;

/* Of one register, or the total, on the day of the plan. */
typedef struct
{
  guint covered;
  guint owed;
  guint remaining;        /* owed and not covered */
  guint added;            /* covered for the first time by the round itself */
  guint rounds_left;      /* after the round */
  guint needed_per_round; /* rounded up; 0 when no round is left or nothing remains */
  guint best;             /* what a round has covered, at best, the planned one among them */
  guint sum;              /* of the rounds looked at */
  guint rounds_looked_at; /* the last three before the round; without one the round itself */
  XcPlanOutlook verdict;
} XcPlanFigures;

typedef struct
{
  gint64 round_id;
  XcDay as_of;
  XcCoverage *coverage; /* as if all that is planned were carried out */
  XcCoverageDay *day;   /* of @as_of */
  guint n_presumed;     /* inspections of the round that are not carried out yet */
  guint n_before;       /* the same of rounds before it */
  guint n_late;         /* inspections of the round planned for after @as_of, which therefore add nothing */
  guint position;       /* of the round among those of the term */
} XcCoveragePlan;

XcCoveragePlan *xc_coverage_plan_new (XcCoverageInput *input, gint64 round_id);
void xc_coverage_plan_free (XcCoveragePlan *plan);
XcPlanFigures xc_coverage_plan_get_figures (const XcCoveragePlan *plan, guint scope);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcCoveragePlan, xc_coverage_plan_free)

G_END_DECLS
