/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/ratio.h"

#include <string.h>

static void
gives_the_published_figures (void)
{
  static const struct
  {
    int n, of, decimals;
    const char *text;
  } cases[] = {
    { 96, 112, 2, "85.71%" },     { 688, 697, 2, "98.71%" },  { 131, 157, 1, "83.4%" },
    { 80, 95, 1, "84.2%" },       { 153, 220, 1, "69.5%" },   { 51, 62, 1, "82.3%" },
    { 0, 112, 2, "0.00%" },       { 112, 112, 2, "100.00%" }, { 1, 8, 0, "13%" },
    { 1, 8, 1, "12.5%" },         { 1, 16, 1, "6.3%" },       { 1, 2000, 1, "0.1%" },
    { 199, 200, 0, "100%" },      { 1, 3, 4, "33.3333%" },    { 2, 3, 4, "66.6667%" },
    { 1, 1000000, 4, "0.0001%" }, { 5, 4, 2, "125.00%" },     { 1, 9999, 2, "0.01%" },
    { 1, 20001, 2, "0.00%" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = xc_ratio_format (cases[i].n, cases[i].of, cases[i].decimals);
      g_autofree char *plain = xc_ratio_format_plain (cases[i].n, cases[i].of, cases[i].decimals);
      g_autofree char *with_sign = g_strconcat (plain, "%", NULL);

      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpstr (with_sign, ==, cases[i].text);
    }
}

static void
has_no_rate_of_nothing (void)
{
  for (int decimals = 0; decimals <= XC_RATIO_DECIMALS_MAX; decimals++)
    for (int n = 0; n < 3; n++)
      {
        g_autofree char *text = xc_ratio_format (n, 0, decimals);
        g_autofree char *plain = xc_ratio_format_plain (n, 0, decimals);

        g_assert_cmpstr (text, ==, "\u2014");
        g_assert_cmpstr (plain, ==, "");
      }
}

/* The digits of @text without its point; asserts how many follow the point. */
static gint64
read_scaled (const char *text, int decimals)
{
  g_autofree char *digits = g_strdup (text);
  char *point = strchr (digits, '.');

  g_assert_cmpint (point != NULL, ==, decimals > 0);
  if (point != NULL)
    {
      g_assert_cmpuint (strlen (point + 1), ==, (gsize) decimals);
      memmove (point, point + 1, strlen (point));
    }
  g_assert_cmpuint (strspn (digits, "0123456789"), ==, strlen (digits));
  return g_ascii_strtoll (digits, NULL, 10);
}

/* What is shown is at most half a unit from the rate, below it strictly less. */
static void
assert_rounded_half_up (gint64 n, gint64 of, int decimals, gint64 scaled)
{
  gint64 units = 100;

  for (int i = 0; i < decimals; i++)
    units *= 10;
  g_assert_cmpint (2 * scaled * of - of, <=, 2 * n * units);
  g_assert_cmpint (2 * n * units, <, 2 * scaled * of + of);
}

static void
rounds_half_up_over_every_register (void)
{
  for (int decimals = 0; decimals <= XC_RATIO_DECIMALS_MAX; decimals++)
    for (int of = 1; of <= 320; of++)
      {
        gint64 before = -1;

        for (int n = 0; n <= of; n++)
          {
            g_autofree char *text = xc_ratio_format_plain (n, of, decimals);
            gint64 scaled = read_scaled (text, decimals);

            assert_rounded_half_up (n, of, decimals, scaled);
            g_assert_cmpint (scaled, >=, before);
            before = scaled;
          }
      }
}

static void
is_exact_at_its_limits (void)
{
  g_autofree char *one = xc_ratio_format (XC_RATIO_MAX, XC_RATIO_MAX, 4);
  g_autofree char *almost = xc_ratio_format (XC_RATIO_MAX - 1, XC_RATIO_MAX, 4);
  g_autofree char *most = xc_ratio_format (XC_RATIO_MAX, 1, 4);
  g_autofree char *half = xc_ratio_format (XC_RATIO_MAX / 2000000 - 1, XC_RATIO_MAX, 4);
  g_autofree char *up = xc_ratio_format (XC_RATIO_MAX / 2000000, XC_RATIO_MAX, 4);

  g_assert_cmpstr (one, ==, "100.0000%");
  g_assert_cmpstr (almost, ==, "100.0000%");
  g_assert_cmpstr (most, ==, "100000000000000.0000%");
  g_assert_cmpstr (half, ==, "0.0000%");
  g_assert_cmpstr (up, ==, "0.0001%");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/ratio/gives-the-published-figures", gives_the_published_figures);
  g_test_add_func ("/core/ratio/has-no-rate-of-nothing", has_no_rate_of_nothing);
  g_test_add_func ("/core/ratio/rounds-half-up-over-every-register", rounds_half_up_over_every_register);
  g_test_add_func ("/core/ratio/is-exact-at-its-limits", is_exact_at_its_limits);
  return g_test_run ();
}
