/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/round-papers.h"

#include "ledger.h"

static void
gives_each_document_once (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  g_autoptr (GPtrArray) papers = NULL;
  g_autoptr (GError) error = NULL;
  const XcRoundPaper *first, *second, *third;

  xc_database_execute (
      xc_store_get_database (store),
      "INSERT INTO term VALUES (1, 2, '示范区委', 'district', '2021-07-01', '2026-06-30', 'left', 2, NULL);"
      "INSERT INTO round (id, term_id, ordinal) VALUES (1, 1, 1), (2, 1, 2);"
      "INSERT INTO round_stage (id, round_id, stage, planned_from, actual_from, document) VALUES"
      " (1, 1, 'deployment', '2022-03-01', '2022-03-03', '示巡发〔2022〕2号'), (2, 1, 'on_site', NULL, NULL, "
      "NULL),"
      " (3, 2, 'deployment', NULL, NULL, '示巡发〔2022〕9号');"
      "INSERT INTO team (id, round_id, ordinal, document, authorised_on) VALUES"
      " (2, 1, 2, '示巡发〔2022〕3号', '2022-03-02'), (1, 1, 1, '示巡发〔2022〕3号', '2022-03-02'), (3, 1, "
      "3, NULL, NULL);"
      "INSERT INTO person (id, name, in_talent_pool, in_leader_pool) VALUES (1, '王某', 0, 1);"
      "INSERT INTO team_member (id, team_id, person_id, role, document) VALUES (1, 3, 1, 'leader', "
      "'示巡发〔2022〕4号')",
      &error);
  g_assert_no_error (error);
  papers = xc_round_papers_load (store, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (papers->len, ==, 3);
  first = papers->pdata[0];
  g_assert_cmpstr (first->number, ==, "示巡发〔2022〕2号");
  g_assert_cmpint (first->day, ==, xc_day_new (2022, 3, 3));
  g_assert_cmpuint (first->stages->len, ==, 1);
  g_assert_cmpstr (first->stages->pdata[0], ==, "deployment");
  second = papers->pdata[1];
  g_assert_cmpstr (second->number, ==, "示巡发〔2022〕3号");
  g_assert_cmpuint (second->teams->len, ==, 2);
  g_assert_cmpuint (g_array_index (second->teams, guint, 0), ==, 1);
  g_assert_cmpuint (g_array_index (second->teams, guint, 1), ==, 2);
  g_assert_cmpuint (second->people->len, ==, 0);
  third = papers->pdata[2];
  g_assert_false (xc_day_is_set (third->day));
  g_assert_cmpstr (third->people->pdata[0], ==, "王某");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/round-papers/gives-each-document-once", gives_each_document_once);
  return g_test_run ();
}
