/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done to the selected rows of a list, by keys and from their menu. */
#include "app/list/record-list-private.h"

#include <glib/gi18n-lib.h>

#include "app/list/bulk-dialog.h"
#include "app/list/list-export.h"
#include "app/list/record-column.h"
#include "app/window.h"
#include "store/row-walk.h"

typedef struct
{
  GString *text;
  guint n_columns;
} Copying;

static gboolean
append_row (XcRow *row, gpointer data)
{
  Copying *copying = data;

  for (guint i = 0; i < copying->n_columns; i++)
    {
      g_autofree char *cell = g_strdup (xc_row_get_text (row, i));

      g_string_append_printf (copying->text, "%s%s", i > 0 ? "\t" : "",
                              cell != NULL ? g_strdelimit (cell, "\t\r\n", ' ') : "");
    }
  g_string_append_c (copying->text, '\n');
  return TRUE;
}

/**
 * xc_record_list_dup_selected_text:
 * @self: a list
 * @error: return location for a #XcStoreError
 *
 * Returns: (transfer full) (nullable): the selected rows as tab-separated text with a line of headings, as
 *   spreadsheets take it
 */
char *
xc_record_list_dup_selected_text (XcRecordList *self, GError **error)
{
  XcTable table = xc_query_get_table (self->query);
  g_autoptr (GArray) ids = xc_record_list_get_selected (self);
  g_autoptr (XcColumnSet) columns = xc_record_list_dup_columns (self);
  g_auto (GStrv) paths = xc_column_set_dup_paths (columns);
  g_autoptr (GString) text = g_string_new (NULL);
  Copying copying = { text, g_strv_length (paths) };

  for (guint i = 0; paths[i] != NULL; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\t" : "", xc_record_column_get_title (table, paths[i]));
  g_string_append_c (text, '\n');
  if (!xc_row_walk (xc_row_model_get_store (self->model), table, (const char *const *) paths, ids, append_row,
                    &copying, error))
    return NULL;
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcRecordList *self = XC_RECORD_LIST (widget);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (self->selection == NULL || xc_row_selection_get_n (self->selection) == 0)
    return;
  text = xc_record_list_dup_selected_text (self, &error);
  if (text != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  else
    xc_window_tell_error (widget, error);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit_by_name (widget, "activated");
}

/* All that the list shows is a question to the ledger; anything less is a list of rows. */
static void
edit_field_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcRecordList *self = XC_RECORD_LIST (widget);
  guint n_selected, n_rows = xc_record_list_get_n_rows (self);
  gboolean is_all;
  g_autoptr (XcQuery) query = NULL;
  XcStore *store;

  if (self->selection == NULL || n_rows == 0)
    return;
  store = xc_row_model_get_store (self->model);
  if (!xc_store_is_writable (store))
    return;
  n_selected = xc_row_selection_get_n (self->selection);
  is_all = n_selected == 0 || n_selected == n_rows;
  if (is_all)
    query = xc_record_list_dup_query (self);
  else
    {
      g_autoptr (GArray) ids = xc_row_selection_dup_ids (self->selection);
      g_autofree XcValue *values = g_new0 (XcValue, ids->len);

      for (guint i = 0; i < ids->len; i++)
        values[i] = XC_VALUE_NUMBER (g_array_index (ids, gint64, i));
      query = xc_query_new (xc_query_get_table (self->query));
      xc_query_add_filter (query, "id", XC_RELATION_ONE_OF, values, ids->len);
    }
  xc_bulk_dialog_present (widget, store, query, is_all);
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcRecordList *self = XC_RECORD_LIST (widget);
  g_autoptr (XcColumnSet) columns = NULL;
  g_autoptr (XcQuery) query = NULL;

  if (self->model == NULL)
    return;
  columns = xc_record_list_dup_columns (self);
  query = xc_record_list_dup_query (self);
  xc_list_export_ask (widget, xc_row_model_get_store (self->model), query, columns);
}

/**
 * xc_record_list_make_pages:
 * @self: a list
 * @title: (translated): what it is called
 * @error: return location for a #XcStoreError
 *
 * Returns: (transfer full) (nullable): what it shows, for paper; %NULL without @error when it shows no ledger
 */
XcPages *
xc_record_list_make_pages (XcRecordList *self, const char *title, GError **error)
{
  g_autoptr (XcColumnSet) columns = NULL;
  g_autoptr (XcQuery) query = NULL;

  if (self->model == NULL)
    return NULL;
  columns = xc_record_list_dup_columns (self);
  query = xc_record_list_dup_query (self);
  return xc_list_export_make_pages (xc_row_model_get_store (self->model), query, columns, title, error);
}

/* Where the pointer is, or, by the keyboard, at the upper left of the rows. */
static void
show_menu (XcRecordList *self, double x, double y)
{
  gtk_widget_translate_coordinates (GTK_WIDGET (self->view), GTK_WIDGET (self), x, y, &x, &y);
  gtk_popover_set_pointing_to (self->menu, &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  gtk_popover_popup (self->menu);
}

static void
menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_menu (XC_RECORD_LIST (widget), 24, 48);
}

/* The menu is about the row under the pointer, or about all selected rows when that is one of them. */
static void
right_click_cb (XcRecordList *self, int n_press, double x, double y)
{
  guint position =
      xc_record_column_find_position (gtk_widget_pick (GTK_WIDGET (self->view), x, y, GTK_PICK_DEFAULT));
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (self->selection);

  if (position == GTK_INVALID_LIST_POSITION)
    return;
  if (!gtk_selection_model_is_selected (selection, position))
    gtk_selection_model_select_item (selection, position, TRUE);
  show_menu (self, x, y);
}

void
xc_row_actions_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "rows.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "rows.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "rows.edit-field", NULL, edit_field_action);
  gtk_widget_class_install_action (widget_class, "rows.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "rows.show-menu", NULL, menu_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "rows.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "rows.show-menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "rows.show-menu", NULL);
  /* Only here: in the form these keys belong to what is typed. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "page.remove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, GDK_CONTROL_MASK, "page.repeat", NULL);
}

void
xc_row_actions_set_up (XcRecordList *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (right_click_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (click));
  self->menu = GTK_POPOVER (gtk_popover_menu_new_from_model (self->row_menu));
  gtk_popover_set_has_arrow (self->menu, FALSE);
  gtk_widget_set_halign (GTK_WIDGET (self->menu), GTK_ALIGN_START);
  gtk_widget_set_parent (GTK_WIDGET (self->menu), GTK_WIDGET (self));
  g_signal_connect_swapped (self->menu, "closed", G_CALLBACK (xc_record_list_focus), self);
}

/**
 * xc_record_list_add_row_menu:
 * @self: a list
 * @section: what else can be done to its rows
 *
 * Adds it to the menu of the rows, before what is last there: to remove them.
 */
void
xc_record_list_add_row_menu (XcRecordList *self, GMenuModel *section)
{
  GMenu *menu = G_MENU (self->row_menu);

  g_menu_insert_section (menu, g_menu_model_get_n_items (self->row_menu) - 1, NULL, section);
}
