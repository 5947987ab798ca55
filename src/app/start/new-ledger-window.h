/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks what a new ledger is begun with. */
#pragma once

#include "app/dialog.h"
#include "app/start/new-ledger.h"

G_BEGIN_DECLS

#define XC_TYPE_NEW_LEDGER_WINDOW (xc_new_ledger_window_get_type ())
G_DECLARE_FINAL_TYPE (XcNewLedgerWindow, xc_new_ledger_window, XC, NEW_LEDGER_WINDOW, XcDialog)

/* What was answered is kept under this name until the ledger is made; see xc_dialog_drop_draft(). */
#define XC_NEW_LEDGER_DRAFT "new ledger"

/* Signal: "accepted" when all was answered. */
XcNewLedgerWindow *xc_new_ledger_window_new (GtkWindow *parent);
XcNewLedger *xc_new_ledger_window_dup_answers (XcNewLedgerWindow *self);

G_END_DECLS
