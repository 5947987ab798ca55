/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/letter-number.h"

static void
is_written_as_the_standard_says (void)
{
  g_autofree char *first = xc_letter_number_format ("示巡办函", xc_day_new (2026, 1, 1), 1);
  g_autofree char *later = xc_letter_number_format ("示巡办督", xc_day_new (2025, 12, 31), 120);

  g_assert_cmpstr (first, ==, "示巡办函〔2026〕1号");
  g_assert_cmpstr (later, ==, "示巡办督〔2025〕120号");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/letter-number/is-written-as-the-standard-says", is_written_as_the_standard_says);
  return g_test_run ();
}
