/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What if: other rounds, teams and work in them, and where that would lead. The ledger is not touched. */
#pragma once

#include <adwaita.h>

#include "core/what-if.h"

G_BEGIN_DECLS

#define XC_TYPE_WHAT_IF_BAR (xc_what_if_bar_get_type ())
G_DECLARE_FINAL_TYPE (XcWhatIfBar, xc_what_if_bar, XC, WHAT_IF_BAR, AdwBin)

/* Signal: "changed" when something else is supposed. */
void xc_what_if_bar_put (XcWhatIfBar *self, const XcWhatIf *what_if);
XcWhatIf xc_what_if_bar_get (XcWhatIfBar *self);
void xc_what_if_bar_tell (XcWhatIfBar *self, const XcPace *pace, const XcWhatIfResult *result);
void xc_what_if_bar_focus (XcWhatIfBar *self);

G_END_DECLS
