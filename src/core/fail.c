/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/fail.h"

/**
 * xc_fail:
 * @error: (nullable): return location for the error
 * @domain: the error domain of the calling library
 * @code: what the caller can do about it
 * @format: (translated): a sentence for a clerk: what happened, what was not done, what to do next
 * @...: arguments of @format
 *
 * Sets @error, so that an error path is one line: `return xc_fail (error, …);`
 *
 * Returns: always %FALSE
 */
gboolean
xc_fail (GError **error, GQuark domain, int code, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  if (error != NULL)
    *error = g_error_new_valist (domain, code, format, arguments);
  va_end (arguments);
  return FALSE;
}
