/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "district.h"

#include "ledger.h"

/* Ids that are in no order, as in a ledger: multiplied within a prime and made unlike those of other tables. */
#define ID(table, number) "((" number ") * 2654435761 % 4294967291 * 64 + " #table ")"

static const char *const first_characters[] = { "梁", "长", "重", "凤", "清", "石",
                                                "朝", "乐", "单", "东", "西", "南" };
static const char *const second_characters[] = { "溪", "沙", "阳", "桥", "河", "门", "岭",
                                                 "安", "山", "湖", "关", "城", "庄" };
static const char *const kinds[] = { "镇党委",   "街道党工委", "局党组",    "小学党支部",
                                     "医院党委", "公司党委",   "社区党总支" };

static void
execute (XcStore *store, const char *sql)
{
  g_autoptr (GError) error = NULL;

  xc_database_execute (xc_store_get_database (store), sql, &error);
  g_assert_no_error (error);
}

static void
add_organizations (XcStore *store)
{
  g_autoptr (GString) sql =
      g_string_new ("INSERT INTO organization (id, name, register_id, listed, sector) VALUES ");

  for (guint i = 0; i < XC_TEST_DISTRICT_ORGANIZATIONS; i++)
    g_string_append_printf (sql, "%s(%u * 2654435761 %% 4294967291 * 64 + 1, '示范区%s%s%s', 1 + %u, 1, %s)",
                            i > 0 ? ", " : "", i, first_characters[i * 5 % G_N_ELEMENTS (first_characters)],
                            second_characters[i % G_N_ELEMENTS (second_characters)],
                            kinds[i % G_N_ELEMENTS (kinds)], i % 6, i % 4 == 0 ? "'教育系统'" : "NULL");
  execute (store, sql->str);
}

XcStore *
xc_test_district_new (const char *folder, guint n_problems)
{
  XcStore *store = xc_test_ledger_new (folder);
  g_autofree char *last = g_strdup_printf ("%u", MAX (n_problems, 1) - 1);
  g_autoptr (GString) problems = NULL;

  /* Written once, from a cache that holds all of it: nobody would miss it. */
  execute (store, "PRAGMA synchronous = OFF; PRAGMA cache_size = -262144");
  execute (
      store,
      "BEGIN;"
      "INSERT INTO register (id, title, position, in_total) VALUES (1, '区直单位', 1, 1),"
      " (2, '镇(街道)', 2, 1), (3, '国有企业', 3, 1), (4, '学校', 4, 1), (5, '医院', 5, 1),"
      " (6, '村(社区)', 6, 0);"
      "INSERT INTO term (id, ordinal, committee, level, starts_on, ends_on, covered_when, decimals)"
      " VALUES (1, 2, '示范区委', 'district', '2021-07-01', '2026-06-30', 'left', 2);"
      "INSERT INTO scheme (id, title, version) VALUES (1, '四个聚焦', 1);"
      "INSERT INTO round (id, term_id, ordinal) SELECT value, 1, value FROM json_each ('[1,2,3,4,5,6]')");
  add_organizations (store);
  execute (store, "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 59)"
                  "INSERT INTO point (id, scheme_id, position, title)"
                  " SELECT " ID (
                      2, "i") ", 1, i + 1, '监督点位' || (i + 1) FROM n;"
                              "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 899)"
                              "INSERT INTO inspection (id, round_id, organization_id, serial, kind, level, "
                              "counts, fed_back_on)"
                              " SELECT " ID (3, "i") ", 1 + i % 6, " ID (
                                  1, "i % 300") ", 1 + i / 6, 'regular', 'own', 'by_kind',"
                                                " CASE WHEN i % 10 < 9 THEN date ('2021-09-01', '+' || (i * "
                                                "2) || ' days') END FROM n");
  problems = g_string_new (
      "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < @last)"
      "INSERT INTO problem (id, inspection_id, number, point_id, wording, facts, is_key, commonness, "
      "found_at,"
      " found_on, amount, fed_back, second_body_id, state, closed_on)"
      " SELECT " ID (4, "i") ", " ID (
          3, "i * 7 % 900") ","
                            " printf ('%02d-%03d-%04d', 1 + i * 7 % 900 % 6, 1 + i * 7 % 900 / 6, 1 + "
                            "i / 900),"
                            " CASE WHEN i % 11 > 0 THEN " ID (
                                2,
                                "i % 60") " END,"
                                          " '落实“三重一大”决策制度不到位，班子会议记录不完整，第' || i || "
                                          "'项',"
                                          " CASE WHEN i % 3 > 0 THEN '抽查Ａ类凭证' || (i * 31 % 977) || "
                                          "'份，发现附件不全、审批滞后等情形' END,"
                                          " i % 13 = 0, CASE i % 3 WHEN 0 THEN 'common' WHEN 1 THEN "
                                          "'individual' END,"
                                          " CASE i % 4 WHEN 0 THEN 'before' WHEN 1 THEN 'during' WHEN 2 "
                                          "THEN 'feedback' END,"
                                          " CASE WHEN i % 5 > 0 THEN date ('2021-08-01', '+' || (i * 37 % "
                                          "1500) || ' days') END,"
                                          " CASE WHEN i % 7 = 0 THEN i * 1009 % 10000000 END, i % 9 > 0,"
                                          " CASE WHEN i % 17 = 0 THEN " ID (
                                              1,
                                              "i % 300") " END, s.value, CASE s.value WHEN 'closed' THEN "
                                                         "'2024-05-16' END"
                                                         " FROM n JOIN json_each "
                                                         "('[\"not_started\",\"in_progress\",\"basically_"
                                                         "done\",\"awaiting_review\",\"returned\","
                                                         "\"closed\",\"reopened\"]') AS s ON s.key = i * 5 "
                                                         "% 7;"
                                                         "COMMIT");
  g_string_replace (problems, "@last", last, 0);
  execute (store, problems->str);
  execute (store, "PRAGMA synchronous = EXTRA; PRAGMA cache_size = -16384; PRAGMA shrink_memory");
  return store;
}
