/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether other rows need a row, said in words before it is removed. */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

gboolean xc_row_check_is_free (XcStore *store, XcTable table, gint64 id, GError **error);

G_END_DECLS
