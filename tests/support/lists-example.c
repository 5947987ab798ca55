/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lists-example.h"

static const char *const statements[] = {
  "INSERT INTO term (id, ordinal, committee, level, starts_on, ends_on, covered_when, decimals) "
  "VALUES (1, 2, '示范区委', 'district', '2021-09-01', '2026-08-31', 'left', 2)",
  "INSERT INTO register (id, title, position, in_total) VALUES (1, '区直单位', 1, 1), (2, '村（社区）', 2, "
  "1)",
  "INSERT INTO organization (id, name, register_id, listed) VALUES (1, '文体旅游局党组', 1, 1), "
  "(2, '凤桥镇党委', 1, 1), (3, '中心社区党委', 2, 1)",
  /* renamed between the two inspections, and once more after both */
  "INSERT INTO organization_event (id, kind, happened_on) VALUES (1, 'renamed', '2023-01-01'), "
  "(2, 'renamed', '2025-01-01')",
  "INSERT INTO event_member (id, event_id, organization_id, side, passes, former_name) VALUES "
  "(1, 1, 1, 'before', 'to_confirm', '文化局党组'), (2, 1, 1, 'after', 'to_confirm', NULL), "
  "(3, 2, 1, 'before', 'to_confirm', '文化体育局党组')",
  "INSERT INTO scheme (id, title, version) VALUES (1, '三个聚焦', 1)",
  "INSERT INTO point (id, scheme_id, parent_id, position, title) VALUES (1, 1, NULL, 1, "
  "'党中央决策部署在基层落实情况'), "
  "(2, 1, 1, 1, '贯彻重大决策'), (3, 1, 2, 1, '传达学习'), (4, 1, NULL, 2, '基层党组织建设')",
  "INSERT INTO round (id, term_id, ordinal, scheme_id) VALUES (1, 1, 3, 1), (2, 1, 6, 1)",
  "INSERT INTO team (id, round_id, ordinal, title) VALUES (1, 1, 2, NULL), (2, 2, 12, NULL), "
  "(3, 2, 1, '第一专项巡察组')",
  "INSERT INTO inspection (id, round_id, team_id, organization_id, serial, kind, level, counts, fed_back_on) "
  "VALUES "
  "(1, 1, 1, 1, 1, 'regular', 'own', 'by_kind', '2022-05-16'), "
  "(2, 2, 2, 1, 2, 'look_back', 'own', 'by_kind', '2024-05-16'), "
  "(3, 2, 3, 3, 1, 'special', 'own', 'by_kind', NULL)",
  "INSERT INTO problem (id, inspection_id, number, point_id, wording, facts, is_key, commonness, found_at, "
  "source, "
  "amount, fed_back, second_body_id, state, closed_on) VALUES "
  "(901, 1, '03-01-002', 3, '传达学习不及时', '2021年有3次会议精神超过一个月才传达。', 1, 'common', "
  "'feedback', '谈话', NULL, 1, NULL, "
  "'closed', '2022-12-30'), "
  "(502, 1, '03-01-001', 4, '=1+1', '+SUM(A1)\n第二行 <b> & _x0041_', 0, NULL, NULL, NULL, 1234567, 1, NULL, "
  "'in_progress', NULL), "
  "(703, 2, '06-02-001', 2, '整改反弹', NULL, 0, 'individual', 'during', NULL, NULL, 1, NULL, 'reopened', "
  "NULL), "
  "(104, 3, '06-01-001', NULL, '资料缺失', NULL, 0, NULL, 'before', NULL, NULL, 0, 2, 'not_started', NULL), "
  "(105, 2, '06-02-1000', 2, '第一千个', NULL, 0, NULL, NULL, NULL, NULL, 1, NULL, 'not_started', NULL)",
  "INSERT INTO measure (id, problem_id, position, wording, type, due_on, due_wording, progress, result, "
  "done_on, state) "
  "VALUES (1, 901, 2, '建立传达台账', 'lasting', '2022-12-31', '2022年底前，并长期坚持', '已建立', "
  "'形成制度', '2022-11-30', 'done'), "
  "(2, 901, 1, '补学会议精神', 'immediate', '2022-06-30', NULL, '已补学', NULL, '2022-06-20', 'done'), "
  "(3, 502, 1, '@措施', 'by_date', '2022-08-16', NULL, '-进展', NULL, NULL, 'in_progress'), "
  "(4, 703, 1, '重新整改', NULL, NULL, '2024年底前', NULL, NULL, NULL, 'not_started')",
  "INSERT INTO responsibility (id, problem_id, role, position, unit, name, post) VALUES "
  "(9, 901, 'first', 1, NULL, '张某', '党组书记、局长'), (8, 901, 'leader', 1, NULL, '李某', '副局长'), "
  "(7, 901, 'lead_department', 1, '办公室', NULL, NULL), (6, 901, 'department', 2, '财务科', NULL, NULL), "
  "(5, 901, 'department', 1, '人事科', '赵某', '科长'), (4, 901, 'person', 1, '办公室', '王某', '主任'), "
  "(3, 901, 'person', 2, NULL, '钱某', NULL), (2, 901, 'cooperating', 1, '区教育局', NULL, NULL), "
  "(1, 901, 'supervising', 1, '区委巡察办', NULL, NULL), (10, 502, 'first', 1, NULL, '张某', "
  "'党组书记、局长'), "
  "(11, 502, 'first', 2, NULL, '张某', '党组书记、局长')",
};

void
xc_lists_example_fill (XcStore *store)
{
  for (gsize i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      g_autoptr (GError) error = NULL;

      xc_database_execute (xc_store_get_database (store), statements[i], &error);
      g_assert_no_error (error);
    }
}

char *
xc_lists_example_long_text (guint n, const char *last)
{
  GString *text = g_string_new ("经查，");

  for (guint i = 1; i <= n; i++)
    g_string_append_printf (text, "第%u次会议记录显示，部分事项未经集体研究；", i);
  g_string_append (text, last);
  return g_string_free (text, FALSE);
}
