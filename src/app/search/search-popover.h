/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds rows of the whole ledger as one types: organizations, people, problems, rounds. */
#pragma once

#include <gtk/gtk.h>

#include "store/store.h"

G_BEGIN_DECLS

#define XC_TYPE_SEARCH_POPOVER (xc_search_popover_get_type ())
G_DECLARE_FINAL_TYPE (XcSearchPopover, xc_search_popover, XC, SEARCH_POPOVER, GtkPopover)

/* Signal: "chosen" with the number of the table (int) and the row's id (gint64). */
void xc_search_popover_set_store (XcSearchPopover *self, XcStore *store);

G_END_DECLS
