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

static void
finds_a_text_within_another (void)
{
  g_assert_true (xc_text_contains ("落实“三重一大”制度不到位", "三重一大"));
  g_assert_true (xc_text_contains ("示范区Ａ公司", "区a公"));
  g_assert_true (xc_text_contains ("abcABCd", "CaBcD"));
  g_assert_true (xc_text_contains ("６．1", "6.１"));
  g_assert_true (xc_text_contains ("aaab", "aab"));
  g_assert_true (xc_text_contains ("", ""));
  g_assert_true (xc_text_contains ("学校", ""));
  g_assert_false (xc_text_contains ("", "学"));
  g_assert_false (xc_text_contains ("学校", "学校党"));
  g_assert_false (xc_text_contains ("100%", "1%0"));
  g_assert_false (xc_text_contains ("学校", "xx"));
  g_assert_false (xc_text_contains ("a\xff", "\xff"));
  g_assert_false (xc_text_contains ("a\xef", "aａ"));
  g_assert_false (xc_text_contains ("\xef\xbc", "a"));
}

/* By all means: fold both, then compare bytes. */
static gboolean
contains_naively (const char *text, const char *needle)
{
  g_autofree char *wide_text = xc_text_fold_width (text);
  g_autofree char *wide_needle = xc_text_fold_width (needle);
  g_autofree char *folded_text = g_utf8_strdown (wide_text, -1);
  g_autofree char *folded_needle = g_utf8_strdown (wide_needle, -1);

  return strstr (folded_text, folded_needle) != NULL;
}

static char *
make_text (GRand *rand, int longest)
{
  static const char *const characters[] = { "a", "A", "Ａ", "6", "６", "党", "组", "　", " " };
  GString *text = g_string_new (NULL);

  for (int i = g_rand_int_range (rand, 0, longest + 1); i > 0; i--)
    g_string_append (text, characters[g_rand_int_range (rand, 0, G_N_ELEMENTS (characters))]);
  return g_string_free (text, FALSE);
}

static void
finds_what_a_naive_search_finds (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  guint n_found = 0;

  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *text = make_text (rand, 12);
      g_autofree char *needle = make_text (rand, 3);
      gboolean found = xc_text_contains (text, needle);

      if (found != contains_naively (text, needle))
        g_error ("“%s” in “%s”: %d", needle, text, found);
      n_found += found;
    }
  g_assert_cmpuint (n_found, >, 2000);
  g_assert_cmpuint (n_found, <, 18000);
}

/* What is told to be done with one character, whatever way it is done by. */
static void
cleans_each_character_by_its_rule (void)
{
  for (gunichar c = 1; c < 0x20000; c++)
    {
      char middle[7] = "";
      g_autofree char *text = NULL;
      g_autofree char *clean = NULL;
      g_autofree char *expected = NULL;
      gboolean ends_line = (c >= '\n' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
      gboolean is_dropped = c == 0xFEFF || c == 0x200B || c == 0x2060 || (c & 0xFFFE) == 0xFFFE
                            || (g_unichar_iscntrl (c) && !ends_line && c != '\t');

      if (!g_unichar_validate (c))
        continue;
      middle[g_unichar_to_utf8 (c, middle)] = '\0';
      text = g_strdup_printf ("甲%sb", middle);
      expected = g_strdup_printf ("甲%sb", ends_line ? "\n" : c == '\t' ? " " : is_dropped ? "" : middle);
      clean = xc_text_clean (text);
      if (strcmp (clean, expected) != 0)
        g_error ("U+%04X became \"%s\"", c, clean);
    }
}

static void
knows_what_cannot_be_seen (void)
{
  g_assert_true (xc_text_is_blank (NULL));
  g_assert_true (xc_text_is_blank (""));
  g_assert_true (xc_text_is_blank (" \t　\n"));
  g_assert_false (xc_text_is_blank (" 甲 "));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/text/folds-full-width-to-plain", folds_full_width_to_plain);
  g_test_add_func ("/core/text/replaces-what-is-not-utf8", replaces_what_is_not_utf8);
  g_test_add_func ("/core/text/cleans-what-people-paste", cleans_what_people_paste);
  g_test_add_func ("/core/text/cleans-each-character-by-its-rule", cleans_each_character_by_its_rule);
  g_test_add_func ("/core/text/leaves-only-what-xml-can-hold", leaves_only_what_xml_can_hold);
  g_test_add_func ("/core/text/finds-a-text-within-another", finds_a_text_within_another);
  g_test_add_func ("/core/text/finds-what-a-naive-search-finds", finds_what_a_naive_search_finds);
  g_test_add_func ("/core/text/knows-what-cannot-be-seen", knows_what_cannot_be_seen);
  return g_test_run ();
}
