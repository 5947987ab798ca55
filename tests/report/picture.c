/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/picture.h"

static void
boxes_overlap_only_inside (void)
{
  XcBox one = { 0, 0, 10, 10 }, beside = { 10, 0, 10, 10 }, across = { 9, 9, 10, 10 },
        within = { 2, 2, 3, 3 };

  g_assert_false (xc_box_overlaps (&one, &beside));
  g_assert_true (xc_box_overlaps (&one, &across));
  g_assert_true (xc_box_overlaps (&within, &one));
  g_assert_true (xc_box_contains (&one, &within));
  g_assert_false (xc_box_contains (&one, &across));
}

static void
lines_meet_boxes_that_they_cross (void)
{
  XcBox box = { 10, 10, 10, 10 };
  XcPoint through[] = { { 0, 0 }, { 30, 30 } }, past[] = { { 0, 15 }, { 5, 30 } };
  XcPoint along[] = { { 10, 0 }, { 10, 30 } }, within[] = { { 12, 12 }, { 13, 13 } };
  XcPoint around[] = { { 0, 0 }, { 30, 0 }, { 30, 30 }, { 0, 30 } }, corner[] = { { 5, 17 }, { 17, 5 } };

  g_assert_true (xc_box_meets_line (&box, through, 2));
  g_assert_false (xc_box_meets_line (&box, past, 2));
  g_assert_false (xc_box_meets_line (&box, along, 2));
  g_assert_true (xc_box_meets_line (&box, within, 2));
  g_assert_false (xc_box_meets_line (&box, around, 4));
  g_assert_true (xc_box_meets_line (&box, corner, 2));
}

static void
texts_find_no_room_on_others (void)
{
  g_autoptr (XcPicture) picture = xc_picture_new (400, 300);
  XcText text = { .words = "示范区", .size = 20, .x = 100, .y = 100 };
  XcPoint line[] = { { 0, 205 }, { 400, 205 } };

  const XcLabel *label = xc_picture_try_text (picture, &text, 2);
  g_assert_nonnull (label);
  g_assert_cmpfloat_with_epsilon (label->box.width, 60, 0.5);
  g_assert_cmpfloat_with_epsilon (label->box.height, 23, 0.001);
  g_assert_null (xc_picture_try_text (picture, &text, 2));
  text.y = 124.5;
  g_assert_nonnull (xc_picture_try_text (picture, &text, 2));
  text.y = 290;
  g_assert_null (xc_picture_try_text (picture, &text, 2));
  text.y = 195;
  g_assert_true (xc_picture_is_free (picture, &(XcBox){ 100, 195, 60, 23 }));
  xc_picture_avoid_line (picture, line, 2);
  g_assert_null (xc_picture_try_text (picture, &text, 2));
}

static void
texts_are_cut_to_their_width (void)
{
  g_autoptr (XcPicture) picture = xc_picture_new (400, 300);
  XcText text = { .words = "示范区开发区和功能区党工委", .size = 20, .align = 1, .x = 390, .width = 100 };

  const XcLabel *one = xc_picture_add_text (picture, &text);
  g_assert_true (one->is_cut);
  g_assert_cmpfloat (one->box.width, <=, 100);
  g_assert_cmpfloat_with_epsilon (one->box.x + one->box.width, 390, 0.001);
  text.lines = 3;
  const XcLabel *three = xc_picture_add_text (picture, &text);
  g_assert_false (three->is_cut);
  g_assert_cmpfloat (three->box.height, >, 3 * 20);
}

static void
pointer_finds_the_uppermost_mark (void)
{
  g_autoptr (XcPicture) picture = xc_picture_new (400, 300);

  xc_picture_add_mark (picture, 1, 0, (XcBox){ 0, 0, 100, 100 }, g_strdup ("under"));
  xc_picture_add_mark (picture, 2, 5, (XcBox){ 50, 50, 10, 10 }, g_strdup ("over"));
  g_assert_cmpstr (xc_picture_mark_at (picture, 55, 55)->words, ==, "over");
  g_assert_cmpuint (xc_picture_mark_at (picture, 55, 55)->index, ==, 5);
  g_assert_cmpstr (xc_picture_mark_at (picture, 61, 61)->words, ==, "under");
  g_assert_null (xc_picture_mark_at (picture, 200, 50));
  g_autofree char *words = xc_picture_dup_words (picture);
  g_assert_cmpstr (words, ==, "under\nover\n");
}

/* Paints a hatched box and counts its dark pixels. */
static void
hatching_is_seen_without_colour (void)
{
  g_autoptr (XcPicture) picture = xc_picture_new (100, 100);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 100, 100);
  cairo_t *cr = cairo_create (surface);
  guint dark = 0;

  xc_picture_add_box (picture, (XcBox){ 20, 20, 60, 60 }, XC_INK_TEXT, XC_STYLE_HATCH, 2);
  xc_picture_draw (picture, XC_PALETTE_GREY, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (int y = 25; y < 75; y++)
    for (int x = 25; x < 75; x++)
      dark +=
          cairo_image_surface_get_data (surface)[y * cairo_image_surface_get_stride (surface) + 4 * x] < 128;
  cairo_surface_destroy (surface);
  g_assert_cmpuint (dark, >, 2500 / 6);
  g_assert_cmpuint (dark, <, 2500 / 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/picture/boxes-overlap-only-inside", boxes_overlap_only_inside);
  g_test_add_func ("/report/picture/lines-meet-boxes-that-they-cross", lines_meet_boxes_that_they_cross);
  g_test_add_func ("/report/picture/texts-find-no-room-on-others", texts_find_no_room_on_others);
  g_test_add_func ("/report/picture/texts-are-cut-to-their-width", texts_are_cut_to_their_width);
  g_test_add_func ("/report/picture/pointer-finds-the-uppermost-mark", pointer_finds_the_uppermost_mark);
  g_test_add_func ("/report/picture/hatching-is-seen-without-colour", hatching_is_seen_without_colour);
  return g_test_run ();
}
