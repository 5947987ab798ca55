/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/form/form.h"

#include <glib/gi18n-lib.h>

#include "app/form/drafts.h"
#include "app/form/field-view.h"
#include "app/form/form-part.h"
#include "app/form/row-title.h"
#include "app/window.h"
#include "store/problem-numbers.h"
#include "store/row-rules.h"
#include "app/wrap-box.h"

struct _XcForm
{
  AdwBin parent_instance;

  XcTable table;
  gboolean is_edited;
  gint64
      numbered;  /* the inspection for which the number is shown that a new problem will have; 0: for none */
  gint64 parent; /* of new rows, or 0: each parent has a draft of its own */

  /* Owned */
  XcStore *store;
  XcRecord *record;  /* as the ledger has it; without an id when it is new */
  GPtrArray *fields; /* of XcFieldView, borrowed, in the order of the form */
  GPtrArray *parts;  /* of XcFormPart, likewise */
};

G_DEFINE_FINAL_TYPE (XcForm, xc_form, ADW_TYPE_BIN)

static guint saved_signal, edited_signal;

static void
set_edited (XcForm *self, gboolean is_edited)
{
  if (self->is_edited == is_edited)
    return;
  self->is_edited = is_edited;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.save", is_edited);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.give-up", is_edited);
  g_signal_emit (self, edited_signal, 0);
}

static XcFieldView *
find_view (XcForm *self, const XcField *field)
{
  for (guint i = 0; i < self->fields->len; i++)
    if (g_str_equal (xc_field_view_get_field_name (self->fields->pdata[i]), field->name))
      return self->fields->pdata[i];
  return NULL;
}

/* Everything typed, in a copy of the record; the first fault of each field is kept in @faults by its name. */
static XcRecord *
read_all (XcForm *self, GHashTable *faults)
{
  XcRecord *record = xc_record_copy (self->record);
  g_autoptr (GPtrArray) checked = NULL;

  for (guint i = 0; i < self->fields->len; i++)
    {
      XcFieldView *view = self->fields->pdata[i];
      char *fault = NULL;

      if (!xc_field_view_is_read_only (view))
        fault = xc_field_editor_read (xc_field_view_get_editor (view), record);
      if (fault != NULL)
        g_hash_table_insert (faults, (gpointer) xc_field_view_get_field_name (view), fault);
    }
  checked = xc_record_check (record);
  for (guint i = 0; i < checked->len; i++)
    {
      const XcFault *fault = checked->pdata[i];
      XcFieldView *view = find_view (self, fault->field);

      /* What the program gives is given when the row is saved. */
      if (view != NULL && xc_field_view_is_read_only (view) && !xc_record_is_set (record, fault->field->name))
        continue;
      if (!g_hash_table_contains (faults, fault->field->name))
        g_hash_table_insert (faults, (gpointer) fault->field->name, g_strdup (fault->message));
    }
  return record;
}

static GHashTable *
new_faults (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
}

/* The number that the program will give, shown before it does. */
static void
show_number (XcForm *self, const XcRecord *typed)
{
  const XcField *field =
      self->table == XC_TABLE_PROBLEM ? xc_catalogue_get_field (self->table, "number") : NULL;
  XcFieldView *view = field != NULL ? find_view (self, field) : NULL;
  g_autofree char *number = NULL;

  if (view == NULL || !xc_field_view_is_read_only (view) || xc_record_get_id (self->record) != 0
      || self->numbered == xc_record_get_number (typed, "inspection_id"))
    return;
  self->numbered = xc_record_get_number (typed, "inspection_id");
  number = xc_problem_numbers_peek (self->store, self->numbered);
  xc_field_editor_put_typed (xc_field_view_get_editor (view), number != NULL ? number : "");
}

/* What stands in the form decides what may be chosen in it, and what is known about that. */
static void
follow (XcForm *self)
{
  g_autoptr (GHashTable) faults = new_faults ();
  g_autoptr (XcRecord) typed = read_all (self, faults);

  show_number (self, typed);
  for (guint i = 0; i < self->fields->len; i++)
    {
      xc_field_editor_follow (xc_field_view_get_editor (self->fields->pdata[i]), typed);
      xc_field_view_show_note (self->fields->pdata[i]);
    }
  for (guint i = 0; i < self->parts->len; i++)
    xc_form_part_follow (self->parts->pdata[i], typed);
}

/* What is wrong is said when a field is left, never while it is being typed into. */
static void
field_left_cb (XcForm *self, XcFieldEditor *editor)
{
  g_autoptr (GHashTable) faults = NULL;
  g_autoptr (XcRecord) record = NULL;
  XcFieldView *view;

  if (self->record == NULL || !self->is_edited)
    return;
  faults = new_faults ();
  record = read_all (self, faults);
  view = find_view (self, xc_field_editor_get_field (editor));
  xc_field_view_set_fault (view, g_hash_table_lookup (faults, xc_field_view_get_field_name (view)));
}

static void
field_edited_cb (XcForm *self, XcFieldEditor *editor)
{
  XcFieldView *view = find_view (self, xc_field_editor_get_field (editor));

  if (self->record == NULL)
    return;
  if (xc_field_view_has_fault (view))
    field_left_cb (self, editor);
  follow (self);
  set_edited (self, TRUE);
}

static void
part_edited_cb (XcForm *self)
{
  if (self->record != NULL)
    set_edited (self, TRUE);
}

static void
collect_fields (XcForm *self, GtkWidget *widget)
{
  if (XC_IS_FIELD_VIEW (widget))
    {
      XcFieldView *view = XC_FIELD_VIEW (widget);

      xc_field_view_set_table (view, self->table);
      g_ptr_array_add (self->fields, view);
      g_signal_connect_object (xc_field_view_get_editor (view), "edited", G_CALLBACK (field_edited_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (xc_field_view_get_editor (view), "left", G_CALLBACK (field_left_cb), self,
                               G_CONNECT_SWAPPED);
      return;
    }
  if (XC_IS_FORM_PART (widget))
    {
      g_ptr_array_add (self->parts, widget);
      g_signal_connect_object (widget, "edited", G_CALLBACK (part_edited_cb), self, G_CONNECT_SWAPPED);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_fields (self, child);
}

/* When there is a row to show: most forms of a window never have one. */
static void
build (XcForm *self)
{
  g_autofree char *resource =
      g_strdup_printf ("/org/xuncha/Xuncha/forms/%s.ui", xc_catalogue_get (self->table)->name);
  g_autoptr (GtkBuilder) builder = NULL;
  GtkWidget *form;

  if (adw_bin_get_child (ADW_BIN (self)) != NULL)
    return;
  builder = gtk_builder_new_from_resource (resource);
  form = GTK_WIDGET (gtk_builder_get_object (builder, "form"));
  adw_bin_set_child (ADW_BIN (self), form);
  collect_fields (self, form);
  for (guint i = 0; i < self->parts->len; i++)
    xc_form_part_set_form (self->parts->pdata[i], self);
}

/**
 * xc_form_set_table:
 * @self: a form
 * @table: what its rows are; before any is shown
 */
void
xc_form_set_table (XcForm *self, XcTable table)
{
  g_return_if_fail (adw_bin_get_child (ADW_BIN (self)) == NULL);
  self->table = table;
}

/**
 * xc_form_set_parent:
 * @self: a form of rows that belong to others
 * @parent: the row that new rows will belong to
 *
 * To be called while the form shows nothing: each parent has a draft of a new row of its own.
 */
void
xc_form_set_parent (XcForm *self, gint64 parent)
{
  g_return_if_fail (self->record == NULL || parent == self->parent);
  self->parent = parent;
}

static char *
dup_ledger (XcForm *self)
{
  return xc_store_dup_uuid (self->store);
}

/* Under which number the draft is kept: a new row has none yet. */
static gint64
get_draft (XcForm *self)
{
  gint64 id = xc_record_get_id (self->record);

  return id != 0 ? id : xc_drafts_get_new (self->parent);
}

static void
take_up_draft (XcForm *self)
{
  g_autofree char *ledger = dup_ledger (self);
  g_autoptr (GHashTable) typed = xc_drafts_find (ledger, self->table, get_draft (self));

  if (typed != NULL)
    xc_form_put_typed (self, typed);
}

static void
keep_draft (XcForm *self)
{
  g_autofree char *ledger = dup_ledger (self);
  g_autoptr (GHashTable) typed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  xc_form_read_typed (self, typed);
  xc_drafts_keep (ledger, self->table, get_draft (self), typed);
}

static void
drop_draft (XcForm *self)
{
  g_autofree char *ledger = dup_ledger (self);

  xc_drafts_drop (ledger, self->table, get_draft (self));
}

static void
show_record (XcForm *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      XcFieldView *view = self->fields->pdata[i];

      xc_field_editor_show (xc_field_view_get_editor (view), self->store, self->record);
      xc_field_view_set_fault (view, NULL);
    }
  for (guint i = 0; i < self->parts->len; i++)
    xc_form_part_show (self->parts->pdata[i], self->store, self->record);
  self->numbered = 0;
  follow (self);
  set_edited (self, FALSE);
}

/**
 * xc_form_show:
 * @self: a form
 * @store: the ledger
 * @record: (nullable): a row of its table; one without an id is new
 *
 * Keeps what was typed into the row shown before, and takes up what was typed into this one.
 */
void
xc_form_show (XcForm *self, XcStore *store, XcRecord *record)
{
  xc_form_settle (self);
  g_set_object (&self->store, store);
  g_clear_pointer (&self->record, xc_record_unref);
  gtk_widget_set_visible (GTK_WIDGET (self), record != NULL);
  if (record == NULL)
    return;
  build (self);
  self->record = xc_record_copy (record);
  show_record (self);
  take_up_draft (self);
}

static void
copy_value (XcRecord *to, const XcRecord *from, const XcField *field)
{
  if (!xc_record_is_set (from, field->name))
    xc_record_clear (to, field->name);
  else if (xc_field_is_textual (field))
    xc_record_set_text (to, field->name, xc_record_get_text (from, field->name));
  else
    xc_record_set_number (to, field->name, xc_record_get_number (from, field->name));
}

/* What nobody types is not repeated either: the row's state and its days begin anew. */
static void
reset_read_only (XcForm *self, XcRecord *record)
{
  g_autoptr (XcRecord) fresh = xc_record_new (self->table);

  for (guint i = 0; i < self->fields->len; i++)
    {
      const char *name = xc_field_view_get_field_name (self->fields->pdata[i]);

      if (!xc_field_view_is_read_only (self->fields->pdata[i]))
        continue;
      copy_value (record, fresh, xc_catalogue_get_field (self->table, name));
    }
}

/**
 * xc_form_offer:
 * @self: a form
 * @store: the ledger
 * @record: a new row, filled in as far as is known
 *
 * As xc_form_show(), but the row is to be saved although nothing was typed yet.
 */
void
xc_form_offer (XcForm *self, XcStore *store, XcRecord *record)
{
  xc_form_settle (self);
  g_set_object (&self->store, store);
  g_clear_pointer (&self->record, xc_record_unref);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  build (self);
  self->record = xc_record_copy (record);
  reset_read_only (self, self->record);
  show_record (self);
  set_edited (self, TRUE);
}

/* Nobody begins a new row with its state. */
static gboolean
is_to_be_typed (XcForm *self, XcFieldView *view)
{
  return !xc_field_view_is_read_only (view)
         && (xc_record_get_id (self->record) != 0
             || !g_str_equal (xc_field_view_get_field_name (view), "state"));
}

/**
 * xc_form_focus:
 * @self: a form
 *
 * Puts the focus into its first field that can be typed into, wherever in the form it was before.
 */
void
xc_form_focus (XcForm *self)
{
  for (guint i = 0; self->record != NULL && i < self->fields->len; i++)
    if (is_to_be_typed (self, self->fields->pdata[i]))
      {
        gtk_widget_grab_focus (GTK_WIDGET (xc_field_view_get_editor (self->fields->pdata[i])));
        return;
      }
}

/**
 * xc_form_get_record:
 * @self: a form
 *
 * Returns: (transfer none) (nullable): the row shown, as the ledger has it
 */
XcRecord *
xc_form_get_record (XcForm *self)
{
  return self->record;
}

/**
 * xc_form_get_store:
 * @self: a form
 *
 * Returns: (transfer none) (nullable): the ledger of the row shown
 */
XcStore *
xc_form_get_store (XcForm *self)
{
  return self->store;
}

gboolean
xc_form_is_edited (XcForm *self)
{
  return self->is_edited;
}

typedef struct
{
  XcForm *form;
  XcRecord *record;
} Saving;

static gboolean
save_record (XcStore *store, gpointer data, GError **error)
{
  Saving *saving = data;

  if (!xc_row_rules_save (store, saving->record, error))
    return FALSE;
  for (guint i = 0; i < saving->form->parts->len; i++)
    if (!xc_form_part_save (saving->form->parts->pdata[i], store, saving->record, error))
      return FALSE;
  return TRUE;
}

static void
show_faults (XcForm *self, GHashTable *faults)
{
  XcFieldView *first = NULL;

  for (guint i = 0; i < self->fields->len; i++)
    {
      XcFieldView *view = self->fields->pdata[i];
      const char *fault = g_hash_table_lookup (faults, xc_field_view_get_field_name (view));

      xc_field_view_set_fault (view, fault);
      if (first == NULL && fault != NULL)
        first = view;
    }
  if (first != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (xc_field_view_get_editor (first)));
}

/* Each part shows what is wrong with it, and takes the focus for it. */
static gboolean
check_parts (XcForm *self)
{
  gboolean is_right = TRUE;

  for (guint i = self->parts->len; i > 0; i--)
    is_right = xc_form_part_check (self->parts->pdata[i - 1]) && is_right;
  return is_right;
}

/* Saves @record, which is valid. What was typed stays in the form when the ledger refuses. */
static gboolean
write_record (XcForm *self, XcRecord *record, GError **error)
{
  g_autofree char *title = xc_row_title_make (self->store, record, xc_record_get_id (self->record) == 0);
  Saving saving = { self, record };

  if (!xc_store_run (self->store, title, save_record, &saving, error))
    return FALSE;
  drop_draft (self);
  xc_record_unref (self->record);
  self->record = xc_record_copy (record);
  show_record (self);
  xc_window_tell_done (GTK_WIDGET (self), title);
  g_signal_emit (self, saved_signal, 0, xc_record_get_id (record));
  return TRUE;
}

/**
 * xc_form_save:
 * @self: a form
 *
 * One undoable action. What is wrong is said beside the fields, and the first of them has the focus then; what the
 * ledger refuses is said in the window. In both cases the typing stays.
 *
 * Returns: whether the row is saved
 */
gboolean
xc_form_save (XcForm *self)
{
  g_autoptr (GHashTable) faults = NULL;
  g_autoptr (XcRecord) record = NULL;
  g_autoptr (GError) error = NULL;

  if (self->record == NULL || !self->is_edited)
    return TRUE;
  faults = new_faults ();
  record = read_all (self, faults);
  if (!check_parts (self) || g_hash_table_size (faults) > 0)
    {
      keep_draft (self);
      show_faults (self, faults);
      return FALSE;
    }
  if (!write_record (self, record, &error))
    {
      keep_draft (self);
      xc_window_tell_error (GTK_WIDGET (self), error);
      return FALSE;
    }
  return TRUE;
}

/* What rows typed one after the other have in common stays; the focus goes to the first field behind what they belong
 * to. */
static void
begin_next (XcForm *self, const GPtrArray *kept)
{
  const XcCatalogueTable *entry = xc_catalogue_get (self->table);
  XcRecord *next = xc_record_new (self->table);

  for (guint i = 0; i < entry->n_fields; i++)
    if (entry->fields[i].is_repeated)
      copy_value (next, self->record, &entry->fields[i]);
  xc_record_unref (self->record);
  self->record = next;
  show_record (self);
  for (guint i = 0; i < self->parts->len; i++)
    if (kept->pdata[i] != NULL)
      xc_form_part_put_typed (self->parts->pdata[i], kept->pdata[i]);
  set_edited (self, FALSE);
  /* Another new row was begun before, and left for the one that is saved now. */
  take_up_draft (self);
  for (guint i = 0; i < self->fields->len; i++)
    {
      const XcField *field =
          xc_catalogue_get_field (self->table, xc_field_view_get_field_name (self->fields->pdata[i]));

      if (!is_to_be_typed (self, self->fields->pdata[i]) || (field->is_repeated && field->is_required))
        continue;
      gtk_widget_grab_focus (GTK_WIDGET (xc_field_view_get_editor (self->fields->pdata[i])));
      break;
    }
}

/**
 * xc_form_save_next:
 * @self: a form
 *
 * As xc_form_save(), and then begins the next row, which has in common with this one what rows typed one after the other
 * have.
 *
 * Returns: whether the row is saved, and the form shows a new one
 */
gboolean
xc_form_save_next (XcForm *self)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_free);

  if (self->record == NULL || (xc_record_get_id (self->record) == 0 && !self->is_edited))
    return FALSE;
  for (guint i = 0; i < self->parts->len; i++)
    g_ptr_array_add (kept, xc_form_part_dup_repeated (self->parts->pdata[i]));
  if (!xc_form_save (self))
    return FALSE;
  begin_next (self, kept);
  return TRUE;
}

/**
 * xc_form_get_editor:
 * @self: a form that shows a row
 * @field: the name of a field
 *
 * Returns: (transfer none) (nullable): its editor, for a part that stands beside it
 */
XcFieldEditor *
xc_form_get_editor (XcForm *self, const char *field)
{
  for (guint i = 0; i < self->fields->len; i++)
    if (g_str_equal (xc_field_view_get_field_name (self->fields->pdata[i]), field))
      return xc_field_view_get_editor (self->fields->pdata[i]);
  return NULL;
}

/**
 * xc_form_settle:
 * @self: a form that is about to show something else, or to go
 *
 * Saves what was typed when it is valid, and keeps it as a draft when it is not; asks nothing.
 */
void
xc_form_settle (XcForm *self)
{
  g_autoptr (GHashTable) faults = NULL;
  g_autoptr (XcRecord) record = NULL;
  g_autoptr (GError) error = NULL;

  if (self->record == NULL || !self->is_edited)
    return;
  faults = new_faults ();
  record = read_all (self, faults);
  if (g_hash_table_size (faults) == 0 && write_record (self, record, &error))
    return;
  keep_draft (self);
  set_edited (self, FALSE);
  if (error != NULL)
    xc_window_tell_error (GTK_WIDGET (self), error);
}

/**
 * xc_form_keep:
 * @self: a form that is about to go, with nobody having said that it be saved
 *
 * Keeps what was typed as a draft, valid or not. It is there when the row is shown again.
 */
void
xc_form_keep (XcForm *self)
{
  if (self->record == NULL || !self->is_edited)
    return;
  keep_draft (self);
  set_edited (self, FALSE);
}

/**
 * xc_form_read_typed:
 * @self: a form
 * @typed: (element-type utf8 utf8): takes what stands in each field, by the field's name; frees both
 */
void
xc_form_read_typed (XcForm *self, GHashTable *typed)
{
  for (guint i = 0; i < self->fields->len; i++)
    g_hash_table_insert (typed, g_strdup (xc_field_view_get_field_name (self->fields->pdata[i])),
                         xc_field_editor_dup_typed (xc_field_view_get_editor (self->fields->pdata[i])));
  for (guint i = 0; i < self->parts->len; i++)
    {
      char *text = xc_form_part_dup_typed (self->parts->pdata[i]);

      if (text != NULL)
        g_hash_table_insert (typed, g_strdup (xc_form_part_get_name (self->parts->pdata[i])), text);
    }
}

/**
 * xc_form_put_typed:
 * @self: a form that shows a row
 * @typed: (element-type utf8 utf8): what xc_form_read_typed() gave
 *
 * As if it were typed now.
 */
void
xc_form_put_typed (XcForm *self, GHashTable *typed)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      const char *text = g_hash_table_lookup (typed, xc_field_view_get_field_name (self->fields->pdata[i]));

      if (text != NULL)
        xc_field_editor_put_typed (xc_field_view_get_editor (self->fields->pdata[i]), text);
    }
  for (guint i = 0; i < self->parts->len; i++)
    {
      const char *text = g_hash_table_lookup (typed, xc_form_part_get_name (self->parts->pdata[i]));

      if (text != NULL)
        xc_form_part_put_typed (self->parts->pdata[i], text);
    }
  self->numbered = 0;
  follow (self);
  set_edited (self, TRUE);
}

/**
 * xc_form_give_up:
 * @self: a form
 *
 * Shows the row as the ledger has it; what was typed is gone.
 */
void
xc_form_give_up (XcForm *self)
{
  if (self->record == NULL)
    return;
  drop_draft (self);
  show_record (self);
}

/**
 * xc_form_reload:
 * @self: a form whose row was changed elsewhere, as by undo
 *
 * Does nothing while something is typed that is not saved.
 */
void
xc_form_reload (XcForm *self)
{
  XcRecord *record;

  if (self->record == NULL || self->is_edited || xc_record_get_id (self->record) == 0)
    return;
  record = xc_store_load (self->store, self->table, xc_record_get_id (self->record), NULL);
  if (record == NULL)
    return;
  xc_record_unref (self->record);
  self->record = record;
  show_record (self);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  xc_form_save (XC_FORM (widget));
}

static void
give_up_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  xc_form_give_up (XC_FORM (widget));
}

static void
xc_form_dispose (GObject *object)
{
  XcForm *self = XC_FORM (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->record, xc_record_unref);
  g_ptr_array_set_size (self->fields, 0);
  g_ptr_array_set_size (self->parts, 0);
  G_OBJECT_CLASS (xc_form_parent_class)->dispose (object);
}

static void
xc_form_finalize (GObject *object)
{
  g_ptr_array_unref (XC_FORM (object)->fields);
  g_ptr_array_unref (XC_FORM (object)->parts);
  G_OBJECT_CLASS (xc_form_parent_class)->finalize (object);
}

static void
xc_form_class_init (XcFormClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = xc_form_dispose;
  G_OBJECT_CLASS (class)->finalize = xc_form_finalize;
  saved_signal = g_signal_new ("saved", XC_TYPE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                               G_TYPE_INT64);
  edited_signal =
      g_signal_new ("edited", XC_TYPE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (XC_TYPE_FIELD_VIEW);
  g_type_ensure (XC_TYPE_WRAP_BOX);
  gtk_widget_class_install_action (widget_class, "form.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "form.give-up", NULL, give_up_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "form.save", NULL);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_FORM);
}

static void
xc_form_init (XcForm *self)
{
  self->fields = g_ptr_array_new ();
  self->parts = g_ptr_array_new ();
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.save", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.give-up", FALSE);
}
