/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/text-height.h"

#include <pango/pangocairo.h>
#include <string.h>

/* What office text is made of, and what breaks lines. */
static const char *const clauses[] = {
  "落实议事规则不到位",
  "未经集体研究即作出决定",
  "《党组工作条例》",
  "“三重一大”事项",
  "2024年5月16日",
  "第六轮巡察",
  "完成率85.71%",
  "XC-2024-0017号凭证",
  "（试行）",
  "以 Word 文档报送",
  "记录不完整（共3份）",
  "的",
  "涉及金额12345.67元",
  "党组书记",
  "A类",
  "在“一把手”监督方面存在短板",
  "制度",
  "《关于加强〈议事规则〉执行的通知》",
};
static const char *const marks[] = { "，", "，", "。", "、", "；", "：", "", "", "\n" };

static char *
make_text (GRand *random)
{
  GString *text = g_string_new (NULL);
  int n = g_rand_int_range (random, 1, 30);

  for (int i = 0; i < n; i++)
    {
      g_string_append (text, clauses[g_rand_int_range (random, 0, G_N_ELEMENTS (clauses))]);
      g_string_append (text, marks[g_rand_int_range (random, 0, G_N_ELEMENTS (marks))]);
    }
  return g_string_free (text, FALSE);
}

/* The fonts that stand in for the ordered ones are the widest: nothing may need more lines than were counted. */
static void
counts_no_less_than_pango (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20240516);
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoLayout *layout = pango_layout_new (context);
  PangoFontDescription *font = pango_font_description_from_string ("仿宋_GB2312, Noto Serif CJK SC");
  cairo_font_options_t *options = cairo_font_options_create ();
  guint counted = 0, measured = 0;

  pango_cairo_context_set_resolution (context, 96);
  /* as on paper: a screen rounds the parts of each line, which is within what fonts leave blank under it */
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  for (int i = 0; i < 3000; i++)
    {
      g_autofree char *text = make_text (random);
      double size = g_rand_int_range (random, 16, 24) / 2.0;
      double width = g_rand_int_range (random, 60, 300);
      int height;

      pango_font_description_set_size (font, (int) (size * PANGO_SCALE));
      pango_layout_set_font_description (layout, font);
      pango_layout_set_width (layout, (int) ((width - 5) * 96 / 72 * PANGO_SCALE));
      pango_layout_set_text (layout, text, -1);
      guint lines = xc_text_height_count_lines (text, width, size);
      guint needed = (guint) pango_layout_get_line_count (layout);
      pango_layout_get_size (layout, NULL, &height);
      if (lines < needed)
        g_error ("%.1f pt wide, %.1f pt: %u lines counted, %u needed: %s", width, size, lines, needed, text);
      if (xc_text_height_of_lines (lines, size) < (double) height / PANGO_SCALE * 72 / 96)
        g_error ("%.1f pt wide, %.1f pt: %.2f pt high, %.2f needed: %s", width, size,
                 xc_text_height_of_lines (lines, size), (double) height / PANGO_SCALE * 72 / 96, text);
      counted += lines;
      measured += needed;
    }
  pango_font_description_free (font);
  g_object_unref (layout);
  g_object_unref (context);
  /* and not much more, or the paper is empty */
  g_assert_cmpuint (counted, <, measured * 120 / 100);
}

static void
counts_lines (void)
{
  /* Ten points wide inside the padding for each of ten characters. */
  const double width = 5 + 100 / 0.98 + 0.1;

  g_assert_cmpuint (xc_text_height_count_lines ("", width, 10), ==, 1);
  g_assert_cmpuint (xc_text_height_count_lines ("一二三四五六七八九十", width, 10), ==, 1);
  g_assert_cmpuint (xc_text_height_count_lines ("一二三四五六七八九十一", width, 10), ==, 2);
  g_assert_cmpuint (xc_text_height_count_lines ("一\n\n二", width, 10), ==, 3);
  /* a full stop takes the character before it along */
  g_assert_cmpuint (xc_text_height_count_lines ("一二三四五六七八九十。一二三四五六七八", width, 10), ==, 2);
  g_assert_cmpuint (xc_text_height_count_lines ("一二三四五六七八九十。一二三四五六七八九", width, 10), ==,
                    3);
  /* an opening bracket goes along with what it opens */
  g_assert_cmpuint (xc_text_height_count_lines ("一二三四五六七八九（十一二三四五六七八", width, 10), ==, 2);
  g_assert_cmpuint (xc_text_height_count_lines ("一二三四五六七八九（十一二三四五六七八九", width, 10), ==,
                    3);
  /* a word stays whole, unless it is longer than the line */
  g_assert_cmpuint (xc_text_height_count_lines ("一二三四五六abcdefgh", width, 10), ==, 2);
  g_assert_cmpuint (xc_text_height_count_lines ("abcdefghijabcdefghijabcdefghij", width, 10), ==, 2);
  /* the narrowest column holds a character a line */
  g_assert_cmpuint (xc_text_height_count_lines ("一二三", 1, 10), ==, 3);
}

static void
cuts_where_the_room_ends (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (int i = 0; i < 2000; i++)
    {
      g_autofree char *text = make_text (random);
      guint room = (guint) g_rand_int_range (random, 1, 9);
      gsize cut = xc_text_height_cut (text, 100, 10.5, room);
      g_autofree char *head = g_strndup (text, cut);

      g_assert_cmpuint (cut, >, 0);
      g_assert_cmpuint (cut, <=, strlen (text));
      g_assert_true (g_utf8_validate (head, -1, NULL));
      g_assert_cmpuint (xc_text_height_count_lines (head, 100, 10.5), <=, room);
      g_assert_true ((xc_text_height_count_lines (text, 100, 10.5) <= room) == (cut == strlen (text)));
    }
}

static void
knows_the_highest_row (void)
{
  for (double size = 6; size <= 22; size += 0.5)
    {
      guint lines = xc_text_height_fitting_lines (size);

      g_assert_cmpfloat (xc_text_height_of_lines (lines, size), <=, XC_TEXT_HEIGHT_MAX);
      g_assert_cmpfloat (xc_text_height_of_lines (lines + 1, size), >, XC_TEXT_HEIGHT_MAX);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/text-height/counts-no-less-than-pango", counts_no_less_than_pango);
  g_test_add_func ("/report/text-height/counts-lines", counts_lines);
  g_test_add_func ("/report/text-height/cuts-where-the-room-ends", cuts_where_the_room_ends);
  g_test_add_func ("/report/text-height/knows-the-highest-row", knows_the_highest_row);
  return g_test_run ();
}
