/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/timetable-chart.h"
#include "timetable-example.h"

#include <math.h>
#include <string.h>

static const double widths[] = { 500, 1000, 1366, 3000 };

typedef void (*Check) (const XcTimetable *timetable, XcPicture *picture);

static void
for_every_example (Check check)
{
  for (guint i = 0; xc_timetable_example_names[i] != NULL; i++)
    for (guint k = 0; k < G_N_ELEMENTS (widths); k++)
      {
        g_autoptr (XcTimetable) timetable =
            xc_timetable_example_new (xc_timetable_example_names[i], k % 2 == 0);
        g_autoptr (XcPicture) picture = xc_timetable_chart_lay_out (timetable, widths[k], "内部资料");
        g_test_message ("%s at %g", xc_timetable_example_names[i], widths[k]);
        check (timetable, picture);
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

static gboolean
has_label (XcPicture *picture, const char *words)
{
  gsize n_labels;
  const XcLabel *const *labels = xc_picture_get_labels (picture, &n_labels);

  for (gsize i = 0; i < n_labels; i++)
    if (g_str_equal (labels[i]->words, words))
      return TRUE;
  return FALSE;
}

static void
check_labels (const XcTimetable *timetable, XcPicture *picture)
{
  gsize n_labels, n_panels;
  const XcLabel *const *labels = xc_picture_get_labels (picture, &n_labels);
  const XcBox *panels = xc_picture_get_panels (picture, &n_panels);

  for (gsize i = 0; i < n_panels; i++)
    g_assert_true (xc_box_contains (&panels[0], &panels[i]));
  for (gsize i = 0; i < n_labels; i++)
    {
      g_assert_true (xc_box_contains (&panels[0], &labels[i]->box));
      for (gsize k = i + 1; k < n_labels; k++)
        if (xc_box_overlaps (&labels[i]->box, &labels[k]->box))
          g_error ("“%s” lies on “%s”", labels[i]->words, labels[k]->words);
    }
}

static void
words_do_not_lie_on_each_other (void)
{
  for_every_example (check_labels);
}

/* In its box, and what has days. */
static void
check_marks (const XcTimetable *timetable, XcPicture *picture)
{
  gsize n_panels, n_marks;
  const XcBox *panels = xc_picture_get_panels (picture, &n_panels);
  const XcMark *marks = xc_picture_get_marks (picture, &n_marks);

  g_assert_cmpuint (n_marks, >, 0);
  for (gsize i = 0; i < n_marks; i++)
    {
      g_assert_cmpstr (marks[i].words, !=, "");
      g_assert_true (xc_box_contains (&panels[marks[i].panel], &marks[i].box));
    }
  for (guint i = 0; i < timetable->rows->len; i++)
    {
      const XcTimetableRow *row = &g_array_index (timetable->rows, XcTimetableRow, i);

      g_assert_nonnull (
          find_mark (picture, row->stage >= 0 ? XC_TIMETABLE_MARK_STAGE : XC_TIMETABLE_MARK_ROW, i));
      for (int k = 0; row->inspection >= 0 && k < XC_N_PHASES; k++)
        g_assert_true (
            (find_mark (picture, k, i) != NULL)
            == (xc_day_is_set (row->phases[k].actual_from) || xc_day_is_set (row->phases[k].planned_from)));
    }
}

static void
all_that_has_days_can_be_pointed_at (void)
{
  for_every_example (check_marks);
}

static void
check_hits (const XcTimetable *timetable, XcPicture *picture)
{
  gsize n_marks;
  const XcMark *marks = xc_picture_get_marks (picture, &n_marks);

  for (gsize i = 0; i < n_marks; i++)
    {
      const XcMark *at = xc_picture_mark_at (picture, marks[i].box.x + marks[i].box.width / 2,
                                             marks[i].box.y + marks[i].box.height * 0.75);
      g_assert_nonnull (at);
      if (marks[i].kind >= XC_TIMETABLE_MARK_STAGE || at->kind >= XC_TIMETABLE_MARK_STAGE)
        g_assert_cmpint (at->kind, ==, marks[i].kind);
      g_assert_cmpuint (at->index, ==, marks[i].index);
    }
}

static void
a_point_tells_row_and_phase (void)
{
  for_every_example (check_hits);

  g_autoptr (XcTimetable) timetable = xc_timetable_example_new ("one", FALSE);
  g_autoptr (XcTimetableChart) chart = xc_timetable_chart_new (timetable, 1, 5);
  g_autoptr (XcPicture) body = xc_timetable_chart_lay_out_body (chart);
  const XcTimetableRow *row = &g_array_index (timetable->rows, XcTimetableRow, 0);
  double y = xc_timetable_chart_get_body_height (chart) - 21;
  static const struct
  {
    const char *day;
    int kind;
  } cases[] = {
    { "2023-11-02", XC_TIMETABLE_MARK_ROW }, { "2023-11-03", XC_PHASE_NOTICE },
    { "2023-11-15", XC_PHASE_NOTICE },       { "2023-11-16", XC_PHASE_ON_SITE },
    { "2024-01-07", XC_PHASE_ON_SITE },      { "2024-01-08", XC_PHASE_REPORT },
    { "2024-02-02", XC_PHASE_FEEDBACK },     { "2024-03-02", XC_PHASE_FEEDBACK },
  };

  g_assert_cmpint (row->phases[XC_PHASE_ON_SITE].actual_to, ==, xc_day_parse_iso ("2024-01-07"));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double x = xc_timetable_chart_get_x (chart, xc_day_parse_iso (cases[i].day)) + 2.5;
      g_assert_cmpint (xc_picture_mark_at (body, x, y)->kind, ==, cases[i].kind);
    }
  /* The plan lies in the lower half of the rectification. */
  double within = xc_timetable_chart_get_x (chart, xc_day_parse_iso ("2024-03-04")) + 2.5;
  g_assert_cmpint (xc_picture_mark_at (body, within, y + 5)->kind, ==, XC_PHASE_PLAN);
  g_assert_cmpint (xc_picture_mark_at (body, within, y - 5)->kind, ==, XC_PHASE_RECTIFICATION);
}

static void
the_words_tell_the_whole (void)
{
  g_autoptr (XcTimetable) timetable = xc_timetable_example_new ("typical", FALSE);
  g_autoptr (XcPicture) picture = xc_timetable_chart_lay_out (timetable, 1000, NULL);
  g_autofree char *words = xc_timetable_dup_words (timetable);
  gsize n_marks;
  const XcMark *marks = xc_picture_get_marks (picture, &n_marks);

  for (gsize i = 0; i < n_marks; i++)
    g_assert_nonnull (strstr (words, marks[i].words));
  g_assert_nonnull (strstr (words, "Team 1: 3 inspections. Leader: A. Example."));
  g_assert_nonnull (strstr (words,
                            "Round 6, Deployment: 2023-11-07 to 2023-11-09, 3 days. Planned: 2023-11-06 "
                            "to 2023-11-10."));
  g_assert_nonnull (strstr (words, "Statistics Bureau, On site: 2023-11-16 to 2024-01-07, 53 days. Planned: "
                                   "2023-11-13 to 2023-12-27. 11 days late."));
  g_assert_nonnull (strstr (words,
                            "Archives, Feedback: since 2024-02-02, 33 days so far. Due by 2024-02-22. 12 "
                            "days overdue."));
  g_assert_nonnull (strstr (words, "That will be 9 days late. Arranged for 2024-04-11."));
  g_assert_cmpstr (xc_picture_get_title (picture), ==,
                   "Example District Committee, term 2: timetable of round 6");
}

static void
lateness_is_told_beside_the_name (void)
{
  g_autoptr (XcTimetable) timetable = xc_timetable_example_new ("typical", FALSE);
  g_autoptr (XcPicture) picture = xc_timetable_chart_lay_out (timetable, 1400, NULL);

  g_assert_true (has_label (picture, "12 days over"));
  g_assert_true (has_label (picture, "+12!"));
  g_assert_true (has_label (picture, "+11"));
  g_assert_true (has_label (picture, "As of 2024-03-05"));
}

static void
parts_fit_together (void)
{
  g_autoptr (XcTimetable) timetable = xc_timetable_example_new ("big", TRUE);
  g_autoptr (XcTimetableChart) chart = xc_timetable_chart_new (timetable, 1.5, 4.3);
  g_autoptr (XcPicture) head = xc_timetable_chart_lay_out_head (chart);
  g_autoptr (XcPicture) names = xc_timetable_chart_lay_out_names (chart);
  g_autoptr (XcPicture) body = xc_timetable_chart_lay_out_body (chart);
  g_autoptr (XcPicture) legend = xc_timetable_chart_lay_out_legend (chart, 700);

  g_assert_cmpfloat (xc_picture_get_width (head), ==, xc_picture_get_width (body));
  g_assert_cmpfloat (xc_picture_get_height (names), ==, xc_picture_get_height (body));
  g_assert_cmpfloat (xc_picture_get_width (body), ==, ceil (4.3 * (timetable->last - timetable->first + 1)));
  g_assert_cmpfloat (xc_picture_get_height (head), ==, xc_timetable_chart_get_head_height (chart));
  check_labels (timetable, head);
  check_labels (timetable, names);
  check_labels (timetable, body);
  check_labels (timetable, legend);
  check_hits (timetable, body);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/timetable-chart/words-do-not-lie-on-each-other", words_do_not_lie_on_each_other);
  g_test_add_func ("/report/timetable-chart/all-that-has-days-can-be-pointed-at",
                   all_that_has_days_can_be_pointed_at);
  g_test_add_func ("/report/timetable-chart/a-point-tells-row-and-phase", a_point_tells_row_and_phase);
  g_test_add_func ("/report/timetable-chart/the-words-tell-the-whole", the_words_tell_the_whole);
  g_test_add_func ("/report/timetable-chart/lateness-is-told-beside-the-name",
                   lateness_is_told_beside_the_name);
  g_test_add_func ("/report/timetable-chart/parts-fit-together", parts_fit_together);
  return g_test_run ();
}
