/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window beside another one, for one thing: assistive technology hears that it is a dialog, Escape closes it, and what
 * was typed into it is not lost. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define XC_TYPE_DIALOG (xc_dialog_get_type ())
G_DECLARE_DERIVABLE_TYPE (XcDialog, xc_dialog, XC, DIALOG, AdwWindow)

/**
 * XcDialogClass:
 * @keep: (nullable): the dialog is about to be closed: keep what was typed, for the next time it opens; never asks
 */
struct _XcDialogClass
{
  AdwWindowClass parent_class;

  void (*keep) (XcDialog *self);
};

G_END_DECLS
