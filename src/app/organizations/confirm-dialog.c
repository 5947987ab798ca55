/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/organizations/confirm-dialog.h"

#include <glib/gi18n-lib.h>

#include "app/form/field-view.h"
#include "app/organizations/ledger-coverage.h"
#include "app/today.h"
#include "store/organization-events.h"
#include "store/row-name.h"

struct _XcConfirmDialog
{
  XcDialog parent_instance;

  /* Owned */
  XcStore *store;
  XcRecord *term;
  XcLedgerCoverage *coverage;

  /* Template widgets */
  GtkListBox *list;
  XcFieldView *decided_on;
  GtkLabel *fault;
};

static guint recorded_signal;

G_DEFINE_FINAL_TYPE (XcConfirmDialog, xc_confirm_dialog, XC_TYPE_DIALOG)

static void
add_member (XcConfirmDialog *self, const XcRecord *member)
{
  gint64 organization = xc_record_get_number (member, "organization_id");
  g_autofree char *name =
      xc_row_dup_name (xc_store_get_database (self->store), XC_TABLE_ORGANIZATION, organization);
  g_autofree char *why = xc_ledger_coverage_explain (self->coverage, organization);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  gint64 *id = g_new (gint64, 1);

  *id = xc_record_get_id (member);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), why);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 4);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, why, -1);
  g_object_set_data_full (G_OBJECT (row), "id", id, g_free);
  g_object_set_data (G_OBJECT (row), "check", check);
  gtk_list_box_append (self->list, row);
}

/* Whether a clerk has to decide on it. */
static gboolean
is_open (XcConfirmDialog *self, const XcRecord *member)
{
  g_autoptr (XcRecord) event = NULL;
  XcEventKind kind;

  if (g_strcmp0 (xc_record_get_text (member, "passes"), xc_passes_to_word (XC_PASSES_TO_CONFIRM)) != 0
      || g_strcmp0 (xc_record_get_text (member, "side"), xc_event_side_to_word (XC_SIDE_AFTER)) != 0)
    return FALSE;
  event = xc_store_load (self->store, XC_TABLE_ORGANIZATION_EVENT, xc_record_get_number (member, "event_id"),
                         NULL);
  return event != NULL && xc_event_kind_from_word (xc_record_get_text (event, "kind"), &kind)
         && xc_event_kind_passes_coverage (kind);
}

static void
fill (XcConfirmDialog *self)
{
  g_autoptr (GPtrArray) members = xc_store_load_all (self->store, XC_TABLE_EVENT_MEMBER, NULL);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  g_clear_pointer (&self->coverage, xc_ledger_coverage_free);
  self->coverage = xc_ledger_coverage_load (self->store, self->term, NULL);
  for (guint i = 0; members != NULL && self->coverage != NULL && i < members->len; i++)
    if (is_open (self, members->pdata[i]))
      add_member (self, members->pdata[i]);
}

static GArray *
get_chosen (XcConfirmDialog *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (gtk_check_button_get_active (g_object_get_data (G_OBJECT (row), "check")))
      g_array_append_val (ids, *(gint64 *) g_object_get_data (G_OBJECT (row), "id"));
  return ids;
}

static void
say_fault (XcConfirmDialog *self, const char *sentence)
{
  gtk_label_set_text (self->fault, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), sentence != NULL);
}

static char *
dup_title (XcPasses passes, guint n)
{
  return g_strdup_printf (passes == XC_PASSES_YES
                              /* translators: %u is a number of organizations */
                              ? g_dngettext (GETTEXT_PACKAGE, "Coverage confirmed of %u organization",
                                             "Coverage confirmed of %u organizations", n)
                              /* translators: %u is a number of organizations */
                              : g_dngettext (GETTEXT_PACKAGE, "Coverage does not pass to %u organization",
                                             "Coverage does not pass to %u organizations", n),
                          n);
}

static void
decide_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcConfirmDialog *self = XC_CONFIRM_DIALOG (widget);
  g_autoptr (XcRecord) record = xc_record_new (XC_TABLE_EVENT_MEMBER);
  g_autoptr (GArray) members = get_chosen (self);
  XcPassingDecision decision = { .members = members };
  g_autofree char *fault = xc_field_editor_read (xc_field_view_get_editor (self->decided_on), record);
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;

  xc_field_view_set_fault (self->decided_on, fault);
  if (fault != NULL || !xc_passes_from_word (g_variant_get_string (parameter, NULL), &decision.passes))
    return;
  decision.decided_on = xc_record_get_day (record, "decided_on");
  title = dup_title (decision.passes, members->len);
  if (!xc_store_run (self->store, title, xc_passing_decision_apply, &decision, &error))
    {
      say_fault (self, error->message);
      return;
    }
  say_fault (self, NULL);
  g_signal_emit (self, recorded_signal, 0, title);
  fill (self);
  if (gtk_list_box_get_row_at_index (self->list, 0) == NULL)
    xc_dialog_finish (XC_DIALOG (self));
}

static void
choose_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (XC_CONFIRM_DIALOG (widget)->list, i)) != NULL; i++)
    gtk_check_button_set_active (g_object_get_data (G_OBJECT (row), "check"), TRUE);
}

static void
xc_confirm_dialog_read_typed (XcDialog *dialog, GHashTable *typed)
{
  XcConfirmDialog *self = XC_CONFIRM_DIALOG (dialog);
  g_autoptr (GArray) members = get_chosen (self);

  g_hash_table_insert (typed, g_strdup ("decided_on"),
                       xc_field_editor_dup_typed (xc_field_view_get_editor (self->decided_on)));
  for (guint i = 0; i < members->len; i++)
    g_hash_table_insert (typed, g_strdup_printf ("%" G_GINT64_FORMAT, g_array_index (members, gint64, i)),
                         g_strdup ("yes"));
}

static void
xc_confirm_dialog_put_typed (XcDialog *dialog, GHashTable *typed)
{
  XcConfirmDialog *self = XC_CONFIRM_DIALOG (dialog);
  GtkListBoxRow *row;

  xc_field_editor_put_typed (xc_field_view_get_editor (self->decided_on),
                             g_hash_table_lookup (typed, "decided_on"));
  xc_field_view_set_fault (self->decided_on, NULL);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      g_autofree char *id =
          g_strdup_printf ("%" G_GINT64_FORMAT, *(gint64 *) g_object_get_data (G_OBJECT (row), "id"));

      gtk_check_button_set_active (g_object_get_data (G_OBJECT (row), "check"),
                                   g_hash_table_contains (typed, id));
    }
}

static void
xc_confirm_dialog_dispose (GObject *object)
{
  XcConfirmDialog *self = XC_CONFIRM_DIALOG (object);

  g_clear_pointer (&self->coverage, xc_ledger_coverage_free);
  g_clear_pointer (&self->term, xc_record_unref);
  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (object), XC_TYPE_CONFIRM_DIALOG);
  G_OBJECT_CLASS (xc_confirm_dialog_parent_class)->dispose (object);
}

static void
xc_confirm_dialog_class_init (XcConfirmDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = xc_confirm_dialog_dispose;
  XC_DIALOG_CLASS (class)->read_typed = xc_confirm_dialog_read_typed;
  XC_DIALOG_CLASS (class)->put_typed = xc_confirm_dialog_put_typed;
  recorded_signal = g_signal_new ("recorded", XC_TYPE_CONFIRM_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (XC_TYPE_FIELD_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/xuncha/Xuncha/organizations/confirm-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, XcConfirmDialog, list);
  gtk_widget_class_bind_template_child (widget_class, XcConfirmDialog, decided_on);
  gtk_widget_class_bind_template_child (widget_class, XcConfirmDialog, fault);
  gtk_widget_class_install_action (widget_class, "confirm.decide", "s", decide_action);
  gtk_widget_class_install_action (widget_class, "confirm.choose-all", NULL, choose_all_action);
}

static void
xc_confirm_dialog_init (XcConfirmDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * xc_confirm_dialog_new:
 * @parent: the window
 * @store: a ledger open for writing
 * @term: the term in which coverage is counted
 *
 * Returns: the dialog, with all that nobody has decided on yet
 */
XcConfirmDialog *
xc_confirm_dialog_new (GtkWindow *parent, XcStore *store, XcRecord *term)
{
  XcConfirmDialog *self = g_object_new (XC_TYPE_CONFIRM_DIALOG, "transient-for", parent, NULL);
  g_autoptr (XcRecord) member = xc_record_new (XC_TABLE_EVENT_MEMBER);

  self->store = g_object_ref (store);
  self->term = xc_record_ref (term);
  xc_record_set_day (member, "decided_on", xc_today ());
  xc_field_view_set_table (self->decided_on, XC_TABLE_EVENT_MEMBER);
  xc_field_editor_show (xc_field_view_get_editor (self->decided_on), store, member);
  fill (self);
  xc_dialog_take_up_draft (XC_DIALOG (self), store, "coverage to be confirmed");
  gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
  return self;
}
