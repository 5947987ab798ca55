/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workbook/fault.h"

#include <glib/gi18n-lib.h>

#include "core/fail.h"

G_DEFINE_QUARK (xc - workbook - error - quark, xc_workbook_error)

static char *
describe_place (const XcFaultPlace *place)
{
  g_autofree char *cell = NULL;

  if (place->sheet == NULL)
    return g_strdup (place->part);
  if (place->row == 0)
    /* translators: %1$s is the name of a sheet, %2$s of a part within the file */
    return g_strdup_printf (_ ("sheet “%1$s” (%2$s)"), place->sheet, place->part);
  if (place->column < 0)
    /* translators: %1$s is the name of a sheet, %2$u the number of a row, %3$s a part within the file */
    return g_strdup_printf (_ ("sheet “%1$s”, row %2$u (%3$s)"), place->sheet, place->row, place->part);
  cell = xc_workbook_cell_name ((guint) place->column, place->row);
  /* translators: %1$s is the name of a sheet, %2$s of a cell, %3$s of a part within the file */
  return g_strdup_printf (_ ("sheet “%1$s”, cell %2$s (%3$s)"), place->sheet, cell, place->part);
}

/**
 * xc_fault_damaged:
 * @place: where the fault is
 * @error: return location for the error
 * @reason: (translated): a clause without a full stop: what is wrong there
 * @...: arguments of @reason
 *
 * Says that the file is not as its format demands.
 *
 * Returns: always %FALSE
 */
gboolean
xc_fault_damaged (const XcFaultPlace *place, GError **error, const char *reason, ...)
{
  g_autofree char *where = describe_place (place);
  g_autofree char *what = NULL;
  va_list arguments;

  va_start (arguments, reason);
  what = g_strdup_vprintf (reason, arguments);
  va_end (arguments);
  if (where == NULL)
    return xc_fail (
        error, XC_WORKBOOK_ERROR, XC_WORKBOOK_ERROR_DAMAGED,
        /* translators: %1$s is the name of a file, %2$s what is wrong with it */
        _ ("“%1$s” is damaged: %2$s. Nothing was taken from it. Open it in WPS or Excel, save it again "
           "as .xlsx, and then try again."),
        place->file, what);
  return xc_fail (
      error, XC_WORKBOOK_ERROR, XC_WORKBOOK_ERROR_DAMAGED,
      /* translators: %1$s is the name of a file, %2$s the place in it, %3$s what is wrong there */
      _ ("“%1$s” is damaged. At %2$s: %3$s. Nothing was taken from it. Open it in WPS or Excel, "
         "save it again as .xlsx, and then try again."),
      place->file, where, what);
}

/**
 * xc_fault_too_large:
 * @place: where the reader stopped
 * @error: return location for the error
 * @reason: (translated): a clause without a full stop: what is too much
 * @...: arguments of @reason
 *
 * Says that the file goes past a budget.
 *
 * Returns: always %FALSE
 */
gboolean
xc_fault_too_large (const XcFaultPlace *place, GError **error, const char *reason, ...)
{
  g_autofree char *where = describe_place (place);
  g_autofree char *what = NULL;
  va_list arguments;

  va_start (arguments, reason);
  what = g_strdup_vprintf (reason, arguments);
  va_end (arguments);
  if (where == NULL)
    return xc_fail (
        error, XC_WORKBOOK_ERROR, XC_WORKBOOK_ERROR_TOO_LARGE,
        /* translators: %1$s is the name of a file, %2$s what is too much in it */
        _ ("“%1$s” holds more than this program reads: %2$s. Nothing was taken from it. Split it into "
           "smaller workbooks, and then try again."),
        place->file, what);
  return xc_fail (error, XC_WORKBOOK_ERROR, XC_WORKBOOK_ERROR_TOO_LARGE,
                  /* translators: %1$s is the name of a file, %2$s the place in it, %3$s what is too much */
                  _ ("“%1$s” holds more than this program reads. At %2$s: %3$s. Nothing was taken from it. "
                     "Split it into smaller workbooks, and then try again."),
                  place->file, where, what);
}
