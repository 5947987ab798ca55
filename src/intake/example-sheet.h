/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The problems of the example as sheets of the template. */
#pragma once

#include "intake/example-phrase.h"
#include "intake/example-problem.h"

G_BEGIN_DECLS

XcTextSheet *xc_example_problem_sheet_new (const XcExampleBook *book, const XcExampleProblems *problems);
XcTextSheet *xc_example_measure_sheet_new (const XcExampleBook *book, const XcExampleProblems *problems);
XcTextSheet *xc_example_responsibility_sheet_new (const XcExampleBook *book,
                                                  const XcExampleProblems *problems);

/* What they have in common. */
XcExampleSlots xc_example_sheet_get_slots (const XcExampleBook *book, const XcExampleProblem *problem);
const char *xc_example_sheet_get_topic (const XcExampleBook *book, const XcExampleProblem *problem);
const char *xc_example_sheet_get_section (const XcExampleBook *book, const XcExampleProblem *problem,
                                          const char *section);
gboolean xc_example_sheet_is_village (const XcExampleBook *book, const XcExampleProblem *problem);
void xc_example_sheet_set_day (XcTextSheet *sheet, const char *heading, XcDay day);

G_END_DECLS
