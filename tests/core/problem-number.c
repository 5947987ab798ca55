/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/problem-number.h"

static void
is_written_with_zeros (void)
{
  static const struct
  {
    XcProblemNumber number;
    const char *text;
  } cases[] = {
    { { 6, 3, 12 }, "06-03-012" },
    { { 1, 1, 1 }, "01-01-001" },
    { { 12, 112, 1234 }, "12-112-1234" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = xc_problem_number_format (&cases[i].number);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
is_read_as_it_is_written (void)
{
  for (guint round = 1; round <= 99; round += 7)
    for (guint organization = 1; organization <= 9999; organization += 313)
      for (guint problem = 1; problem <= 99999; problem += 9091)
        {
          XcProblemNumber written = { round, organization, problem };
          XcProblemNumber read = { 0 };
          g_autofree char *text = xc_problem_number_format (&written);

          g_assert_true (xc_problem_number_parse (text, &read));
          g_assert_cmpmem (&read, sizeof read, &written, sizeof written);
        }
}

static void
is_read_in_other_forms (void)
{
  static const char *const forms[] = { "6-3-12", "06-03-012", " 06-03-012\n", "０６－０３－０１２",
                                       "6–3–12", "0006-03-12" };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      XcProblemNumber number = { 0 };
      g_autofree char *key = xc_problem_number_key (forms[i]);

      g_assert_true (xc_problem_number_parse (forms[i], &number));
      g_assert_cmpuint (number.round, ==, 6);
      g_assert_cmpuint (number.organization, ==, 3);
      g_assert_cmpuint (number.problem, ==, 12);
      g_assert_cmpstr (key, ==, "06-03-012");
    }
}

static void
is_not_seen_in_other_texts (void)
{
  static const char *const others[] = { "",         "6-3",        "6-3-",          "-6-3-12",
                                        "6-3-12-1", "6-3-0",      "6-0-12",        "-3-12",
                                        "6-3-12a",  "2024-5-16x", "6.3.12",        "六-3-12",
                                        "6 3 12",   "6-3-100000", "999999999-1-1", "00000000000006-3-12" };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      XcProblemNumber number = { 9, 9, 9 };

      g_assert_false (xc_problem_number_parse (others[i], &number));
      g_assert_cmpuint (number.problem, ==, 9);
    }
}

static void
keys_of_own_numbers_ignore_width_case_and_spaces (void)
{
  g_autofree char *one = xc_problem_number_key ("巡〔２０２４〕 A 1号");
  g_autofree char *other = xc_problem_number_key ("巡〔2024〕a1号");
  g_autofree char *another = xc_problem_number_key ("巡〔2024〕a2号");

  g_assert_cmpstr (one, ==, other);
  g_assert_cmpstr (one, !=, another);
}

/* However it is typed, the key is what this program writes. */
static void
keys_are_as_numbers_are_written (void)
{
  for (guint round = 1; round <= 120; round += 17)
    for (guint problem = 1; problem <= 12000; problem += 997)
      {
        XcProblemNumber number = { round, 7, problem };
        g_autofree char *written = xc_problem_number_format (&number);
        g_autofree char *typed = g_strdup_printf ("%u - 7 — %u", round, problem);
        g_autofree char *short_form = g_strdup_printf ("%u-7-%u", round, problem);
        g_autofree char *key = xc_problem_number_key (written);
        g_autofree char *short_key = xc_problem_number_key (short_form);
        g_autofree char *other_key = xc_problem_number_key (typed);

        g_assert_cmpstr (key, ==, written);
        g_assert_cmpstr (short_key, ==, written);
        g_assert_cmpstr (other_key, ==, written);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/problem-number/is-written-with-zeros", is_written_with_zeros);
  g_test_add_func ("/core/problem-number/is-read-as-it-is-written", is_read_as_it_is_written);
  g_test_add_func ("/core/problem-number/is-read-in-other-forms", is_read_in_other_forms);
  g_test_add_func ("/core/problem-number/is-not-seen-in-other-texts", is_not_seen_in_other_texts);
  g_test_add_func ("/core/problem-number/keys-of-own-numbers-ignore-width-case-and-spaces",
                   keys_of_own_numbers_ignore_width_case_and_spaces);
  g_test_add_func ("/core/problem-number/keys-are-as-numbers-are-written", keys_are_as_numbers_are_written);
  return g_test_run ();
}
