/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The holidays of a year as text: a notice as the State Council's office publishes it (放假调休安排), or a day a line. */
#pragma once

#include "core/day.h"

G_BEGIN_DECLS

/**
 * XcHoliday:
 * @day: the day
 * @is_off: whether it is off; otherwise it is worked in exchange
 * @title: the holiday, empty when the text names none
 */
typedef struct
{
  XcDay day;
  gboolean is_off;
  char *title;
} XcHoliday;

void xc_holiday_free (XcHoliday *self);
GPtrArray *xc_holiday_text_read (const char *text, int year, char **fault);
char *xc_holiday_text_write (const GPtrArray *holidays);

G_END_DECLS
