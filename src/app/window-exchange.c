/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What comes into a ledger from a workbook, and what leaves it: lists and the chart. */
#include <glib/gi18n-lib.h>

#include "app/file-chooser.h"
#include "app/import/import-dialog.h"
#include "app/import/import-job.h"
#include "app/letters/write-letters-dialog.h"
#include "app/today.h"
#include "app/window-private.h"
#include "app/window-work.h"
#include "intake/intake-error.h"
#include "report/coverage-chart-source.h"
#include "report/lists.h"
#include "report/outgoing.h"
#include "report/picture-file.h"
#include "store/coverage-source.h"

static const char *const workbook_patterns[] = { "*.xlsx", NULL };
static const char *const picture_patterns[] = { "*.pdf", "*.png", "*.svg", NULL };

static void
written_cb (XcWindow *self, const GError *error, gpointer data)
{
  XcImportJob *job = data;

  if (error == NULL)
    xc_window_tell_done (GTK_WIDGET (self), xc_import_job_get_title (job));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    xc_window_tell_error (GTK_WIDGET (self), error);
}

static void
accepted_cb (XcImportDialog *dialog, XcWindow *self)
{
  XcImportJob *job = g_object_steal_data (G_OBJECT (dialog), "job");

  xc_window_work (self, _ ("Importing…"), xc_import_job_write, written_cb, job, xc_import_job_free);
}

static void
tried_cb (XcWindow *self, const GError *error, gpointer data)
{
  XcImportJob **job = data;
  const XcImportReport *report = xc_import_job_get_report (*job);
  XcImportDialog *dialog;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (report == NULL)
    {
      xc_window_tell_error (GTK_WIDGET (self), error);
      return;
    }
  dialog = xc_import_dialog_new (GTK_WINDOW (self), report,
                                 error != NULL ? error->message
                                 : report->is_change
                                     ? _ ("This is what the import will do. A backup is made before.")
                                     : _ ("The ledger has all of it already; nothing was changed."));
  g_object_set_data_full (G_OBJECT (dialog), "job", g_steal_pointer (job), xc_import_job_free);
  g_signal_connect_object (dialog, "accepted", G_CALLBACK (accepted_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
try_import (gpointer data, GCancellable *cancellable, GError **error)
{
  return xc_import_job_try (*(XcImportJob **) data, cancellable, error);
}

static void
free_tried (gpointer data)
{
  XcImportJob **job = data;

  g_clear_pointer (job, xc_import_job_free);
  g_free (job);
}

static void
begin_import (XcWindow *self, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  XcImportJob **job = g_new (XcImportJob *, 1);

  *job = xc_import_job_new (self->store, path);
  xc_window_work (self, _ ("Reading the Workbook…"), try_import, tried_cb, job, free_tried);
}

static void
import_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcWindow *self = XC_WINDOW (widget);
  const XcFileKind kind = { _ ("Workbooks"), workbook_patterns };

  xc_page_settle (XC_PAGE (gtk_stack_get_visible_child (self->pages)));
  xc_choose_file_to_open (self, _ ("Import a Workbook"), &kind, begin_import);
}

/* What is written, and from where. */
typedef struct
{
  char *ledger;
  char *path;
  gint64 term_id;
  guint n_problems;
} Export;

static void
export_free (gpointer data)
{
  Export *export = data;

  g_free (export->ledger);
  g_free (export->path);
  g_free (export);
}

/**
 * xc_window_note_export:
 * @self: a window
 * @path: a file that was written
 *
 * Puts it into the history, as whatever leaves the ledger, and says that it is done.
 */
void
xc_window_note_export (XcWindow *self, const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *sentence = NULL;
  g_autoptr (GError) error = NULL;

  if (!xc_outgoing_note_export (self->store, path, &error))
    {
      xc_window_tell_error (GTK_WIDGET (self), error);
      return;
    }
  /* translators: %s is the name of a file */
  sentence = g_strdup_printf (_ ("“%s” is written."), name);
  xc_window_tell (GTK_WIDGET (self), sentence);
}

static gboolean
write_lists (gpointer data, GCancellable *cancellable, GError **error)
{
  Export *export = data;
  g_autoptr (XcStore) store = xc_store_open (export->ledger, XC_STORE_READ, error);
  const XcListsOptions options = { .filter = { .term_id = export->term_id },
                                   .day = xc_today (),
                                   .cancellable = cancellable };

  return store != NULL && xc_lists_write (store, &options, export->path, TRUE, &export->n_problems, error);
}

static void
lists_written_cb (XcWindow *self, const GError *error, gpointer data)
{
  Export *export = data;

  if (error == NULL)
    xc_window_note_export (self, export->path);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    xc_window_tell_error (GTK_WIDGET (self), error);
}

static void
begin_lists (XcWindow *self, GFile *file)
{
  Export *export = g_new0 (Export, 1);

  export->ledger = g_strdup (xc_store_get_path (self->store));
  export->path = g_file_get_path (file);
  export->term_id = xc_term_choice_get_id (self->term_choice);
  xc_window_work (self, _ ("Writing the Lists…"), write_lists, lists_written_cb, export, export_free);
}

static void
choose_place_of_lists (XcWindow *self)
{
  const XcFileKind kind = { _ ("Workbooks"), workbook_patterns };

  xc_choose_file_to_save (self, _ ("Export the Lists"), &kind, _ ("lists.xlsx"), begin_lists);
}

static void
export_lists_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  xc_page_settle (XC_PAGE (gtk_stack_get_visible_child (XC_WINDOW (widget)->pages)));
  xc_window_check_lists_before (XC_WINDOW (widget), choose_place_of_lists);
}

/* Of what is due or overdue: issued, they are in the register. */
static void
write_letters_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcWindow *self = XC_WINDOW (widget);

  xc_page_settle (XC_PAGE (gtk_stack_get_visible_child (self->pages)));
  xc_write_letters_dialog_present (self);
}

static gboolean
write_chart (XcWindow *self, const char *path, GError **error)
{
  XcRecord *term = xc_term_choice_get_term (self->term_choice);
  XcDay day = xc_term_choice_get_day (self->term_choice);
  g_autoptr (XcCoverage) coverage = NULL;
  g_autoptr (XcCoverageChartSource) source = NULL;
  g_autoptr (XcPicture) picture = NULL;
  XcPictureFormat format;
  gboolean is_paper;

  if (!xc_picture_format_from_path (path, &format, error)
      || (coverage = xc_coverage_source_load (self->store, term, error)) == NULL)
    return FALSE;
  source = xc_coverage_chart_source_new (coverage, term, day);
  is_paper = format == XC_PICTURE_PDF;
  picture = xc_coverage_chart_lay_out (xc_coverage_chart_source_get_chart (source),
                                       is_paper ? XC_CHART_PAGE_WIDTH : XC_CHART_WIDTH,
                                       is_paper ? XC_CHART_PAGE_HEIGHT : XC_CHART_HEIGHT);
  return xc_picture_write (picture, format, XC_PALETTE_LIGHT, day, path, TRUE, error);
}

static void
export_chart (XcWindow *self, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GError) error = NULL;

  if (write_chart (self, path, &error))
    xc_window_note_export (self, path);
  else
    xc_window_tell_error (GTK_WIDGET (self), error);
}

static void
export_chart_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const XcFileKind kind = { _ ("Pictures: .pdf, .png, .svg"), picture_patterns };

  xc_choose_file_to_save (XC_WINDOW (widget), _ ("Export the Chart"), &kind, _ ("chart.pdf"), export_chart);
}

void
xc_window_install_exchange (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "win.export-lists", NULL, export_lists_action);
  gtk_widget_class_install_action (widget_class, "win.write-letters", NULL, write_letters_action);
  gtk_widget_class_install_action (widget_class, "win.export-chart", NULL, export_chart_action);
}
