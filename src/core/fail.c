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
 * Sets @error, so that an error path is one line: `return xc_fail (error, …);` What a damaged file puts into a
 * sentence may be no text: its bytes are replaced, as people are shown UTF-8 only.
 *
 * Returns: always %FALSE
 */
gboolean
xc_fail (GError **error, GQuark domain, int code, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  if (error != NULL)
    {
      g_autofree char *message = g_strdup_vprintf (format, arguments);
      g_autofree char *valid = g_utf8_make_valid (message, -1);

      *error = g_error_new_literal (domain, code, valid);
    }
  va_end (arguments);
  return FALSE;
}
