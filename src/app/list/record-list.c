/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/list/record-list.h"

#include <glib/gi18n-lib.h>

#include "app/list/filter-bar.h"
#include "app/list/record-column.h"
#include "app/list/row-selection.h"
#include "app/window.h"
#include "store/path.h"
#include "store/row-walk.h"

struct _XcRecordList
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkEditable *search;
  XcFilterBar *filters;
  GtkMenuButton *add_filter;
  GtkStack *views;
  GtkColumnView *view;
  GtkLabel *count;
  GMenuModel *row_menu;

  /* Borrowed: of its own tree */
  GtkPopover *menu;

  /* Owned */
  GStrv paths;
  XcQuery *query;
  XcRowModel *model;
  XcRowSelection *selection;
};

typedef struct
{
  GString *text;
  guint n_columns;
} Copying;

G_DEFINE_FINAL_TYPE (XcRecordList, xc_record_list, ADW_TYPE_BIN)

static guint selected_signal, activated_signal;

static void
update_count (XcRecordList *self)
{
  guint n_rows = xc_record_list_get_n_rows (self);
  guint n_selected = self->selection != NULL ? xc_row_selection_get_n (self->selection) : 0;
  const char *search = self->query != NULL ? xc_query_get_search (self->query) : NULL;
  gboolean is_narrowed = (search != NULL && *search != '\0')
                         || (self->query != NULL && xc_query_get_n_filters (self->query) > 0);
  /* translators: %'u rows of a list */
  g_autofree char *rows =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u row", "%'u rows", n_rows), n_rows);
  g_autofree char *words = NULL;

  if (n_selected > 1)
    /* translators: %1$s is a number of rows in words, %2$'u how many of them are selected */
    words = g_strdup_printf (_ ("%1$s · %2$'u selected"), rows, n_selected);
  gtk_label_set_text (self->count, words != NULL ? words : rows);
  gtk_stack_set_visible_child_name (self->views, n_rows == 0 && is_narrowed ? "nothing" : "rows");
}

static void
selection_changed_cb (XcRecordList *self)
{
  update_count (self);
  g_signal_emit (self, selected_signal, 0);
}

static void
run_query (XcRecordList *self)
{
  g_autoptr (GError) error = NULL;

  if (self->model == NULL)
    return;
  if (!xc_row_model_set_query (self->model, self->query, &error))
    g_message ("%s", error->message);
  update_count (self);
}

static void
search_changed_cb (XcRecordList *self)
{
  g_autofree const char **texts = NULL;
  guint n = 0;

  if (self->query == NULL)
    return;
  texts = g_new0 (const char *, g_strv_length (self->paths) + 1);
  for (guint i = 0; self->paths[i] != NULL; i++)
    if (xc_field_is_textual (
            xc_record_column_get_field (xc_query_get_table (self->query), self->paths[i], NULL))
        && xc_record_column_get_field (xc_query_get_table (self->query), self->paths[i], NULL)->choices
               == NULL)
      texts[n++] = self->paths[i];
  xc_query_set_search (self->query, gtk_editable_get_text (self->search), texts);
  run_query (self);
}

static void
filters_changed_cb (XcRecordList *self)
{
  xc_filter_bar_give (self->filters, self->query);
  run_query (self);
}

static void
create_filter_popover (GtkMenuButton *button, gpointer data)
{
  XcRecordList *self = data;

  if (self->model != NULL)
    gtk_menu_button_set_popover (button, GTK_WIDGET (xc_filter_bar_make_popover (self->filters)));
}

static void
stop_search_cb (XcRecordList *self)
{
  gtk_editable_set_text (self->search, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
activate_cb (XcRecordList *self)
{
  g_signal_emit (self, activated_signal, 0);
}

/* The view's own sorter says only "changed"; asked to compare, it asks the columns in their order. */
static void
sorter_changed_cb (XcRecordList *self)
{
  g_autoptr (GArray) keys = xc_record_column_read_sorter (gtk_column_view_get_sorter (self->view));

  xc_query_clear_sorts (self->query);
  for (guint i = 0; i < keys->len; i++)
    {
      const XcSortKey *key = &g_array_index (keys, XcSortKey, i);

      xc_query_add_sort (self->query, self->paths[key->column], key->is_descending);
    }
  run_query (self);
}

/**
 * xc_record_list_set_up:
 * @self: a list
 * @table: whose rows it shows
 * @paths: (array zero-terminated=1): of the fields that are its columns
 * @sort: one of @paths, by which it is sorted at first
 *
 * Once, before the ledger is put in.
 */
void
xc_record_list_set_up (XcRecordList *self, XcTable table, const char *const *paths, const char *sort)
{
  g_return_if_fail (self->query == NULL);
  self->paths = g_strdupv ((GStrv) paths);
  self->query = xc_query_new (table);
  xc_filter_bar_set_up (self->filters, table, paths);
  gtk_menu_button_set_create_popup_func (self->add_filter, create_filter_popover, self, NULL);
  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = xc_record_column_new (table, paths, i, 0);

      gtk_column_view_append_column (self->view, column);
      if (g_str_equal (paths[i], sort))
        gtk_column_view_sort_by_column (self->view, column, GTK_SORT_ASCENDING);
    }
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed", G_CALLBACK (sorter_changed_cb),
                           self, G_CONNECT_SWAPPED);
  sorter_changed_cb (self);
}

/**
 * xc_record_list_set_store:
 * @self: a list that is set up
 * @store: (nullable): the ledger
 */
void
xc_record_list_set_store (XcRecordList *self, XcStore *store)
{
  gtk_column_view_set_model (self->view, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  xc_filter_bar_set_store (self->filters, store);
  xc_query_clear_filters (self->query);
  if (store != NULL)
    {
      self->model =
          xc_row_model_new (store, xc_query_get_table (self->query), (const char *const *) self->paths);
      self->selection = xc_row_selection_new (self->model);
      g_signal_connect_object (self->selection, "changed", G_CALLBACK (selection_changed_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->model, "items-changed", G_CALLBACK (update_count), self,
                               G_CONNECT_SWAPPED);
      gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
      run_query (self);
    }
  update_count (self);
}

guint
xc_record_list_get_n_rows (XcRecordList *self)
{
  return self->model != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->model)) : 0;
}

/**
 * xc_record_list_get_selected:
 * @self: a list
 *
 * Returns: (transfer full) (element-type gint64): the ids of the selected rows, in the order of the list
 */
GArray *
xc_record_list_get_selected (XcRecordList *self)
{
  return self->selection != NULL ? xc_row_selection_dup_ids (self->selection)
                                 : g_array_new (FALSE, FALSE, sizeof (gint64));
}

/**
 * xc_record_list_select:
 * @self: a list
 * @id: a row
 *
 * Returns: whether the list has it; then it is selected and in sight
 */
gboolean
xc_record_list_select (XcRecordList *self, gint64 id)
{
  GtkWidget *rows = gtk_widget_get_last_child (GTK_WIDGET (self->view));
  guint position;

  if (self->model == NULL || !xc_row_model_find (self->model, id, &position))
    return FALSE;
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  /* gtk_column_view_scroll_to() came after GTK 4.8. */
  gtk_widget_activate_action (rows, "list.scroll-to-item", "u", position);
  return TRUE;
}

/**
 * xc_record_list_focus:
 * @self: a list
 *
 * Puts the focus on its rows.
 */
void
xc_record_list_focus (XcRecordList *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

void
xc_record_list_focus_search (XcRecordList *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

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
  g_autoptr (GString) text = g_string_new (NULL);
  Copying copying = { text, g_strv_length (self->paths) };

  for (guint i = 0; self->paths[i] != NULL; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\t" : "",
                            xc_record_column_get_title (table, self->paths[i]));
  g_string_append_c (text, '\n');
  if (!xc_row_walk (xc_row_model_get_store (self->model), table, (const char *const *) self->paths, ids,
                    append_row, &copying, error))
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
  g_signal_emit (widget, activated_signal, 0);
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

static void
xc_record_list_dispose (GObject *object)
{
  XcRecordList *self = XC_RECORD_LIST (object);

  if (self->view != NULL)
    gtk_column_view_set_model (self->view, NULL);
  if (self->menu != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->menu)));
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  gtk_widget_dispose_template (GTK_WIDGET (self), XC_TYPE_RECORD_LIST);
  G_OBJECT_CLASS (xc_record_list_parent_class)->dispose (object);
}

static void
xc_record_list_finalize (GObject *object)
{
  XcRecordList *self = XC_RECORD_LIST (object);

  g_strfreev (self->paths);
  g_clear_pointer (&self->query, xc_query_free);
  G_OBJECT_CLASS (xc_record_list_parent_class)->finalize (object);
}

static void
xc_record_list_class_init (XcRecordListClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = xc_record_list_dispose;
  G_OBJECT_CLASS (class)->finalize = xc_record_list_finalize;
  selected_signal =
      g_signal_new ("selected", XC_TYPE_RECORD_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  activated_signal =
      g_signal_new ("activated", XC_TYPE_RECORD_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (XC_TYPE_FILTER_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/xuncha/Xuncha/list/record-list.ui");
  gtk_widget_class_bind_template_child (widget_class, XcRecordList, search);
  gtk_widget_class_bind_template_child (widget_class, XcRecordList, filters);
  gtk_widget_class_bind_template_child (widget_class, XcRecordList, add_filter);
  gtk_widget_class_bind_template_child (widget_class, XcRecordList, views);
  gtk_widget_class_bind_template_child (widget_class, XcRecordList, view);
  gtk_widget_class_bind_template_child (widget_class, XcRecordList, count);
  gtk_widget_class_bind_template_child (widget_class, XcRecordList, row_menu);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, filters_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, right_click_cb);
  gtk_widget_class_install_action (widget_class, "rows.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "rows.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "rows.show-menu", NULL, menu_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "rows.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "rows.show-menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "rows.show-menu", NULL);
  /* Only here: in the form these keys belong to what is typed. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "page.remove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, GDK_CONTROL_MASK, "page.repeat", NULL);
}

static void
xc_record_list_init (XcRecordList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->menu = GTK_POPOVER (gtk_popover_menu_new_from_model (self->row_menu));
  gtk_popover_set_has_arrow (self->menu, FALSE);
  gtk_widget_set_halign (GTK_WIDGET (self->menu), GTK_ALIGN_START);
  gtk_widget_set_parent (GTK_WIDGET (self->menu), GTK_WIDGET (self));
}
