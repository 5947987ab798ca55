/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How rounds and teams are spoken of in several places of their page. */
#pragma once

#include "store/round-figures.h"
#include "store/team-roster.h"

G_BEGIN_DECLS

char *xc_round_words_dup_ordinal (XcTable table, int ordinal);
char *xc_round_words_dup_kinds (guint kinds);
char *xc_round_words_dup_days (XcDay starts, XcDay ends);
char *xc_round_words_dup_team (const XcTeam *team);
const char *xc_round_words_get_role (const char *role);

G_END_DECLS
