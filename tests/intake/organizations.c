/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheet 被巡察党组织, and how organizations are found by name. */
#include "frame.h"

static void
tells_namesakes_apart_by_their_parents (Frame *frame, gconstpointer data)
{
  xc_test_assert_imports (frame->store, "[被巡察党组织]\n"
                                        "名称|口径|上级组织|主要负责人\n"
                                        "中心社区|村（社区）|东镇党委|张一\n"
                                        "中心社区|村（社区）|西镇|李二\n"
                                        "中心社区第一网格|村（社区）|西镇/中心社区|王三\n");
  xc_test_assert_list (frame->store, XC_TABLE_ORGANIZATION, "name parent_id head",
                       "财政局||\n教育局||\n东镇党委||\n西镇党委||\n"
                       "中心社区|东镇党委|张一\n中心社区|西镇党委|李二\n中心社区第一网格|中心社区|王三\n");
}

static void
finds_parents_further_down (Frame *frame, gconstpointer data)
{
  xc_test_assert_imports (frame->store, "[被巡察党组织]\n"
                                        "名称|简称|口径|上级组织\n"
                                        "第二网格||村（社区）|南镇/南苑社区\n"
                                        "南苑社区||村（社区）|南镇党委\n"
                                        "南镇党委|南镇|镇（街道）|\n"
                                        "[巡察任务]\n"
                                        "轮次|被巡察党组织|类型\n"
                                        "7|南镇党委/南苑社区/第二网格|延伸\n");
  xc_test_assert_list (frame->store, XC_TABLE_INSPECTION, "organization_id kind",
                       "财政局|regular\n教育局|regular\n财政局|look_back\n第二网格|extended\n");
}

static void
leaves_alone_what_is_blank_or_not_there (Frame *frame, gconstpointer data)
{
  g_autofree char *report = NULL;

  xc_test_assert_imports (frame->store,
                          "[被巡察党组织]\n名称|口径|联系人|系统|备注\n财政局|区直单位|赵四|财经|甲乙\n");
  report =
      xc_test_import (frame->store, XC_IMPORT_WRITE,
                      "[被巡察党组织]\n名称|口径|联系人|备注\n财局|区直单位||　\n教育局|区直单位|钱五|\n");
  xc_test_assert_same (report, "被巡察党组织 2 = 0 + 1 + 1 + 0\n");
  xc_test_assert_list (frame->store, XC_TABLE_ORGANIZATION, "name short_name contact sector note",
                       "财政局|财局|赵四|财经|甲乙\n教育局||钱五||\n东镇党委|东镇|||\n西镇党委|西镇|||\n"
                       "中心社区||||\n中心社区||||\n");
}

static void
gives_a_parent_to_one_that_had_none (Frame *frame, gconstpointer data)
{
  xc_test_assert_imports (frame->store, "[被巡察党组织]\n名称|口径|上级组织\n教育局|区直单位|财政局\n");
  xc_test_assert_list (
      frame->store, XC_TABLE_ORGANIZATION, "name parent_id",
      "财政局|\n教育局|财政局\n东镇党委|\n西镇党委|\n中心社区|东镇党委\n中心社区|西镇党委\n");
}

static void
refuses_names_that_may_mean_several (Frame *frame, gconstpointer data)
{
  xc_test_assert_faults (
      frame->store,
      "[被巡察党组织]\n名称|口径\n中心社区|村（社区）\n"
      "[巡察任务]\n轮次|被巡察党组织|类型\n7|中心社区|常规\n",
      "被巡察党组织!A2 “中心社区” may mean several. > Write one of these: “东镇党委/中心社区”, "
      "“西镇党委/中心社区”.\n"
      "巡察任务!B2 “中心社区” may mean several. > Write one of these: “东镇党委/中心社区”, "
      "“西镇党委/中心社区”.\n");
  xc_test_assert_faults (
      frame->store, "[被巡察党组织]\n名称|口径|上级组织\n北苑社区|村（社区）|\n北苑社区|村（社区）|东镇\n",
      "被巡察党组织!C2 There is more than one “北苑社区”, and this one has no parent. > Write the "
      "organization above it, so that the two can be told apart.\n");
}

static void
refuses_the_same_organization_twice (Frame *frame, gconstpointer data)
{
  xc_test_assert_faults (frame->store,
                         "[被巡察党组织]\n名称|口径\n财政局|区直单位\n教育局|区直单位\n财 政 局|区直单位\n",
                         "被巡察党组织!A4 A2 and A4 are about the same. > Keep one of the two rows.\n");
}

static void
suggests_names_for_unknown_ones (Frame *frame, gconstpointer data)
{
  xc_test_assert_faults (
      frame->store,
      "[被巡察党组织]\n名称|口径|上级组织\n东苑社区|村社区|东真党委\n"
      "[巡察任务]\n轮次|被巡察党组织|类型\n7|财整局|常规\n7|水利局|常规\n",
      "被巡察党组织!B2 “村社区” is neither in the sheet “Registers” nor in the ledger. > Perhaps this "
      "is meant: “村（社区）”. Otherwise add it to the sheet “Registers”.\n"
      "被巡察党组织!C2 “东真党委” is neither in the sheet “Organizations” nor in the ledger. > "
      "Perhaps this is meant: “东镇党委”. Otherwise add it to the sheet “Organizations”.\n"
      "巡察任务!B2 “财整局” is neither in the sheet “Organizations” nor in the ledger. > Perhaps "
      "this is meant: “财局”, “财政局”. Otherwise add it to the sheet “Organizations”.\n"
      "巡察任务!B3 “水利局” is neither in the sheet “Organizations” nor in the ledger. > Add it to "
      "the sheet “Organizations”, or write a name that stands there.\n");
}

static void
does_not_blame_who_refers_to_a_faulty_row (Frame *frame, gconstpointer data)
{
  xc_test_assert_faults (
      frame->store,
      "[被巡察党组织]\n名称|口径|上级组织\n东苑社区|村（社区）|没有的镇\n西苑社区|村（社区）|东苑社区\n"
      "[巡察任务]\n轮次|被巡察党组织|类型\n7|东苑社区|常规\n7|西苑社区|常规\n",
      "被巡察党组织!C2 “没有的镇” is neither in the sheet “Organizations” nor in the ledger. > Add it "
      "to the sheet “Organizations”, or write a name that stands there.\n");
}

static void
refuses_an_organization_under_itself (Frame *frame, gconstpointer data)
{
  xc_test_assert_faults (
      frame->store,
      "[被巡察党组织]\n名称|口径|上级组织\n"
      "甲组织|村（社区）|乙组织\n乙组织|村（社区）|甲组织\n东镇党委|镇（街道）|东镇党委\n",
      "被巡察党组织!C2 “甲组织” would stand under itself. > Write the organization above it, or leave "
      "the cell empty.\n"
      "被巡察党组织!C3 “乙组织” would stand under itself. > Write the organization above it, or leave "
      "the cell empty.\n"
      "被巡察党组织!C4 “东镇党委” would stand under itself. > Write the organization above it, or "
      "leave the cell empty.\n");
}

static void
checks_the_row_by_itself (Frame *frame, gconstpointer data)
{
  xc_test_assert_faults (frame->store,
                         "[被巡察党组织]\n名称|口径|起始日期|终止日期|工作量\n"
                         "水利局|区直单位|2024-05-01|2024-04-01|99999\n|区直单位|||\n审计局||||\n",
                         "被巡察党组织!D2 “Valid to” is before “Valid from”; one of the two days is wrong. > "
                         "The day from which it exists no more\n"
                         "被巡察党组织!E2 “Work” must be from 1 to 9999. > Days that one team needs for it\n"
                         "被巡察党组织!A3 The organization has no name. > Full name; where two have the same "
                         "one, the parent in its own column tells them apart\n"
                         "被巡察党组织!B4 “Register” must be given. > A name from the sheet of registers\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_FRAMED ("/intake/organizations/tells-namesakes-apart-by-their-parents",
              tells_namesakes_apart_by_their_parents);
  ADD_FRAMED ("/intake/organizations/finds-parents-further-down", finds_parents_further_down);
  ADD_FRAMED ("/intake/organizations/leaves-alone-what-is-blank-or-not-there",
              leaves_alone_what_is_blank_or_not_there);
  ADD_FRAMED ("/intake/organizations/gives-a-parent-to-one-that-had-none",
              gives_a_parent_to_one_that_had_none);
  ADD_FRAMED ("/intake/organizations/refuses-names-that-may-mean-several",
              refuses_names_that_may_mean_several);
  ADD_FRAMED ("/intake/organizations/refuses-the-same-organization-twice",
              refuses_the_same_organization_twice);
  ADD_FRAMED ("/intake/organizations/suggests-names-for-unknown-ones", suggests_names_for_unknown_ones);
  ADD_FRAMED ("/intake/organizations/does-not-blame-who-refers-to-a-faulty-row",
              does_not_blame_who_refers_to_a_faulty_row);
  ADD_FRAMED ("/intake/organizations/refuses-an-organization-under-itself",
              refuses_an_organization_under_itself);
  ADD_FRAMED ("/intake/organizations/checks-the-row-by-itself", checks_the_row_by_itself);
  return g_test_run ();
}
