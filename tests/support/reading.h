/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is read from a workbook, as one text that tests compare. */
#pragma once

#include "package.h"
#include "workbook/workbook.h"

G_BEGIN_DECLS

/* One line a row: its number, "h" when it is hidden, a colon, and its cells by letter: A"text" B=1.5 C@2024-03-05
 * D?TRUE E!#N/A F~ (not calculated); "*" when digits are lost. All sheets, each after a line with its name in brackets
 * when there are several. NULL when anything was wrong. */
char *read_workbook (const char *path, const XcWorkbookBudget *budget, GError **error);
/* The same of a package that is then freed. */
char *read_package (Package *package, const XcWorkbookBudget *budget, GError **error);

/* That it reads as this, and is freed. */
void assert_reads (Package *package, const char *expected);
/* That it is refused with that code, and that the sentence holds each of the fragments; it is freed. */
void assert_refused (Package *package, XcWorkbookError code, const char *fragment,
                     ...) G_GNUC_NULL_TERMINATED;
/* The same of any file. */
void assert_file_refused (const char *path, XcWorkbookError code, const char *fragment,
                          ...) G_GNUC_NULL_TERMINATED;

G_END_DECLS
