/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/extension.h"

#define DAY(n) ((XcDay) (19000 + (n)))

static const XcExtension twice[] = { { DAY (10), DAY (20), DAY (9) }, { DAY (20), DAY (30), DAY (18) } };

static void
asks_for_a_later_day_a_reason_and_an_approver (void)
{
  const XcExtensionRequest good = { DAY (30), FALSE, DAY (40), "等待验收", "分管领导", DAY (29) };
  XcExtensionRequest request = good;

  g_assert_cmpint (xc_extension_check (twice, 2, &request), ==, XC_EXTENSION_ALLOWED);
  g_assert_cmpint (xc_extension_check (NULL, 0, &request), ==, XC_EXTENSION_ALLOWED);
  request.approved_on = DAY (18);
  g_assert_cmpint (xc_extension_check (twice, 2, &request), ==, XC_EXTENSION_ALLOWED);
  request.approved_on = DAY (17);
  g_assert_cmpint (xc_extension_check (twice, 2, &request), ==, XC_EXTENSION_BEFORE_LAST);
  request.approved_on = XC_DAY_NONE;
  g_assert_cmpint (xc_extension_check (twice, 2, &request), ==, XC_EXTENSION_NO_DAY);
  request = good;
  request.new_on = XC_DAY_NONE;
  g_assert_cmpint (xc_extension_check (twice, 2, &request), ==, XC_EXTENSION_NO_DAY);
  for (int n = 28; n < 33; n++)
    {
      request.new_on = DAY (n);
      g_assert_cmpint (xc_extension_check (twice, 2, &request), ==,
                       n > 30 ? XC_EXTENSION_ALLOWED : XC_EXTENSION_NOT_LATER);
    }
  request = good;
  request.reason = " 　";
  g_assert_cmpint (xc_extension_check (twice, 2, &request), ==, XC_EXTENSION_NO_REASON);
  request = good;
  request.approver = NULL;
  g_assert_cmpint (xc_extension_check (twice, 2, &request), ==, XC_EXTENSION_NO_APPROVER);
  request = good;
  request.is_done = TRUE;
  g_assert_cmpint (xc_extension_check (twice, 2, &request), ==, XC_EXTENSION_DONE);
  request.due_on = XC_DAY_NONE;
  g_assert_cmpint (xc_extension_check (twice, 2, &request), ==, XC_EXTENSION_NO_LIMIT);
}

static void
keeps_the_first_day (void)
{
  const XcExtension back[] = { twice[1], twice[0] };
  const XcExtension unknown[] = { { XC_DAY_NONE, DAY (20), DAY (9) } };

  g_assert_cmpint (xc_extension_get_first (twice, 2, DAY (30)), ==, DAY (10));
  g_assert_cmpint (xc_extension_get_first (back, 2, DAY (30)), ==, DAY (10));
  g_assert_cmpint (xc_extension_get_first (twice, 0, DAY (30)), ==, DAY (30));
  g_assert_cmpint (xc_extension_get_first (NULL, 0, XC_DAY_NONE), ==, XC_DAY_NONE);
  g_assert_cmpint (xc_extension_get_first (unknown, 1, DAY (20)), ==, DAY (20));
}

static void
says_each_refusal_in_a_sentence_of_its_own (void)
{
  for (guint i = 0; i < XC_N_EXTENSION_REFUSALS; i++)
    {
      const char *sentence = xc_extension_refusal_get_sentence ((XcExtensionRefusal) i);

      g_assert_true (i == 0 ? *sentence == '\0' : g_str_has_suffix (sentence, "."));
      for (guint j = 0; j < i; j++)
        g_assert_cmpstr (sentence, !=, xc_extension_refusal_get_sentence ((XcExtensionRefusal) j));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/extension/asks-for-a-later-day-a-reason-and-an-approver",
                   asks_for_a_later_day_a_reason_and_an_approver);
  g_test_add_func ("/core/extension/keeps-the-first-day", keeps_the_first_day);
  g_test_add_func ("/core/extension/says-each-refusal-in-a-sentence-of-its-own",
                   says_each_refusal_in_a_sentence_of_its_own);
  return g_test_run ();
}
