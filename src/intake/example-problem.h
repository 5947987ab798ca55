/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The problems of the example: which phrase, which fate, which days. Sheets and closings are written from them. */
#pragma once

#include "core/rectification.h"
#include "intake/example-book.h"

G_BEGIN_DECLS

/* How a problem went, in the order in which the sheet of states deals them out. */
typedef enum
{
  XC_EXAMPLE_ON_SITE, /* put right while the team was there, and not fed back */
  XC_EXAMPLE_AT_ONCE, /* fed back, and put right at once */
  XC_EXAMPLE_NOT_STARTED,
  XC_EXAMPLE_IN_PROGRESS,
  XC_EXAMPLE_BASICALLY_DONE_LATE,
  XC_EXAMPLE_BASICALLY_DONE,
  XC_EXAMPLE_AWAITING_REVIEW,
  XC_EXAMPLE_RETURNED,
  XC_EXAMPLE_REOPENED,
  XC_EXAMPLE_CLOSED,
} XcExampleFate;

#define XC_N_EXAMPLE_FATES (XC_EXAMPLE_CLOSED + 1)

/**
 * XcExampleVisit:
 * @round: its number
 * @serial: number of the organization in the round
 * @name: of the organization, as the sheet of inspections writes it
 * @kind: of the inspection, likewise
 * @organization: row of the organization in its sheet
 * @entered_on: of the team
 * @left_on: of the team
 * @fed_back_on: to the organization
 *
 * An inspection that found something.
 */
typedef struct
{
  guint round;
  guint serial;
  const char *name;
  const char *kind;
  guint organization;
  XcDay entered_on;
  XcDay left_on;
  XcDay fed_back_on;
} XcExampleVisit;

/**
 * XcExampleProblem:
 * @visit: where it was found
 * @number: 06-03-012
 * @seed: from which everything about it follows
 * @phrase: row of its phrase
 * @fate: how it went
 * @found_on: always set
 * @due_on: always set
 * @done_on: when the last measure was done, even if it came back afterwards; %XC_DAY_NONE when not yet
 * @closed_on: even if it was reopened afterwards; %XC_DAY_NONE when not yet
 */
typedef struct
{
  const XcExampleVisit *visit;
  char *number;
  guint32 seed;
  guint phrase;
  XcExampleFate fate;
  XcDay found_on;
  XcDay due_on;
  XcDay done_on;
  XcDay closed_on;
} XcExampleProblem;

typedef struct
{
  GPtrArray *visits;   /* of XcExampleVisit */
  GPtrArray *problems; /* of XcExampleProblem, by number */
} XcExampleProblems;

XcExampleProblems *xc_example_problems_new (const XcExampleBook *book);
void xc_example_problems_free (XcExampleProblems *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcExampleProblems, xc_example_problems_free)

XcRectificationState xc_example_problem_get_state (const XcExampleProblem *problem);
gboolean xc_example_problem_is_fed_back (const XcExampleProblem *problem);
XcDay xc_example_working_day (XcDay day);

/* The rest of what is told about a fate. */
void xc_example_problem_set_days (XcExampleProblem *problem);

G_END_DECLS
