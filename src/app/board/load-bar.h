/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A bar of a team's work against its days; what is more than them is hatched, not only red. */
#pragma once

#include <gtk/gtk.h>

#include "core/team-load.h"

G_BEGIN_DECLS

#define XC_TYPE_LOAD_BAR (xc_load_bar_get_type ())
G_DECLARE_FINAL_TYPE (XcLoadBar, xc_load_bar, XC, LOAD_BAR, GtkWidget)

void xc_load_bar_show (XcLoadBar *self, const XcTeamLoad *load);

G_END_DECLS
