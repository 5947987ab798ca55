/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/list/filter-bar.h"

#include <glib/gi18n-lib.h>

#include "app/list/filter-editor.h"

/* A longer chip is cut: its tooltip has all of it. */
#define CHIP_CHARS 44

struct _XcFilterBar
{
  AdwBin parent_instance;

  XcTable table;

  /* Owned */
  GStrv columns;
  XcStore *store;
  XcQuery *query; /* only its filters */

  /* Borrowed: of the own tree */
  GtkFlowBox *box;
};

G_DEFINE_FINAL_TYPE (XcFilterBar, xc_filter_bar, ADW_TYPE_BIN)

static guint changed_signal;

static void show_chips (XcFilterBar *self);

static void
copy_filters (const XcQuery *from, XcQuery *to)
{
  for (guint i = 0; i < xc_query_get_n_filters (from); i++)
    {
      const XcValue *values;
      XcRelation relation;
      guint n_values;
      const char *path = xc_query_get_filter (from, i, &relation, &values, &n_values);

      xc_query_add_filter (to, path, relation, values, n_values);
    }
}

static void
changed (XcFilterBar *self)
{
  show_chips (self);
  g_signal_emit (self, changed_signal, 0);
}

/* The chip keeps its place. */
static void
replace_filter (XcFilterBar *self, guint index, const XcQuery *by)
{
  g_autoptr (XcQuery) former = self->query;

  self->query = xc_query_new (self->table);
  copy_filters (former, self->query);
  for (guint i = xc_query_get_n_filters (former); i > index; i--)
    xc_query_remove_filter (self->query, i - 1);
  copy_filters (by, self->query);
  for (guint i = 0; i <= index && xc_query_get_n_filters (former) > 0; i++)
    xc_query_remove_filter (former, 0);
  copy_filters (former, self->query);
}

static void
applied_cb (XcFilterEditor *editor, const XcQuery *filter, XcFilterBar *self)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (editor), GTK_TYPE_POPOVER);
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (editor), "index"));
  g_autoptr (XcQuery) kept = xc_query_copy (filter);

  gtk_popover_popdown (GTK_POPOVER (popover));
  replace_filter (self, index, kept);
  changed (self);
}

static GtkPopover *
make_popover (XcFilterBar *self, guint index)
{
  GtkPopover *popover = GTK_POPOVER (gtk_popover_new ());
  XcFilterEditor *editor =
      xc_filter_editor_new (self->store, self->table, (const char *const *) self->columns);

  if (index < xc_query_get_n_filters (self->query))
    xc_filter_editor_put (editor, self->query, index);
  g_object_set_data (G_OBJECT (editor), "index", GUINT_TO_POINTER (index));
  g_signal_connect_object (editor, "applied", G_CALLBACK (applied_cb), self, 0);
  gtk_popover_set_child (popover, GTK_WIDGET (editor));
  return popover;
}

static void
create_popover (GtkMenuButton *button, gpointer data)
{
  XcFilterBar *self = XC_FILTER_BAR (gtk_widget_get_ancestor (GTK_WIDGET (button), XC_TYPE_FILTER_BAR));

  if (self->store != NULL)
    gtk_menu_button_set_popover (button, GTK_WIDGET (make_popover (self, GPOINTER_TO_UINT (data))));
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcFilterBar *self = XC_FILTER_BAR (widget);
  guint index = g_variant_get_uint32 (parameter);

  if (index >= xc_query_get_n_filters (self->query))
    return;
  xc_query_remove_filter (self->query, index);
  changed (self);
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static GtkWidget *
make_chip (XcFilterBar *self, guint index)
{
  g_autofree char *words = xc_filter_dup_words (self->query, index, self->store);
  /* translators: %s is a filter in words */
  g_autofree char *remove_words = g_strdup_printf (_ ("Remove the Filter “%s”"), words);
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *change = gtk_menu_button_new ();
  GtkWidget *label = gtk_label_new (words);
  GtkWidget *remove = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), CHIP_CHARS);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (change), label);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (change), create_popover, GUINT_TO_POINTER (index),
                                         NULL);
  gtk_widget_set_tooltip_text (change, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (change), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (remove), "filters.remove");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (remove), "u", index);
  gtk_widget_set_tooltip_text (remove, remove_words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, remove_words, -1);
  gtk_box_append (GTK_BOX (chip), change);
  gtk_box_append (GTK_BOX (chip), remove);
  gtk_widget_add_css_class (chip, "linked");
  gtk_widget_add_css_class (chip, "chip");
  return chip;
}

static void
show_chips (XcFilterBar *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_flow_box_remove (self->box, child);
  for (guint i = 0; i < xc_query_get_n_filters (self->query); i++)
    {
      gtk_flow_box_insert (self->box, make_chip (self, i), -1);
      gtk_widget_set_focusable (gtk_widget_get_last_child (GTK_WIDGET (self->box)), FALSE);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), xc_query_get_n_filters (self->query) > 0);
}

static void
xc_filter_bar_finalize (GObject *object)
{
  XcFilterBar *self = XC_FILTER_BAR (object);

  g_strfreev (self->columns);
  g_clear_object (&self->store);
  g_clear_pointer (&self->query, xc_query_free);
  G_OBJECT_CLASS (xc_filter_bar_parent_class)->finalize (object);
}

static void
xc_filter_bar_class_init (XcFilterBarClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = xc_filter_bar_finalize;
  changed_signal =
      g_signal_new ("changed", XC_TYPE_FILTER_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "filters.remove", "u", remove_action);
}

static void
xc_filter_bar_init (XcFilterBar *self)
{
  self->box = GTK_FLOW_BOX (gtk_flow_box_new ());
  gtk_flow_box_set_selection_mode (self->box, GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (self->box, 20);
  gtk_flow_box_set_column_spacing (self->box, 6);
  gtk_flow_box_set_row_spacing (self->box, 6);
  gtk_widget_set_halign (GTK_WIDGET (self->box), GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Filters"),
                                  -1);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * xc_filter_bar_set_up:
 * @self: a bar
 * @table: the table of its list
 * @columns: (array zero-terminated=1): what the list shows, by path
 */
void
xc_filter_bar_set_up (XcFilterBar *self, XcTable table, const char *const *columns)
{
  g_strfreev (self->columns);
  self->columns = g_strdupv ((GStrv) columns);
  self->table = table;
  if (self->query == NULL)
    self->query = xc_query_new (table);
}

/**
 * xc_filter_bar_set_store:
 * @self: a bar that is set up
 * @store: (nullable): the ledger; filters by rows of another one go
 */
void
xc_filter_bar_set_store (XcFilterBar *self, XcStore *store)
{
  g_set_object (&self->store, store);
  xc_query_clear_filters (self->query);
  show_chips (self);
}

/**
 * xc_filter_bar_show:
 * @self: a bar
 * @query: whose filters it shows from now on
 */
void
xc_filter_bar_show (XcFilterBar *self, const XcQuery *query)
{
  xc_query_clear_filters (self->query);
  copy_filters (query, self->query);
  show_chips (self);
}

/**
 * xc_filter_bar_give:
 * @self: a bar
 * @query: a query of the same table, which has the filters of the bar then and no others
 */
void
xc_filter_bar_give (XcFilterBar *self, XcQuery *query)
{
  xc_query_clear_filters (query);
  copy_filters (self->query, query);
}

/**
 * xc_filter_bar_make_popover:
 * @self: a bar
 *
 * Returns: (transfer floating): what a filter is added with
 */
GtkPopover *
xc_filter_bar_make_popover (XcFilterBar *self)
{
  return make_popover (self, xc_query_get_n_filters (self->query));
}
