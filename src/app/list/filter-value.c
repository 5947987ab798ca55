/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/list/filter-value.h"

#include <glib/gi18n-lib.h>

#include "app/fields/field-editor.h"
#include "core/text.h"

struct _XcFilterValue
{
  AdwBin parent_instance;

  const XcFilterField *field;
  XcRelation relation;

  /* Owned */
  XcStore *store;
  GPtrArray *records; /* of XcRecord: what the editors are read into */

  /* Borrowed: of the own tree */
  GPtrArray *widgets; /* of GtkCheckButton, a GtkEntry, or XcFieldEditor */
};

G_DEFINE_FINAL_TYPE (XcFilterValue, xc_filter_value, ADW_TYPE_BIN)

static gboolean
asks_for_text (XcFilterValue *self)
{
  return self->relation == XC_RELATION_CONTAINS || self->relation == XC_RELATION_MATCHES
         || self->field->field->kind == XC_FIELD_TEXT || self->field->field->kind == XC_FIELD_LONG_TEXT;
}

static void
activate_cb (GtkWidget *entry)
{
  gtk_widget_activate_action (entry, "filter.apply", NULL);
}

static void
add_choices (XcFilterValue *self, GtkBox *box)
{
  for (const XcChoice *choice = self->field->field->choices; choice->word != NULL; choice++)
    {
      GtkWidget *button = gtk_check_button_new_with_label (xc_choice_title (choice));

      gtk_box_append (box, button);
      g_ptr_array_add (self->widgets, button);
    }
}

static void
add_entry (XcFilterValue *self, GtkBox *box)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, self->field->title,
                                  -1);
  g_signal_connect (entry, "activate", G_CALLBACK (activate_cb), NULL);
  gtk_box_append (box, entry);
  g_ptr_array_add (self->widgets, entry);
}

static void
add_editor (XcFilterValue *self, GtkBox *box)
{
  XcFieldEditor *editor = xc_field_editor_new (self->field->table, self->field->field);
  XcRecord *record = xc_record_new (self->field->table);

  xc_record_clear (record, self->field->field->name);
  xc_field_editor_show (editor, self->store, record);
  gtk_box_append (box, GTK_WIDGET (editor));
  g_ptr_array_add (self->widgets, editor);
  g_ptr_array_add (self->records, record);
}

/**
 * xc_filter_value_ask:
 * @self: a value
 * @store: the ledger
 * @field: (transfer none): by what is filtered; must outlive @self
 * @relation: and how
 *
 * Shows what such a value is given by, empty.
 */
void
xc_filter_value_ask (XcFilterValue *self, XcStore *store, const XcFilterField *field, XcRelation relation)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  g_set_object (&self->store, store);
  self->field = field;
  self->relation = relation;
  g_ptr_array_set_size (self->widgets, 0);
  g_ptr_array_set_size (self->records, 0);
  if (relation == XC_RELATION_EMPTY || relation == XC_RELATION_NOT_EMPTY)
    gtk_widget_set_visible (box, FALSE);
  else if (asks_for_text (self))
    add_entry (self, GTK_BOX (box));
  else if (field->field->kind == XC_FIELD_CHOICE)
    add_choices (self, GTK_BOX (box));
  else
    for (guint i = 0; i < (relation == XC_RELATION_FROM_TO ? 2 : 1); i++)
      add_editor (self, GTK_BOX (box));
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
check_choices (XcFilterValue *self, const XcValue *values, guint n_values)
{
  const XcChoice *choices = self->field->field->choices;

  for (guint i = 0; i < self->widgets->len; i++)
    {
      gboolean is_chosen = FALSE;

      for (guint j = 0; j < n_values; j++)
        is_chosen |= g_strcmp0 (choices[i].word, values[j].text) == 0;
      gtk_check_button_set_active (self->widgets->pdata[i], is_chosen);
    }
}

/**
 * xc_filter_value_put:
 * @self: a value that asks for the field and relation of a filter
 * @values: (array length=n_values): of that filter
 * @n_values: how many
 */
void
xc_filter_value_put (XcFilterValue *self, const XcValue *values, guint n_values)
{
  if (self->widgets->len > 0 && GTK_IS_CHECK_BUTTON (self->widgets->pdata[0]))
    {
      check_choices (self, values, n_values);
      return;
    }
  for (guint i = 0; i < MIN (n_values, self->widgets->len); i++)
    if (GTK_IS_ENTRY (self->widgets->pdata[i]))
      gtk_editable_set_text (self->widgets->pdata[i], values[i].text);
    else if (values[i].is_set)
      {
        xc_record_set_number (self->records->pdata[i], self->field->field->name, values[i].number);
        xc_field_editor_show (self->widgets->pdata[i], self->store, self->records->pdata[i]);
      }
}

static void
free_value (gpointer data)
{
  g_free ((char *) ((XcValue *) data)->text);
}

static void
add_text (GArray *values, const char *text)
{
  XcValue value = XC_VALUE_TEXT (g_strdup (text));

  g_array_append_val (values, value);
}

static void
read_texts (XcFilterValue *self, GArray *values)
{
  for (guint i = 0; i < self->widgets->len; i++)
    if (GTK_IS_ENTRY (self->widgets->pdata[i]))
      {
        g_autofree char *typed = xc_text_clean (gtk_editable_get_text (self->widgets->pdata[i]));

        if (*typed != '\0')
          add_text (values, typed);
      }
    else if (gtk_check_button_get_active (self->widgets->pdata[i]))
      add_text (values, self->field->field->choices[i].word);
}

static char *
read_numbers (XcFilterValue *self, GArray *values, guint *n_set)
{
  guint index = (guint) xc_catalogue_find_field (self->field->table, self->field->field->name);

  for (guint i = 0; i < self->widgets->len; i++)
    {
      XcRecord *record = self->records->pdata[i];
      char *fault = xc_field_editor_read (self->widgets->pdata[i], record);
      XcValue value;

      if (fault != NULL)
        return fault;
      value = xc_value_of_record (record, index);
      if (!value.is_set && self->field->field->kind == XC_FIELD_YES_NO)
        value = XC_VALUE_NUMBER (0);
      *n_set += value.is_set;
      g_array_append_val (values, value);
    }
  return NULL;
}

/**
 * xc_filter_value_read:
 * @self: a value
 * @fault: (out) (nullable): a sentence that says why there is none
 *
 * Returns: (transfer full) (nullable) (element-type XcValue): what was typed or chosen
 */
GArray *
xc_filter_value_read (XcFilterValue *self, char **fault)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (XcValue));
  guint n_set = 0;

  g_array_set_clear_func (values, free_value);
  *fault = NULL;
  if (self->widgets->len == 0)
    return g_steal_pointer (&values);
  if (self->records->len > 0)
    *fault = read_numbers (self, values, &n_set);
  else
    {
      read_texts (self, values);
      n_set = values->len;
    }
  if (*fault == NULL && n_set == 0)
    *fault = g_strdup (_ ("Give a value to compare with, or choose “is empty”."));
  return *fault == NULL ? g_steal_pointer (&values) : NULL;
}

static gboolean
xc_filter_value_grab_focus (GtkWidget *widget)
{
  XcFilterValue *self = XC_FILTER_VALUE (widget);

  return self->widgets->len > 0 && gtk_widget_grab_focus (self->widgets->pdata[0]);
}

static void
xc_filter_value_finalize (GObject *object)
{
  XcFilterValue *self = XC_FILTER_VALUE (object);

  g_clear_object (&self->store);
  g_ptr_array_unref (self->widgets);
  g_ptr_array_unref (self->records);
  G_OBJECT_CLASS (xc_filter_value_parent_class)->finalize (object);
}

static void
xc_filter_value_class_init (XcFilterValueClass *class)
{
  G_OBJECT_CLASS (class)->finalize = xc_filter_value_finalize;
  GTK_WIDGET_CLASS (class)->grab_focus = xc_filter_value_grab_focus;
}

static void
xc_filter_value_init (XcFilterValue *self)
{
  self->widgets = g_ptr_array_new ();
  self->records = g_ptr_array_new_with_free_func ((GDestroyNotify) xc_record_unref);
}
