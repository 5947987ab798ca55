/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ctrl+V on the page of problems: what is in the clipboard, seen before it is written. */
#include <glib/gi18n-lib.h>

#include "app/entry/paste-dialog.h"
#include "app/record/record-page.h"
#include "app/window.h"
#include "intake/pasted-problems.h"

/* The inspection of the problem that is shown: that of those pasted, unless they say otherwise. */
static gint64
get_inspection (XcRowsPage *page)
{
  XcRecord *record = xc_form_get_record (xc_form_pane_get_form (xc_rows_page_get_pane (page)));

  return record != NULL ? xc_record_get_number (record, "inspection_id") : 0;
}

static void
pasted_cb (GtkWidget *page, const char *title)
{
  xc_window_tell_done (page, title);
}

static void
read_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) page = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
  XcStore *store = xc_page_get_store (XC_PAGE (page));
  GtkRoot *root = gtk_widget_get_root (page);
  g_autoptr (GError) error = NULL;
  g_autoptr (XcPastedProblems) pasted = xc_pasted_problems_new (text != NULL ? text : "", &error);
  XcPasteDialog *dialog;

  if (root == NULL || store == NULL || !xc_store_is_writable (store))
    return;
  if (pasted == NULL)
    {
      xc_window_tell_error (page, error);
      return;
    }
  if (xc_pasted_problems_count (pasted) == 0)
    {
      xc_window_tell (page, _ ("There are no rows in the clipboard: copy them in the spreadsheet first."));
      return;
    }
  dialog = xc_paste_dialog_new (GTK_WINDOW (root), store, get_inspection (XC_ROWS_PAGE (page)),
                                g_steal_pointer (&pasted));
  g_signal_connect_object (dialog, "pasted", G_CALLBACK (pasted_cb), page, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
paste_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, read_cb, g_object_ref (widget));
}

/**
 * xc_paste_action_install:
 * @page_class: of an #XcRowsPage whose rows are problems
 */
void
xc_paste_action_install (GtkWidgetClass *page_class)
{
  gtk_widget_class_install_action (page_class, "problems.paste", NULL, paste_action);
  gtk_widget_class_add_binding_action (page_class, GDK_KEY_v, GDK_CONTROL_MASK, "problems.paste", NULL);
}

/**
 * xc_paste_action_set_menu:
 * @page: a page of problems
 *
 * Puts the action into the menu of its rows.
 */
void
xc_paste_action_set_menu (GtkWidget *page)
{
  g_autoptr (GMenu) section = g_menu_new ();
  g_autoptr (GMenuItem) item = g_menu_item_new (_ ("_Paste Problems from a Spreadsheet…"), "problems.paste");

  g_menu_item_set_attribute (item, "accel", "s", "<Control>v");
  g_menu_append_item (section, item);
  xc_record_list_add_row_menu (xc_record_page_get_list (XC_RECORD_PAGE (page)), G_MENU_MODEL (section));
}
