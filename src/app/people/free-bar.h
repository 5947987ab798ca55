/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Above the list of people: those of one pool, and those who are free in a period. */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define XC_TYPE_FREE_BAR (xc_free_bar_get_type ())
G_DECLARE_FINAL_TYPE (XcFreeBar, xc_free_bar, XC, FREE_BAR, AdwBin)

/* Signal: "changed" when other people are asked for. */
void xc_free_bar_set_store (XcFreeBar *self, XcStore *store);
GArray *xc_free_bar_find (XcFreeBar *self, GError **error);

G_END_DECLS
