/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Teams of a round and people of a team, each as a row of a list. */
#pragma once

#include <gtk/gtk.h>

#include "store/team-roster.h"

G_BEGIN_DECLS

GtkWidget *xc_team_row_new (const XcTeam *team);
GtkWidget *xc_member_row_new (XcStore *store, const XcTeam *team, const XcTeamMember *member);
/* Of either: the id of the row in the ledger. */
gint64 xc_roster_row_get_id (GtkListBoxRow *row);

G_END_DECLS
