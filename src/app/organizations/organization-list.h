/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All organizations with their coverage: by register, by state, flat or under their parents. */
#pragma once

#include <adwaita.h>

#include "app/organizations/organization-row.h"

G_BEGIN_DECLS

#define XC_TYPE_ORGANIZATION_LIST (xc_organization_list_get_type ())
G_DECLARE_FINAL_TYPE (XcOrganizationList, xc_organization_list, XC, ORGANIZATION_LIST, AdwBin)

/* Signals: "selected" when other rows are selected, "activated" when Enter goes into the form. */
void xc_organization_list_show (XcOrganizationList *self, const XcLedgerCoverage *coverage);
GArray *xc_organization_list_get_selected (XcOrganizationList *self);
gboolean xc_organization_list_select (XcOrganizationList *self, gint64 id);
void xc_organization_list_focus (XcOrganizationList *self);
void xc_organization_list_narrow (XcOrganizationList *self, const char *title, const GArray *ids);
void xc_organization_list_focus_search (XcOrganizationList *self);

G_END_DECLS
