/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/closing/rule-words.h"

#include <glib/gi18n-lib.h>

#include "core/deadline.h"
#include "core/due.h"

static char *
word_rule (XcDeadlineUnit unit, gboolean is_after, gulong n, const char *start)
{
  switch (unit)
    {
    case XC_DEADLINE_DAYS:
      return g_strdup_printf (
          is_after
              /* translators: %1$lu is a number, %2$s an event, as “Feeding back” */
              ? g_dngettext (GETTEXT_PACKAGE, "%1$lu day after: %2$s", "%1$lu days after: %2$s", n)
              /* translators: %1$lu is a number, %2$s an event, as “Feeding back” */
              : g_dngettext (GETTEXT_PACKAGE, "%1$lu day before: %2$s", "%1$lu days before: %2$s", n),
          n, start);
    case XC_DEADLINE_WORKING_DAYS:
      return g_strdup_printf (is_after
                                  /* translators: %1$lu is a number, %2$s an event, as “Feeding back” */
                                  ? g_dngettext (GETTEXT_PACKAGE, "%1$lu working day after: %2$s",
                                                 "%1$lu working days after: %2$s", n)
                                  /* translators: %1$lu is a number, %2$s an event, as “Feeding back” */
                                  : g_dngettext (GETTEXT_PACKAGE, "%1$lu working day before: %2$s",
                                                 "%1$lu working days before: %2$s", n),
                              n, start);
    case XC_DEADLINE_MONTHS:
      return g_strdup_printf (
          is_after
              /* translators: %1$lu is a number, %2$s an event, as “Feeding back” */
              ? g_dngettext (GETTEXT_PACKAGE, "%1$lu month after: %2$s", "%1$lu months after: %2$s", n)
              /* translators: %1$lu is a number, %2$s an event, as “Feeding back” */
              : g_dngettext (GETTEXT_PACKAGE, "%1$lu month before: %2$s", "%1$lu months before: %2$s", n),
          n, start);
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * xc_rule_words_dup:
 * @rule: a row of the rules, or of the deadlines given
 *
 * Returns: (transfer full): what it says; empty when the row keeps no rule
 */
char *
xc_rule_words_dup (const XcRecord *rule)
{
  const XcField *start = xc_catalogue_get_field (xc_record_get_table (rule), "start");
  const XcChoice *choice = xc_field_find_choice (start, xc_record_get_text (rule, "start"));
  XcDeadlineUnit unit;
  XcDeadlineDirection direction;
  gint64 n = xc_record_get_number (rule, "amount");

  if (!xc_record_is_set (rule, "amount") || choice == NULL
      || !xc_deadline_unit_from_word (xc_record_get_text (rule, "unit"), &unit)
      || !xc_deadline_direction_from_word (xc_record_get_text (rule, "direction"), &direction))
    return g_strdup ("");
  return word_rule (unit, direction == XC_DEADLINE_AFTER, (gulong) n, xc_choice_title (choice));
}
