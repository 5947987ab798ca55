/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The import as a whole: one step, dry runs, the order of sheets, rows and columns. */
#include "intake/import.h"

#include "importing.h"
#include "ledger.h"
#include "store/history.h"

/* Something of each sheet. All invented. */
static const char district[] =
    "[届次]\n"
    "届|委员会|层级|开始日期|结束日期\n"
    "二|示范区委|区|2021-09-01|2026-08-31\n"
    "[口径]\n"
    "名称|计入合计\n"
    "区直单位|是\n"
    "镇（街道）|是\n"
    "村（社区）|否\n"
    "[被巡察党组织]\n"
    "名称|简称|口径|上级组织|列入全覆盖\n"
    "示范区财政局党组|财政局|区直单位||是\n"
    "东镇党委|东镇|镇（街道）||√\n"
    "西镇党委|西镇|镇（街道）||√\n"
    "中心社区|中心|村（社区）|东镇|有\n"
    "中心社区|中心|村（社区）|西镇党委|1\n"
    "文化局||区直单位||\n"
    "体育局||区直单位||\n"
    "卫健局||区直单位||\n"
    "[组织沿革]\n"
    "类型|日期|文号|原组织|新组织|覆盖承继\n"
    "合并|2024年3月1日|示编〔2024〕1号|文化局、体育局|文体局|待确认\n"
    "更名|2023.5.1||卫计局|卫健局|\n"
    "[监督重点]\n"
    "方案|一级|二级|三级\n"
    "三个聚焦|聚焦党中央决策部署落实|重大决策|\n"
    "||民生政策|\n"
    "|聚焦群众身边不正之风|作风建设|\n"
    "[轮次]\n"
    "轮次|名称|方案|开始日期|结束日期\n"
    "第六轮|六轮巡察|三个聚焦|2024-03-01|2024-06-30\n"
    "[巡察组]\n"
    "轮次|巡察组|组长|副组长|授权文号\n"
    "6|第一巡察组|张一|李二、王三|示巡〔2024〕2号\n"
    "[巡察任务]\n"
    "轮次|巡察组|被巡察党组织|类型|进驻日期|结束日期|反馈日期|计入全覆盖\n"
    "六|一|财政局|常规|2024-03-05|2024-04-18|2024-05-16|\n"
    "六|1|东镇/中心社区|提级|20240305|2024.4.18||是\n"
    "[问题]\n"
    "问题编号|轮次|被巡察党组织|问题表述|具体表现|类别|重点|共性个性|发现阶段|反馈|涉及金额（元）\n"
    "06-01-001|第六轮|财政局|会议记录不全|三次会议没有记录|重大决策|√|共性|反馈|是|7.132万元\n"
    "|第六轮|财政局|学习制度未落实||聚焦党中央决策部署落实/民生政策||个性|边巡边改|是|\n"
    "|6|东镇/中心社区|公示不及时||作风建设|||未巡先改|否|\n"
    "[整改措施]\n"
    "问题编号|措施|整改类型|整改时限|进展情况|整改成效|完成日期|整改状态\n"
    "06-01-001|修订议事规则|限期整改|2024-08-16|已修订|制度健全|2024-07-01|已完成\n"
    "06-01-001|开展培训|长期坚持|2024年底前，并长期坚持|培训两次|||基本完成\n"
    "[责任]\n"
    "问题编号|角色|单位|姓名|职务\n"
    "6-1-1|第一责任人|财政局|赵四|党组书记\n"
    "6-1-1|责任人|办公室|钱五、孙六|科员\n";

typedef struct
{
  char *folder;
  XcStore *store;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = xc_test_folder_new ();
  fixture->store = xc_test_ledger_new (fixture->folder);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->store);
  xc_test_folder_remove (fixture->folder);
}

static guint
count_steps (XcStore *store)
{
  g_autoptr (GPtrArray) entries = xc_history_list (xc_store_get_database (store), NULL);

  return entries->len;
}

static void
takes_every_sheet (Fixture *fixture, gconstpointer data)
{
  g_autofree char *report = xc_test_import (fixture->store, XC_IMPORT_WRITE, district);

  xc_test_assert_same (report, "届次 1 = 1 + 0 + 0 + 0\n"
                               "口径 3 = 3 + 0 + 0 + 0\n"
                               "被巡察党组织 8 = 8 + 0 + 0 + 0\n"
                               "组织沿革 2 = 2 + 0 + 0 + 0\n"
                               "监督重点 3 = 3 + 0 + 0 + 0\n"
                               "轮次 1 = 1 + 0 + 0 + 0\n"
                               "巡察组 1 = 1 + 0 + 0 + 0\n"
                               "巡察任务 2 = 2 + 0 + 0 + 0\n"
                               "问题 3 = 3 + 0 + 0 + 0\n"
                               "整改措施 2 = 2 + 0 + 0 + 0\n"
                               "责任 2 = 2 + 0 + 0 + 0\n"
                               "* “文体局” is new by the event in row 2.\n"
                               "* 3 people were not known yet and are added.\n");
  xc_test_assert_list (fixture->store, XC_TABLE_TERM,
                       "ordinal committee level starts_on ends_on covered_when",
                       "2|示范区委|district|2021-09-01|2026-08-31|left\n");
  xc_test_assert_list (fixture->store, XC_TABLE_REGISTER, "position title in_total",
                       "1|区直单位|1\n2|镇（街道）|1\n3|村（社区）|0\n");
  xc_test_assert_list (fixture->store, XC_TABLE_ORGANIZATION,
                       "name short_name register_id parent_id valid_from valid_to",
                       "中心社区|中心|村（社区）|东镇党委||\n"
                       "中心社区|中心|村（社区）|西镇党委||\n"
                       "东镇党委|东镇|镇（街道）|||\n"
                       "体育局||区直单位|||2024-03-01\n"
                       "卫健局||区直单位|||\n"
                       "文体局||区直单位||2024-03-01|\n"
                       "文化局||区直单位|||2024-03-01\n"
                       "示范区财政局党组|财政局|区直单位|||\n"
                       "西镇党委|西镇|镇（街道）|||\n");
  xc_test_assert_list (fixture->store, XC_TABLE_POINT, "position title parent_id scheme_id",
                       "1|作风建设|聚焦群众身边不正之风|三个聚焦 1\n"
                       "1|聚焦党中央决策部署落实||三个聚焦 1\n"
                       "1|重大决策|聚焦党中央决策部署落实|三个聚焦 1\n"
                       "2|民生政策|聚焦党中央决策部署落实|三个聚焦 1\n"
                       "2|聚焦群众身边不正之风||三个聚焦 1\n");
  xc_test_assert_list (
      fixture->store, XC_TABLE_TEAM_MEMBER, "role person_id document",
      "deputy|李二|示巡〔2024〕2号\ndeputy|王三|示巡〔2024〕2号\nleader|张一|示巡〔2024〕2号\n");
  xc_test_assert_list (fixture->store, XC_TABLE_INSPECTION,
                       "serial organization_id kind counts team_id enters_on leaves_on fed_back_on",
                       "1|示范区财政局党组|regular|by_kind|1|2024-03-05|2024-04-18|2024-05-16\n"
                       "2|中心社区|upgraded|by_kind|1|2024-03-05|2024-04-18|\n");
}

static void
takes_problems_with_all_that_belongs_to_them (Fixture *fixture, gconstpointer data)
{
  xc_test_assert_imports (fixture->store, district);
  xc_test_assert_list (fixture->store, XC_TABLE_PROBLEM,
                       "number wording point_id is_key commonness found_at fed_back amount state",
                       "06-01-001|会议记录不全|重大决策|1|common|feedback|1|7132000|basically_done\n"
                       "06-01-002|学习制度未落实|民生政策|0|individual|during|1||not_started\n"
                       "06-02-001|公示不及时|作风建设|0||before|0||not_started\n");
  xc_test_assert_list (fixture->store, XC_TABLE_MEASURE,
                       "problem_id position wording type due_on due_wording done_on state",
                       "06-01-001|1|修订议事规则|by_date|2024-08-16||2024-07-01|done\n"
                       "06-01-001|2|开展培训|lasting||2024年底前，并长期坚持||basically_done\n");
  xc_test_assert_list (fixture->store, XC_TABLE_RESPONSIBILITY, "problem_id role position unit name post",
                       "06-01-001|first|1|财政局|赵四|党组书记\n"
                       "06-01-001|person|1|办公室|钱五|科员\n"
                       "06-01-001|person|2|办公室|孙六|科员\n");
}

static void
changes_nothing_the_second_time (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *report = NULL;
  guint n_steps;

  xc_test_assert_imports (fixture->store, district);
  first = xc_test_ledger_dump (fixture->store);
  n_steps = count_steps (fixture->store);
  report = xc_test_import (fixture->store, XC_IMPORT_WRITE, district);
  second = xc_test_ledger_dump (fixture->store);
  xc_test_assert_same (second, first);
  g_assert_cmpuint (count_steps (fixture->store), ==, n_steps);
  xc_test_assert_same (report, "届次 1 = 0 + 0 + 1 + 0\n"
                               "口径 3 = 0 + 0 + 3 + 0\n"
                               "被巡察党组织 8 = 0 + 0 + 8 + 0\n"
                               "组织沿革 2 = 0 + 0 + 2 + 0\n"
                               "监督重点 3 = 0 + 0 + 3 + 0\n"
                               "轮次 1 = 0 + 0 + 1 + 0\n"
                               "巡察组 1 = 0 + 0 + 1 + 0\n"
                               "巡察任务 2 = 0 + 0 + 2 + 0\n"
                               "问题 3 = 0 + 0 + 3 + 0\n"
                               "整改措施 2 = 0 + 0 + 2 + 0\n"
                               "责任 2 = 0 + 0 + 2 + 0\n");
}

static void
says_beforehand_what_it_will_do (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = xc_test_ledger_dump (fixture->store);
  g_autofree char *tried = xc_test_import (fixture->store, XC_IMPORT_DRY_RUN, district);
  g_autofree char *after = xc_test_ledger_dump (fixture->store);
  g_autofree char *done = NULL;

  xc_test_assert_same (after, before);
  g_assert_cmpuint (count_steps (fixture->store), ==, 0);
  done = xc_test_import (fixture->store, XC_IMPORT_WRITE, district);
  xc_test_assert_same (tried, done);
}

static void
is_one_step_there_and_back (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = xc_test_ledger_dump (fixture->store);
  g_autofree char *after = NULL;

  xc_test_assert_imports (fixture->store, district);
  after = xc_test_ledger_dump (fixture->store);
  g_assert_cmpuint (count_steps (fixture->store), ==, 1);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *title = NULL;
      g_autofree char *undone = NULL;
      g_autofree char *redone = NULL;

      g_assert_true (xc_store_undo (fixture->store, &title, NULL));
      xc_test_assert_same (title, "Import of 台账.xlsx");
      undone = xc_test_ledger_dump (fixture->store);
      xc_test_assert_same (undone, before);
      g_assert_true (xc_store_redo (fixture->store, NULL, NULL));
      redone = xc_test_ledger_dump (fixture->store);
      xc_test_assert_same (redone, after);
    }
}

/* The sheets in the opposite order, with the columns of each in the opposite order; and the rows as well, but for the
 * points, which are as in the row above where they are blank. */
static char *
turn_round (const char *text)
{
  g_auto (GStrv) sheets = g_strsplit (text, "[", -1);
  GString *turned = g_string_new (NULL);

  for (guint i = g_strv_length (sheets); i > 1; i--)
    {
      g_auto (GStrv) lines = g_strsplit (sheets[i - 1], "\n", -1);
      guint n_lines = g_strv_length (lines) - 1;
      gboolean keeps_rows = g_str_has_prefix (sheets[i - 1], "监督重点");

      g_string_append_printf (turned, "[%s\n", lines[0]);
      for (guint j = 1; j < n_lines; j++)
        {
          const char *line = lines[j == 1 || keeps_rows ? j : n_lines + 1 - j];
          g_auto (GStrv) cells = g_strsplit (line, "|", -1);

          for (guint k = g_strv_length (cells); k > 0; k--)
            g_string_append_printf (turned, "%s%s", cells[k - 1], k == 1 ? "\n" : "|");
        }
    }
  return g_string_free (turned, FALSE);
}

static char *
list_all (XcStore *store)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < XC_N_TABLES; i++)
    {
      const XcCatalogueTable *entry = xc_catalogue_get ((XcTable) i);
      g_autoptr (GString) fields = g_string_new (NULL);
      g_autofree char *list = NULL;

      for (guint j = 0; j < entry->n_fields; j++)
        /* What the order of rows decides. */
        if (!g_str_equal (entry->fields[j].name, "position") && !g_str_equal (entry->fields[j].name, "serial")
            && !g_str_equal (entry->fields[j].name, "number"))
          g_string_append_printf (fields, "%s%s", fields->len == 0 ? "" : " ", entry->fields[j].name);
      list = xc_test_ledger_list (store, (XcTable) i, fields->str);
      g_string_append_printf (all, "%s\n%s", entry->name, list);
    }
  return g_string_free (all, FALSE);
}

static void
does_not_mind_the_order_of_anything (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) other = xc_test_ledger_new (folder);
  /* Numbers depend on the order of rows, so give them all. */
  g_autoptr (GString) numbered = g_string_new (district);
  g_autofree char *turned = NULL;
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;

  g_string_replace (numbered, "\n|第六轮", "\n06-01-002|第六轮", 1);
  g_string_replace (numbered, "\n|6|", "\n06-02-001|6|", 1);
  turned = turn_round (numbered->str);
  xc_test_assert_imports (fixture->store, numbered->str);
  xc_test_assert_imports (other, turned);
  one = list_all (fixture->store);
  two = list_all (other);
  xc_test_assert_same (one, two);
}

static void
reads_english_headings_and_sheets (Fixture *fixture, gconstpointer data)
{
  xc_test_assert_imports (fixture->store, "[Terms]\n"
                                          "Term|Committee|First day|Last day\n"
                                          "2|Party Committee of Model District|2021-09-01|2026-08-31\n"
                                          "[ registers ]\n"
                                          "name|IN THE TOTAL\n"
                                          "Departments|yes\n"
                                          "[Organizations]\n"
                                          "Name|Register|Listed for coverage\n"
                                          "Finance Bureau|Departments|no\n"
                                          "[Rounds]\n"
                                          "Round|Title\n"
                                          "3|Third round\n"
                                          "[Inspections]\n"
                                          "Round|Organization|Kind|Enters\n"
                                          "3|finance bureau|Look-back|2023/4/5\n"
                                          "[Problems]\n"
                                          "Round|Organization|Problem|Key|Stage found\n"
                                          "3|Finance Bureau|Minutes are missing|TRUE|during\n");
  xc_test_assert_list (fixture->store, XC_TABLE_INSPECTION, "round_id organization_id kind enters_on",
                       "3|Finance Bureau|look_back|2023-04-05\n");
  xc_test_assert_list (fixture->store, XC_TABLE_PROBLEM, "number wording is_key found_at",
                       "03-01-001|Minutes are missing|1|during\n");
}

static void
says_all_faults_of_all_sheets_at_once (Fixture *fixture, gconstpointer data)
{
  xc_test_assert_faults (
      fixture->store,
      "[届次]\n"
      "届|委员会|开始日期|结束日期\n"
      "二|示范区委|2026-09-01|2021-08-31\n"
      "[口径]\n"
      "名称\n"
      "区直单位\n"
      "区直单位\n"
      "[被巡察党组织]\n"
      "名称|口径|起始日期\n"
      "财政局|区直单位|2024-13-01\n"
      "教育局|区直|5月16日\n"
      "[问题]\n"
      "轮次|被巡察党组织|问题表述|重点\n"
      "第六轮|财政局|会议记录不全|也许\n",
      "届次!D2 “Last day” is before “First day”; one of the two days is wrong.\n"
      "口径!A3 A2 and A3 are about the same. > Keep one of the two rows.\n"
      "被巡察党组织!C2 “2024-13-01” is not a day. > Write a day with its year, such as 2024-05-16, 2024.5.16 "
      "or "
      "2024年5月16日.\n"
      "被巡察党组织!B3 “区直” is neither in the sheet “Registers” nor in the ledger. > Perhaps this is "
      "meant: "
      "“区直单位”. Otherwise add it to the sheet “Registers”.\n"
      "被巡察党组织!C3 “5月16日” is not a day. > Write a day with its year, such as 2024-05-16, 2024.5.16 or "
      "2024年5月16日.\n"
      "问题!A2 “6” is neither in the sheet “Rounds” nor in the ledger. > Add it to the sheet “Rounds”, or "
      "write a "
      "name that stands there.\n"
      "问题!D2 “也许” says neither yes nor no. > Write 是 or 否; yes and no, 1 and 0, √ and × are read as "
      "well.\n");
}

static void
refuses_what_is_no_template (Fixture *fixture, gconstpointer data)
{
  g_autofree char *report = xc_test_import (fixture->store, XC_IMPORT_WRITE, "[Sheet1]\n甲|乙\n1|2\n");

  g_assert_cmpstr (
      report, ==,
      "error: No sheet of “台账.xlsx” is named as one of the template, so nothing was imported. Make an "
      "empty template, and fill it in.\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/intake/import/takes-every-sheet", takes_every_sheet);
  ADD ("/intake/import/takes-problems-with-all-that-belongs-to-them",
       takes_problems_with_all_that_belongs_to_them);
  ADD ("/intake/import/changes-nothing-the-second-time", changes_nothing_the_second_time);
  ADD ("/intake/import/says-beforehand-what-it-will-do", says_beforehand_what_it_will_do);
  ADD ("/intake/import/is-one-step-there-and-back", is_one_step_there_and_back);
  ADD ("/intake/import/does-not-mind-the-order-of-anything", does_not_mind_the_order_of_anything);
  ADD ("/intake/import/reads-english-headings-and-sheets", reads_english_headings_and_sheets);
  ADD ("/intake/import/says-all-faults-of-all-sheets-at-once", says_all_faults_of_all_sheets_at_once);
  ADD ("/intake/import/refuses-what-is-no-template", refuses_what_is_no_template);
  return g_test_run ();
}
