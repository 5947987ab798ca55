/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People who must avoid what they are to inspect, where nobody has waived it in writing. What is over is not looked at:
 * nothing can be done about it any more. */
#include "store/check-private.h"

#include <glib/gi18n-lib.h>

#include "core/avoidance-words.h"
#include "store/avoidance-source.h"

typedef struct
{
  const XcAvoidance *avoidance;
  GHashTable *told; /* of pairs of teams and a person: each pair would be told twice */
  XcFindingFunc function;
  gpointer data;
} Telling;

static gboolean
is_told (Telling *telling, const XcAvoidanceConflict *conflict)
{
  gint64 one, other;

  if (conflict->ground != XC_AVOIDANCE_TWO_TEAMS)
    return FALSE;
  one = MIN (conflict->team->id, conflict->other->team_id);
  other = MAX (conflict->team->id, conflict->other->team_id);
  return !g_hash_table_add (telling->told,
                            g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
                                             conflict->person->id, one, other));
}

static void
tell (Telling *telling, const XcAvoidanceConflict *conflict)
{
  g_autofree char *reason = xc_avoidance_describe (telling->avoidance, conflict);
  g_autofree char *team = xc_avoidance_team_name (conflict->team);
  g_autofree char *sentence = NULL;
  XcFinding finding = { .severity = XC_FINDING_WARNING, .table = XC_TABLE_TEAM };

  if (conflict->organization != NULL)
    /* translators: %1$s is a team, %2$s an organization, %3$s one or more sentences that say why */
    sentence = g_strdup_printf (_ ("%1$s inspects “%2$s” with somebody who must avoid it. %3$s Replace the "
                                   "person, or record a waiver."),
                                team, conflict->organization->name, reason);
  else
    /* translators: %1$s is a team, %2$s a sentence that says why */
    sentence = g_strdup_printf (_ ("%1$s has somebody who cannot serve in it. %2$s Replace the person, or "
                                   "give both teams days that are apart."),
                                team, reason);
  finding.id = conflict->team->id;
  if (conflict->inspection != NULL)
    {
      finding.table = XC_TABLE_INSPECTION;
      finding.id = conflict->inspection->id;
    }
  finding.sentence = sentence;
  telling->function (&finding, telling->data);
}

/* A team that has nothing to inspect is over when its round is. */
static gboolean
is_over (const XcAvoidanceConflict *conflict, XcDay today)
{
  XcDay ends = conflict->inspection != NULL ? conflict->inspection->ends : conflict->team->ends;

  return xc_day_is_set (ends) && ends < today;
}

/**
 * xc_check_avoidance:
 * @store: a ledger
 * @today: today; what ended before it is not told
 * @function: (scope call): called with each finding
 * @data: for @function
 * @error: return location for a #XcStoreError
 *
 * Returns: whether it could be checked
 */
gboolean
xc_check_avoidance (XcStore *store, XcDay today, XcFindingFunc function, gpointer data, GError **error)
{
  g_autoptr (XcAvoidance) avoidance = xc_avoidance_source_load (store, today, error);
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Telling telling = { avoidance, told, function, data };
  const GArray *teams;
  gint64 round_id = 0;

  if (avoidance == NULL)
    return FALSE;
  teams = xc_avoidance_get_input (avoidance)->teams;
  /* Teams of a round stand together. */
  for (guint i = 0; i < teams->len; i++)
    {
      g_autoptr (GArray) conflicts = NULL;

      if (g_array_index (teams, XcAvoidanceTeam, i).round_id == round_id)
        continue;
      round_id = g_array_index (teams, XcAvoidanceTeam, i).round_id;
      conflicts = xc_avoidance_get_conflicts (avoidance, round_id);
      for (guint j = 0; j < conflicts->len; j++)
        {
          const XcAvoidanceConflict *conflict = &g_array_index (conflicts, XcAvoidanceConflict, j);

          if (conflict->waiver == NULL && !is_over (conflict, today) && !is_told (&telling, conflict))
            tell (&telling, conflict);
        }
    }
  return TRUE;
}
