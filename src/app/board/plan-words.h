/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What coverage will be after a round, and whether the rounds after it suffice, as it stands under the board. */
#pragma once

#include "core/coverage-plan.h"

G_BEGIN_DECLS

char *xc_plan_words_dup_coverage (const XcCoveragePlan *plan, const XcPlanFigures *figures);
char *xc_plan_words_dup_pace (const XcPlanFigures *figures);
char *xc_plan_words_dup_note (const XcCoveragePlan *plan);
const char *xc_plan_words_get_class (XcPlanOutlook verdict);

G_END_DECLS
