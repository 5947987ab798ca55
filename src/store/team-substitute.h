/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Somebody takes the place of a member of a team (替补). */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

gboolean xc_team_substitute (XcStore *store, gint64 member_id, gint64 person_id, XcDay day, char **title,
                             GError **error);

G_END_DECLS
