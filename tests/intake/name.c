/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "intake/name.h"

#include <string.h>

static void
are_compared_without_width_case_and_spaces (void)
{
  g_autofree char *one = xc_name_key (" 市新闻传媒中心（传媒集团）\n党委　");
  g_autofree char *other = xc_name_key ("市新闻传媒中心(传媒集团)党委");
  g_autofree char *latin = xc_name_key ("Finance ＢＵＲＥＡＵ");

  g_assert_cmpstr (one, ==, other);
  g_assert_cmpstr (latin, ==, "financebureau");
}

static void
assert_split (const char *cell, const char *expected)
{
  g_auto (GStrv) names = xc_name_split_list (cell);
  g_autofree char *joined = g_strjoinv ("|", names);

  g_assert_cmpstr (joined, ==, expected);
}

static void
are_split_at_what_people_put_between (void)
{
  assert_split ("张一、李二", "张一|李二");
  assert_split ("张一，李二；王三,赵四;钱五\n孙六", "张一|李二|王三|赵四|钱五|孙六");
  assert_split (" 张一 、、 李二、", "张一|李二");
  assert_split ("张一", "张一");
  assert_split ("、", "");
  assert_split ("", "");
}

static void
assert_suggests (const char *name, const char *expected)
{
  static const char *const known[] = { "财政局",   "财局",     "教育局",
                                       "东镇党委", "西镇党委", "示范区人民医院党委",
                                       "审计局" };
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *list = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    g_ptr_array_add (names, (char *) known[i]);
  found = xc_name_suggest (name, names);
  list = xc_name_quote_list (found);
  g_assert_cmpstr (list, ==, expected);
}

static void
are_suggested_when_they_are_close (void)
{
  assert_suggests ("财政局党组", "“财政局”, “财局”");
  assert_suggests ("东真党委", "“东镇党委”");
  assert_suggests ("人民医院", "“示范区人民医院党委”");
  assert_suggests ("水利局", "");
  assert_suggests ("", "");
  /* Longer than any name. */
  g_autofree char *long_name = g_strnfill (5000, 'x');
  assert_suggests (long_name, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/intake/name/are-compared-without-width-case-and-spaces",
                   are_compared_without_width_case_and_spaces);
  g_test_add_func ("/intake/name/are-split-at-what-people-put-between", are_split_at_what_people_put_between);
  g_test_add_func ("/intake/name/are-suggested-when-they-are-close", are_suggested_when_they_are_close);
  return g_test_run ();
}
