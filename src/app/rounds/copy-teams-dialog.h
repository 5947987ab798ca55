/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which teams of which round are copied into another one, and what stands in the way. */
#pragma once

#include "app/dialog.h"
#include "store/store.h"

G_BEGIN_DECLS

#define XC_TYPE_COPY_TEAMS_DIALOG (xc_copy_teams_dialog_get_type ())
G_DECLARE_FINAL_TYPE (XcCopyTeamsDialog, xc_copy_teams_dialog, XC, COPY_TEAMS_DIALOG, XcDialog)

/* Signal: "copied" with the title of the action (const char *). */
XcCopyTeamsDialog *xc_copy_teams_dialog_new (GtkWindow *parent, XcStore *store, gint64 to_round);

G_END_DECLS
