/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The coverage of a ledger as of one day, and how it is said. */
#pragma once

#include "core/coverage.h"
#include "report/coverage-state.h"
#include "store/store.h"

G_BEGIN_DECLS

/**
 * XcLedgerCoverage:
 * @store: the ledger
 * @term: the term that it is counted in
 * @coverage: of the term
 * @as_of: the day
 * @day: the figures of the day
 */
typedef struct
{
  XcStore *store;
  XcRecord *term;
  XcCoverage *coverage;
  XcDay as_of;
  XcCoverageDay *day;
  GHashTable *indexes; /* id → index + 1 */
} XcLedgerCoverage;

XcLedgerCoverage *xc_ledger_coverage_load (XcStore *store, XcRecord *term, GError **error);
void xc_ledger_coverage_free (XcLedgerCoverage *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcLedgerCoverage, xc_ledger_coverage_free)

const XcOrganizationCoverage *xc_ledger_coverage_find (const XcLedgerCoverage *self, gint64 organization,
                                                       guint *index);
char *xc_ledger_coverage_explain (const XcLedgerCoverage *self, gint64 organization);
char *xc_ledger_coverage_dup_rate (const XcLedgerCoverage *self, guint covered, guint owed);
char *xc_ledger_coverage_dup_names (const XcLedgerCoverage *self, gint64 event_id, XcEventSide side);

G_END_DECLS
