/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/figure-picture.h"

#include <string.h>

static const XcLargeFigure large[] = {
  { .title = "覆盖", .value = "96/112  85.71%", .rule = "应覆盖112个，已覆盖96个。", .row = 0, .share = 2 },
  { .title = "未覆盖", .value = "16", .is_alarm = TRUE, .row = 0, .share = 1 },
  { .title = "问题", .value = "1,986", .rule = "发现问题1,986个。", .row = 1, .share = 1 },
  { .title = "已销号", .value = "1,702  92.40%", .rule = "已销号÷已反馈。", .row = 1, .share = 1 },
};

static const XcFigurePicture usual = { .title = "二届示范区委巡察全覆盖进度",
                                       .subtitle = "示范区委巡察办",
                                       .as_of = "截至2021年3月31日",
                                       .marking = "内部资料 注意保管",
                                       .figures = large,
                                       .n_figures = G_N_ELEMENTS (large) };

static const XcLabel *
find_label (XcPicture *picture, const char *words)
{
  gsize n_labels;
  const XcLabel *const *labels = xc_picture_get_labels (picture, &n_labels);

  for (gsize i = 0; i < n_labels; i++)
    if (g_str_equal (labels[i]->words, words))
      return labels[i];
  return NULL;
}

/* No text lies over another one, or reaches out of its panel or the picture. */
static void
assert_legible (XcPicture *picture)
{
  gsize n_labels, n_panels;
  const XcLabel *const *labels = xc_picture_get_labels (picture, &n_labels);
  const XcBox *panels = xc_picture_get_panels (picture, &n_panels);
  XcBox whole = { 0, 0, xc_picture_get_width (picture), xc_picture_get_height (picture) };

  for (gsize i = 0; i < n_labels; i++)
    {
      g_assert_true (xc_box_contains (&whole, &labels[i]->box));
      g_assert_cmpfloat (labels[i]->box.x, >=, panels[labels[i]->panel].x - 1);
      g_assert_cmpfloat (labels[i]->box.x + labels[i]->box.width, <=,
                         panels[labels[i]->panel].x + panels[labels[i]->panel].width + 1.5);
      for (gsize j = 0; j < i; j++)
        g_assert_false (xc_box_overlaps (&labels[i]->box, &labels[j]->box));
    }
}

static void
says_all_of_it (void)
{
  g_autoptr (XcPicture) picture = xc_figure_picture_lay_out (&usual, 1366, 768);
  static const char *const words[] = { "二届示范区委巡察全覆盖进度", "示范区委巡察办", "截至2021年3月31日",
                                       "内部资料 注意保管" };

  g_assert_cmpstr (xc_picture_get_title (picture), ==, usual.title);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_nonnull (find_label (picture, words[i]));
  for (guint i = 0; i < usual.n_figures; i++)
    {
      const XcLabel *value = find_label (picture, large[i].value);

      g_assert_nonnull (find_label (picture, large[i].title));
      g_assert_nonnull (value);
      g_assert_false (value->is_cut);
      g_assert_cmpint (value->ink, ==, large[i].is_alarm ? XC_INK_ALARM : XC_INK_TEXT);
      g_assert_true (large[i].rule == NULL || find_label (picture, large[i].rule) != NULL);
    }
  assert_legible (picture);
}

/* Figures of a row stand beside one another, as wide as their shares; rows below one another. */
static void
places_figures_by_row_and_share (void)
{
  g_autoptr (XcPicture) picture = xc_figure_picture_lay_out (&usual, 1366, 768);
  gsize n_marks;
  const XcMark *marks = xc_picture_get_marks (picture, &n_marks);

  g_assert_cmpuint (n_marks, ==, usual.n_figures);
  for (gsize i = 0; i < n_marks; i++)
    g_assert_cmpuint (marks[i].index, ==, i);
  g_assert_cmpfloat (marks[0].box.y, ==, marks[1].box.y);
  g_assert_cmpfloat (marks[2].box.y, >=, marks[0].box.y + marks[0].box.height);
  g_assert_cmpfloat (marks[1].box.x, >=, marks[0].box.x + marks[0].box.width);
  g_assert_cmpfloat (marks[0].box.width, >, 1.8 * marks[1].box.width);
  g_assert_cmpfloat_with_epsilon (marks[2].box.width, marks[3].box.width, 2);
  g_assert_nonnull (strstr (marks[0].words, "96/112  85.71%"));
  g_assert_nonnull (strstr (marks[0].words, large[0].rule));
}

/* All values shrink together until the longest is whole. */
static void
fits_a_long_value (void)
{
  XcLargeFigure figures[] = { large[0], large[1] };
  XcFigurePicture long_one = usual;
  g_autoptr (XcPicture) picture = NULL;

  figures[0].value = "123,456,789/987,654,321  12.5000%";
  long_one.figures = figures;
  long_one.n_figures = G_N_ELEMENTS (figures);
  picture = xc_figure_picture_lay_out (&long_one, 1000, 600);
  g_assert_false (find_label (picture, figures[0].value)->is_cut);
  g_assert_cmpfloat (find_label (picture, figures[0].value)->size, ==, find_label (picture, "16")->size);
  assert_legible (picture);
}

static void
grows_with_the_wall (void)
{
  g_autoptr (XcPicture) small = xc_figure_picture_lay_out (&usual, 640, 400);
  g_autoptr (XcPicture) large_one = xc_figure_picture_lay_out (&usual, 2560, 1600);

  g_assert_cmpfloat_with_epsilon (find_label (large_one, "16")->size, 4 * find_label (small, "16")->size,
                                  0.01);
  assert_legible (small);
  assert_legible (large_one);
}

static void
needs_neither_subtitle_nor_marking_nor_figures (void)
{
  XcFigurePicture bare = { .title = usual.title, .as_of = usual.as_of };
  g_autoptr (XcPicture) picture = xc_figure_picture_lay_out (&bare, 1366, 768);
  gsize n_labels, n_marks;

  xc_picture_get_labels (picture, &n_labels);
  xc_picture_get_marks (picture, &n_marks);
  g_assert_cmpuint (n_labels, ==, 2);
  g_assert_cmpuint (n_marks, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/figure-picture/says-all-of-it", says_all_of_it);
  g_test_add_func ("/report/figure-picture/places-figures-by-row-and-share", places_figures_by_row_and_share);
  g_test_add_func ("/report/figure-picture/fits-a-long-value", fits_a_long_value);
  g_test_add_func ("/report/figure-picture/grows-with-the-wall", grows_with_the_wall);
  g_test_add_func ("/report/figure-picture/needs-neither-subtitle-nor-marking-nor-figures",
                   needs_neither_subtitle_nor_marking_nor_figures);
  return g_test_run ();
}
