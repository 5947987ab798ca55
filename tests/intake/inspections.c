/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheet 巡察任务. */
#include "frame.h"

static void
gives_an_organization_one_number_in_a_round (Frame *frame, gconstpointer data)
{
  xc_test_assert_imports (frame->store,
                          "[巡察任务]\n轮次|被巡察党组织|类型|轮内编号\n"
                          "6|教育局|回头看|\n6|东镇党委|常规|\n6|西镇党委|常规|9\n6|东镇/中心社区|延伸|\n"
                          "7|教育局|常规|\n");
  xc_test_assert_list (
      frame->store, XC_TABLE_INSPECTION, "round_id serial organization_id kind",
      "6|1|财政局|regular\n6|2|教育局|regular\n7|1|财政局|look_back\n"
      "6|2|教育局|look_back\n6|10|东镇党委|regular\n6|9|西镇党委|regular\n6|11|中心社区|extended\n"
      "7|2|教育局|regular\n");
}

static void
updates_the_one_that_is_there (Frame *frame, gconstpointer data)
{
  g_autofree char *report = xc_test_import (frame->store, XC_IMPORT_WRITE,
                                            "[巡察任务]\n轮次|巡察组|被巡察党组织|类型|进驻日期|结束日期\n"
                                            "6|2|财政局|常规|2024-03-05|2024-04-18\n"
                                            "6||教育局|常规|2024-03-06|\n");

  xc_test_assert_same (report, "巡察任务 2 = 0 + 2 + 0 + 0\n");
  xc_test_assert_list (
      frame->store, XC_TABLE_INSPECTION, "organization_id kind team_id enters_on leaves_on",
      "财政局|regular|2|2024-03-05|2024-04-18\n教育局|regular|2|2024-03-06|\n财政局|look_back|||\n");
}

static void
tells_two_of_a_kind_apart_by_their_teams (Frame *frame, gconstpointer data)
{
  static const char sheets[] =
      "[巡察任务]\n轮次|巡察组|被巡察党组织|类型|备注\n6|2|财政局|常规|乙\n6|1|财政局|常规|甲\n";
  g_autofree char *again = NULL;

  xc_test_assert_imports (frame->store, sheets);
  again = xc_test_import (frame->store, XC_IMPORT_WRITE, sheets);
  xc_test_assert_same (again, "巡察任务 2 = 0 + 0 + 2 + 0\n");
  xc_test_assert_list (
      frame->store, XC_TABLE_INSPECTION, "organization_id kind team_id serial note",
      "财政局|regular|1|1|甲\n财政局|regular|2|1|乙\n教育局|regular|2|2|\n财政局|look_back||1|\n");
  xc_test_assert_faults (
      frame->store, "[巡察任务]\n轮次|巡察组|被巡察党组织|类型\n6||财政局|常规\n",
      "巡察任务!B2 The organization has several inspections of this kind here. > Write the team, which "
      "tells them apart.\n");
}

static void
keeps_exceptions_of_counting_with_their_reasons (Frame *frame, gconstpointer data)
{
  g_autofree char *again = NULL;

  xc_test_assert_imports (frame->store,
                          "[巡察任务]\n轮次|被巡察党组织|类型|计入全覆盖|计入理由|巡察级别|进驻日期\n"
                          "7|教育局|常规|是||| \n"
                          "7|东镇|整改督查|否|||\n"
                          "7|西镇|回头看|是|上轮未完成||\n"
                          "|东镇|提级|是|市委提级巡察|上级|2023-05-01\n"
                          "|西镇|提级|否||上级|2023-05-01\n");
  xc_test_assert_list (
      frame->store, XC_TABLE_INSPECTION, "organization_id round_id kind level counts counts_reason serial",
      "财政局|6|regular|own|by_kind||1\n教育局|6|regular|own|by_kind||2\n"
      "财政局|7|look_back|own|by_kind||1\n教育局|7|regular|own|by_kind||2\n"
      "东镇党委|7|rectification_check|own|by_kind||3\n西镇党委|7|look_back|own|yes|上轮未完成|4\n"
      "东镇党委||upgraded|higher|yes|市委提级巡察|\n西镇党委||upgraded|higher|by_kind||\n");
  /* A blank cell leaves the exception alone, and the level counts that the ledger knows. */
  again = xc_test_import (
      frame->store, XC_IMPORT_WRITE,
      "[巡察任务]\n轮次|被巡察党组织|类型|计入全覆盖|巡察级别\n7|西镇|回头看||\n|东镇|提级||上级\n");
  xc_test_assert_same (again, "巡察任务 2 = 0 + 0 + 2 + 0\n");
}

static void
links_what_is_extended (Frame *frame, gconstpointer data)
{
  xc_test_assert_imports (frame->store, "[巡察任务]\n轮次|批次|被巡察党组织|类型|延伸自\n"
                                        "6|一|东镇/中心社区|延伸|东镇\n6|第二批|东镇|常规|\n");
  xc_test_assert_list (frame->store, XC_TABLE_INSPECTION, "organization_id kind extends_id batch_id",
                       "财政局|regular||\n教育局|regular||\n财政局|look_back||\n"
                       "中心社区|extended|东镇党委|1\n东镇党委|regular||2\n");
}

static void
refuses_what_does_not_fit (Frame *frame, gconstpointer data)
{
  xc_test_assert_faults (
      frame->store,
      "[巡察任务]\n轮次|巡察组|被巡察党组织|类型|轮内编号|进驻日期|结束日期|反馈日期|计入全覆盖|延伸自\n"
      "6|9|财政局|常规||||||\n"
      "6||财政局|随便||||||\n"
      "6||财政局|||||||\n"
      "||教育局|常规||||||\n"
      "|1|教育局|提级||||||\n"
      "6||教育局|常规|7|||||\n"
      "6||东镇|常规|1|2024-05-01|2024-04-01|2024-03-01||\n"
      "6||西镇|回头看|||||是|\n"
      "6||西镇|延伸||||||西镇/中心社区\n"
      "6||西镇|回头看||||||\n",
      "巡察任务!B2 Team 9 of round 6 is neither in the sheet “Teams” nor in the ledger. > Add the team with "
      "its round there.\n"
      "巡察任务!D3 “随便” is none of the words that this column takes. > Write one of these: “Regular”, "
      "“Special”, “Mobile”, “Upgraded”, “Cross”, “Upgraded cross”, “Joint”, “Extended”, “Look-back”, "
      "“Rectification check”.\n"
      "巡察任务!D4 “Kind” must be given.\n"
      "巡察任务!A5 An inspection of one's own committee belongs to a round; choose the round. > Empty only "
      "for an inspection by a higher committee\n"
      "巡察任务!A6 An inspection of one's own committee belongs to a round; choose the round. > Empty only "
      "for an inspection by a higher committee\n"
      "巡察任务!B6 Teams and batches belong to a round, and the row names none. > Write the round, or leave "
      "this cell empty.\n"
      "巡察任务!E7 The organization has the number 2 in this round already. > A number that was given never "
      "changes; leave the cell empty.\n"
      "巡察任务!E8 Another organization has the number 1 in this round. > Leave the cell empty, and the "
      "program gives the number.\n"
      "巡察任务!G8 “Leaves” is before “Enters”; one of the two days is wrong.\n"
      "巡察任务!H8 “Fed back on” is before “Leaves”; one of the two days is wrong.\n"
      "巡察任务!A9 Say why this inspection counts, or does not, against the rule of its kind.\n"
      "巡察任务!J10 “西镇/中心社区” is not inspected in this round. > For an extended inspection: the "
      "organization of the same round that it goes on from\n"
      "巡察任务!C11 C9 and C11 are about the same. > Keep one of the two rows.\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_FRAMED ("/intake/inspections/gives-an-organization-one-number-in-a-round",
              gives_an_organization_one_number_in_a_round);
  ADD_FRAMED ("/intake/inspections/updates-the-one-that-is-there", updates_the_one_that_is_there);
  ADD_FRAMED ("/intake/inspections/tells-two-of-a-kind-apart-by-their-teams",
              tells_two_of_a_kind_apart_by_their_teams);
  ADD_FRAMED ("/intake/inspections/keeps-exceptions-of-counting-with-their-reasons",
              keeps_exceptions_of_counting_with_their_reasons);
  ADD_FRAMED ("/intake/inspections/links-what-is-extended", links_what_is_extended);
  ADD_FRAMED ("/intake/inspections/refuses-what-does-not-fit", refuses_what_does_not_fit);
  return g_test_run ();
}
