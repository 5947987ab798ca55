/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pasted rows, and the sheets of the template that are made of them. */
#pragma once

#include "intake/import.h"
#include "intake/pasted-columns.h"
#include "intake/pasted-problems.h"
#include "intake/text-sheet.h"

G_BEGIN_DECLS

/* As many as a row's faulty cells are bits. */
#define XC_PASTED_COLUMNS_MAX 64

typedef struct
{
  guint at; /* its row in the sheet that was pasted */
  guint
      head; /* the row, among those of the same array, that says which problem it is about: itself, or one above */
  gboolean is_taken;
  char *fault;          /* nullable */
  guint64 faulty_cells; /* columns, as bits */
} XcPastedRow;

struct _XcPastedProblems
{
  XcTextSheet *sheet;
  guint n_columns;
  int *meanings;
  char **headings; /* by column, as they were pasted; each nullable */
  GArray *rows;    /* of XcPastedRow */
  gint64 inspection_id;
  guint n_new, n_measures, n_owners;
};

/**
 * XcPastedSheet:
 * @sheet: what is imported
 * @headings: of @sheet
 * @columns: (element-type int): by column of @sheet, which pasted column it came from, or -1
 * @rows: (element-type guint): by row of @sheet, which pasted row it came from
 * @sources: (element-type int): by row of @sheet, the pasted column when the whole row came from one; or -1
 * @problems: (element-type guint): by row of @sheet, the row of the sheet of problems that it belongs to, as
 *   #XcImportContext has it
 */
typedef struct
{
  XcTextSheet *sheet;
  GPtrArray *headings;
  GArray *columns;
  GArray *rows;
  GArray *sources;
  GArray *problems;
} XcPastedSheet;

XcPastedSheet *xc_pasted_sheet_new_problems (const XcPastedProblems *pasted);
XcPastedSheet *xc_pasted_sheet_new_measures (const XcPastedProblems *pasted, const XcPastedSheet *problems);
XcPastedSheet *xc_pasted_sheet_new_owners (const XcPastedProblems *pasted, const XcPastedSheet *problems);
void xc_pasted_sheet_free (XcPastedSheet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcPastedSheet, xc_pasted_sheet_free)

void xc_pasted_problems_group (XcPastedProblems *self);
gboolean xc_pasted_problems_has (const XcPastedProblems *self, guint row, XcTemplateSheet sheet);
int xc_pasted_problems_find_meaning (const XcPastedProblems *self, const char *id);

G_END_DECLS
