/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/today.h"

/**
 * xc_today:
 *
 * Returns: today where the user is
 */
XcDay
xc_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return xc_day_new (g_date_time_get_year (now), g_date_time_get_month (now),
                     g_date_time_get_day_of_month (now));
}
