/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheet 组织沿革: what events do to organizations, in whatever order they are told. */
#include "frame.h"

#define MEMBERS "event_id organization_id side passes former_name former_register_id former_parent_id"
#define LIVES "name register_id parent_id valid_from valid_to"

/* The organizations of the frame that no test changes. */
#define OTHERS                                                                                               \
  "东镇党委|镇（街道）|||\n西镇党委|镇（街道）|||\n"                                       \
  "中心社区|村（社区）|东镇党委||\n中心社区|村（社区）|西镇党委||\n"

static void
merges_into_a_new_organization (Frame *frame, gconstpointer data)
{
  static const char sheets[] = "[组织沿革]\n类型|日期|文号|原组织|新组织|覆盖承继\n"
                               "合并|2024-03-01|编〔2024〕1号|财政局、教育局|财教局|\n";
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *report = NULL;

  xc_test_assert_imports (frame->store, sheets);
  xc_test_assert_list (frame->store, XC_TABLE_ORGANIZATION, LIVES,
                       OTHERS "财政局|区直单位|||2024-03-01\n教育局|区直单位|||2024-03-01\n"
                              "财教局|区直单位||2024-03-01|\n");
  xc_test_assert_list (frame->store, XC_TABLE_EVENT_MEMBER, MEMBERS,
                       "merged 19783|财政局|before|yes|||\nmerged 19783|教育局|before|yes|||\n"
                       "merged 19783|财教局|after|to_confirm|||\n");
  first = xc_test_ledger_dump (frame->store);
  report = xc_test_import (frame->store, XC_IMPORT_WRITE, sheets);
  second = xc_test_ledger_dump (frame->store);
  xc_test_assert_same (report, "组织沿革 1 = 0 + 0 + 1 + 0\n");
  xc_test_assert_same (second, first);
}

static void
learns_later_whether_coverage_passes (Frame *frame, gconstpointer data)
{
  g_autofree char *report = NULL;

  xc_test_assert_imports (frame->store,
                          "[组织沿革]\n类型|日期|原组织|新组织\n合并|2024-03-01|财政局、教育局|财教局\n");
  report = xc_test_import (frame->store, XC_IMPORT_WRITE,
                           "[组织沿革]\n类型|日期|原组织|新组织|覆盖承继|确认日期\n"
                           "合并|2024-03-01|教育局；财政局|财教局|承继|2024-04-01\n");
  xc_test_assert_same (report, "组织沿革 1 = 0 + 1 + 0 + 0\n");
  xc_test_assert_list (frame->store, XC_TABLE_EVENT_MEMBER, "organization_id side passes decided_on",
                       "财政局|before|yes|\n教育局|before|yes|\n财教局|after|yes|2024-04-01\n");
}

static void
lets_one_go_on_that_stands_on_both_sides (Frame *frame, gconstpointer data)
{
  xc_test_assert_imports (frame->store, "[组织沿革]\n类型|日期|原组织|新组织\n"
                                        "合并|2024-03-01|财政局、教育局|财政局\n"
                                        "撤销|2024-05-01|西镇/中心社区|\n"
                                        "拆分|2024-06-01|东镇/中心社区|东镇/中心社区、东镇/北苑社区\n");
  xc_test_assert_list (frame->store, XC_TABLE_ORGANIZATION, LIVES,
                       "财政局|区直单位|||\n教育局|区直单位|||2024-03-01\n"
                       "东镇党委|镇（街道）|||\n西镇党委|镇（街道）|||\n"
                       "中心社区|村（社区）|东镇党委||\n中心社区|村（社区）|西镇党委||2024-05-01\n"
                       "北苑社区|村（社区）|东镇党委|2024-06-01|\n");
}

static void
takes_one_into_another (Frame *frame, gconstpointer data)
{
  xc_test_assert_imports (frame->store,
                          "[组织沿革]\n类型|日期|原组织|新组织\n并入|2024-03-01|教育局|财政局\n");
  xc_test_assert_list (frame->store, XC_TABLE_ORGANIZATION, LIVES,
                       OTHERS "财政局|区直单位|||\n教育局|区直单位|||2024-03-01\n");
}

static void
renames_and_still_knows_the_old_name (Frame *frame, gconstpointer data)
{
  g_autofree char *report = NULL;

  xc_test_assert_imports (frame->store,
                          "[组织沿革]\n类型|日期|原组织|新组织\n更名|2024-03-01|教育局|教体局\n");
  xc_test_assert_list (frame->store, XC_TABLE_EVENT_MEMBER, MEMBERS,
                       "renamed 19783|教体局|before|yes|教育局||\nrenamed 19783|教体局|after|yes|||\n");
  /* A workbook from before, which still has the old name. */
  report = xc_test_import (frame->store, XC_IMPORT_WRITE,
                           "[被巡察党组织]\n名称|口径|联系人\n教育局|区直单位|赵四\n"
                           "[组织沿革]\n类型|日期|原组织|新组织\n更名|2024-03-01|教育局|教体局\n"
                           "[巡察任务]\n轮次|巡察组|被巡察党组织|类型\n6|2|教育局|常规\n");
  xc_test_assert_same (report, "被巡察党组织 1 = 0 + 1 + 0 + 0\n组织沿革 1 = 0 + 0 + 1 + 0\n"
                               "巡察任务 1 = 0 + 0 + 1 + 0\n");
  xc_test_assert_list (frame->store, XC_TABLE_ORGANIZATION, "name contact",
                       "财政局|\n教体局|赵四\n东镇党委|\n西镇党委|\n中心社区|\n中心社区|\n");
}

/* Whichever of the three names the sheet of organizations has. */
static void
renames_twice_from_any_name (Frame *frame, gconstpointer data)
{
  static const char *const names[] = { "科委", "科技局", "科创局" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *sheets = g_strdup_printf (
          "[组织沿革]\n类型|日期|原组织|新组织\n更名|2024-03-01|科技局|科创局\n更名|2022-03-01|科委|科技局\n"
          "[被巡察党组织]\n名称|口径\n%s|区直单位\n"
          "[巡察任务]\n轮次|被巡察党组织|类型\n7|科委|常规\n6|科技局|常规\n",
          names[i]);
      g_autofree char *again = NULL;

      xc_test_assert_imports (frame->store, sheets);
      xc_test_assert_list (frame->store, XC_TABLE_EVENT_MEMBER, "event_id organization_id side former_name",
                           "renamed 19052|科创局|before|科委\nrenamed 19052|科创局|after|\n"
                           "renamed 19783|科创局|before|科技局\nrenamed 19783|科创局|after|\n");
      again = xc_test_import (frame->store, XC_IMPORT_WRITE, sheets);
      xc_test_assert_same (again, "组织沿革 2 = 0 + 0 + 2 + 0\n被巡察党组织 1 = 0 + 0 + 1 + 0\n"
                                  "巡察任务 2 = 0 + 0 + 2 + 0\n");
      g_assert_true (xc_store_undo (frame->store, NULL, NULL));
    }
}

static void
moves_and_does_not_move_back (Frame *frame, gconstpointer data)
{
  static const char sheets[] =
      "[被巡察党组织]\n名称|口径|上级组织\n南苑社区|村（社区）|东镇\n教育局|区直单位|\n"
      "[组织沿革]\n类型|日期|原组织|新组织|新口径|新上级\n"
      "划转|2024-03-01|南苑社区|||西镇\n划转|2024-04-01||教育局|镇（街道）|\n";
  g_autofree char *again = NULL;

  xc_test_assert_imports (frame->store, sheets);
  again = xc_test_import (frame->store, XC_IMPORT_WRITE, sheets);
  xc_test_assert_same (again, "被巡察党组织 2 = 0 + 0 + 2 + 0\n组织沿革 2 = 0 + 0 + 2 + 0\n");
  xc_test_assert_list (frame->store, XC_TABLE_ORGANIZATION, LIVES,
                       OTHERS "财政局|区直单位|||\n教育局|镇（街道）|||\n南苑社区|村（社区）|西镇党委||\n");
  xc_test_assert_list (
      frame->store, XC_TABLE_EVENT_MEMBER, MEMBERS,
      "moved 19783|南苑社区|before|yes|||东镇党委\nmoved 19814|教育局|before|yes||区直单位|\n");
}

static void
moves_from_where_the_row_says (Frame *frame, gconstpointer data)
{
  xc_test_assert_imports (
      frame->store,
      "[组织沿革]\n类型|日期|原组织|原口径|原列入全覆盖\n划转|2024-03-01|教育局|村（社区）|否\n");
  xc_test_assert_list (frame->store, XC_TABLE_EVENT_MEMBER,
                       "organization_id former_register_id former_listed", "教育局|村（社区）|0\n");
}

/* Everything hangs on what the rows after it say. */
static void
applies_events_by_day_and_founds_parents (Frame *frame, gconstpointer data)
{
  xc_test_assert_imports (frame->store,
                          "[组织沿革]\n类型|日期|原组织|新组织|新口径\n"
                          "合并|2024-06-01|南苑社区、北苑社区|新苑社区|\n"
                          "设立|2022-02-01||开发区党工委|镇（街道）\n"
                          "更名|2023-02-01|开发区党工委|高新区党工委|\n"
                          "[被巡察党组织]\n名称|口径|上级组织\n"
                          "南苑社区|村（社区）|高新区党工委\n北苑社区|村（社区）|开发区党工委\n");
  xc_test_assert_list (frame->store, XC_TABLE_ORGANIZATION, LIVES,
                       OTHERS "财政局|区直单位|||\n教育局|区直单位|||\n高新区党工委|镇（街道）||2022-02-01|\n"
                              "南苑社区|村（社区）|高新区党工委||2024-06-01\n"
                              "北苑社区|村（社区）|高新区党工委||2024-06-01\n"
                              "新苑社区|村（社区）|高新区党工委|2024-06-01|\n");
}

static void
begins_what_the_sheet_lists_as_new (Frame *frame, gconstpointer data)
{
  xc_test_assert_imports (frame->store,
                          "[被巡察党组织]\n名称|口径\n财教局|区直单位\n财局甲|区直单位\n"
                          "[组织沿革]\n类型|日期|原组织|新组织\n合并|2024-03-01|财政局、教育局|财教局\n"
                          "新设|2024-03-01||财局甲\n");
  xc_test_assert_list (frame->store, XC_TABLE_ORGANIZATION, LIVES,
                       OTHERS "财政局|区直单位|||2024-03-01\n教育局|区直单位|||2024-03-01\n"
                              "财教局|区直单位||2024-03-01|\n财局甲|区直单位||2024-03-01|\n");
}

static void
refuses_sides_that_make_no_sense (Frame *frame, gconstpointer data)
{
  xc_test_assert_faults (frame->store,
                         "[组织沿革]\n类型|日期|原组织|新组织\n"
                         "更名|2024-03-01|财政局、教育局|财教局\n"
                         "撤销|2024-03-01|财政局|教育局\n"
                         "新设|2024-03-01|财政局|水利局\n"
                         "合并|2024-03-01||水利局\n"
                         "划转|2024-03-01||\n"
                         "解散|5月1日|财政局|\n",
                         "组织沿革!C2 This event has more organizations than it can have. > A renaming has "
                         "the old name as predecessor and the new one as successor.\n"
                         "组织沿革!D3 This event has more organizations than it can have. > An abolition has "
                         "predecessors and no successor.\n"
                         "组织沿革!C4 This event has more organizations than it can have. > A founding has "
                         "no predecessor and at least one successor.\n"
                         "组织沿革!C5 An organization is missing here. > A merger has predecessors and a "
                         "successor; one that goes on stands on both sides.\n"
                         "组织沿革!C6 An organization is missing here. > A move has the organization on one "
                         "side, and a new or a former register or parent.\n"
                         "组织沿革!A7 “解散” is none of the words that this column takes. > Write one of "
                         "these: “Founded”, “Renamed”, “Merged”, “Split”, “Abolished”, “Moved”.\n"
                         "组织沿革!B7 “5月1日” is not a day. > Write a day with its year, such as "
                         "2024-05-16, 2024.5.16 or 2024年5月16日.\n");
}

static void
refuses_days_and_names_that_contradict_the_ledger (Frame *frame, gconstpointer data)
{
  xc_test_assert_imports (frame->store, "[被巡察党组织]\n名称|口径|起始日期|终止日期\n"
                                        "新局|区直单位|2024-05-01|\n旧局|区直单位||2023-01-01\n");
  xc_test_assert_faults (
      frame->store,
      "[组织沿革]\n类型|日期|原组织|新组织|新口径\n"
      "撤销|2024-03-01|新局||\n"
      "撤销|2024-03-01|旧局||\n"
      "更名|2024-03-01|财政局|教育局|\n"
      "更名|2024-03-01|没有局|也没有局|\n"
      "撤销|2024-03-01|中心社区||\n"
      "拆分|2024-06-01|教育局|新局、水务局|\n"
      "合并|2024-06-01|东镇党委、西镇党委|教育局|\n"
      "划转|2024-06-01|财政局||区直单位\n"
      "划转|2024-07-01|财政局||\n"
      "新设|2024-06-01||能源局|\n"
      "撤销|2024-08-01|财政局、财局||\n",
      "组织沿革!C2 “新局” exists only from 2024-05-01. > Write an organization that was there before the "
      "event, or mend one of the two days.\n"
      "组织沿革!C3 “旧局” ended on 2023-01-01 already. > Write an organization that was there until the "
      "event, or mend one of the two days.\n"
      "组织沿革!D4 “财政局” and “教育局” are two organizations, so none of them was renamed. > Keep one of "
      "the two in the sheet of organizations, or record a merger.\n"
      "组织沿革!C5 “没有局” is neither in the sheet “Organizations” nor in the ledger. > Add it to the sheet "
      "“Organizations”, or write a name that stands there.\n"
      "组织沿革!C6 “中心社区” may mean several. > Write one of these: “东镇党委/中心社区”, "
      "“西镇党委/中心社区”.\n"
      "组织沿革!D7 “新局” was there from 2024-05-01 already. > What goes on stands on both sides; what is "
      "new has the day of the event as its first day.\n"
      "组织沿革!D8 The ledger does not say since when there is “教育局”. > If it is new, write its first day "
      "into the sheet of organizations; if it goes on, write it on both sides.\n"
      "组织沿革!E9 “财政局” is there already, and the row does not say where it was. > Write the former "
      "register as well.\n"
      "组织沿革!A10 The row does not say what was moved where. > Write the new register or parent, or the "
      "former one when the sheet of organizations has the new one.\n"
      "组织沿革!D11 Nothing says in which register the new “能源局” is. > Add it to the sheet of "
      "organizations, or write its register as the new one here.\n"
      "组织沿革!C12 “财局” stands here twice. > Write each organization once.\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_FRAMED ("/intake/events/merges-into-a-new-organization", merges_into_a_new_organization);
  ADD_FRAMED ("/intake/events/learns-later-whether-coverage-passes", learns_later_whether_coverage_passes);
  ADD_FRAMED ("/intake/events/lets-one-go-on-that-stands-on-both-sides",
              lets_one_go_on_that_stands_on_both_sides);
  ADD_FRAMED ("/intake/events/takes-one-into-another", takes_one_into_another);
  ADD_FRAMED ("/intake/events/renames-and-still-knows-the-old-name", renames_and_still_knows_the_old_name);
  ADD_FRAMED ("/intake/events/renames-twice-from-any-name", renames_twice_from_any_name);
  ADD_FRAMED ("/intake/events/moves-and-does-not-move-back", moves_and_does_not_move_back);
  ADD_FRAMED ("/intake/events/moves-from-where-the-row-says", moves_from_where_the_row_says);
  ADD_FRAMED ("/intake/events/applies-events-by-day-and-founds-parents",
              applies_events_by_day_and_founds_parents);
  ADD_FRAMED ("/intake/events/begins-what-the-sheet-lists-as-new", begins_what_the_sheet_lists_as_new);
  ADD_FRAMED ("/intake/events/refuses-sides-that-make-no-sense", refuses_sides_that_make_no_sense);
  ADD_FRAMED ("/intake/events/refuses-days-and-names-that-contradict-the-ledger",
              refuses_days_and_names_that_contradict_the_ledger);
  return g_test_run ();
}
