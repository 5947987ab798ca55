/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/closing/step-dialog.h"

#include <glib/gi18n-lib.h>

#include "app/fields/remembered.h"
#include "app/form/field-view.h"
#include "app/text-size.h"
#include "app/window-work.h"

/* So many rows are done before anybody notices; more go into a thread. */
#define N_AT_ONCE 200
/* While somebody types nothing is looked at. */
#define REST_MS 150
/* What was refused, from two lines up, with text of the usual size. */
#define REFUSED_MIN_PX 44
#define REFUSED_MAX_PX 160

struct _XcStepDialog
{
  XcDialog parent_instance;

  const XcStepKind *kind;
  guint looking; /* source, or 0 */

  /* Owned */
  XcStepJob *job;
  GPtrArray *views; /* of XcFieldView, borrowed from the tree */
  char *draft;

  /* Template widgets */
  AdwWindowTitle *heading;
  GtkLabel *which;
  GtkBox *fields;
  GtkLabel *outlook;
  GtkWidget *refused_frame;
  GtkLabel *refused;
  GtkLabel *fault;
  GtkButton *take;
};

/* The step itself, on its way through a thread. */
typedef struct
{
  const XcStepKind *kind;
  XcStepJob *job;
  char *draft;
  XcStepReport *report;
} Taking;

G_DEFINE_FINAL_TYPE (XcStepDialog, xc_step_dialog, XC_TYPE_DIALOG)

static const char *
get_title (const XcStepKind *kind)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "step", kind->title);
}

static XcStepJob *
job_new (XcStore *store, GArray *ids, XcRecord *record)
{
  XcStepJob *job = g_new (XcStepJob, 1);

  *job = (XcStepJob){ g_object_ref (store), g_array_ref (ids), xc_record_ref (record) };
  return job;
}

static void
job_free (XcStepJob *job)
{
  g_object_unref (job->store);
  g_array_unref (job->ids);
  xc_record_unref (job->record);
  g_free (job);
}

static void
taking_free (gpointer data)
{
  Taking *taking = data;

  job_free (taking->job);
  g_free (taking->draft);
  g_clear_pointer (&taking->report, xc_step_report_free);
  g_free (taking);
}

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static XcFieldView *
find_view (XcStepDialog *self, const char *field)
{
  for (guint i = 0; i < self->views->len; i++)
    if (g_str_equal (xc_field_view_get_field_name (self->views->pdata[i]), field))
      return self->views->pdata[i];
  g_return_val_if_reached (NULL);
}

/* What is typed, as far as it can be read. */
static XcStepJob *
read_job (XcStepDialog *self, gboolean with_faults, gboolean *is_readable)
{
  g_autoptr (XcRecord) record = xc_record_copy (self->job->record);

  *is_readable = TRUE;
  for (guint i = 0; i < self->views->len; i++)
    {
      XcFieldView *view = self->views->pdata[i];
      g_autofree char *fault = xc_field_editor_read (xc_field_view_get_editor (view), record);

      *is_readable = *is_readable && fault == NULL;
      if (with_faults)
        xc_field_view_set_fault (view, fault);
    }
  return job_new (self->job->store, self->job->ids, record);
}

static void
show_report (XcStepDialog *self, const XcStepReport *report)
{
  g_autofree char *refused = xc_step_report_dup_text (report);
  guint n = report->done->len + report->refused->len;
  g_autofree char *outlook = NULL;

  if (report->refused->len > 0)
    outlook = g_strdup_printf (
        /* translators: %1$'u and %2$'u are numbers of rows */
        _ ("%1$'u of %2$'u are taken along. These are left as they are:"), report->done->len, n);
  else if (n > 1)
    outlook = g_strdup_printf (
        /* translators: %'u is a number of rows, more than one */
        g_dngettext (GETTEXT_PACKAGE, "%'u is taken along.", "All %'u are taken along.", n), n);
  show_text (self->outlook, outlook);
  gtk_label_set_text (self->refused, refused);
  gtk_widget_set_visible (self->refused_frame, report->refused->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "step.take", report->done->len > 0);
}

static gboolean
look_cb (gpointer data)
{
  XcStepDialog *self = data;
  gboolean is_readable;
  XcStepJob *job = read_job (self, FALSE, &is_readable);
  g_autoptr (GError) error = NULL;
  g_autoptr (XcStepReport) report = self->kind->look (job, &error);

  self->looking = 0;
  job_free (job);
  if (report != NULL)
    show_report (self, report);
  else
    show_text (self->fault, error->message);
  return G_SOURCE_REMOVE;
}

static void
edited_cb (XcStepDialog *self)
{
  g_clear_handle_id (&self->looking, g_source_remove);
  self->looking = g_timeout_add (REST_MS, look_cb, self);
}

/* How it went, with how many, as the history has it too. */
static void
tell (GtkWidget *widget, const XcStepKind *kind, const XcStepReport *report)
{
  g_autofree char *words = NULL;

  if (report->refused->len > 0)
    words = g_strdup_printf (
        /* translators: %1$s is a step, as “Apply for Closing”, %2$'u and %3$'u are numbers of rows */
        C_ ("step", "%1$s: %2$'u done, %3$'u left as they are"), get_title (kind), report->done->len,
        report->refused->len);
  else
    /* translators: %1$s is a step, as “Apply for Closing”, %2$'u is a number of rows */
    words = g_strdup_printf (C_ ("step", "%1$s: %2$'u done"), get_title (kind), report->done->len);
  if (report->done->len > 0)
    xc_window_tell_done (widget, words);
  else
    xc_window_tell (widget, words);
}

static gboolean
take_worker (gpointer data, GCancellable *cancellable, GError **error)
{
  Taking *taking = data;

  taking->report = taking->kind->take (taking->job, error);
  return taking->report != NULL;
}

static void
taken_cb (XcWindow *window, const GError *error, gpointer data)
{
  Taking *taking = data;

  if (error != NULL)
    {
      xc_window_tell_error (GTK_WIDGET (window), error);
      return;
    }
  xc_dialog_drop_draft (taking->job->store, taking->draft);
  tell (GTK_WIDGET (window), taking->kind, taking->report);
}

/* Where the dialog was opened from, the window that shows the ledger. */
static XcWindow *
find_window (XcStepDialog *self)
{
  GtkWindow *window = GTK_WINDOW (self);

  while (window != NULL && !XC_IS_WINDOW (window))
    window = gtk_window_get_transient_for (window);
  return window != NULL ? XC_WINDOW (window) : NULL;
}

/* What was typed is dropped only when it is done. */
static void
take_in_thread (XcStepDialog *self, XcStepJob *job)
{
  Taking *taking = g_new0 (Taking, 1);
  XcWindow *window = find_window (self);

  *taking = (Taking){ .kind = self->kind, .job = job, .draft = g_strdup (self->draft) };
  gtk_window_close (GTK_WINDOW (self));
  xc_window_work (window, get_title (self->kind), take_worker, taken_cb, taking, taking_free);
}

static gboolean
is_complete (XcStepDialog *self, const XcStepJob *job)
{
  const char *field = NULL;
  const char *sentence = self->kind->check != NULL ? self->kind->check (job, &field) : NULL;

  if (sentence == NULL)
    return TRUE;
  xc_field_view_set_fault (find_view (self, field), sentence);
  gtk_widget_child_focus (GTK_WIDGET (find_view (self, field)), GTK_DIR_TAB_FORWARD);
  return FALSE;
}

static void
take_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcStepDialog *self = XC_STEP_DIALOG (widget);
  gboolean is_readable;
  XcStepJob *job = read_job (self, TRUE, &is_readable);
  g_autoptr (XcStepReport) report = NULL;
  g_autoptr (GError) error = NULL;

  show_text (self->fault, NULL);
  if (!is_readable || !is_complete (self, job))
    {
      job_free (job);
      return;
    }
  if (job->ids->len > N_AT_ONCE)
    {
      take_in_thread (self, job);
      return;
    }
  report = self->kind->take (job, &error);
  job_free (job);
  if (report == NULL)
    show_text (self->fault, error->message);
  else if (report->done->len == 0)
    show_report (self, report);
  else
    {
      tell (GTK_WIDGET (find_window (self)), self->kind, report);
      xc_dialog_finish (XC_DIALOG (self));
    }
}

static void
xc_step_dialog_read_typed (XcDialog *dialog, GHashTable *typed)
{
  XcStepDialog *self = XC_STEP_DIALOG (dialog);

  for (guint i = 0; i < self->views->len; i++)
    g_hash_table_insert (typed, g_strdup (xc_field_view_get_field_name (self->views->pdata[i])),
                         xc_field_editor_dup_typed (xc_field_view_get_editor (self->views->pdata[i])));
}

static void
xc_step_dialog_put_typed (XcDialog *dialog, GHashTable *typed)
{
  XcStepDialog *self = XC_STEP_DIALOG (dialog);

  for (guint i = 0; i < self->views->len; i++)
    {
      const char *text = g_hash_table_lookup (typed, xc_field_view_get_field_name (self->views->pdata[i]));

      if (text != NULL)
        xc_field_editor_put_typed (xc_field_view_get_editor (self->views->pdata[i]), text);
    }
}

static void
xc_step_dialog_dispose (GObject *object)
{
  XcStepDialog *self = XC_STEP_DIALOG (object);

  g_ptr_array_set_size (self->views, 0);
  gtk_widget_dispose_template (GTK_WIDGET (object), XC_TYPE_STEP_DIALOG);
  G_OBJECT_CLASS (xc_step_dialog_parent_class)->dispose (object);
}

static void
xc_step_dialog_finalize (GObject *object)
{
  XcStepDialog *self = XC_STEP_DIALOG (object);

  /* Not before: fields that are taken away tell of a change once more. */
  g_clear_handle_id (&self->looking, g_source_remove);
  g_clear_pointer (&self->job, job_free);
  g_ptr_array_unref (self->views);
  g_free (self->draft);
  G_OBJECT_CLASS (xc_step_dialog_parent_class)->finalize (object);
}

static void
xc_step_dialog_class_init (XcStepDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = xc_step_dialog_dispose;
  G_OBJECT_CLASS (class)->finalize = xc_step_dialog_finalize;
  XC_DIALOG_CLASS (class)->read_typed = xc_step_dialog_read_typed;
  XC_DIALOG_CLASS (class)->put_typed = xc_step_dialog_put_typed;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/xuncha/Xuncha/closing/step-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, XcStepDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, XcStepDialog, which);
  gtk_widget_class_bind_template_child (widget_class, XcStepDialog, fields);
  gtk_widget_class_bind_template_child (widget_class, XcStepDialog, outlook);
  gtk_widget_class_bind_template_child (widget_class, XcStepDialog, refused_frame);
  gtk_widget_class_bind_template_child (widget_class, XcStepDialog, refused);
  gtk_widget_class_bind_template_child (widget_class, XcStepDialog, fault);
  gtk_widget_class_bind_template_child (widget_class, XcStepDialog, take);
  gtk_widget_class_install_action (widget_class, "step.take", NULL, take_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "step.take", NULL);
}

static void
xc_step_dialog_init (XcStepDialog *self)
{
  self->views = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->refused_frame),
                                              xc_text_size_scale (REFUSED_MAX_PX));
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->refused_frame),
                                              xc_text_size_scale (REFUSED_MIN_PX));
}

static GtkWidget *
make_view (XcStepDialog *self, const char *field)
{
  XcFieldView *view = g_object_new (XC_TYPE_FIELD_VIEW, "field", field, "hexpand", TRUE, NULL);
  XcFieldEditor *editor;

  xc_field_view_set_table (view, self->kind->table);
  editor = xc_field_view_get_editor (view);
  if (xc_field_editor_get_field (editor)->kind == XC_FIELD_TEXT)
    xc_remembered_attach (editor, self->job->store);
  g_signal_connect_object (editor, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->views, view);
  return GTK_WIDGET (view);
}

static void
make_views (XcStepDialog *self)
{
  g_auto (GStrv) lines = g_strsplit (self->kind->fields, "|", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) names = g_strsplit (lines[i], " ", -1);
      GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

      gtk_box_set_homogeneous (GTK_BOX (line), TRUE);
      for (guint j = 0; names[j] != NULL; j++)
        gtk_box_append (GTK_BOX (line), make_view (self, names[j]));
      gtk_box_append (self->fields, line);
    }
}

/**
 * xc_step_dialog_new:
 * @widget: a widget in the window, or another dialog
 * @kind: what is done; static
 * @job: with which rows, and what is proposed
 * @which: (translated): which rows these are
 *
 * Returns: (transfer none): a dialog to be opened
 */
XcStepDialog *
xc_step_dialog_new (GtkWidget *widget, const XcStepKind *kind, const XcStepJob *job, const char *which)
{
  XcStepDialog *self = g_object_new (XC_TYPE_STEP_DIALOG, "transient-for", gtk_widget_get_root (widget),
                                     "title", get_title (kind), NULL);

  self->kind = kind;
  self->job = job_new (job->store, job->ids, job->record);
  adw_window_title_set_title (self->heading, get_title (kind));
  gtk_button_set_label (self->take, g_dpgettext2 (GETTEXT_PACKAGE, "step", kind->button));
  gtk_label_set_text (self->which, which);
  make_views (self);
  for (guint i = 0; i < self->views->len; i++)
    xc_field_editor_show (xc_field_view_get_editor (self->views->pdata[i]), job->store, job->record);
  return self;
}

/**
 * xc_step_dialog_set_title:
 * @self: a dialog
 * @field: one of its fields
 * @title: (translated): what the field is called in this step
 */
void
xc_step_dialog_set_title (XcStepDialog *self, const char *field, const char *title)
{
  xc_field_view_set_title (find_view (self, field), title);
}

/**
 * xc_step_dialog_get_editor:
 * @self: a dialog
 * @field: one of its fields
 *
 * Returns: (transfer none): what it is typed into
 */
XcFieldEditor *
xc_step_dialog_get_editor (XcStepDialog *self, const char *field)
{
  return xc_field_view_get_editor (find_view (self, field));
}

/* What is proposed need not be gone through. */
static void
focus_first_empty (XcStepDialog *self)
{
  for (guint i = 0; i < self->views->len; i++)
    {
      g_autofree char *typed = xc_field_editor_dup_typed (xc_field_view_get_editor (self->views->pdata[i]));

      if (typed == NULL || *typed == '\0')
        {
          gtk_widget_child_focus (self->views->pdata[i], GTK_DIR_TAB_FORWARD);
          return;
        }
    }
  gtk_widget_child_focus (GTK_WIDGET (self->fields), GTK_DIR_TAB_FORWARD);
}

/**
 * xc_step_dialog_open:
 * @self: a dialog
 * @draft: the same for the same step with the same rows
 *
 * Puts in again what was typed and not finished, and presents the dialog.
 */
void
xc_step_dialog_open (XcStepDialog *self, const char *draft)
{
  self->draft = g_strdup (draft);
  xc_dialog_take_up_draft (XC_DIALOG (self), self->job->store, draft);
  /* To put in what is proposed was a change as well, which need not be waited for. */
  g_clear_handle_id (&self->looking, g_source_remove);
  look_cb (self);
  gtk_window_present (GTK_WINDOW (self));
  focus_first_empty (self);
}
