/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The steps of a rectification plan (整改方案), each in a dialog: it came in, was accepted, or was returned. */
#pragma once

#include <adwaita.h>

#include "core/plan-review.h"
#include "store/store.h"

G_BEGIN_DECLS

typedef enum
{
  XC_PLAN_STEP_RECEIVE,
  XC_PLAN_STEP_ACCEPT,
  XC_PLAN_STEP_RETURN,
} XcPlanStep;

#define XC_N_PLAN_STEPS (XC_PLAN_STEP_RETURN + 1)

const char *xc_plan_step_get_title (XcPlanStep step);
XcPlanRefusal xc_plan_step_check (XcStore *store, XcPlanStep step, gint64 inspection);
void xc_plan_step_open (GtkWidget *widget, XcStore *store, XcPlanStep step, gint64 inspection);

G_END_DECLS
