/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of the rounds (轮次) of a term: which there are at the left, and all about one of them at the right. */
#pragma once

#include "app/record/rows-page.h"

G_BEGIN_DECLS

#define XC_TYPE_ROUNDS_PAGE (xc_rounds_page_get_type ())
G_DECLARE_FINAL_TYPE (XcRoundsPage, xc_rounds_page, XC, ROUNDS_PAGE, XcRowsPage)

G_END_DECLS
