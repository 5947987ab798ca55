/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a problem stood on a day that is past, from the days that are written down of it: found, fed back, measures done,
 * limits extended, steps of its closing. */
#pragma once

#include "core/closing.h"
#include "core/rectification-figures.h"

G_BEGIN_DECLS

/**
 * XcPastExtension:
 * @approved_on: from when on the new limit held
 * @old_on: the limit before, or %XC_DAY_NONE
 */
typedef struct
{
  XcDay approved_on;
  XcDay old_on;
} XcPastExtension;

/**
 * XcPastMeasure:
 * @now: as it is today
 * @extensions: (array length=n_extensions): of its limit, in any order
 */
typedef struct
{
  XcDueMeasure now;
  const XcPastExtension *extensions;
  guint n_extensions;
} XcPastMeasure;

/**
 * XcPastProblem:
 * @found_on: %XC_DAY_NONE when nobody has written it down
 * @fed_back: whether it was fed back, sooner or later
 * @fed_back_on: when, or %XC_DAY_NONE
 * @is_during: whether it was rectified while the team was there
 * @state: as it is today
 * @closed_on: when it was closed, of a problem that is closed today; may be %XC_DAY_NONE
 * @measures: (array length=n_measures): its measures
 * @steps: (array length=n_steps): all steps of its closing
 * @step_days: (array length=n_steps): when they were taken
 */
typedef struct
{
  XcDay found_on;
  gboolean fed_back;
  XcDay fed_back_on;
  gboolean is_during;
  XcRectificationState state;
  XcDay closed_on;
  const XcPastMeasure *measures;
  guint n_measures;
  const XcClosingStep *steps;
  const XcDay *step_days;
  guint n_steps;
} XcPastProblem;

gboolean xc_problem_past_get (const XcPastProblem *problem, guint bodies, XcDay day,
                              XcCountedProblem *counted);

G_END_DECLS
