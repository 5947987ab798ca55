/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What waits today, above the problems: all of it, and each reason with its count; a click leaves only those problems in
 * the list. What is immediate (立行立改) can be told apart in each. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define XC_TYPE_DUE_BAR (xc_due_bar_get_type ())
G_DECLARE_FINAL_TYPE (XcDueBar, xc_due_bar, XC, DUE_BAR, AdwBin)

G_END_DECLS
