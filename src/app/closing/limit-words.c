/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/closing/limit-words.h"

#include <glib/gi18n-lib.h>

#include "store/deadlines.h"

/**
 * xc_limit_words_dup_extensions:
 * @store: a ledger
 * @table: %XC_TABLE_MEASURE or %XC_TABLE_DEADLINE
 * @id: a measure or a deadline
 *
 * Returns: (transfer full): what the limit was at first and how often it was put off, as “at first 2021-05-16, extended
 *   once”; empty when it never was
 */
char *
xc_limit_words_dup_extensions (XcStore *store, XcTable table, gint64 id)
{
  g_autofree char *day = NULL;
  XcDay first;
  guint n;

  if (!xc_deadlines_get_first (store, table, id, &first, &n, NULL) || n == 0)
    return g_strdup ("");
  if (!xc_day_is_set (first))
    /* translators: %u is how often a time limit was extended */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "no limit at first, extended %u time",
                                         "no limit at first, extended %u times", n),
                            n);
  day = xc_day_format (first);
  return g_strdup_printf (
      /* translators: %1$s is the time limit before any extension, %2$u how often it was extended */
      g_dngettext (GETTEXT_PACKAGE, "at first %1$s, extended %2$u time", "at first %1$s, extended %2$u times",
                   n),
      day, n);
}

/**
 * xc_limit_words_dup:
 * @store: a ledger
 * @table: %XC_TABLE_MEASURE or %XC_TABLE_DEADLINE
 * @id: a measure or a deadline
 *
 * Returns: (transfer full): until when it is, with its extensions; empty when it has no limit
 */
char *
xc_limit_words_dup (XcStore *store, XcTable table, gint64 id)
{
  g_autoptr (XcRecord) row = xc_store_load (store, table, id, NULL);
  g_autofree char *extensions = NULL;
  g_autofree char *day = NULL;

  if (row == NULL || !xc_record_is_set (row, "due_on"))
    return g_strdup ("");
  day = xc_day_format (xc_record_get_day (row, "due_on"));
  extensions = xc_limit_words_dup_extensions (store, table, id);
  if (*extensions == '\0')
    /* translators: %s is a day */
    return g_strdup_printf (C_ ("time limit", "Until %s"), day);
  /* translators: %1$s is a day, %2$s is “at first 2021-05-16, extended 1 time” */
  return g_strdup_printf (C_ ("time limit", "Until %1$s (%2$s)"), day, extensions);
}
