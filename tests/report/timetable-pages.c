/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/timetable-chart.h"
#include "report/timetable-pages.h"

#include "ledger.h"
#include "timetable-example.h"

#include <glib/gstdio.h>
#include <string.h>

static const struct
{
  double width, height;
} papers[] = {
  { XC_PAGE_A4_LONG, XC_PAGE_A4_SHORT },
  { XC_PAGE_A3_LONG, XC_PAGE_A3_SHORT },
  { XC_PAGE_A4_SHORT, XC_PAGE_A4_LONG },
};

static guint
count_labels (XcPicture *picture, const char *words)
{
  gsize n_labels;
  const XcLabel *const *labels = xc_picture_get_labels (picture, &n_labels);
  guint count = 0;

  for (gsize i = 0; i < n_labels; i++)
    count += g_str_equal (labels[i]->words, words);
  return count;
}

/* Counts the marks of rows in @seen and checks that nothing leaves the paper. */
static void
check_page (XcPicture *page, guint index, guint n_pages, guint *seen)
{
  gsize n_marks, n_labels, n_panels;
  const XcMark *marks = xc_picture_get_marks (page, &n_marks);
  const XcLabel *const *labels = xc_picture_get_labels (page, &n_labels);
  const XcBox *panels = xc_picture_get_panels (page, &n_panels);
  g_autofree char *number = g_strdup_printf ("Page %u of %u", index + 1, n_pages);

  for (gsize i = 0; i < n_marks; i++)
    {
      g_assert_true (xc_box_contains (&panels[0], &marks[i].box));
      if (marks[i].kind == XC_TIMETABLE_MARK_ROW || marks[i].kind == XC_TIMETABLE_MARK_STAGE)
        seen[marks[i].index]++;
    }
  for (gsize i = 0; i < n_labels; i++)
    {
      g_assert_true (xc_box_contains (&panels[0], &labels[i]->box));
      for (gsize k = i + 1; k < n_labels; k++)
        if (xc_box_overlaps (&labels[i]->box, &labels[k]->box))
          g_error ("“%s” lies on “%s”", labels[i]->words, labels[k]->words);
    }
  g_assert_cmpuint (count_labels (page, number), ==, 1);
  g_assert_cmpuint (count_labels (page, "内部资料"), ==, 1);
  g_assert_cmpuint (count_labels (page, xc_picture_get_title (page)), ==, 1);
  g_assert_cmpuint (count_labels (page, "As of 2024-03-05"), ==, 1);
}

static void
every_row_is_on_one_page (void)
{
  for (guint i = 0; xc_timetable_example_names[i] != NULL; i++)
    for (guint k = 0; k < G_N_ELEMENTS (papers); k++)
      {
        XcTimetable *timetable = xc_timetable_example_new (xc_timetable_example_names[i], k % 2 == 0);
        guint n_rows = timetable->rows->len;
        g_autofree guint *seen = g_new0 (guint, n_rows + 1);
        gboolean is_whole;
        g_autoptr (XcPages) pages = xc_timetable_pages_new (timetable, "内部资料");

        xc_pages_begin (pages, papers[k].width, papers[k].height);
        g_assert_true (xc_pages_go_on (pages, &is_whole, NULL));
        g_assert_true (is_whole);
        g_assert_cmpuint (xc_pages_get_n (pages), >, 0);
        for (guint page = 0; page < xc_pages_get_n (pages); page++)
          {
            g_autoptr (XcPicture) picture = xc_pages_lay_out (pages, page);
            check_page (picture, page, xc_pages_get_n (pages), seen);
          }
        for (guint row = 0; row < n_rows; row++)
          g_assert_cmpuint (seen[row], ==, 1);
      }
}

static void
a_team_that_goes_on_is_named_again (void)
{
  g_autoptr (XcPages) pages = xc_timetable_pages_new (xc_timetable_example_new ("big", FALSE), NULL);
  guint continued = 0;

  xc_pages_begin (pages, XC_PAGE_A4_LONG, XC_PAGE_A4_SHORT);
  g_assert_cmpuint (xc_pages_get_n (pages), >, 5);
  for (guint i = 0; i < xc_pages_get_n (pages); i++)
    {
      g_autoptr (XcPicture) page = xc_pages_lay_out (pages, i);
      gsize n_labels;
      const XcLabel *const *labels = xc_picture_get_labels (page, &n_labels);
      gboolean has_head = FALSE;

      for (gsize k = 0; k < n_labels; k++)
        {
          has_head = has_head || g_str_has_prefix (labels[k]->words, "Team ");
          continued += g_str_has_suffix (labels[k]->words, " (continued)");
        }
      g_assert_true (has_head);
    }
  g_assert_cmpuint (continued, >, 0);
  g_assert_cmpuint (continued, <, xc_pages_get_n (pages));
}

static void
larger_paper_takes_more (void)
{
  g_autoptr (XcPages) pages = xc_timetable_pages_new (xc_timetable_example_new ("big", FALSE), NULL);
  guint n_small;

  xc_pages_begin (pages, XC_PAGE_A4_LONG, XC_PAGE_A4_SHORT);
  n_small = xc_pages_get_n (pages);
  xc_pages_begin (pages, XC_PAGE_A3_LONG, XC_PAGE_A3_SHORT);
  g_assert_cmpuint (xc_pages_get_n (pages), <, n_small);
}

static void
the_file_has_all_pages_and_words (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "timetable.pdf", NULL);
  g_autoptr (XcPages) pages =
      xc_timetable_pages_new (xc_timetable_example_new ("big", TRUE), "内部资料 注意保存");
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  const char *const argv[] = { "pdftotext", "-layout", path, "-", NULL };
  guint n_pages = 0;

  g_assert_true (xc_pages_write (pages, XC_PAGE_A4_LONG, XC_PAGE_A4_SHORT, path, FALSE, &error));
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  for (const char *at = text; (at = strchr (at, '\f')) != NULL; at++)
    n_pages++;
  g_assert_cmpuint (n_pages, ==, xc_pages_get_n (pages));
  g_assert_nonnull (strstr (text, "示范区退役军人事务局党组"));
  g_assert_nonnull (strstr (text, "内部资料 注意保存"));
  g_assert_nonnull (strstr (text, "Page 1 of"));

  /* A file that is there stays. */
  g_assert_false (xc_pages_write (pages, XC_PAGE_A4_LONG, XC_PAGE_A4_SHORT, path, FALSE, &error));
  g_assert_error (error, XC_REPORT_ERROR, XC_REPORT_ERROR_EXISTS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/timetable-pages/every-row-is-on-one-page", every_row_is_on_one_page);
  g_test_add_func ("/report/timetable-pages/a-team-that-goes-on-is-named-again",
                   a_team_that_goes_on_is_named_again);
  g_test_add_func ("/report/timetable-pages/larger-paper-takes-more", larger_paper_takes_more);
  g_test_add_func ("/report/timetable-pages/the-file-has-all-pages-and-words",
                   the_file_has_all_pages_and_words);
  return g_test_run ();
}
