/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was typed into a field before, to be offered again: names of those who apply, review and approve. */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

GStrv xc_remembered_load (XcStore *store, XcTable table, const char *field, guint n_most, GError **error);

G_END_DECLS
