/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What only the files of a store share. */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* The id and all fields of a row, as columns from @prefix ("" or "t0."), and the record that they make. */
void xc_rows_append_columns (GString *sql, XcTable table, const char *prefix);
XcRecord *xc_rows_read (XcStatement *statement, XcTable table);
/* As a parameter for json_each (), so that the statement is the same for any number. */
char *xc_rows_make_list (const gint64 *ids, guint n_ids);

/* Whether rows may be written now. */
gboolean xc_store_is_in_action (XcStore *self);

G_END_DECLS
