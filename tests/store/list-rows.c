/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/list-rows.h"

#include "lists-example.h"
#include "ledger.h"
#include "many-problems.h"

static gboolean
append_problem (const XcListProblem *problem, gpointer data, GError **error)
{
  GString *text = data;

  g_string_append_printf (text, "%s %s %d/%d %s|%s|%s %s", problem->number, problem->organization,
                          problem->round, problem->team, problem->level_1, problem->level_2, problem->point,
                          problem->state);
  for (guint i = 0; i < problem->n_measures; i++)
    g_string_append_printf (text, " m:%s", problem->measures[i].wording);
  for (guint i = 0; i < problem->n_responsibilities; i++)
    g_string_append_printf (text, " %s:%s/%s/%s", xc_role_to_word (problem->responsibilities[i].role),
                            problem->responsibilities[i].unit, problem->responsibilities[i].post,
                            problem->responsibilities[i].name);
  g_string_append_c (text, '\n');
  return TRUE;
}

#define FIRST                                                                                                \
  "03-01-001 文化局党组 3/2 基层党组织建设|(null)|基层党组织建设 in_progress m:@措施 "  \
  "first:(null)/党组书记、局长/张某 "                                                               \
  "first:(null)/党组书记、局长/张某\n"
#define SECOND                                                                                                                            \
  "03-01-002 文化局党组 3/2 党中央决策部署在基层落实情况|贯彻重大决策|传达学习 closed m:补学会议精神 " \
  "m:建立传达台账 "                                                                                                                 \
  "first:(null)/党组书记、局长/张某 leader:(null)/副局长/李某 lead_department:办公室/(null)/(null) "                     \
  "department:人事科/科长/赵某 department:财务科/(null)/(null) person:办公室/主任/王某 "                                 \
  "person:(null)/(null)/钱某 "                                                                                                          \
  "cooperating:区教育局/(null)/(null) supervising:区委巡察办/(null)/(null)\n"
#define DRAFT "06-01-001 中心社区党委 6/1 (null)|(null)|(null) not_started\n"
#define THIRD                                                                                                                       \
  "06-02-001 文化体育局党组 6/12 党中央决策部署在基层落实情况|贯彻重大决策|贯彻重大决策 reopened " \
  "m:重新整改\n"
#define LAST                                                                                                 \
  "06-02-1000 文化体育局党组 6/12 党中央决策部署在基层落实情况|贯彻重大决策|贯彻重大决策 not_started\n"

static void
assert_rows (const XcListFilter *filter, const char *expected)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  xc_lists_example_fill (store);
  g_assert_true (xc_list_rows_read (store, filter, append_problem, text, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (text->str, ==, expected);
}

static void
gives_all_in_the_order_of_their_numbers (void)
{
  const XcListFilter filter = { 0 };

  assert_rows (&filter, FIRST SECOND DRAFT THIRD LAST);
}

static void
gives_only_some_problems (void)
{
  g_autoptr (GHashTable) problems = g_hash_table_new (g_int64_hash, g_int64_equal);
  const gint64 second = 901;

  assert_rows (&(XcListFilter){ .problems = problems }, "");
  g_hash_table_add (problems, (gpointer) &second);
  assert_rows (&(XcListFilter){ .problems = problems }, SECOND);
}

static void
gives_what_was_asked_for (void)
{
  const int sixth[] = { 6 }, both[] = { 3, 6 }, none[] = { 5 };

  assert_rows (&(XcListFilter){ .rounds = sixth, .n_rounds = 1 }, DRAFT THIRD LAST);
  assert_rows (&(XcListFilter){ .rounds = both, .n_rounds = 2, .organization_id = 1 },
               FIRST SECOND THIRD LAST);
  assert_rows (&(XcListFilter){ .rounds = none, .n_rounds = 1 }, "");
  assert_rows (&(XcListFilter){ .organization_id = 3 }, DRAFT);
  assert_rows (&(XcListFilter){ .organization_id = 2 }, "");
  assert_rows (&(XcListFilter){ .fed_back_only = TRUE }, FIRST SECOND THIRD LAST);
  assert_rows (&(XcListFilter){ .term_id = 1, .organization_id = 3 }, DRAFT);
  assert_rows (&(XcListFilter){ .term_id = 2 }, "");
}

static gboolean
check_days (const XcListProblem *problem, gpointer data, GError **error)
{
  if (g_str_equal (problem->number, "03-01-002"))
    {
      g_assert_cmpint (problem->fed_back_on, ==, xc_day_new (2022, 5, 16));
      g_assert_cmpint (problem->closed_on, ==, xc_day_new (2022, 12, 30));
      g_assert_cmpint (problem->measures[0].due_on, ==, xc_day_new (2022, 6, 30));
      g_assert_cmpint (problem->measures[1].done_on, ==, xc_day_new (2022, 11, 30));
      g_assert_cmpstr (problem->measures[1].due_wording, ==, "2022年底前，并长期坚持");
      g_assert_cmpstr (problem->measures[0].type, ==, "immediate");
      g_assert_true (problem->is_key);
      g_assert_cmpstr (problem->source, ==, "谈话");
      *(guint *) data += 1;
    }
  if (g_str_equal (problem->number, "06-01-001"))
    {
      g_assert_false (xc_day_is_set (problem->fed_back_on));
      g_assert_false (problem->fed_back);
      g_assert_cmpstr (problem->second_body, ==, "凤桥镇党委");
      g_assert_cmpstr (problem->team_title, ==, "第一专项巡察组");
      *(guint *) data += 1;
    }
  if (g_str_equal (problem->number, "03-01-001"))
    g_assert_cmpint (problem->amount, ==, 1234567);
  return TRUE;
}

static void
gives_what_each_problem_says (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  guint seen = 0;

  xc_lists_example_fill (store);
  g_assert_true (xc_list_rows_read (store, &(XcListFilter){ 0 }, check_days, &seen, NULL));
  g_assert_cmpuint (seen, ==, 2);
}

static gboolean
stop_at_the_third (const XcListProblem *problem, gpointer data, GError **error)
{
  if (++*(guint *) data < 3)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "enough");
  return FALSE;
}

static void
stops_when_told (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  g_autoptr (GError) error = NULL;
  gint64 before = 0, after = 0;
  guint seen = 0;

  xc_test_many_problems_fill (store, 500);
  g_assert_true (xc_database_get_integer (xc_store_get_database (store), "PRAGMA cache_size", &before, NULL));
  g_assert_false (xc_list_rows_read (store, &(XcListFilter){ 0 }, stop_at_the_third, &seen, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (seen, ==, 3);
  g_assert_true (xc_database_get_integer (xc_store_get_database (store), "PRAGMA cache_size", &after, NULL));
  g_assert_cmpint (after, ==, before);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/list-rows/gives-all-in-the-order-of-their-numbers",
                   gives_all_in_the_order_of_their_numbers);
  g_test_add_func ("/store/list-rows/gives-what-was-asked-for", gives_what_was_asked_for);
  g_test_add_func ("/store/list-rows/gives-only-some-problems", gives_only_some_problems);
  g_test_add_func ("/store/list-rows/gives-what-each-problem-says", gives_what_each_problem_says);
  g_test_add_func ("/store/list-rows/stops-when-told", stops_when_told);
  return g_test_run ();
}
