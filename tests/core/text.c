/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/text.h"

static void
folds_full_width_to_plain (void)
{
  for (gunichar c = 1; c <= 0xFFFF; c++)
    {
      char text[7] = { 0 };
      g_autofree char *folded = NULL;
      gunichar wanted = c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c == 0x3000 ? ' ' : c;

      if (c >= 0xD800 && c <= 0xDFFF)
        continue;
      g_unichar_to_utf8 (c, text);
      folded = xc_text_fold_width (text);
      g_assert_cmphex (g_utf8_get_char (folded), ==, wanted);
      g_assert_cmpint (g_utf8_strlen (folded, -1), ==, 1);
    }
}

static void
replaces_what_is_not_utf8 (void)
{
  g_autofree char *folded = xc_text_fold_width ("６\xff");
  g_autofree char *clean = xc_text_clean (" \xe4 ");

  g_assert_cmpstr (folded, ==, "6\uFFFD");
  g_assert_cmpstr (clean, ==, "\uFFFD");
}

static void
cleans_what_people_paste (void)
{
  static const char *const cases[][2] = {
    { "", "" },
    { " \t\r\n\u3000\ufeff ", "" },
    { "\ufeff梁溪区", "梁溪区" },
    { "\u3000\u3000制度执行不严。\u00a0\n", "制度执行不严。" },
    { "一\r\n二\r三\u2028四\v五\n\n六", "一\n二\n三\n四\n五\n\n六" },
    { "一\r\r\n二", "一\n\n二" },
    { "a\tb", "a b" },
    { "a\u200bb\x01\x1b[0m\xc2\x85\xc2\x90"
      "c\ufffe\uffff",
      "ab[0m\nc" },
    { "６．Ａ  b", "６．Ａ  b" },
    { "=1+1", "=1+1" },
    { "\u200b 区 \u200b", "区" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *clean = xc_text_clean (cases[i][0]);
      g_autofree char *again = xc_text_clean (clean);

      g_assert_cmpstr (clean, ==, cases[i][1]);
      g_assert_cmpstr (again, ==, clean);
    }
}

static gboolean
is_xml_character (gunichar c)
{
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD)
         || (c >= 0x10000 && c <= 0x10FFFF);
}

static void
leaves_only_what_xml_can_hold (void)
{
  for (gunichar c = 1; c <= 0x10FFFF; c++)
    {
      char text[16] = "a";
      g_autofree char *clean = NULL;

      if (c >= 0xD800 && c <= 0xDFFF)
        continue;
      g_unichar_to_utf8 (c, text + 1);
      g_strlcat (text, "b", sizeof text);
      clean = xc_text_clean (text);
      for (const char *at = clean; *at != '\0'; at = g_utf8_next_char (at))
        g_assert_true (is_xml_character (g_utf8_get_char (at)));
      /* Letters of every script stay. */
      if (g_unichar_isalnum (c))
        g_assert_cmpstr (clean, ==, text);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/text/folds-full-width-to-plain", folds_full_width_to_plain);
  g_test_add_func ("/core/text/replaces-what-is-not-utf8", replaces_what_is_not_utf8);
  g_test_add_func ("/core/text/cleans-what-people-paste", cleans_what_people_paste);
  g_test_add_func ("/core/text/leaves-only-what-xml-can-hold", leaves_only_what_xml_can_hold);
  return g_test_run ();
}
