/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/dialog.h"

G_DEFINE_ABSTRACT_TYPE (XcDialog, xc_dialog, ADW_TYPE_WINDOW)

static gboolean
xc_dialog_close_request (GtkWindow *window)
{
  if (XC_DIALOG_GET_CLASS (window)->keep != NULL)
    XC_DIALOG_GET_CLASS (window)->keep (XC_DIALOG (window));
  return GTK_WINDOW_CLASS (xc_dialog_parent_class)->close_request (window);
}

static void
xc_dialog_class_init (XcDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  GTK_WINDOW_CLASS (class)->close_request = xc_dialog_close_request;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
xc_dialog_init (XcDialog *self)
{
  /* The role of a class does not reach the classes derived from it. */
  g_object_set (self, "accessible-role", GTK_ACCESSIBLE_ROLE_DIALOG, NULL);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
}
