/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reading.h"

static void
reads (const char *rows, const char *expected)
{
  assert_reads (package_new_workbook (rows), expected);
}

static void
reads_every_kind_of_cell (void)
{
  reads ("<row r='1'><c r='A1' t='s'><v>1</v></c><c r='B1'><v>2.5</v></c><c r='C1' t='n'><v>-3</v></c>"
         "<c r='D1' t='b'><v>1</v></c><c r='E1' t='b'><v>0</v></c><c r='F1' t='e'><v>#N/A</v></c>"
         "<c r='G1' t='inlineStr'><is><t>就地</t></is></c><c r='H1' s='1'><v>45356</v></c>"
         "<c r='I1' t='d'><v>2024-03-05</v></c><c r='J1' t='d'><v>2024-03-05T08:30:00Z</v></c>"
         "<c r='K1' t='d'><v>T08:30:00</v></c><c r='L1' t='b'><v>true</v></c></row>",
         "1: A\"一\" B=2.5 C=-3 D?TRUE E?FALSE F!#N/A G\"就地\" H@2024-03-05 I@2024-03-05 J@2024-03-05 "
         "K\"T08:30:00\" L?TRUE\n");
}

static void
reads_cached_values_of_formulas (void)
{
  reads (
      "<row r='1'><c r='A1'><f>B1*2</f><v>84</v></c><c r='B1' t='str'><f>\"文\"&amp;\"字\"</f><v>文字</v></c>"
      "<c r='C1' t='b'><f>TRUE()</f><v>1</v></c><c r='D1' t='e'><f>1/0</f><v>#DIV/0!</v></c>"
      "<c r='E1' s='2'><f ca='1'>TODAY()</f><v>45356</v></c><c r='F1' t='str'><f>\"\"</f><v></v></c>"
      "<c r='G1'><f t='shared' ref='G1:G9' si='0'>A1</f><v>1</v></c><c r='H1'><f t='shared' "
      "si='0'/><v>7</v></c>"
      "</row>",
      "1: A=84 B\"文字\" C?TRUE D!#DIV/0! E@2024-03-05 G=1 H=7\n");
}

static void
tells_formulas_that_were_never_calculated (void)
{
  reads (
      "<row r='1'><c r='A1'><f>1+1</f><v></v></c><c r='B1'><f>1+1</f></c><c r='C1'><f>1+1</f><v/></c></row>",
      "1: A~ B~ C~\n");
}

static void
never_takes_a_formula_for_text (void)
{
  reads ("<row r='1'><c r='A1' t='inlineStr'><is><t>=1+1</t></is></c></row>", "1: A\"=1+1\"\n");
}

static void
reads_cells_and_rows_without_names (void)
{
  reads ("<row><c t='s'><v>0</v></c><c/><c><v>3</v></c></row><row/><row r='5'><c "
         "r='C5'><v>1</v></c><c><v>2</v></c>"
         "</row><row><c><v>9</v></c></row>",
         "1: A\"零\" C=3\n5: C=1 D=2\n6: A=9\n");
}

static void
skips_what_is_empty (void)
{
  reads (
      "<row r='1' s='2' customFormat='1'><c r='A1' s='1'/><c r='B1' s='99'></c><c r='C1' t='s'/>"
      "<c r='D1' t='str'><v></v></c><c r='E1' t='inlineStr'><is><t></t></is></c><c r='F1'><v></v></c></row>"
      "<row r='2' spans='1:16384'/><row r='3'><c r='A3'><v>0</v></c></row>",
      "3: A=0\n");
  reads ("", "");
}

static void
joins_runs_and_leaves_readings_out (void)
{
  Package *package =
      package_new_workbook ("<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c>"
                            "<c r='C1' t='inlineStr'><is><r><rPr><b/><sz val='11'/></rPr><t>就</t></r>"
                            "<r><t>地</t></r><rPh sb='0' eb='1'><t>ji</t></rPh></is></c></row>");

  package_put_items (
      package, "<si><r><rPr><b/><rFont val='宋体'/></rPr><t xml:space='preserve'>第一 </t></r><r><t>巡察组"
               "</t></r><rPh sb='0' eb='2'><t>di yi</t></rPh><phoneticPr fontId='1'/></si>"
               "<si><t>长沙</t><rPh sb='0' eb='1'><t>chang</t></rPh><rPh sb='1' eb='2'><t>sha</t></rPh>"
               "<phoneticPr fontId='1' type='noConversion'/></si>");
  assert_reads (package, "1: A\"第一 巡察组\" B\"长沙\" C\"就地\"\n");
}

static void
keeps_space_when_told (void)
{
  reads ("<row><c t='inlineStr'><is><t> a\n b </t></is></c><c t='inlineStr'><is><t xml:space='preserve'> a\n "
         "b </t>"
         "</is></c><c t='inlineStr' xml:space='preserve'><is><t> c </t></is></c>"
         "<c t='inlineStr' xml:space='preserve'><is><t xml:space='default'> d </t></is></c>"
         "<c t='inlineStr'><is><t>　e　</t></is></c><c t='inlineStr'><is><t> \n </t></is></c>"
         "<c t='str'><v xml:space='preserve'> f</v></c><c>\n<v>\n 7 </v>\n</c></row>",
         "1: A\"a\n b\" B\" a\n b \" C\" c \" D\"d\" E\"　e　\" G\" f\" H=7\n");
}

static void
decodes_escapes (void)
{
  reads ("<row><c t='inlineStr'><is><t>一_x000D_\n二</t></is></c><c "
         "t='str'><v>_x0041__x005F_x0041_</v></c></row>",
         "1: A\"一\r\n二\" B\"A_x0041_\"\n");
}

static void
tells_numbers_that_lost_digits (void)
{
  reads (
      "<row><c><v>1.1010119900307E+17</v></c><c><v>110101199003070011</v></c><c><v>999999999999999</v></c>"
      "<c><v>1000000000000000</v></c><c><v>0.30000000000000004</v></c><c><v>-1E+15</v></c><c><v>1E-3</v></c>"
      "<c t='inlineStr'><is><t>110101199003070011</t></is></c><c "
      "t='inlineStr'><is><t>0012</t></is></c></row>",
      "1: A=110101199003070000* B=110101199003070016* C=999999999999999 D=1000000000000000* E=0.3 "
      "F=-1000000000000000* G=0.001 H\"110101199003070011\" I\"0012\"\n");
}

static void
leaves_dates_typed_as_text_alone (void)
{
  reads ("<row><c t='inlineStr' s='1'><is><t>2024.3.5</t></is></c><c t='inlineStr' "
         "s='1'><is><t>２０２４年３月５日</t></is>"
         "</c><c><v>20240305</v></c><c s='1'><v>20240305</v></c></row>",
         "1: A\"2024.3.5\" B\"２０２４年３月５日\" C=20240305 D=20240305\n");
}

static void
drops_the_time_of_day (void)
{
  reads ("<row><c s='1'><v>45356.99999</v></c><c s='2'><v>45356.5</v></c><c><v>45356.5</v></c></row>",
         "1: A@2024-03-05 B@2024-03-05 C=45356.5\n");
}

static void
says_which_dates_are_none (void)
{
  reads ("<row><c s='1'><v>60</v></c><c s='1'><v>0</v></c><c s='1'><v>-1</v></c><c s='1'><v>2958465</v></c>"
         "<c s='1'><v>59</v></c><c s='1'><v>61</v></c></row>",
         "1: A!1900-02-29 B!0 C!-1 D!9999-12-31 E@1900-02-28 F@1900-03-01\n");
}

static void
delivers_hidden_rows (void)
{
  reads ("<row r='1'><c><v>1</v></c></row><row r='2' hidden='1'><c><v>2</v></c></row>"
         "<row r='3' hidden='true'><c><v>3</v></c></row><row r='4' hidden='0'><c><v>4</v></c></row>",
         "1: A=1\n2h: A=2\n3h: A=3\n4: A=4\n");
}

static void
sheet_reads (const char *sheet, const char *expected)
{
  Package *package = package_new_workbook ("");

  package_put (package, PACKAGE_SHEET, sheet);
  assert_reads (package, expected);
}

static void
finds_the_value_of_merged_cells_in_the_first (void)
{
  sheet_reads (
      "<worksheet xmlns='" MAIN_NAMESPACE "'><dimension ref='A1:C2'/><sheetData><row r='1'><c r='A1' t='s'>"
      "<v>0</v></c><c r='B1' s='1'/><c r='C1' s='1'/></row><row r='2'><c r='A2' s='1'/><c r='C2'><v>1</v></c>"
      "</row></sheetData><mergeCells count='1'><mergeCell ref='A1:B2'/></mergeCells></worksheet>",
      "1: A\"零\"\n2: C=1\n");
}

static void
does_not_believe_the_dimension (void)
{
  sheet_reads ("<worksheet xmlns='" MAIN_NAMESPACE
               "'><dimension ref='A1'/><sheetData><row r='3'><c r='XFD3'><v>1</v>"
               "</c></row></sheetData></worksheet>",
               "3: XFD=1\n");
}

static void
sees_only_what_stands_where_it_may (void)
{
  sheet_reads (
      "<x:worksheet xmlns:x='" MAIN_NAMESPACE "' xmlns:mc='http://schemas.openxmlformats.org/markup-"
      "compatibility/2006' xmlns:x14ac='urn:ac' mc:Ignorable='x14ac'><x:row><x:c><x:v>1</x:v></x:c></x:row>"
      "<x:sheetData><x:row "
      "x14ac:dyDescent='0.2'><x:c><x:v>2</x:v><x:extLst><x:c><x:v>8</x:v></x:c></x:extLst>"
      "</x:c><c "
      "xmlns='urn:other'><v>3</v></c></x:row></x:sheetData><x:extLst><x:ext><x:sheetData><x:row><x:c>"
      "<x:v>4</x:v></x:c></x:row></x:sheetData></x:ext></x:extLst></x:worksheet>",
      "1: A=2\n");
}

static gboolean
stop_at_second_row (const XcWorkbookRow *row, gpointer data, GError **error)
{
  guint *n_rows = data;

  if (++*n_rows < 2)
    return TRUE;
  g_set_error (error, g_quark_from_static_string ("own"), 5, "enough");
  return FALSE;
}

static void
stops_when_the_caller_does (void)
{
  Package *package =
      package_new_workbook ("<row><c><v>1</v></c></row><row><c><v>2</v></c></row><row><c><v>3</v></c>"
                            "</row>");
  g_autofree char *path = package_write (package);
  g_autoptr (GError) error = NULL;
  g_autoptr (XcWorkbook) workbook = xc_workbook_open (path, NULL, &error);
  guint n_rows = 0;

  package_free (package);
  g_assert_no_error (error);
  g_assert_false (xc_workbook_read_sheet (workbook, 0, stop_at_second_row, &n_rows, &error));
  g_assert_error (error, g_quark_from_static_string ("own"), 5);
  g_assert_cmpuint (n_rows, ==, 2);
  g_clear_error (&error);
  n_rows = 0;
  g_assert_false (xc_workbook_read_sheet (workbook, 0, stop_at_second_row, &n_rows, &error));
  g_assert_cmpuint (n_rows, ==, 2);
}

static gboolean
find_cells (const XcWorkbookRow *row, gpointer data, GError **error)
{
  gboolean *found = data;

  g_assert_null (xc_workbook_row_get_cell (row, 0));
  g_assert_cmpfloat (xc_workbook_row_get_cell (row, 1)->number, ==, 1);
  g_assert_null (xc_workbook_row_get_cell (row, 2));
  g_assert_cmpfloat (xc_workbook_row_get_cell (row, 3)->number, ==, 2);
  g_assert_null (xc_workbook_row_get_cell (row, 16383));
  *found = TRUE;
  return TRUE;
}

static void
finds_a_cell_by_column (void)
{
  Package *package = package_new_workbook ("<row><c r='B1'><v>1</v></c><c r='D1'><v>2</v></c></row>");
  g_autofree char *path = package_write (package);
  g_autoptr (XcWorkbook) workbook = xc_workbook_open (path, NULL, NULL);
  gboolean found = FALSE;

  package_free (package);
  g_assert_true (xc_workbook_read_sheet (workbook, 0, find_cells, &found, NULL));
  g_assert_true (found);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add_func ("/workbook/sheet/" name, func)
  ADD ("reads-every-kind-of-cell", reads_every_kind_of_cell);
  ADD ("reads-cached-values-of-formulas", reads_cached_values_of_formulas);
  ADD ("tells-formulas-that-were-never-calculated", tells_formulas_that_were_never_calculated);
  ADD ("never-takes-a-formula-for-text", never_takes_a_formula_for_text);
  ADD ("reads-cells-and-rows-without-names", reads_cells_and_rows_without_names);
  ADD ("skips-what-is-empty", skips_what_is_empty);
  ADD ("joins-runs-and-leaves-readings-out", joins_runs_and_leaves_readings_out);
  ADD ("keeps-space-when-told", keeps_space_when_told);
  ADD ("decodes-escapes", decodes_escapes);
  ADD ("tells-numbers-that-lost-digits", tells_numbers_that_lost_digits);
  ADD ("leaves-dates-typed-as-text-alone", leaves_dates_typed_as_text_alone);
  ADD ("drops-the-time-of-day", drops_the_time_of_day);
  ADD ("says-which-dates-are-none", says_which_dates_are_none);
  ADD ("delivers-hidden-rows", delivers_hidden_rows);
  ADD ("finds-the-value-of-merged-cells-in-the-first", finds_the_value_of_merged_cells_in_the_first);
  ADD ("does-not-believe-the-dimension", does_not_believe_the_dimension);
  ADD ("sees-only-what-stands-where-it-may", sees_only_what_stands_where_it_may);
  ADD ("stops-when-the-caller-does", stops_when_the_caller_does);
  ADD ("finds-a-cell-by-column", finds_a_cell_by_column);
  status = g_test_run ();
  remove_test_folder ();
  return status;
}
