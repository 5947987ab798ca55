/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Planning the usual stages of a round by the rules for deadlines. */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* Inside an action. */
gboolean xc_round_stages_plan (XcStore *store, gint64 round_id, guint *n_planned, GError **error);

G_END_DECLS
