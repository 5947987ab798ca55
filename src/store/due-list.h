/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The work list of a day: problems and inspections that wait for somebody, and why. */
#pragma once

#include "core/due.h"
#include "store/query.h"

G_BEGIN_DECLS

/**
 * XcDueRow:
 * @table: %XC_TABLE_PROBLEM or %XC_TABLE_INSPECTION
 * @id: the row
 * @inspection_id: the inspection, of a problem its own
 * @reasons: why it is on the list, see XC_DUE_MASK()
 * @due_on: the limit that counts, or %XC_DAY_NONE
 * @warning: how urgent that is
 */
typedef struct
{
  XcTable table;
  gint64 id;
  gint64 inspection_id;
  guint reasons;
  XcDay due_on;
  XcDeadlineWarning warning;
} XcDueRow;

/**
 * XcDueList:
 * @today: the day that it is for
 * @green_days: days before a limit from which a problem comes up
 * @yellow_days: days before a limit from which it is near
 * @rows: (element-type XcDueRow): the most urgent first, by limit; what has none comes last
 * @counts: rows by reason
 * @n_urgent: rows that should not wait: all but those whose limit only comes up
 * @immediate: (element-type gint64): problems with a measure of the type 立行立改, whether they wait or not; those of a
 *   higher committee's inspections too
 */
typedef struct
{
  XcDay today;
  int green_days;
  int yellow_days;
  GArray *rows;
  guint counts[XC_N_DUE_REASONS];
  guint n_urgent;
  GArray *immediate;
} XcDueList;

XcDueList *xc_due_list_load (XcStore *store, XcDay today, gint64 term_id, GError **error);
void xc_due_list_free (XcDueList *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcDueList, xc_due_list_free)

GArray *xc_due_list_get_ids (const XcDueList *self, XcTable table, guint reasons);
GArray *xc_due_list_get_immediate (const XcDueList *self, guint reasons);
XcQuery *xc_due_list_query (const XcDueList *self, XcTable table, guint reasons);

G_END_DECLS
