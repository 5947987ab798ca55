/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/rotation.h"

#define MONDAY ((XcDay) 18994) /* 2022-01-03 */

/* Backups that are there, as days, oldest first. */
static void
rotate (GArray *days)
{
  g_autofree gboolean *keep = g_new (gboolean, days->len);
  guint n_kept = 0;

  xc_rotation_choose ((const XcDay *) (const void *) days->data, days->len, keep);
  for (guint i = 0; i < days->len; i++)
    if (keep[i])
      g_array_index (days, XcDay, n_kept++) = g_array_index (days, XcDay, i);
  g_array_set_size (days, n_kept);
}

static gboolean
has_day (const GArray *days, XcDay day)
{
  for (guint i = 0; i < days->len; i++)
    if (g_array_index (days, XcDay, i) == day)
      return TRUE;
  return FALSE;
}

static void
keeps_days_weeks_and_months_over_years (void)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (XcDay));

  for (XcDay today = MONDAY; today < MONDAY + 5 * 365; today++)
    {
      int year, month, day;

      g_array_append_val (days, today);
      rotate (days);
      if (today < MONDAY + 400)
        continue;
      for (XcDay back = 0; back < 7; back++)
        g_assert_true (has_day (days, today - back));
      for (XcDay back = 0; back < 4; back++)
        g_assert_true (has_day (days, today - (xc_day_weekday (today) - 1) - 7 * back));
      xc_day_get (today, &year, &month, &day);
      for (int back = 0; back < 12; back++)
        g_assert_true (has_day (days, xc_day_add_months (xc_day_new (year, month, 1), -back)));
      /* And no more than that: at most three of the weeks and eleven of the months lie before the last seven days. */
      g_assert_cmpuint (days->len, <=, 7 + 4 + 12);
      g_assert_cmpint (g_array_index (days, XcDay, 0), >, today - 366);
    }
}

static void
is_the_same_however_often_it_is_done (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20240516);

  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (GArray) often = g_array_new (FALSE, FALSE, sizeof (XcDay));
      g_autoptr (GArray) seldom = g_array_new (FALSE, FALSE, sizeof (XcDay));
      XcDay today = MONDAY;

      for (guint i = 0; i < 300; i++)
        {
          /* Several on one day, a holiday, months without the machine. */
          static const int gaps[] = { 0, 0, 1, 1, 1, 3, 9, 70 };

          today += gaps[g_rand_int_range (rand, 0, G_N_ELEMENTS (gaps))];
          g_array_append_val (often, today);
          g_array_append_val (seldom, today);
          rotate (often);
          if (g_rand_boolean (rand))
            rotate (seldom);
        }
      rotate (seldom);
      g_assert_cmpmem (often->data, often->len * sizeof (XcDay), seldom->data, seldom->len * sizeof (XcDay));
    }
}

static void
keeps_the_first_and_the_latest_of_a_busy_day (void)
{
  XcDay days[20];
  gboolean keep[20];

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    days[i] = MONDAY;
  xc_rotation_choose (days, G_N_ELEMENTS (days), keep);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    g_assert_cmpint (keep[i], ==, i == 0 || i >= 13);
}

static void
keeps_all_of_a_few (void)
{
  const XcDay days[] = { MONDAY, MONDAY + 200, MONDAY + 1000 };
  gboolean keep[3] = { FALSE };

  xc_rotation_choose (days, 0, keep);
  g_assert_false (keep[0]);
  xc_rotation_choose (days, 3, keep);
  g_assert_true (keep[0] && keep[1] && keep[2]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/rotation/keeps-days-weeks-and-months-over-years",
                   keeps_days_weeks_and_months_over_years);
  g_test_add_func ("/store/rotation/is-the-same-however-often-it-is-done",
                   is_the_same_however_often_it_is_done);
  g_test_add_func ("/store/rotation/keeps-the-first-and-the-latest-of-a-busy-day",
                   keeps_the_first_and_the_latest_of_a_busy_day);
  g_test_add_func ("/store/rotation/keeps-all-of-a-few", keeps_all_of_a_few);
  return g_test_run ();
}
