/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/rectification-figures.h"

/**
 * xc_rectification_figures_count:
 * @figures: what was counted so far
 * @problem: one more
 */
void
xc_rectification_figures_count (XcRectificationFigures *figures, const XcCountedProblem *problem)
{
  gboolean is_closed = problem->state == XC_RECTIFICATION_CLOSED;

  figures->found++;
  figures->closed += is_closed;
  figures->immediate += problem->due.is_immediate;
  figures->immediate_closed += problem->due.is_immediate && is_closed;
  figures->during += problem->is_during;
  figures->measures += problem->due.n_measures;
  figures->measures_done += problem->due.n_done;
  if (!problem->is_fed_back)
    return;
  figures->fed_back++;
  figures->states[problem->state]++;
  figures->overdue += problem->due.days_overdue > 0;
}

/**
 * xc_rectification_figures_add:
 * @figures: what was counted of some problems
 * @other: what was counted of others
 */
void
xc_rectification_figures_add (XcRectificationFigures *figures, const XcRectificationFigures *other)
{
  figures->found += other->found;
  figures->fed_back += other->fed_back;
  figures->immediate += other->immediate;
  figures->immediate_closed += other->immediate_closed;
  figures->during += other->during;
  figures->overdue += other->overdue;
  figures->measures += other->measures;
  figures->measures_done += other->measures_done;
  figures->closed += other->closed;
  for (guint i = 0; i < XC_N_RECTIFICATION_STATES; i++)
    figures->states[i] += other->states[i];
}

/**
 * xc_rectification_figures_get_not_done:
 * @figures: what was counted
 *
 * Returns: of the problems fed back, those that are neither closed, nor basically done, nor waiting for their reviews
 */
guint
xc_rectification_figures_get_not_done (const XcRectificationFigures *figures)
{
  return figures->states[XC_RECTIFICATION_NOT_STARTED] + figures->states[XC_RECTIFICATION_IN_PROGRESS]
         + figures->states[XC_RECTIFICATION_RETURNED] + figures->states[XC_RECTIFICATION_REOPENED];
}

/**
 * xc_rectification_figures_get_rate:
 * @figures: what was counted
 * @with_basically_done: whether the office counts what is basically done
 *
 * Returns: numerator and denominator of the rectification rate: closed ÷ fed back
 */
XcRectificationRate
xc_rectification_figures_get_rate (const XcRectificationFigures *figures, gboolean with_basically_done)
{
  return xc_rectification_get_rate (figures->states, with_basically_done);
}
