/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/problems/evidence-tab.h"

#include <glib/gi18n-lib.h>

#include "app/drop-down.h"
#include "app/file-chooser.h"
#include "app/problems/evidence-row.h"
#include "app/text-size.h"
#include "store/evidence.h"
#include "store/today.h"

struct _XcEvidenceTab
{
  XcFormTab parent_instance;

  gint64 problem; /* 0 while it is not in the ledger */

  /* Owned */
  GPtrArray *measures; /* of XcRecord, of the problem, in their order */

  /* Borrowed */
  XcStore *store; /* weak */

  /* Template widgets */
  GtkDropDown *targets;
  GtkWidget *attach;
  GtkStack *views;
  GtkListBox *rows;
  GtkWidget *buttons;
};

G_DEFINE_FINAL_TYPE (XcEvidenceTab, xc_evidence_tab, XC_TYPE_FORM_TAB)

static gboolean
can_write (XcEvidenceTab *self)
{
  return self->store != NULL && self->problem != 0 && xc_store_is_writable (self->store);
}

static XcEvidenceRow *
get_selected (XcEvidenceTab *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->rows);

  return row != NULL ? XC_EVIDENCE_ROW (row) : NULL;
}

static void
update_actions (XcEvidenceTab *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean has_row;

  /* A list that goes with the window gives up its selection and says so. */
  if (self->rows == NULL)
    return;
  has_row = get_selected (self) != NULL;
  gtk_widget_action_set_enabled (widget, "evidence.attach", can_write (self));
  gtk_widget_action_set_enabled (widget, "evidence.open", has_row);
  gtk_widget_action_set_enabled (widget, "evidence.save-as", has_row);
  gtk_widget_action_set_enabled (widget, "evidence.remove", has_row && can_write (self));
  gtk_widget_set_visible (self->buttons, has_row);
}

static int
compare_measures (gconstpointer a, gconstpointer b)
{
  const XcRecord *one = *(XcRecord *const *) a, *other = *(XcRecord *const *) b;
  gint64 first = xc_record_get_number (one, "position"), second = xc_record_get_number (other, "position");

  return first != second ? (first > second) - (first < second)
                         : (xc_record_get_id (one) > xc_record_get_id (other))
                               - (xc_record_get_id (one) < xc_record_get_id (other));
}

/* The latest first. */
static int
compare_evidence (gconstpointer a, gconstpointer b)
{
  const XcRecord *one = *(XcRecord *const *) a, *other = *(XcRecord *const *) b;
  XcDay first = xc_record_get_day (one, "added_on"), second = xc_record_get_day (other, "added_on");

  return first != second ? (first < second) - (first > second)
                         : g_strcmp0 (xc_record_get_text (one, "title"), xc_record_get_text (other, "title"));
}

/* @number from 1. */
static char *
name_measure (const XcRecord *measure, guint number)
{
  /* translators: %1$u is the number of a measure among those of a problem, %2$s what it says */
  return g_strdup_printf (_ ("Measure %1$u: %2$s"), number, xc_record_get_text (measure, "wording"));
}

static char *
find_measure_name (XcEvidenceTab *self, gint64 id)
{
  for (guint i = 0; i < self->measures->len; i++)
    if (xc_record_get_id (self->measures->pdata[i]) == id)
      return name_measure (self->measures->pdata[i], i + 1);
  return NULL;
}

static void
fill_targets (XcEvidenceTab *self)
{
  guint selected = gtk_drop_down_get_selected (self->targets);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (names, g_strdup (_ ("The problem as a whole")));
  for (guint i = 0; i < self->measures->len; i++)
    g_ptr_array_add (names, name_measure (self->measures->pdata[i], i + 1));
  g_ptr_array_add (names, NULL);
  xc_drop_down_fill (self->targets, (const char *const *) names->pdata);
  gtk_drop_down_set_selected (self->targets, selected <= self->measures->len ? selected : 0);
}

static void
fill_rows (XcEvidenceTab *self, GPtrArray *records)
{
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (self->rows);
  gint64 id = selected != NULL ? xc_evidence_row_get_id (XC_EVIDENCE_ROW (selected)) : 0;
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->rows)) != NULL;
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->rows, 0)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  for (guint i = 0; i < records->len; i++)
    {
      XcRecord *record = records->pdata[i];
      g_autofree char *measure = find_measure_name (self, xc_record_get_number (record, "measure_id"));
      GtkWidget *widget = xc_evidence_row_new (record, measure);

      gtk_list_box_append (self->rows, widget);
      if (i == 0 || xc_record_get_id (record) == id)
        gtk_list_box_select_row (self->rows, GTK_LIST_BOX_ROW (widget));
    }
  row = gtk_list_box_get_selected_row (self->rows);
  if (had_focus && row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  else if (had_focus)
    gtk_widget_grab_focus (self->attach);
}

static void
xc_evidence_tab_fill (XcFormTab *tab, XcStore *store, gint64 id)
{
  XcEvidenceTab *self = XC_EVIDENCE_TAB (tab);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GPtrArray) measures = NULL;
  g_autoptr (GError) error = NULL;

  if (id != self->problem)
    gtk_drop_down_set_selected (self->targets, 0);
  self->problem = id;
  g_set_weak_pointer (&self->store, store);
  if (id != 0)
    measures = xc_store_load_where (store, XC_TABLE_MEASURE, "problem_id", id, &error);
  if (measures != NULL)
    records = xc_store_load_where (store, XC_TABLE_EVIDENCE, "problem_id", id, &error);
  if (error != NULL)
    xc_window_tell_error (GTK_WIDGET (self), error);
  if (records == NULL)
    records = g_ptr_array_new ();
  g_ptr_array_unref (self->measures);
  self->measures = measures != NULL ? g_steal_pointer (&measures) : g_ptr_array_new ();
  g_ptr_array_sort (self->measures, compare_measures);
  g_ptr_array_sort (records, compare_evidence);
  fill_targets (self);
  fill_rows (self, records);
  gtk_stack_set_visible_child_name (self->views, id == 0 ? "unsaved" : records->len > 0 ? "rows" : "nothing");
  update_actions (self);
}

/* Each file is one action, so that each can be taken back. */
static void
attach_files (XcEvidenceTab *self, GSList *files)
{
  guint target = gtk_drop_down_get_selected (self->targets);
  gint64 measure =
      target > 0 && target <= self->measures->len ? xc_record_get_id (self->measures->pdata[target - 1]) : 0;
  gint64 problem = self->problem;
  g_autoptr (GString) refused = g_string_new (NULL);
  g_autofree char *last = NULL;

  if (!can_write (self))
    return;
  for (GSList *at = files; at != NULL; at = at->next)
    {
      g_autofree char *path = g_file_get_path (at->data);
      g_autofree char *name = g_file_get_basename (at->data);
      g_autoptr (GError) error = NULL;

      if (path == NULL)
        /* translators: %s is the name of a file */
        g_string_append_printf (refused, _ ("“%s” is not on this machine, so it was not attached."), name);
      else if (xc_evidence_attach (self->store, problem, measure, path, xc_today (), &error) != 0)
        {
          g_free (last);
          /* translators: %s is the name of a file */
          last = g_strdup_printf (_ ("Evidence attached: %s"), name);
        }
      else
        g_string_append_printf (refused, "%s%s", refused->len > 0 ? "\n" : "", error->message);
    }
  if (refused->len > 0)
    {
      g_autoptr (GError) error = g_error_new_literal (XC_STORE_ERROR, XC_STORE_ERROR_REFUSED, refused->str);

      xc_window_tell_error (GTK_WIDGET (self), error);
    }
  else if (last != NULL)
    xc_window_tell_done (GTK_WIDGET (self), last);
}

static gboolean
drop_cb (XcEvidenceTab *self, const GValue *value)
{
  GSList *files = g_value_get_boxed (value);

  attach_files (self, files);
  return can_write (self);
}

static void
response_cb (GtkNativeDialog *chooser, int response, XcEvidenceTab *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GListModel) chosen = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (chooser));
      GSList *files = NULL;

      for (guint i = g_list_model_get_n_items (chosen); i > 0; i--)
        files = g_slist_prepend (files, g_list_model_get_item (chosen, i - 1));
      attach_files (self, files);
      g_slist_free_full (files, g_object_unref);
    }
  g_object_unref (chooser);
  g_object_unref (self);
}

static void
attach_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkFileChooserNative *chooser =
      gtk_file_chooser_native_new (_ ("Attach Evidence"), GTK_WINDOW (gtk_widget_get_root (widget)),
                                   GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Attach"), NULL);

  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser), TRUE);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect (chooser, "response", G_CALLBACK (response_cb), g_object_ref (widget));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) self = data;
  g_autoptr (GError) reason = NULL;
  g_autoptr (GError) error = NULL;

  if (gtk_show_uri_full_finish (GTK_WINDOW (source), result, &reason))
    return;
  g_set_error (
      &error, XC_STORE_ERROR, XC_STORE_ERROR_FAILED,
      /* translators: %s is the reason */
      _ ("No program of this machine opened the file: %s. Save it with “Save As” and open it from there."),
      reason->message);
  xc_window_tell_error (self, error);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcEvidenceTab *self = XC_EVIDENCE_TAB (widget);
  XcEvidenceRow *row = get_selected (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *uri = NULL;

  if (row == NULL || self->store == NULL)
    return;
  path = xc_evidence_copy (self->store, xc_evidence_row_get_id (row), &error);
  if (path == NULL)
    {
      xc_window_tell_error (widget, error);
      return;
    }
  uri = g_filename_to_uri (path, NULL, NULL);
  gtk_show_uri_full (GTK_WINDOW (gtk_widget_get_root (widget)), uri, GDK_CURRENT_TIME, NULL, opened_cb,
                     g_object_ref (widget));
}

static void
row_activated_cb (XcEvidenceTab *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "evidence.open", NULL);
}

/* What is written, and from where. */
typedef struct
{
  XcStore *store;
  gint64 id;
} Saving;

static void
free_saving (gpointer data)
{
  Saving *saving = data;

  g_object_unref (saving->store);
  g_free (saving);
}

static void
save (XcWindow *window, GFile *file, gpointer data)
{
  const Saving *saving = data;
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GError) error = NULL;

  if (xc_evidence_write (saving->store, saving->id, path, &error))
    xc_window_note_export (window, path);
  else
    xc_window_tell_error (GTK_WIDGET (window), error);
}

static void
save_as_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const char *const patterns[] = { "*", NULL };
  XcEvidenceTab *self = XC_EVIDENCE_TAB (widget);
  XcEvidenceRow *row = get_selected (self);
  const XcFileKind kind = { _ ("All files"), patterns };
  Saving *saving;

  if (row == NULL || self->store == NULL)
    return;
  saving = g_new (Saving, 1);
  *saving = (Saving){ g_object_ref (self->store), xc_evidence_row_get_id (row) };
  xc_choose_file_to_save_with (XC_WINDOW (gtk_widget_get_root (widget)), _ ("Save Evidence As"), &kind,
                               xc_evidence_row_get_title (row), save, saving, free_saving);
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcEvidenceTab *self = XC_EVIDENCE_TAB (widget);
  XcEvidenceRow *row = get_selected (self);
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;

  if (row == NULL || !can_write (self))
    return;
  /* translators: %s is the name of a file */
  title = g_strdup_printf (_ ("Evidence removed: %s"), xc_evidence_row_get_title (row));
  if (xc_evidence_remove (self->store, xc_evidence_row_get_id (row), &error))
    xc_window_tell_done (widget, title);
  else
    xc_window_tell_error (widget, error);
}

static void
xc_evidence_tab_add (XcFormTab *tab)
{
  gtk_widget_activate_action (GTK_WIDGET (tab), "evidence.attach", NULL);
}

static gboolean
xc_evidence_tab_grab_focus (GtkWidget *widget)
{
  XcEvidenceTab *self = XC_EVIDENCE_TAB (widget);
  XcEvidenceRow *row = get_selected (self);

  return gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : self->attach);
}

static void
xc_evidence_tab_build (XcFormTab *tab)
{
  XcEvidenceTab *self = XC_EVIDENCE_TAB (tab);
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  xc_text_size_stack (GTK_BOX (self->buttons));
  xc_drop_down_name (self->targets, _ ("What it proves"));
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  update_actions (self);
}

static void
xc_evidence_tab_dispose (GObject *object)
{
  g_clear_weak_pointer (&XC_EVIDENCE_TAB (object)->store);
  /* Disposing of the template takes away the bound child, which the parent class would then take away again. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  if (xc_form_tab_is_built (XC_FORM_TAB (object)))
    gtk_widget_dispose_template (GTK_WIDGET (object), XC_TYPE_EVIDENCE_TAB);
  G_OBJECT_CLASS (xc_evidence_tab_parent_class)->dispose (object);
}

static void
xc_evidence_tab_finalize (GObject *object)
{
  g_ptr_array_unref (XC_EVIDENCE_TAB (object)->measures);
  G_OBJECT_CLASS (xc_evidence_tab_parent_class)->finalize (object);
}

static void
xc_evidence_tab_class_init (XcEvidenceTabClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = xc_evidence_tab_dispose;
  G_OBJECT_CLASS (class)->finalize = xc_evidence_tab_finalize;
  widget_class->grab_focus = xc_evidence_tab_grab_focus;
  XC_FORM_TAB_CLASS (class)->build = xc_evidence_tab_build;
  XC_FORM_TAB_CLASS (class)->fill = xc_evidence_tab_fill;
  XC_FORM_TAB_CLASS (class)->add = xc_evidence_tab_add;
  gtk_widget_class_install_action (widget_class, "evidence.attach", NULL, attach_action);
  gtk_widget_class_install_action (widget_class, "evidence.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "evidence.save-as", NULL, save_as_action);
  gtk_widget_class_install_action (widget_class, "evidence.remove", NULL, remove_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "evidence.remove", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/xuncha/Xuncha/problems/evidence-tab.ui");
  gtk_widget_class_bind_template_child (widget_class, XcEvidenceTab, targets);
  gtk_widget_class_bind_template_child (widget_class, XcEvidenceTab, attach);
  gtk_widget_class_bind_template_child (widget_class, XcEvidenceTab, views);
  gtk_widget_class_bind_template_child (widget_class, XcEvidenceTab, rows);
  gtk_widget_class_bind_template_child (widget_class, XcEvidenceTab, buttons);
  gtk_widget_class_bind_template_callback (widget_class, update_actions);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
xc_evidence_tab_init (XcEvidenceTab *self)
{
  self->measures = g_ptr_array_new ();
}
