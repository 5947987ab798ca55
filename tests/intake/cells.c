/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sheets, headings and cells as real workbooks have them. */
#include "frame.h"
#include "package.h"

/* A workbook whose one sheet is called @sheet and holds these rows. */
static char *
write_book (const char *sheet, const char *rows)
{
  g_autoptr (Package) package = package_new_workbook (rows);
  g_autofree char *workbook = g_strdup_printf (
      DECLARATION "<workbook xmlns=\"" MAIN_NAMESPACE "\" xmlns:r=\"" RELATIONSHIP_NAMESPACE
                  "\"><sheets><sheet name=\"%s\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
      sheet);

  package_put (package, PACKAGE_WORKBOOK, workbook);
  return package_write (package);
}

#define TEXT(text) "<c t=\"inlineStr\"><is><t>" text "</t></is></c>"

static void
assert_report (Frame *frame, const char *sheet, const char *rows, const char *expected)
{
  g_autofree char *path = write_book (sheet, rows);
  g_autofree char *report = xc_test_import_file (frame->store, XC_IMPORT_WRITE, path);

  remove_test_folder ();
  xc_test_assert_same (report, expected);
}

static void
reads_days_numbers_and_answers_of_spreadsheets (Frame *frame, gconstpointer data)
{
  assert_report (
      frame, " 巡察任务 ",
      "<row>" TEXT (
          "第六轮巡察任务安排") "</row><row/>"
                                "<row>" TEXT ("轮次*") TEXT ("被巡察\n党组织") TEXT ("类型（必填）")
                                    TEXT ("进驻时间") TEXT ("结束日期") TEXT (
                                        "反馈日期") "</row>"
                                                    "<row><c><v>6</v></c>" TEXT ("东镇") TEXT (
                                                        "常规巡察") "<c s=\"1\"><v>45356</v></c>"
                                                                    "<c><v>20240418</v></c>" TEXT (
                                                                        "2024年5月16日") "</row>"
                                                                                         "<row "
                                                                                         "hidden=\"1\"><c "
                                                                                         "t=\"n\"><v>6</v></"
                                                                                         "c>" TEXT (
                                                                                             "西镇党委")
                                                                                             TEXT (
                                                                                                 "常规") "<c "
                                                                                                         "s="
                                                                                                         "\"2"
                                                                                                         "\">"
                                                                                                         "<v>"
                                                                                                         "453"
                                                                                                         "56."
                                                                                                         "5</"
                                                                                                         "v><"
                                                                                                         "/c>"
                                                                                                         "</"
                                                                                                         "row"
                                                                                                         ">",
      " 巡察任务  2 = 2 + 0 + 0 + 0\n* Sheet “ 巡察任务 ”: 1 hidden row was read as well.\n");
  xc_test_assert_list (frame->store, XC_TABLE_INSPECTION, "organization_id enters_on leaves_on fed_back_on",
                       "财政局|||\n财政局|||\n教育局|||\n东镇党委|2024-03-05|2024-04-18|2024-05-16\n"
                       "西镇党委|2024-03-05||\n");
}

static void
refuses_cells_that_hold_no_value (Frame *frame, gconstpointer data)
{
  assert_report (
      frame, "巡察任务",
      "<row>" TEXT ("轮次") TEXT ("被巡察党组织") TEXT ("类型") TEXT ("进驻日期")
          TEXT ("轮内编号") "</row>"
                            "<row><c t=\"e\"><v>#REF!</v></c><c><f>A1</f></c><c "
                            "t=\"b\"><v>1</v></c><c><v>45356</v></c><c><v>1.5</v></c></row>"
                            "<row><c s=\"1\"><v>45356</v></c><c s=\"1\"><v>45356</v></c>" TEXT (
                                "常规") "<c t=\"b\"><v>1</v></c>"
                                        "<c s=\"1\"><v>3</v></c></row>",
      "巡察任务 2 = 0 + 0 + 0 + 2\n"
      "巡察任务!A2 The cell holds the error “#REF!” and no value. > Mend the formula, or type the value in "
      "its place.\n"
      "巡察任务!B2 The cell holds a formula without its result. > Open the workbook in WPS or Excel, save it "
      "again, and then import it.\n"
      "巡察任务!C2 “TRUE” is none of the words that this column takes. > Write one of these: “Regular”, "
      "“Special”, “Mobile”, “Upgraded”, “Cross”, “Upgraded cross”, “Joint”, “Extended”, “Look-back”, "
      "“Rectification check”.\n"
      "巡察任务!D2 “45356” is not a day. > Write a day with its year, such as 2024-05-16, 2024.5.16 or "
      "2024年5月16日.\n"
      "巡察任务!E2 “1.5” is not a whole number. > Write a whole number in digits, such as 12.\n"
      "巡察任务!A3 “2024-03-05” does not say which one it is. > Write its number in any form, such as 6, 六 "
      "or 第六.\n"
      "巡察任务!B3 The spreadsheet program has made the day 2024-03-05 of what was typed. > Format the cell "
      "as text and type it anew.\n"
      "巡察任务!D3 “TRUE” is not a day. > Write a day with its year, such as 2024-05-16, 2024.5.16 or "
      "2024年5月16日.\n"
      "巡察任务!E3 “1900-01-03” is not a whole number. > Write a whole number in digits, such as 12.\n");
}

static void
refuses_numbers_that_lost_their_digits (Frame *frame, gconstpointer data)
{
  assert_report (
      frame, "问题",
      "<row>" TEXT ("问题编号") TEXT ("轮次") TEXT ("被巡察党组织") TEXT ("问题表述")
          TEXT ("问题来源") "</row>"
                            "<row><c s=\"1\"><v>41063</v></c><c><v>6</v></c>" TEXT ("财政局")
                                TEXT ("问题甲") "<c><v>110101190001010011</v></c>"
                                                "</row>"
                                                "<row><c><v>20240001</v></c><c><v>6</v></c>" TEXT ("财政局")
                                                    TEXT ("问题乙") "<c><v>0.1</v></c></row>",
      "问题 2 = 1 + 0 + 0 + 1\n"
      "问题!A2 The spreadsheet program has made the day 2012-06-03 of what was typed. > Format the cell as "
      "text and type it anew.\n"
      "问题!E2 “110101190001010016” has more digits than a spreadsheet keeps of a number; the last ones are "
      "lost. > Format the cell as text and type the number anew.\n");
}

static void
keeps_what_begins_like_a_formula (Frame *frame, gconstpointer data)
{
  assert_report (frame, "问题",
                 "<row>" TEXT ("轮次") TEXT ("被巡察党组织") TEXT ("问题表述")
                     TEXT ("问题来源") "</row>"
                                       "<row>" TEXT ("６") TEXT ("　财政局　")
                                           TEXT ("  =1+1_x000D_\n@问题&#9;甲 ")
                                               TEXT ("来源\n甲\nA\nB") "</row>",
                 "问题 1 = 1 + 0 + 0 + 0\n");
  xc_test_assert_list (frame->store, XC_TABLE_PROBLEM, "number source", "06-01-001|来源甲A B\n");
}

static void
leaves_out_what_it_does_not_know_and_says_so (Frame *frame, gconstpointer data)
{
  g_autofree char *report = xc_test_import (
      frame->store, XC_IMPORT_WRITE,
      "[说明页]\n请填写\n[巡察对象]\n名称|口径\n水利局|区直单位\n"
      "[口径]\n序号|名称|领导批示\n1|区直单位|同意\n||另一句\n[被巡察党组织]\n名称|口径\n教育局|区直单位\n");

  xc_test_assert_same (
      report, "口径 1 = 0 + 0 + 1 + 0\n被巡察党组织 1 = 0 + 0 + 1 + 0\n"
              "* The sheet “说明页” is not one of the template; it was left out.\n"
              "* The sheet “巡察对象” means the same as “被巡察党组织”; it was left out.\n"
              "* Sheet “口径”: the column “领导批示” (C1) is not one of the template; it was left out.\n");
}

static void
refuses_headings_that_are_missing_or_double (Frame *frame, gconstpointer data)
{
  xc_test_assert_faults (frame->store,
                         "[轮次]\n轮次|名称|轮|开始日期\n8|甲|8|\n"
                         "[巡察任务]\n\n说明|备注\n轮次|被巡察党组织\n8|财政局\n"
                         "[问题]\n这里什么都没有\n"
                         "[口径]\n口径\n名称\n镇（街道）\n",
                         "轮次!C1 The heading “轮” means the same as “轮次” in A1. > Keep one of the two "
                         "columns, and take the heading off the other.\n"
                         "巡察任务!A3 The column “Kind” is missing, so no row of this sheet was looked at. > "
                         "Headings stand side by side in one row, worded as in the template.\n"
                         "问题!A1 No headings of the template were found here. > Headings stand side by side "
                         "in one row, worded as in the template.\n");
}

static void
refuses_texts_that_no_cell_could_hold (Frame *frame, gconstpointer data)
{
  g_autofree char *long_text = g_strnfill (32768, 'x');
  g_autofree char *sheets = g_strdup_printf ("[问题]\n轮次|被巡察党组织|问题表述\n6|财政局|%s\n", long_text);

  xc_test_assert_faults (
      frame->store, sheets,
      "问题!C2 The text is longer than 32,767 characters. > Shorten it, or keep the long version as a "
      "document beside the ledger.\n");
}

static void
does_not_blame_rows_for_a_sheet_that_cannot_be_read (Frame *frame, gconstpointer data)
{
  xc_test_assert_faults (
      frame->store, "[轮次]\n名称\n第八轮\n[巡察任务]\n轮次|被巡察党组织|类型\n8|财政局|常规\n",
      "轮次!A1 The column “Round” is missing, so no row of this sheet was looked at. > Headings stand side "
      "by side in one row, worded as in the template.\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_FRAMED ("/intake/cells/reads-days-numbers-and-answers-of-spreadsheets",
              reads_days_numbers_and_answers_of_spreadsheets);
  ADD_FRAMED ("/intake/cells/refuses-cells-that-hold-no-value", refuses_cells_that_hold_no_value);
  ADD_FRAMED ("/intake/cells/refuses-numbers-that-lost-their-digits", refuses_numbers_that_lost_their_digits);
  ADD_FRAMED ("/intake/cells/keeps-what-begins-like-a-formula", keeps_what_begins_like_a_formula);
  ADD_FRAMED ("/intake/cells/leaves-out-what-it-does-not-know-and-says-so",
              leaves_out_what_it_does_not_know_and_says_so);
  ADD_FRAMED ("/intake/cells/refuses-headings-that-are-missing-or-double",
              refuses_headings_that_are_missing_or_double);
  ADD_FRAMED ("/intake/cells/refuses-texts-that-no-cell-could-hold", refuses_texts_that_no_cell_could_hold);
  ADD_FRAMED ("/intake/cells/does-not-blame-rows-for-a-sheet-that-cannot-be-read",
              does_not_blame_rows_for_a_sheet_that_cannot_be_read);
  return g_test_run ();
}
