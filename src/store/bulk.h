/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One value for all rows that a query finds. */
#pragma once

#include "store/query.h"

G_BEGIN_DECLS

gboolean xc_store_set_where (XcStore *self, const XcQuery *query, const char *field, const XcValue *value,
                             guint *n_changed, GError **error);

G_END_DECLS
