/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All that stands against one inspection, or against one person in a team: why, and the ways out: another person, another
 * team, a waiver in writing. */
#pragma once

#include "app/avoidance/avoidance-book.h"
#include "app/dialog.h"

G_BEGIN_DECLS

#define XC_TYPE_AVOIDANCE_DIALOG (xc_avoidance_dialog_get_type ())
G_DECLARE_FINAL_TYPE (XcAvoidanceDialog, xc_avoidance_dialog, XC, AVOIDANCE_DIALOG, XcDialog)

XcAvoidanceDialog *xc_avoidance_dialog_new (GtkWindow *parent, XcStore *store, const XcAvoidancePlace *place);

G_END_DECLS
