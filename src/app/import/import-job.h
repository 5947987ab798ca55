/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One workbook on its way into a ledger, in a thread: first tried, then, when the user agrees, done. */
#pragma once

#include "intake/import.h"

G_BEGIN_DECLS

typedef struct _XcImportJob XcImportJob;

XcImportJob *xc_import_job_new (XcStore *store, const char *path);
void xc_import_job_free (gpointer job);

const char *xc_import_job_get_title (XcImportJob *self);
const XcImportReport *xc_import_job_get_report (XcImportJob *self);

gboolean xc_import_job_try (gpointer job, GCancellable *cancellable, GError **error);
gboolean xc_import_job_write (gpointer job, GCancellable *cancellable, GError **error);

G_END_DECLS
