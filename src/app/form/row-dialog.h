/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row of any table in a window of its own, to be changed and saved. */
#pragma once

#include "app/dialog.h"
#include "store/store.h"

G_BEGIN_DECLS

#define XC_TYPE_ROW_DIALOG (xc_row_dialog_get_type ())
G_DECLARE_FINAL_TYPE (XcRowDialog, xc_row_dialog, XC, ROW_DIALOG, XcDialog)

XcRowDialog *xc_row_dialog_new (GtkWindow *parent, const char *title, XcStore *store, XcRecord *record);

G_END_DECLS
