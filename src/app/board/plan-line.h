/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The line under the board: coverage after the round, and the same by register on demand. */
#pragma once

#include <adwaita.h>

#include "core/coverage-plan.h"

G_BEGIN_DECLS

#define XC_TYPE_PLAN_LINE (xc_plan_line_get_type ())
G_DECLARE_FINAL_TYPE (XcPlanLine, xc_plan_line, XC, PLAN_LINE, AdwBin)

void xc_plan_line_show (XcPlanLine *self, const XcCoveragePlan *plan);

G_END_DECLS
