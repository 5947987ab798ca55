/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/workbook-assembly.h"

#include <string.h>

#include "report/sheet-rows.h"
#include "report/zip-file.h"
#include "workbook/archive.h"
#include "workbook/workbook.h"

#define SHEET_PREFIX "xl/worksheets/sheet"
#define CHART_PREFIX "xl/charts/chart"
#define TEXTS_PART "xl/sharedStrings.xml"
#define NO_ROWS "<sheetData/>"
#define ROWS_BEGIN "<sheetData>"
#define ROWS_END "</sheetData>"
#define DIMENSION_BEGIN "<dimension ref=\""

static GString *
read_part (XcArchive *frame, const XcEntry *entry)
{
  const XcFaultPlace place = { .file = xc_archive_get_file (frame), .part = entry->name };
  g_autoptr (XcStream) stream = xc_stream_open (frame, entry, &place, NULL);
  g_autoptr (GString) part = g_string_new (NULL);
  char buffer[4096];
  gssize got = -1;

  while (stream != NULL && (got = xc_stream_read (stream, buffer, sizeof buffer, NULL)) > 0)
    g_string_append_len (part, buffer, got);
  return got == 0 ? g_steal_pointer (&part) : NULL;
}

/* Where the frame says how far the sheet goes, it does not know its rows. */
static void
mend_dimension (GString *head, XcSheetRows *rows)
{
  char *from = strstr (head->str, DIMENSION_BEGIN);
  char *until = from == NULL ? NULL : strchr (from + strlen (DIMENSION_BEGIN), '"');
  guint n_rows = xc_sheet_rows_get_n_rows (rows), n_columns = xc_sheet_rows_get_n_columns (rows);

  if (until == NULL || n_rows == 0 || n_columns == 0)
    return;
  g_autofree char *corner = xc_workbook_cell_name (n_columns - 1, n_rows);
  g_autofree char *rest = g_strdup (until);
  g_string_truncate (head, (gsize) (from - head->str) + strlen (DIMENSION_BEGIN));
  g_string_append_printf (head, "A1:%s%s", corner, rest);
}

/* Cuts a sheet where its rows belong. The frame has no cells with text that could look like it. */
static gboolean
split_sheet (const GString *part, GString *head, GString *tail)
{
  const char *from = strstr (part->str, NO_ROWS);
  const char *until = from == NULL ? NULL : from + strlen (NO_ROWS);

  if (from == NULL)
    {
      from = strstr (part->str, ROWS_BEGIN);
      until = from == NULL ? NULL : strstr (from, ROWS_END);
      if (until == NULL)
        return FALSE;
      until += strlen (ROWS_END);
    }
  g_string_append_len (head, part->str, from - part->str);
  g_string_append (head, ROWS_BEGIN);
  g_string_append (tail, ROWS_END);
  g_string_append (tail, until);
  return TRUE;
}

/* The place of a part among its like, from its name in the frame; -1 for other parts. */
static int
find_part (const char *prefix, const char *name, guint n_parts)
{
  for (guint i = 0; i < n_parts; i++)
    {
      g_autofree char *part = g_strdup_printf ("%s%u.xml", prefix, i + 1);

      if (strcmp (name, part) == 0)
        return (int) i;
    }
  return -1;
}

static gboolean
add_sheet (XcZipFile *zip, XcOutputFile *output, const char *name, const GString *part, XcSheetRows *rows,
           GError **error)
{
  g_autoptr (GString) head = g_string_new (NULL);
  g_autoptr (GString) tail = g_string_new (NULL);

  if (!split_sheet (part, head, tail))
    return xc_output_file_fail_proof (output, error);
  mend_dimension (head, rows);
  return xc_zip_file_add_packed (zip, name, head->str, xc_sheet_rows_get_part (rows), tail->str, error);
}

static gboolean
add_part (XcZipFile *zip, XcOutputFile *output, const char *name, GString *part, GPtrArray *rows,
          GPtrArray *charts, XcRepeatedTexts *texts, GError **error)
{
  int sheet = find_part (SHEET_PREFIX, name, rows->len);
  int chart = find_part (CHART_PREFIX, name, charts->len);

  if (sheet >= 0)
    return add_sheet (zip, output, name, part, g_ptr_array_index (rows, (guint) sheet), error);
  if (chart >= 0)
    {
      const GString *xml = g_ptr_array_index (charts, (guint) chart);

      return xc_zip_file_add (zip, name, xml->str, xml->len, error);
    }
  if (strcmp (name, TEXTS_PART) == 0)
    {
      g_autoptr (GString) xml = xc_repeated_texts_write (texts);

      return xc_zip_file_add (zip, name, xml->str, xml->len, error);
    }
  return xc_zip_file_add (zip, name, part->str, part->len, error);
}

/**
 * xc_workbook_assembly_write:
 * @output: where the workbook goes
 * @frame_path: a workbook with the same sheets and no rows
 * @rows: (element-type XcSheetRows): the rows of each sheet, of a finished packer
 * @charts: (element-type GString): what the charts of the frame show, sheet by sheet
 * @texts: what the rows refer to
 * @n_parts: (out): of how many parts the workbook is made
 * @error: return location; %XC_REPORT_ERROR_NOT_PROVEN when the frame is not whole
 *
 * Returns: whether the workbook was written
 */
gboolean
xc_workbook_assembly_write (XcOutputFile *output, const char *frame_path, GPtrArray *rows, GPtrArray *charts,
                            XcRepeatedTexts *texts, guint *n_parts, GError **error)
{
  g_autoptr (XcArchive) frame = xc_archive_open (frame_path, &xc_workbook_default_budget, NULL);
  g_autoptr (XcZipFile) zip = xc_zip_file_new (output);
  guint n_sheets = 0, n_charts = 0;

  if (frame == NULL)
    return xc_output_file_fail_proof (output, error);
  for (guint i = 0; i < xc_archive_get_n_entries (frame); i++)
    {
      const XcEntry *entry = xc_archive_get_entry (frame, i);
      g_autoptr (GString) part = read_part (frame, entry);

      if (part == NULL)
        return xc_output_file_fail_proof (output, error);
      if (!add_part (zip, output, entry->name, part, rows, charts, texts, error))
        return FALSE;
      n_sheets += find_part (SHEET_PREFIX, entry->name, rows->len) >= 0;
      n_charts += find_part (CHART_PREFIX, entry->name, charts->len) >= 0;
    }
  if (n_sheets != rows->len || n_charts != charts->len)
    return xc_output_file_fail_proof (output, error);
  *n_parts = xc_zip_file_get_n_entries (zip);
  return xc_zip_file_finish (zip, error);
}
