/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether the rows are what the history made of them. */
#pragma once

#include "core/catalogue.h"
#include "store/database.h"

G_BEGIN_DECLS

/* called with each row that is not */
typedef void (*XcReplayFunc) (XcTable table, gint64 id, gpointer data);

gboolean xc_replay_compare (XcDatabase *database, XcReplayFunc function, gpointer data, GError **error);

G_END_DECLS
