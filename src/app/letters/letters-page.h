/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The register of warning letters (函件登记簿): who got which and when. */
#pragma once

#include "app/record/record-page.h"

G_BEGIN_DECLS

#define XC_TYPE_LETTERS_PAGE (xc_letters_page_get_type ())
G_DECLARE_FINAL_TYPE (XcLettersPage, xc_letters_page, XC, LETTERS_PAGE, XcRecordPage)

G_END_DECLS
