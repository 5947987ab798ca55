/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole copies of a ledger, proven before they are said to be there. */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

gboolean xc_backup_write (XcStore *store, const char *target, gboolean replace, GError **error);
gboolean xc_backup_copy (XcDatabase *source, const char *target, gboolean replace, GError **error);

G_END_DECLS
