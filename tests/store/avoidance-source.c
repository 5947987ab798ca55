/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/avoidance-source.h"

#include "core/avoidance-words.h"
#include "ledger.h"
#include "store/avoidance-rule.h"

/* Three rounds; in the second, team 4 of two inspects three organizations. Everybody is called by the reason. */
static const char district[] =
    "INSERT INTO term (id, ordinal, committee, level, starts_on, ends_on, covered_when, decimals)"
    " VALUES (1, 2, '示范区委', 'district', '2021-07-01', '2026-06-30', 'left', 2);"
    "INSERT INTO register (id, title, position, in_total) VALUES (1, '区直单位', 1, 1);"
    "INSERT INTO organization (id, name, short_name, register_id, listed, parent_id, valid_to) VALUES"
    " (1, '丙局', '丙', 1, 1, NULL, NULL), (2, '丁街道', NULL, 1, 1, NULL, NULL),"
    " (3, '丁街道甲社区', NULL, 1, 1, 2, NULL), (4, '旧丙局', NULL, 1, 1, NULL, '2022-01-01'),"
    " (5, '戊局', NULL, 1, 1, NULL, NULL), (6, '己街道', NULL, 1, 1, NULL, NULL);"
    "INSERT INTO organization_event (id, kind, happened_on) VALUES (1, 'merged', '2022-01-01'),"
    " (2, 'moved', '2023-06-01'), (3, 'renamed', '2020-01-01');"
    "INSERT INTO event_member (id, event_id, organization_id, side, passes, former_parent_id, former_name)"
    " VALUES (1, 1, 4, 'before', 'yes', NULL, NULL), (2, 1, 1, 'before', 'yes', NULL, NULL),"
    " (3, 1, 1, 'after', 'yes', NULL, NULL), (4, 2, 3, 'before', 'yes', 6, NULL),"
    " (5, 3, 5, 'before', 'yes', NULL, '老戊局');"
    "INSERT INTO round (id, term_id, ordinal, starts_on, ends_on) VALUES"
    " (1, 1, 1, '2022-03-01', '2022-06-30'), (2, 1, 2, '2024-03-01', '2024-08-31'), (3, 1, 3, NULL, NULL);"
    "INSERT INTO batch (id, round_id, ordinal, starts_on, ends_on) VALUES"
    " (1, 2, 1, '2024-03-10', '2024-04-20');"
    "INSERT INTO team (id, round_id, ordinal) VALUES (3, 1, 1), (4, 2, 2), (5, 2, 1), (6, 3, 1);"
    "INSERT INTO inspection (id, round_id, batch_id, team_id, organization_id, serial, kind, level, counts,"
    " enters_on, leaves_on, planned_enters_on, planned_leaves_on) VALUES"
    " (1, 1, NULL, 3, 4, 1, 'regular', 'own', 'by_kind', '2022-03-05', '2022-04-05', NULL, NULL),"
    " (2, 2, NULL, 4, 1, 1, 'regular', 'own', 'by_kind', '2024-03-05', NULL, '2024-03-01', '2024-04-05'),"
    " (3, 2, 1, 4, 3, 2, 'regular', 'own', 'by_kind', NULL, NULL, NULL, NULL),"
    " (4, 2, NULL, 4, 5, 3, 'regular', 'own', 'by_kind', '2024-05-05', NULL, '2024-03-01', '2024-04-05');"
    "INSERT INTO person (id, name, organization_id, unit, post, in_talent_pool, in_leader_pool) VALUES"
    " (1, '单位', 1, NULL, '科长', 1, 0), (2, '单位文字', NULL, ' 丙 ', NULL, 1, 0),"
    " (3, '街道', 2, NULL, NULL, 1, 0), (4, '履历', NULL, NULL, NULL, 1, 0),"
    " (5, '旧名', NULL, NULL, NULL, 1, 0), (6, '亲属', NULL, NULL, NULL, 1, 0),"
    " (7, '巡察过', NULL, NULL, NULL, 1, 0), (8, '两组', NULL, '外地', NULL, 1, 0),"
    " (9, '决定', NULL, NULL, NULL, 1, 0), (10, '豁免', 1, NULL, NULL, 1, 0),"
    " (11, '原街道', NULL, NULL, NULL, 1, 0);"
    "INSERT INTO person_post (id, person_id, organization_id, unit, post, from_on, to_on) VALUES"
    " (1, 4, 1, NULL, '副局长', '2019-03-01', '2021-05-31'),"
    " (2, 5, NULL, '老戊局', NULL, '2019-03-01', '2021-05-31'), (3, 5, NULL, '外地某局', NULL, NULL, NULL),"
    " (4, 11, 6, NULL, '书记', '2020-01-01', NULL);"
    "INSERT INTO person_kin (id, person_id, relation, organization_id, unit, post) VALUES"
    " (1, 6, '配偶', NULL, '旧丙局', '主任'), (2, 6, '子女', NULL, '外地', NULL);"
    "INSERT INTO team_member (id, team_id, person_id, role, from_on, to_on) VALUES"
    " (1, 4, 8, 'member', NULL, NULL), (2, 4, 1, 'leader', NULL, NULL), (3, 4, 2, 'member', NULL, NULL),"
    " (4, 4, 3, 'deputy', NULL, NULL), (5, 4, 4, 'member', NULL, NULL), (6, 4, 5, 'member', NULL, NULL),"
    " (7, 4, 6, 'member', NULL, NULL), (8, 4, 7, 'member', NULL, NULL), (9, 4, 9, 'member', NULL, NULL),"
    " (10, 4, 10, 'member', NULL, NULL), (11, 3, 7, 'member', NULL, NULL), (12, 5, 8, 'member', '2024-05-05',"
    " '2024-05-06'), (13, 4, 11, 'liaison', NULL, NULL);"
    "INSERT INTO avoidance (id, person_id, organization_id, inspection_id, ruling, reason, ruled_on) VALUES"
    " (1, 9, 5, NULL, 'avoid', '本人申请', '2024-02-01'), (2, 10, 1, 2, 'waived', '经领导小组同意', "
    "'2024-02-02');";

static XcStore *
make_ledger (const char *folder)
{
  XcStore *store = xc_test_ledger_new (folder);
  g_autoptr (GError) error = NULL;

  xc_database_execute (xc_store_get_database (store), district, &error);
  g_assert_no_error (error);
  return store;
}

static char *
describe_all (XcStore *store)
{
  g_autoptr (XcAvoidance) avoidance = xc_avoidance_source_load (store, xc_day_new (2024, 1, 1), NULL);
  g_autoptr (GArray) conflicts = xc_avoidance_get_conflicts (avoidance, 2);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < conflicts->len; i++)
    {
      const XcAvoidanceConflict *conflict = &g_array_index (conflicts, XcAvoidanceConflict, i);
      g_autofree char *sentence = xc_avoidance_describe (avoidance, conflict);

      g_string_append_printf (text, "%d %s%s\n",
                              conflict->inspection != NULL ? (int) conflict->inspection->id : 0, sentence,
                              conflict->waiver != NULL ? " waived" : "");
    }
  return g_string_free (text, FALSE);
}

/* By team and inspection, then leader, deputy, liaison, members. */
static void
reads_every_column_that_matters (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = make_ledger (folder);
  g_autofree char *text = describe_all (store);

  g_assert_cmpstr (text, ==,
                   "0 两组 is in another team from 2024-05-05 to 2024-05-06: 第二轮, 第二巡察组.\n"
                   "2 单位 is 科长 of 丙局.\n"
                   "2 单位文字 works at 丙局.\n"
                   "2 履历 was 副局长 of 丙局 from 2019-03 to 2021-05, less than 3 years before.\n"
                   "2 A relative of 亲属 (配偶) is 主任 of 旧丙局. 丙局 came from 旧丙局.\n"
                   "2 巡察过 inspected 旧丙局 before: 第一轮, 第一巡察组, 2022-03. 丙局 came from 旧丙局.\n"
                   "2 豁免 works at 丙局. waived\n"
                   "3 街道 works at 丁街道. 丁街道甲社区 belongs to 丁街道.\n"
                   "3 原街道 was 书记 of 己街道 from 2020-01 to 2023-05, less than 3 years before. "
                   "丁街道甲社区 belongs to "
                   "己街道.\n"
                   "4 两组 is in another team from 2024-05-05 to 2024-05-06: 第二轮, 第一巡察组.\n"
                   "4 旧名 worked at 戊局 from 2019-03 to 2021-05, less than 3 years before.\n"
                   "4 It was ruled that 决定 avoids 戊局: 本人申请\n");
}

/* A waiver that names its ground covers that; one that names none covered it before, too. */
static void
reads_what_a_waiver_covers (void)
{
  static const char *const grounds[] = { "NULL", "'home'", "'kin'", "'two_teams'" };
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = make_ledger (folder);

  for (guint i = 0; i < G_N_ELEMENTS (grounds); i++)
    {
      g_autofree char *sql = g_strdup_printf ("UPDATE avoidance SET ground = %s WHERE id = 2", grounds[i]);
      g_autofree char *text = NULL;

      g_assert_true (xc_database_execute (xc_store_get_database (store), sql, NULL));
      text = describe_all (store);
      g_assert_true ((strstr (text, "豁免 works at 丙局. waived") != NULL) == (i < 2));
    }
}

static void
follows_the_rule_of_the_ledger (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = make_ledger (folder);
  XcAvoidanceRule rule, read;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = xc_test_ledger_dump (store);
  g_autofree char *after = NULL;
  g_autofree char *text = NULL;
  g_autofree char *none = NULL;
  g_autofree char *basis = NULL;
  g_autofree char *shipped = NULL;

  g_assert_true (xc_avoidance_rule_load (store, &rule, &none, NULL));
  g_assert_null (none);
  g_assert_cmpuint (rule.past_years, ==, 3);
  rule.grounds =
      XC_AVOIDANCE_MASK (XC_AVOIDANCE_PAST_POST) | XC_AVOIDANCE_MASK (XC_AVOIDANCE_INSPECTED_BEFORE);
  rule.past_years = 6;
  rule.long_years = 4;
  rule.inspected_years = 0;
  xc_avoidance_rule_save (store, &rule, "《某区巡察工作回避办法》第五条", &error);
  g_assert_no_error (error);
  g_assert_true (xc_avoidance_rule_load (store, &read, &basis, NULL));
  g_assert_cmpuint (read.grounds, ==, rule.grounds | XC_AVOIDANCE_MASK (XC_AVOIDANCE_RULED));
  g_assert_cmpuint (read.past_years, ==, 6);
  g_assert_cmpuint (read.long_years, ==, 4);
  g_assert_cmpuint (read.inspected_years, ==, 0);
  g_assert_cmpstr (basis, ==, "《某区巡察工作回避办法》第五条");
  text = describe_all (store);
  g_assert_cmpstr (text, ==,
                   "2 履历 was 副局长 of 丙局 from 2019-03 to 2021-05, less than 6 years before.\n"
                   "2 巡察过 inspected 旧丙局 before: 第一轮, 第一巡察组, 2022-03. 丙局 came from 旧丙局.\n"
                   "3 原街道 was 书记 of 己街道 from 2020-01 to 2023-05, less than 6 years before. "
                   "丁街道甲社区 belongs to "
                   "己街道.\n"
                   "4 旧名 worked at 戊局 from 2019-03 to 2021-05, less than 6 years before.\n"
                   "4 It was ruled that 决定 avoids 戊局: 本人申请\n");

  /* As shipped leaves nothing behind; and it can be undone. */
  xc_avoidance_rule_init (&rule);
  g_assert_true (xc_avoidance_rule_save (store, &rule, NULL, NULL));
  shipped = xc_test_ledger_dump (store);
  g_assert_cmpstr (shipped, ==, before);
  g_assert_true (xc_store_undo (store, NULL, NULL));
  g_assert_true (xc_store_undo (store, NULL, NULL));
  after = xc_test_ledger_dump (store);
  g_assert_cmpstr (after, ==, before);
}

static void
passes_over_settings_that_make_no_sense (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  XcAvoidanceRule rule;

  g_assert_true (xc_database_execute (
      xc_store_get_database (store),
      "INSERT INTO setting (id, name, value) VALUES (1, 'avoidance.past-years', '九十九'),"
      " (2, 'avoidance.long-years', '-1'), (3, 'avoidance.inspected-years', NULL),"
      " (4, 'avoidance.grounds', 'kin of-a-newer-program')",
      NULL));
  g_assert_true (xc_avoidance_rule_load (store, &rule, NULL, NULL));
  g_assert_cmpuint (rule.past_years, ==, 3);
  g_assert_cmpuint (rule.long_years, ==, 3);
  g_assert_cmpuint (rule.inspected_years, ==, 5);
  g_assert_cmpuint (rule.grounds, ==,
                    XC_AVOIDANCE_MASK (XC_AVOIDANCE_KIN) | XC_AVOIDANCE_MASK (XC_AVOIDANCE_RULED));
}

static void
reads_an_empty_ledger (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  g_autoptr (XcAvoidance) avoidance = xc_avoidance_source_load (store, xc_day_new (2024, 1, 1), NULL);
  g_autoptr (GArray) conflicts = xc_avoidance_get_conflicts (avoidance, 1);

  g_assert_cmpuint (conflicts->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/avoidance-source/reads-every-column-that-matters",
                   reads_every_column_that_matters);
  g_test_add_func ("/store/avoidance-source/reads-what-a-waiver-covers", reads_what_a_waiver_covers);
  g_test_add_func ("/store/avoidance-source/follows-the-rule-of-the-ledger", follows_the_rule_of_the_ledger);
  g_test_add_func ("/store/avoidance-source/passes-over-settings-that-make-no-sense",
                   passes_over_settings_that_make_no_sense);
  g_test_add_func ("/store/avoidance-source/reads-an-empty-ledger", reads_an_empty_ledger);
  return g_test_run ();
}
