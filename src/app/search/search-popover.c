/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/search/search-popover.h"

#include <glib/gi18n-lib.h>

#include "core/value.h"
#include "store/query.h"

#define MAX_ROWS_OF_TABLE 6

struct _XcSearchPopover
{
  GtkPopover parent_instance;

  /* Template widgets */
  GtkEditable *entry;
  GtkListBox *found;
  GtkWidget *nothing;

  XcStore *store; /* owned */
};

/* Which tables are searched, where in them, and what tells a row from the next. */
static const struct
{
  XcTable table;
  const char *paths[5];
  const char *shown[3];
} places[] = {
  { XC_TABLE_ORGANIZATION, { "name", "short_name", "head" }, { "name", "short_name" } },
  { XC_TABLE_PERSON, { "name", "unit", "post" }, { "name", "unit" } },
  { XC_TABLE_PROBLEM, { "number", "wording", "facts" }, { "number", "wording" } },
  { XC_TABLE_ROUND, { "title", "note" }, { "ordinal", "title" } },
};

G_DEFINE_FINAL_TYPE (XcSearchPopover, xc_search_popover, GTK_TYPE_POPOVER)

static guint chosen_signal;

static char *
make_text (const XcRecord *record, const char *const *fields)
{
  XcTable table = xc_record_get_table (record);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; fields[i] != NULL; i++)
    {
      int index = xc_catalogue_find_field (table, fields[i]);
      XcValue value = xc_value_of_record (record, (guint) index);
      g_autofree char *words = xc_value_format (table, &xc_catalogue_get (table)->fields[index], &value);

      if (*words != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? "  " : "", words);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_heading (XcSearchPopover *self, XcTable table, guint n_found)
{
  GtkWidget *row = gtk_list_box_row_new ();
  /* translators: %1$s is the title of a table, %2$u a number of rows found in it */
  g_autofree char *words = g_strdup_printf (C_ ("search", "%1$s: %2$u"), xc_catalogue_title (table), n_found);
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_append (self->found, row);
}

static void
add_row (XcSearchPopover *self, const XcRecord *record, const char *const *fields)
{
  GtkWidget *row = gtk_list_box_row_new ();
  g_autofree char *text = make_text (record, fields);
  GtkWidget *label = gtk_label_new (text);
  gint64 *id = g_new (gint64, 1);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  *id = xc_record_get_id (record);
  g_object_set_data_full (G_OBJECT (row), "id", id, g_free);
  g_object_set_data (G_OBJECT (row), "table", GINT_TO_POINTER ((int) xc_record_get_table (record)));
  gtk_list_box_append (self->found, row);
}

static void
clear (XcSearchPopover *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->found))) != NULL)
    gtk_list_box_remove (self->found, row);
}

static void
search_table (XcSearchPopover *self, guint place, const char *text)
{
  XcTable table = places[place].table;
  g_autoptr (XcQuery) query = xc_query_new (table);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GPtrArray) records = NULL;

  xc_query_set_search (query, text, places[place].paths);
  ids = xc_query_ids (query, self->store, NULL);
  if (ids == NULL || ids->len == 0)
    return;
  records = xc_store_load_ids (self->store, table, (const gint64 *) (gpointer) ids->data,
                               MIN (ids->len, MAX_ROWS_OF_TABLE), NULL);
  if (records == NULL)
    return;
  add_heading (self, table, ids->len);
  for (guint i = 0; i < records->len; i++)
    if (records->pdata[i] != NULL)
      add_row (self, records->pdata[i], places[place].shown);
}

static void
search_changed_cb (XcSearchPopover *self)
{
  const char *text = gtk_editable_get_text (self->entry);

  clear (self);
  if (self->store != NULL && *text != '\0')
    for (guint i = 0; i < G_N_ELEMENTS (places); i++)
      search_table (self, i, text);
  gtk_widget_set_visible (self->nothing,
                          *text != '\0' && gtk_widget_get_first_child (GTK_WIDGET (self->found)) == NULL);
}

static void
row_activated_cb (XcSearchPopover *self, GtkListBoxRow *row)
{
  int table = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "table"));
  gint64 id = *(gint64 *) g_object_get_data (G_OBJECT (row), "id");

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, chosen_signal, 0, table, id);
}

/* Enter opens the first. */
static void
activate_cb (XcSearchPopover *self)
{
  /* What was typed last may not have been looked for yet. */
  search_changed_cb (self);
  for (int i = 0; gtk_list_box_get_row_at_index (self->found, i) != NULL; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->found, i);

      if (gtk_list_box_row_get_activatable (row))
        {
          row_activated_cb (self, row);
          return;
        }
    }
}

static void
stop_search_cb (XcSearchPopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
xc_search_popover_map (GtkWidget *widget)
{
  XcSearchPopover *self = XC_SEARCH_POPOVER (widget);

  GTK_WIDGET_CLASS (xc_search_popover_parent_class)->map (widget);
  search_changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (self->entry, 0, -1);
}

static void
xc_search_popover_dispose (GObject *object)
{
  XcSearchPopover *self = XC_SEARCH_POPOVER (object);

  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (object), XC_TYPE_SEARCH_POPOVER);
  G_OBJECT_CLASS (xc_search_popover_parent_class)->dispose (object);
}

static void
xc_search_popover_class_init (XcSearchPopoverClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = xc_search_popover_dispose;
  widget_class->map = xc_search_popover_map;
  chosen_signal = g_signal_new ("chosen", XC_TYPE_SEARCH_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT64);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/xuncha/Xuncha/search/search-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, XcSearchPopover, entry);
  gtk_widget_class_bind_template_child (widget_class, XcSearchPopover, found);
  gtk_widget_class_bind_template_child (widget_class, XcSearchPopover, nothing);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
xc_search_popover_init (XcSearchPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * xc_search_popover_set_store:
 * @self: a search
 * @store: (nullable): where it looks
 */
void
xc_search_popover_set_store (XcSearchPopover *self, XcStore *store)
{
  g_set_object (&self->store, store);
  gtk_editable_set_text (self->entry, "");
  clear (self);
}
