/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What would come of other teams and rounds: coverage to the end of the term were the rest of it done so. */
#pragma once

#include "core/pace.h"

G_BEGIN_DECLS

/* What is supposed of the rounds left. */
typedef struct
{
  guint rounds;   /* left, the one that is on included */
  guint teams;    /* in each */
  guint per_team; /* organizations that a team covers for the first time in a round */
} XcWhatIf;

/* @covered from @day on. */
typedef struct
{
  XcDay day;
  guint covered;
} XcWhatIfStep;

typedef struct
{
  GArray *steps;       /* of XcWhatIfStep: at the end of each round */
  guint covered;       /* on the last day of the term */
  guint missing;       /* owed and not covered then */
  XcDay reached_on;    /* on which all is covered, or %XC_DAY_NONE */
  guint rounds_needed; /* until all is covered; 0 when nothing remains or the rounds bring nothing */
  guint
      team_needs; /* what each team must cover in each round, rounded up; 0 when nothing remains or nobody goes */
} XcWhatIfResult;

XcWhatIfResult *xc_what_if_new (const XcPace *pace, const XcWhatIf *what_if);
void xc_what_if_free (XcWhatIfResult *result);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcWhatIfResult, xc_what_if_free)

G_END_DECLS
