/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The schemes of points and their versions: made, named, given to a round, and their points edited. Every step is
 * undoable. */
#pragma once

#include "app/dialog.h"

G_BEGIN_DECLS

#define XC_TYPE_SCHEME_DIALOG (xc_scheme_dialog_get_type ())
G_DECLARE_FINAL_TYPE (XcSchemeDialog, xc_scheme_dialog, XC, SCHEME_DIALOG, XcDialog)

XcSchemeDialog *xc_scheme_dialog_new (GtkWindow *parent, XcStore *store, gint64 round_id);

G_END_DECLS
