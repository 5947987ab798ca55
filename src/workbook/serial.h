/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers as workbooks hold them, and the days that some of them stand for. */
#pragma once

#include "core/day.h"

G_BEGIN_DECLS

/* Enough for every number as text. */
#define XC_SERIAL_TEXT_SIZE 64

/**
 * XcSerial:
 * @XC_SERIAL_DAY: a day between %XC_DAY_MIN and %XC_DAY_MAX
 * @XC_SERIAL_NO_DAY: shown as a day, but none that can be kept
 * @XC_SERIAL_NUMBER: too large to be shown as a day
 */
typedef enum
{
  XC_SERIAL_DAY,
  XC_SERIAL_NO_DAY,
  XC_SERIAL_NUMBER,
} XcSerial;

XcSerial xc_serial_get_day (double serial, gboolean is_1904, XcDay *day, char text[XC_SERIAL_TEXT_SIZE]);
gboolean xc_serial_parse_number (const char *text, double *number);
gboolean xc_serial_has_lost_digits (double number);
void xc_serial_format_number (double number, char text[XC_SERIAL_TEXT_SIZE]);

G_END_DECLS
