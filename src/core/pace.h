/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How fast the rest has to be covered, from which day that is out of reach, and where the last rounds lead. */
#pragma once

#include "core/coverage-series.h"

G_BEGIN_DECLS

/* Organizations covered at the end of one of the rounds left, were it like the last ones. Never more than owed. */
typedef struct
{
  XcDay day; /* planned end of the round, or an even share of the time left */
  guint worst;
  guint average;
  guint best;
} XcForecast;

typedef struct
{
  XcDay as_of;
  guint covered;
  guint owed;
  guint remaining; /* owed and not covered */
  guint rounds_finished;
  guint rounds_left;
  guint needed_per_round; /* rounded up; 0 when no round is left or nothing remains */

  /* The day from which 100 % is out of reach. See xc_pace_new(). */
  XcDay too_late_from;   /* %XC_DAY_NONE: nothing remains, or no round has covered anything yet */
  guint rounds_needed;   /* at the best round's output; 0 as above */
  gboolean out_of_reach; /* on @as_of already: too late, or more rounds needed than left */

  /* From the last three finished rounds, or as many as there are. */
  guint rounds_looked_at; /* 0: no forecast */
  guint worst;
  guint best;
  guint sum;         /* the average is sum ÷ rounds_looked_at */
  GArray *forecasts; /* of XcForecast, one for each round left */
  XcForecast at_end; /* on the last day of the term */

  GArray *planned;     /* of XcDay: last days of the rounds recorded and not finished, in order */
  guint running_first; /* what the round that is on has covered so far; 0 without one */
} XcPace;

XcPace *xc_pace_new (const XcCoverage *coverage, guint scope, XcDay as_of);
void xc_pace_free (XcPace *pace);
XcDay xc_pace_get_round_end (const XcPace *pace, guint n, guint rounds);
guint xc_pace_get_base (const XcPace *pace);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcPace, xc_pace_free)

G_END_DECLS
