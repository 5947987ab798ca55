/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/fail.h"

static void
sets_the_error_and_is_false (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (xc_fail (&error, g_quark_from_static_string ("x"), 7, "row %d of %s", 3, "round"));
  g_assert_error (error, g_quark_from_static_string ("x"), 7);
  g_assert_cmpstr (error->message, ==, "row 3 of round");
  g_assert_false (xc_fail (NULL, g_quark_from_static_string ("x"), 7, "nobody listens"));
}

static void
says_only_what_can_be_shown (void)
{
  g_autoptr (GError) error = NULL;

  xc_fail (&error, g_quark_from_static_string ("x"), 7, "near “%s”", "a\377z");
  g_assert_cmpstr (error->message, ==, "near “a\xef\xbf\xbdz”");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/fail/sets-the-error-and-is-false", sets_the_error_and_is_false);
  g_test_add_func ("/core/fail/says-only-what-can-be-shown", says_only_what_can_be_shown);
  return g_test_run ();
}
