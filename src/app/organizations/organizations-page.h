/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of the organizations to be inspected (被巡察党组织). */
#pragma once

#include "app/record/rows-page.h"

G_BEGIN_DECLS

#define XC_TYPE_ORGANIZATIONS_PAGE (xc_organizations_page_get_type ())
G_DECLARE_FINAL_TYPE (XcOrganizationsPage, xc_organizations_page, XC, ORGANIZATIONS_PAGE, XcRowsPage)

G_END_DECLS
