/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/rotation.h"

static gint64
get_day (XcDay day)
{
  return day;
}

/* Its Monday. */
static gint64
get_week (XcDay day)
{
  return day - xc_day_weekday (day);
}

static gint64
get_month (XcDay day)
{
  int year, month, day_of_month;

  xc_day_get (day, &year, &month, &day_of_month);
  return year * 12 + month;
}

/* Keeps the first of each of the last @count periods that have any. */
static void
keep_first_of_each (const XcDay *days, guint n_days, gint64 (*get_period) (XcDay), guint count,
                    gboolean *keep)
{
  for (guint i = n_days; i-- > 0 && count > 0;)
    if (i == 0 || get_period (days[i - 1]) != get_period (days[i]))
      {
        keep[i] = TRUE;
        count--;
      }
}

/**
 * xc_rotation_choose:
 * @days: (array length=n_days): on which each backup was made, oldest first; several may be of one day
 * @n_days: how many
 * @keep: (out caller-allocates) (array length=n_days): whether it is kept
 *
 * Keeps the latest %XC_ROTATION_LATEST, and the first of each of the last days, weeks (from Monday) and months that have
 * any: the first, because it holds what was there when the day, the week, the month before it was over. A backup that is
 * kept for its week or month is so from the day it is made; therefore it makes no difference how often backups are
 * removed, nor whether the machine was off for months.
 */
void
xc_rotation_choose (const XcDay *days, guint n_days, gboolean *keep)
{
  for (guint i = 0; i < n_days; i++)
    keep[i] = n_days - i <= XC_ROTATION_LATEST;
  keep_first_of_each (days, n_days, get_day, XC_ROTATION_DAYS, keep);
  keep_first_of_each (days, n_days, get_week, XC_ROTATION_WEEKS, keep);
  keep_first_of_each (days, n_days, get_month, XC_ROTATION_MONTHS, keep);
}
