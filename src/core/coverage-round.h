/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For the series: what each round added to coverage. */
#pragma once

#include "core/coverage-series.h"

G_BEGIN_DECLS

void xc_coverage_sum_rounds (const XcCoverage *coverage, guint scope, XcDay until, GArray *rounds,
                             XcRoundCoverage *outside);

G_END_DECLS
