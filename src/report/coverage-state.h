/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the states of coverage are called, and told apart without colour. */
#pragma once

#include "core/coverage.h"

G_BEGIN_DECLS

const char *xc_coverage_state_symbol (XcCoverageState state);
const char *xc_coverage_state_title (XcCoverageState state);

G_END_DECLS
