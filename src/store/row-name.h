/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people call a row, for messages that must say which one they mean: ids say nothing to anybody. */
#pragma once

#include "store/database.h"

#include "core/catalogue.h"

G_BEGIN_DECLS

char *xc_row_dup_name (XcDatabase *database, XcTable table, gint64 id);
char *xc_row_dup_full_name (XcDatabase *database, XcTable table, gint64 id);

G_END_DECLS
