/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/list/column-chooser.h"

#include <glib/gi18n-lib.h>

#include "app/list/record-column.h"

struct _XcColumnChooser
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkListBox *rows;

  /* Owned */
  XcColumnSet *columns;
  GStrv usual;

  XcTable table;
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (XcColumnChooser, xc_column_chooser, ADW_TYPE_BIN)

static guint changed_signal;

static void fill (XcColumnChooser *self);

static GtkWidget *
make_move_button (const char *icon_name, const char *words, const char *path, int by)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "columns.move");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(si)", path, by);
  return button;
}

static void
toggled_cb (XcColumnChooser *self, GtkCheckButton *button)
{
  const char *path = g_object_get_data (G_OBJECT (button), "path");

  if (self->is_filling)
    return;
  if (gtk_check_button_get_active (button))
    xc_column_set_add (self->columns, path, 0);
  else if (!xc_column_set_remove (self->columns, path))
    {
      /* One column must stay. */
      gtk_check_button_set_active (button, TRUE);
      return;
    }
  g_signal_emit (self, changed_signal, 0);
}

static void
add_row (XcColumnChooser *self, const char *path, gboolean is_shown)
{
  const char *title = xc_record_column_get_title (self->table, path);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *check = gtk_check_button_new_with_label (title);

  gtk_widget_set_hexpand (check, TRUE);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_shown);
  g_object_set_data_full (G_OBJECT (check), "path", g_strdup (path), g_free);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), check);
  if (is_shown)
    {
      /* translators: %s is the title of a column */
      g_autofree char *up = g_strdup_printf (_ ("Move “%s” Forward"), title);
      /* translators: %s is the title of a column */
      g_autofree char *down = g_strdup_printf (_ ("Move “%s” Back"), title);

      gtk_box_append (GTK_BOX (box), make_move_button ("go-up-symbolic", up, path, -1));
      gtk_box_append (GTK_BOX (box), make_move_button ("go-down-symbolic", down, path, 1));
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_list_box_append (self->rows, row);
}

/* First what is shown, in its order; then what could be. */
static void
fill (XcColumnChooser *self)
{
  const XcCatalogueTable *entry = xc_catalogue_get (self->table);
  const XcField *derived;
  guint n_derived;
  GtkWidget *row;

  self->is_filling = TRUE;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_list_box_remove (self->rows, row);
  for (guint i = 0; i < xc_column_set_get_n (self->columns); i++)
    add_row (self, xc_column_set_get_path (self->columns, i), TRUE);
  for (guint i = 0; self->usual[i] != NULL; i++)
    if (!xc_column_set_has (self->columns, self->usual[i], NULL))
      add_row (self, self->usual[i], FALSE);
  for (guint i = 0; i < entry->n_fields; i++)
    {
      g_autofree char *path = xc_record_column_dup_name_path (self->table, entry->fields[i].name);

      if (path != NULL && !xc_column_set_has (self->columns, path, NULL)
          && !g_strv_contains ((const char *const *) self->usual, path))
        add_row (self, path, FALSE);
    }
  derived = xc_catalogue_list_derived (self->table, &n_derived);
  for (guint i = 0; i < n_derived; i++)
    if (!xc_column_set_has (self->columns, derived[i].name, NULL)
        && !g_strv_contains ((const char *const *) self->usual, derived[i].name))
      add_row (self, derived[i].name, FALSE);
  self->is_filling = FALSE;
}

/* The button stays under the finger, so that it can be pressed again. */
static void
focus_move_button (XcColumnChooser *self, guint index, gboolean is_down)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->rows, (int) index);
  GtkWidget *down = gtk_widget_get_last_child (gtk_list_box_row_get_child (row));

  gtk_widget_grab_focus (is_down ? down : gtk_widget_get_prev_sibling (down));
}

static void
move_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcColumnChooser *self = XC_COLUMN_CHOOSER (widget);
  g_autofree char *path = NULL;
  guint index;
  gint32 by;

  g_variant_get (parameter, "(si)", &path, &by);
  if (!xc_column_set_move (self->columns, path, by) || !xc_column_set_has (self->columns, path, &index))
    return;
  fill (self);
  focus_move_button (self, index, by > 0);
  g_signal_emit (self, changed_signal, 0);
}

static void
reset_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcColumnChooser *self = XC_COLUMN_CHOOSER (widget);

  xc_column_set_free (self->columns);
  self->columns = xc_column_set_new_usual (self->table, (const char *const *) self->usual);
  fill (self);
  g_signal_emit (self, changed_signal, 0);
}

static void
xc_column_chooser_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), XC_TYPE_COLUMN_CHOOSER);
  G_OBJECT_CLASS (xc_column_chooser_parent_class)->dispose (object);
}

static void
xc_column_chooser_finalize (GObject *object)
{
  XcColumnChooser *self = XC_COLUMN_CHOOSER (object);

  g_clear_pointer (&self->columns, xc_column_set_free);
  g_strfreev (self->usual);
  G_OBJECT_CLASS (xc_column_chooser_parent_class)->finalize (object);
}

static void
xc_column_chooser_class_init (XcColumnChooserClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = xc_column_chooser_dispose;
  G_OBJECT_CLASS (class)->finalize = xc_column_chooser_finalize;
  changed_signal = g_signal_new ("changed", XC_TYPE_COLUMN_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/xuncha/Xuncha/list/column-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, XcColumnChooser, rows);
  gtk_widget_class_install_action (widget_class, "columns.move", "(si)", move_action);
  gtk_widget_class_install_action (widget_class, "columns.reset", NULL, reset_action);
}

static void
xc_column_chooser_init (XcColumnChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * xc_column_chooser_new:
 * @table: the table of a list
 * @usual: (array zero-terminated=1): what it shows until somebody chooses, by path
 * @columns: what it shows now
 *
 * Returns: (transfer floating): a chooser among these and all fields of @table
 */
XcColumnChooser *
xc_column_chooser_new (XcTable table, const char *const *usual, const XcColumnSet *columns)
{
  XcColumnChooser *self = g_object_new (XC_TYPE_COLUMN_CHOOSER, NULL);

  self->table = table;
  self->usual = g_strdupv ((GStrv) usual);
  self->columns = xc_column_set_copy (columns);
  fill (self);
  return self;
}

/**
 * xc_column_chooser_get:
 * @self: a chooser
 *
 * Returns: (transfer none): what was chosen
 */
const XcColumnSet *
xc_column_chooser_get (XcColumnChooser *self)
{
  return self->columns;
}
