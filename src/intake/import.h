/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The import of the program's own template. Sheets are found by their names, columns by their headings, rows by what
 * people call them; the whole workbook is one step that can be undone, or nothing is written.
 */
#pragma once

#include "intake/import-report.h"
#include "intake/intake-error.h"
#include "intake/row-source.h"
#include "store/store.h"

G_BEGIN_DECLS

typedef enum
{
  XC_IMPORT_DRY_RUN, /* says what would be done */
  XC_IMPORT_WRITE,
} XcImportMode;

gboolean xc_import_run (XcStore *store, const char *path, XcImportMode mode, XcImportReport **report,
                        GError **error);

gboolean xc_import_take (XcStore *store, const XcRowSource *source, XcImportReport *report, GError **error);
gboolean xc_import_run_source (XcStore *store, const XcRowSource *source, const char *name, const char *title,
                               XcImportMode mode, XcImportReport **report, GError **error);
gboolean xc_import_run_source_in (XcStore *store, const XcRowSource *source, const char *name,
                                  const char *title, gint64 inspection_id, XcImportMode mode,
                                  XcImportReport **report, GError **error);

G_END_DECLS
