/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One inspection or several of a round at once: kind, batch, days, whether they count and why. */
#pragma once

#include "app/dialog.h"
#include "store/store.h"

G_BEGIN_DECLS

#define XC_TYPE_CARDS_DIALOG (xc_cards_dialog_get_type ())
G_DECLARE_FINAL_TYPE (XcCardsDialog, xc_cards_dialog, XC, CARDS_DIALOG, XcDialog)

/* Signal: "saved" with the title (char *) of what was done. */
XcCardsDialog *xc_cards_dialog_new (GtkWindow *parent, XcStore *store, const GArray *inspections,
                                    GError **error);

G_END_DECLS
