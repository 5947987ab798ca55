/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks what a new ledger is begun with. */
#pragma once

#include <adwaita.h>

#include "app/start/new-ledger.h"

G_BEGIN_DECLS

#define XC_TYPE_NEW_LEDGER_WINDOW (xc_new_ledger_window_get_type ())
G_DECLARE_FINAL_TYPE (XcNewLedgerWindow, xc_new_ledger_window, XC, NEW_LEDGER_WINDOW, AdwWindow)

/* Signal: "accepted" when all was answered. */
XcNewLedgerWindow *xc_new_ledger_window_new (GtkWindow *parent);
XcNewLedger *xc_new_ledger_window_dup_answers (XcNewLedgerWindow *self);

G_END_DECLS
