/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/list/bulk-dialog.h"

#include <glib/gi18n-lib.h>

#include "app/fields/field-editor.h"
#include "app/window-work.h"
#include "store/bulk.h"
#include "store/row-name.h"

struct _XcBulkDialog
{
  XcDialog parent_instance;

  /* Template widgets */
  GtkLabel *which;
  GtkDropDown *field_drop_down;
  AdwBin *value;
  GtkLabel *fault;

  /* Owned */
  XcStore *store;
  XcQuery *query;
  GArray *fields; /* of guint: positions in the catalogue */
  XcRecord *record;

  /* Borrowed: of the own tree */
  XcFieldEditor *editor;
};

/* The change itself, on its way through a thread. */
typedef struct
{
  XcStore *store;
  XcQuery *query;
  XcRecord *record; /* holds the value */
  const XcField *field;
  char *title;
  guint n_changed;
} Change;

G_DEFINE_FINAL_TYPE (XcBulkDialog, xc_bulk_dialog, XC_TYPE_DIALOG)

static void
change_free (gpointer data)
{
  Change *change = data;

  g_object_unref (change->store);
  xc_query_free (change->query);
  xc_record_unref (change->record);
  g_free (change->title);
  g_free (change);
}

static gboolean
set_values (XcStore *store, gpointer data, GError **error)
{
  Change *change = data;
  XcTable table = xc_query_get_table (change->query);
  XcValue value =
      xc_value_of_record (change->record, (guint) xc_catalogue_find_field (table, change->field->name));

  return xc_store_set_where (store, change->query, change->field->name, &value, &change->n_changed, error);
}

static gboolean
change_worker (gpointer data, GCancellable *cancellable, GError **error)
{
  Change *change = data;

  return xc_store_run (change->store, change->title, set_values, change, error);
}

static void
done_cb (XcWindow *window, const GError *error, gpointer data)
{
  Change *change = data;

  if (error != NULL)
    xc_window_tell_error (GTK_WIDGET (window), error);
  else if (change->n_changed == 0)
    xc_window_tell (GTK_WIDGET (window), _ ("All of these rows had that value already."));
  else
    xc_window_tell_done (GTK_WIDGET (window), change->title);
}

static const XcField *
get_field (XcBulkDialog *self)
{
  guint selected = gtk_drop_down_get_selected (self->field_drop_down);
  const XcCatalogueTable *entry = xc_catalogue_get (xc_query_get_table (self->query));

  return &entry->fields[g_array_index (self->fields, guint, selected)];
}

static void
show_fault (XcBulkDialog *self, const char *fault)
{
  gtk_label_set_text (self->fault, fault != NULL ? fault : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), fault != NULL);
}

static void
field_selected_cb (XcBulkDialog *self)
{
  XcTable table;
  const XcField *field;
  g_autofree char *label = NULL;

  if (self->query == NULL || gtk_drop_down_get_selected (self->field_drop_down) >= self->fields->len)
    return;
  table = xc_query_get_table (self->query);
  field = get_field (self);
  g_clear_pointer (&self->record, xc_record_unref);
  self->record = xc_record_new (table);
  xc_record_clear (self->record, field->name);
  self->editor = xc_field_editor_new (table, field);
  xc_field_editor_show (self->editor, self->store, self->record);
  adw_bin_set_child (self->value, GTK_WIDGET (self->editor));
  show_fault (self, NULL);
  /* GtkDropDown tells assistive technology neither its name nor its value. */
  /* translators: %1$s is the title of a field, %2$s its value */
  label = g_strdup_printf (C_ ("field", "%1$s: %2$s"), _ ("Field"), xc_field_title (table, field));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->field_drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
}

static char *
dup_value_words (XcBulkDialog *self, const XcField *field)
{
  XcTable table = xc_query_get_table (self->query);
  XcValue value = xc_value_of_record (self->record, (guint) xc_catalogue_find_field (table, field->name));

  if (!value.is_set)
    return g_strdup (C_ ("choice", "None"));
  if (field->kind == XC_FIELD_REFERENCE)
    return xc_row_dup_full_name (xc_store_get_database (self->store), field->target, value.number);
  return xc_value_format (table, field, &value);
}

static char *
make_title (XcBulkDialog *self, const XcField *field, guint n_rows)
{
  XcTable table = xc_query_get_table (self->query);
  g_autofree char *words = dup_value_words (self, field);

  return g_strdup_printf (
      /* translators: %1$s is the title of a table, %2$'u a number of rows, %3$s the title of a field, %4$s its value */
      g_dngettext (GETTEXT_PACKAGE, "%1$s: in %2$'u row %3$s is now “%4$s”",
                   "%1$s: in %2$'u rows %3$s is now “%4$s”", n_rows),
      xc_catalogue_title (table), n_rows, xc_field_title (table, field), words);
}

static void
apply_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcBulkDialog *self = XC_BULK_DIALOG (widget);
  GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (self));
  const XcField *field = get_field (self);
  g_autofree char *fault = xc_field_editor_read (self->editor, self->record);
  Change *change;
  guint n_rows = 0;

  if (fault == NULL && field->is_required && !xc_record_is_set (self->record, field->name))
    fault = g_strdup (_ ("This field must be filled in."));
  show_fault (self, fault);
  if (fault != NULL || !xc_query_count (self->query, self->store, &n_rows, NULL))
    return;
  change = g_new0 (Change, 1);
  change->store = g_object_ref (self->store);
  change->query = xc_query_copy (self->query);
  change->record = xc_record_ref (self->record);
  change->field = field;
  change->title = make_title (self, field, n_rows);
  xc_dialog_finish (XC_DIALOG (self));
  xc_window_work (XC_WINDOW (window), _ ("Changing the Rows"), change_worker, done_cb, change, change_free);
}

static void
xc_bulk_dialog_read_typed (XcDialog *dialog, GHashTable *typed)
{
  XcBulkDialog *self = XC_BULK_DIALOG (dialog);

  g_hash_table_insert (typed, g_strdup ("field"), g_strdup (get_field (self)->name));
  g_hash_table_insert (typed, g_strdup ("value"), xc_field_editor_dup_typed (self->editor));
}

static void
xc_bulk_dialog_put_typed (XcDialog *dialog, GHashTable *typed)
{
  XcBulkDialog *self = XC_BULK_DIALOG (dialog);
  int field =
      xc_catalogue_find_field (xc_query_get_table (self->query), g_hash_table_lookup (typed, "field"));

  for (guint i = 0; i < self->fields->len; i++)
    if ((int) g_array_index (self->fields, guint, i) == field)
      gtk_drop_down_set_selected (self->field_drop_down, i);
  xc_field_editor_put_typed (self->editor, g_hash_table_lookup (typed, "value"));
}

static void
xc_bulk_dialog_dispose (GObject *object)
{
  XcBulkDialog *self = XC_BULK_DIALOG (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->query, xc_query_free);
  g_clear_pointer (&self->record, xc_record_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), XC_TYPE_BULK_DIALOG);
  G_OBJECT_CLASS (xc_bulk_dialog_parent_class)->dispose (object);
}

static void
xc_bulk_dialog_finalize (GObject *object)
{
  g_array_unref (XC_BULK_DIALOG (object)->fields);
  G_OBJECT_CLASS (xc_bulk_dialog_parent_class)->finalize (object);
}

static void
xc_bulk_dialog_class_init (XcBulkDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = xc_bulk_dialog_dispose;
  G_OBJECT_CLASS (class)->finalize = xc_bulk_dialog_finalize;
  XC_DIALOG_CLASS (class)->read_typed = xc_bulk_dialog_read_typed;
  XC_DIALOG_CLASS (class)->put_typed = xc_bulk_dialog_put_typed;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/xuncha/Xuncha/list/bulk-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, XcBulkDialog, which);
  gtk_widget_class_bind_template_child (widget_class, XcBulkDialog, field_drop_down);
  gtk_widget_class_bind_template_child (widget_class, XcBulkDialog, value);
  gtk_widget_class_bind_template_child (widget_class, XcBulkDialog, fault);
  gtk_widget_class_bind_template_callback (widget_class, field_selected_cb);
  gtk_widget_class_install_action (widget_class, "bulk.apply", NULL, apply_action);
}

static void
xc_bulk_dialog_init (XcBulkDialog *self)
{
  self->fields = g_array_new (FALSE, FALSE, sizeof (guint));
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* A code is one row's own. */
static void
list_fields (XcBulkDialog *self)
{
  XcTable table = xc_query_get_table (self->query);
  const XcCatalogueTable *entry = xc_catalogue_get (table);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  for (guint i = 0; i < entry->n_fields; i++)
    if (!entry->fields[i].is_code)
      {
        g_array_append_val (self->fields, i);
        gtk_string_list_append (titles, xc_field_title (table, &entry->fields[i]));
      }
  gtk_drop_down_set_model (self->field_drop_down, G_LIST_MODEL (titles));
  field_selected_cb (self);
}

/**
 * xc_bulk_dialog_present:
 * @widget: a list in a window
 * @store: the ledger
 * @query: which rows
 * @is_all: whether these are all that the list shows, and not only what is selected
 *
 * Asks which field is to have which value.
 */
void
xc_bulk_dialog_present (GtkWidget *widget, XcStore *store, const XcQuery *query, gboolean is_all)
{
  XcBulkDialog *self;
  g_autofree char *words = NULL;
  g_autofree char *draft = NULL;
  g_autoptr (GError) error = NULL;
  guint n_rows;

  if (!xc_query_count (query, store, &n_rows, &error))
    {
      xc_window_tell_error (widget, error);
      return;
    }
  self = g_object_new (XC_TYPE_BULK_DIALOG, "transient-for", gtk_widget_get_root (widget), NULL);
  self->store = g_object_ref (store);
  self->query = xc_query_copy (query);
  if (is_all)
    words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The one row that the list shows will be changed.",
                                          /* translators: %'u is a number of rows */
                                          "All %'u rows that the list shows will be changed.", n_rows),
                             n_rows);
  else
    words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The selected row will be changed.",
                                          /* translators: %'u is a number of rows */
                                          "The %'u selected rows will be changed.", n_rows),
                             n_rows);
  gtk_label_set_text (self->which, words);
  list_fields (self);
  draft = g_strdup_printf ("bulk %s", xc_catalogue_get (xc_query_get_table (query))->name);
  xc_dialog_take_up_draft (XC_DIALOG (self), store, draft);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->field_drop_down));
}
