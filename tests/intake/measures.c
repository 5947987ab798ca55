/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheets 整改措施 and 责任. */
#include "frame.h"

static const char problems[] =
    "[问题]\n问题编号|轮次|被巡察党组织|问题表述\n"
    "06-01-001|6|财政局|问题甲\n06-01-002|6|财政局|问题乙\n06-01-003|6|财政局|问题丙\n";

static void
makes_the_state_of_the_problem_from_all_its_measures (Frame *frame, gconstpointer data)
{
  static const struct
  {
    const char *states[3];
    const char *expected;
  } cases[] = {
    { { "已销号", "销号", "已销号" }, "closed" },
    { { "已销号", "退回", "重新打开" }, "returned" },
    { { "已销号", "重新打开", "未启动" }, "reopened" },
    { { "已完成", "已销号", "已完成待审核" }, "awaiting_review" },
    { { "已完成", "基本完成", "已销号" }, "basically_done" },
    { { "未启动", "正在推进", "" }, "in_progress" },
    { { "已完成", "未启动", "" }, "in_progress" },
    { { "未启动", "", "" }, "not_started" },
  };

  xc_test_assert_imports (frame->store, problems);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *sheets =
          g_strdup_printf ("[整改措施]\n问题编号|措施|整改状态\n"
                           "06-01-001|措施一|%s\n06-01-001|措施二|%s\n6-1-1|措施三|%s\n",
                           cases[i].states[0], cases[i].states[1], cases[i].states[2]);
      g_autofree char *expected =
          g_strdup_printf ("06-01-001|%s\n06-01-002|not_started\n06-01-003|not_started\n", cases[i].expected);

      xc_test_assert_imports (frame->store, sheets);
      xc_test_assert_list (frame->store, XC_TABLE_PROBLEM, "number state", expected);
      g_assert_true (xc_store_undo (frame->store, NULL, NULL));
    }
}

static void
counts_measures_that_the_sheet_does_not_list (Frame *frame, gconstpointer data)
{
  g_autofree char *report = NULL;

  xc_test_assert_imports (frame->store, problems);
  xc_test_assert_imports (
      frame->store, "[整改措施]\n问题编号|措施|整改状态\n06-01-001|措施一|未启动\n06-01-001|措施二|未启动\n");
  report = xc_test_import (frame->store, XC_IMPORT_WRITE,
                           "[整改措施]\n问题编号|措施|整改状态|销号日期\n06-01-001|措施一|已完成|\n");
  xc_test_assert_same (report, "整改措施 1 = 0 + 1 + 0 + 0\n");
  xc_test_assert_list (frame->store, XC_TABLE_PROBLEM, "number state",
                       "06-01-001|in_progress\n06-01-002|not_started\n06-01-003|not_started\n");
  xc_test_assert_imports (frame->store,
                          "[整改措施]\n问题编号|措施|整改状态|销号日期\n"
                          "06-01-001|措施一|已销号|2024-08-01\n06-01-001|措施二|已销号|2024年8月5日\n");
  xc_test_assert_list (frame->store, XC_TABLE_PROBLEM, "number state closed_on",
                       "06-01-001|closed|2024-08-05\n06-01-002|not_started|\n06-01-003|not_started|\n");
  xc_test_assert_faults (frame->store,
                         "[整改措施]\n问题编号|措施|整改状态|销号日期\n06-01-001|措施一|正在推进|\n06-01-002|"
                         "措施三|已完成|2024-09-01\n",
                         "整改措施!C2 Problem 06-01-001 is closed in the ledger, and this would open it "
                         "again. > Reopen it in the ledger, with the reason, or write that it is closed.\n"
                         "整改措施!D3 There is a day of closing, but the problem is not closed. > Write "
                         "已销号 as the state of each of its measures, or leave the day empty.\n");
}

static void
leaves_states_alone_when_nothing_is_new (Frame *frame, gconstpointer data)
{
  static const char sheets[] = "[整改措施]\n问题编号|措施|整改状态\n06-01-001|措施一|已完成\n";
  g_autofree char *report = NULL;

  xc_test_assert_imports (frame->store, problems);
  xc_test_assert_imports (frame->store, sheets);
  /* A review sends it back. */
  xc_test_assert_imports (
      frame->store, "[问题]\n问题编号|轮次|被巡察党组织|问题表述|整改状态\n06-01-001|6|财政局|问题甲|退回\n");
  report = xc_test_import (frame->store, XC_IMPORT_WRITE, sheets);
  xc_test_assert_same (report, "整改措施 1 = 0 + 0 + 1 + 0\n");
  xc_test_assert_list (frame->store, XC_TABLE_PROBLEM, "number state",
                       "06-01-001|returned\n06-01-002|not_started\n06-01-003|not_started\n");
}

static void
finds_a_measure_by_its_wording_and_order (Frame *frame, gconstpointer data)
{
  static const char sheets[] =
      "[整改措施]\n问题编号|措施序号|措施|进展情况\n"
      "06-01-001|2|开展培训|第二次\n06-01-001|1|开展培训|第一次\n06-01-001||修订制度|\n";
  g_autofree char *again = NULL;

  xc_test_assert_imports (frame->store, problems);
  xc_test_assert_imports (frame->store, sheets);
  xc_test_assert_list (frame->store, XC_TABLE_MEASURE, "position wording progress",
                       "1|开展培训|第一次\n2|开展培训|第二次\n3|修订制度|\n");
  again = xc_test_import (frame->store, XC_IMPORT_WRITE, sheets);
  xc_test_assert_same (again, "整改措施 3 = 0 + 0 + 3 + 0\n");
}

static void
keeps_the_first_limit (Frame *frame, gconstpointer data)
{
  xc_test_assert_imports (frame->store, problems);
  xc_test_assert_imports (
      frame->store, "[整改措施]\n问题编号|措施|整改时限\n06-01-001|措施一|\n06-01-002|措施二|2024-08-16\n");
  xc_test_assert_imports (frame->store,
                          "[整改措施]\n问题编号|措施|整改时限|时限说明\n"
                          "06-01-001|措施一|2024.9.30|\n06-01-002|措施二|20240816|并长期坚持\n");
  xc_test_assert_list (frame->store, XC_TABLE_MEASURE, "wording due_on due_wording",
                       "措施一|2024-09-30|\n措施二|2024-08-16|并长期坚持\n");
  xc_test_assert_faults (
      frame->store, "[整改措施]\n问题编号|措施|整改时限\n06-01-001|措施一|2024-12-31\n",
      "整改措施!C2 The ledger has the limit 2024-09-30, which an import does not overwrite. > Record an "
      "extension in the ledger, or leave the cell empty.\n");
}

static void
refuses_measures_of_unknown_problems (Frame *frame, gconstpointer data)
{
  xc_test_assert_imports (frame->store, problems);
  xc_test_assert_faults (
      frame->store,
      "[整改措施]\n问题编号|措施|整改类型|整改状态\n"
      "06-01-009|措施一|限期|\n|措施二||\n06-01-001|||\n06-01-001|措施三|很快|差不多\n"
      "06-01-002|措施四||\n06-01-002|措施四||\n"
      "[责任]\n问题编号|角色|单位|姓名|职务\n"
      "06-01-009|责任人||张一|\n06-01-001|责任人|||\n06-01-001|负责人||张一|\n06-01-001||办公室||\n"
      "06-01-001|责任人|办公室|张一、李二、张一|\n06-01-002|责任人|办公室|张一、李二、王三|科长、科员\n"
      "06-01-003|牵头部门|办公室||\n06-01-003|牵头部门|办公室||\n|责任人||张一|\n",
      "整改措施!A2 “06-01-009” is neither in the sheet “Problems” nor in the ledger. > Add it to the sheet "
      "“Problems”, or write a name that stands there.\n"
      "整改措施!A3 The row does not say to which problem it belongs. > Write the number of the problem.\n"
      "整改措施!B4 “Measure” must be given.\n"
      "整改措施!C5 “很快” is none of the words that this column takes. > Write one of these: “Immediate”, "
      "“By a date”, “Lasting”.\n"
      "整改措施!D5 “差不多” is none of the words that this column takes. > Write one of these: “Not "
      "started”, “In progress”, “Basically done”, “Done”, “Done, awaiting review”, “Returned”, “Closed”, "
      "“Reopened”.\n"
      "整改措施!B7 B6 and B7 are about the same. > Keep one of the two rows.\n"
      "责任!A2 “06-01-009” is neither in the sheet “Problems” nor in the ledger. > Add it to the sheet "
      "“Problems”, or write a name that stands there.\n"
      "责任!D3 The row names neither a unit nor a person. > Write who answers for the problem.\n"
      "责任!B4 “负责人” is none of the words that this column takes. > Write one of these: “First "
      "responsible person”, “Responsible leader”, “Lead department”, “Responsible department”, “Responsible "
      "person”, “Cooperating unit”, “Supervising unit”.\n"
      "责任!B5 “Role” must be given.\n"
      "责任!D6 “张一” stands here twice. > Write each person once.\n"
      "责任!E7 There are 3 names and 2 posts. > Write one post for all of them, or one for each in the same "
      "order.\n"
      "责任!A9 A8 and A9 are about the same. > Keep one of the two rows.\n"
      "责任!A10 The row does not say to which problem it belongs. > Write the number of the problem.\n");
}

static void
makes_several_people_of_several_names (Frame *frame, gconstpointer data)
{
  static const char sheets[] =
      "[责任]\n问题编号|角色|单位|姓名|职务\n"
      "06-01-001|第一责任人|财政局|张一|书记\n06-01-001|责任人|办公室|李二、王三|主任，科员\n"
      "06-01-001|责任人|财务科|赵四\\n钱五|科员\n06-01-001|配合单位|审计局||\n";
  g_autofree char *again = NULL;

  xc_test_assert_imports (frame->store, problems);
  xc_test_assert_imports (frame->store, sheets);
  xc_test_assert_list (frame->store, XC_TABLE_RESPONSIBILITY, "role position unit name post",
                       "first|1|财政局|张一|书记\nperson|1|办公室|李二|主任\nperson|2|办公室|王三|科员\n"
                       "person|3|财务科|赵四|科员\nperson|4|财务科|钱五|科员\ncooperating|1|审计局||\n");
  again = xc_test_import (frame->store, XC_IMPORT_WRITE, sheets);
  xc_test_assert_same (again, "责任 4 = 0 + 0 + 4 + 0\n");
  g_free (again);
  again = xc_test_import (
      frame->store, XC_IMPORT_WRITE,
      "[责任]\n问题编号|角色|单位|姓名|职务\n06-01-001|责任人|办公室|李二、孙六|副主任、科员\n");
  xc_test_assert_same (again, "责任 1 = 0 + 1 + 0 + 0\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_FRAMED ("/intake/measures/makes-the-state-of-the-problem-from-all-its-measures",
              makes_the_state_of_the_problem_from_all_its_measures);
  ADD_FRAMED ("/intake/measures/counts-measures-that-the-sheet-does-not-list",
              counts_measures_that_the_sheet_does_not_list);
  ADD_FRAMED ("/intake/measures/leaves-states-alone-when-nothing-is-new",
              leaves_states_alone_when_nothing_is_new);
  ADD_FRAMED ("/intake/measures/finds-a-measure-by-its-wording-and-order",
              finds_a_measure_by_its_wording_and_order);
  ADD_FRAMED ("/intake/measures/keeps-the-first-limit", keeps_the_first_limit);
  ADD_FRAMED ("/intake/measures/refuses-measures-of-unknown-problems", refuses_measures_of_unknown_problems);
  ADD_FRAMED ("/intake/measures/makes-several-people-of-several-names",
              makes_several_people_of_several_names);
  return g_test_run ();
}
