/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The steps between rectification and closing, each in a dialog, for one problem or many: measures done, limits put off,
 * closing applied for, reviewed, returned, reopened. */
#pragma once

#include <adwaita.h>

#include "core/closing.h"
#include "store/store.h"

G_BEGIN_DECLS

typedef enum
{
  XC_PROBLEM_STEP_FINISH, /* measures that are not done */
  XC_PROBLEM_STEP_EXTEND, /* likewise */
  XC_PROBLEM_STEP_APPLY,
  XC_PROBLEM_STEP_REVIEW,
  XC_PROBLEM_STEP_RETURN,
  XC_PROBLEM_STEP_REOPEN,
} XcProblemStep;

#define XC_N_PROBLEM_STEPS (XC_PROBLEM_STEP_REOPEN + 1)

const char *xc_problem_step_get_title (XcProblemStep step);
gboolean xc_problem_step_check (XcStore *store, XcProblemStep step, gint64 problem, const char **sentence);
void xc_problem_step_open (GtkWidget *widget, XcStore *store, XcProblemStep step, GArray *problems);
void xc_problem_step_open_measure (GtkWidget *widget, XcStore *store, XcProblemStep step, gint64 measure);
void xc_problem_step_extend_deadline (GtkWidget *widget, XcStore *store, gint64 deadline);

G_END_DECLS
