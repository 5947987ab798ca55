/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/ratio.h"

static char *
format_percent (gint64 n, gint64 of, int decimals, const char *nothing, const char *sign)
{
  gint64 scale = 1;
  gint64 scaled;

  g_return_val_if_fail (n >= 0 && n <= XC_RATIO_MAX && of >= 0 && of <= XC_RATIO_MAX, NULL);
  g_return_val_if_fail (decimals >= 0 && decimals <= XC_RATIO_DECIMALS_MAX, NULL);

  if (of == 0)
    return g_strdup (nothing);
  for (int i = 0; i < decimals; i++)
    scale *= 10;
  /* Half up: a half of 1/scale is added before the quotient is cut off. */
  scaled = (n * 100 * scale * 2 + of) / (2 * of);
  if (decimals == 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT "%s", scaled, sign);
  return g_strdup_printf ("%" G_GINT64_FORMAT ".%0*" G_GINT64_FORMAT "%s", scaled / scale, decimals,
                          scaled % scale, sign);
}

/**
 * xc_ratio_format:
 * @n: how many are done, 0 to %XC_RATIO_MAX
 * @of: how many are owed, 0 to %XC_RATIO_MAX
 * @decimals: 0 to %XC_RATIO_DECIMALS_MAX
 *
 * Writes @n ÷ @of as a percentage, rounded half up in exact integer arithmetic: 96 of 112 is "85.71%". Of
 * nothing there is no rate: "—".
 *
 * Returns: (transfer full): the text, the same in every locale
 */
char *
xc_ratio_format (gint64 n, gint64 of, int decimals)
{
  return format_percent (n, of, decimals, "—", "%");
}

/**
 * xc_ratio_format_plain:
 * @n: how many are done, 0 to %XC_RATIO_MAX
 * @of: how many are owed, 0 to %XC_RATIO_MAX
 * @decimals: 0 to %XC_RATIO_DECIMALS_MAX
 *
 * As xc_ratio_format(), for programs to read: without the percent sign, and empty when nothing is owed.
 *
 * Returns: (transfer full): the text
 */
char *
xc_ratio_format_plain (gint64 n, gint64 of, int decimals)
{
  return format_percent (n, of, decimals, "", "");
}
