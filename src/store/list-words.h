/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the measures of a problem, and those who answer for it, are said in one cell: the same on paper and on the screen. */
#pragma once

#include "core/due.h"
#include "store/list-rows.h"

G_BEGIN_DECLS

void xc_list_words_role (GString *text, const XcListResponsibility *responsibilities, guint n, XcRole role);

/* @offset is that of a text in XcListMeasure. */
const char *xc_list_words_numbered (GString *text, const XcListMeasure *measures, guint n, gsize offset);
const char *xc_list_words_choices (GString *text, const XcListMeasure *measures, guint n, gsize offset,
                                   const XcField *field, GHashTable *titles);
const char *xc_list_words_choice (const XcField *field, const char *word, GHashTable *titles);
void xc_list_words_limits (GString *text, const XcListMeasure *measures, guint n);
gboolean xc_list_words_is_immediate (const XcListMeasure *measures, guint n);
XcDay xc_list_words_done_on (const XcListMeasure *measures, guint n);
void xc_list_words_due (const XcListMeasure *measures, guint n, XcRectificationState state, XcDay today,
                        XcProblemDue *due);

char *xc_list_words_team (const char *title, int ordinal);

G_END_DECLS
