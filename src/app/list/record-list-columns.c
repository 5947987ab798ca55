/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of a list: which, in which order, how wide. They are remembered in the settings, not in the ledger: they
 * belong to somebody's screen, and each drag at a heading would be a step of the history. */
#include "app/list/record-list-private.h"

#include "app/list/column-chooser.h"
#include "app/list/record-column.h"
#include "app/settings.h"

#define KEY "list-columns"
/* A drag at a heading tells each pixel. */
#define REMEMBER_AFTER_MS 400

/**
 * xc_record_list_dup_columns:
 * @self: a list
 *
 * Returns: (transfer full): what it shows, as the user has arranged it
 */
XcColumnSet *
xc_record_list_dup_columns (XcRecordList *self)
{
  GListModel *shown = gtk_column_view_get_columns (self->view);
  XcColumnSet *columns = xc_column_set_new (xc_query_get_table (self->query));

  for (guint i = 0; i < g_list_model_get_n_items (shown); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (shown, i);

      xc_column_set_add (columns, g_object_get_data (G_OBJECT (column), "path"),
                         gtk_column_view_column_get_fixed_width (column));
    }
  return columns;
}

static const char *
get_name (XcRecordList *self)
{
  return self->arrangement != NULL ? self->arrangement : self->page;
}

static gboolean
remember_cb (gpointer data)
{
  XcRecordList *self = data;
  GSettings *settings = xc_settings_get ();
  g_autoptr (XcColumnSet) columns = xc_record_list_dup_columns (self);
  g_autoptr (GVariant) former = NULL;
  GVariantDict pages;

  self->remembering = 0;
  if (settings == NULL || self->page == NULL || xc_column_set_get_n (columns) == 0)
    return G_SOURCE_REMOVE;
  former = g_settings_get_value (settings, KEY);
  g_variant_dict_init (&pages, former);
  g_variant_dict_insert_value (&pages, get_name (self), xc_column_set_to_variant (columns));
  g_settings_set_value (settings, KEY, g_variant_dict_end (&pages));
  return G_SOURCE_REMOVE;
}

static void
remember (XcRecordList *self)
{
  if (!self->is_arranging && self->remembering == 0)
    self->remembering = g_timeout_add (REMEMBER_AFTER_MS, remember_cb, self);
}

/* The heading's arrow shows the first key; the others are known to it, too. */
static void
show_sorts (XcRecordList *self, GtkColumnViewColumn **columns)
{
  gtk_column_view_sort_by_column (self->view, NULL, GTK_SORT_ASCENDING);
  for (guint i = xc_query_get_n_sorts (self->query); i > 0; i--)
    {
      gboolean is_descending;
      const char *path = xc_query_get_sort (self->query, i - 1, &is_descending);

      for (guint j = 0; self->paths[j] != NULL; j++)
        if (g_str_equal (self->paths[j], path))
          gtk_column_view_sort_by_column (self->view, columns[j],
                                          is_descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
    }
}

static void
remove_columns (XcRecordList *self)
{
  GListModel *shown = gtk_column_view_get_columns (self->view);

  while (g_list_model_get_n_items (shown) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (shown, 0);

      gtk_column_view_remove_column (self->view, column);
    }
}

static gboolean
is_figure (XcTable table, const char *path)
{
  XcFieldKind kind = xc_record_column_get_field (table, path, NULL)->kind;

  return kind == XC_FIELD_NUMBER || kind == XC_FIELD_MONEY;
}

/* Over the figures, which stand at the right. The row of headings is the view's first child; the toolkit has no other way
 * to them. */
static void
put_heading_at_end (GtkColumnView *view, guint column)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (view));
  GtkWidget *title = gtk_widget_get_first_child (row);

  while (title != NULL && column-- > 0)
    title = gtk_widget_get_next_sibling (title);
  if (title != NULL && gtk_widget_get_first_child (title) != NULL)
    gtk_widget_set_halign (gtk_widget_get_first_child (title), GTK_ALIGN_END);
}

/**
 * xc_record_list_show_columns:
 * @self: a list
 * @columns: what it shows from now on; rows, selection and sorting stay
 */
void
xc_record_list_show_columns (XcRecordList *self, const XcColumnSet *columns)
{
  XcTable table = xc_query_get_table (self->query);
  guint n_columns = xc_column_set_get_n (columns);
  g_autofree GtkColumnViewColumn **made = g_new0 (GtkColumnViewColumn *, n_columns + 1);

  self->is_arranging = TRUE;
  remove_columns (self);
  g_strfreev (self->paths);
  self->paths = xc_column_set_dup_paths (columns);
  if (self->model != NULL)
    xc_row_model_set_columns (self->model, (const char *const *) self->paths);
  for (guint i = 0; i < n_columns; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = xc_record_column_new (table, (const char *const *) self->paths,
                                                                     i, xc_column_set_get_width (columns, i));

      g_object_set_data_full (G_OBJECT (column), "path", g_strdup (self->paths[i]), g_free);
      g_signal_connect_object (column, "notify::fixed-width", G_CALLBACK (remember), self, G_CONNECT_SWAPPED);
      gtk_column_view_append_column (self->view, column);
      if (is_figure (table, self->paths[i]))
        put_heading_at_end (self->view, i);
      made[i] = column;
    }
  show_sorts (self, made);
  self->is_arranging = FALSE;
}

static void
chosen_cb (XcRecordList *self, XcColumnChooser *chooser)
{
  xc_record_list_show_columns (self, xc_column_chooser_get (chooser));
  remember (self);
}

static void
create_popover (GtkMenuButton *button, gpointer data)
{
  XcRecordList *self = data;
  g_autoptr (XcColumnSet) columns = xc_record_list_dup_columns (self);
  XcColumnChooser *chooser =
      xc_column_chooser_new (xc_query_get_table (self->query), (const char *const *) self->usual, columns);
  GtkWidget *popover = gtk_popover_new ();

  g_signal_connect_object (chooser, "changed", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (chooser));
  gtk_menu_button_set_popover (button, popover);
}

static gboolean
recall (XcRecordList *self)
{
  GSettings *settings = xc_settings_get ();
  g_autoptr (GVariant) pages = NULL;
  g_autoptr (GVariant) value = NULL;
  g_autoptr (XcColumnSet) columns = NULL;

  if (settings == NULL)
    return FALSE;
  pages = g_settings_get_value (settings, KEY);
  value = g_variant_lookup_value (pages, get_name (self), XC_COLUMN_SET_TYPE);
  columns = xc_column_set_from_variant (xc_query_get_table (self->query), value);
  if (columns != NULL)
    xc_record_list_show_columns (self, columns);
  return columns != NULL;
}

/**
 * xc_record_list_recall_columns:
 * @self: a list that knows its page
 *
 * Shows the columns that were remembered for it.
 */
void
xc_record_list_recall_columns (XcRecordList *self)
{
  recall (self);
}

/**
 * xc_record_list_arrange:
 * @self: a list that is set up
 * @name: under what its columns are remembered from now on
 * @paths: (array zero-terminated=1): what it shows until somebody chooses
 * @widths_px: how wide each of @paths is until then with text of the usual size, 0 for what is usual
 *
 * Shows other columns of the same rows: filters, order, selection and place stay.
 */
void
xc_record_list_arrange (XcRecordList *self, const char *name, const char *const *paths, const int *widths_px)
{
  g_autoptr (XcColumnSet) columns = xc_column_set_new (xc_query_get_table (self->query));

  for (guint i = 0; paths[i] != NULL; i++)
    xc_column_set_add (columns, paths[i],
                       widths_px[i] > 0
                           ? xc_record_column_fit (xc_query_get_table (self->query), paths[i], widths_px[i])
                           : 0);
  if (self->remembering != 0)
    {
      g_source_remove (self->remembering);
      remember_cb (self);
    }
  g_free (self->arrangement);
  self->arrangement = g_strdup (name);
  g_strfreev (self->usual);
  self->usual = g_strdupv ((GStrv) paths);
  if (!recall (self))
    xc_record_list_show_columns (self, columns);
}

void
xc_record_list_set_up_columns (XcRecordList *self)
{
  g_signal_connect_object (gtk_column_view_get_columns (self->view), "items-changed", G_CALLBACK (remember),
                           self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_create_popup_func (self->choose_columns, create_popover, self, NULL);
}
