/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a workbook back that was just written: libraries report success for workbooks that a full disk has cut. */
#pragma once

#include "report/sheet-sum.h"

G_BEGIN_DECLS

/* Rows of a sheet that are read cell by cell; far more than an office has problems in a term. Reading a hundred thousand
 * takes longer than writing them, so that of the rows behind these only the bytes are proven. */
#define XC_PROOF_ROWS 20000

/**
 * XcProofSheet:
 * @name: of the sheet
 * @sum: what was written into its first %XC_PROOF_ROWS rows that hold anything
 */
typedef struct
{
  const char *name;
  XcSheetSum sum;
} XcProofSheet;

gboolean xc_workbook_proof_holds (const char *path, const XcProofSheet *sheets, guint n_sheets,
                                  guint n_parts);

G_END_DECLS
