/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page that is a list of rows with the form of the selected one at its right. */
#pragma once

#include "app/page.h"

G_BEGIN_DECLS

#define XC_TYPE_RECORD_PAGE (xc_record_page_get_type ())
G_DECLARE_FINAL_TYPE (XcRecordPage, xc_record_page, XC, RECORD_PAGE, XcPage)

G_END_DECLS
