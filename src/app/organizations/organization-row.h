/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One organization in the list of organizations. */
#pragma once

#include "app/organizations/ledger-coverage.h"

G_BEGIN_DECLS

#define XC_TYPE_ORGANIZATION_ROW (xc_organization_row_get_type ())
G_DECLARE_FINAL_TYPE (XcOrganizationRow, xc_organization_row, XC, ORGANIZATION_ROW, GObject)

/* What the list shows of a row. */
typedef enum
{
  XC_ORGANIZATION_NAME,
  XC_ORGANIZATION_COVERAGE,
  XC_ORGANIZATION_COVERED_ON,
  XC_ORGANIZATION_REGISTER,
} XcOrganizationColumn;

#define XC_N_ORGANIZATION_COLUMNS (XC_ORGANIZATION_REGISTER + 1)

GPtrArray *xc_organization_rows_load (const XcLedgerCoverage *coverage, GError **error);

gint64 xc_organization_row_get_id (XcOrganizationRow *self);
gint64 xc_organization_row_get_parent (XcOrganizationRow *self);
gint64 xc_organization_row_get_register (XcOrganizationRow *self);
XcCoverageState xc_organization_row_get_state (XcOrganizationRow *self);
char *xc_organization_row_dup_text (XcOrganizationRow *self, XcOrganizationColumn column);
gboolean xc_organization_row_matches (XcOrganizationRow *self, const char *typed);
int xc_organization_row_compare (XcOrganizationRow *a, XcOrganizationRow *b, XcOrganizationColumn column);

G_END_DECLS
