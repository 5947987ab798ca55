/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/term/term-dialog.h"

#include <glib/gi18n-lib.h>

#include "app/form/form.h"
#include "app/term/term-choice.h"

#define TERM_YEARS 5

struct _XcTermDialog
{
  XcDialog parent_instance;

  /* Template widgets */
  XcForm *form;
};

G_DEFINE_FINAL_TYPE (XcTermDialog, xc_term_dialog, XC_TYPE_DIALOG)

static guint saved_signal;

static void
saved_cb (XcTermDialog *self, gint64 id)
{
  g_signal_emit (self, saved_signal, 0, id);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (xc_form_save (XC_TERM_DIALOG (widget)->form))
    xc_dialog_finish (XC_DIALOG (widget));
}

static void
xc_term_dialog_read_typed (XcDialog *dialog, GHashTable *typed)
{
  xc_form_read_typed (XC_TERM_DIALOG (dialog)->form, typed);
}

static void
xc_term_dialog_put_typed (XcDialog *dialog, GHashTable *typed)
{
  xc_form_put_typed (XC_TERM_DIALOG (dialog)->form, typed);
}

/* The form itself keeps what was typed into a row of the ledger. */
static gboolean
is_new (XcDialog *dialog)
{
  XcRecord *term = xc_form_get_record (XC_TERM_DIALOG (dialog)->form);

  return term == NULL || xc_record_get_id (term) == 0;
}

static void
xc_term_dialog_keep (XcDialog *dialog)
{
  if (is_new (dialog))
    XC_DIALOG_CLASS (xc_term_dialog_parent_class)->keep (dialog);
  else
    xc_form_keep (XC_TERM_DIALOG (dialog)->form);
}

static void
xc_term_dialog_discard (XcDialog *dialog)
{
  if (is_new (dialog))
    XC_DIALOG_CLASS (xc_term_dialog_parent_class)->discard (dialog);
  else
    xc_form_give_up (XC_TERM_DIALOG (dialog)->form);
}

static void
xc_term_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), XC_TYPE_TERM_DIALOG);
  G_OBJECT_CLASS (xc_term_dialog_parent_class)->dispose (object);
}

static void
xc_term_dialog_class_init (XcTermDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  XcDialogClass *dialog_class = XC_DIALOG_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = xc_term_dialog_dispose;
  dialog_class->read_typed = xc_term_dialog_read_typed;
  dialog_class->put_typed = xc_term_dialog_put_typed;
  dialog_class->keep = xc_term_dialog_keep;
  dialog_class->discard = xc_term_dialog_discard;
  saved_signal = g_signal_new ("saved", XC_TYPE_TERM_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 1, G_TYPE_INT64);
  g_type_ensure (XC_TYPE_FORM);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/xuncha/Xuncha/term/term-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, XcTermDialog, form);
  gtk_widget_class_bind_template_callback (widget_class, saved_cb);
  gtk_widget_class_install_action (widget_class, "term-dialog.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "term-dialog.save", NULL);
}

static void
xc_term_dialog_init (XcTermDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  xc_form_set_table (self->form, XC_TABLE_TERM);
}

/**
 * xc_term_new_after:
 * @before: (nullable): a term
 *
 * Returns: (transfer full): what the next one will be, unless somebody says otherwise: of the same committee, from the
 *   day after @before ends, five years long
 */
XcRecord *
xc_term_new_after (const XcRecord *before)
{
  XcRecord *term = before != NULL ? xc_record_copy (before) : xc_record_new (XC_TABLE_TERM);
  XcDay ends = before != NULL ? xc_record_get_day (before, "ends_on") : XC_DAY_NONE;

  xc_record_set_id (term, 0);
  if (!xc_day_is_set (ends))
    return term;
  xc_record_set_number (term, "ordinal", xc_record_get_number (before, "ordinal") + 1);
  xc_record_set_day (term, "starts_on", ends + 1);
  xc_record_set_day (term, "ends_on", xc_day_add_months (ends + 1, 12 * TERM_YEARS) - 1);
  return term;
}

/**
 * xc_term_dialog_new:
 * @parent: the window
 * @store: a ledger open for writing
 * @term: a term; one without an id is new
 *
 * Returns: the dialog. What was typed and not saved is kept when it is closed, and is there when it opens again.
 */
XcTermDialog *
xc_term_dialog_new (GtkWindow *parent, XcStore *store, XcRecord *term)
{
  XcTermDialog *self = g_object_new (XC_TYPE_TERM_DIALOG, "transient-for", parent, NULL);
  g_autofree char *title =
      xc_record_get_id (term) != 0 ? xc_term_dup_title (term) : g_strdup (_ ("New Term"));

  gtk_window_set_title (GTK_WINDOW (self), title);
  if (xc_record_get_id (term) == 0)
    {
      xc_form_offer (self->form, store, term);
      xc_dialog_take_up_draft (XC_DIALOG (self), store, "new term");
    }
  else
    {
      xc_form_show (self->form, store, term);
      if (xc_form_is_edited (self->form))
        xc_dialog_show_draft_bar (XC_DIALOG (self));
    }
  xc_form_focus (self->form);
  return self;
}
