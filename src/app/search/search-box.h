/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The entry in the head of the window that finds rows of the whole ledger; the answers hang below it as one types. */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define XC_TYPE_SEARCH_BOX (xc_search_box_get_type ())
G_DECLARE_FINAL_TYPE (XcSearchBox, xc_search_box, XC, SEARCH_BOX, AdwBin)

/* Signals: "chosen" with the number of the table (int) and the row's id (gint64), "left" when Escape gives the search up. */
void xc_search_box_set_store (XcSearchBox *self, XcStore *store);
gboolean xc_search_box_has_focus (XcSearchBox *self);
void xc_search_box_focus (XcSearchBox *self);

G_END_DECLS
