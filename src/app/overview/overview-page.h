/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The leaders' page: the chart of progress toward full coverage. */
#pragma once

#include "app/page.h"

G_BEGIN_DECLS

#define XC_TYPE_OVERVIEW_PAGE (xc_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (XcOverviewPage, xc_overview_page, XC, OVERVIEW_PAGE, XcPage)

G_END_DECLS
