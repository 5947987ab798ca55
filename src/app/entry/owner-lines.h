/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who answers for a problem that is being typed, an entry a role, saved with the problem. Those who answered for problems
 * of the organization before are suggested, and some of them go without saying. */
#pragma once

#include "app/form/form-part.h"

G_BEGIN_DECLS

#define XC_TYPE_OWNER_LINES (xc_owner_lines_get_type ())
G_DECLARE_FINAL_TYPE (XcOwnerLines, xc_owner_lines, XC, OWNER_LINES, XcFormPart)

G_END_DECLS
