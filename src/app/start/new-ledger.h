/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The four things that a new ledger is begun with: which term of which committee, its days, and who is counted apart. */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

#define XC_N_PRESET_REGISTERS 6

/**
 * XcNewLedger:
 * @committee: as it signs, without the number of the term
 * @ordinal: of the term
 * @starts_on: its first day
 * @ends_on: its last day
 * @registers: which of the usual registers it has
 * @unit: (nullable): who issues its lists
 * @marking: (nullable): the marking line of its lists
 * @imports: whether its organizations come from a workbook
 */
typedef struct
{
  char *committee;
  int ordinal;
  XcDay starts_on;
  XcDay ends_on;
  gboolean registers[XC_N_PRESET_REGISTERS];
  char *unit;
  char *marking;
  gboolean imports;
} XcNewLedger;

void xc_new_ledger_free (XcNewLedger *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcNewLedger, xc_new_ledger_free)

const char *xc_new_ledger_get_register (guint index);
gboolean xc_new_ledger_is_usual (guint index);
gboolean xc_new_ledger_read_ordinal (const char *typed, int *ordinal);
gboolean xc_new_ledger_fill (const XcNewLedger *self, XcStore *store, GError **error);

G_END_DECLS
