/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/list/record-column.h"

#include <string.h>

#include "store/row.h"

/* Filled by the columns' sorters while the view's sorter is being read; GTK runs in one thread. */
static GArray *reading;
static gboolean reading_direction;

/* Does not sort: says that its column was asked, and once only that the first item is smaller. */
static int
tell_column (gconstpointer a, gconstpointer b, gpointer data)
{
  XcSortKey key = { .column = GPOINTER_TO_UINT (data), .is_descending = FALSE };

  if (reading == NULL)
    return 0;
  if (reading_direction)
    {
      const XcSortKey *asked = &g_array_index (reading, XcSortKey, reading->len - 1);

      return asked->column == key.column ? -1 : 0;
    }
  g_array_append_val (reading, key);
  return 0;
}

/* The direction of @key: the view's sorter turns the answer of a descending column round. */
static gboolean
read_direction (GtkSorter *view_sorter, GObject *item, guint column)
{
  GArray *saved = reading;
  XcSortKey key = { .column = column };
  gboolean is_descending;

  reading = g_array_new (FALSE, FALSE, sizeof (XcSortKey));
  g_array_append_val (reading, key);
  reading_direction = TRUE;
  is_descending = gtk_sorter_compare (view_sorter, item, item) == GTK_ORDERING_LARGER;
  reading_direction = FALSE;
  g_array_unref (reading);
  reading = saved;
  return is_descending;
}

/**
 * xc_record_column_read_sorter:
 * @view_sorter: the sorter of a column view, which in GTK 4.8 tells nobody by what it sorts
 *
 * Returns: (transfer full) (element-type XcSortKey): the columns that were clicked, the last one first
 */
GArray *
xc_record_column_read_sorter (GtkSorter *view_sorter)
{
  g_autoptr (GObject) item = g_object_new (G_TYPE_OBJECT, NULL);
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (XcSortKey));

  reading = keys;
  gtk_sorter_compare (view_sorter, item, item);
  reading = NULL;
  for (guint i = 0; i < keys->len; i++)
    {
      XcSortKey *key = &g_array_index (keys, XcSortKey, i);

      key->is_descending = read_direction (view_sorter, item, key->column);
    }
  return keys;
}

/**
 * xc_record_column_get_field:
 * @table: the table of the list
 * @path: names of fields, through references, separated by dots
 * @of_table: (out) (optional): the table of the last of them
 *
 * Returns: (transfer none): the last field
 */
const XcField *
xc_record_column_get_field (XcTable table, const char *path, XcTable *of_table)
{
  g_auto (GStrv) names = g_strsplit (path, ".", -1);
  const XcField *field = NULL;

  for (guint i = 0; names[i] != NULL; i++)
    {
      if (i > 0)
        table = field->target;
      field = xc_catalogue_get_field (table, names[i]);
      g_assert (field != NULL);
    }
  if (of_table != NULL)
    *of_table = table;
  return field;
}

/**
 * xc_record_column_get_title:
 * @table: the table of the list
 * @path: names of fields, through references, separated by dots
 *
 * Returns: (transfer none): the heading: of what names another row, what that row is to this one
 */
const char *
xc_record_column_get_title (XcTable table, const char *path)
{
  g_auto (GStrv) names = g_strsplit (path, ".", -1);
  guint n = g_strv_length (names);
  XcTable of_table;
  const XcField *field = xc_record_column_get_field (table, path, &of_table);

  if (n > 1 && field->is_name)
    {
      g_autofree char *reference = g_strndup (path, strlen (path) - strlen (names[n - 1]) - 1);

      field = xc_record_column_get_field (table, reference, &of_table);
    }
  return xc_field_title (of_table, field);
}

static void
show_text (XcRow *row, GParamSpec *pspec, GtkListItem *item)
{
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (item), "column"));
  const char *text = xc_row_is_loaded (row) ? xc_row_get_text (row, column) : NULL;

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), text != NULL ? text : "");
}

static void
set_up_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *label = gtk_label_new (NULL);
  const XcField *field = g_object_get_data (G_OBJECT (factory), "field");

  gtk_label_set_xalign (GTK_LABEL (label),
                        field->kind == XC_FIELD_NUMBER || field->kind == XC_FIELD_MONEY ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  if (field->kind != XC_FIELD_TEXT && field->kind != XC_FIELD_LONG_TEXT)
    gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
  g_object_set_data (G_OBJECT (item), "column", data);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer data)
{
  XcRow *row = gtk_list_item_get_item (item);

  g_signal_connect_object (row, "notify", G_CALLBACK (show_text), item, 0);
  show_text (row, NULL, item);
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer data)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), show_text, item);
}

/* Fixed, as cells are not to be measured while scrolling: in pixels, enough for what is usual. */
static int
get_width (const XcField *field)
{
  switch (field->kind)
    {
    case XC_FIELD_TEXT:
      return field->is_name ? 190 : 130;
    case XC_FIELD_LONG_TEXT:
      return 280;
    case XC_FIELD_DAY:
      return 108;
    case XC_FIELD_INSTANT:
      return 150;
    case XC_FIELD_NUMBER:
      return 84;
    case XC_FIELD_MONEY:
    case XC_FIELD_CHOICE:
      return 108;
    case XC_FIELD_YES_NO:
      return 84;
    case XC_FIELD_REFERENCE:
      return 150;
    default:
      g_return_val_if_reached (100);
    }
}

/**
 * xc_record_column_new:
 * @table: the table of the list
 * @path: of the field it shows
 * @column: its number among the list's paths
 *
 * Returns: (transfer full): the column
 */
GtkColumnViewColumn *
xc_record_column_new (XcTable table, const char *path, guint column)
{
  const XcField *field = xc_record_column_get_field (table, path, NULL);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *self;
  g_autoptr (GtkSorter) sorter =
      GTK_SORTER (gtk_custom_sorter_new (tell_column, GUINT_TO_POINTER (column), NULL));

  g_object_set_data (G_OBJECT (factory), "field", (gpointer) field);
  g_signal_connect (factory, "setup", G_CALLBACK (set_up_cb), GUINT_TO_POINTER (column));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  self = gtk_column_view_column_new (xc_record_column_get_title (table, path), factory);
  gtk_column_view_column_set_sorter (self, sorter);
  gtk_column_view_column_set_resizable (self, TRUE);
  gtk_column_view_column_set_fixed_width (self, get_width (field));
  gtk_column_view_column_set_expand (self, field->kind == XC_FIELD_LONG_TEXT);
  return self;
}
