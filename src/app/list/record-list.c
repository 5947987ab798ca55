/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/list/record-list.h"

#include <glib/gi18n-lib.h>

#include "app/list/record-column.h"
#include "store/path.h"

struct _XcRecordList
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkEditable *search;
  GtkStack *views;
  GtkColumnView *view;
  GtkLabel *count;

  /* Owned */
  GStrv paths;
  XcQuery *query;
  XcRowModel *model;
  GtkMultiSelection *selection;
};

G_DEFINE_FINAL_TYPE (XcRecordList, xc_record_list, ADW_TYPE_BIN)

static guint selected_signal, activated_signal;

static guint
get_n_selected (XcRecordList *self)
{
  g_autoptr (GtkBitset) bits = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  return (guint) gtk_bitset_get_size (bits);
}

static void
update_count (XcRecordList *self)
{
  guint n_rows = xc_record_list_get_n_rows (self);
  guint n_selected = self->selection != NULL ? get_n_selected (self) : 0;
  const char *search = self->query != NULL ? xc_query_get_search (self->query) : NULL;
  /* translators: %u rows of a list */
  g_autofree char *rows =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u row", "%u rows", n_rows), n_rows);
  g_autofree char *words = NULL;

  if (n_selected > 1)
    /* translators: %1$s is a number of rows in words, %2$u how many of them are selected */
    words = g_strdup_printf (_ ("%1$s · %2$u selected"), rows, n_selected);
  gtk_label_set_text (self->count, words != NULL ? words : rows);
  gtk_stack_set_visible_child_name (self->views,
                                    n_rows == 0 && search != NULL && *search != '\0' ? "nothing" : "rows");
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
  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = xc_record_column_new (table, paths[i], i);

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
  if (store != NULL)
    {
      self->model =
          xc_row_model_new (store, xc_query_get_table (self->query), (const char *const *) self->paths);
      self->selection = gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->model)));
      g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb), self,
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
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GtkBitset) bits = NULL;
  GtkBitsetIter iter;
  guint position;

  if (self->selection == NULL)
    return ids;
  bits = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  for (gboolean more = gtk_bitset_iter_init_first (&iter, bits, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      gint64 id = xc_row_model_get_id (self->model, position);

      g_array_append_val (ids, id);
    }
  return ids;
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

void
xc_record_list_focus_search (XcRecordList *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/**
 * xc_record_list_dup_selected_text:
 * @self: a list
 *
 * Returns: (transfer full): the selected rows as tab-separated text with a line of headings, as spreadsheets take it
 */
char *
xc_record_list_dup_selected_text (XcRecordList *self)
{
  g_autoptr (GtkBitset) bits = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GString *text = g_string_new (NULL);
  GtkBitsetIter iter;
  guint position;

  for (guint i = 0; self->paths[i] != NULL; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\t" : "",
                            xc_record_column_get_title (xc_query_get_table (self->query), self->paths[i]));
  g_string_append_c (text, '\n');
  for (gboolean more = gtk_bitset_iter_init_first (&iter, bits, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      g_autoptr (XcRow) row = g_list_model_get_item (G_LIST_MODEL (self->model), position);

      for (guint i = 0; self->paths[i] != NULL; i++)
        {
          g_autofree char *cell = g_strdup (xc_row_get_text (row, i));

          g_string_append_printf (text, "%s%s", i > 0 ? "\t" : "",
                                  cell != NULL ? g_strdelimit (cell, "\t\n", ' ') : "");
        }
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcRecordList *self = XC_RECORD_LIST (widget);

  if (self->selection != NULL && get_n_selected (self) > 0)
    {
      g_autofree char *text = xc_record_list_dup_selected_text (self);

      gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
    }
}

static void
xc_record_list_dispose (GObject *object)
{
  XcRecordList *self = XC_RECORD_LIST (object);

  if (self->view != NULL)
    gtk_column_view_set_model (self->view, NULL);
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
  gtk_widget_class_set_template_from_resource (widget_class, "/org/xuncha/Xuncha/list/record-list.ui");
  gtk_widget_class_bind_template_child (widget_class, XcRecordList, search);
  gtk_widget_class_bind_template_child (widget_class, XcRecordList, views);
  gtk_widget_class_bind_template_child (widget_class, XcRecordList, view);
  gtk_widget_class_bind_template_child (widget_class, XcRecordList, count);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_install_action (widget_class, "list.copy", NULL, copy_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "list.copy", NULL);
}

static void
xc_record_list_init (XcRecordList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
