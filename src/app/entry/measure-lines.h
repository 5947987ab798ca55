/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The measures of a problem that is being typed, one a line with its limit, saved with the problem. Once it is in the
 * ledger its measures stand in a tab of their own. */
#pragma once

#include "app/form/form-part.h"

G_BEGIN_DECLS

#define XC_TYPE_MEASURE_LINES (xc_measure_lines_get_type ())
G_DECLARE_FINAL_TYPE (XcMeasureLines, xc_measure_lines, XC, MEASURE_LINES, XcFormPart)

G_END_DECLS
