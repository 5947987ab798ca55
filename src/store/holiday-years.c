/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/holiday-years.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  int year;
  const GPtrArray *holidays;
} Replacing;

static int
get_year (XcDay day)
{
  int year, month, day_of_month;

  xc_day_get (day, &year, &month, &day_of_month);
  return year;
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  return (*(XcHoliday *const *) a)->day - (*(XcHoliday *const *) b)->day;
}

/**
 * xc_holiday_years_load:
 * @store: a ledger
 * @year: a year, or 0 for all
 * @error: return location for a #XcStoreError
 *
 * Returns: (transfer full) (element-type XcHoliday): its days, in order; %NULL when they could not be read
 */
GPtrArray *
xc_holiday_years_load (XcStore *store, int year, GError **error)
{
  g_autoptr (GPtrArray) rows = xc_store_load_all (store, XC_TABLE_HOLIDAY, error);
  GPtrArray *holidays;

  if (rows == NULL)
    return NULL;
  holidays = g_ptr_array_new_with_free_func ((GDestroyNotify) xc_holiday_free);
  for (guint i = 0; i < rows->len; i++)
    {
      XcDay day = xc_record_get_day (rows->pdata[i], "day");
      const char *title = xc_record_get_text (rows->pdata[i], "title");
      XcHoliday *holiday;

      if (year != 0 && get_year (day) != year)
        continue;
      holiday = g_new (XcHoliday, 1);
      *holiday = (XcHoliday){ day, xc_record_get_yes (rows->pdata[i], "is_off"),
                              g_strdup (title != NULL ? title : "") };
      g_ptr_array_add (holidays, holiday);
    }
  g_ptr_array_sort (holidays, compare_days);
  return holidays;
}

/* An arrangement may begin in the year before. */
static gboolean
is_replaced (const Replacing *replacing, XcDay day)
{
  for (guint i = 0; i < replacing->holidays->len; i++)
    if (((const XcHoliday *) replacing->holidays->pdata[i])->day == day)
      return TRUE;
  return get_year (day) == replacing->year;
}

static gboolean
replace (XcStore *store, gpointer data, GError **error)
{
  const Replacing *replacing = data;
  g_autoptr (GPtrArray) rows = xc_store_load_all (store, XC_TABLE_HOLIDAY, error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    if (is_replaced (replacing, xc_record_get_day (rows->pdata[i], "day"))
        && !xc_store_remove (store, XC_TABLE_HOLIDAY, xc_record_get_id (rows->pdata[i]), error))
      return FALSE;
  for (guint i = 0; i < replacing->holidays->len; i++)
    {
      const XcHoliday *holiday = replacing->holidays->pdata[i];
      g_autoptr (XcRecord) record = xc_record_new (XC_TABLE_HOLIDAY);

      xc_record_set_day (record, "day", holiday->day);
      xc_record_set_yes (record, "is_off", holiday->is_off);
      if (*holiday->title != '\0')
        xc_record_set_text (record, "title", holiday->title);
      if (!xc_store_save (store, record, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * xc_holiday_years_replace:
 * @store: a ledger
 * @year: a year
 * @holidays: (element-type XcHoliday): its days, each once; none to take the year out
 * @error: return location for a #XcStoreError
 *
 * One undoable action. Deadlines that were given stay as they are.
 *
 * Returns: whether it is in the ledger
 */
gboolean
xc_holiday_years_replace (XcStore *store, int year, const GPtrArray *holidays, GError **error)
{
  Replacing replacing = { year, holidays };
  /* translators: %d is a year */
  g_autofree char *title = g_strdup_printf (_ ("Holidays of %d"), year);

  return xc_store_run (store, title, replace, &replacing, error);
}
