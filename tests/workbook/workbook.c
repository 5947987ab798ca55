/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts that say what sheets there are and where. */
#include "reading.h"

#define DAMAGED XC_WORKBOOK_ERROR_DAMAGED
#define STRICT "http://purl.oclc.org/ooxml/officeDocument/relationships"
#define STRICT_MAIN "http://purl.oclc.org/ooxml/spreadsheetml/main"
#define SHEET(value)                                                                                         \
  "<worksheet xmlns='" MAIN_NAMESPACE "'><sheetData><row><c><v>" value                                       \
  "</v></c></row></sheetData></worksheet>"
#define TO(id, kind, target)                                                                                 \
  "<Relationship Id='" id "' Type='" RELATIONSHIP_NAMESPACE "/" kind "' Target='" target "'/>"
#define ONE_SHEET "<sheets><sheet name='一' sheetId='4' r:id='a'/></sheets>"
#define TWO_SHEETS                                                                                           \
  "<sheets><sheet name='一' sheetId='4' r:id='a'/><sheet name='二' sheetId='9' r:id='b'/></sheets>"

/* A workbook with these elements in its main part and its relationships, and with three sheets that hold 1, 2, 3. */
static Package *
new_package (const char *main, const char *relationships)
{
  Package *package = package_new_workbook ("<row><c><v>1</v></c></row>");
  g_autofree char *workbook =
      g_strconcat ("<workbook xmlns='" MAIN_NAMESPACE "' xmlns:r='" RELATIONSHIP_NAMESPACE "'>", main,
                   "</workbook>", NULL);
  g_autofree char *targets =
      g_strconcat ("<Relationships xmlns='" PACKAGE_NAMESPACE "'>", relationships, "</Relationships>", NULL);

  package_put (package, PACKAGE_WORKBOOK, workbook);
  package_put (package, PACKAGE_TARGETS, targets);
  package_add (package, "xl/worksheets/sheet2.xml", SHEET ("2"), -1);
  package_add (package, "xl/worksheets/表 3.xml", SHEET ("3"), -1);
  return package;
}

static void
lists_sheets_in_the_order_of_the_tabs (void)
{
  static const char relationships[] =
      TO ("a", "worksheet", "worksheets/sheet1.xml") TO ("b", "worksheet", "worksheets/sheet2.xml")
          TO ("c", "worksheet", "worksheets/表 3.xml") TO ("d", "chartsheet", "chartsheets/sheet1.xml");

  assert_reads (
      new_package ("<sheets><sheet name='三' r:id='c'/><sheet name='一' state='hidden' r:id='a'/><sheet "
                   "name='图' r:id='d'/><sheet name='_x4E8C_&amp;2' state='veryHidden' r:id='b'/></sheets>",
                   relationships),
      "[三]\n1: A=3\n[一, hidden]\n1: A=1\n[二&2, hidden]\n1: A=2\n");
}

static void
follows_targets_of_every_form (void)
{
  static const char *const targets[] = {
    "worksheets/sheet2.xml",
    "/xl/worksheets/sheet2.xml",
    "./worksheets/../worksheets/sheet2.xml",
    "../xl/worksheets/sheet2.xml",
    "..\\xl\\worksheets\\sheet2.xml",
    "/xl/Worksheets/Sheet2.XML",
    "../../../xl/worksheets/sheet2.xml",
    "worksheets//sheet2.xml",
    "worksheets/sheet%32.xml",
  };

  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      g_autofree char *relationship = g_strdup_printf (TO ("a", "worksheet", "%s"), targets[i]);

      assert_reads (new_package (ONE_SHEET, relationship), "1: A=2\n");
    }
  assert_reads (new_package (ONE_SHEET, TO ("a", "worksheet", "worksheets/%E8%A1%A8%203.xml")), "1: A=3\n");
}

static void
reads_the_strict_format (void)
{
  Package *package = package_new_workbook ("");

  package_put (package, PACKAGE_ROOT,
               "<Relationships xmlns='" PACKAGE_NAMESPACE "'><Relationship Id='r' Type='" STRICT
               "/officeDocument' Target='xl/workbook.xml'/></Relationships>");
  package_put (package, PACKAGE_TARGETS,
               "<Relationships xmlns='" PACKAGE_NAMESPACE "'><Relationship Id='a' Type='" STRICT
               "/worksheet' Target='worksheets/sheet1.xml'/><Relationship Id='s' Type='" STRICT
               "/sharedStrings' Target='sharedStrings.xml'/><Relationship Id='t' Type='" STRICT
               "/styles' Target='styles.xml'/></Relationships>");
  package_put (
      package, PACKAGE_WORKBOOK,
      "<workbook xmlns='" STRICT_MAIN "' xmlns:r='" STRICT
      "' conformance='strict'><workbookPr dateCompatibility='0'/><sheets><sheet name='表' r:id='a'/></sheets>"
      "</workbook>");
  package_put (package, PACKAGE_STRINGS, "<sst xmlns='" STRICT_MAIN "'><si><t>就地</t></si></sst>");
  package_put (package, PACKAGE_STYLES,
               "<styleSheet xmlns='" STRICT_MAIN
               "'><cellXfs><xf/><xf numFmtId='14'/></cellXfs></styleSheet>");
  package_put (package, PACKAGE_SHEET,
               "<worksheet xmlns='" STRICT_MAIN
               "'><sheetData><row><c t='s'><v>0</v></c><c s='1' t='d'><v>2024-03-05</v>"
               "</c><c s='1'><v>45356</v></c></row></sheetData></worksheet>");
  assert_reads (package, "1: A\"就地\" B@2024-03-05 C@2024-03-05\n");
}

static void
knows_the_dates_of_1904 (void)
{
  static const char *const flags[] = { "1", "true", "0", "false", "" };
  static const char *const days[] = { "2028-03-06", "2028-03-06", "2024-03-05", "2024-03-05", "2024-03-05" };

  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    {
      Package *package = package_new_workbook ("<row><c s='1'><v>45356</v></c></row>");
      g_autofree char *main = g_strdup_printf (
          "<workbook xmlns='" MAIN_NAMESPACE "' xmlns:r='" RELATIONSHIP_NAMESPACE
          "'><workbookPr date1904='%s'/><sheets><sheet name='表' r:id='rId1'/></sheets></workbook>",
          flags[i]);
      g_autofree char *expected = g_strdup_printf ("1: A@%s\n", days[i]);

      package_put (package, PACKAGE_WORKBOOK, main);
      assert_reads (package, expected);
    }
}

static void
never_follows_links_to_elsewhere (void)
{
  assert_refused (new_package (ONE_SHEET,
                               "<Relationship Id='a' TargetMode='External' Type='" RELATIONSHIP_NAMESPACE
                               "/worksheet' Target='worksheets/sheet1.xml'/>"),
                  DAMAGED, PACKAGE_WORKBOOK, "sheet “一”", "does not say where", NULL);
}

static void
refuses_missing_parts (void)
{
  Package *types = package_new_workbook (""), *root = package_new_workbook (""),
          *main = package_new_workbook ("");

  package_put (types, PACKAGE_TYPES, NULL);
  assert_refused (types, XC_WORKBOOK_ERROR_NOT_WORKBOOK, "not an .xlsx workbook", NULL);
  package_put (root, PACKAGE_ROOT, NULL);
  assert_refused (root, XC_WORKBOOK_ERROR_NOT_WORKBOOK, "not an .xlsx workbook", NULL);
  package_put (main, PACKAGE_WORKBOOK, NULL);
  assert_refused (main, DAMAGED, PACKAGE_WORKBOOK, "missing", NULL);

  assert_refused (new_package (ONE_SHEET, ""), DAMAGED, "sheet “一”", "does not say where", NULL);
  assert_refused (new_package (ONE_SHEET, TO ("a", "worksheet", "worksheets/sheet7.xml")), DAMAGED,
                  "sheet “一”", "missing", NULL);
  assert_refused (new_package (ONE_SHEET, TO ("a", "worksheet", "worksheets/sheet1.xml")
                                              TO ("s", "sharedStrings", "strings.xml")),
                  DAMAGED, "xl/strings.xml", "missing", NULL);
  assert_refused (
      new_package (ONE_SHEET, TO ("a", "worksheet", "worksheets/sheet1.xml") TO ("s", "styles", "style.xml")),
      DAMAGED, "xl/style.xml", "missing", NULL);
}

static void
refuses_sheets_that_are_not_apart (void)
{
  assert_refused (new_package (TWO_SHEETS, TO ("a", "worksheet", "worksheets/sheet1.xml")
                                               TO ("b", "worksheet", "/xl/worksheets/sheet1.xml")),
                  DAMAGED, "sheet “二”", "same as another", NULL);
  assert_refused (new_package ("<sheets><sheet name='Ä' r:id='a'/><sheet name='ä' r:id='b'/></sheets>",
                               TO ("a", "worksheet", "worksheets/sheet1.xml")
                                   TO ("b", "worksheet", "worksheets/sheet2.xml")),
                  DAMAGED, "sheet “ä”", "two sheets", NULL);
  assert_refused (new_package (ONE_SHEET, TO ("a", "worksheet", "worksheets/sheet1.xml")
                                              TO ("a", "worksheet", "worksheets/sheet2.xml")),
                  DAMAGED, PACKAGE_TARGETS, "id “a”", NULL);
}

static void
refuses_workbooks_without_sheets (void)
{
  assert_refused (new_package ("<sheets/>", ""), DAMAGED, PACKAGE_WORKBOOK, "no sheet", NULL);
  assert_refused (new_package ("", ""), DAMAGED, PACKAGE_WORKBOOK, "no sheet", NULL);
  assert_refused (
      new_package ("<sheets><sheet name='图' r:id='a'/></sheets>", TO ("a", "chartsheet", "c.xml")), DAMAGED,
      PACKAGE_WORKBOOK, "no sheet", NULL);
  assert_refused (new_package ("<sheets><sheet r:id='a'/></sheets>", TO ("a", "worksheet", "c.xml")), DAMAGED,
                  "no name", NULL);
  assert_refused (new_package ("<sheets><sheet name='一' id='a'/></sheets>", TO ("a", "worksheet", "c.xml")),
                  DAMAGED, "does not say where", NULL);
  assert_refused (new_package (ONE_SHEET, "<Relationship Id='a'/>"), DAMAGED, PACKAGE_TARGETS, "lacks", NULL);
}

static void
refuses_damage_in_every_part (void)
{
  static const char *const parts[] = { PACKAGE_ROOT,    PACKAGE_WORKBOOK, PACKAGE_TARGETS,
                                       PACKAGE_STRINGS, PACKAGE_STYLES,   PACKAGE_SHEET };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      Package *cut = package_new_workbook (""), *type = package_new_workbook (""),
              *other = package_new_workbook ("");

      package_put (cut, parts[i], "<a xmlns='urn:x'><b>");
      assert_refused (cut, DAMAGED, parts[i], NULL);
      package_put (type, parts[i], "<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>");
      assert_refused (type, DAMAGED, parts[i], "document type", NULL);
      package_put (other, parts[i], "<a/>");
      assert_refused (other, DAMAGED, parts[i], "another kind", NULL);
    }
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add_func ("/workbook/workbook/" name, func)
  ADD ("lists-sheets-in-the-order-of-the-tabs", lists_sheets_in_the_order_of_the_tabs);
  ADD ("follows-targets-of-every-form", follows_targets_of_every_form);
  ADD ("reads-the-strict-format", reads_the_strict_format);
  ADD ("knows-the-dates-of-1904", knows_the_dates_of_1904);
  ADD ("never-follows-links-to-elsewhere", never_follows_links_to_elsewhere);
  ADD ("refuses-missing-parts", refuses_missing_parts);
  ADD ("refuses-sheets-that-are-not-apart", refuses_sheets_that_are_not_apart);
  ADD ("refuses-workbooks-without-sheets", refuses_workbooks_without_sheets);
  ADD ("refuses-damage-in-every-part", refuses_damage_in_every_part);
  status = g_test_run ();
  remove_test_folder ();
  return status;
}
