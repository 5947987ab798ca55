/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window beside another one, for one thing: assistive technology hears that it is a dialog, Escape closes it, and what
 * was typed into it is there when it opens again, with an XcDraftBar that says so. */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define XC_TYPE_DIALOG (xc_dialog_get_type ())
G_DECLARE_DERIVABLE_TYPE (XcDialog, xc_dialog, XC, DIALOG, AdwWindow)

/**
 * XcDialogClass:
 * @read_typed: (nullable): put what stands in the dialog into @typed, texts by names of the dialog's own
 * @put_typed: the reverse
 * @keep: the dialog is about to be closed: keep what was typed; never asks. By default what @read_typed gives
 * @discard: show the dialog as if nothing had been typed, and keep nothing. By default by @put_typed
 */
struct _XcDialogClass
{
  AdwWindowClass parent_class;

  void (*read_typed) (XcDialog *self, GHashTable *typed);
  void (*put_typed) (XcDialog *self, GHashTable *typed);
  void (*keep) (XcDialog *self);
  void (*discard) (XcDialog *self);
};

void xc_dialog_take_up_draft (XcDialog *self, XcStore *store, const char *name);
void xc_dialog_show_draft_bar (XcDialog *self);
void xc_dialog_finish (XcDialog *self);
void xc_dialog_drop_draft (XcStore *store, const char *name);

G_END_DECLS
