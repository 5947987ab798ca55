/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is counted of problems: found, fed back, immediate, measures, closed, overdue, and the rate with its rule. */
#pragma once

#include "core/due.h"

G_BEGIN_DECLS

/**
 * XcRectificationFigures:
 * @found: problems
 * @fed_back: of these, fed back
 * @immediate: of those found, with an immediate measure
 * @immediate_closed: of these, closed
 * @during: found and rectified while the team was there (边巡边改)
 * @states: of those fed back, by state
 * @overdue: of those fed back, overdue
 * @measures: of all problems
 * @measures_done: of these, done
 * @closed: of all problems, fed back or not
 */
typedef struct
{
  guint found;
  guint fed_back;
  guint immediate;
  guint immediate_closed;
  guint during;
  guint states[XC_N_RECTIFICATION_STATES];
  guint overdue;
  guint measures;
  guint measures_done;
  guint closed;
} XcRectificationFigures;

/**
 * XcCountedProblem:
 * @state: the problem's state
 * @is_fed_back: whether it was fed back
 * @is_during: whether it was rectified while the team was there
 * @due: what follows from its measures
 */
typedef struct
{
  XcRectificationState state;
  gboolean is_fed_back;
  gboolean is_during;
  XcProblemDue due;
} XcCountedProblem;

void xc_rectification_figures_count (XcRectificationFigures *figures, const XcCountedProblem *problem);
void xc_rectification_figures_add (XcRectificationFigures *figures, const XcRectificationFigures *other);
guint xc_rectification_figures_get_not_done (const XcRectificationFigures *figures);
XcRectificationRate xc_rectification_figures_get_rate (const XcRectificationFigures *figures,
                                                       gboolean with_basically_done);

G_END_DECLS
