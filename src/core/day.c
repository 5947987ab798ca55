/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/day.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/numeral.h"
#include "core/text.h"

#define DAYS_IN_400_YEARS 146097
/* From 0000-03-01 to 1970-01-01. Years that begin in March have the leap day at their end. */
#define DAYS_TO_EPOCH 719468

/* 年 and 月 */
#define YEAR_SIGN 0x5E74
#define MONTH_SIGN 0x6708

static const char numeral_characters[] = "0123456789〇零○Oo一二三四五六七八九十廿卅";

static gboolean
is_leap_year (int year)
{
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int
days_in_month (int year, int month)
{
  static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  return lengths[month - 1] + (month == 2 && is_leap_year (year));
}

/**
 * xc_day_new:
 * @year: 1900 to 2199
 * @month: 1 to 12
 * @day: 1 to 31
 *
 * Returns: the day, or %XC_DAY_NONE if there is no such day between %XC_DAY_MIN and %XC_DAY_MAX
 */
XcDay
xc_day_new (int year, int month, int day)
{
  int shifted_year, day_of_year;

  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > days_in_month (year, month))
    return XC_DAY_NONE;
  shifted_year = month > 2 ? year : year - 1;
  day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
  return shifted_year * 365 + shifted_year / 4 - shifted_year / 100 + shifted_year / 400 + day_of_year
         - DAYS_TO_EPOCH;
}

/**
 * xc_day_get:
 * @day: a day that is set
 * @year: (out) (optional): its year
 * @month: (out) (optional): its month, 1 to 12
 * @day_of_month: (out) (optional): 1 to 31
 */
void
xc_day_get (XcDay day, int *year, int *month, int *day_of_month)
{
  int days, era_day, era_year, day_of_year, shifted_month;

  g_assert (day >= XC_DAY_MIN && day <= XC_DAY_MAX);

  days = day + DAYS_TO_EPOCH;
  era_day = days % DAYS_IN_400_YEARS;
  era_year = (era_day - era_day / 1460 + era_day / 36524 - era_day / 146096) / 365;
  day_of_year = era_day - (365 * era_year + era_year / 4 - era_year / 100);
  shifted_month = (5 * day_of_year + 2) / 153;
  if (year != NULL)
    *year = days / DAYS_IN_400_YEARS * 400 + era_year + (shifted_month >= 10);
  if (month != NULL)
    *month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
  if (day_of_month != NULL)
    *day_of_month = day_of_year - (153 * shifted_month + 2) / 5 + 1;
}

/**
 * xc_day_weekday:
 * @day: a day that is set
 *
 * Returns: 1 for Monday to 7 for Sunday
 */
int
xc_day_weekday (XcDay day)
{
  g_assert (day >= XC_DAY_MIN && day <= XC_DAY_MAX);

  /* 1970-01-01 was a Thursday; a multiple of 7 keeps the dividend positive. */
  return (day + 3 + 7 * 4000) % 7 + 1;
}

/**
 * xc_day_add_months:
 * @day: a day, or %XC_DAY_NONE
 * @months: how many calendar months later; negative for earlier
 *
 * The same day of another month, or that month's last day where it is shorter: 31 January + 1 month is the
 * end of February.
 *
 * Returns: the day; %XC_DAY_NONE if it lies outside %XC_DAY_MIN to %XC_DAY_MAX or @day is not set
 */
XcDay
xc_day_add_months (XcDay day, int months)
{
  int year, month, day_of_month;
  gint64 month_count;

  if (!xc_day_is_set (day))
    return XC_DAY_NONE;
  xc_day_get (day, &year, &month, &day_of_month);
  month_count = (gint64) year * 12 + month - 1 + months;
  if (month_count < 1900 * 12 || month_count >= 2200 * 12)
    return XC_DAY_NONE;
  year = (int) (month_count / 12);
  month = (int) (month_count % 12) + 1;
  return xc_day_new (year, month, MIN (day_of_month, days_in_month (year, month)));
}

static int
read_digits (const char *text, int count)
{
  int number = 0;

  for (int i = 0; i < count; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;
      number = 10 * number + g_ascii_digit_value (text[i]);
    }
  return number;
}

/**
 * xc_day_parse_iso:
 * @text: (nullable): a day as the ledger stores it
 *
 * Reads "2024-05-16" and nothing else: ten ASCII characters, no spaces.
 *
 * Returns: the day, or %XC_DAY_NONE
 */
XcDay
xc_day_parse_iso (const char *text)
{
  if (text == NULL || strlen (text) != XC_DAY_ISO_SIZE - 1 || text[4] != '-' || text[7] != '-')
    return XC_DAY_NONE;
  return xc_day_new (read_digits (text, 4), read_digits (text + 5, 2), read_digits (text + 8, 2));
}

/**
 * xc_day_format_iso:
 * @day: a day, or %XC_DAY_NONE
 * @buffer: where to write
 *
 * Writes a day as the ledger stores it, "2024-05-16", and no day as an empty string.
 *
 * Returns: (transfer none): @buffer
 */
const char *
xc_day_format_iso (XcDay day, char buffer[XC_DAY_ISO_SIZE])
{
  int year, month, day_of_month;

  buffer[0] = '\0';
  if (!xc_day_is_set (day))
    return buffer;
  xc_day_get (day, &year, &month, &day_of_month);
  for (int i = 3; i >= 0; i--, year /= 10)
    buffer[i] = (char) ('0' + year % 10);
  buffer[4] = buffer[7] = '-';
  buffer[5] = (char) ('0' + month / 10);
  buffer[6] = (char) ('0' + month % 10);
  buffer[8] = (char) ('0' + day_of_month / 10);
  buffer[9] = (char) ('0' + day_of_month % 10);
  buffer[10] = '\0';
  return buffer;
}

static void
skip_spaces (const char **at)
{
  while (g_unichar_isspace (g_utf8_get_char (*at)))
    *at = g_utf8_next_char (*at);
}

static gboolean
skip_character (const char **at, const char *accepted)
{
  if (**at == '\0' || g_utf8_strchr (accepted, -1, g_utf8_get_char (*at)) == NULL)
    return FALSE;
  *at = g_utf8_next_char (*at);
  return TRUE;
}

/* Length is in characters: it tells a year, a month and 20240516 apart. */
static gboolean
read_number (const char **at, int *number, int *length)
{
  const char *start = *at;
  g_autofree char *run = NULL;

  while (skip_character (at, numeral_characters))
    ;
  run = g_strndup (start, (gsize) (*at - start));
  *length = (int) g_utf8_strlen (run, -1);
  return *length > 0 && xc_numeral_parse (run, number);
}

/* A month or a day: two digits at most, or up to 三十一. */
static gboolean
read_part (const char **at, int *number)
{
  gboolean is_arabic;
  int length;

  skip_spaces (at);
  is_arabic = g_ascii_isdigit (**at);
  return read_number (at, number, &length) && length <= (is_arabic ? 2 : 3);
}

/* The separator's plain form: what stands for '-', '.' and '/' differs by keyboard. 0 if there is none. */
static gunichar
read_separator (const char **at)
{
  skip_spaces (at);
  if (skip_character (at, "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212"))
    return '-';
  if (skip_character (at, ".。·﹒"))
    return '.';
  if (skip_character (at, "/∕"))
    return '/';
  if (skip_character (at, "年"))
    return YEAR_SIGN;
  if (skip_character (at, "月"))
    return MONTH_SIGN;
  return 0;
}

/* Workbooks that passed through other systems carry "2024-05-16 00:00:00.000". */
static gboolean
skip_time (const char **at)
{
  int hour, minute, second = 0, fraction, length;

  skip_spaces (at);
  if (!read_part (at, &hour) || !skip_character (at, ":") || !read_part (at, &minute))
    return FALSE;
  if (skip_character (at, ":") && !read_part (at, &second))
    return FALSE;
  if (skip_character (at, ".") && !read_number (at, &fraction, &length))
    return FALSE;
  skip_spaces (at);
  return hour < 24 && minute < 60 && second < 60;
}

static gboolean
is_month_and_day (gunichar separator)
{
  return separator == '-' || separator == '.' || separator == '/' || separator == MONTH_SIGN;
}

static gboolean
are_date_separators (gunichar first, gunichar second)
{
  return first == YEAR_SIGN ? second == MONTH_SIGN : first == second && first != MONTH_SIGN;
}

/* Whether the text ends here, after the 日 that follows a 月. */
static gboolean
skip_end (const char **at, gunichar separator, gboolean has_year)
{
  const char *end = *at;

  skip_spaces (at);
  if (separator == MONTH_SIGN && skip_character (at, "日号"))
    end = *at;
  skip_spaces (at);
  if (**at == '\0')
    return TRUE;
  if (!has_year || !(skip_character (at, "T") || *at > end))
    return FALSE;
  return skip_time (at) && **at == '\0';
}

static XcDay
parse_month_and_day (const char *at, XcDay today)
{
  int year, month, day;
  gunichar separator;

  if (!xc_day_is_set (today) || !read_part (&at, &month))
    return XC_DAY_NONE;
  separator = read_separator (&at);
  if (!is_month_and_day (separator) || !read_part (&at, &day) || !skip_end (&at, separator, FALSE))
    return XC_DAY_NONE;
  xc_day_get (today, &year, NULL, NULL);
  return xc_day_new (year, month, day);
}

static XcDay
parse_folded (const char *text, XcDay today)
{
  const char *at = text;
  int year, month, day, length;
  gunichar first, second;

  skip_spaces (&at);
  if (!read_number (&at, &year, &length))
    return XC_DAY_NONE;
  if (length == 8)
    return skip_end (&at, 0, TRUE) ? xc_day_new (year / 10000, year / 100 % 100, year % 100) : XC_DAY_NONE;
  if (length != 4)
    return parse_month_and_day (text, today);
  first = read_separator (&at);
  if (first == 0 || !read_part (&at, &month))
    return XC_DAY_NONE;
  second = read_separator (&at);
  if (!are_date_separators (first, second) || !read_part (&at, &day) || !skip_end (&at, second, TRUE))
    return XC_DAY_NONE;
  return xc_day_new (year, month, day);
}

/**
 * xc_day_parse:
 * @text: (nullable): a day as people type it
 * @today: gives the year to a day without one; may be %XC_DAY_NONE, and then such days are refused
 *
 * Reads 2024-5-16, 2024/5/16, 2024.5.16, 20240516, 2024年5月16日, 二〇二四年五月十六日, and 5-16, 5.16, 5月16日 in
 * the year of @today; full-width or half-width, with spaces around and between the parts, a time of day after
 * the full forms. A year and a month are no day, and two-digit years are not guessed.
 *
 * Returns: the day, or %XC_DAY_NONE if there is no such day or @text says something else
 */
XcDay
xc_day_parse (const char *text, XcDay today)
{
  g_autofree char *folded = NULL;

  if (text == NULL)
    return XC_DAY_NONE;
  folded = xc_text_fold_width (text);
  return parse_folded (folded, today);
}

/**
 * xc_day_format:
 * @day: a day, or %XC_DAY_NONE
 *
 * Writes a day as readers expect it in their language, and no day as an empty string.
 *
 * Returns: (transfer full): the text
 */
char *
xc_day_format (XcDay day)
{
  int year, month, day_of_month;

  if (!xc_day_is_set (day))
    return g_strdup ("");
  xc_day_get (day, &year, &month, &day_of_month);
  /* translators: a day: %1$d is the year, %2$02d the month, %3$02d the day of the month */
  return g_strdup_printf (_ ("%1$d-%2$02d-%3$02d"), year, month, day_of_month);
}
