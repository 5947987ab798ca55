/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one step of the history changed: row by row, field by field, before and after. */
#pragma once

#include <adwaita.h>

#include "app/history/step.h"
#include "store/store.h"

G_BEGIN_DECLS

#define XC_TYPE_STEP_VIEW (xc_step_view_get_type ())
G_DECLARE_FINAL_TYPE (XcStepView, xc_step_view, XC, STEP_VIEW, AdwBin)

void xc_step_view_show (XcStepView *self, XcStore *store, XcStep *step);

G_END_DECLS
