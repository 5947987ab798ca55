/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ways out of a conflict that need no waiver: another team for the organization, another person in the team. The buttons
 * act by “avoidance.move” and “avoidance.replace” of the dialog that they stand in. */
#pragma once

#include <adwaita.h>

#include "core/avoidance.h"
#include "store/store.h"

G_BEGIN_DECLS

void xc_avoidance_ways_offer_teams (GtkMenuButton *button, XcStore *store,
                                    const XcAvoidanceConflict *conflict);
void xc_avoidance_ways_offer_people (GtkMenuButton *button, XcStore *store,
                                     const XcAvoidanceConflict *conflict);

G_END_DECLS
