/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The menu behind a button, whose widgets are made when it is opened first: there are a dozen for a handful of items, and a
 * menu that follows the ledger would be made anew each time. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void xc_late_menu_set (GtkMenuButton *button, GMenuModel *menu);

G_END_DECLS
