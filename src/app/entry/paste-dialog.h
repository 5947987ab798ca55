/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows pasted from a spreadsheet, as the problems that they would become: what each column means, what is wrong, which rows
 * are taken. Nothing is written before the button is pressed, and then all of it as one action. */
#pragma once

#include "app/dialog.h"
#include "intake/pasted-problems.h"

G_BEGIN_DECLS

#define XC_TYPE_PASTE_DIALOG (xc_paste_dialog_get_type ())
G_DECLARE_FINAL_TYPE (XcPasteDialog, xc_paste_dialog, XC, PASTE_DIALOG, XcDialog)

/* Signal: "pasted" with the title of the action (const char *). */
XcPasteDialog *xc_paste_dialog_new (GtkWindow *parent, XcStore *store, gint64 inspection_id,
                                    XcPastedProblems *pasted);

/* "problems.paste", which takes what is in the clipboard, for a page of problems; Ctrl+V outside of texts. */
void xc_paste_action_install (GtkWidgetClass *page_class);
void xc_paste_action_set_menu (GtkWidget *page);

G_END_DECLS
