/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One team on the board: its leader, its work, and what it has. */
#pragma once

#include "app/board/board-data.h"
#include "app/board/board-list.h"

G_BEGIN_DECLS

#define XC_TYPE_TEAM_COLUMN (xc_team_column_get_type ())
G_DECLARE_FINAL_TYPE (XcTeamColumn, xc_team_column, XC, TEAM_COLUMN, AdwBin)

XcTeamColumn *xc_team_column_new (void);
void xc_team_column_show (XcTeamColumn *self, const XcBoardTeam *team);
gint64 xc_team_column_get_team (XcTeamColumn *self);
XcBoardList *xc_team_column_get_list (XcTeamColumn *self);

G_END_DECLS
