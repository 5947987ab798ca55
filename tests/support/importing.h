/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Imports written down in tests, and what came of them, as texts that tests compare. */
#pragma once

#include "intake/import.h"

G_BEGIN_DECLS

/* Sheets from a text: a line in brackets begins one with that name; the lines under it are its rows, from row 1, with
 * "|" between cells and "\n" for a line end in one. */
XcRowSource *xc_test_sheets_new (const char *text);

/* Imports them as 台账.xlsx and tells what was said: a line for each sheet, "rows = added + changed + unchanged +
 * refused"; then one for each fault, "sheet!cell what > expected"; then the notes after "*". */
char *xc_test_import (XcStore *store, XcImportMode mode, const char *text);
/* The same of a workbook. */
char *xc_test_import_file (XcStore *store, XcImportMode mode, const char *path);
/* That two texts are the same; prints both when they are not. */
void xc_test_assert_same (const char *found, const char *expected);
/* That they are imported without a fault. */
void xc_test_assert_imports (XcStore *store, const char *text);
/* That these faults are said and no other, a line each, and that nothing changed. */
void xc_test_assert_faults (XcStore *store, const char *text, const char *faults);

/* The rows of a table, a line each, sorted: the values of the fields (separated by spaces), with "|" between them;
 * references by the name of the row that they are to. The
 * expected lines may stand in any order. */
char *xc_test_ledger_list (XcStore *store, XcTable table, const char *fields);
void xc_test_assert_list (XcStore *store, XcTable table, const char *fields, const char *expected);

G_END_DECLS
