/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheet 问题, and the numbers that problems are given. */
#include "frame.h"

#define PROBLEMS "number inspection_id wording"

static void
numbers_those_that_have_none (Frame *frame, gconstpointer data)
{
  static const char sheets[] =
      "[问题]\n问题编号|轮次|被巡察党组织|问题表述\n"
      "|6|财政局|问题甲\n06-01-007|6|财政局|问题乙\n|6|财政局|问题丙\n"
      "6-2-3|6|教育局|问题丁\n|6|教育局|问题戊\n巡发〔2024〕9号|6|教育局|问题己\n|7|财政局|问题庚\n";
  g_autofree char *again = NULL;

  xc_test_assert_imports (frame->store, sheets);
  xc_test_assert_list (
      frame->store, XC_TABLE_PROBLEM, "number wording",
      "06-01-007|问题乙\n06-01-008|问题甲\n06-01-009|问题丙\n6-2-3|问题丁\n06-02-004|问题戊\n"
      "巡发〔2024〕9号|问题己\n07-01-001|问题庚\n");
  again = xc_test_import (frame->store, XC_IMPORT_WRITE, sheets);
  xc_test_assert_same (again, "问题 7 = 0 + 0 + 7 + 0\n");
  xc_test_assert_imports (frame->store, "[问题]\n轮次|被巡察党组织|问题表述\n6|财政局|问题辛\n");
  again = (g_free (again), xc_test_ledger_list (frame->store, XC_TABLE_PROBLEM, "number wording"));
  g_assert_nonnull (strstr (again, "06-01-010|问题辛\n"));
}

static void
finds_a_problem_by_its_number (Frame *frame, gconstpointer data)
{
  g_autofree char *report = NULL;

  xc_test_assert_imports (frame->store,
                          "[问题]\n问题编号|轮次|被巡察党组织|问题表述|重点\n06-01-001|6|财政局|问题甲|是\n");
  report = xc_test_import (
      frame->store, XC_IMPORT_WRITE,
      "[问题]\n问题编号|被巡察党组织|问题表述|重点|具体表现\n６-１-１|财局|问题甲的新表述||三次\n");
  xc_test_assert_same (report, "问题 1 = 0 + 1 + 0 + 0\n");
  xc_test_assert_list (frame->store, XC_TABLE_PROBLEM, "number wording is_key facts",
                       "06-01-001|问题甲的新表述|1|三次\n");
}

static void
finds_the_inspection_by_what_it_needs (Frame *frame, gconstpointer data)
{
  xc_test_assert_imports (frame->store, "[巡察任务]\n轮次|被巡察党组织|类型\n6|财政局|专项\n");
  xc_test_assert_imports (frame->store, "[问题]\n轮次|被巡察党组织|巡察类型|问题表述\n"
                                        "|教育局||问题甲\n6|财政局|专项|问题乙\n|财政局|回头看|问题丙\n");
  xc_test_assert_list (frame->store, XC_TABLE_PROBLEM, "number wording",
                       "06-02-001|问题甲\n06-01-001|问题乙\n07-01-001|问题丙\n");
  xc_test_assert_faults (
      frame->store,
      "[问题]\n轮次|被巡察党组织|巡察类型|问题表述\n"
      "|财政局||问题丁\n6|财政局||问题戊\n6|东镇||问题己\n|西镇||问题庚\n6|教育局|专项|问题辛\n",
      "问题!A2 “财政局” has several inspections, and the row does not say which one. > Write the round; with "
      "several in one round, also the kind.\n"
      "问题!C3 “财政局” has several inspections in this round. > Write the kind of the inspection, such as "
      "常规 or 回头看.\n"
      "问题!B4 “东镇” has no such inspection in round 6. > Add the inspection to its sheet, or write the "
      "round in which it was inspected.\n"
      "问题!B5 “西镇” has no such inspection. > Add the inspection to its sheet.\n"
      "问题!B6 “教育局” has no such inspection in round 6. > Add the inspection to its sheet, or write the "
      "round in which it was inspected.\n");
}

static void
finds_points_by_title_or_path (Frame *frame, gconstpointer data)
{
  xc_test_assert_imports (frame->store, "[监督重点]\n方案|一级|二级\n四个聚焦|整改落实|台账\n");
  xc_test_assert_imports (frame->store, "[问题]\n轮次|被巡察党组织|问题表述|类别\n"
                                        "6|财政局|问题甲|重大决策\n6|财政局|问题乙|不正之风／其他\n"
                                        "6|财政局|问题丙|决策部署\n7|财政局|问题丁|台账\n");
  xc_test_assert_list (frame->store, XC_TABLE_PROBLEM, "wording point_id",
                       "问题甲|重大决策\n问题乙|其他\n问题丙|决策部署\n问题丁|台账\n");
  xc_test_assert_faults (
      frame->store,
      "[问题]\n轮次|被巡察党组织|问题表述|类别\n6|财政局|问题戊|其他\n6|财政局|问题己|"
      "重大决定\n6|财政局|问题庚|台账\n",
      "问题!D2 “其他” may mean several. > Write one of these: “不正之风/其他”, “决策部署/其他”.\n"
      "问题!D3 “重大决定” is neither in the sheet “Points” nor in the ledger. > Perhaps this is meant: "
      "“重大决策”. Otherwise add it to the sheet “Points”.\n"
      "问题!D4 “台账” is neither in the sheet “Points” nor in the ledger. > Add it to the sheet “Points”, or "
      "write a name that stands there.\n");
}

static void
reads_amounts_and_answers (Frame *frame, gconstpointer data)
{
  xc_test_assert_imports (frame->store,
                          "[问题]\n轮次|被巡察党组织|问题表述|涉及金额（万元）|重点|反馈|共性/个性\n"
                          "6|财政局|问题甲|7.132|重点|未反馈|共性问题\n"
                          "6|财政局|问题乙|1,200元|非重点|已反馈|个性\n6|财政局|=1+1||×|√|\n");
  xc_test_assert_list (frame->store, XC_TABLE_PROBLEM, "wording amount is_key fed_back commonness",
                       "问题甲|7132000|1|0|common\n问题乙|120000|0|1|individual\n=1+1||0|1|\n");
}

/* The inspections of a higher committee belong to no round. */
static void
numbers_what_a_higher_committee_found (Frame *frame, gconstpointer data)
{
  xc_test_assert_imports (frame->store, "[巡察任务]\n被巡察党组织|类型|巡察级别\n西镇|提级|上级\n");
  xc_test_assert_imports (frame->store, "[问题]\n被巡察党组织|问题表述\n西镇|问题甲\n西镇|问题乙\n");
  xc_test_assert_list (frame->store, XC_TABLE_PROBLEM, "number wording",
                       "00-01-001|问题甲\n00-01-002|问题乙\n");
}

static void
refuses_what_does_not_fit (Frame *frame, gconstpointer data)
{
  xc_test_assert_imports (frame->store,
                          "[问题]\n问题编号|轮次|被巡察党组织|问题表述\n06-01-001|6|财政局|问题甲\n");
  xc_test_assert_faults (
      frame->store,
      "[问题]\n问题编号|轮次|被巡察党组织|问题表述|涉及金额（元）|第二责任主体|整改状态|销号日期\n"
      "06-01-001|6|教育局|问题甲||||\n"
      "06-01-002|6|财政局|问题乙|12.345|东镇/没有社区||\n"
      "6-1-2|6|财政局|问题丙||||\n"
      "|6|财政局|问题丁||||\n"
      "|6|财政局|问题丁||||\n"
      "|6||问题己||||\n"
      "|6|财政局|||||\n"
      "|6|财政局|问题庚|||正在推进|2024-08-01\n",
      "问题!A2 The number 06-01-001 has been given to another inspection, of “财政局”. > Mend the number; "
      "leave it empty for a new problem.\n"
      "问题!E3 “12.345” is not an amount of money in whole fen. > Write an amount such as 71320, 71,320.50 "
      "or 7.132万元.\n"
      "问题!F3 “东镇/没有社区” is neither in the sheet “Organizations” nor in the ledger. > Perhaps this is "
      "meant: “东镇”. Otherwise add it to the sheet “Organizations”.\n"
      "问题!A4 A3 and A4 are about the same. > Keep one of the two rows.\n"
      "问题!D6 D5 and D6 are about the same. > Keep one of the two rows.\n"
      "问题!C7 The problem belongs to no organization. > Write the organization in which it was found.\n"
      "问题!D8 “Problem” must be given.\n"
      "问题!H9 There is a day of closing, but the problem is not closed. > Write 已销号 as the state of "
      "each of its measures, or leave the day empty.\n");
}

static void
does_not_reopen_what_is_closed (Frame *frame, gconstpointer data)
{
  xc_test_assert_imports (
      frame->store, "[问题]\n问题编号|轮次|被巡察党组织|问题表述|整改状态|销号日期\n"
                    "06-01-001|6|财政局|问题甲|已销号|2024-08-01\n06-01-002|6|财政局|问题乙|重新打开|\n");
  xc_test_assert_list (frame->store, XC_TABLE_PROBLEM, "number state closed_on",
                       "06-01-001|closed|2024-08-01\n06-01-002|reopened|\n");
  xc_test_assert_faults (frame->store,
                         "[问题]\n问题编号|轮次|被巡察党组织|问题表述|整改状态\n"
                         "06-01-001|6|财政局|问题甲|正在推进\n06-01-002|6|财政局|问题乙|已销号\n",
                         "问题!E2 Problem 06-01-001 is closed in the ledger, and this would open it again. > "
                         "Reopen it in the ledger, with the reason, or write that it is closed.\n"
                         "问题!E3 Problem 06-01-002 was reopened in the ledger, and this would close it. > "
                         "Close it in the ledger, where it is reviewed, or write how far it has come.\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_FRAMED ("/intake/problems/numbers-those-that-have-none", numbers_those_that_have_none);
  ADD_FRAMED ("/intake/problems/finds-a-problem-by-its-number", finds_a_problem_by_its_number);
  ADD_FRAMED ("/intake/problems/finds-the-inspection-by-what-it-needs",
              finds_the_inspection_by_what_it_needs);
  ADD_FRAMED ("/intake/problems/finds-points-by-title-or-path", finds_points_by_title_or_path);
  ADD_FRAMED ("/intake/problems/reads-amounts-and-answers", reads_amounts_and_answers);
  ADD_FRAMED ("/intake/problems/numbers-what-a-higher-committee-found",
              numbers_what_a_higher_committee_found);
  ADD_FRAMED ("/intake/problems/refuses-what-does-not-fit", refuses_what_does_not_fit);
  ADD_FRAMED ("/intake/problems/does-not-reopen-what-is-closed", does_not_reopen_what_is_closed);
  return g_test_run ();
}
