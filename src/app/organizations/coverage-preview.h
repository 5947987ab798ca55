/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an action would do to coverage, before it is done. */
#pragma once

#include <adwaita.h>

#include "app/organizations/ledger-coverage.h"

G_BEGIN_DECLS

#define XC_TYPE_COVERAGE_PREVIEW (xc_coverage_preview_get_type ())
G_DECLARE_FINAL_TYPE (XcCoveragePreview, xc_coverage_preview, XC, COVERAGE_PREVIEW, AdwBin)

gboolean xc_coverage_preview_show (XcCoveragePreview *self, const XcLedgerCoverage *before, XcDay day,
                                   XcStoreAction action, gpointer data, GError **error);
void xc_coverage_preview_clear (XcCoveragePreview *self, const char *sentence);

G_END_DECLS
