/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/import/import-job.h"

#include <glib/gi18n-lib.h>

#include "store/backup-folder.h"

struct _XcImportJob
{
  XcStore *store;
  char *path;
  char *title;
  XcImportReport *report;

  /* Borrowed, while a thread is at work */
  const XcRowSource *source;
  GCancellable *cancellable;
};

/**
 * xc_import_job_new:
 * @store: a ledger open for writing, which nobody else uses while the job is at work
 * @path: a workbook
 *
 * Returns: (transfer full): a job that was not begun
 */
XcImportJob *
xc_import_job_new (XcStore *store, const char *path)
{
  g_return_val_if_fail (XC_IS_STORE (store) && path != NULL, NULL);

  XcImportJob *self = g_new0 (XcImportJob, 1);
  g_autofree char *name = g_filename_display_basename (path);

  self->store = g_object_ref (store);
  self->path = g_strdup (path);
  /* translators: %s is the name of a file */
  self->title = g_strdup_printf (_ ("Import of %s"), name);
  return self;
}

void
xc_import_job_free (gpointer job)
{
  XcImportJob *self = job;

  g_clear_pointer (&self->report, xc_import_report_free);
  g_object_unref (self->store);
  g_free (self->path);
  g_free (self->title);
  g_free (self);
}

/**
 * xc_import_job_get_title:
 * @self: a job
 *
 * Returns: (transfer none): what the history calls it
 */
const char *
xc_import_job_get_title (XcImportJob *self)
{
  return self->title;
}

/**
 * xc_import_job_get_report:
 * @self: a job
 *
 * Returns: (transfer none) (nullable): what it would do, or did; %NULL when the workbook could not be read at all
 */
const XcImportReport *
xc_import_job_get_report (XcImportJob *self)
{
  return self->report;
}

static gboolean
import (XcStore *store, gpointer data, GError **error)
{
  XcImportJob *self = data;

  /* Asked again when all is in the ledger but not yet committed: who cancels finds nothing of it. */
  return xc_import_take (store, self->source, self->report, error)
         && !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

static gboolean
run (XcImportJob *self, XcImportMode mode, GCancellable *cancellable, GError **error)
{
  XcWorkbook *workbook = xc_workbook_open (self->path, NULL, error);
  g_autoptr (XcRowSource) source = NULL;
  g_autofree char *name = g_filename_display_basename (self->path);
  gboolean done;

  g_clear_pointer (&self->report, xc_import_report_free);
  if (workbook == NULL)
    return FALSE;
  source = xc_row_source_new_workbook (workbook);
  xc_row_source_set_cancellable (source, cancellable);
  self->report = xc_import_report_new (name);
  self->source = source;
  self->cancellable = cancellable;
  done = mode == XC_IMPORT_DRY_RUN ? xc_store_try (self->store, import, self, error)
                                   : xc_store_run (self->store, self->title, import, self, error);
  self->source = NULL;
  self->cancellable = NULL;
  if (!done && self->report->faults->len == 0)
    g_clear_pointer (&self->report, xc_import_report_free);
  return done;
}

/**
 * xc_import_job_try:
 * @job: a job
 * @cancellable: stops it
 * @error: return location, as of xc_import_run()
 *
 * Finds out what the import would do.
 *
 * Returns: whether the import can be done
 */
gboolean
xc_import_job_try (gpointer job, GCancellable *cancellable, GError **error)
{
  return run (job, XC_IMPORT_DRY_RUN, cancellable, error);
}

/**
 * xc_import_job_write:
 * @job: a job
 * @cancellable: stops it; nothing is changed then
 * @error: return location, as of xc_import_run()
 *
 * Makes a backup, and imports.
 *
 * Returns: whether it was done
 */
gboolean
xc_import_job_write (gpointer job, GCancellable *cancellable, GError **error)
{
  XcImportJob *self = job;

  return xc_backup_before (self->store, "import", error) && run (self, XC_IMPORT_WRITE, cancellable, error);
}
