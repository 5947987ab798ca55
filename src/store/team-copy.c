/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/team-copy.h"

#include "store/team-roster.h"

static void
free_member (gpointer data)
{
  XcCopiedMember *member = data;

  g_free (member->name);
  g_free (member->role);
  g_free (member);
}

static void
free_team (gpointer data)
{
  XcCopiedTeam *team = data;

  g_free (team->title);
  g_ptr_array_unref (team->members);
  g_free (team);
}

/* What is taken in the round copied into, or will be once the teams before are copied. */
typedef struct
{
  GHashTable *teams;   /* person → number of the team */
  GHashTable *numbers; /* of teams */
  int last;
} Taken;

static void
take_person (Taken *taken, gint64 person_id, int team)
{
  gint64 *key = g_new (gint64, 1);

  *key = person_id;
  g_hash_table_insert (taken->teams, key, GINT_TO_POINTER (team));
}

static void
take_number (Taken *taken, int number)
{
  g_hash_table_add (taken->numbers, GINT_TO_POINTER (number));
  taken->last = MAX (taken->last, number);
}

static void
take_teams (Taken *taken, const GPtrArray *teams)
{
  for (guint i = 0; i < teams->len; i++)
    {
      const XcTeam *team = teams->pdata[i];

      take_number (taken, team->ordinal);
      for (guint j = 0; j < team->members->len; j++)
        take_person (taken, ((XcTeamMember *) team->members->pdata[j])->person_id, team->ordinal);
    }
}

static void
plan_member (XcCopiedTeam *copy, const XcTeamMember *member, Taken *taken)
{
  XcCopiedMember *planned = g_new0 (XcCopiedMember, 1);

  planned->person_id = member->person_id;
  planned->name = g_strdup (member->name);
  planned->role = g_strdup (member->role);
  planned->clash = GPOINTER_TO_INT (g_hash_table_lookup (taken->teams, &member->person_id));
  g_ptr_array_add (copy->members, planned);
  if (planned->clash != 0)
    copy->n_left_out++;
  else
    take_person (taken, member->person_id, copy->new_ordinal);
}

static XcCopiedTeam *
plan_team (const XcTeam *team, Taken *taken)
{
  XcCopiedTeam *copy = g_new0 (XcCopiedTeam, 1);

  copy->team_id = team->id;
  copy->ordinal = team->ordinal;
  copy->title = g_strdup (team->title);
  copy->new_ordinal = g_hash_table_contains (taken->numbers, GINT_TO_POINTER (team->ordinal))
                          ? taken->last + 1
                          : team->ordinal;
  copy->members = g_ptr_array_new_with_free_func (free_member);
  take_number (taken, copy->new_ordinal);
  for (guint i = 0; i < team->members->len; i++)
    plan_member (copy, team->members->pdata[i], taken);
  return copy;
}

/**
 * xc_team_copy_plan:
 * @store: a ledger
 * @from_round: the round whose teams are copied
 * @to_round: the round they are copied into
 * @chosen: (nullable) (element-type gint64): set of the teams to be copied; %NULL for all
 * @error: return location for a #XcStoreError
 *
 * What copying would do, said before it is done.
 *
 * Returns: (transfer full) (element-type XcCopiedTeam): the teams by their number, or %NULL
 */
GPtrArray *
xc_team_copy_plan (XcStore *store, gint64 from_round, gint64 to_round, GHashTable *chosen, GError **error)
{
  g_autoptr (GPtrArray) from = xc_team_roster_load (store, from_round, error);
  g_autoptr (GPtrArray) to = from != NULL ? xc_team_roster_load (store, to_round, error) : NULL;
  g_autoptr (GHashTable) people = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);
  Taken taken = { people, numbers, 0 };
  GPtrArray *plan;

  if (to == NULL)
    return NULL;
  take_teams (&taken, to);
  plan = g_ptr_array_new_with_free_func (free_team);
  for (guint i = 0; i < from->len; i++)
    if (chosen == NULL || g_hash_table_contains (chosen, &((XcTeam *) from->pdata[i])->id))
      g_ptr_array_add (plan, plan_team (from->pdata[i], &taken));
  return plan;
}

static gboolean
copy_team (XcStore *store, gint64 to_round, const XcCopiedTeam *copy, GError **error)
{
  g_autoptr (XcRecord) team = xc_record_new (XC_TABLE_TEAM);

  xc_record_set_number (team, "round_id", to_round);
  xc_record_set_number (team, "ordinal", copy->new_ordinal);
  if (copy->title != NULL)
    xc_record_set_text (team, "title", copy->title);
  if (!xc_store_save (store, team, error))
    return FALSE;
  for (guint i = 0; i < copy->members->len; i++)
    {
      const XcCopiedMember *planned = copy->members->pdata[i];

      if (planned->clash == 0
          && !xc_team_roster_add_member (store, xc_record_get_id (team), planned->person_id, planned->role,
                                         error))
        return FALSE;
    }
  return TRUE;
}

/**
 * xc_team_copy_run:
 * @store: a ledger, inside an action
 * @to_round: the round that the teams are copied into
 * @teams: (element-type XcCopiedTeam): what xc_team_copy_plan() gave
 * @error: return location for a #XcStoreError
 *
 * Returns: whether they are in the round now
 */
gboolean
xc_team_copy_run (XcStore *store, gint64 to_round, const GPtrArray *teams, GError **error)
{
  for (guint i = 0; i < teams->len; i++)
    if (!copy_team (store, to_round, teams->pdata[i], error))
      return FALSE;
  return TRUE;
}
