/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/form/row-dialog.h"

#include "app/form/form.h"

struct _XcRowDialog
{
  XcDialog parent_instance;

  /* Template widgets */
  XcForm *form;
};

G_DEFINE_FINAL_TYPE (XcRowDialog, xc_row_dialog, XC_TYPE_DIALOG)

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (xc_form_save (XC_ROW_DIALOG (widget)->form))
    gtk_window_close (GTK_WINDOW (widget));
}

static void
xc_row_dialog_keep (XcDialog *dialog)
{
  xc_form_keep (XC_ROW_DIALOG (dialog)->form);
}

static void
xc_row_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), XC_TYPE_ROW_DIALOG);
  G_OBJECT_CLASS (xc_row_dialog_parent_class)->dispose (object);
}

static void
xc_row_dialog_class_init (XcRowDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = xc_row_dialog_dispose;
  XC_DIALOG_CLASS (class)->keep = xc_row_dialog_keep;
  g_type_ensure (XC_TYPE_FORM);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/xuncha/Xuncha/form/row-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, XcRowDialog, form);
  gtk_widget_class_install_action (widget_class, "row-dialog.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "row-dialog.save", NULL);
}

static void
xc_row_dialog_init (XcRowDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * xc_row_dialog_new:
 * @parent: the window that it belongs to
 * @title: (translated): what is changed
 * @store: the ledger
 * @record: a row
 *
 * Returns: (transfer none): a window to change it in
 */
XcRowDialog *
xc_row_dialog_new (GtkWindow *parent, const char *title, XcStore *store, XcRecord *record)
{
  XcRowDialog *self = g_object_new (XC_TYPE_ROW_DIALOG, "transient-for", parent, "title", title, NULL);

  xc_form_set_table (self->form, xc_record_get_table (record));
  xc_form_show (self->form, store, record);
  xc_form_focus (self->form);
  return self;
}
