/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an inspection was followed by: the rectification plan of its organization in its cycles, and the deadlines that it
 * was given, with their basis. */
#pragma once

#include "app/dialog.h"

G_BEGIN_DECLS

#define XC_TYPE_INSPECTION_DIALOG (xc_inspection_dialog_get_type ())
G_DECLARE_FINAL_TYPE (XcInspectionDialog, xc_inspection_dialog, XC, INSPECTION_DIALOG, XcDialog)

void xc_inspection_dialog_present (GtkWidget *widget, XcStore *store, gint64 inspection_id);

G_END_DECLS
