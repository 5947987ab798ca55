/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheets of terms, points, rounds and teams. */
#include "frame.h"

static void
asks_which_term_only_where_it_must (Frame *frame, gconstpointer data)
{
  xc_test_assert_imports (frame->store,
                          "[届次]\n届|委员会|开始日期|结束日期\n三届|示范区委|2026-09-01|2031-08-31\n"
                          "[轮次]\n轮次\n一\n"
                          "[巡察任务]\n轮次|被巡察党组织|类型\n1|财政局|常规\n");
  xc_test_assert_list (frame->store, XC_TABLE_ROUND, "term_id ordinal",
                       "2 示范区委|6\n2 示范区委|7\n3 示范区委|1\n");
  xc_test_assert_imports (frame->store, "[轮次]\n届|轮次|名称\n第二届|7|七轮\n3|2|\n");
  xc_test_assert_imports (frame->store, "[巡察任务]\n轮次|被巡察党组织|类型\n2|教育局|常规\n7|教育局|常规\n");
  xc_test_assert_imports (frame->store, "[轮次]\n届|轮次\n3|7\n");
  xc_test_assert_faults (
      frame->store, "[轮次]\n届|轮次\n|8\n四|1\n甲|2\n[巡察任务]\n轮次|被巡察党组织|类型\n7|教育局|专项\n",
      "轮次!A2 The ledger has several terms, and the row does not say which one. > Write the term into "
      "the sheet of terms, or its number into the column for it.\n"
      "轮次!A3 “4” is neither in the sheet “Terms” nor in the ledger. > Add it to the sheet “Terms”, or "
      "write a name that stands there.\n"
      "轮次!A4 “甲” does not say which one it is. > Write its number in any form, such as 6, 六 or 第六.\n"
      "巡察任务!A2 More than one term in the ledger has a round 7. > Put the one term that this workbook "
      "is about into the sheet of terms.\n");
}

static void
reads_ordinals_in_any_form (Frame *frame, gconstpointer data)
{
  xc_test_assert_imports (frame->store,
                          "[轮次]\n轮次|名称\n第八轮|甲\n９|乙\n十轮巡察|丙\n第 11 轮|丁\n六|戊\n");
  xc_test_assert_list (frame->store, XC_TABLE_ROUND, "ordinal title", "6|戊\n7|\n8|甲\n9|乙\n10|丙\n11|丁\n");
}

static void
builds_the_tree_of_points (Frame *frame, gconstpointer data)
{
  g_autofree char *report = xc_test_import (frame->store, XC_IMPORT_WRITE,
                                            "[监督重点]\n方案|版本|一级|二级|三级|依据\n"
                                            "三个聚焦||决策部署|重大决策|集体研究|\n"
                                            "|||  |会议记录|\n"
                                            "|||民生政策||\n"
                                            "三个聚焦|2|决策部署|||示巡〔2024〕1号\n"
                                            "||组织建设|||\n");

  xc_test_assert_same (report, "监督重点 5 = 5 + 0 + 0 + 0\n");
  xc_test_assert_list (
      frame->store, XC_TABLE_POINT, "scheme_id parent_id position title",
      "三个聚焦 1||1|决策部署\n三个聚焦 1|决策部署|1|重大决策\n三个聚焦 1|决策部署|2|其他\n"
      "三个聚焦 1|重大决策|1|集体研究\n三个聚焦 1|重大决策|2|会议记录\n三个聚焦 1|决策部署|3|民生政策\n"
      "三个聚焦 1||2|不正之风\n三个聚焦 1|不正之风|1|其他\n"
      "三个聚焦 2||1|决策部署\n三个聚焦 2||2|组织建设\n");
  xc_test_assert_list (frame->store, XC_TABLE_SCHEME, "title version basis",
                       "三个聚焦|1|\n三个聚焦|2|示巡〔2024〕1号\n");
  xc_test_assert_faults (
      frame->store, "[轮次]\n轮次|方案\n8|三个聚焦\n9|三个聚集/1\n",
      "轮次!B2 “三个聚焦” may mean several. > Write one of these: “三个聚焦/1”, “三个聚焦/2”.\n"
      "轮次!B3 “三个聚集/1” is neither in the sheet “Points” nor in the ledger. > Perhaps this is meant: "
      "“三个聚焦”. Otherwise add it to the sheet “Points”.\n");
  xc_test_assert_imports (frame->store, "[轮次]\n轮次|方案\n8|三个聚焦/2\n");
}

static void
refuses_points_without_what_is_above (Frame *frame, gconstpointer data)
{
  xc_test_assert_faults (
      frame->store,
      "[监督重点]\n方案|一级|二级|三级\n"
      "|决策部署||\n"
      "四个聚焦||重大决策|\n"
      "四个聚焦|决策部署||集体研究\n"
      "四个聚焦|决策部署|民生|\n"
      "|决策部署|民生|\n"
      "四个聚焦|||\n",
      "监督重点!A2 The point belongs to no scheme. > All points of one classification carry the same name\n"
      "监督重点!B3 The level above the point is empty here and in the rows above. > Write each level once "
      "where it begins; below it may be left empty.\n"
      "监督重点!C4 The level above the point is empty here and in the rows above. > Write each level once "
      "where it begins; below it may be left empty.\n"
      "监督重点!C6 C5 and C6 are about the same. > Keep one of the two rows.\n"
      "监督重点!B7 The row names no point. > Write the title of the point under its level.\n");
}

static void
takes_people_of_teams (Frame *frame, gconstpointer data)
{
  g_autofree char *report =
      xc_test_import (frame->store, XC_IMPORT_WRITE,
                      "[巡察组]\n轮次|巡察组|组长|副组长|组员|授权文号|授权日期\n"
                      "6|一|张一|李二（财政局）、王三|赵四，钱五|示巡〔2024〕2号|2024-02-20\n"
                      "6|三|李二(外地审计局)||张一\\n钱五||\n");

  xc_test_assert_same (report, "巡察组 2 = 1 + 1 + 0 + 0\n* 6 people were not known yet and are added.\n");
  xc_test_assert_list (frame->store, XC_TABLE_PERSON, "name organization_id unit",
                       "张一||\n李二|财政局|\n李二||外地审计局\n王三||\n赵四||\n钱五||\n");
  xc_test_assert_list (frame->store, XC_TABLE_TEAM_MEMBER, "team_id person_id role document authorised_on",
                       "1|张一|leader|示巡〔2024〕2号|2024-02-20\n1|李二|deputy|示巡〔2024〕2号|2024-02-20\n"
                       "1|王三|deputy|示巡〔2024〕2号|2024-02-20\n1|赵四|member|示巡〔2024〕2号|2024-02-20\n"
                       "1|钱五|member|示巡〔2024〕2号|2024-02-20\n3|李二 "
                       "外地审计局|leader||\n3|张一|member||\n3|钱五|member||\n");
}

static void
removes_nobody_and_says_so (Frame *frame, gconstpointer data)
{
  g_autofree char *report = NULL;

  xc_test_assert_imports (frame->store, "[巡察组]\n轮次|巡察组|组长\n6|一|张一\n");
  report = xc_test_import (frame->store, XC_IMPORT_WRITE, "[巡察组]\n轮次|巡察组|组长\n6|一|李二\n");
  xc_test_assert_same (
      report,
      "巡察组 1 = 0 + 1 + 0 + 0\n"
      "* 1 person was not known yet and is added.\n"
      "* Sheet “巡察组”: the team in row 2 now has more than one leader; an import removes nobody.\n");
  xc_test_assert_list (frame->store, XC_TABLE_TEAM_MEMBER, "person_id role", "张一|leader\n李二|leader\n");
}

static void
refuses_namesakes_without_their_units (Frame *frame, gconstpointer data)
{
  xc_test_assert_imports (frame->store, "[巡察组]\n轮次|巡察组|组员\n6|一|李二（财政局）、李二（审计局）\n");
  xc_test_assert_faults (
      frame->store, "[巡察组]\n轮次|巡察组|组长|副组长\n6|二|李二|王三、王三\n6|2||\n9|1||\n|1||\n6|五百||\n",
      "巡察组!C2 “李二” may mean several. > Write one of these: “李二（审计局）”, “李二（财政局）”.\n"
      "巡察组!D2 “王三” stands here twice. > Write each person once; two of the same name as "
      "张三（审计局）.\n"
      "巡察组!B3 B2 and B3 are about the same. > Keep one of the two rows.\n"
      "巡察组!A4 “9” is neither in the sheet “Rounds” nor in the ledger. > Add it to the sheet “Rounds”, or "
      "write a name that stands there.\n"
      "巡察组!A5 “Round” must be given.\n"
      "巡察组!B6 “Team” must be from 1 to 99. > In any form: 1, 一, 第一巡察组\n");
  xc_test_assert_imports (frame->store, "[巡察组]\n轮次|巡察组|组长\n6|二|李二（财局）\n");
  xc_test_assert_list (frame->store, XC_TABLE_PERSON, "name organization_id unit",
                       "李二|财政局|\n李二||审计局\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_FRAMED ("/intake/rounds/asks-which-term-only-where-it-must", asks_which_term_only_where_it_must);
  ADD_FRAMED ("/intake/rounds/reads-ordinals-in-any-form", reads_ordinals_in_any_form);
  ADD_FRAMED ("/intake/rounds/builds-the-tree-of-points", builds_the_tree_of_points);
  ADD_FRAMED ("/intake/rounds/refuses-points-without-what-is-above", refuses_points_without_what_is_above);
  ADD_FRAMED ("/intake/rounds/takes-people-of-teams", takes_people_of_teams);
  ADD_FRAMED ("/intake/rounds/removes-nobody-and-says-so", removes_nobody_and_says_so);
  ADD_FRAMED ("/intake/rounds/refuses-namesakes-without-their-units", refuses_namesakes_without_their_units);
  return g_test_run ();
}
