/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/coverage-source.h"

#include "ledger.h"
#include "published-term.h"

static void
gives_the_published_figures (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  g_autoptr (XcRecord) term = NULL;
  g_autoptr (XcCoverage) coverage = NULL;
  g_autoptr (XcCoverageDay) day = NULL;

  xc_test_published_term_fill (store);
  term = xc_coverage_source_find_term (store, xc_day_new (2021, 3, 31), NULL);
  coverage = xc_coverage_source_load (store, term, NULL);
  day = xc_coverage_get_day (coverage, xc_day_new (2021, 3, 31));
  g_assert_cmpuint (day->total.covered, ==, 96);
  g_assert_cmpuint (day->total.owed, ==, 112);
  g_assert_cmpuint (day->total.repeat_visits, ==, 4);
  g_assert_cmpuint (day->total.other_visits, ==, 1);
  g_assert_cmpuint (day->n_registers, ==, 3);
  g_assert_cmpuint (day->registers[0].covered, ==, 70);
  g_assert_cmpuint (day->registers[1].covered, ==, 26);
  g_assert_cmpuint (day->registers[1].owed, ==, 42);
  g_assert_cmpuint (day->registers[2].covered, ==, 58);
  g_assert_cmpuint (day->registers[2].owed, ==, 95);
}

static void
reads_every_column_that_matters (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  g_autoptr (XcRecord) term = NULL;
  g_autoptr (XcCoverage) coverage = NULL;
  g_autoptr (XcCoverageDay) before = NULL;
  g_autoptr (XcCoverageDay) after = NULL;
  g_autoptr (GError) error = NULL;

  xc_test_published_term_fill (store);
  /* 1 (covered) and 97 (not) become 500; 98 moves out of the total; 99 is struck off; a higher committee covers 100. */
  xc_database_execute (
      xc_store_get_database (store),
      "INSERT INTO organization (id, name, register_id, listed, valid_from) VALUES (500, '新局', 1, 1, "
      "'2020-06-01');"
      "UPDATE organization SET valid_to = '2020-06-01' WHERE id IN (1, 97);"
      "UPDATE organization SET register_id = 3 WHERE id = 98; UPDATE organization SET listed = 0 WHERE id = "
      "99;"
      "INSERT INTO organization_event (id, kind, happened_on) VALUES (1, 'merged', '2020-06-01'),"
      " (2, 'moved', '2020-06-01'), (3, 'moved', '2020-06-01');"
      "INSERT INTO event_member (id, event_id, organization_id, side, passes, former_register_id, "
      "former_listed) VALUES"
      " (1, 1, 1, 'before', 'to_confirm', NULL, NULL), (2, 1, 97, 'before', 'to_confirm', NULL, NULL),"
      " (3, 1, 500, 'after', 'to_confirm', NULL, NULL), (4, 2, 98, 'before', 'to_confirm', 2, NULL),"
      " (5, 3, 99, 'before', 'to_confirm', NULL, 1);"
      "INSERT INTO inspection (id, organization_id, kind, level, counts, counts_reason, enters_on, "
      "leaves_on) VALUES"
      " (5000, 100, 'upgraded', 'higher', 'yes', '上级提级巡察', '2020-05-01', '2020-06-01');",
      &error);
  g_assert_no_error (error);
  term = xc_coverage_source_find_term (store, xc_day_new (2021, 3, 31), NULL);
  coverage = xc_coverage_source_load (store, term, NULL);
  before = xc_coverage_get_day (coverage, xc_day_new (2020, 5, 31));
  after = xc_coverage_get_day (coverage, xc_day_new (2021, 3, 31));
  g_assert_cmpuint (before->total.owed, ==, 112);
  g_assert_cmpuint (before->registers[2].owed, ==, 95);
  g_assert_cmpuint (after->total.owed, ==, 109);
  g_assert_cmpuint (after->registers[2].owed, ==, 96);
  g_assert_cmpuint (after->total.covered, ==, 97);
  g_assert_cmpuint (after->total.to_confirm, ==, 1);
}

static void
finds_the_term_of_a_day (void)
{
  static const struct
  {
    int year, month, day;
    gint64 term;
  } cases[] = { { 2000, 1, 1, 1 }, { 2016, 9, 1, 1 }, { 2021, 8, 31, 1 },
                { 2021, 9, 1, 1 }, { 2021, 9, 2, 2 }, { 2030, 1, 1, 2 } };
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  g_autoptr (GError) error = NULL;

  g_assert_null (xc_coverage_source_find_term (store, 0, &error));
  g_assert_error (error, XC_STORE_ERROR, XC_STORE_ERROR_NOT_FOUND);
  xc_test_published_term_fill (store);
  g_assert_true (xc_database_execute (xc_store_get_database (store),
                                      "INSERT INTO term VALUES (2, 2, '示范区委', 'district', '2021-09-02',"
                                      " '2026-08-31', 'left', 2, 10)",
                                      NULL));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (XcRecord) term = xc_coverage_source_find_term (
          store, xc_day_new (cases[i].year, cases[i].month, cases[i].day), NULL);

      g_assert_cmpint (xc_record_get_id (term), ==, cases[i].term);
    }
}

static void
looks_at_a_term_that_is_over_on_its_last_day (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  g_autoptr (XcRecord) term = NULL;

  xc_test_published_term_fill (store);
  term = xc_coverage_source_find_term (store, xc_day_new (2021, 3, 31), NULL);
  g_assert_cmpint (xc_coverage_source_choose_day (term, xc_day_new (2021, 3, 31)), ==,
                   xc_day_new (2021, 3, 31));
  g_assert_cmpint (xc_coverage_source_choose_day (term, xc_day_new (2026, 1, 1)), ==,
                   xc_day_new (2021, 8, 31));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/coverage-source/gives-the-published-figures", gives_the_published_figures);
  g_test_add_func ("/store/coverage-source/reads-every-column-that-matters", reads_every_column_that_matters);
  g_test_add_func ("/store/coverage-source/finds-the-term-of-a-day", finds_the_term_of_a_day);
  g_test_add_func ("/store/coverage-source/looks-at-a-term-that-is-over-on-its-last-day",
                   looks_at_a_term_that_is_over_on_its_last_day);
  return g_test_run ();
}
