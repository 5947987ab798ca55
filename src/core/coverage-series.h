/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Coverage over the term, for the chart: what each round added, and covered and owed as they step from day to day.
 * On every day a series says what xc_coverage_get_day() says.
 */
#pragma once

#include "core/coverage.h"

G_BEGIN_DECLS

/* Why an organization began or ceased to be owed. */
typedef enum
{
  XC_OWED_BY_EVENT,    /* @event says which */
  XC_OWED_BY_LISTING,  /* it was listed for coverage or struck off; @event says where */
  XC_OWED_BY_VALIDITY, /* it became or ceased to be valid and no event says why */
} XcOwedCause;

typedef struct
{
  XcDay day;
  guint organization; /* index in the input */
  gboolean joined;    /* else it left */
  XcOwedCause cause;
  guint event; /* index in the input or %XC_COVERAGE_NOTHING */
} XcOwedChange;

/* What holds from @day until the day before the next step. */
typedef struct
{
  XcDay day;
  guint covered;
  guint owed;
  guint to_confirm;
  guint first_change; /* in the series' changes; those of one event stand together */
  guint n_changes;
} XcCoverageStep;

/* What one round did by the series' last day. */
typedef struct
{
  guint first;       /* inspections that made an owed organization covered */
  guint repeats;     /* inspections of counting kinds that added nothing */
  guint others;      /* inspections that do not count */
  XcDay began_on;    /* first day of the round or of its inspections, %XC_DAY_NONE when not by then */
  XcDay finished_on; /* see xc_coverage_get_series(); %XC_DAY_NONE when not by then */
} XcRoundCoverage;

typedef struct
{
  XcDay from;              /* first day of the term */
  XcDay until;             /* last day that the series speaks of, inclusive */
  GArray *steps;           /* of XcCoverageStep; the first is on @from */
  GArray *changes;         /* of XcOwedChange, by day */
  GArray *rounds;          /* of XcRoundCoverage, in the order of the input */
  XcRoundCoverage outside; /* inspections that belong to no round */
} XcCoverageSeries;

XcCoverageSeries *xc_coverage_get_series (const XcCoverage *coverage, guint scope, XcDay until);
void xc_coverage_series_free (XcCoverageSeries *series);
const XcCoverageStep *xc_coverage_series_get_step (const XcCoverageSeries *series, XcDay day);
GArray *xc_coverage_list_visited (const XcCoverage *coverage, guint scope, guint round, XcVisitKind kind,
                                  XcDay until);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcCoverageSeries, xc_coverage_series_free)

G_END_DECLS
