/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One term to read and to change, or a new one. */
#pragma once

#include "app/dialog.h"
#include "store/store.h"

G_BEGIN_DECLS

#define XC_TYPE_TERM_DIALOG (xc_term_dialog_get_type ())
G_DECLARE_FINAL_TYPE (XcTermDialog, xc_term_dialog, XC, TERM_DIALOG, XcDialog)

/* Signal: "saved" with the term's id (gint64). */
XcTermDialog *xc_term_dialog_new (GtkWindow *parent, XcStore *store, XcRecord *term);
XcRecord *xc_term_new_after (const XcRecord *before);

G_END_DECLS
