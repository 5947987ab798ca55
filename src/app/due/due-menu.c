/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/due/due-menu.h"

#include <glib/gi18n-lib.h>

#include "app/due/due-inspections.h"
#include "app/page.h"

struct _XcDueMenu
{
  AdwBin parent_instance;

  /* Borrowed */
  GtkMenuButton *button; /* of its own tree */
  XcPage *page;          /* that it stands in, NULL until it does */
};

G_DEFINE_FINAL_TYPE (XcDueMenu, xc_due_menu, ADW_TYPE_BIN)

static const XcDueList *
get_list (XcDueMenu *self)
{
  return self->page != NULL ? xc_due_watch_get_list (xc_page_get_due_watch (self->page)) : NULL;
}

static void
refresh (XcDueMenu *self)
{
  const XcDueList *list = get_list (self);
  g_autoptr (GArray) ids = list != NULL ? xc_due_list_get_ids (list, XC_TABLE_INSPECTION, 0) : NULL;
  guint n = ids != NULL ? ids->len : 0;
  g_autofree char *label =
      /* translators: %'u inspections that wait for something */
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u inspection", "%'u inspections", n), n);

  gtk_menu_button_set_label (self->button, label);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

static void
create_popover (GtkMenuButton *button, gpointer data)
{
  XcDueMenu *self = data;
  const XcDueList *list = get_list (self);

  if (list != NULL)
    gtk_menu_button_set_popover (button, xc_due_inspections_new (xc_page_get_store (self->page), list));
}

static void
xc_due_menu_root (GtkWidget *widget)
{
  XcDueMenu *self = XC_DUE_MENU (widget);
  GtkWidget *page = gtk_widget_get_ancestor (widget, XC_TYPE_PAGE);

  GTK_WIDGET_CLASS (xc_due_menu_parent_class)->root (widget);
  if (self->page != NULL || page == NULL)
    return;
  self->page = XC_PAGE (page);
  g_signal_connect_object (page, "due-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
}

static void
xc_due_menu_class_init (XcDueMenuClass *class)
{
  GTK_WIDGET_CLASS (class)->root = xc_due_menu_root;
}

static void
xc_due_menu_init (XcDueMenu *self)
{
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button),
                               _ ("Inspections that wait for a notice, a report, feedback or a plan"));
  gtk_menu_button_set_create_popup_func (self->button, create_popover, self, NULL);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
