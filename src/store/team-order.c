/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who joins a team, in which order its people stand, and in which order the teams do. Members of one role stand in the
 * order of their ids, so a new one is given an id above the others, and two change places by changing what they say.
 * Teams do, too: two rows that swap what must be unique could not be undone, as a row is undone by itself. */
#include "store/row-use.h"
#include "store/team-roster.h"

/* Above those of the team, by a random step as all ids. */
static gint64
choose_id (XcStore *store, const GPtrArray *members)
{
  const gint64 step_max = 1 << 20;
  gint64 last = 0;

  for (guint i = 0; i < members->len; i++)
    last = MAX (last, xc_record_get_id (members->pdata[i]));
  if (last == 0 || last > G_MAXINT64 - step_max)
    return xc_store_new_id (store);
  return last + 1 + xc_database_random_id () % step_max;
}

/**
 * xc_team_roster_add_member:
 * @store: a ledger, inside an action
 * @team_id: a team
 * @person_id: who joins it
 * @role: as what, as the catalogue's word
 * @error: return location for a #XcStoreError
 *
 * Returns: whether the person is the last of that role now
 */
gboolean
xc_team_roster_add_member (XcStore *store, gint64 team_id, gint64 person_id, const char *role, GError **error)
{
  g_autoptr (GPtrArray) members =
      xc_store_load_where (store, XC_TABLE_TEAM_MEMBER, "team_id", team_id, error);
  g_autoptr (XcRecord) member = xc_record_new (XC_TABLE_TEAM_MEMBER);

  if (members == NULL)
    return FALSE;
  xc_record_set_number (member, "team_id", team_id);
  xc_record_set_number (member, "person_id", person_id);
  xc_record_set_text (member, "role", role);
  xc_record_set_id (member, choose_id (store, members));
  return xc_store_add (store, member, error);
}

/* @kept: (nullable): the field that each keeps */
static void
swap_content (XcRecord *one, XcRecord *other, const char *kept)
{
  const XcCatalogueTable *entry = xc_catalogue_get (xc_record_get_table (one));
  g_autoptr (XcRecord) former = xc_record_copy (one);

  for (guint i = 0; i < entry->n_fields; i++)
    {
      XcRecord *from[] = { other, former }, *to[] = { one, other };

      for (guint j = 0; j < G_N_ELEMENTS (from) && g_strcmp0 (entry->fields[i].name, kept) != 0; j++)
        if (!xc_record_is_set_at (from[j], i))
          xc_record_clear_at (to[j], i);
        else if (xc_field_is_textual (&entry->fields[i]))
          xc_record_set_text_at (to[j], i, xc_record_get_text_at (from[j], i));
        else
          xc_record_set_number_at (to[j], i, xc_record_get_number_at (from[j], i));
    }
}

static gboolean
swap_rows (XcStore *store, XcTable table, gint64 one_id, gint64 other_id, const char *kept, GError **error)
{
  g_autoptr (XcRecord) one = xc_store_load (store, table, one_id, error);
  g_autoptr (XcRecord) other = one != NULL ? xc_store_load (store, table, other_id, error) : NULL;

  if (other == NULL)
    return FALSE;
  swap_content (one, other, kept);
  return xc_store_save (store, one, error) && xc_store_save (store, other, error);
}

/**
 * xc_team_roster_move_member:
 * @store: a ledger, inside an action
 * @team: a team, as the ledger has it
 * @member_id: one of its members
 * @by: -1 before the one before, 1 behind the next one
 * @moved_to: (out): the row that says now what @member_id said; 0 when there is nobody of the same role there
 * @error: return location for a #XcStoreError
 *
 * Returns: whether it could be done
 */
gboolean
xc_team_roster_move_member (XcStore *store, const XcTeam *team, gint64 member_id, int by, gint64 *moved_to,
                            GError **error)
{
  const XcTeamMember *member = NULL, *other = NULL;

  for (guint i = 0; i < team->members->len; i++)
    {
      guint place = i + (guint) by;

      if (((XcTeamMember *) team->members->pdata[i])->id != member_id)
        continue;
      member = team->members->pdata[i];
      other = place < team->members->len ? team->members->pdata[place] : NULL;
    }
  *moved_to = 0;
  if (member == NULL || other == NULL || !g_str_equal (member->role, other->role))
    return TRUE;
  *moved_to = other->id;
  return swap_rows (store, XC_TABLE_TEAM_MEMBER, member->id, other->id, NULL, error);
}

static gboolean
point_to (XcStore *store, GPtrArray *rows, const char *field, gint64 team_id, GError **error)
{
  for (guint i = 0; i < rows->len; i++)
    {
      xc_record_set_number (rows->pdata[i], field, team_id);
      if (!xc_store_save (store, rows->pdata[i], error))
        return FALSE;
    }
  return TRUE;
}

/* What names the one team names the other from now on, and the reverse. */
static gboolean
swap_references (XcStore *store, gint64 one_id, gint64 other_id, GError **error)
{
  for (XcTable table = 0; table < XC_N_TABLES; table++)
    for (guint i = 0; i < xc_catalogue_get (table)->n_fields; i++)
      {
        const XcField *field = &xc_catalogue_get (table)->fields[i];
        g_autoptr (GPtrArray) of_one = NULL;
        g_autoptr (GPtrArray) of_other = NULL;

        if (field->kind != XC_FIELD_REFERENCE || field->target != XC_TABLE_TEAM)
          continue;
        of_one = xc_store_load_where (store, table, field->name, one_id, error);
        of_other = of_one != NULL ? xc_store_load_where (store, table, field->name, other_id, error) : NULL;
        if (of_other == NULL || !point_to (store, of_one, field->name, other_id, error)
            || !point_to (store, of_other, field->name, one_id, error))
          return FALSE;
      }
  return TRUE;
}

/**
 * xc_team_roster_move_team:
 * @store: a ledger, inside an action
 * @teams: (element-type XcTeam): the teams of a round, as the ledger has them
 * @team_id: one of them
 * @by: -1 to take the number of the team before, 1 that of the next one
 * @moved_to: (out): the row that is now what @team_id was; 0 when there is no team to change numbers with
 * @error: return location for a #XcStoreError
 *
 * People, inspections and all else go with the team.
 *
 * Returns: whether it could be done
 */
gboolean
xc_team_roster_move_team (XcStore *store, const GPtrArray *teams, gint64 team_id, int by, gint64 *moved_to,
                          GError **error)
{
  *moved_to = 0;
  for (guint i = 0; i < teams->len; i++)
    if (((XcTeam *) teams->pdata[i])->id == team_id && i + (guint) by < teams->len)
      *moved_to = ((XcTeam *) teams->pdata[i + (guint) by])->id;
  return *moved_to == 0
         || (swap_rows (store, XC_TABLE_TEAM, team_id, *moved_to, "ordinal", error)
             && swap_references (store, team_id, *moved_to, error));
}

/**
 * xc_team_roster_remove_team:
 * @store: a ledger, inside an action
 * @team_id: a team
 * @error: return location for a #XcStoreError
 *
 * The team goes with its people, unless something else needs it, as an inspection.
 *
 * Returns: whether it is no more
 */
gboolean
xc_team_roster_remove_team (XcStore *store, gint64 team_id, GError **error)
{
  g_autoptr (GPtrArray) members =
      xc_store_load_where (store, XC_TABLE_TEAM_MEMBER, "team_id", team_id, error);

  if (members == NULL)
    return FALSE;
  for (guint i = 0; i < members->len; i++)
    if (!xc_store_remove (store, XC_TABLE_TEAM_MEMBER, xc_record_get_id (members->pdata[i]), error))
      return FALSE;
  return xc_row_check_is_free (store, XC_TABLE_TEAM, team_id, error)
         && xc_store_remove (store, XC_TABLE_TEAM, team_id, error);
}
