/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A civil day: what is due is due on a day, not at an instant. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * XcDay:
 *
 * Days since 1970-01-01 in the proleptic Gregorian calendar; comparable, and differences are days.
 */
typedef gint32 XcDay;

/* No day given. Smaller than every day, so ask xc_day_is_set() before comparing. */
#define XC_DAY_NONE G_MININT32
/* The days that can be written: 1900-01-01 to 2199-12-31. */
#define XC_DAY_MIN ((XcDay) -25567)
#define XC_DAY_MAX ((XcDay) 84005)

/* Long enough for "2024-05-16" and its end. */
#define XC_DAY_ISO_SIZE 11

static inline gboolean
xc_day_is_set (XcDay day)
{
  return day != XC_DAY_NONE;
}

XcDay xc_day_new (int year, int month, int day);
void xc_day_get (XcDay day, int *year, int *month, int *day_of_month);
/* 1 = Monday … 7 = Sunday */
int xc_day_weekday (XcDay day);
XcDay xc_day_add_months (XcDay day, int months);

XcDay xc_day_parse_iso (const char *text);
const char *xc_day_format_iso (XcDay day, char buffer[XC_DAY_ISO_SIZE]);

XcDay xc_day_parse (const char *text, XcDay today);
char *xc_day_format (XcDay day);

G_END_DECLS
