/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in a window without a ledger. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define XC_TYPE_START_PAGE (xc_start_page_get_type ())
G_DECLARE_FINAL_TYPE (XcStartPage, xc_start_page, XC, START_PAGE, AdwBin)

void xc_start_page_remember (GFile *file);

G_END_DECLS
