/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workbook/workbook.h"

static void
names_every_column_and_reads_it_back (void)
{
  for (guint column = 0; column < XC_WORKBOOK_COLUMNS; column++)
    {
      g_autofree char *name = xc_workbook_cell_name (column, 7);
      guint read_column = G_MAXUINT, read_row = G_MAXUINT;

      g_assert_true (xc_workbook_parse_cell_name (name, &read_column, &read_row));
      g_assert_cmpuint (read_column, ==, column);
      g_assert_cmpuint (read_row, ==, 7);
    }
}

static void
names_are_those_that_people_see (void)
{
  static const struct
  {
    guint column;
    guint row;
    const char *name;
  } cells[] = {
    { 0, 1, "A1" },       { 25, 2, "Z2" },     { 26, 3, "AA3" },
    { 27, 12, "AB12" },   { 701, 1, "ZZ1" },   { 702, 1048576, "AAA1048576" },
    { 16383, 9, "XFD9" }, { 16383, 0, "XFD" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autofree char *name = xc_workbook_cell_name (cells[i].column, cells[i].row);

      g_assert_cmpstr (name, ==, cells[i].name);
    }
}

static void
refuses_what_is_no_cell (void)
{
  static const char *const names[] = {
    "",
    "A",
    "1",
    "A0",
    "A01",
    "a1",
    "A1B",
    "A-1",
    "XFE1",
    "A1048577",
    "AAAA1",
    "$A$1",
    "A1 ",
    " A1",
    "Ａ1",
    "ZZZZZZZZZZZZZZZZ1",
    "A99999999999999999999",
    "A1:B2",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      guint column, row;

      g_assert_false (xc_workbook_parse_cell_name (names[i], &column, &row));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workbook/cell-name/names-every-column-and-reads-it-back",
                   names_every_column_and_reads_it_back);
  g_test_add_func ("/workbook/cell-name/names-are-those-that-people-see", names_are_those_that_people_see);
  g_test_add_func ("/workbook/cell-name/refuses-what-is-no-cell", refuses_what_is_no_cell);
  return g_test_run ();
}
