/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reading.h"

#include <string.h>

static gboolean
append_row (const XcWorkbookRow *row, gpointer data, GError **error)
{
  static const char signs[] = { '"', '=', '@', '?', '!', '~' };
  GString *text = data;

  g_string_append_printf (text, "%u%s:", row->number, row->hidden ? "h" : "");
  g_assert_cmpuint (row->n_cells, >, 0);
  for (guint i = 0; i < row->n_cells; i++)
    {
      const XcWorkbookCell *cell = &row->cells[i];
      g_autofree char *column = xc_workbook_cell_name (cell->column, 0);

      g_assert_true (g_utf8_validate (cell->text, -1, NULL));
      g_assert_true (i == 0 || cell->column > row->cells[i - 1].column);
      g_assert_true (xc_workbook_row_get_cell (row, cell->column) == cell);
      g_assert_cmpint (xc_day_is_set (cell->day), ==, cell->kind == XC_WORKBOOK_DAY);
      g_string_append_printf (text, " %s%c%s%s%s", column, signs[cell->kind], cell->text,
                              cell->kind == XC_WORKBOOK_TEXT ? "\"" : "", cell->lost_digits ? "*" : "");
    }
  g_string_append_c (text, '\n');
  return TRUE;
}

char *
read_workbook (const char *path, const XcWorkbookBudget *budget, GError **error)
{
  g_autoptr (XcWorkbook) workbook = xc_workbook_open (path, budget, error);
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_sheets = workbook != NULL ? xc_workbook_get_n_sheets (workbook) : 0;

  for (guint i = 0; i < n_sheets; i++)
    {
      if (n_sheets > 1)
        g_string_append_printf (text, "[%s%s]\n", xc_workbook_get_sheet_name (workbook, i),
                                xc_workbook_is_sheet_hidden (workbook, i) ? ", hidden" : "");
      if (!xc_workbook_read_sheet (workbook, i, append_row, text, error))
        return NULL;
    }
  return workbook != NULL ? g_strdup (text->str) : NULL;
}

char *
read_package (Package *package, const XcWorkbookBudget *budget, GError **error)
{
  g_autofree char *path = package_write (package);

  package_free (package);
  return read_workbook (path, budget, error);
}

void
assert_reads (Package *package, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *read = read_package (package, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (read, ==, expected);
}

static void
assert_fragments (const char *path, XcWorkbookError code, const char *fragment, va_list fragments)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *read = read_workbook (path, NULL, &error);

  g_assert_null (read);
  g_assert_error (error, XC_WORKBOOK_ERROR, (int) code);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_null (strstr (error->message, "(null)"));
  for (; fragment != NULL; fragment = va_arg (fragments, const char *))
    if (strstr (error->message, fragment) == NULL)
      g_error ("“%s” is not in “%s”", fragment, error->message);
}

void
assert_refused (Package *package, XcWorkbookError code, const char *fragment, ...)
{
  g_autofree char *path = package_write (package);
  va_list fragments;

  package_free (package);
  va_start (fragments, fragment);
  assert_fragments (path, code, fragment, fragments);
  va_end (fragments);
}

void
assert_file_refused (const char *path, XcWorkbookError code, const char *fragment, ...)
{
  va_list fragments;

  va_start (fragments, fragment);
  assert_fragments (path, code, fragment, fragments);
  va_end (fragments);
}
