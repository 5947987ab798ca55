/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The teams of a round: at the left which there are, at the right the people of one of them and what authorises them. */
#pragma once

#include "app/form/form-tab.h"

G_BEGIN_DECLS

#define XC_TYPE_ROUND_TEAMS (xc_round_teams_get_type ())
G_DECLARE_FINAL_TYPE (XcRoundTeams, xc_round_teams, XC, ROUND_TEAMS, XcFormTab)

gboolean xc_round_teams_select (XcRoundTeams *self, gint64 team_id);

G_END_DECLS
