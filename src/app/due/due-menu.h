/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The button behind which the inspections are that wait for something, with how many; hidden while there is none. It
 * stands in a page. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define XC_TYPE_DUE_MENU (xc_due_menu_get_type ())
G_DECLARE_FINAL_TYPE (XcDueMenu, xc_due_menu, XC, DUE_MENU, AdwBin)

G_END_DECLS
