/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the problems of the example were applied for, reviewed, returned, closed and reopened. */
#pragma once

#include "core/closing.h"
#include "intake/example-problem.h"
#include "store/store.h"

G_BEGIN_DECLS

/* Who reviews in the example. */
#define XC_EXAMPLE_BODIES (XC_BODY_MASK (XC_BODY_OFFICE) | XC_BODY_MASK (XC_BODY_DISCIPLINE))

/* One line of a problem's journal. */
typedef struct
{
  XcClosingStep step;
  XcDay happened_on;
} XcExampleStep;

GArray *xc_example_closing_list (const XcExampleBook *book, const XcExampleProblem *problem);
gboolean xc_example_closing_save (XcStore *store, const XcExampleBook *book,
                                  const XcExampleProblems *problems, GError **error);

G_END_DECLS
