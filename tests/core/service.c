/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/service.h"

static XcDay
day (const char *text)
{
  return text != NULL ? xc_day_parse_iso (text) : XC_DAY_NONE;
}

static void
assert_service (const char *member_from, const char *member_to, const char *round_from, const char *round_to,
                const char *from, const char *to)
{
  XcService service = xc_service_new (day (member_from), day (member_to), day (round_from), day (round_to));

  g_assert_cmpint (service.from, ==, day (from));
  g_assert_cmpint (service.to, ==, day (to));
}

static void
is_as_long_as_the_round (void)
{
  assert_service (NULL, NULL, "2021-03-01", "2021-05-31", "2021-03-01", "2021-05-31");
  assert_service (NULL, NULL, "2021-03-01", NULL, "2021-03-01", NULL);
  assert_service (NULL, NULL, NULL, NULL, NULL, NULL);
}

static void
has_days_of_its_own (void)
{
  assert_service ("2021-03-10", "2021-04-10", "2021-03-01", "2021-05-31", "2021-03-10", "2021-04-10");
  assert_service ("2021-03-10", NULL, "2021-03-01", "2021-05-31", "2021-03-10", "2021-05-31");
  assert_service (NULL, "2021-04-10", "2021-03-01", "2021-05-31", "2021-03-01", "2021-04-10");
  /* One day. */
  assert_service ("2021-03-10", "2021-03-10", NULL, NULL, "2021-03-10", "2021-03-10");
}

static void
may_lie_outside_the_round (void)
{
  assert_service ("2021-06-10", NULL, "2021-03-01", "2021-05-31", "2021-06-10", NULL);
  assert_service (NULL, "2021-02-10", "2021-03-01", "2021-05-31", NULL, "2021-02-10");
  /* Typed the wrong way round: nothing is made better of it. */
  assert_service ("2021-06-10", "2021-05-10", "2021-03-01", "2021-05-31", "2021-06-10", "2021-05-10");
}

/* Whether a day of one is a day of the other, by going over all days: what the function must say. */
static gboolean
share_a_day (const XcService *service, XcDay from, XcDay to)
{
  if (!xc_day_is_set (service->from) && !xc_day_is_set (service->to))
    return FALSE;
  for (XcDay at = -10; at <= 20; at++)
    if ((!xc_day_is_set (service->from) || at >= service->from)
        && (!xc_day_is_set (service->to) || at <= service->to) && (!xc_day_is_set (from) || at >= from)
        && (!xc_day_is_set (to) || at <= to))
      return TRUE;
  return FALSE;
}

static void
overlaps_when_a_day_is_shared (void)
{
  static const XcDay days[] = { XC_DAY_NONE, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 };
  const guint n = G_N_ELEMENTS (days);
  guint n_overlaps = 0;

  for (guint i = 0; i < n * n * n * n; i++)
    {
      XcService service = { days[i % n], days[i / n % n] };
      XcDay from = days[i / n / n % n];
      XcDay to = days[i / n / n / n];
      gboolean overlaps;

      /* A period that ends before it begins is no period. */
      if (xc_day_is_set (from) && xc_day_is_set (to) && from > to)
        continue;
      overlaps = xc_service_overlaps (&service, from, to);
      g_assert_cmpint (overlaps, ==, share_a_day (&service, from, to));
      n_overlaps += overlaps;
    }
  g_assert_cmpuint (n_overlaps, >, 1000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/service/is-as-long-as-the-round", is_as_long_as_the_round);
  g_test_add_func ("/core/service/has-days-of-its-own", has_days_of_its_own);
  g_test_add_func ("/core/service/may-lie-outside-the-round", may_lie_outside_the_round);
  g_test_add_func ("/core/service/overlaps-when-a-day-is-shared", overlaps_when_a_day_is_shared);
  return g_test_run ();
}
