/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Warning letters about what is due or overdue today: proposed, looked through, issued in a batch. */
#pragma once

#include "app/dialog.h"
#include "app/window.h"

G_BEGIN_DECLS

#define XC_TYPE_WRITE_LETTERS_DIALOG (xc_write_letters_dialog_get_type ())
G_DECLARE_FINAL_TYPE (XcWriteLettersDialog, xc_write_letters_dialog, XC, WRITE_LETTERS_DIALOG, XcDialog)

void xc_write_letters_dialog_present (XcWindow *window);

G_END_DECLS
