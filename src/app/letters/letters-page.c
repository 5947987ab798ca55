/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/letters/letters-page.h"

#include <glib/gi18n-lib.h>

#include "app/history/history-tab.h"
#include "app/letters/letter-output.h"
#include "app/letters/letter-tab.h"
#include "app/letters/receive-dialog.h"
#include "app/letters/write-letters-dialog.h"

struct _XcLettersPage
{
  XcRecordPage parent_instance;
};

G_DEFINE_FINAL_TYPE (XcLettersPage, xc_letters_page, XC_TYPE_RECORD_PAGE)

static XcWindow *
get_window (XcLettersPage *self)
{
  return XC_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

/* The selected letters; %NULL, and said so, when there are none. */
static GArray *
dup_selected (XcLettersPage *self)
{
  g_autoptr (GArray) ids = xc_record_list_get_selected (xc_record_page_get_list (XC_RECORD_PAGE (self)));

  if (ids->len > 0)
    return g_steal_pointer (&ids);
  xc_window_tell (GTK_WIDGET (self), _ ("Select the letters first."));
  return NULL;
}

static void
receive_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GArray) ids = dup_selected (XC_LETTERS_PAGE (widget));

  if (ids != NULL)
    xc_receive_dialog_present (widget, xc_page_get_store (XC_PAGE (widget)), ids);
}

static void
output_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcWindow *window = get_window (XC_LETTERS_PAGE (widget));
  g_autoptr (GArray) ids = dup_selected (XC_LETTERS_PAGE (widget));

  if (ids == NULL)
    return;
  if (g_str_equal (name, "letters.preview"))
    xc_letter_output_preview (window, ids);
  else if (g_str_equal (name, "letters.print"))
    xc_letter_output_print (window, ids);
  else if (g_str_equal (name, "letters.save"))
    xc_letter_output_save (window, ids);
  else
    xc_letter_output_save_each (window, ids);
}

/* Letters are not typed: they come from what is due. */
static void
write_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcStore *store = xc_page_get_store (XC_PAGE (widget));

  if (store != NULL && xc_store_is_writable (store))
    xc_write_letters_dialog_present (get_window (XC_LETTERS_PAGE (widget)));
}

static void
xc_letters_page_follow (XcPage *page, const XcChange *change)
{
  GtkWidget *widget = GTK_WIDGET (page);
  XcStore *store = xc_page_get_store (page);

  XC_PAGE_CLASS (xc_letters_page_parent_class)->follow (page, change);
  if (change != NULL)
    return;
  gtk_widget_action_set_enabled (widget, "page.repeat", FALSE);
  gtk_widget_action_set_enabled (widget, "page.remove", FALSE);
  gtk_widget_action_set_enabled (widget, "letters.receive", store != NULL && xc_store_is_writable (store));
}

static void
xc_letters_page_class_init (XcLettersPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  XC_PAGE_CLASS (class)->follow = xc_letters_page_follow;
  g_type_ensure (XC_TYPE_LETTER_TAB);
  g_type_ensure (XC_TYPE_HISTORY_TAB);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/xuncha/Xuncha/letters/letters-page.ui");
  gtk_widget_class_install_action (widget_class, "page.new", NULL, write_action);
  gtk_widget_class_install_action (widget_class, "letters.receive", NULL, receive_action);
  gtk_widget_class_install_action (widget_class, "letters.preview", NULL, output_action);
  gtk_widget_class_install_action (widget_class, "letters.print", NULL, output_action);
  gtk_widget_class_install_action (widget_class, "letters.save", NULL, output_action);
  gtk_widget_class_install_action (widget_class, "letters.save-each", NULL, output_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "letters.receive", NULL);
}

static void
xc_letters_page_init (XcLettersPage *self)
{
}
