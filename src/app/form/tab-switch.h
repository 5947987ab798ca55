/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tabs of a form: beside each other, or as a list to choose from where large text leaves no room for that. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define XC_TYPE_TAB_SWITCH (xc_tab_switch_get_type ())
G_DECLARE_FINAL_TYPE (XcTabSwitch, xc_tab_switch, XC, TAB_SWITCH, AdwBin)

void xc_tab_switch_set_stack (XcTabSwitch *self, GtkStack *stack);

G_END_DECLS
