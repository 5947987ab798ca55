/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an import would do, sheet by sheet, and all that is wrong with the workbook, before it is done. */
#pragma once

#include "app/dialog.h"
#include "intake/import-report.h"

G_BEGIN_DECLS

#define XC_TYPE_IMPORT_DIALOG (xc_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (XcImportDialog, xc_import_dialog, XC, IMPORT_DIALOG, XcDialog)

/* Signal: "accepted" when the import is to be done. */
XcImportDialog *xc_import_dialog_new (GtkWindow *parent, const XcImportReport *report, const char *sentence);

G_END_DECLS
