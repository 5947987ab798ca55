/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workbook/serial.h"

static void
is_day (double serial, gboolean is_1904, const char *expected)
{
  char text[XC_SERIAL_TEXT_SIZE];
  XcDay day;

  g_assert_cmpint (xc_serial_get_day (serial, is_1904, &day, text), ==, XC_SERIAL_DAY);
  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpint (day, ==, xc_day_parse_iso (expected));
}

static void
is_none (double serial, gboolean is_1904, XcSerial kind, const char *expected)
{
  char text[XC_SERIAL_TEXT_SIZE];
  XcDay day = 0;

  g_assert_cmpint (xc_serial_get_day (serial, is_1904, &day, text), ==, kind);
  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpint (day, ==, XC_DAY_NONE);
}

static void
counts_from_1900 (void)
{
  is_day (1, FALSE, "1900-01-01");
  is_day (31, FALSE, "1900-01-31");
  is_day (32, FALSE, "1900-02-01");
  is_day (59, FALSE, "1900-02-28");
  is_day (61, FALSE, "1900-03-01");
  is_day (36526, FALSE, "2000-01-01");
  is_day (36585, FALSE, "2000-02-29");
  is_day (45351, FALSE, "2024-02-29");
  is_day (45356, FALSE, "2024-03-05");
  is_day (45356.999999, FALSE, "2024-03-05");
  is_day (109574, FALSE, "2199-12-31");
}

static void
counts_from_1904 (void)
{
  is_day (0, TRUE, "1904-01-01");
  is_day (60, TRUE, "1904-03-01");
  is_day (59, TRUE, "1904-02-29");
  is_day (43894, TRUE, "2024-03-05");
  is_day (43894.25, TRUE, "2024-03-05");
}

static void
gives_each_day_once (void)
{
  XcDay before = XC_DAY_NONE;
  char text[XC_SERIAL_TEXT_SIZE], iso[XC_DAY_ISO_SIZE];

  for (guint serial = 61; serial <= 109574; serial++)
    {
      XcDay day;

      g_assert_cmpint (xc_serial_get_day (serial, FALSE, &day, text), ==, XC_SERIAL_DAY);
      g_assert_true (before == XC_DAY_NONE || day == before + 1);
      g_assert_cmpstr (xc_day_format_iso (day, iso), ==, text);
      before = day;
    }
}

static void
knows_what_is_no_day (void)
{
  is_none (60, FALSE, XC_SERIAL_NO_DAY, "1900-02-29");
  is_none (60.5, FALSE, XC_SERIAL_NO_DAY, "1900-02-29");
  is_none (0, FALSE, XC_SERIAL_NO_DAY, "0");
  is_none (0.5, FALSE, XC_SERIAL_NO_DAY, "0.5");
  is_none (-1, FALSE, XC_SERIAL_NO_DAY, "-1");
  is_none (-0.5, TRUE, XC_SERIAL_NO_DAY, "-0.5");
  is_none (109575, FALSE, XC_SERIAL_NO_DAY, "2200-01-01");
  is_none (2958465, FALSE, XC_SERIAL_NO_DAY, "9999-12-31");
  is_none (2958466, FALSE, XC_SERIAL_NUMBER, "2958466");
  is_none (2957004, TRUE, XC_SERIAL_NUMBER, "2957004");
  is_none (20240305, FALSE, XC_SERIAL_NUMBER, "20240305");
  is_none (1e300, FALSE, XC_SERIAL_NUMBER, "1e+300");
  is_none (-1e300, TRUE, XC_SERIAL_NO_DAY, "-1e+300");
}

static void
writes_numbers_as_people_see_them (void)
{
  static const struct
  {
    const char *text;
    const char *expected;
    gboolean lost;
  } numbers[] = {
    { "0", "0", FALSE },
    { "-0", "0", FALSE },
    { "7.0", "7", FALSE },
    { "1.10", "1.1", FALSE },
    { "0.1", "0.1", FALSE },
    { "0.30000000000000004", "0.3", FALSE },
    { "85.710000000000008", "85.71", FALSE },
    { "20240305", "20240305", FALSE },
    { "1.3E4", "13000", FALSE },
    { "999999999999999", "999999999999999", FALSE },
    { "1000000000000000", "1000000000000000", TRUE },
    { "-1000000000000000", "-1000000000000000", TRUE },
    { "1.1010119900307001E+17", "110101199003070016", TRUE },
    { "1E+300", "1e+300", TRUE },
    { "5e-324", "4.94065645841247e-324", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      char text[XC_SERIAL_TEXT_SIZE];
      double number;

      g_assert_true (xc_serial_parse_number (numbers[i].text, &number));
      xc_serial_format_number (number, text);
      g_assert_cmpstr (text, ==, numbers[i].expected);
      g_assert_cmpint (xc_serial_has_lost_digits (number), ==, numbers[i].lost);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add_func ("/workbook/serial/" name, func)
  ADD ("counts-from-1900", counts_from_1900);
  ADD ("counts-from-1904", counts_from_1904);
  ADD ("gives-each-day-once", gives_each_day_once);
  ADD ("knows-what-is-no-day", knows_what_is_no_day);
  ADD ("writes-numbers-as-people-see-them", writes_numbers_as_people_see_them);
  return g_test_run ();
}
