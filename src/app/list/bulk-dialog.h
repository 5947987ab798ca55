/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gives one field the same value in many rows, as one action; says first how many. */
#pragma once

#include "app/dialog.h"
#include "store/query.h"

G_BEGIN_DECLS

#define XC_TYPE_BULK_DIALOG (xc_bulk_dialog_get_type ())
G_DECLARE_FINAL_TYPE (XcBulkDialog, xc_bulk_dialog, XC, BULK_DIALOG, XcDialog)

void xc_bulk_dialog_present (GtkWidget *widget, XcStore *store, const XcQuery *query, gboolean is_all);

G_END_DECLS
