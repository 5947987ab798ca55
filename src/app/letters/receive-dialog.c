/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/letters/receive-dialog.h"

#include <glib/gi18n-lib.h>

#include "app/form/field-view.h"
#include "app/today.h"
#include "app/window.h"
#include "store/letters.h"

static const char *const names[] = { "received_on", "received_by" };

#define N_FIELDS G_N_ELEMENTS (names)

struct _XcReceiveDialog
{
  XcDialog parent_instance;

  /* Template widgets */
  GtkLabel *which;
  GtkBox *fields;
  GtkLabel *fault;

  /* Borrowed: of the own tree */
  XcFieldView *views[N_FIELDS];

  /* Owned */
  XcStore *store;
  GArray *letters; /* of gint64 */
};

G_DEFINE_FINAL_TYPE (XcReceiveDialog, xc_receive_dialog, XC_TYPE_DIALOG)

static XcFieldEditor *
get_editor (XcReceiveDialog *self, guint i)
{
  return xc_field_view_get_editor (self->views[i]);
}

static void
xc_receive_dialog_read_typed (XcDialog *dialog, GHashTable *typed)
{
  for (guint i = 0; i < N_FIELDS; i++)
    g_hash_table_insert (typed, g_strdup (names[i]),
                         xc_field_editor_dup_typed (get_editor (XC_RECEIVE_DIALOG (dialog), i)));
}

static void
xc_receive_dialog_put_typed (XcDialog *dialog, GHashTable *typed)
{
  for (guint i = 0; i < N_FIELDS; i++)
    {
      const char *text = g_hash_table_lookup (typed, names[i]);

      if (text != NULL)
        xc_field_editor_put_typed (get_editor (XC_RECEIVE_DIALOG (dialog), i), text);
    }
}

static void
receive_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcReceiveDialog *self = XC_RECEIVE_DIALOG (widget);
  g_autoptr (XcRecord) values = xc_record_new (XC_TABLE_LETTER);
  g_autoptr (GError) error = NULL;
  GtkWidget *window = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));
  gboolean is_valid = TRUE;
  g_autofree char *title = NULL;

  for (guint i = 0; i < N_FIELDS; i++)
    {
      g_autofree char *fault = xc_field_editor_read (get_editor (self, i), values);

      xc_field_view_set_fault (self->views[i], fault);
      is_valid &= fault == NULL;
    }
  if (!is_valid)
    return;
  if (!xc_letters_receive (self->store, (const gint64 *) (gconstpointer) self->letters->data,
                           self->letters->len, xc_record_get_day (values, "received_on"),
                           xc_record_get_text (values, "received_by"), &error))
    {
      gtk_label_set_text (self->fault, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->fault), TRUE);
      return;
    }
  /* translators: %'u is a number of letters */
  title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u warning letter was received",
                                        "%'u warning letters were received", self->letters->len),
                           self->letters->len);
  xc_dialog_finish (XC_DIALOG (self));
  xc_window_tell_done (window, title);
}

static void
xc_receive_dialog_dispose (GObject *object)
{
  XcReceiveDialog *self = XC_RECEIVE_DIALOG (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->letters, g_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), XC_TYPE_RECEIVE_DIALOG);
  G_OBJECT_CLASS (xc_receive_dialog_parent_class)->dispose (object);
}

static void
xc_receive_dialog_class_init (XcReceiveDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = xc_receive_dialog_dispose;
  XC_DIALOG_CLASS (class)->read_typed = xc_receive_dialog_read_typed;
  XC_DIALOG_CLASS (class)->put_typed = xc_receive_dialog_put_typed;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/xuncha/Xuncha/letters/receive-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, XcReceiveDialog, which);
  gtk_widget_class_bind_template_child (widget_class, XcReceiveDialog, fields);
  gtk_widget_class_bind_template_child (widget_class, XcReceiveDialog, fault);
  gtk_widget_class_install_action (widget_class, "receive.save", NULL, receive_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "receive.save", NULL);
}

static void
xc_receive_dialog_init (XcReceiveDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < N_FIELDS; i++)
    {
      self->views[i] = g_object_new (XC_TYPE_FIELD_VIEW, "field", names[i], NULL);
      xc_field_view_set_table (self->views[i], XC_TABLE_LETTER);
      gtk_box_append (self->fields, GTK_WIDGET (self->views[i]));
    }
}

/* Whose receipt is noted: one letter by its number. */
static char *
dup_which (XcStore *store, const GArray *letters)
{
  g_autoptr (GPtrArray) loaded =
      letters->len == 1 ? xc_letters_load (store, &g_array_index (letters, gint64, 0), 1, NULL) : NULL;
  g_autofree char *number = loaded != NULL ? xc_letter_dup_number (loaded->pdata[0]) : NULL;

  if (number != NULL)
    /* translators: 1 the number of a letter, 2 an organization */
    return g_strdup_printf (C_ ("letter", "%1$s, %2$s"), number,
                            ((XcLetter *) loaded->pdata[0])->organization);
  /* translators: %'u letters */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u letter", "%'u letters", letters->len),
                          letters->len);
}

/**
 * xc_receive_dialog_present:
 * @widget: a widget in the window
 * @store: a ledger open for writing
 * @letters: (element-type gint64): which; at least one
 */
void
xc_receive_dialog_present (GtkWidget *widget, XcStore *store, const GArray *letters)
{
  XcReceiveDialog *self =
      g_object_new (XC_TYPE_RECEIVE_DIALOG, "transient-for", gtk_widget_get_root (widget), NULL);
  g_autoptr (XcRecord) proposed = xc_record_new (XC_TABLE_LETTER);
  g_autofree char *which = dup_which (store, letters);
  g_autofree char *draft =
      g_strdup_printf ("receive-letters/%" G_GINT64_FORMAT, g_array_index (letters, gint64, 0));

  self->store = g_object_ref (store);
  self->letters = g_array_copy ((GArray *) letters);
  gtk_label_set_text (self->which, which);
  xc_record_set_day (proposed, "received_on", xc_today ());
  for (guint i = 0; i < N_FIELDS; i++)
    xc_field_editor_show (get_editor (self, i), store, proposed);
  xc_dialog_take_up_draft (XC_DIALOG (self), store, draft);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (get_editor (self, 1)));
}
