/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "intake/text-sheet.h"

#include <string.h>

#include "intake/row-source.h"

static void
assert_cells (const XcTextSheet *sheet, guint row, const char *expected)
{
  g_auto (GStrv) cells = g_strsplit (expected, "|", -1);

  for (guint i = 0; cells[i] != NULL; i++)
    g_assert_cmpstr (xc_text_sheet_get_at (sheet, row, i), ==, cells[i]);
  g_assert_cmpstr (xc_text_sheet_get_at (sheet, row, g_strv_length (cells)), ==, "");
}

static void
splits_rows_at_each_kind_of_line_end (void)
{
  g_autoptr (XcTextSheet) sheet = xc_text_sheet_parse ("轮次", "轮次\t名称\r\n1\t甲\n\n2\t乙\r3\t丙");

  g_assert_cmpstr (xc_text_sheet_get_name (sheet), ==, "轮次");
  g_assert_cmpuint (xc_text_sheet_count (sheet), ==, 5);
  assert_cells (sheet, 0, "轮次|名称");
  assert_cells (sheet, 1, "1|甲");
  assert_cells (sheet, 2, "");
  assert_cells (sheet, 3, "2|乙");
  assert_cells (sheet, 4, "3|丙");
}

static void
keeps_empty_cells_in_their_columns (void)
{
  g_autoptr (XcTextSheet) sheet = xc_text_sheet_parse ("s", "a\tb\tc\n\t\t3\n1\t\t\n");

  g_assert_cmpuint (xc_text_sheet_count (sheet), ==, 3);
  g_assert_cmpstr (xc_text_sheet_get (sheet, 1, "c"), ==, "3");
  g_assert_cmpstr (xc_text_sheet_get (sheet, 1, "a"), ==, "");
  g_assert_cmpstr (xc_text_sheet_get (sheet, 2, "a"), ==, "1");
  g_assert_cmpint (xc_text_sheet_find (sheet, "d"), ==, -1);
}

static void
unquotes_only_what_had_to_be_quoted (void)
{
  g_autoptr (XcTextSheet) sheet = xc_text_sheet_parse ("s", "\"first\nsecond \"\"two\"\"\"\tnext\n"
                                                            "\"typed so\"\t5\" tube\n"
                                                            "\"open\tend\n"
                                                            "\"a\tb\"\tc\n");

  g_assert_cmpuint (xc_text_sheet_count (sheet), ==, 4);
  assert_cells (sheet, 0, "first\nsecond \"two\"|next");
  assert_cells (sheet, 1, "\"typed so\"|5\" tube");
  assert_cells (sheet, 2, "\"open|end");
  assert_cells (sheet, 3, "a\tb|c");
}

static void
reads_nothing_from_nothing (void)
{
  g_autoptr (XcTextSheet) sheet = xc_text_sheet_parse ("s", "");

  g_assert_cmpuint (xc_text_sheet_count (sheet), ==, 0);
  g_assert_cmpint (xc_text_sheet_find (sheet, "a"), ==, -1);
}

static void
is_built_and_narrowed (void)
{
  const char *const headings[] = { "a", "b", "c", NULL };
  g_autoptr (XcTextSheet) sheet = xc_text_sheet_new ("s", headings);

  xc_text_sheet_add (sheet);
  xc_text_sheet_set (sheet, "c", "3");
  xc_text_sheet_set (sheet, "a", "0");
  xc_text_sheet_set (sheet, "a", "1");
  assert_cells (sheet, 1, "1||3");
  xc_text_sheet_remove_column (sheet, "b");
  assert_cells (sheet, 0, "a|c");
  assert_cells (sheet, 1, "1|3");
}

static gboolean
write_row (const XcWorkbookRow *row, gpointer data, GError **error)
{
  GString *text = data;

  g_string_append_printf (text, "%u:", row->number);
  for (guint i = 0; i < row->n_cells; i++)
    {
      g_assert_cmpint (row->cells[i].kind, ==, XC_WORKBOOK_TEXT);
      g_assert_false (xc_day_is_set (row->cells[i].day));
      g_string_append_printf (text, " %u=%s", row->cells[i].column, row->cells[i].text);
    }
  g_string_append_c (text, '\n');
  if (row->number < 3)
    return TRUE;
  g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_INTR, "enough");
  return FALSE;
}

static void
gives_its_rows_as_a_workbook_does (void)
{
  g_autoptr (GPtrArray) sheets = g_ptr_array_new ();
  g_autoptr (XcTextSheet) sheet = xc_text_sheet_parse ("口径", "a\t\tb\n\t\n\tx\ny\n");
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (sheets, sheet);
  g_autoptr (XcRowSource) source = xc_row_source_new_texts (sheets);
  g_assert_cmpuint (xc_row_source_count (source), ==, 1);
  g_assert_cmpstr (xc_row_source_get_name (source, 0), ==, "口径");
  g_assert_false (xc_row_source_is_hidden (source, 0));
  g_assert_false (xc_row_source_read (source, 0, write_row, text, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_INTR);
  g_assert_cmpstr (text->str, ==, "1: 0=a 2=b\n3: 1=x\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/intake/text-sheet/splits-rows-at-each-kind-of-line-end",
                   splits_rows_at_each_kind_of_line_end);
  g_test_add_func ("/intake/text-sheet/keeps-empty-cells-in-their-columns",
                   keeps_empty_cells_in_their_columns);
  g_test_add_func ("/intake/text-sheet/unquotes-only-what-had-to-be-quoted",
                   unquotes_only_what_had_to_be_quoted);
  g_test_add_func ("/intake/text-sheet/reads-nothing-from-nothing", reads_nothing_from_nothing);
  g_test_add_func ("/intake/text-sheet/is-built-and-narrowed", is_built_and_narrowed);
  g_test_add_func ("/intake/text-sheet/gives-its-rows-as-a-workbook-does", gives_its_rows_as_a_workbook_does);
  return g_test_run ();
}
