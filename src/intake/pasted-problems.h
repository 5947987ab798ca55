/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of a spreadsheet, pasted as text, that are to become problems with their measures and those who answer for them:
 * which column means what, which rows are taken, what is wrong with them. They go through the same import as workbooks
 * do, as one action. */
#pragma once

#include "intake/import.h"

G_BEGIN_DECLS

typedef struct _XcPastedProblems XcPastedProblems;

XcPastedProblems *xc_pasted_problems_new (const char *text, GError **error);
void xc_pasted_problems_free (XcPastedProblems *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcPastedProblems, xc_pasted_problems_free)

/* Rows without the headings; cells by the columns of the spreadsheet. */
guint xc_pasted_problems_count (const XcPastedProblems *self);
guint xc_pasted_problems_count_columns (const XcPastedProblems *self);
const char *xc_pasted_problems_get_cell (const XcPastedProblems *self, guint row, guint column);

/* What a column means, as of intake/pasted-columns, or -1. */
int xc_pasted_problems_get_meaning (const XcPastedProblems *self, guint column);
void xc_pasted_problems_set_meaning (XcPastedProblems *self, guint column, int meaning);

char *xc_pasted_problems_dup_left_out (const XcPastedProblems *self);

gboolean xc_pasted_problems_is_taken (const XcPastedProblems *self, guint row);
void xc_pasted_problems_set_taken (XcPastedProblems *self, guint row, gboolean is_taken);
guint xc_pasted_problems_count_taken (const XcPastedProblems *self);

/* Of the rows that name no organization. */
void xc_pasted_problems_set_inspection (XcPastedProblems *self, gint64 inspection_id);

gboolean xc_pasted_problems_check (XcPastedProblems *self, XcStore *store, GError **error);
const char *xc_pasted_problems_get_fault (const XcPastedProblems *self, guint row);
gboolean xc_pasted_problems_is_faulty (const XcPastedProblems *self, guint row, guint column);
guint xc_pasted_problems_count_faulty (const XcPastedProblems *self);
guint xc_pasted_problems_count_new (const XcPastedProblems *self);
guint xc_pasted_problems_count_measures (const XcPastedProblems *self);
guint xc_pasted_problems_count_owners (const XcPastedProblems *self);
gboolean xc_pasted_problems_save (XcPastedProblems *self, XcStore *store, char **title, GError **error);

G_END_DECLS
