/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/holidays.h"

/* One byte a day: a question is asked for each day of a period, and 110 KB are less than a hash table costs. */
typedef enum
{
  AS_THE_WEEK,
  OFF,
  WORKED,
} Arrangement;

struct _XcHolidays
{
  guint8 arrangements[XC_DAY_MAX - XC_DAY_MIN + 1];
};

/**
 * xc_holidays_new:
 *
 * Returns: (transfer full): a table without entries, where Monday to Friday are working days
 */
XcHolidays *
xc_holidays_new (void)
{
  return g_new0 (XcHolidays, 1);
}

/**
 * xc_holidays_free:
 * @self: (nullable): a table
 */
void
xc_holidays_free (XcHolidays *self)
{
  g_free (self);
}

/**
 * xc_holidays_add:
 * @self: a table
 * @day: a day that is set
 * @is_off: whether nobody works on it; %FALSE: it is worked, also on a weekend
 *
 * The last word on a day holds.
 */
void
xc_holidays_add (XcHolidays *self, XcDay day, gboolean is_off)
{
  g_return_if_fail (self != NULL && day >= XC_DAY_MIN && day <= XC_DAY_MAX);

  self->arrangements[day - XC_DAY_MIN] = is_off ? OFF : WORKED;
}

/**
 * xc_holidays_is_working_day:
 * @self: (nullable): a table; without one only weekends are off
 * @day: a day that is set
 *
 * Returns: whether offices work on @day
 */
gboolean
xc_holidays_is_working_day (const XcHolidays *self, XcDay day)
{
  g_return_val_if_fail (day >= XC_DAY_MIN && day <= XC_DAY_MAX, FALSE);

  switch ((Arrangement) (self != NULL ? self->arrangements[day - XC_DAY_MIN] : AS_THE_WEEK))
    {
    case OFF:
      return FALSE;
    case WORKED:
      return TRUE;
    case AS_THE_WEEK:
    default:
      return xc_day_weekday (day) <= 5;
    }
}
