/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The backups of a ledger, the latest first, with what each holds, to choose one from. */
#pragma once

#include "app/dialog.h"

G_BEGIN_DECLS

#define XC_TYPE_RESTORE_DIALOG (xc_restore_dialog_get_type ())
G_DECLARE_FINAL_TYPE (XcRestoreDialog, xc_restore_dialog, XC, RESTORE_DIALOG, XcDialog)

/* Signal: "accepted" with the path of the backup that is to be restored (const char *). */
XcRestoreDialog *xc_restore_dialog_new (GtkWindow *parent, const char *ledger_path);

G_END_DECLS
