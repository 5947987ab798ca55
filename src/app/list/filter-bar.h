/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The filters of a list as chips: a click changes one, its cross takes it away. */
#pragma once

#include <adwaita.h>

#include "store/query.h"

G_BEGIN_DECLS

#define XC_TYPE_FILTER_BAR (xc_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (XcFilterBar, xc_filter_bar, XC, FILTER_BAR, AdwBin)

/* Signal: "changed" when the user changed the filters. */
void xc_filter_bar_set_up (XcFilterBar *self, XcTable table, const char *const *columns);
void xc_filter_bar_set_store (XcFilterBar *self, XcStore *store);
void xc_filter_bar_show (XcFilterBar *self, const XcQuery *query);
void xc_filter_bar_give (XcFilterBar *self, XcQuery *query);
GtkPopover *xc_filter_bar_make_popover (XcFilterBar *self);

G_END_DECLS
