/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/late-menu.h"

static void
open_cb (GtkMenuButton *button, gpointer menu)
{
  if (gtk_menu_button_get_menu_model (button) != menu)
    gtk_menu_button_set_menu_model (button, menu);
}

/**
 * xc_late_menu_set:
 * @button: a button
 * @menu: what it opens from now on
 */
void
xc_late_menu_set (GtkMenuButton *button, GMenuModel *menu)
{
  gboolean was_opened = gtk_menu_button_get_menu_model (button) != NULL;

  gtk_menu_button_set_create_popup_func (button, open_cb, g_object_ref (menu), g_object_unref);
  if (was_opened)
    gtk_menu_button_set_menu_model (button, menu);
}
