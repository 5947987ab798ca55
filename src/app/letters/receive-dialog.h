/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When letters were received and by whom, for one or many at once. */
#pragma once

#include "app/dialog.h"

G_BEGIN_DECLS

#define XC_TYPE_RECEIVE_DIALOG (xc_receive_dialog_get_type ())
G_DECLARE_FINAL_TYPE (XcReceiveDialog, xc_receive_dialog, XC, RECEIVE_DIALOG, XcDialog)

void xc_receive_dialog_present (GtkWidget *widget, XcStore *store, const GArray *letters);

G_END_DECLS
