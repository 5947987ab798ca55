/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an office sets for itself and is kept by name: the table setting. Names are as “avoidance.past-years”. */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

gboolean xc_store_settings_get (XcStore *store, const char *name, char **value, GError **error);
gboolean xc_store_settings_get_number (XcStore *store, const char *name, guint least, guint most,
                                       guint *number, GError **error);

/* Inside an action. */
gboolean xc_store_settings_put (XcStore *store, const char *name, const char *value, GError **error);

G_END_DECLS
