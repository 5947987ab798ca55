/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/board/cards-dialog.h"

#include <glib/gi18n-lib.h>

#include "app/form/drafts.h"
#include "app/form/field-view.h"
#include "store/assignment.h"
#include "store/row-name.h"

/* In the order of the dialog. */
static const char *const names[] = {
  "kind",      "batch_id", "planned_enters_on", "planned_leaves_on", "enters_on",
  "leaves_on", "counts",   "counts_reason"
};

#define N_FIELDS G_N_ELEMENTS (names)

struct _XcCardsDialog
{
  XcDialog parent_instance;

  gboolean is_showing; /* values are put in, nobody types */

  /* Template widgets */
  GtkLabel *which;
  GtkLabel *hint;
  GtkGrid *grid;
  GtkLabel *fault;

  /* Borrowed: of the own tree */
  GtkCheckButton *checks[N_FIELDS];
  XcFieldView *views[N_FIELDS];

  /* Owned */
  XcStore *store;
  GArray *inspections;   /* of gint64 */
  char *shown[N_FIELDS]; /* what stood in the fields before anybody typed */
};

static guint saved_signal;

G_DEFINE_FINAL_TYPE (XcCardsDialog, xc_cards_dialog, XC_TYPE_DIALOG)

static XcFieldEditor *
get_editor (XcCardsDialog *self, guint i)
{
  return xc_field_view_get_editor (self->views[i]);
}

static gboolean
is_meant (XcCardsDialog *self, guint i)
{
  return gtk_check_button_get_active (self->checks[i]);
}

static void
update_action (XcCardsDialog *self)
{
  gboolean any = FALSE;

  for (guint i = 0; i < N_FIELDS; i++)
    any |= is_meant (self, i);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "cards.save", any);
}

static guint
find_view (XcCardsDialog *self, gpointer editor)
{
  for (guint i = 0; i < N_FIELDS; i++)
    if (get_editor (self, i) == editor)
      return i;
  g_return_val_if_reached (0);
}

/* Whoever types something else into a field means it. */
static void
edited_cb (XcCardsDialog *self, XcFieldEditor *editor)
{
  g_autofree char *typed = NULL;
  guint i;

  if (self->is_showing || self->store == NULL)
    return;
  i = find_view (self, editor);
  typed = xc_field_editor_dup_typed (editor);
  if (!is_meant (self, i) && g_strcmp0 (typed, self->shown[i]) == 0)
    return;
  gtk_check_button_set_active (self->checks[i], TRUE);
  /* What is said against the rule needs its reason. */
  if (g_str_equal (names[i], "counts"))
    gtk_check_button_set_active (self->checks[i + 1], TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->fault), FALSE);
}

static void
show_fault (XcCardsDialog *self, const char *sentence)
{
  gtk_label_set_text (self->fault, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->fault), TRUE);
}

static gint64
get_draft_id (XcCardsDialog *self)
{
  /* Apart from what the form of the row keeps. */
  return -g_array_index (self->inspections, gint64, 0);
}

static void
drop_draft (XcCardsDialog *self)
{
  g_autofree char *ledger = xc_store_dup_uuid (self->store);

  xc_drafts_drop (ledger, XC_TABLE_INSPECTION, get_draft_id (self));
}

static void
xc_cards_dialog_keep (XcDialog *dialog)
{
  XcCardsDialog *self = XC_CARDS_DIALOG (dialog);
  g_autofree char *ledger = xc_store_dup_uuid (self->store);
  g_autoptr (GHashTable) typed = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint i = 0; i < N_FIELDS; i++)
    if (is_meant (self, i))
      g_hash_table_insert (typed, (gpointer) names[i], xc_field_editor_dup_typed (get_editor (self, i)));
  if (g_hash_table_size (typed) > 0)
    xc_drafts_keep (ledger, XC_TABLE_INSPECTION, get_draft_id (self), typed);
  else
    drop_draft (self);
}

/* What is typed, or NULL when some of it is no value, which is then said beside it. */
static XcRecord *
read_values (XcCardsDialog *self)
{
  g_autoptr (XcRecord) values = xc_record_new (XC_TABLE_INSPECTION);
  const XcField *counts = xc_catalogue_get_field (XC_TABLE_INSPECTION, "counts");
  gboolean is_valid = TRUE;

  xc_record_set_text (values, "counts", counts->initial);
  for (guint i = 0; i < N_FIELDS; i++)
    {
      g_autofree char *fault =
          is_meant (self, i) ? xc_field_editor_read (get_editor (self, i), values) : NULL;

      if (fault == NULL && is_meant (self, i) && g_str_equal (names[i], "counts_reason")
          && !xc_record_is_set (values, "counts_reason")
          && g_strcmp0 (xc_record_get_text (values, "counts"), counts->initial) != 0)
        fault = g_strdup (_ ("Say why this inspection counts, or does not, against the rule of its kind."));
      xc_field_view_set_fault (self->views[i], fault);
      is_valid &= fault == NULL;
    }
  return is_valid ? g_steal_pointer (&values) : NULL;
}

static void
uncheck_all (XcCardsDialog *self)
{
  for (guint i = 0; i < N_FIELDS; i++)
    gtk_check_button_set_active (self->checks[i], FALSE);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcCardsDialog *self = XC_CARDS_DIALOG (widget);
  g_autoptr (XcRecord) values = read_values (self);
  g_autoptr (GPtrArray) fields = g_ptr_array_new ();
  XcAssignmentChange change = { .inspections = self->inspections, .values = values };
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;

  if (values == NULL)
    return;
  for (guint i = 0; i < N_FIELDS; i++)
    if (is_meant (self, i))
      g_ptr_array_add (fields, (gpointer) names[i]);
  g_ptr_array_add (fields, NULL);
  change.fields = (const char *const *) fields->pdata;
  title = xc_assignment_change_dup_title (&change, self->store);
  if (!xc_store_run (self->store, title, xc_assignment_change, &change, &error))
    {
      show_fault (self, error->message);
      return;
    }
  uncheck_all (self);
  g_signal_emit (self, saved_signal, 0, title);
  gtk_window_close (GTK_WINDOW (self));
}

static void
xc_cards_dialog_dispose (GObject *object)
{
  XcCardsDialog *self = XC_CARDS_DIALOG (object);

  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (object), XC_TYPE_CARDS_DIALOG);
  G_OBJECT_CLASS (xc_cards_dialog_parent_class)->dispose (object);
}

static void
xc_cards_dialog_finalize (GObject *object)
{
  XcCardsDialog *self = XC_CARDS_DIALOG (object);

  g_clear_pointer (&self->inspections, g_array_unref);
  for (guint i = 0; i < N_FIELDS; i++)
    g_free (self->shown[i]);
  G_OBJECT_CLASS (xc_cards_dialog_parent_class)->finalize (object);
}

static void
xc_cards_dialog_class_init (XcCardsDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = xc_cards_dialog_dispose;
  G_OBJECT_CLASS (class)->finalize = xc_cards_dialog_finalize;
  XC_DIALOG_CLASS (class)->keep = xc_cards_dialog_keep;
  saved_signal = g_signal_new ("saved", XC_TYPE_CARDS_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/xuncha/Xuncha/board/cards-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, XcCardsDialog, which);
  gtk_widget_class_bind_template_child (widget_class, XcCardsDialog, hint);
  gtk_widget_class_bind_template_child (widget_class, XcCardsDialog, grid);
  gtk_widget_class_bind_template_child (widget_class, XcCardsDialog, fault);
  gtk_widget_class_install_action (widget_class, "cards.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "cards.save", NULL);
}

static void
check_toggled_cb (XcCardsDialog *self)
{
  if (self->store != NULL)
    update_action (self);
}

static void
add_field (XcCardsDialog *self, guint i)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *view = g_object_new (XC_TYPE_FIELD_VIEW, "field", names[i], "hexpand", TRUE, NULL);
  const XcField *field = xc_catalogue_get_field (XC_TABLE_INSPECTION, names[i]);
  /* translators: %s is the title of a field */
  g_autofree char *label = g_strdup_printf (_ ("Set “%s”"), xc_field_title (XC_TABLE_INSPECTION, field));

  self->checks[i] = GTK_CHECK_BUTTON (check);
  self->views[i] = XC_FIELD_VIEW (view);
  xc_field_view_set_table (self->views[i], XC_TABLE_INSPECTION);
  gtk_widget_set_valign (check, GTK_ALIGN_END);
  gtk_widget_set_margin_bottom (check, 7);
  gtk_widget_set_tooltip_text (check, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (check_toggled_cb), self);
  g_signal_connect_swapped (get_editor (self, i), "edited", G_CALLBACK (edited_cb), self);
  /* Two in a row: what begins and what ends stand side by side. */
  gtk_grid_attach (self->grid, check, (int) (i % 2) * 2, (int) i / 2, 1, 1);
  gtk_grid_attach (self->grid, view, (int) (i % 2) * 2 + 1, (int) i / 2, 1, 1);
}

static void
xc_cards_dialog_init (XcCardsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < N_FIELDS; i++)
    add_field (self, i);
}

/* What is the same in all of them; what differs is empty. */
static XcRecord *
find_common (XcStore *store, const GPtrArray *records)
{
  XcRecord *common = xc_record_copy (records->pdata[0]);

  for (guint i = 1; i < records->len; i++)
    for (guint f = 0; f < N_FIELDS; f++)
      {
        guint index = (guint) xc_catalogue_find_field (XC_TABLE_INSPECTION, names[f]);
        const XcRecord *other = records->pdata[i];
        gboolean is_same = xc_record_is_set_at (common, index) == xc_record_is_set_at (other, index);

        if (is_same && xc_record_is_set_at (common, index))
          is_same =
              xc_field_is_textual (xc_catalogue_get_field (XC_TABLE_INSPECTION, names[f]))
                  ? g_str_equal (xc_record_get_text_at (common, index), xc_record_get_text_at (other, index))
                  : xc_record_get_number_at (common, index) == xc_record_get_number_at (other, index);
        if (!is_same)
          xc_record_clear_at (common, index);
      }
  return common;
}

static void
show_values (XcCardsDialog *self, const XcRecord *common)
{
  g_autofree char *ledger = xc_store_dup_uuid (self->store);
  g_autoptr (GHashTable) typed = xc_drafts_find (ledger, XC_TABLE_INSPECTION, get_draft_id (self));

  self->is_showing = TRUE;
  for (guint i = 0; i < N_FIELDS; i++)
    {
      const char *text = typed != NULL ? g_hash_table_lookup (typed, names[i]) : NULL;

      xc_field_editor_show (get_editor (self, i), self->store, common);
      self->shown[i] = xc_field_editor_dup_typed (get_editor (self, i));
      if (text != NULL)
        xc_field_editor_put_typed (get_editor (self, i), text);
      gtk_check_button_set_active (self->checks[i], text != NULL);
    }
  self->is_showing = FALSE;
  update_action (self);
}

static void
set_visible (XcCardsDialog *self, guint i, gboolean has_check, gboolean has_view)
{
  gtk_widget_set_visible (GTK_WIDGET (self->checks[i]), has_check && has_view);
  gtk_widget_set_visible (GTK_WIDGET (self->views[i]), has_view);
}

/* One by itself needs no ticks, and a round without batches no batch. */
static void
show_parts (XcCardsDialog *self, const GPtrArray *records)
{
  g_autoptr (GPtrArray) batches = xc_store_load_where (
      self->store, XC_TABLE_BATCH, "round_id", xc_record_get_number (records->pdata[0], "round_id"), NULL);

  for (guint i = 0; i < N_FIELDS; i++)
    set_visible (self, i, records->len > 1,
                 !g_str_equal (names[i], "batch_id") || (batches != NULL && batches->len > 0));
}

static void
tell_which (XcCardsDialog *self, const GPtrArray *records)
{
  g_autofree char *words = NULL;

  if (records->len == 1)
    words = xc_row_dup_name (xc_store_get_database (self->store), XC_TABLE_ORGANIZATION,
                             xc_record_get_number (records->pdata[0], "organization_id"));
  else
    words = g_strdup_printf (
        /* translators: %u is a number of inspections */
        g_dngettext (GETTEXT_PACKAGE, "%u inspection", "%u inspections", records->len), records->len);
  gtk_label_set_text (self->which, words);
  gtk_widget_set_visible (GTK_WIDGET (self->hint), records->len > 1);
}

/**
 * xc_cards_dialog_new:
 * @parent: the window
 * @store: a ledger open for writing
 * @inspections: (element-type gint64): which
 * @error: return location for a #XcStoreError
 *
 * Returns: the dialog, or %NULL when they are not there any more. What was typed and not saved is kept when it is closed,
 *   and is there when it opens again.
 */
XcCardsDialog *
xc_cards_dialog_new (GtkWindow *parent, XcStore *store, const GArray *inspections, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) xc_record_unref);
  g_autoptr (XcRecord) common = NULL;
  XcCardsDialog *self;

  g_return_val_if_fail (inspections->len > 0, NULL);
  for (guint i = 0; i < inspections->len; i++)
    {
      XcRecord *record =
          xc_store_load (store, XC_TABLE_INSPECTION, g_array_index (inspections, gint64, i), error);

      if (record == NULL)
        return NULL;
      g_ptr_array_add (records, record);
    }
  self = g_object_new (XC_TYPE_CARDS_DIALOG, "transient-for", parent, NULL);
  self->inspections = g_array_copy ((GArray *) inspections);
  self->store = g_object_ref (store);
  common = find_common (store, records);
  tell_which (self, records);
  show_parts (self, records);
  show_values (self, common);
  gtk_widget_grab_focus (GTK_WIDGET (get_editor (self, 0)));
  return self;
}
