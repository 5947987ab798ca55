/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What lists say of a problem beyond its own fields: its measures, who answers for it, where its point stands. Read for
 * the rows that are looked at, at once. */
#pragma once

#include "core/value.h"
#include "core/words.h"
#include "store/order.h"

G_BEGIN_DECLS

/* In the order of the catalogue's derived fields, whose names are its words. */
typedef enum
{
  XC_PROBLEM_COLUMN_TEAM,
  XC_PROBLEM_COLUMN_LEVEL_1,
  XC_PROBLEM_COLUMN_LEVEL_2,
  XC_PROBLEM_COLUMN_IMMEDIATE,
  XC_PROBLEM_COLUMN_MEASURES,
  XC_PROBLEM_COLUMN_TYPES,
  XC_PROBLEM_COLUMN_DUE,
  XC_PROBLEM_COLUMN_PROGRESS,
  XC_PROBLEM_COLUMN_RESULTS,
  XC_PROBLEM_COLUMN_DONE_ON,
  XC_PROBLEM_COLUMN_FIRST,
  XC_PROBLEM_COLUMN_LEADER,
  XC_PROBLEM_COLUMN_LEAD_DEPARTMENT,
  XC_PROBLEM_COLUMN_DEPARTMENT,
  XC_PROBLEM_COLUMN_PERSON,
  XC_PROBLEM_COLUMN_COOPERATING,
  XC_PROBLEM_COLUMN_SUPERVISING,
} XcProblemColumn;

#define XC_N_PROBLEM_COLUMNS (XC_PROBLEM_COLUMN_SUPERVISING + 1)

XC_DECLARE_WORDS (XcProblemColumn, xc_problem_column);

typedef struct _XcProblemColumns XcProblemColumns;

XcProblemColumns *xc_problem_columns_load (XcDatabase *database, const char *ids, const gboolean *wanted,
                                           GError **error);
void xc_problem_columns_free (XcProblemColumns *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcProblemColumns, xc_problem_columns_free)

XcValue xc_problem_columns_get (XcProblemColumns *self, const XcRecord *problem, XcProblemColumn column,
                                char **shown);

/* Rows are sorted by a key: of a single one in SQL, of all by reading the keys of their owners once. */
const char *xc_problem_column_get_key (XcProblemColumn column);
XcOrderKind xc_problem_column_get_order (XcProblemColumn column);
const char *xc_problem_column_get_owner (XcProblemColumn column);
gboolean xc_problem_column_order (XcProblemColumn column, XcDatabase *database, XcOrder *order, guint key,
                                  GError **error);
gboolean xc_problem_column_uses_table (XcProblemColumn column, XcTable table);

G_END_DECLS
