/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The linked buttons above the rows that say as which of the three lists they are shown, and beside them what is done with
 * the lists as a whole. */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define XC_TYPE_LIST_SWITCH (xc_list_switch_get_type ())
G_DECLARE_FINAL_TYPE (XcListSwitch, xc_list_switch, XC, LIST_SWITCH, AdwBin)

void xc_list_switch_set_store (XcListSwitch *self, XcStore *store);

G_END_DECLS
