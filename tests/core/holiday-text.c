/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/holiday-text.h"

/* “2025-01-01 off 元旦, …” */
static char *
read_text (const char *text, int year, char **fault)
{
  g_autoptr (GPtrArray) holidays = xc_holiday_text_read (text, year, fault);
  GString *found = g_string_new (NULL);

  for (guint i = 0; i < holidays->len; i++)
    {
      const XcHoliday *holiday = holidays->pdata[i];
      char iso[XC_DAY_ISO_SIZE];

      g_string_append_printf (found, "%s%s %s %s", i > 0 ? ", " : "", xc_day_format_iso (holiday->day, iso),
                              holiday->is_off ? "off" : "on", holiday->title);
    }
  return g_string_free (found, FALSE);
}

static void
assert_read (const char *text, const char *expected)
{
  g_autofree char *fault = NULL;
  g_autofree char *found = read_text (text, 2030, &fault);

  g_assert_cmpstr (fault, ==, NULL);
  g_assert_cmpstr (found, ==, expected);
}

static void
reads_a_notice (void)
{
  assert_read ("现将２０３０年部分节假日安排通知如下。\n"
               "一、元旦：1月1日（周二）放假1天，不调休。\n"
               "二、春节：2月2日（除夕、周六）至4日（初二、周一）放假调休，共3天。1月27日（周日）、2月9日（周"
               "六）上班。\n"
               "三、国庆节、中秋节：9月30日至10月1日放假。\n"
               "某办公厅\n2029年11月12日\n",
               "2030-01-01 off 元旦, 2030-01-27 on 春节, 2030-02-02 off 春节, 2030-02-03 off 春节, "
               "2030-02-04 off 春节, 2030-02-09 on 春节, 2030-09-30 off 国庆节、中秋节, 2030-10-01 off "
               "国庆节、中秋节");
  assert_read ("元旦：2029年12月31日至2030年1月1日放假，1月5日上班。",
               "2029-12-31 off 元旦, 2030-01-01 off 元旦, 2030-01-05 on 元旦");
}

static void
reads_a_day_a_line (void)
{
  assert_read ("2030-01-01 放假 元旦\n2030/1/6\t班\t元旦\n5.1-5.1 休\n",
               "2030-01-01 off 元旦, 2030-01-06 on 元旦, 2030-05-01 off ");
  /* The last word on a day counts. */
  assert_read ("1月1日放假\n1月1日上班\n", "2030-01-01 on ");
  assert_read ("", "");
  assert_read ("共8天，不调休。", "");
}

static void
names_what_is_no_day (void)
{
  g_autofree char *fault = NULL;
  g_autofree char *found = read_text ("元旦：2月30日放假。3月1日至2月1日放假。1月1日放假。", 2030, &fault);

  g_assert_cmpstr (found, ==, "2030-01-01 off 元旦");
  g_assert_nonnull (g_strstr_len (fault, -1, "2月30日"));
}

static void
reads_what_it_writes (void)
{
  static const char text[] = "2030-01-01 放假 元旦\n2030-01-27 上班 春节\n2030-02-02 放假 \n";
  g_autofree char *fault = NULL;
  g_autoptr (GPtrArray) holidays = xc_holiday_text_read (text, 2030, &fault);
  g_autofree char *written = xc_holiday_text_write (holidays);

  g_assert_cmpstr (written, ==, text);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/holiday-text/reads-a-notice", reads_a_notice);
  g_test_add_func ("/core/holiday-text/reads-a-day-a-line", reads_a_day_a_line);
  g_test_add_func ("/core/holiday-text/names-what-is-no-day", names_what_is_no_day);
  g_test_add_func ("/core/holiday-text/reads-what-it-writes", reads_what_it_writes);
  return g_test_run ();
}
