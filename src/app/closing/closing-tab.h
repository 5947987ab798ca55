/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The closing of a problem (审核、销号): how it stands and whose review is missing, what can be done and why not, and the
 * whole story of its cycles. */
#pragma once

#include "app/form/form-tab.h"

G_BEGIN_DECLS

#define XC_TYPE_CLOSING_TAB (xc_closing_tab_get_type ())
G_DECLARE_FINAL_TYPE (XcClosingTab, xc_closing_tab, XC, CLOSING_TAB, XcFormTab)

G_END_DECLS
