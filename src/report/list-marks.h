/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the office prints on every list: who issues it, and the marking line. */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

gboolean xc_list_marks_load (XcStore *store, char **unit, char **marking, GError **error);
gboolean xc_list_marks_put (XcStore *store, const char *unit, const char *marking, GError **error);
gboolean xc_list_marks_save (XcStore *store, const char *unit, const char *marking, GError **error);

G_END_DECLS
