/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reading workbooks of 100,000 rows of 12 cells, and what Ctrl+A leaves behind, beside bare libzip and expat that
 * unpack and parse the same parts and do nothing with them.
 */
#include "package.h"
#include "workbook/workbook.h"

#include <expat.h>
#include <zip.h>

#define N_ROWS 100000u
#define N_COLUMNS 12u

typedef enum
{
  DISTINCT,
  USUAL,
  INLINE,
  EMPTY,
} Content;

/* The usual ledger: two columns of long texts of their own, the others a few words that come again and again. */
static guint
choose_string (Content content, guint row, guint column)
{
  if (content == DISTINCT)
    return row * N_COLUMNS + column;
  return column < 2 ? 500 + row * 2 + column : (row % 50) * 10 + column - 2;
}

static guint
count_strings (Content content)
{
  switch (content)
    {
    case DISTINCT:
      return N_ROWS * N_COLUMNS;
    case USUAL:
      return 500 + N_ROWS * 2;
    case INLINE:
    case EMPTY:
      return 0;
    }
  g_assert_not_reached ();
}

static void
put_row (GString *sheet, Content content, guint row)
{
  g_string_append_printf (sheet, "<row r=\"%u\" spans=\"1:12\">", row + 1);
  for (guint column = 0; column < N_COLUMNS; column++)
    {
      g_autofree char *name = xc_workbook_cell_name (column, row + 1);

      if (content == EMPTY)
        g_string_append_printf (sheet, "<c r=\"%s\" s=\"1\"/>", name);
      else if (content == INLINE)
        g_string_append_printf (
            sheet, "<c r=\"%s\" t=\"inlineStr\"><is><t>第%u行第%u列贯彻落实不到位的问题</t></is></c>", name,
            row, column);
      else
        g_string_append_printf (sheet, "<c r=\"%s\" s=\"1\" t=\"s\"><v>%u</v></c>", name,
                                choose_string (content, row, column));
    }
  g_string_append (sheet, "</row>");
}

static void
put_part (zip_t *zip, const char *name, GString *text)
{
  gsize size = text->len;
  zip_source_t *source = zip_source_buffer (zip, g_string_free (text, FALSE), size, 1);

  zip_file_add (zip, name, source, ZIP_FL_OVERWRITE);
}

static char *
write_workbook (Content content)
{
  GString *sheet = g_string_new ("<worksheet xmlns=\"" MAIN_NAMESPACE "\"><sheetData>");
  GString *strings = g_string_new ("<sst xmlns=\"" MAIN_NAMESPACE "\">");
  g_autoptr (Package) package = package_new_workbook ("");
  char *path = package_write (package);
  zip_t *zip = zip_open (path, 0, NULL);

  for (guint row = 0; row < N_ROWS; row++)
    put_row (sheet, content, row);
  for (guint i = 0; i < count_strings (content); i++)
    g_string_append_printf (strings, "<si><t>第%u条被巡察党组织贯彻落实不到位的问题</t></si>", i);
  g_string_append (sheet, "</sheetData></worksheet>");
  g_string_append (strings, "</sst>");
  put_part (zip, PACKAGE_SHEET, sheet);
  put_part (zip, PACKAGE_STRINGS, strings);
  g_assert_cmpint (zip_close (zip), ==, 0);
  return path;
}

static gboolean
count_cells (const XcWorkbookRow *row, gpointer data, GError **error)
{
  *(guint *) data += row->n_cells;
  return TRUE;
}

static guint
read_sheet (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XcWorkbook) workbook = xc_workbook_open (path, NULL, &error);
  guint n_cells = 0;

  g_assert_no_error (error);
  g_assert_true (xc_workbook_read_sheet (workbook, 0, count_cells, &n_cells, &error));
  return n_cells;
}

static void XMLCALL
ignore_start (void *data, const XML_Char *name, const XML_Char **attributes)
{
}

static void XMLCALL
ignore_end (void *data, const XML_Char *name)
{
}

static void XMLCALL
ignore_characters (void *data, const XML_Char *text, int size)
{
}

static void
parse_barely (const char *path)
{
  static const char *const parts[] = { PACKAGE_STRINGS, PACKAGE_SHEET };
  zip_t *zip = zip_open (path, ZIP_RDONLY, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      XML_Parser parser = XML_ParserCreateNS (NULL, '\n');
      zip_file_t *file = zip_fopen (zip, parts[i], 0);
      zip_int64_t got;

      XML_SetElementHandler (parser, ignore_start, ignore_end);
      XML_SetCharacterDataHandler (parser, ignore_characters);
      do
        {
          got = zip_fread (file, XML_GetBuffer (parser, 65536), 65536);
          g_assert_cmpint (XML_ParseBuffer (parser, (int) got, got == 0), ==, XML_STATUS_OK);
        }
      while (got > 0);
      zip_fclose (file);
      XML_ParserFree (parser);
    }
  zip_discard (zip);
}

static void
compare (const char *what, Content content)
{
  g_autofree char *path = write_workbook (content);
  gint64 begun = g_get_monotonic_time (), read;
  guint n_cells = read_sheet (path);

  read = g_get_monotonic_time () - begun;
  begun = g_get_monotonic_time ();
  parse_barely (path);
  g_print ("%s: %u cells in %.2f s, %.2f times bare libzip and expat\n", what, n_cells, (double) read / 1e6,
           (double) read / (double) (g_get_monotonic_time () - begun));
}

int
main (void)
{
  compare ("shared strings, all different", DISTINCT);
  compare ("shared strings as in ledgers", USUAL);
  compare ("inline strings", INLINE);
  compare ("empty styled cells", EMPTY);
  remove_test_folder ();
  return 0;
}
