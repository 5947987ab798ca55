/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the rows of a ledger to what coverage is computed from. */
#pragma once

#include "core/coverage.h"
#include "store/store.h"

G_BEGIN_DECLS

XcRecord *xc_coverage_source_find_term (XcStore *store, XcDay day, GError **error);
XcDay xc_coverage_source_choose_day (const XcRecord *term, XcDay today);
XcCoverageInput *xc_coverage_source_load_input (XcStore *store, const XcRecord *term, GError **error);
XcCoverage *xc_coverage_source_load (XcStore *store, const XcRecord *term, GError **error);

G_END_DECLS
