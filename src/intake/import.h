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

/**
 * XcImportContext:
 * @inspection_id: where problems were found whose rows name neither round nor organization, or no round and an
 *   organization that has it among others; 0: nowhere
 * @measures: (nullable) (element-type guint): by row of the sheet of measures, from the second one on, the row of the
 *   sheet of problems that it belongs to, so that it needs no number; %NULL: as the numbers say
 * @responsibilities: (nullable) (element-type guint): the same of the sheet of responsibilities
 *
 * What rows need not say themselves.
 */
typedef struct
{
  gint64 inspection_id;
  const GArray *measures;
  const GArray *responsibilities;
} XcImportContext;

gboolean xc_import_run (XcStore *store, const char *path, XcImportMode mode, XcImportReport **report,
                        GError **error);

gboolean xc_import_take (XcStore *store, const XcRowSource *source, XcImportReport *report, GError **error);
gboolean xc_import_run_source (XcStore *store, const XcRowSource *source, const char *name, const char *title,
                               XcImportMode mode, XcImportReport **report, GError **error);
gboolean xc_import_run_source_in (XcStore *store, const XcRowSource *source, const char *name,
                                  const char *title, const XcImportContext *context, XcImportMode mode,
                                  XcImportReport **report, GError **error);

G_END_DECLS
