/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a workbook back that was just written: libraries report success for workbooks that a full disk has cut. */
#pragma once

#include "report/sheet-sum.h"

G_BEGIN_DECLS

/**
 * XcProofSheet:
 * @name: of the sheet
 * @sum: what was written into it
 */
typedef struct
{
  const char *name;
  XcSheetSum sum;
} XcProofSheet;

gboolean xc_workbook_proof_holds (const char *path, const XcProofSheet *sheets, guint n_sheets);

G_END_DECLS
