/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/list/filter-editor.h"

#include <glib/gi18n-lib.h>

#include "app/list/filter-value.h"

struct _XcFilterEditor
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkDropDown *field_drop_down;
  GtkDropDown *relation_drop_down;
  XcFilterValue *value;
  GtkLabel *fault;

  /* Owned */
  XcStore *store;
  GPtrArray *fields; /* of XcFilterField */
  GArray *relations; /* of XcRelation: what the drop-down lists */

  XcTable table;
  gboolean is_putting;
};

G_DEFINE_FINAL_TYPE (XcFilterEditor, xc_filter_editor, ADW_TYPE_BIN)

static guint applied_signal;

/* GtkDropDown tells assistive technology neither its name nor its value. */
static void
name_drop_down (GtkDropDown *drop_down, const char *title)
{
  GtkStringObject *selected = gtk_drop_down_get_selected_item (drop_down);
  /* translators: %1$s is the title of a field, %2$s its value */
  g_autofree char *label = g_strdup_printf (C_ ("field", "%1$s: %2$s"), title,
                                            selected != NULL ? gtk_string_object_get_string (selected) : "");

  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static const XcFilterField *
get_field (XcFilterEditor *self)
{
  guint selected = gtk_drop_down_get_selected (self->field_drop_down);

  return selected < self->fields->len ? self->fields->pdata[selected] : NULL;
}

static XcRelation
get_relation (XcFilterEditor *self)
{
  guint selected = gtk_drop_down_get_selected (self->relation_drop_down);

  return g_array_index (self->relations, XcRelation, selected < self->relations->len ? selected : 0);
}

static void
ask_for_value (XcFilterEditor *self)
{
  const XcFilterField *field = get_field (self);

  if (field == NULL || self->is_putting)
    return;
  gtk_label_set_text (self->fault, "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), FALSE);
  xc_filter_value_ask (self->value, self->store, field, get_relation (self));
  name_drop_down (self->field_drop_down, _ ("Field"));
  name_drop_down (self->relation_drop_down, _ ("Relation"));
}

/* What people most often want of a field comes first. */
static void
list_relations (XcFilterEditor *self)
{
  static const XcRelation order[] = {
    XC_RELATION_MATCHES, XC_RELATION_ONE_OF, XC_RELATION_FROM_TO, XC_RELATION_CONTAINS, XC_RELATION_IS,
    XC_RELATION_IS_NOT,  XC_RELATION_BEFORE, XC_RELATION_AFTER,   XC_RELATION_EMPTY,    XC_RELATION_NOT_EMPTY,
  };
  const XcFilterField *field = get_field (self);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  if (field == NULL)
    return;
  g_array_set_size (self->relations, 0);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (xc_filter_field_offers (field, order[i])
        && !(field->field->kind == XC_FIELD_REFERENCE && order[i] == XC_RELATION_CONTAINS))
      {
        g_array_append_val (self->relations, order[i]);
        gtk_string_list_append (titles, xc_filter_relation_title (order[i], field->field));
      }
  self->is_putting = TRUE;
  gtk_drop_down_set_model (self->relation_drop_down, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (self->relation_drop_down, 0);
  self->is_putting = FALSE;
  ask_for_value (self);
}

static void
select_relation (XcFilterEditor *self, XcRelation relation)
{
  for (guint i = 0; i < self->relations->len; i++)
    if (g_array_index (self->relations, XcRelation, i) == relation)
      gtk_drop_down_set_selected (self->relation_drop_down, i);
}

static void
field_selected_cb (XcFilterEditor *self)
{
  if (!self->is_putting)
    list_relations (self);
}

static void
apply_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcFilterEditor *self = XC_FILTER_EDITOR (widget);
  XcRelation relation = get_relation (self);
  g_autoptr (XcQuery) query = xc_query_new (self->table);
  g_autofree char *fault = NULL;
  g_autoptr (GArray) values = xc_filter_value_read (self->value, &fault);

  gtk_label_set_text (self->fault, fault != NULL ? fault : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), fault != NULL);
  if (values == NULL)
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->value));
      return;
    }
  xc_query_add_filter (query, xc_filter_field_get_path (get_field (self), relation), relation,
                       (const XcValue *) (void *) values->data, values->len);
  g_signal_emit (self, applied_signal, 0, query);
}

static void
xc_filter_editor_dispose (GObject *object)
{
  g_clear_object (&XC_FILTER_EDITOR (object)->store);
  gtk_widget_dispose_template (GTK_WIDGET (object), XC_TYPE_FILTER_EDITOR);
  G_OBJECT_CLASS (xc_filter_editor_parent_class)->dispose (object);
}

static void
xc_filter_editor_finalize (GObject *object)
{
  XcFilterEditor *self = XC_FILTER_EDITOR (object);

  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_array_unref (self->relations);
  G_OBJECT_CLASS (xc_filter_editor_parent_class)->finalize (object);
}

static void
xc_filter_editor_class_init (XcFilterEditorClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = xc_filter_editor_dispose;
  G_OBJECT_CLASS (class)->finalize = xc_filter_editor_finalize;
  applied_signal = g_signal_new ("applied", XC_TYPE_FILTER_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, XC_TYPE_QUERY | G_SIGNAL_TYPE_STATIC_SCOPE);
  g_type_ensure (XC_TYPE_FILTER_VALUE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/xuncha/Xuncha/list/filter-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, XcFilterEditor, field_drop_down);
  gtk_widget_class_bind_template_child (widget_class, XcFilterEditor, relation_drop_down);
  gtk_widget_class_bind_template_child (widget_class, XcFilterEditor, value);
  gtk_widget_class_bind_template_child (widget_class, XcFilterEditor, fault);
  gtk_widget_class_bind_template_callback (widget_class, field_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, ask_for_value);
  gtk_widget_class_install_action (widget_class, "filter.apply", NULL, apply_action);
}

static void
xc_filter_editor_init (XcFilterEditor *self)
{
  self->relations = g_array_new (FALSE, FALSE, sizeof (XcRelation));
  self->is_putting = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->is_putting = FALSE;
}

/**
 * xc_filter_editor_new:
 * @store: the ledger
 * @table: the table of a list
 * @columns: (array zero-terminated=1): what the list shows, by path
 *
 * Returns: (transfer floating): an editor of a new filter
 */
XcFilterEditor *
xc_filter_editor_new (XcStore *store, XcTable table, const char *const *columns)
{
  XcFilterEditor *self = g_object_new (XC_TYPE_FILTER_EDITOR, NULL);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  self->store = g_object_ref (store);
  self->table = table;
  self->fields = xc_filter_field_list (table, columns);
  for (guint i = 0; i < self->fields->len; i++)
    gtk_string_list_append (titles, ((const XcFilterField *) self->fields->pdata[i])->title);
  self->is_putting = TRUE;
  gtk_drop_down_set_model (self->field_drop_down, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (self->field_drop_down, 0);
  self->is_putting = FALSE;
  list_relations (self);
  return self;
}

/**
 * xc_filter_editor_put:
 * @self: an editor
 * @query: a query of the editor's table
 * @index: of the filter that is to be changed
 */
void
xc_filter_editor_put (XcFilterEditor *self, const XcQuery *query, guint index)
{
  const XcValue *values;
  XcRelation relation;
  guint n_values, position;
  const char *path = xc_query_get_filter (query, index, &relation, &values, &n_values);
  const XcFilterField *field = xc_filter_field_find (self->fields, path);

  if (field == NULL || !g_ptr_array_find (self->fields, field, &position))
    return;
  gtk_drop_down_set_selected (self->field_drop_down, position);
  if (field->field->kind == XC_FIELD_CHOICE && relation == XC_RELATION_IS)
    relation = XC_RELATION_ONE_OF;
  select_relation (self, relation);
  xc_filter_value_put (self->value, values, n_values);
}
