/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/numeral.h"

static const char *const suffixes[] = { "轮", "轮巡察", "届", "组", "巡察组", "批", "批次", NULL };

static void
reads_what_it_writes (void)
{
  for (int number = 0; number <= XC_NUMERAL_MAX; number++)
    {
      g_autofree char *text = xc_numeral_format (number);
      g_autofree char *arabic = g_strdup_printf ("%d", number);
      g_autofree char *ordinal = g_strdup_printf ("第%s巡察组", text);
      int parsed = -1;

      g_assert_true (xc_numeral_parse (text, &parsed));
      g_assert_cmpint (parsed, ==, number);
      g_assert_true (xc_numeral_parse (arabic, &parsed));
      g_assert_cmpint (parsed, ==, number);
      parsed = 0;
      g_assert_cmpint (xc_numeral_parse_ordinal (ordinal, suffixes, &parsed), ==, number > 0);
      g_assert_cmpint (parsed, ==, number);
    }
}

/* The same numbers, made by hand from their parts and not by the formatter. */
static void
writes_as_people_count (void)
{
  static const char *const words[] = { "", "一", "二", "三", "四", "五", "六", "七", "八", "九" };

  for (int thousand = 0; thousand < 10; thousand++)
    for (int hundred = 0; hundred < 10; hundred++)
      for (int ten = 0; ten < 10; ten++)
        for (int one = 0; one < 10; one++)
          {
            int number = thousand * 1000 + hundred * 100 + ten * 10 + one;
            g_autofree char *text = xc_numeral_format (number);
            GString *wanted = g_string_new (NULL);

            if (number == 0)
              g_string_append (wanted, "零");
            if (thousand > 0)
              g_string_append_printf (wanted, "%s千", words[thousand]);
            if (hundred > 0)
              g_string_append_printf (wanted, "%s百", words[hundred]);
            else if (thousand > 0 && (ten > 0 || one > 0))
              g_string_append (wanted, "零");
            if (ten > 0)
              g_string_append_printf (wanted, "%s十", number < 20 ? "" : words[ten]);
            else if (hundred > 0 && one > 0)
              g_string_append (wanted, "零");
            g_string_append (wanted, words[one]);
            g_assert_cmpstr (text, ==, wanted->str);
            g_string_free (wanted, TRUE);
          }
}

static void
writes_other_numbers_in_digits (void)
{
  static const int numbers[] = { -1, G_MININT, XC_NUMERAL_MAX + 1, G_MAXINT };

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *text = xc_numeral_format (numbers[i]);
      g_autofree char *wanted = g_strdup_printf ("%d", numbers[i]);

      g_assert_cmpstr (text, ==, wanted);
    }
}

static void
reads_every_form (void)
{
  static const struct
  {
    const char *text;
    int number;
  } cases[] = {
    { "6", 6 },
    { "６", 6 },
    { "06", 6 },
    { " 六 ", 6 },
    { "\u3000十\u3000二 ", 12 },
    { "一十二", 12 },
    { "十", 10 },
    { "二十", 20 },
    { "廿", 20 },
    { "廿一", 21 },
    { "卅", 30 },
    { "卅一", 31 },
    { "两", 2 },
    { "两百", 200 },
    { "两千零两", -1 },
    { "一百零三", 103 },
    { "一百〇三", 103 },
    { "一〇三", 103 },
    { "二〇", 20 },
    { "二〇二四", 2024 },
    { "二○二四", 2024 },
    { "二Ｏ二四", 2024 },
    { "〇", 0 },
    { "零", 0 },
    { "一九九八", 1998 },
    { "一百一十二", 112 },
    { "一百十二", 112 },
    { "壹拾贰", 12 },
    { "貳佰", 200 },
    { "一千零一十", 1010 },
    { "一千零十", 1010 },
    { "一千零一", 1001 },
    { "2147483647", G_MAXINT },
    { "2147483648", -1 },
    { "99999999999", -1 },
    { "", -1 },
    { " ", -1 },
    { "三四", -1 },
    { "一二三", -1 },
    { "一百二", -1 },
    { "一千二十", -1 },
    { "一千零零一", -1 },
    { "零一", -1 },
    { "百", -1 },
    { "十百", -1 },
    { "十十", -1 },
    { "一万", -1 },
    { "两十", -1 },
    { "二两", -1 },
    { "1十", -1 },
    { "1 2", -1 },
    { "1.5", -1 },
    { "-1", -1 },
    { "+1", -1 },
    { "六轮", -1 },
    { "O", -1 },
    { "o", -1 },
    { "Oo", -1 },
    { "首", -1 },
    { "第六", -1 },

    { "九千九百九十九", 9999 },
    { "九九九九九", -1 },
    { "千千千千千千千千千千千千千千千千", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int number = -1;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (xc_numeral_parse (cases[i].text, &number), ==, cases[i].number >= 0);
      g_assert_cmpint (number, ==, cases[i].number);
    }
  g_assert_false (xc_numeral_parse ("\xff", &(int){ 0 }));
}

static void
reads_ordinals (void)
{
  static const struct
  {
    const char *text;
    int number;
  } cases[] = {
    { "第六轮", 6 },
    { "第 6 轮", 6 },
    { "６", 6 },
    { "六", 6 },
    { "六轮", 6 },
    { "第六", 6 },
    { "首轮", 1 },
    { "首轮巡察", 1 },
    { "首批", 1 },
    { "第12轮", 12 },
    { "第１２轮", 12 },
    { "第十二巡察组", 12 },
    { "二届", 2 },
    { "第两批次", 2 },
    { "第二十一轮巡察", 21 },
    { "\u3000第六轮\n", 6 },
    { "首", -1 },
    { "第", -1 },
    { "轮", -1 },
    { "第轮", -1 },
    { "", -1 },
    { "第0轮", -1 },
    { "零轮", -1 },
    { "第首轮", -1 },
    { "第六轮轮", -1 },
    { "第六次", -1 },
    { "第六轮第二组", -1 },
    { "第三四组", -1 },
    { "第-1轮", -1 },
    { "第第六轮", -1 },
    { "第99999999999轮", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int number = -1;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (xc_numeral_parse_ordinal (cases[i].text, suffixes, &number), ==, cases[i].number > 0);
      g_assert_cmpint (number, ==, cases[i].number);
    }
}

static void
test_name (void)
{
  g_autofree char *name = xc_numeral_name (12);

  /* The tests run in English; the test of the catalogue asks in Chinese. */
  g_assert_cmpstr (name, ==, "12");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/numeral/reads-what-it-writes", reads_what_it_writes);
  g_test_add_func ("/core/numeral/writes-as-people-count", writes_as_people_count);
  g_test_add_func ("/core/numeral/writes-other-numbers-in-digits", writes_other_numbers_in_digits);
  g_test_add_func ("/core/numeral/reads-every-form", reads_every_form);
  g_test_add_func ("/core/numeral/reads-ordinals", reads_ordinals);
  g_test_add_func ("/core/numeral/name-in-a-sentence", test_name);
  return g_test_run ();
}
