/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a clerk is told of avoidance: who, which rule, since when. */
#pragma once

#include "core/avoidance.h"

G_BEGIN_DECLS

const char *xc_avoidance_ground_title (XcAvoidanceGround ground);
char *xc_avoidance_team_name (const XcAvoidanceTeam *team);
char *xc_avoidance_describe (const XcAvoidance *avoidance, const XcAvoidanceConflict *conflict);
char *xc_avoidance_describe_waiver (const XcAvoidanceConflict *conflict);

G_END_DECLS
