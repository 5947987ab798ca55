/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fields named from a table through its references, as "inspection_id.organization_id.name", checked against the
 * catalogue: what is not in it never reaches SQL. */
#pragma once

#include "core/catalogue.h"

G_BEGIN_DECLS

#define XC_PATH_MAX_STEPS 6

/**
 * XcPathStep:
 * @reference: the field that leads on
 * @to: the table it leads to
 * @is_back: whether @reference is a field of @to that refers back, so that there may be many rows
 */
typedef struct
{
  const XcField *reference;
  XcTable to;
  gboolean is_back;
} XcPathStep;

/**
 * XcPath:
 * @steps: from the first table on
 * @table: where it ends
 * @field: (nullable): the field of @table; %NULL for its id
 * @is_count: whether @field is how many rows of @table refer back by the last step
 * @is_derived: whether @field is none of @table, but put together from other rows
 */
typedef struct
{
  guint n_steps;
  XcPathStep steps[XC_PATH_MAX_STEPS];
  XcTable table;
  const XcField *field;
  gboolean is_count;
  gboolean is_derived;
} XcPath;

gboolean xc_path_read (XcTable table, const char *text, XcPath *path);
gboolean xc_path_has_many (const XcPath *path);
gboolean xc_path_is_textual (const XcPath *path);
gboolean xc_path_is_kept (const XcPath *path);
gboolean xc_path_uses_table (const XcPath *path, XcTable table);

/* The tables that one statement joins; the first is number 0, in SQL "t0". */
typedef struct _XcJoins XcJoins;

XcJoins *xc_joins_new (XcTable table);
void xc_joins_free (XcJoins *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcJoins, xc_joins_free)
guint xc_joins_add (XcJoins *self, const XcPath *path);
guint xc_joins_get_n (const XcJoins *self);
XcTable xc_joins_get_table (const XcJoins *self, guint join);
char *xc_joins_dup_value (const XcJoins *self, guint join, const XcPath *path);
char *xc_joins_to_sql (const XcJoins *self);

G_END_DECLS
