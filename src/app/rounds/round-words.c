/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/rounds/round-words.h"

#include <glib/gi18n-lib.h>

#include "core/value.h"

/**
 * xc_round_words_dup_ordinal:
 * @table: of rounds, teams or batches
 * @ordinal: the number of one
 *
 * Returns: (transfer full): what it is called by its number, as 第六轮
 */
char *
xc_round_words_dup_ordinal (XcTable table, int ordinal)
{
  XcValue value = XC_VALUE_NUMBER (ordinal);

  return xc_value_format (table, xc_catalogue_get_field (table, "ordinal"), &value);
}

/**
 * xc_round_words_dup_kinds:
 * @kinds: 1 << #XcInspectionKind for each
 *
 * Returns: (transfer full): their titles, as 常规 + 提级; empty without any
 */
char *
xc_round_words_dup_kinds (guint kinds)
{
  const XcField *field = xc_catalogue_get_field (XC_TABLE_INSPECTION, "kind");
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < XC_N_INSPECTION_KINDS; i++)
    if (kinds & 1u << i)
      g_string_append_printf (
          words, "%s%s", words->len > 0 ? C_ ("between kinds of inspection", " + ") : "",
          xc_choice_title (xc_field_find_choice (field, xc_inspection_kind_to_word ((XcInspectionKind) i))));
  return g_string_free (words, FALSE);
}

/**
 * xc_round_words_dup_days:
 * @starts: first day, or %XC_DAY_NONE
 * @ends: last day, or %XC_DAY_NONE
 *
 * Returns: (transfer full): both; empty without any
 */
char *
xc_round_words_dup_days (XcDay starts, XcDay ends)
{
  char first[XC_DAY_ISO_SIZE], last[XC_DAY_ISO_SIZE];

  if (!xc_day_is_set (starts) && !xc_day_is_set (ends))
    return g_strdup ("");
  /* translators: %1$s and %2$s are the first and the last day of a round, in digits; either may be empty */
  return g_strdup_printf (C_ ("days of a round", "%1$s – %2$s"),
                          xc_day_is_set (starts) ? xc_day_format_iso (starts, first) : "",
                          xc_day_is_set (ends) ? xc_day_format_iso (ends, last) : "");
}

/**
 * xc_round_words_dup_team:
 * @team: a team
 *
 * Returns: (transfer full): its number and title
 */
char *
xc_round_words_dup_team (const XcTeam *team)
{
  g_autofree char *ordinal = xc_round_words_dup_ordinal (XC_TABLE_TEAM, team->ordinal);

  if (team->title == NULL)
    return g_steal_pointer (&ordinal);
  /* translators: %1$s is the number of a team, %2$s its title */
  return g_strdup_printf (C_ ("team", "%1$s %2$s"), ordinal, team->title);
}

/**
 * xc_round_words_get_role:
 * @role: a word of the catalogue
 *
 * Returns: (transfer none): its title
 */
const char *
xc_round_words_get_role (const char *role)
{
  const XcChoice *choice = xc_field_find_choice (xc_catalogue_get_field (XC_TABLE_TEAM_MEMBER, "role"), role);

  return choice != NULL ? xc_choice_title (choice) : role;
}
