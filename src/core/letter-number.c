/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/letter-number.h"

/**
 * xc_letter_number_format:
 * @prefix: the code of the issuing office, as 示巡办函
 * @issued_on: when the document was issued
 * @number: its number in that year
 *
 * GB/T 9704-2012, 7.2.5: the year whole and in hexagonal brackets, the number without 第 and without zeros before it.
 *
 * Returns: (transfer full): 示巡办函〔2026〕3号
 */
char *
xc_letter_number_format (const char *prefix, XcDay issued_on, int number)
{
  int year, month, day;

  xc_day_get (issued_on, &year, &month, &day);
  return g_strdup_printf ("%s〔%d〕%d号", prefix, year, number);
}
