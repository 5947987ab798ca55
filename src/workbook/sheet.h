/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of one sheet, handed out one after the other. */
#pragma once

#include "workbook/shared-strings.h"
#include "workbook/styles.h"

G_BEGIN_DECLS

/**
 * XcSheetContext:
 * @archive: the workbook
 * @strings: its shared strings
 * @styles: its styles
 * @is_1904: whether its days are counted from 1904-01-01
 *
 * What the cells of a sheet refer to.
 */
typedef struct
{
  XcArchive *archive;
  XcSharedStrings *strings;
  XcStyles *styles;
  gboolean is_1904;
} XcSheetContext;

gboolean xc_sheet_read (const XcSheetContext *context, const XcEntry *entry, const char *name,
                        XcWorkbookRowFunc func, gpointer data, GError **error);

G_END_DECLS
