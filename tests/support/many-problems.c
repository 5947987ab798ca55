/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "many-problems.h"

/* Ids are scattered as random ones are: reading by them is what it costs. */
#define SCATTER(i) "((" i ") * 2654435761 % 4294967296 + 1)"

/* ?1 becomes the number of problems; an inspection has one hundred. */
static const char *const statements[] = {
  /* Written once, from a cache that holds all of it: nobody would miss it. */
  "PRAGMA synchronous = OFF; PRAGMA cache_size = -262144",
  "BEGIN IMMEDIATE",
  "INSERT INTO term (id, ordinal, committee, level, starts_on, ends_on, covered_when, decimals) "
  "VALUES (1, 2, '示范区委', 'district', '2021-09-01', '2026-08-31', 'left', 2)",
  "INSERT INTO register (id, title, position, in_total) VALUES (1, '区直单位', 1, 1)",
  "INSERT INTO scheme (id, title, version) VALUES (1, '三个聚焦', 1)",
  "INSERT INTO point (id, scheme_id, parent_id, position, title) VALUES "
  "(1, 1, NULL, 1, '党中央决策部署在基层落实情况'), (2, 1, 1, 1, '贯彻重大决策'), (3, 1, 1, 2, "
  "'落实主体责任'), "
  "(4, 1, NULL, 2, '群众身边腐败问题和不正之风'), (5, 1, 4, 1, '资金管理使用'), (6, 1, 4, 2, '服务群众')",
  "WITH RECURSIVE n (i) AS (VALUES (0) UNION ALL SELECT i + 1 FROM n WHERE i + 1 < 300) "
  "INSERT INTO organization (id, name, register_id, listed) "
  "SELECT i + 1, '示范区第' || (i + 1) || '局党组', 1, 1 FROM n",
  "WITH RECURSIVE n (i) AS (VALUES (0) UNION ALL SELECT i + 1 FROM n WHERE i * 10000 < ?1) "
  "INSERT INTO round (id, term_id, ordinal, scheme_id) SELECT i + 1, 1, i + 1, 1 FROM n",
  "INSERT INTO team (id, round_id, ordinal) SELECT id * 10 + n, id, n FROM round, "
  "(SELECT 1 n UNION SELECT 2 UNION SELECT 3 UNION SELECT 4)",
  "WITH RECURSIVE n (i) AS (VALUES (0) UNION ALL SELECT i + 1 FROM n WHERE (i + 1) * 100 < ?1) "
  "INSERT INTO inspection (id, round_id, team_id, organization_id, serial, kind, level, counts, fed_back_on) "
  "SELECT i + 1, i / 100 + 1, (i / 100 + 1) * 10 + i % 4 + 1, i % 300 + 1, i % 100 + 1, 'regular', 'own', "
  "'by_kind', date ('2022-01-10', '+' || (i % 1000) || ' days') FROM n",
  "WITH RECURSIVE n (i) AS (VALUES (0) UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ?1) "
  "INSERT INTO problem (id, inspection_id, number, point_id, wording, facts, is_key, commonness, found_at, "
  "fed_back, state, closed_on) SELECT " SCATTER (
      "i") ", i / 100 + 1, "
           "printf ('%02d-%02d-%03d', i / 10000 + 1, i / 100 % 100 + 1, i % 100 + 1), (i % 4) + (i % 4) / 2 "
           "+ 2, "
           "'落实议事规则不到位，第' || i || '项未经集体研究即作出决定，记录不完整', "
           "(2020 + i % 5) || '年查阅会议记录' || (i % 30) || '份，其中' || (i % 7) || "
           "'份没有记录参会人员发言情况，涉及金额' || (i * 37) || '元，另有若干事项会后补签', i % 9 = 0, "
           "CASE i % 2 WHEN 0 THEN 'common' ELSE 'individual' END, 'feedback', 1, "
           "CASE i % 3 WHEN 0 THEN 'closed' ELSE 'in_progress' END, CASE i % 3 WHEN 0 THEN '2024-08-16' END "
           "FROM n",
  "INSERT INTO measure (id, problem_id, position, wording, type, due_on, due_wording, progress, result, "
  "done_on, state) SELECT " SCATTER (
      "row_number () OVER () + 12345") ", id, 1, '修订议事规则，完善' || (id % 9) || '项制度，开展' || (id % "
                                       "5) || "
                                       "'次培训，建立台账逐项销号', CASE id % 4 WHEN 0 THEN 'immediate' ELSE "
                                       "'by_date' END, "
                                       "'2024-08-16', "
                                       "CASE id % 11 WHEN 0 THEN '2024年底前，并长期坚持' END, "
                                       "'已完成第' || (id % 9) || '阶段工作，召开专题会议' || (id % 50) || "
                                       "'次', "
                                       "'建立制度并落实', "
                                       "CASE id % 3 WHEN 0 THEN '2024-07-30' END, CASE id % 3 WHEN 0 THEN "
                                       "'done' ELSE "
                                       "'in_progress' END FROM "
                                       "problem",
  "INSERT INTO responsibility (id, problem_id, role, position, unit, name, post) "
  "SELECT " SCATTER (
      "p.rank * 5 + r.n") ", p.id, r.role, r.n, r.unit, r.name, r.post FROM (SELECT id, row_number () OVER "
                          "() rank FROM problem) p, ("
                          "SELECT 1 n, 'first' role, NULL unit, '张某' name, '党组书记' post UNION ALL "
                          "SELECT 2, 'leader', NULL, '李某', '副局长' UNION ALL SELECT 3, 'lead_department', "
                          "'办公室', NULL, NULL UNION ALL "
                          "SELECT 4, 'department', '人事科', NULL, NULL UNION ALL SELECT 5, 'person', "
                          "'办公室', '王某', '主任') r",
  "COMMIT",
  "PRAGMA synchronous = EXTRA; PRAGMA cache_size = -16384; PRAGMA shrink_memory",
};

void
xc_test_many_problems_fill (XcStore *store, guint n_problems)
{
  g_autofree char *number = g_strdup_printf ("%u", n_problems);

  for (gsize i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      g_auto (GStrv) parts = g_strsplit (statements[i], "?1", -1);
      g_autofree char *sql = g_strjoinv (number, parts);
      g_autoptr (GError) error = NULL;

      xc_database_execute (xc_store_get_database (store), sql, &error);
      g_assert_no_error (error);
    }
}
