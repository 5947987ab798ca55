/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Damage inside a sheet: every one is refused, and the sentence says where. */
#include "reading.h"

#define DAMAGED XC_WORKBOOK_ERROR_DAMAGED
#define GOOD_ROW "<row r='2'><c r='A2'><v>1</v></c></row>"

static void
refuses (const char *rows, const char *place, const char *reason)
{
  assert_refused (package_new_workbook (rows), DAMAGED, "“台账.xlsx”", PACKAGE_SHEET, "sheet “表”", place,
                  reason, "Nothing was taken", NULL);
}

static void
refuses_sheet (const char *sheet, const char *reason)
{
  Package *package = package_new_workbook ("");

  package_put (package, PACKAGE_SHEET, sheet);
  assert_refused (package, DAMAGED, PACKAGE_SHEET, reason, NULL);
}

static void
string_numbers_out_of_range (void)
{
  refuses (GOOD_ROW "<row r='3'><c r='AB3' t='s'><v>2</v></c></row>", "cell AB3",
           "text number “2” does not exist");
  refuses ("<row><c t='s'><v>-1</v></c></row>", "cell A1", "“-1”");
  refuses ("<row><c t='s'><v>1.0</v></c></row>", "cell A1", "“1.0”");
  refuses ("<row><c t='s'><v>99999999999999999999</v></c></row>", "cell A1", "“99999999999999999999”");
  refuses ("<row><c t='s'><v>字</v></c></row>", "cell A1", "“字”");
}

static void
string_numbers_without_strings (void)
{
  Package *package = package_new_workbook ("<row><c t='s'><v>0</v></c></row>");

  package_put (package, PACKAGE_TARGETS,
               "<Relationships xmlns='" PACKAGE_NAMESPACE
               "'><Relationship Id='rId1' Type='" RELATIONSHIP_NAMESPACE
               "/worksheet' Target='worksheets/sheet1.xml'/></Relationships>");
  assert_refused (package, DAMAGED, "cell A1", "text number “0”", NULL);
}

static void
numbers_that_are_none (void)
{
  static const char *const values[] = { "abc", "1,5", "NaN", "INF", "0x10", "1E999",
                                        "1 2", "１",  "--1", "1e",  "." };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *rows = g_strdup_printf ("<row r='7'><c r='B7'><v>%s</v></c></row>", values[i]);

      refuses (rows, "cell B7", "is not a number");
    }
}

static void
long_values_are_shown_short (void)
{
  g_autofree char *digits = g_strnfill (30000, '7');
  g_autofree char *rows = g_strdup_printf ("<row><c><v>字%sx</v></c></row>", digits);

  refuses (rows, "cell A1", "“字77777777777777777777777777777777777777…” is not a number");
}

static void
booleans_and_kinds_that_are_none (void)
{
  refuses ("<row><c t='b'><v>2</v></c></row>", "cell A1", "neither true nor false");
  refuses ("<row r='4'><c r='D4' t='date'><v>2</v></c></row>", "row 4", "unknown kind “date”");
  refuses ("<row><c s='-1'><v>2</v></c></row>", "row 1", "style “-1”");
  refuses ("<row><c s='3'><v>2</v></c></row>", "cell A1", "style 3");
  refuses ("<row><c><v>1</v><v>2</v></c></row>", "cell A1", "two values");
  refuses ("<row><c t='inlineStr'><is><t>a</t></is><is><t>b</t></is></c></row>", "cell A1", "two values");
}

static void
rows_out_of_order (void)
{
  refuses (GOOD_ROW "<row r='2'/>", "row 2", "out of order");
  refuses ("<row r='5'/><row r='3'/>", "row 5", "row 3");
  refuses ("<row r='0'/>", PACKAGE_SHEET, "out of order");
  refuses ("<row r='1048577'/>", PACKAGE_SHEET, "“1048577”");
  refuses ("<row r='1048576'/><row/>", "row 1048576", "more rows");
  refuses ("<row r='-1'/>", PACKAGE_SHEET, "“-1”");
  refuses ("<row r='A'/>", PACKAGE_SHEET, "“A”");
  refuses ("<row r=''/>", PACKAGE_SHEET, "“”");
}

static void
columns_out_of_order (void)
{
  refuses ("<row><c r='B1'/><c r='A1'/></row>", "cell B1", "A1 is out of order");
  refuses ("<row><c r='B1'/><c r='B1'/></row>", "cell B1", "B1 is out of order");
  refuses ("<row r='3'><c r='A4'/></row>", "row 3", "“A4”");
  refuses ("<row r='3'><c r='XFE3'/></row>", "row 3", "“XFE3”");
  refuses ("<row r='3'><c r='XFD3'/><c/></row>", "cell XFD3", "more cells");
  refuses ("<row r='3'><c r='a3'/></row>", "row 3", "“a3”");
  refuses ("<row r='3'><c r='3'/></row>", "row 3", "“3”");
}

static void
xml_that_is_cut_off (void)
{
  refuses_sheet ("<worksheet xmlns='" MAIN_NAMESPACE "'><sheetData>" GOOD_ROW, "cut off");
  refuses_sheet ("<worksheet xmlns='" MAIN_NAMESPACE "'><sheetData>" GOOD_ROW "</sheetData", "cut off");
  refuses_sheet ("<worksheet xmlns='" MAIN_NAMESPACE "'><sheetData>" GOOD_ROW "<row><c><v>12", "cut off");
  refuses_sheet ("", "cut off");
}

static void
xml_that_is_not_well_formed (void)
{
  refuses ("<row><c></row>", "cell A1", "not well-formed in line 2");
  refuses ("<row r='1' r='2'/>", PACKAGE_SHEET, "not well-formed");
  refuses ("<row><c t='str'><v>&nbsp;</v></c></row>", "cell A1", "not well-formed");
  refuses ("<row><c t='str'><v>a\001b</v></c></row>", "cell A1", "not well-formed");
  refuses ("<row><c t='str'><v>a\xff"
           "b</v></c></row>",
           "cell A1", "not well-formed");
  refuses ("<row><c t='str'><v>&#0;</v></c></row>", "cell A1", "not well-formed");
  refuses_sheet ("<worksheet xmlns='" MAIN_NAMESPACE "'><sheetData/></worksheet><more/>", "not well-formed");
  refuses_sheet ("<?xml version='1.0' encoding='GB2312'?><worksheet xmlns='" MAIN_NAMESPACE "'/>",
                 "not well-formed");
}

static void
document_types_and_entities (void)
{
  refuses_sheet ("<!DOCTYPE worksheet><worksheet xmlns='" MAIN_NAMESPACE "'><sheetData/></worksheet>",
                 "document type");
  refuses_sheet ("<!DOCTYPE w [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>"
                 "<worksheet xmlns='" MAIN_NAMESPACE
                 "'><sheetData><row><c t='str'><v>&b;</v></c></row></sheetData>"
                 "</worksheet>",
                 "document type");
  refuses_sheet ("<!DOCTYPE w SYSTEM 'file:///etc/hostname'><worksheet xmlns='" MAIN_NAMESPACE
                 "'><sheetData/>"
                 "</worksheet>",
                 "document type");
}

static void
sheets_of_another_kind (void)
{
  refuses_sheet ("<worksheet xmlns='" MAIN_NAMESPACE "'/>", "no table of cells");
  refuses_sheet ("<worksheet xmlns='" MAIN_NAMESPACE "'><sheetData/><sheetData/></worksheet>", "two tables");
  refuses_sheet ("<chartsheet xmlns='" MAIN_NAMESPACE "'/>", "another kind");
  refuses_sheet ("<worksheet xmlns='urn:other'><sheetData/></worksheet>", "another kind");
  refuses_sheet ("<worksheet><sheetData/></worksheet>", "another kind");
}

static void
a_fault_after_good_rows_is_no_success (void)
{
  g_autoptr (GString) rows = g_string_new (NULL);

  for (guint i = 1; i <= 20000; i++)
    g_string_append_printf (rows, "<row r='%u'><c r='A%u' t='s'><v>%u</v></c></row>", i, i,
                            i == 20000 ? 2 : 1);
  refuses (rows->str, "cell A20000", "text number “2”");
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add_func ("/workbook/sheet-fault/refuses-" name, func)
  ADD ("string-numbers-out-of-range", string_numbers_out_of_range);
  ADD ("string-numbers-without-strings", string_numbers_without_strings);
  ADD ("numbers-that-are-none", numbers_that_are_none);
  ADD ("long-values-and-shows-them-short", long_values_are_shown_short);
  ADD ("booleans-and-kinds-that-are-none", booleans_and_kinds_that_are_none);
  ADD ("rows-out-of-order", rows_out_of_order);
  ADD ("columns-out-of-order", columns_out_of_order);
  ADD ("xml-that-is-cut-off", xml_that_is_cut_off);
  ADD ("xml-that-is-not-well-formed", xml_that_is_not_well_formed);
  ADD ("document-types-and-entities", document_types_and_entities);
  ADD ("sheets-of-another-kind", sheets_of_another_kind);
  ADD ("a-fault-after-good-rows", a_fault_after_good_rows_is_no_success);
  status = g_test_run ();
  remove_test_folder ();
  return status;
}
