/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an office sets in its ledger, and what a user sets on this machine. */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define XC_TYPE_PREFERENCES_WINDOW (xc_preferences_window_get_type ())
G_DECLARE_FINAL_TYPE (XcPreferencesWindow, xc_preferences_window, XC, PREFERENCES_WINDOW,
                      AdwPreferencesWindow)

XcPreferencesWindow *xc_preferences_window_new (GtkWindow *parent, XcStore *store);

G_END_DECLS
