/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/fields/yes-no-editor.h"

struct _XcYesNoEditor
{
  XcFieldEditor parent_instance;

  /* Borrowed: of the editor's own tree */
  GtkCheckButton *check;
};

G_DEFINE_FINAL_TYPE (XcYesNoEditor, xc_yes_no_editor, XC_TYPE_FIELD_EDITOR)

static void
set_up (XcFieldEditor *editor)
{
  GtkWidget *check = gtk_check_button_new ();

  XC_YES_NO_EDITOR (editor)->check = GTK_CHECK_BUTTON (check);
  gtk_widget_set_halign (check, GTK_ALIGN_START);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (xc_field_editor_edited), editor);
  xc_field_editor_take_child (editor, check, check);
}

static void
show (XcFieldEditor *editor, const XcRecord *record, guint index)
{
  gtk_check_button_set_active (XC_YES_NO_EDITOR (editor)->check,
                               xc_record_get_number_at (record, index) != 0);
}

static char *
read_typed (XcFieldEditor *editor, XcRecord *record, guint index)
{
  xc_record_set_number_at (record, index,
                           gtk_check_button_get_active (XC_YES_NO_EDITOR (editor)->check) ? 1 : 0);
  return NULL;
}

static char *
dup_typed (XcFieldEditor *editor)
{
  return g_strdup (gtk_check_button_get_active (XC_YES_NO_EDITOR (editor)->check) ? "1" : "0");
}

static void
put_typed (XcFieldEditor *editor, const char *typed)
{
  gtk_check_button_set_active (XC_YES_NO_EDITOR (editor)->check, g_str_equal (typed, "1"));
}

static void
xc_yes_no_editor_class_init (XcYesNoEditorClass *class)
{
  XcFieldEditorClass *editor_class = XC_FIELD_EDITOR_CLASS (class);

  editor_class->set_up = set_up;
  editor_class->show = show;
  editor_class->read = read_typed;
  editor_class->dup_typed = dup_typed;
  editor_class->put_typed = put_typed;
}

static void
xc_yes_no_editor_init (XcYesNoEditor *self)
{
}
