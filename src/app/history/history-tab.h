/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The history of the row that a form shows, and of the rows that belong to it: a tab of the form's pane. */
#pragma once

#include "app/form/form-tab.h"

G_BEGIN_DECLS

#define XC_TYPE_HISTORY_TAB (xc_history_tab_get_type ())
G_DECLARE_FINAL_TYPE (XcHistoryTab, xc_history_tab, XC, HISTORY_TAB, XcFormTab)

G_END_DECLS
