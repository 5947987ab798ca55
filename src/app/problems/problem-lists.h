/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The three lists of problems as they are seen in the window: the same rows, other columns. */
#pragma once

#include "report/list-layout.h"

G_BEGIN_DECLS

/* As paths that end with NULL, for any list of problems. */
extern const char *const xc_problem_lists_searched[];
extern const char *const xc_problem_lists_filters[];

const char *const *xc_problem_lists_get_columns (XcList list, const int **widths_px);
const char *xc_problem_lists_get_name (XcList list);
char *xc_problem_lists_dup_title (XcStore *store, XcList list);

G_END_DECLS
