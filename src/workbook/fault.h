/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sentences that say where a workbook is damaged or too large. */
#pragma once

#include "workbook/workbook.h"

G_BEGIN_DECLS

/**
 * XcFaultPlace:
 * @file: (nullable): the file's name, as shown to people
 * @part: (nullable): the part within the file
 * @sheet: (nullable): the sheet
 * @row: 1-based; 0 when unknown
 * @column: 0-based; -1 when unknown
 *
 * Where the reader is. Everything is borrowed.
 */
typedef struct
{
  const char *file;
  const char *part;
  const char *sheet;
  guint row;
  int column;
} XcFaultPlace;

gboolean xc_fault_damaged (const XcFaultPlace *place, GError **error, const char *reason, ...)
    G_GNUC_PRINTF (3, 4);
gboolean xc_fault_too_large (const XcFaultPlace *place, GError **error, const char *reason, ...)
    G_GNUC_PRINTF (3, 4);

G_END_DECLS
