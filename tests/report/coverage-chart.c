/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart-example.h"

#include <math.h>
#include <string.h>

static const struct
{
  double width, height;
} sizes[] = { { 1280, 800 },  { 1366, 768 }, { 842, 595 }, { 640, 400 },
              { 4000, 3000 }, { 500, 1400 }, { 3000, 700 } };

typedef void (*Check) (const XcCoverageChart *chart, XcPicture *picture);

static void
for_every_example (Check check)
{
  for (guint i = 0; xc_chart_example_names[i] != NULL; i++)
    for (guint k = 0; k < G_N_ELEMENTS (sizes); k++)
      {
        g_autoptr (XcChartExample) example = xc_chart_example_new (xc_chart_example_names[i], k % 2 == 0);
        g_autoptr (XcPicture) picture =
            xc_coverage_chart_lay_out (&example->chart, sizes[k].width, sizes[k].height);
        g_test_message ("%s at %g × %g", xc_chart_example_names[i], sizes[k].width, sizes[k].height);
        check (&example->chart, picture);
      }
}

static const XcMark *
find_mark (XcPicture *picture, int kind, gsize index)
{
  gsize n_marks;
  const XcMark *marks = xc_picture_get_marks (picture, &n_marks);

  for (gsize i = 0; i < n_marks; i++)
    if (marks[i].kind == kind && marks[i].index == index)
      return &marks[i];
  return NULL;
}

static gsize
count_marks (XcPicture *picture, int kind)
{
  gsize n_marks, count = 0;
  const XcMark *marks = xc_picture_get_marks (picture, &n_marks);

  for (gsize i = 0; i < n_marks; i++)
    count += marks[i].kind == kind;
  return count;
}

static void
check_labels (const XcCoverageChart *chart, XcPicture *picture)
{
  gsize n_labels, n_panels;
  const XcLabel *const *labels = xc_picture_get_labels (picture, &n_labels);
  const XcBox *panels = xc_picture_get_panels (picture, &n_panels);

  g_assert_cmpuint (n_labels, >, 5);
  for (gsize i = 0; i < n_panels; i++)
    g_assert_true (xc_box_contains (&panels[0], &panels[i]));
  for (gsize i = 0; i < n_labels; i++)
    {
      if (!xc_box_contains (&panels[labels[i]->panel], &labels[i]->box))
        g_error ("“%s” leaves its panel", labels[i]->words);
      /* A figure is whole or not there. */
      if (g_ascii_isdigit (labels[i]->words[0]) || labels[i]->words[0] == '(')
        g_assert_false (labels[i]->is_cut && labels[i]->panel != 1);
      for (gsize k = i + 1; k < n_labels; k++)
        if (xc_box_overlaps (&labels[i]->box, &labels[k]->box))
          g_error ("“%s” overlaps “%s”", labels[i]->words, labels[k]->words);
    }
}

static void
labels_keep_apart_and_in_their_panels (void)
{
  for_every_example (check_labels);
}

static void
check_marks (const XcCoverageChart *chart, XcPicture *picture)
{
  gsize n_marks, n_panels, n_known = 0, n_first = 0, n_repeats = 0, n_steps = 0;
  const XcMark *marks = xc_picture_get_marks (picture, &n_marks);
  const XcBox *panels = xc_picture_get_panels (picture, &n_panels);

  for (gsize i = 0; i < n_marks; i++)
    {
      g_assert_true (xc_box_overlaps (&panels[0], &marks[i].box));
      g_assert_cmpfloat (marks[i].box.width, >, 0);
      g_assert_cmpfloat (marks[i].box.height, >, 0);
      g_assert_true (g_str_has_suffix (marks[i].words, "."));
    }
  for (gsize i = 0; i < chart->n_rounds; i++)
    {
      n_known += chart->rounds[i].state != XC_CHART_ROUND_PLANNED;
      n_first += chart->rounds[i].first > 0;
      n_repeats += chart->rounds[i].repeats > 0;
      g_assert_nonnull (find_mark (picture, XC_CHART_MARK_COLUMN, i));
      g_assert_nonnull (find_mark (picture, XC_CHART_MARK_SPAN, i));
    }
  for (gsize i = 1; i < chart->n_owed; i++)
    n_steps += chart->owed[i].count != chart->owed[i - 1].count;
  g_assert_cmpuint (count_marks (picture, XC_CHART_MARK_TOTAL), ==, 1);
  g_assert_cmpuint (count_marks (picture, XC_CHART_MARK_FIRST), ==, n_first);
  g_assert_cmpuint (count_marks (picture, XC_CHART_MARK_REPEATS), ==, n_repeats);
  g_assert_cmpuint (count_marks (picture, XC_CHART_MARK_COVERED), ==, n_known);
  g_assert_cmpuint (count_marks (picture, XC_CHART_MARK_OWED), ==, n_steps);
  g_assert_cmpuint (count_marks (picture, XC_CHART_MARK_FORECAST), ==, chart->n_forecast);
  g_assert_cmpuint (count_marks (picture, XC_CHART_MARK_REGISTER), ==, chart->n_registers + 1);
  g_assert_cmpuint (count_marks (picture, XC_CHART_MARK_OUT_OF_REACH), ==,
                    xc_day_is_set (chart->out_of_reach_from));
}

static void
everything_can_be_pointed_at (void)
{
  for_every_example (check_marks);
}

static gboolean
is_bar (const XcMark *mark)
{
  return mark->kind >= XC_CHART_MARK_FIRST && mark->kind <= XC_CHART_MARK_PLANNED;
}

static void
check_bars (const XcCoverageChart *chart, XcPicture *picture)
{
  gsize n_marks;
  const XcMark *marks = xc_picture_get_marks (picture, &n_marks);
  double unit = 0;

  for (gsize i = 0; i < n_marks; i++)
    {
      const XcBox *box = &marks[i].box;
      if (!is_bar (&marks[i]))
        continue;
      g_assert_true (xc_picture_mark_at (picture, box->x + box->width / 2, box->y + box->height / 2)
                     == &marks[i]);
      g_assert_cmpfloat (box->x, ==, floor (box->x));
      g_assert_cmpfloat (box->y + box->height, ==, floor (box->y + box->height));
      for (gsize k = i + 1; k < n_marks; k++)
        g_assert_false (is_bar (&marks[k]) && xc_box_overlaps (box, &marks[k].box));
      if (marks[i].kind == XC_CHART_MARK_FIRST)
        unit = MAX (unit, box->height / chart->rounds[marks[i].index].first);
    }
  /* One organization is equally high in every round, but for whole pixels and a least height. */
  for (gsize i = 0; i < n_marks; i++)
    if (marks[i].kind == XC_CHART_MARK_FIRST)
      {
        double height = marks[i].box.height, expected = unit * chart->rounds[marks[i].index].first;
        g_assert_cmpfloat (height, <=, expected + 1);
        g_assert_cmpfloat (height, >=, expected * 0.95 - 1.5);
      }
}

static void
bars_are_to_scale_and_apart (void)
{
  for_every_example (check_bars);
}

static void
lines_are_to_scale (void)
{
  g_autoptr (XcChartExample) example = xc_chart_example_new ("typical", TRUE);
  const XcCoverageChart *chart = &example->chart;
  g_autoptr (XcPicture) picture = xc_coverage_chart_lay_out (chart, 1280, 800);
  const XcBox *one = &find_mark (picture, XC_CHART_MARK_COVERED, 0)->box; /* 9 covered */
  const XcBox *two = &find_mark (picture, XC_CHART_MARK_COVERED, 3)->box; /* 48 */
  const XcBox *three =
      &find_mark (picture, XC_CHART_MARK_COVERED, 8)->box; /* 96, on the day of the figures */

  g_assert_cmpfloat_with_epsilon ((one->y - two->y) / 39, (one->y - three->y) / 87, 0.01);
  double days = chart->rounds[3].ends - chart->rounds[0].ends, all = chart->as_of - chart->rounds[0].ends;
  g_assert_cmpfloat_with_epsilon ((two->x - one->x) / days, (three->x - one->x) / all, 0.001);
}

static void
figures_of_a_round_are_those_of_its_last_day (void)
{
  g_autoptr (XcChartExample) example = xc_chart_example_new ("typical", TRUE);
  g_autoptr (XcPicture) picture = xc_coverage_chart_lay_out (&example->chart, 1280, 800);
  g_autofree char *words = xc_picture_dup_words (picture);

  g_assert_cmpstr (find_mark (picture, XC_CHART_MARK_TOTAL, 0)->words, ==,
                   "96 of 112 organizations owed are covered (85.71%) as of 2021-03-31.");
  g_assert_cmpstr (find_mark (picture, XC_CHART_MARK_COLUMN, 7)->words, ==,
                   "Round 八, as of 2020-12-01: 92 of 113 covered in all, 81.42%.");
  g_assert_cmpstr (find_mark (picture, XC_CHART_MARK_COLUMN, 8)->words, ==,
                   "Round 九, as of 2021-03-31: 96 of 112 covered in all, 85.71%.");
  g_assert_cmpstr (find_mark (picture, XC_CHART_MARK_PLANNED, 8)->words, ==,
                   "Round 九: 4 organizations still planned.");
  g_assert_cmpstr (find_mark (picture, XC_CHART_MARK_OWED, 3)->words, ==,
                   "From 2019-03-01 112 organizations are owed: −4 机构改革撤并.");
  g_assert_cmpstr (find_mark (picture, XC_CHART_MARK_REGISTER, 1)->words, ==,
                   "镇（街道）: 12 of 12 covered, 100.00%; 1 to be confirmed.");
  g_assert_nonnull (strstr (words, "Total: 96 of 112 covered, 85.71%; 2 to be confirmed.\n"));
}

static void
nothing_owed_has_no_rate (void)
{
  g_autoptr (XcChartExample) example = xc_chart_example_new ("empty", TRUE);
  g_autoptr (XcPicture) picture = xc_coverage_chart_lay_out (&example->chart, 1280, 800);
  gsize n_labels;
  const XcLabel *const *labels = xc_picture_get_labels (picture, &n_labels);

  for (gsize i = 0; i < n_labels; i++)
    g_assert_null (strchr (labels[i]->words, '%'));
  g_assert_nonnull (strstr (find_mark (picture, XC_CHART_MARK_TOTAL, 0)->words, "—"));
}

static void
long_words_are_cut_not_spilt (void)
{
  g_autoptr (XcChartExample) example = xc_chart_example_new ("typical", TRUE);
  XcCoverageChart *chart = &example->chart;
  g_autofree char *one = g_strnfill (400, 'W');
  g_autoptr (GString) other = g_string_new (NULL);
  XcChartRegister *registers = &g_array_index (example->registers, XcChartRegister, 0);
  XcChartStep *steps = &g_array_index (example->owed, XcChartStep, 0);
  XcChartRound *rounds = &g_array_index (example->rounds, XcChartRound, 0);

  for (int i = 0; i < 100; i++)
    g_string_append (other, "党组织");
  chart->title = chart->pace = chart->marking = one;
  chart->subtitle = chart->notes = other->str;
  for (gsize i = 0; i < chart->n_registers; i++)
    registers[i].title = i % 2 ? one : other->str;
  for (gsize i = 1; i < chart->n_owed; i++)
    steps[i].cause = i % 2 ? one : other->str;
  rounds[4].label = "第二轮（2019年春季）";
  for (guint k = 0; k < G_N_ELEMENTS (sizes); k++)
    {
      g_autoptr (XcPicture) picture = xc_coverage_chart_lay_out (chart, sizes[k].width, sizes[k].height);
      check_labels (chart, picture);
    }
}

static void
says_the_same_at_every_size (void)
{
  g_autoptr (XcChartExample) example = xc_chart_example_new ("extreme", TRUE);
  g_autoptr (XcPicture) small = xc_coverage_chart_lay_out (&example->chart, 640, 400);
  g_autoptr (XcPicture) large = xc_coverage_chart_lay_out (&example->chart, 4000, 3000);
  g_autofree char *words = xc_picture_dup_words (small);
  g_autofree char *others = xc_picture_dup_words (large);

  g_assert_cmpstr (words, ==, others);
}

/* On the other sheets, and inside a window, where type has a least size. */
static void
check_sheet (const XcCoverageChart *chart, XcChartSheet sheet, double width, double height)
{
  g_autoptr (XcPicture) picture = xc_coverage_chart_lay_out_sheet (chart, sheet, width, height);
  gsize n_labels, n_panels, n_marks;
  const XcLabel *const *labels = xc_picture_get_labels (picture, &n_labels);
  const XcBox *panels = xc_picture_get_panels (picture, &n_panels);
  const XcMark *marks = xc_picture_get_marks (picture, &n_marks);

  for (gsize i = 0; i < n_labels; i++)
    {
      if (!xc_box_contains (&panels[labels[i]->panel], &labels[i]->box))
        g_error ("sheet %d at %g × %g: “%s” leaves its panel", sheet, width, height, labels[i]->words);
      for (gsize k = i + 1; k < n_labels; k++)
        if (xc_box_overlaps (&labels[i]->box, &labels[k]->box))
          g_error ("sheet %d at %g × %g: “%s” overlaps “%s”", sheet, width, height, labels[i]->words,
                   labels[k]->words);
    }
  for (gsize i = 0; i < n_marks; i++)
    {
      g_assert_true (xc_box_overlaps (&panels[0], &marks[i].box));
      g_assert_true (g_str_has_suffix (marks[i].words, "."));
    }
}

static void
every_sheet_keeps_its_labels_apart (void)
{
  for (guint i = 0; xc_chart_example_names[i] != NULL; i++)
    for (guint k = 0; k < G_N_ELEMENTS (sizes); k++)
      for (XcChartSheet sheet = 0; sheet < XC_N_CHART_SHEETS; sheet++)
        {
          g_autoptr (XcChartExample) example = xc_chart_example_new (xc_chart_example_names[i], k % 2 == 0);

          g_test_message ("%s", xc_chart_example_names[i]);
          check_sheet (&example->chart, sheet, sizes[k].width, sizes[k].height);
        }
}

/* The window of 1366 × 768, and the same with type of 200 %, where the chart scrolls. */
static void
type_in_a_window_is_as_large_as_asked_for (void)
{
  for (guint i = 0; xc_chart_example_names[i] != NULL; i++)
    for (XcChartSheet sheet = 0; sheet < XC_N_CHART_SHEETS; sheet++)
      for (int twice = 0; twice < 2; twice++)
        {
          g_autoptr (XcChartExample) example = xc_chart_example_new (xc_chart_example_names[i], TRUE);
          double scale = twice ? 1.7 : 0.85, height, most = 0;
          g_autoptr (XcPicture) picture = NULL;
          gsize n_labels;

          example->chart.is_bare = TRUE;
          example->chart.least_scale = scale;
          height = MAX (530, xc_coverage_chart_get_height (&example->chart, sheet, scale));
          g_test_message ("%s", xc_chart_example_names[i]);
          check_sheet (&example->chart, sheet, 1090, height);
          picture = xc_coverage_chart_lay_out_sheet (&example->chart, sheet, 1090, height);
          for (gsize k = 0; k < (xc_picture_get_labels (picture, &n_labels), n_labels); k++)
            most = MAX (most, xc_picture_get_labels (picture, &n_labels)[k]->size);
          g_assert_cmpfloat_with_epsilon (most, 16 * scale, 0.01);
        }
}

static void
every_organization_is_a_square (void)
{
  static const char *const names[] = { "typical", "extreme", "single", "village" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (XcChartExample) example = xc_chart_example_new (names[i], FALSE);
      const XcCoverageChart *chart = &example->chart;
      g_autoptr (XcPicture) picture =
          xc_coverage_chart_lay_out_sheet (chart, XC_CHART_SHEET_ORGANIZATIONS, 1090, 600);
      gsize n_marks;
      const XcMark *marks = xc_picture_get_marks (picture, &n_marks);

      g_assert_cmpuint (count_marks (picture, XC_CHART_MARK_ORGANIZATION), ==, chart->n_organizations);
      for (gsize k = 0; k < n_marks; k++)
        {
          const XcBox *box = &marks[k].box;

          if (marks[k].kind != XC_CHART_MARK_ORGANIZATION)
            continue;
          g_assert_true (g_str_has_prefix (marks[k].words, chart->organizations[marks[k].index].name));
          g_assert_cmpfloat (box->width, >=, 3);
          g_assert_cmpfloat (box->x + box->width, <=, 1090);
          g_assert_cmpfloat (box->y + box->height, <=, 600);
          g_assert_true (xc_picture_mark_at (picture, box->x + box->width / 2, box->y + box->height / 2)
                         == &marks[k]);
        }
      g_assert_cmpuint (count_marks (picture, XC_CHART_MARK_STATE), ==, 4);
    }
}

/* The rate of a register that went from 0 to 8 of 16 while the owed stayed. */
static void
curves_share_one_scale (void)
{
  g_autoptr (XcChartExample) example = xc_chart_example_new ("typical", FALSE);
  g_autoptr (XcPicture) picture =
      xc_coverage_chart_lay_out_sheet (&example->chart, XC_CHART_SHEET_REGISTERS, 1280, 800);
  gsize n_rounds = example->chart.n_rounds, n_registers = example->chart.n_registers;
  const XcBox *full = &find_mark (picture, XC_CHART_MARK_CURVE, 1)->box;
  const XcBox *part = &find_mark (picture, XC_CHART_MARK_CURVE, 2)->box;
  const XcBox *full_end = &find_mark (picture, XC_CHART_MARK_CURVE_POINT, 1 * n_rounds + 8)->box;
  const XcBox *part_end = &find_mark (picture, XC_CHART_MARK_CURVE_POINT, 2 * n_rounds + 8)->box;
  const XcBox *total_end = &find_mark (picture, XC_CHART_MARK_CURVE_POINT, n_registers * n_rounds + 8)->box;
  const XcBox *total = &find_mark (picture, XC_CHART_MARK_CURVE, n_registers)->box;
  double hundred = full_end->y - full->y, height;

  g_assert_cmpuint (count_marks (picture, XC_CHART_MARK_CURVE), ==, n_registers + 1);
  g_assert_cmpstr (find_mark (picture, XC_CHART_MARK_CURVE_POINT, 1 * n_rounds + 8)->words, ==,
                   "Towns and streets after round 9, on 2021-03-31: 12 of 12 covered, 100.00%.");
  /* 9 of 14 is lower by 35.71 %, the total's 96 of 112 by 14.29 %: on one scale. */
  height = (part_end->y - part->y - hundred) / (5.0 / 14);
  g_assert_cmpfloat_with_epsilon (height * 16 / 112, total_end->y - total->y - hundred, 0.6);
}

/* As many as the sentence says, and no part of a bar hides another. */
static void
parts_of_a_bar_add_up (const XcCoverageChart *chart, XcPicture *picture)
{
  for (gsize i = 0; i <= chart->n_registers; i++)
    {
      const XcChartRegister *row = i < chart->n_registers ? &chart->registers[i] : &chart->total;
      const XcMark *open = find_mark (picture, XC_CHART_MARK_REGISTER_OPEN, i);
      const XcMark *unsure = find_mark (picture, XC_CHART_MARK_REGISTER_TO_CONFIRM, i);

      g_assert_cmpint (open != NULL, ==, row->owed > row->covered);
      g_assert_cmpint (unsure != NULL, ==, row->owed > 0 && row->to_confirm > 0);
      for (int k = 0; k < 2; k++)
        {
          const XcMark *mark = k == 0 ? open : unsure;

          if (mark != NULL)
            g_assert_nonnull (xc_picture_mark_at (picture, mark->box.x + mark->box.width / 2,
                                                  mark->box.y + mark->box.height / 2));
        }
    }
}

static void
bars_of_registers_have_parts (void)
{
  for_every_example (parts_of_a_bar_add_up);
}

static void
text_says_what_the_chart_shows (void)
{
  g_autoptr (XcChartExample) example = xc_chart_example_new ("typical", FALSE);
  g_autoptr (XcChartExample) supposed = xc_chart_example_new ("what-if", FALSE);
  g_autofree char *text = xc_coverage_chart_dup_text (&example->chart);
  g_autofree char *other = xc_coverage_chart_dup_text (&supposed->chart);

  g_assert_nonnull (strstr (text, "96 of 112 organizations owed are covered (85.71%) as of 2021-03-31.\n"));
  g_assert_nonnull (strstr (text, "\nTowns and streets\t12\t12\t100.00%\t1\t0\n"));
  g_assert_nonnull (strstr (text, "\nVillages and communities *\t58\t95\t61.05%\t0\t37\n"));
  g_assert_nonnull (strstr (text, "\nTotal\t96\t112\t85.71%\t2\t16\n"));
  g_assert_nonnull (strstr (text, "\n9\t2021-02-01\t2021-05-01\t4\t1\t4\t96\t112\t85.71%\n"));
  g_assert_nonnull (
      strstr (text, "\nFrom 2019-03-01 112 organizations are owed: −4 reform: bodies merged.\n"));
  g_assert_nonnull (
      strstr (text, "\nSchools and hospitals, not covered yet (3): Schools and hospitals 14, "));
  g_assert_nonnull (strstr (other, "\nWhat if: 94 covered on 2026-11-01.\n"));
  g_assert_null (strstr (text, "What if"));
}

static void
today_stands_beside_a_past_day (void)
{
  g_autoptr (XcChartExample) example = xc_chart_example_new ("what-if", FALSE);
  g_autoptr (XcPicture) picture = xc_coverage_chart_lay_out (&example->chart, 1280, 800);
  const XcMark *as_of = find_mark (picture, XC_CHART_MARK_AS_OF, 0);
  const XcMark *today = find_mark (picture, XC_CHART_MARK_TODAY, 0);

  g_assert_cmpfloat (as_of->box.x, <, today->box.x);
  g_assert_cmpstr (today->words, ==, "Today: 2024-09-10.");
  g_assert_cmpstr (find_mark (picture, XC_CHART_MARK_WHAT_IF, 1)->words, ==,
                   "What if: 58 covered on 2024-11-01.");
  g_assert_cmpuint (count_marks (picture, XC_CHART_MARK_WHAT_IF), ==, example->chart.n_what_if);
  g_assert_nonnull (find_mark (picture, XC_CHART_MARK_TARGET, 0));
  example->chart.today = example->chart.as_of;
  g_autoptr (XcPicture) same = xc_coverage_chart_lay_out (&example->chart, 1280, 800);
  g_assert_null (find_mark (same, XC_CHART_MARK_TODAY, 0));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/coverage-chart/labels-keep-apart-and-in-their-panels",
                   labels_keep_apart_and_in_their_panels);
  g_test_add_func ("/report/coverage-chart/everything-can-be-pointed-at", everything_can_be_pointed_at);
  g_test_add_func ("/report/coverage-chart/bars-are-to-scale-and-apart", bars_are_to_scale_and_apart);
  g_test_add_func ("/report/coverage-chart/lines-are-to-scale", lines_are_to_scale);
  g_test_add_func ("/report/coverage-chart/figures-of-a-round-are-those-of-its-last-day",
                   figures_of_a_round_are_those_of_its_last_day);
  g_test_add_func ("/report/coverage-chart/nothing-owed-has-no-rate", nothing_owed_has_no_rate);
  g_test_add_func ("/report/coverage-chart/long-words-are-cut-not-spilt", long_words_are_cut_not_spilt);
  g_test_add_func ("/report/coverage-chart/says-the-same-at-every-size", says_the_same_at_every_size);
  g_test_add_func ("/report/coverage-chart/every-sheet-keeps-its-labels-apart",
                   every_sheet_keeps_its_labels_apart);
  g_test_add_func ("/report/coverage-chart/type-in-a-window-is-as-large-as-asked-for",
                   type_in_a_window_is_as_large_as_asked_for);
  g_test_add_func ("/report/coverage-chart/every-organization-is-a-square", every_organization_is_a_square);
  g_test_add_func ("/report/coverage-chart/curves-share-one-scale", curves_share_one_scale);
  g_test_add_func ("/report/coverage-chart/bars-of-registers-have-parts", bars_of_registers_have_parts);
  g_test_add_func ("/report/coverage-chart/text-says-what-the-chart-shows", text_says_what_the_chart_shows);
  g_test_add_func ("/report/coverage-chart/today-stands-beside-a-past-day", today_stands_beside_a_past_day);
  return g_test_run ();
}
