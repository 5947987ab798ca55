/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/board/board-row.h"
#include "app/board/plan-words.h"

static XcRecord *
make_organization (const char *name)
{
  XcRecord *record = xc_record_new (XC_TABLE_ORGANIZATION);

  xc_record_set_id (record, 7);
  xc_record_set_text (record, "name", name);
  return record;
}

static XcRecord *
make_register (void)
{
  XcRecord *record = xc_record_new (XC_TABLE_REGISTER);

  xc_record_set_text (record, "title", "区直单位");
  return record;
}

static XcBoardItem *
make_card (void)
{
  g_autoptr (XcRecord) organization = make_organization ("示范区统计局党组");
  g_autoptr (XcRecord) place = make_register ();
  g_autoptr (XcRecord) inspection = xc_record_new (XC_TABLE_INSPECTION);
  XcBoardItem *card;

  xc_record_set_id (inspection, 70);
  xc_record_set_day (inspection, "planned_enters_on", xc_day_new (2021, 9, 1));
  xc_record_set_day (inspection, "planned_leaves_on", xc_day_new (2021, 11, 30));
  card = xc_board_item_new (organization, inspection, NULL, place);
  card->team = g_strdup ("第一巡察组");
  return card;
}

#define assert_words(words, expected)                                                                        \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    g_autofree char *words_ = (words);                                                                       \
                                                                                                             \
    g_assert_cmpstr (words_, ==, expected);                                                                  \
  }                                                                                                          \
  G_STMT_END

static void
reads_out_a_card (void)
{
  g_autoptr (XcBoardItem) card = make_card ();

  g_assert_cmpint (card->id, ==, 70);
  assert_words (xc_board_item_dup_detail (card), "Regular 09-01–11-30");
  assert_words (xc_board_item_dup_label (card), "示范区统计局党组, Regular, 第一巡察组, 09-01–11-30");
  card->n_waived = 1;
  assert_words (xc_board_item_dup_label (card),
                "示范区统计局党组, Regular, 第一巡察组, 09-01–11-30, avoidance conflict, waived");
  card->n_conflicts = 2;
  xc_record_set_text (card->inspection, "counts", "no");
  xc_record_set_text (card->inspection, "counts_reason", "上级已巡");
  xc_record_set_day (card->inspection, "enters_on", xc_day_new (2021, 9, 3));
  xc_record_clear (card->inspection, "planned_leaves_on");
  assert_words (xc_board_item_dup_label (card),
                "示范区统计局党组, Regular, Does not count, 第一巡察组, 09-03–?, "
                "has begun, avoidance conflict");
  assert_words (xc_board_item_dup_tip (card),
                "示范区统计局党组\nRegular · Does not count 09-03–?\n区直单位\n15 team-days\n上级已巡");
}

static void
reads_out_one_that_waits (void)
{
  g_autoptr (XcRecord) organization = make_organization ("城东街道党工委");
  g_autoptr (XcRecord) community = make_organization ("桥头社区党委");
  g_autoptr (XcRecord) place = make_register ();
  g_autoptr (XcBoardItem) item = NULL;
  g_autoptr (XcBoardRow) row = NULL;

  xc_record_set_text (organization, "attention", "a");
  item = xc_board_item_new (organization, NULL, NULL, place);
  assert_words (xc_board_item_dup_detail (item), "A");
  assert_words (xc_board_item_dup_label (item), "城东街道党工委, attention class A, 区直单位");
  xc_record_set_number (organization, "work_days", 1);
  g_clear_pointer (&item, xc_board_item_unref);
  item = xc_board_item_new (organization, NULL, NULL, place);
  g_ptr_array_add (item->children, xc_board_item_new (community, NULL, organization, place));
  assert_words (xc_board_item_dup_detail (item), "A 1");
  row = xc_board_row_new (item, FALSE, TRUE);
  assert_words (xc_board_row_dup_label (row),
                "城东街道党工委, attention class A, 1 team-day, 区直单位, with 1 under it "
                "(区直单位), expanded");
  assert_words (xc_board_item_dup_tip (item->children->pdata[0]),
                "桥头社区党委\n城东街道党工委\n区直单位\n15 team-days");
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* A list follows each action, but what did not change is not shown anew. */
static void
changes_only_what_differs (void)
{
  g_autoptr (XcBoardItem) card = make_card ();
  g_autoptr (XcBoardItem) same = make_card ();
  g_autoptr (XcBoardRow) row = xc_board_row_new (card, FALSE, FALSE);
  guint n = 0;

  g_signal_connect_swapped (row, "changed", G_CALLBACK (count_cb), &n);
  xc_record_unref (same->organization);
  same->organization = xc_record_ref (card->organization);
  xc_record_unref (same->place);
  same->place = xc_record_ref (card->place);
  xc_board_row_update (row, same, FALSE, FALSE);
  g_assert_cmpuint (n, ==, 0);
  xc_board_row_update (row, same, TRUE, FALSE);
  g_assert_cmpuint (n, ==, 1);
  xc_record_set_text (card->inspection, "kind", "special");
  xc_board_row_update (row, card, TRUE, FALSE);
  g_assert_cmpuint (n, ==, 2);
  xc_board_row_update (row, card, TRUE, TRUE);
  g_assert_cmpuint (n, ==, 3);
}

static void
says_the_pace_of_each_verdict (void)
{
  static const struct
  {
    XcPlanFigures figures;
    const char *words;
    const char *class;
  } cases[] = {
    { { .verdict = XC_PLAN_NOTHING_REMAINS }, "nothing remains ✓", "success" },
    { { .remaining = 4, .rounds_left = 2, .needed_per_round = 2, .verdict = XC_PLAN_ENOUGH },
      "4 remain, 2 rounds left, 2 needed in each · enough ✓",
      "success" },
    { { .remaining = 4, .rounds_left = 2, .needed_per_round = 2, .verdict = XC_PLAN_TIGHT },
      "4 remain, 2 rounds left, 2 needed in each · tight ⚠",
      "warning" },
    { { .remaining = 9, .rounds_left = 2, .needed_per_round = 5, .verdict = XC_PLAN_SHORT },
      "9 remain, 2 rounds left, 5 needed in each · too few ✗",
      "error" },
    { { .remaining = 9, .verdict = XC_PLAN_SHORT }, "9 remain, and no round is left ✗", "error" },
    { { .remaining = 9, .rounds_left = 2, .needed_per_round = 5, .verdict = XC_PLAN_UNKNOWN },
      "9 remain, 2 rounds left, 5 needed in each",
      NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      assert_words (xc_plan_words_dup_pace (&cases[i].figures), cases[i].words);
      g_assert_cmpstr (xc_plan_words_get_class (cases[i].figures.verdict), ==, cases[i].class);
    }
}

static void
says_coverage_with_its_day_and_what_it_presumes (void)
{
  XcCoverageInput *input = xc_coverage_input_new ();
  XcCoverageRound round = { .id = 1, .ordinal = 1, .starts = 18871, .ends = 18961 };
  XcCoverageInspection inspection = { .round_id = 1,
                                      .entered_on = XC_DAY_NONE,
                                      .left_on = XC_DAY_NONE,
                                      .fed_back_on = XC_DAY_NONE,
                                      .planned_enters_on = XC_DAY_NONE,
                                      .planned_leaves_on = XC_DAY_NONE };
  g_autoptr (XcCoveragePlan) plan = NULL;
  g_autofree char *note = NULL;
  XcPlanFigures figures = { .covered = 108, .owed = 112 };

  input->term.starts = 18800;
  input->term.ends = 19800;
  g_array_append_val (input->rounds, round);
  g_array_append_val (input->inspections, inspection);
  inspection.planned_leaves_on = 19000;
  g_array_append_val (input->inspections, inspection);
  plan = xc_coverage_plan_new (input, 1);
  assert_words (xc_plan_words_dup_coverage (plan, &figures),
                "After this round 108/112 = 96.43% (as of 2021-11-30)");
  note = xc_plan_words_dup_note (plan);
  g_assert_nonnull (strstr (note, "1 inspection of this round"));
  g_assert_nonnull (strstr (note, "1 inspection is planned for after"));
  g_assert_null (strstr (note, "before"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/board-words/reads-out-a-card", reads_out_a_card);
  g_test_add_func ("/app/board-words/reads-out-one-that-waits", reads_out_one_that_waits);
  g_test_add_func ("/app/board-words/changes-only-what-differs", changes_only_what_differs);
  g_test_add_func ("/app/board-words/says-the-pace-of-each-verdict", says_the_pace_of_each_verdict);
  g_test_add_func ("/app/board-words/says-coverage-with-its-day-and-what-it-presumes",
                   says_coverage_with_its_day_and_what_it_presumes);
  return g_test_run ();
}
