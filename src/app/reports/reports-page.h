/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of reports: figures of problems and rectification by what one likes, and the sentences that reports use. */
#pragma once

#include "app/page.h"

G_BEGIN_DECLS

#define XC_TYPE_REPORTS_PAGE (xc_reports_page_get_type ())
G_DECLARE_FINAL_TYPE (XcReportsPage, xc_reports_page, XC, REPORTS_PAGE, XcPage)

G_END_DECLS
