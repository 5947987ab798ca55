/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the ledger knows of one organization: its coverage and why, its names, its events, its inspections in every
 * term, its problems. */
#pragma once

#include "app/form/form-tab.h"
#include "app/organizations/ledger-coverage.h"

G_BEGIN_DECLS

#define XC_TYPE_ORGANIZATION_CARD (xc_organization_card_get_type ())
G_DECLARE_FINAL_TYPE (XcOrganizationCard, xc_organization_card, XC, ORGANIZATION_CARD, XcFormTab)

void xc_organization_card_show (XcOrganizationCard *self, const XcLedgerCoverage *coverage,
                                gint64 organization);

G_END_DECLS
