/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows that a person typed, saved and removed under the rules that hold beyond the single row: states of rectification,
 * numbers of problems, journals that are only added to. Forms and bulk edits go through here. */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

gboolean xc_row_rules_save (XcStore *store, XcRecord *record, GError **error);
gboolean xc_row_rules_remove (XcStore *store, XcTable table, gint64 id, GError **error);

G_END_DECLS
