/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who might take the place of a member of a team: people to search among, with what would stand against each. */
#pragma once

#include <adwaita.h>

#include "app/avoidance/avoidance-book.h"

G_BEGIN_DECLS

#define XC_TYPE_SUBSTITUTES (xc_substitutes_get_type ())
G_DECLARE_FINAL_TYPE (XcSubstitutes, xc_substitutes, XC, SUBSTITUTES, GtkPopover)

/* Signal: "chosen" with the id of a person (gint64). */
GtkWidget *xc_substitutes_new (XcStore *store, const XcAvoidanceTeam *team, const XcAvoidanceMember *member);

G_END_DECLS
