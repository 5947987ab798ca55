/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says in a dialog that what stands in it was typed before, and begins anew on demand. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define XC_TYPE_DRAFT_BAR (xc_draft_bar_get_type ())
G_DECLARE_FINAL_TYPE (XcDraftBar, xc_draft_bar, XC, DRAFT_BAR, AdwBin)

G_END_DECLS
