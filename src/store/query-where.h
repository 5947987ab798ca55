/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The conditions of a query as SQL. Names come from the catalogue alone; whatever a person typed is bound. */
#pragma once

#include "store/query-private.h"

G_BEGIN_DECLS

/**
 * XcSql:
 * @text: the statement so far
 * @error: (nullable): why it cannot be asked
 */
typedef struct
{
  GString *text;
  GError *error;

  /* private */
  XcStore *store;
  GPtrArray *bound;
} XcSql;

XcSql *xc_sql_new (XcStore *store);
void xc_sql_free (XcSql *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcSql, xc_sql_free)

guint xc_sql_bind_text (XcSql *self, char *text);
void xc_sql_append_where (XcSql *self, const XcQuery *query);
XcStatement *xc_sql_prepare (const XcSql *self, GError **error);

G_END_DECLS
