/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/list/record-column.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/text-size.h"
#include "store/path.h"
#include "store/row.h"

/* Beside the words of a heading; the arrow of the order in the one by which lists are sorted first. */
#define HEADING_EDGES 14
#define HEADING_ARROW 22

/* What the cells of one column have in common; the column's factory owns it. */
typedef struct
{
  const XcField *field;
  const char *title;
  guint column;
  guint n_columns;
} Cell;

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
read_direction (GtkSorter *view_sorter, GObject *one, GObject *other, guint column)
{
  GArray *saved = reading;
  XcSortKey key = { .column = column };
  gboolean is_descending;

  reading = g_array_new (FALSE, FALSE, sizeof (XcSortKey));
  g_array_append_val (reading, key);
  reading_direction = TRUE;
  is_descending = gtk_sorter_compare (view_sorter, one, other) == GTK_ORDERING_LARGER;
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
  /* Two of them: GTK asks nobody whether an item equals itself. */
  g_autoptr (GObject) one = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GObject) other = g_object_new (G_TYPE_OBJECT, NULL);
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (XcSortKey));

  reading = keys;
  gtk_sorter_compare (view_sorter, one, other);
  reading = NULL;
  for (guint i = 0; i < keys->len; i++)
    {
      XcSortKey *key = &g_array_index (keys, XcSortKey, i);

      key->is_descending = read_direction (view_sorter, one, other, key->column);
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
  XcPath read;
  gboolean is_known = xc_path_read (table, path, &read);

  g_assert (is_known && read.field != NULL);
  if (of_table != NULL)
    *of_table = read.table;
  return read.field;
}

/**
 * xc_record_column_is_kept:
 * @table: the table of the list
 * @path: of a field
 *
 * Returns: whether rows can be looked for by it: it is neither counted nor put together
 */
gboolean
xc_record_column_is_kept (XcTable table, const char *path)
{
  XcPath read;

  return xc_path_read (table, path, &read) && xc_path_is_kept (&read);
}

/* Of what belongs to the row, as its measures, the table says whose field it is. */
static const char *
make_long_title (const XcPath *path)
{
  /* translators: %1$s is the title of a table, %2$s that of one of its fields */
  g_autofree char *title = g_strdup_printf (C_ ("column", "%1$s: %2$s"), xc_catalogue_title (path->table),
                                            xc_field_title (path->table, path->field));

  return g_intern_string (title);
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
  XcPath read;

  if (xc_path_read (table, path, &read) && xc_path_has_many (&read))
    return make_long_title (&read);
  if (n > 1 && field->is_name && field->kind != XC_FIELD_REFERENCE)
    {
      g_autofree char *reference = g_strndup (path, strlen (path) - strlen (names[n - 1]) - 1);

      field = xc_record_column_get_field (table, reference, &of_table);
    }
  return xc_field_title (of_table, field);
}

/**
 * xc_record_column_dup_name_path:
 * @table: the table of the list
 * @path: of a field
 *
 * Returns: (transfer full) (nullable): of a reference the path of what people call that row by, %NULL when it has no
 *   name; of any other field @path
 */
char *
xc_record_column_dup_name_path (XcTable table, const char *path)
{
  const XcField *field = xc_record_column_get_field (table, path, NULL);
  const XcCatalogueTable *target;

  if (field->kind != XC_FIELD_REFERENCE)
    return g_strdup (path);
  target = xc_catalogue_get (field->target);
  for (guint i = 0; i < target->n_fields; i++)
    if (target->fields[i].is_name)
      {
        g_autofree char *longer = g_strconcat (path, ".", target->fields[i].name, NULL);

        return xc_record_column_dup_name_path (table, longer);
      }
  return NULL;
}

/* What a row is called: GTK gives rows and cells no names of their own, and without one nobody can hear the list. */
static char *
make_row_name (XcRow *row, guint n_columns)
{
  GString *name = g_string_new (NULL);

  for (guint i = 0; i < n_columns; i++)
    {
      const char *text = xc_row_get_text (row, i);

      if (text != NULL && *text != '\0')
        g_string_append_printf (name, "%s%s", name->len > 0 ? ", " : "", text);
    }
  return g_string_free (name, FALSE);
}

static void
name_widgets (GtkWidget *content, XcRow *row, const Cell *cell, const char *text)
{
  GtkWidget *cell_widget = gtk_widget_get_parent (content);
  GtkWidget *row_widget = cell_widget != NULL ? gtk_widget_get_parent (cell_widget) : NULL;
  /* translators: %1$s is the title of a field, %2$s its value */
  g_autofree char *cell_name = g_strdup_printf (C_ ("field", "%1$s: %2$s"), cell->title, text);

  if (row_widget == NULL)
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell_widget), GTK_ACCESSIBLE_PROPERTY_LABEL, cell_name, -1);
  if (cell->column == 0)
    {
      g_autofree char *row_name = make_row_name (row, cell->n_columns);

      gtk_accessible_update_property (GTK_ACCESSIBLE (row_widget), GTK_ACCESSIBLE_PROPERTY_LABEL, row_name,
                                      -1);
    }
}

static void
show_text (XcRow *row, GParamSpec *pspec, GtkListItem *item)
{
  GtkWidget *content = gtk_list_item_get_child (item);
  const Cell *cell = g_object_get_data (G_OBJECT (item), "cell");
  const char *text = xc_row_is_loaded (row) ? xc_row_get_text (row, cell->column) : NULL;

  /* A row is one line high: what follows in others is told in the same. */
  if (text != NULL && strchr (text, '\n') != NULL)
    {
      g_autofree char *line = g_strdelimit (g_strdup (text), "\n", ' ');

      gtk_inscription_set_text (GTK_INSCRIPTION (content), line);
    }
  else
    gtk_inscription_set_text (GTK_INSCRIPTION (content), text != NULL ? text : "");
  name_widgets (content, row, cell, text != NULL ? text : "");
}

/* An inscription takes the room that it is given; a label would lay its text out again and again to say how much it
 * wants, in every cell of the two hundred rows that GTK keeps. */
static void
set_up_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *content = gtk_inscription_new (NULL);
  const Cell *cell = data;

  gtk_inscription_set_xalign (
      GTK_INSCRIPTION (content),
      cell->field->kind == XC_FIELD_NUMBER || cell->field->kind == XC_FIELD_MONEY ? 1 : 0);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (content), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_lines (GTK_INSCRIPTION (content), 1);
  if (cell->field->kind != XC_FIELD_TEXT && cell->field->kind != XC_FIELD_LONG_TEXT)
    gtk_widget_add_css_class (content, "numeric");
  gtk_list_item_set_child (item, content);
  g_object_set_data (G_OBJECT (content), "item", item);
  g_object_set_data (G_OBJECT (item), "cell", data);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer data)
{
  XcRow *row = gtk_list_item_get_item (item);

  g_signal_connect_object (row, "notify::record", G_CALLBACK (show_text), item, 0);
  show_text (row, NULL, item);
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer data)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), show_text, item);
}

/**
 * xc_record_column_find_position:
 * @widget: (nullable): what is under the pointer
 *
 * Returns: the position of the row that @widget belongs to, or %GTK_INVALID_LIST_POSITION: GTK 4.8 tells nobody
 */
guint
xc_record_column_find_position (GtkWidget *widget)
{
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    {
      GtkWidget *inner = widget;

      /* From the padding of a row or a cell, too. */
      for (guint depth = 0; inner != NULL && depth < 3; depth++, inner = gtk_widget_get_first_child (inner))
        {
          GtkListItem *item = g_object_get_data (G_OBJECT (inner), "item");

          if (item != NULL)
            return gtk_list_item_get_position (item);
        }
      if (GTK_IS_COLUMN_VIEW (gtk_widget_get_parent (widget)))
        break;
    }
  return GTK_INVALID_LIST_POSITION;
}

/* Fixed, as cells are not to be measured while scrolling: in pixels, enough for what is usual. */
static int
get_width (const XcField *field)
{
  switch (field->kind)
    {
    case XC_FIELD_TEXT:
      return field->is_code ? 124 : field->is_name ? 190 : 130;
    case XC_FIELD_LONG_TEXT:
      return 280;
    case XC_FIELD_DAY:
      /* The longest, 2021年12月31日, whole; of a limit also what is said of one that is past. */
      return strcmp (field->name, "due") == 0 ? 224 : 128;
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
 * xc_record_column_fit:
 * @table: the table of the list
 * @path: of a column
 * @width_px: how wide it is to be with text of the usual size
 *
 * Returns: how wide it is to be as text is now, and at least as wide as its heading
 */
int
xc_record_column_fit (XcTable table, const char *path, int width_px)
{
  GtkWidget *heading = g_object_ref_sink (gtk_label_new (xc_record_column_get_title (table, path)));
  gboolean is_code = xc_record_column_get_field (table, path, NULL)->is_code;
  int room = 0;

  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_measure (heading, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &room, NULL, NULL);
  g_object_unref (heading);
  return MAX (xc_text_size_scale (width_px), room + HEADING_EDGES + (is_code ? HEADING_ARROW : 0));
}

/**
 * xc_record_column_new:
 * @table: the table of the list
 * @paths: (array zero-terminated=1): of the list's columns
 * @column: the number of this one
 * @width_px: how wide, or 0 for what is usual
 *
 * Returns: (transfer full): the column
 */
GtkColumnViewColumn *
xc_record_column_new (XcTable table, const char *const *paths, guint column, int width_px)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Cell *cell = g_new0 (Cell, 1);
  GtkColumnViewColumn *self;
  g_autoptr (GtkSorter) sorter =
      GTK_SORTER (gtk_custom_sorter_new (tell_column, GUINT_TO_POINTER (column), NULL));

  cell->field = xc_record_column_get_field (table, paths[column], NULL);
  cell->title = xc_record_column_get_title (table, paths[column]);
  cell->column = column;
  cell->n_columns = g_strv_length ((GStrv) paths);
  g_object_set_data_full (G_OBJECT (factory), "cell", cell, g_free);
  g_signal_connect (factory, "setup", G_CALLBACK (set_up_cb), cell);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  self = gtk_column_view_column_new (cell->title, factory);
  gtk_column_view_column_set_sorter (self, sorter);
  gtk_column_view_column_set_resizable (self, TRUE);
  gtk_column_view_column_set_fixed_width (
      self, width_px > 0 ? width_px : xc_record_column_fit (table, paths[column], get_width (cell->field)));
  gtk_column_view_column_set_expand (self, cell->field->kind == XC_FIELD_LONG_TEXT);
  return self;
}
