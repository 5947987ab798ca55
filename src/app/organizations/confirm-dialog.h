/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Coverage that came through mergers and splits and is to be confirmed: one or several are decided at once. */
#pragma once

#include "app/dialog.h"
#include "store/store.h"

G_BEGIN_DECLS

#define XC_TYPE_CONFIRM_DIALOG (xc_confirm_dialog_get_type ())
G_DECLARE_FINAL_TYPE (XcConfirmDialog, xc_confirm_dialog, XC, CONFIRM_DIALOG, XcDialog)

/* Signal: "recorded" with the title of the action (const char *). */
XcConfirmDialog *xc_confirm_dialog_new (GtkWindow *parent, XcStore *store, XcRecord *term);

G_END_DECLS
