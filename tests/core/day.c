/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/day.h"

#define MAY_16 19859 /* 2024-05-16 */

static void
agrees_with_the_calendar_on_every_day (void)
{
  g_autoptr (GDate) date = g_date_new_dmy (1, 1, 1900);
  char iso[XC_DAY_ISO_SIZE];

  for (XcDay day = XC_DAY_MIN; day <= XC_DAY_MAX; day++, g_date_add_days (date, 1))
    {
      g_autofree char *shown = xc_day_format (day);
      g_autofree char *typed = NULL;
      int year, month, day_of_month;

      xc_day_get (day, &year, &month, &day_of_month);
      g_assert_cmpint (year, ==, g_date_get_year (date));
      g_assert_cmpint (month, ==, g_date_get_month (date));
      g_assert_cmpint (day_of_month, ==, g_date_get_day (date));
      g_assert_cmpint (xc_day_weekday (day), ==, g_date_get_weekday (date));
      g_assert_cmpint (xc_day_new (year, month, day_of_month), ==, day);
      g_assert_cmpint (xc_day_parse_iso (xc_day_format_iso (day, iso)), ==, day);
      g_assert_cmpint (xc_day_parse (iso, XC_DAY_NONE), ==, day);
      g_assert_cmpstr (shown, ==, iso);
      typed = g_strdup_printf ("%d年%d月%d日", year, month, day_of_month);
      g_assert_cmpint (xc_day_parse (typed, XC_DAY_NONE), ==, day);
    }
  g_assert_cmpint (g_date_get_year (date), ==, 2200);
  xc_day_get (0, NULL, NULL, NULL);
  g_assert_cmpint (xc_day_new (1970, 1, 1), ==, 0);
}

static void
refuses_days_that_do_not_exist (void)
{
  int known = 0;

  for (int year = 1890; year < 2210; year++)
    for (int month = -1; month < 15; month++)
      for (int day = -1; day < 34; day++)
        {
          gboolean exists = year >= 1900 && year <= 2199 && month >= 1 && month <= 12 && day >= 1
                            && g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);

          g_assert_cmpint (xc_day_is_set (xc_day_new (year, month, day)), ==, exists);
          known += exists;
        }
  g_assert_cmpint (known, ==, XC_DAY_MAX - XC_DAY_MIN + 1);
}

static void
adds_months_as_the_calendar_does (void)
{
  for (XcDay day = XC_DAY_MIN; day <= XC_DAY_MAX; day++)
    {
      int year, month, day_of_month;
      XcDay before = XC_DAY_MIN;

      xc_day_get (day, &year, &month, &day_of_month);
      for (int months = -14; months <= 14; months++)
        {
          g_autoptr (GDate) date =
              g_date_new_dmy ((GDateDay) day_of_month, (GDateMonth) month, (GDateYear) year);
          XcDay moved = xc_day_add_months (day, months);
          int wanted;

          if (months < 0)
            g_date_subtract_months (date, (guint) -months);
          else
            g_date_add_months (date, (guint) months);
          wanted = (int) g_date_get_julian (date) - 719163;
          if (wanted < XC_DAY_MIN || wanted > XC_DAY_MAX)
            wanted = XC_DAY_NONE;
          g_assert_cmpint (moved, ==, wanted);
          if (!xc_day_is_set (moved))
            continue;
          g_assert_cmpint (moved, >=, before);
          before = moved;
        }
    }
}

static void
clamps_to_the_end_of_the_month (void)
{
  g_assert_cmpint (xc_day_add_months (xc_day_new (2023, 1, 31), 1), ==, xc_day_new (2023, 2, 28));
  g_assert_cmpint (xc_day_add_months (xc_day_new (2024, 1, 31), 1), ==, xc_day_new (2024, 2, 29));
  g_assert_cmpint (xc_day_add_months (xc_day_new (2024, 5, 31), -3), ==, xc_day_new (2024, 2, 29));
  g_assert_cmpint (xc_day_add_months (xc_day_new (2024, 11, 30), 3), ==, xc_day_new (2025, 2, 28));
  g_assert_cmpint (xc_day_add_months (XC_DAY_NONE, 3), ==, XC_DAY_NONE);
  g_assert_cmpint (xc_day_add_months (0, G_MAXINT), ==, XC_DAY_NONE);
  g_assert_cmpint (xc_day_add_months (0, G_MININT), ==, XC_DAY_NONE);
}

static void
stores_one_form_only (void)
{
  static const char *const wrong[] = {
    "",           "2024-5-16",  "2024/05/16", " 2024-05-16", "2024-05-16 ",
    "2024-05-1x", "2024-02-30", "+024-05-16", "2024--5-16",  "20240516",
    "1899-12-31", "2200-01-01", "2024-00-10", "2024-05-16T", "２０２４-05-16"
  };
  char iso[XC_DAY_ISO_SIZE];

  g_assert_cmpint (xc_day_parse_iso ("2024-05-16"), ==, MAY_16);
  g_assert_cmpint (xc_day_parse_iso (NULL), ==, XC_DAY_NONE);
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_cmpint (xc_day_parse_iso (wrong[i]), ==, XC_DAY_NONE);
  g_assert_cmpstr (xc_day_format_iso (XC_DAY_NONE, iso), ==, "");
  g_assert_cmpstr (xc_day_format_iso (XC_DAY_MIN, iso), ==, "1900-01-01");
  g_assert_cmpstr (xc_day_format_iso (XC_DAY_MAX, iso), ==, "2199-12-31");
}

static void
reads_every_usual_form (void)
{
  static const char *const forms[] = {
    "2024-5-16",
    "2024-05-16",
    "2024/5/16",
    "2024.5.16",
    "2024.05.16",
    "20240516",
    "2024年5月16日",
    "2024年5月16",
    "2024年05月16号",
    "２０２４．５．１６",
    "２０２４－５－１６",
    "２０２４／０５／１６",
    "２０２４０５１６",
    "２０２４年５月１６日",
    "二〇二四年五月十六日",
    "二○二四年五月十六日",
    "二零二四年五月十六日",
    "二Ｏ二四年五月十六日",
    "2024年五月十六日",
    "2024。5。16",
    "2024–5–16",
    "2024—5—16",
    " 2024 - 5 - 16 ",
    "\u30002024 年 5 月 16 日\u3000",
    "\u00a02024.5. 16\n",
    "2024-05-16 00:00:00",
    "2024-05-16T08:30",
    "2024-05-16 00:00:00.000",
    "20240516 09:00",
    "2024年5月16日 14：30",
    "5-16",
    "05-16",
    "5.16",
    "5/16",
    "5月16日",
    "5月16",
    "五月十六日",
    "5 月 16 号",
    "０５．１６",
  };
  static const char *const autumn[] = { "十一月三十日", "11.30", "二〇二四年十一月三十日", "11月卅日" };

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_test_message ("%s", forms[i]);
      g_assert_cmpint (xc_day_parse (forms[i], xc_day_new (2024, 12, 31)), ==, MAY_16);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (autumn); i++)
    g_assert_cmpint (xc_day_parse (autumn[i], MAY_16), ==, xc_day_new (2024, 11, 30));
  g_assert_cmpint (xc_day_parse ("2-29", xc_day_new (2024, 1, 1)), ==, xc_day_new (2024, 2, 29));
}

static void
refuses_what_is_no_day (void)
{
  static const char *const wrong[] = {
    "",
    " ",
    "2024年5月",
    "2024-5",
    "2024.5",
    "2024",
    "2024年",
    "202405",
    "2024516",
    "024-05-16",
    "24-5-16",
    "24年5月16日",
    "24.5.16",
    "2024-02-30",
    "2023-02-29",
    "2024-13-01",
    "2024-00-10",
    "2024-5-0",
    "20240230",
    "2024-005-16",
    "2024-5-016",
    "2024-5.16",
    "2024/5-16",
    "2024年5-16",
    "2024月5月16日",
    "2024年5月16日前",
    "2024年5月16日至20日",
    "2024.5.16-5.20",
    "2024-5-16 x",
    "2024-5-16 25:00",
    "2024-5-16 10:60",
    "2024-5-16 10",
    "2024-5-1610:00",
    "2024 5 16",
    "20 24-5-16",
    "5 16",
    "13-1",
    "2-29",
    "16.5",
    "5年16日",
    "5-16 10:00",
    "-5-16",
    "5-16-",
    "5-",
    "月5日",
    "5.16.2024",
    "16/5/2024",
    "1899-12-31",
    "2200-1-1",
    "99999999999999999999",
    "年底",
    "长期坚持",
    "2024年底前",
    "二〇二四年五月",
    "二十四年五月十六日",
    "45428",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_test_message ("%s", wrong[i]);
      g_assert_cmpint (xc_day_parse (wrong[i], xc_day_new (2023, 6, 1)), ==, XC_DAY_NONE);
    }
  g_assert_cmpint (xc_day_parse ("\xff\xfe", MAY_16), ==, XC_DAY_NONE);
  g_assert_cmpint (xc_day_parse ("2024-5-16\xff", MAY_16), ==, XC_DAY_NONE);
  g_assert_cmpint (xc_day_parse (NULL, 0), ==, XC_DAY_NONE);
  g_assert_cmpint (xc_day_parse ("5-16", XC_DAY_NONE), ==, XC_DAY_NONE);
}

static void
shows_no_day_as_nothing (void)
{
  g_autofree char *none = xc_day_format (XC_DAY_NONE);
  g_autofree char *may = xc_day_format (MAY_16);

  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (may, ==, "2024-05-16");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/day/agrees-with-the-calendar-on-every-day", agrees_with_the_calendar_on_every_day);
  g_test_add_func ("/core/day/refuses-days-that-do-not-exist", refuses_days_that_do_not_exist);
  g_test_add_func ("/core/day/adds-months-as-the-calendar-does", adds_months_as_the_calendar_does);
  g_test_add_func ("/core/day/clamps-to-the-end-of-the-month", clamps_to_the_end_of_the_month);
  g_test_add_func ("/core/day/stores-one-form-only", stores_one_form_only);
  g_test_add_func ("/core/day/reads-every-usual-form", reads_every_usual_form);
  g_test_add_func ("/core/day/refuses-what-is-no-day", refuses_what_is_no_day);
  g_test_add_func ("/core/day/shows-no-day-as-nothing", shows_no_day_as_nothing);
  return g_test_run ();
}
