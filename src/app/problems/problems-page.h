/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of the problems and of what becomes of them (问题整改). */
#pragma once

#include "app/record/record-page.h"

G_BEGIN_DECLS

#define XC_TYPE_PROBLEMS_PAGE (xc_problems_page_get_type ())
G_DECLARE_FINAL_TYPE (XcProblemsPage, xc_problems_page, XC, PROBLEMS_PAGE, XcRecordPage)

G_END_DECLS
