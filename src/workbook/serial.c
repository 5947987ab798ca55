/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workbook/serial.h"

#include <math.h>
#include <string.h>

/* Serials of 1970-01-01. */
#define EPOCH_1900 25569
#define EPOCH_1904 24107
/* In the 1900 system 1900 is a leap year: 60 is its 29 February, and what is below is one day off. */
#define LEAP_DAY_1900 60
/* 9999-12-31, the last day that is shown as one. */
#define LAST_DAY 2932896
/* A spreadsheet keeps 15 digits. */
#define MAX_EXACT 1e15

/**
 * xc_serial_get_day:
 * @serial: the number in a cell that is shown as a date
 * @is_1904: whether days are counted from 1904-01-01
 * @day: (out): the day; %XC_DAY_NONE when it is none
 * @text: (out): the day as text, or what is shown instead of one
 *
 * The time of day is dropped.
 *
 * Returns: what @serial is
 */
XcSerial
xc_serial_get_day (double serial, gboolean is_1904, XcDay *day, char text[XC_SERIAL_TEXT_SIZE])
{
  double whole = floor (serial);
  gint32 days;
  GDate date;

  *day = XC_DAY_NONE;
  /* Nearly all days of honest workbooks, which may hold millions of them. */
  days = whole > LEAP_DAY_1900 && whole < LAST_DAY ? (gint32) whole - (is_1904 ? EPOCH_1904 : EPOCH_1900)
                                                   : XC_DAY_NONE;
  if (days >= XC_DAY_MIN && days <= XC_DAY_MAX)
    {
      *day = days;
      xc_day_format_iso (days, text);
      return XC_SERIAL_DAY;
    }
  xc_serial_format_number (serial, text);
  if (whole > LAST_DAY + EPOCH_1900)
    return XC_SERIAL_NUMBER;
  if (whole < 0)
    return XC_SERIAL_NO_DAY;
  days = (gint32) whole - (is_1904 ? EPOCH_1904 : EPOCH_1900);
  if (!is_1904 && whole == 0)
    return XC_SERIAL_NO_DAY;
  if (!is_1904 && whole == LEAP_DAY_1900)
    {
      g_strlcpy (text, "1900-02-29", XC_SERIAL_TEXT_SIZE);
      return XC_SERIAL_NO_DAY;
    }
  if (!is_1904 && whole < LEAP_DAY_1900)
    days++;
  if (days > LAST_DAY)
    return XC_SERIAL_NUMBER;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, G_DATE_JANUARY, 1970);
  if (days >= 0)
    g_date_add_days (&date, (guint) days);
  else
    g_date_subtract_days (&date, (guint) -days);
  g_snprintf (text, XC_SERIAL_TEXT_SIZE, "%04u-%02u-%02u", g_date_get_year (&date),
              (guint) g_date_get_month (&date), g_date_get_day (&date));
  if (days > XC_DAY_MAX)
    return XC_SERIAL_NO_DAY;
  *day = days;
  return XC_SERIAL_DAY;
}

/**
 * xc_serial_parse_number:
 * @text: a number as XML Schema writes it
 * @number: (out): the number
 *
 * Returns: whether @text is a finite number and nothing else
 */
gboolean
xc_serial_parse_number (const char *text, double *number)
{
  gsize n_digits = strspn (text, "0123456789");
  char *end;

  /* So few digits are exact. */
  if (n_digits > 0 && n_digits <= 15 && text[n_digits] == '\0')
    {
      gint64 whole = 0;

      for (gsize i = 0; i < n_digits; i++)
        whole = whole * 10 + (text[i] - '0');
      *number = (double) whole;
      return TRUE;
    }
  /* Also keeps out "inf", "nan" and hexadecimal, which strtod reads. */
  if (text[0] == '\0' || text[strspn (text, "0123456789.+-eE")] != '\0')
    return FALSE;
  *number = g_ascii_strtod (text, &end);
  return *end == '\0' && isfinite (*number);
}

/**
 * xc_serial_has_lost_digits:
 * @number: the number in a cell
 *
 * Returns: whether @number has more digits before the point than a spreadsheet keeps
 */
gboolean
xc_serial_has_lost_digits (double number)
{
  return fabs (number) >= MAX_EXACT;
}

static void
format_unsigned (guint number, char *text)
{
  char digits[10];
  gsize at = sizeof digits;

  do
    digits[--at] = (char) ('0' + number % 10);
  while ((number /= 10) > 0);
  memcpy (text, digits + at, sizeof digits - at);
  text[sizeof digits - at] = '\0';
}

/**
 * xc_serial_format_number:
 * @number: a finite number
 * @text: (out): @number with at most 15 digits, as people see it, but never with an exponent up to 24 digits
 */
void
xc_serial_format_number (double number, char text[XC_SERIAL_TEXT_SIZE])
{
  if (number >= 0 && number < 1e9 && number == floor (number))
    format_unsigned ((guint) number, text);
  else if (number == floor (number) && fabs (number) < 1e24)
    g_ascii_formatd (text, XC_SERIAL_TEXT_SIZE, "%.0f", number == 0 ? 0.0 : number);
  else
    g_ascii_formatd (text, XC_SERIAL_TEXT_SIZE, "%.15g", number);
}
