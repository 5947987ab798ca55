/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sentences of reports, with figures that districts published. */
#include "report/report-facts.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

#include "ledger.h"

#define TODAY ((XcDay) 18717) /* 2021-03-31 */

static void
speak (const char *language)
{
  g_setenv ("LANGUAGE", language, TRUE);
  /* Only a change of locale makes the C library forget what it looked up in the other language. */
  setlocale (LC_ALL, "C");
  g_assert_nonnull (setlocale (LC_ALL, "C.UTF-8"));
}

static void
assert_says (const XcReportFacts *facts, const char *sentence)
{
  g_auto (GStrv) sentences = xc_report_sentences_new (facts);
  g_autofree char *all = g_strjoinv ("\n", sentences);

  if (!g_strv_contains ((const char *const *) sentences, sentence))
    g_test_message ("%s", all);
  g_assert_true (g_strv_contains ((const char *const *) sentences, sentence));
}

static void
says_what_a_round_found (void)
{
  XcReportFacts facts = { .as_of = TODAY, .scope = (char *) "第六轮", .decimals = 2 };

  facts.inspections[XC_INSPECTION_REGULAR] = 14;
  facts.inspections[XC_INSPECTION_UPGRADED_CROSS] = 16;
  facts.inspections[XC_INSPECTION_RECTIFICATION_CHECK] = 20;
  facts.figures.found = 665;
  facts.figures.immediate = 175;
  speak ("zh_CN");
  assert_says (&facts,
               "截至2021年3月31日，第六轮共开展巡察任务50个（常规14个、提级交叉16个、整改督查20个）。");
  assert_says (&facts, "截至2021年3月31日，第六轮发现问题665个，督促立行立改问题175个。");
  assert_says (&facts, "截至2021年3月31日，第六轮尚无已反馈的问题。");
  facts.figures.during = 12;
  assert_says (&facts, "截至2021年3月31日，第六轮发现问题665个，督促边巡边改问题12个、立行立改问题175个。");
  speak ("en");
  assert_says (
      &facts,
      "As of 2021-03-31, 第六轮: 50 inspections (Regular 14, Upgraded cross 16, Rectification check 20).");
}

static void
says_what_a_term_rectified (void)
{
  XcReportFacts facts = { .as_of = TODAY,
                          .scope = (char *) "二届示范区委",
                          .decimals = 2,
                          .n_rounds = 10,
                          .covered = 96,
                          .owed = 112 };

  facts.figures.found = 5419;
  facts.figures.fed_back = 5349;
  facts.figures.states[XC_RECTIFICATION_CLOSED] = 4869;
  facts.figures.states[XC_RECTIFICATION_IN_PROGRESS] = 400;
  facts.figures.states[XC_RECTIFICATION_AWAITING_REVIEW] = 80;
  facts.figures.overdue = 38;
  speak ("zh_CN");
  assert_says (&facts,
               "截至2021年3月31日，二届示范区委共开展巡察10轮，巡察党组织96个，应巡112个，覆盖率85.71%。");
  assert_says (&facts, "截至2021年3月31日，二届示范区委已完成问题整改4869个，整改率91.03%。");
  assert_says (
      &facts, "截至2021年3月31日，二届示范区委反馈问题5349个，已销号4869个，基本完成0个，已完成待审核80个，未"
              "完成400个，整改完成率91.03%。");
  assert_says (&facts, "截至2021年3月31日，二届示范区委超过整改时限尚未销号的问题38个。");
  facts.figures.overdue = 0;
  assert_says (&facts, "截至2021年3月31日，二届示范区委没有超过整改时限的问题。");
}

static void
does_not_count_what_is_basically_done (void)
{
  XcReportFacts facts = { .as_of = TODAY, .scope = (char *) "第三轮", .decimals = 2 };

  facts.figures.found = 697;
  facts.figures.fed_back = 697;
  facts.figures.states[XC_RECTIFICATION_CLOSED] = 688;
  facts.figures.states[XC_RECTIFICATION_BASICALLY_DONE] = 4;
  facts.figures.states[XC_RECTIFICATION_NOT_STARTED] = 5;
  facts.figures.measures = 1200;
  facts.figures.measures_done = 1150;
  speak ("zh_CN");
  assert_says (
      &facts,
      "截至2021年3月31日，第三轮反馈问题697个，已销号688个，基本完成4个，未完成5个，整改完成率98.71%。");
  assert_says (&facts, "整改完成率＝已销号÷已反馈，基本完成的不计入。");
  assert_says (&facts, "截至2021年3月31日，第三轮制定整改措施1200条，已完成1150条，占95.83%。");
  facts.counts_basically_done = TRUE;
  assert_says (&facts, "截至2021年3月31日，第三轮已完成和基本完成问题整改692个，整改率99.28%。");
  assert_says (&facts, "整改完成率＝（已销号＋基本完成）÷已反馈。");
  speak ("en");
  facts.counts_basically_done = FALSE;
  assert_says (&facts,
               "As of 2021-03-31, 第三轮: of 697 problems fed back 688 are closed, 4 basically done, 5 not "
               "done; the rate of rectification is 98.71%.");
}

static void
says_nothing_of_nothing (void)
{
  const XcReportFacts facts = { .as_of = TODAY, .scope = (char *) "第三轮", .decimals = 2 };
  g_auto (GStrv) sentences = xc_report_sentences_new (&facts);

  g_assert_cmpuint (g_strv_length (sentences), ==, 0);
}

static void
execute (XcStore *store, const char *sql)
{
  g_autoptr (GError) error = NULL;

  xc_database_execute (xc_store_get_database (store), sql, &error);
  g_assert_no_error (error);
}

/* Four organizations owed, one of them inspected twice; a round and an inspection that have not begun. */
static void
reads_the_facts (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  XcFiguresFilter filter = { .today = TODAY, .term_id = 1 };
  g_autoptr (XcProblemFigures) figures = NULL;
  g_autoptr (XcReportFacts) of_term = NULL;
  g_autoptr (XcReportFacts) of_round = NULL;
  g_autoptr (GError) error = NULL;

  execute (store,
           "INSERT INTO term (id, ordinal, committee, level, starts_on, ends_on, covered_when, decimals)"
           " VALUES (1, 1, '中共示范区委', 'county', '2016-09-01', '2021-08-31', 'left', 1);"
           "INSERT INTO register (id, title, position, in_total) VALUES (1, '区直单位', 1, 1);"
           "INSERT INTO round (id, term_id, ordinal, starts_on) VALUES (1, 1, 1, '2020-01-06'),"
           " (2, 1, 2, '2021-03-01'), (3, 1, 3, '2021-05-01');"
           "INSERT INTO organization (id, name, register_id, listed) VALUES (1, '甲', 1, 1), (2, '乙', 1, 1),"
           " (3, '丙', 1, 1), (4, '丁', 1, 1);"
           "INSERT INTO inspection (id, round_id, organization_id, kind, level, counts, enters_on, leaves_on)"
           " VALUES (1, 1, 1, 'regular', 'own', 'by_kind', '2020-01-10', '2020-03-01'),"
           " (2, 1, 2, 'regular', 'own', 'by_kind', '2020-01-10', '2020-03-01'),"
           " (3, 2, 1, 'look_back', 'own', 'by_kind', '2021-03-10', '2021-03-20'),"
           " (4, 3, 3, 'regular', 'own', 'by_kind', '2021-05-10', '2021-06-01'),"
           " (5, 1, 4, 'regular', 'higher', 'yes', '2020-01-10', '2020-03-01')");
  figures = xc_problem_figures_load (store, XC_FIGURES_BY_ROUND, &filter, &error);
  g_assert_no_error (error);
  of_term = xc_report_facts_load (store, &filter, figures, "一届", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (of_term->n_rounds, ==, 2);
  g_assert_cmpuint (of_term->owed, ==, 4);
  g_assert_cmpuint (of_term->covered, ==, 3);
  g_assert_cmpint (of_term->decimals, ==, 1);
  g_assert_cmpuint (of_term->inspections[XC_INSPECTION_REGULAR], ==, 2);
  g_assert_cmpuint (of_term->inspections[XC_INSPECTION_LOOK_BACK], ==, 1);
  filter.round_id = 2;
  of_round = xc_report_facts_load (store, &filter, figures, "第二轮", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (of_round->owed, ==, 0);
  g_assert_cmpuint (of_round->inspections[XC_INSPECTION_REGULAR], ==, 0);
  g_assert_cmpuint (of_round->inspections[XC_INSPECTION_LOOK_BACK], ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("XUNCHA_LOCALE_DIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  g_test_add_func ("/report/report-sentences/says-what-a-round-found", says_what_a_round_found);
  g_test_add_func ("/report/report-sentences/says-what-a-term-rectified", says_what_a_term_rectified);
  g_test_add_func ("/report/report-sentences/does-not-count-what-is-basically-done",
                   does_not_count_what_is_basically_done);
  g_test_add_func ("/report/report-sentences/says-nothing-of-nothing", says_nothing_of_nothing);
  g_test_add_func ("/report/report-facts/reads-rounds-coverage-and-inspections", reads_the_facts);
  return g_test_run ();
}
