/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything that was ever done to the ledger, the latest first, and what each step changed. */
#pragma once

#include "app/page.h"

G_BEGIN_DECLS

#define XC_TYPE_HISTORY_PAGE (xc_history_page_get_type ())
G_DECLARE_FINAL_TYPE (XcHistoryPage, xc_history_page, XC, HISTORY_PAGE, XcPage)

G_END_DECLS
