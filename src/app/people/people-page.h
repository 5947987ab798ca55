/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of the people who may serve (人员). */
#pragma once

#include "app/record/record-page.h"

G_BEGIN_DECLS

#define XC_TYPE_PEOPLE_PAGE (xc_people_page_get_type ())
G_DECLARE_FINAL_TYPE (XcPeoplePage, xc_people_page, XC, PEOPLE_PAGE, XcRecordPage)

G_END_DECLS
