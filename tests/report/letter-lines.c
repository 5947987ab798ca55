/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/letter-lines.h"

#include <string.h>

static void
assert_breaks (const char *text, double width, int indent, const char *expected)
{
  g_autoptr (GArray) lines = xc_letter_lines_break (text, width, indent);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const XcLetterLine *line = &g_array_index (lines, XcLetterLine, i);

      g_string_append_printf (found, "%d%s%s", line->indent, line->words, line->is_last ? "|" : "/");
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
fills_lines_with_as_many_characters_as_fit (void)
{
  assert_breaks ("一二三四五六七", 4, 0, "0一二三四/0五六七|");
  assert_breaks ("一二三四五六七", 4, 2, "2一二/0三四五六/0七|");
  assert_breaks ("一二三四", 4, 0, "0一二三四|");
  assert_breaks ("一二\n三", 4, 1, "1一二|1三|");
  assert_breaks ("", 4, 0, "");
  g_assert_cmpfloat (xc_letter_lines_measure ("截至2024年"), ==, 5);
}

static void
begins_no_line_with_what_closes (void)
{
  assert_breaks ("一二三四，五六", 4, 0, "0一二三/0四，五六|");
  assert_breaks ("一二三（四五）", 4, 0, "0一二三/0（四五）|");
  assert_breaks ("一二三四”。五", 4, 0, "0一二三/0四”。五|");
  /* A line of marks alone is torn all the same. */
  assert_breaks ("。。。。。。", 4, 0, "0。。。。/0。。|");
}

static void
tears_no_number (void)
{
  assert_breaks ("一二三2024年", 4, 0, "0一二三/02024年|");
  assert_breaks ("编号06-03-012号", 6, 0, "0编号/006-03-012号|");
  assert_breaks ("abcdefghijklmnop", 4, 0, "0abcdefgh/0ijklmnop|");
}

/* Whatever the text, it is all there, no line is too wide, and none ends that could have been longer by two. */
static void
loses_nothing (void)
{
  static const char *const pieces[] = { "查",   "阅",        "，", "。", "（", "）",
                                        "2024", "06-03-012", "“",  "”",  "改" };
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());

  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GString) again = g_string_new (NULL);
      g_autoptr (GArray) lines = NULL;
      double width = g_rand_int_range (rand, 6, 30);

      for (int n = g_rand_int_range (rand, 1, 80); n > 0; n--)
        g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      lines = xc_letter_lines_break (text->str, width, 2);
      for (guint k = 0; k < lines->len; k++)
        {
          const XcLetterLine *line = &g_array_index (lines, XcLetterLine, k);

          g_string_append (again, line->words);
          g_assert_cmpfloat (xc_letter_lines_measure (line->words) + line->indent, <=, width);
          g_assert_cmpint (line->is_last, ==, k + 1 == lines->len);
        }
      g_assert_cmpstr (again->str, ==, text->str);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/letter-lines/fills-lines-with-as-many-characters-as-fit",
                   fills_lines_with_as_many_characters_as_fit);
  g_test_add_func ("/report/letter-lines/begins-no-line-with-what-closes", begins_no_line_with_what_closes);
  g_test_add_func ("/report/letter-lines/tears-no-number", tears_no_number);
  g_test_add_func ("/report/letter-lines/loses-nothing", loses_nothing);
  return g_test_run ();
}
