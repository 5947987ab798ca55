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
  return g_test_run ();
}
