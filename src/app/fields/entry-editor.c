/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/fields/entry-editor.h"

#include <glib/gi18n-lib.h>

#include "core/money.h"
#include "core/numeral.h"
#include "core/text.h"
#include "core/value.h"

struct _XcEntryEditor
{
  XcFieldEditor parent_instance;

  /* Borrowed: of the editor's own tree */
  GtkEditable *entry;
};

G_DEFINE_FINAL_TYPE (XcEntryEditor, xc_entry_editor, XC_TYPE_FIELD_EDITOR)

static void
set_up (XcFieldEditor *editor)
{
  XcEntryEditor *self = XC_ENTRY_EDITOR (editor);
  const XcField *field = xc_field_editor_get_field (editor);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *entry = gtk_entry_new ();

  self->entry = GTK_EDITABLE (entry);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), FALSE);
  if (!xc_field_is_textual (field))
    {
      gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_NUMBER);
      gtk_editable_set_alignment (self->entry, 1);
      gtk_editable_set_max_width_chars (self->entry, 12);
    }
  gtk_box_append (GTK_BOX (box), entry);
  if (field->unit != NULL)
    gtk_box_append (GTK_BOX (box), gtk_label_new (g_dpgettext2 (GETTEXT_PACKAGE, "unit", field->unit)));
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (xc_field_editor_edited), self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (xc_field_editor_go_on), self);
  xc_field_editor_take_child (editor, box, entry);
}

static void
show (XcFieldEditor *editor, const XcRecord *record, guint index)
{
  XcEntryEditor *self = XC_ENTRY_EDITOR (editor);
  const XcField *field = xc_field_editor_get_field (editor);
  g_autofree char *typed = NULL;

  if (!xc_record_is_set_at (record, index))
    typed = g_strdup ("");
  else if (xc_field_is_textual (field))
    typed = g_strdup (xc_record_get_text_at (record, index));
  else if (field->kind == XC_FIELD_MONEY)
    typed = g_strdup_printf ("%" G_GINT64_FORMAT ".%02d", xc_record_get_number_at (record, index) / 100,
                             (int) ABS (xc_record_get_number_at (record, index) % 100));
  else
    typed = g_strdup_printf ("%" G_GINT64_FORMAT, xc_record_get_number_at (record, index));
  gtk_editable_set_text (self->entry, typed);
}

static gboolean
read_number (XcTable table, const XcField *field, const char *typed, gint64 *number)
{
  g_autofree char *folded = xc_text_fold_width (typed);
  const char *rest;
  int numeral;

  if (field->kind == XC_FIELD_MONEY)
    return xc_money_parse (typed, XC_MONEY_YUAN, number);
  if (g_str_equal (field->name, "ordinal") ? xc_value_parse_ordinal (table, typed, &numeral)
                                           : xc_numeral_parse (typed, &numeral))
    {
      *number = numeral;
      return TRUE;
    }
  *number = g_ascii_strtoll (folded, (char **) &rest, 10);
  return rest != folded && *rest == '\0';
}

static char *
read_typed (XcFieldEditor *editor, XcRecord *record, guint index)
{
  const XcField *field = xc_field_editor_get_field (editor);
  g_autofree char *typed = xc_text_clean (gtk_editable_get_text (XC_ENTRY_EDITOR (editor)->entry));
  gint64 number;

  if (xc_field_is_textual (field))
    xc_record_set_text_at (record, index, typed);
  else if (*typed == '\0')
    xc_record_clear_at (record, index);
  else if (read_number (xc_record_get_table (record), field, typed, &number))
    xc_record_set_number_at (record, index, number);
  else if (field->kind == XC_FIELD_MONEY)
    /* translators: %s is what was typed */
    return g_strdup_printf (_ ("“%s” is not an amount; write it as 12000.50 or 1.2万."), typed);
  else
    /* translators: %s is what was typed */
    return g_strdup_printf (_ ("“%s” is not a whole number."), typed);
  return NULL;
}

static void
xc_entry_editor_class_init (XcEntryEditorClass *class)
{
  XcFieldEditorClass *editor_class = XC_FIELD_EDITOR_CLASS (class);

  editor_class->set_up = set_up;
  editor_class->show = show;
  editor_class->read = read_typed;
}

static void
xc_entry_editor_init (XcEntryEditor *self)
{
}
