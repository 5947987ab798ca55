/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/team-roster.h"

/* More than anybody types; each is looked for in every field. */
#define MAX_WORDS 8

/* Roles in the order of the catalogue, then people in the order in which their ids ascend. */
#define BY_ROLE                                                                                              \
  "CASE m.role WHEN 'leader' THEN 0 WHEN 'deputy' THEN 1 WHEN 'commissioner' THEN 2 WHEN 'liaison' THEN 3"   \
  " ELSE 4 END, m.id"

static void
free_member (gpointer data)
{
  XcTeamMember *member = data;

  g_free (member->name);
  g_free (member->place);
  g_free (member->post);
  g_free (member->document);
  g_free (member);
}

static void
free_team (gpointer data)
{
  XcTeam *team = data;

  g_free (team->title);
  g_free (team->document);
  g_ptr_array_unref (team->members);
  g_free (team);
}

static void
free_candidate (gpointer data)
{
  XcCandidate *candidate = data;

  g_free (candidate->name);
  g_free (candidate->place);
  g_free (candidate->post);
  g_free (candidate);
}

static char *
dup_text (XcStatement *row, int column)
{
  return xc_statement_is_null (row, column) ? NULL : g_strdup (xc_statement_get_text (row, column));
}

static XcDay
get_day (XcStatement *row, int column)
{
  return xc_statement_is_null (row, column) ? XC_DAY_NONE
                                            : xc_day_parse_iso (xc_statement_get_text (row, column));
}

static const char *
get_role (const char *word)
{
  const XcChoice *choice = xc_field_find_choice (xc_catalogue_get_field (XC_TABLE_TEAM_MEMBER, "role"), word);

  return choice != NULL ? choice->word : "member";
}

static void
read_team (XcStatement *row, GPtrArray *teams)
{
  XcTeam *team = g_new0 (XcTeam, 1);

  team->id = xc_statement_get_integer (row, 0);
  team->ordinal = (int) xc_statement_get_integer (row, 1);
  team->title = dup_text (row, 2);
  team->document = dup_text (row, 3);
  team->authorised_on = get_day (row, 4);
  team->n_organizations = (guint) xc_statement_get_integer (row, 5);
  team->members = g_ptr_array_new_with_free_func (free_member);
  g_ptr_array_add (teams, team);
}

static XcTeam *
find_team (GPtrArray *teams, gint64 id)
{
  for (guint i = 0; i < teams->len; i++)
    if (((XcTeam *) teams->pdata[i])->id == id)
      return teams->pdata[i];
  return NULL;
}

static void
read_member (XcStatement *row, GPtrArray *teams)
{
  XcTeam *team = find_team (teams, xc_statement_get_integer (row, 1));
  XcTeamMember *member;

  if (team == NULL)
    return;
  member = g_new0 (XcTeamMember, 1);
  member->id = xc_statement_get_integer (row, 0);
  member->person_id = xc_statement_get_integer (row, 2);
  member->name = dup_text (row, 3);
  member->place = dup_text (row, 4);
  member->post = dup_text (row, 5);
  member->role = get_role (xc_statement_get_text (row, 6));
  member->document = dup_text (row, 7);
  member->authorised_on = get_day (row, 8);
  member->from = get_day (row, 9);
  member->to = get_day (row, 10);
  member->n_times = (guint) xc_statement_get_integer (row, 11);
  g_ptr_array_add (team->members, member);
}

static gboolean
read_rows (XcStore *store, const char *sql, gint64 round_id, void (*read) (XcStatement *, GPtrArray *),
           GPtrArray *teams, GError **error)
{
  g_autoptr (XcStatement) statement = xc_database_prepare (xc_store_get_database (store), sql, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  xc_statement_bind_integer (statement, 1, round_id);
  for (;;)
    {
      if (!xc_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      read (statement, teams);
    }
}

/**
 * xc_team_roster_load:
 * @store: a ledger
 * @round_id: a round
 * @error: return location for a #XcStoreError
 *
 * Returns: (transfer full) (element-type XcTeam): its teams by their number, or %NULL
 */
GPtrArray *
xc_team_roster_load (XcStore *store, gint64 round_id, GError **error)
{
  g_autoptr (GPtrArray) teams = g_ptr_array_new_with_free_func (free_team);

  if (!read_rows (store,
                  "SELECT t.id, t.ordinal, t.title, t.document, t.authorised_on,"
                  " (SELECT count (DISTINCT organization_id) FROM inspection WHERE team_id = t.id)"
                  " FROM team AS t WHERE t.round_id = ?1 ORDER BY t.ordinal",
                  round_id, read_team, teams, error)
      || !read_rows (store,
                     "SELECT m.id, m.team_id, p.id, p.name, coalesce (o.short_name, o.name, p.unit), p.post,"
                     " m.role, m.document, m.authorised_on, m.from_on, m.to_on,"
                     " (SELECT count (*) FROM team_member WHERE person_id = p.id)"
                     " FROM team AS t JOIN team_member AS m ON m.team_id = t.id"
                     " JOIN person AS p ON p.id = m.person_id"
                     " LEFT JOIN organization AS o ON o.id = p.organization_id"
                     " WHERE t.round_id = ?1 ORDER BY " BY_ROLE,
                     round_id, read_member, teams, error))
    return NULL;
  return g_steal_pointer (&teams);
}

/**
 * xc_team_find_unauthorised:
 * @team: a team
 *
 * A leader is authorised for one round only (一次一授权), and so are the deputies: by the document of the team, or by one
 * of their own.
 *
 * Returns: (transfer none) (nullable): the first of them who is not
 */
const XcTeamMember *
xc_team_find_unauthorised (const XcTeam *team)
{
  for (guint i = 0; team->document == NULL && i < team->members->len; i++)
    {
      const XcTeamMember *member = team->members->pdata[i];

      if (member->document == NULL
          && (g_str_equal (member->role, "leader") || g_str_equal (member->role, "deputy")))
        return member;
    }
  return NULL;
}

/**
 * xc_team_propose_role:
 * @team: a team
 *
 * Returns: (transfer none): the first of leader, deputy and liaison that it has not, else an ordinary member
 */
const char *
xc_team_propose_role (const XcTeam *team)
{
  static const char *const first[] = { "leader", "deputy", "liaison" };

  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    {
      gboolean has = FALSE;

      for (guint j = 0; j < team->members->len && !has; j++)
        has = g_str_equal (((XcTeamMember *) team->members->pdata[j])->role, first[i]);
      if (!has)
        return first[i];
    }
  return "member";
}

/* Each word that was typed must be found somewhere; the first parameter that is one has number 4. */
static char *
make_search (const GPtrArray *words)
{
  GString *sql =
      g_string_new ("SELECT p.id, p.name, coalesce (o.short_name, o.name, p.unit), p.post, p.in_leader_pool,"
                    " p.in_talent_pool, (SELECT count (*) FROM team_member WHERE person_id = p.id) AS times,"
                    " (SELECT min (t.ordinal) FROM team_member AS m JOIN team AS t ON t.id = m.team_id"
                    " WHERE m.person_id = p.id AND t.round_id = ?1) AS team"
                    " FROM person AS p LEFT JOIN organization AS o ON o.id = p.organization_id WHERE 1");

  for (guint i = 0; i < words->len; i++)
    g_string_append_printf (sql,
                            " AND (matches (p.name, ?%1$u) OR matches (coalesce (o.name, p.unit, ''), ?%1$u)"
                            " OR contains (coalesce (p.post, ''), ?%1$u)"
                            " OR contains (coalesce (p.specialities, ''), ?%1$u))",
                            i + 4);
  g_string_append (sql, " ORDER BY team IS NOT NULL, CASE ?2 WHEN 1 THEN p.in_leader_pool ELSE"
                        " p.in_talent_pool END DESC, p.in_leader_pool + p.in_talent_pool DESC, times,"
                        " p.name COLLATE pinyin, p.id LIMIT ?3");
  return g_string_free (sql, FALSE);
}

static void
read_candidate (XcStatement *row, GPtrArray *candidates)
{
  XcCandidate *candidate = g_new0 (XcCandidate, 1);

  candidate->person_id = xc_statement_get_integer (row, 0);
  candidate->name = dup_text (row, 1);
  candidate->place = dup_text (row, 2);
  candidate->post = dup_text (row, 3);
  candidate->in_leader_pool = xc_statement_get_integer (row, 4) != 0;
  candidate->in_talent_pool = xc_statement_get_integer (row, 5) != 0;
  candidate->n_times = (guint) xc_statement_get_integer (row, 6);
  candidate->team = (int) xc_statement_get_integer (row, 7);
  g_ptr_array_add (candidates, candidate);
}

/* Those of an input method may be as wide as a character. */
static GPtrArray *
split_words (const char *typed)
{
  g_autofree char *valid = g_utf8_make_valid (typed, -1);
  g_auto (GStrv) words = g_regex_split_simple ("[\\s\\x{3000}]+", valid, 0, 0);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; words[i] != NULL && found->len < MAX_WORDS; i++)
    if (*words[i] != '\0')
      g_ptr_array_add (found, g_strdup (words[i]));
  return found;
}

/**
 * xc_team_roster_find_candidates:
 * @store: a ledger
 * @round_id: the round that somebody is looked for
 * @role: what to be, as the catalogue's word
 * @typed: parts or pinyin initials of name or unit, parts of post or speciality, separated by spaces; may be empty
 * @max: how many at most
 * @error: return location for a #XcStoreError
 *
 * Those who are in no team of the round come first; of them those of the pool that the role is taken from, the leader
 * pool (组长库) for leaders and deputies and the talent pool (人才库) for the rest; of them who served least often.
 *
 * Returns: (transfer full) (element-type XcCandidate): people, or %NULL
 */
GPtrArray *
xc_team_roster_find_candidates (XcStore *store, gint64 round_id, const char *role, const char *typed,
                                guint max, GError **error)
{
  g_autoptr (GPtrArray) words = split_words (typed);
  g_autofree char *sql = make_search (words);
  g_autoptr (XcStatement) statement = xc_database_prepare (xc_store_get_database (store), sql, error);
  g_autoptr (GPtrArray) candidates = g_ptr_array_new_with_free_func (free_candidate);
  gboolean row;

  if (statement == NULL)
    return NULL;
  xc_statement_bind_integer (statement, 1, round_id);
  xc_statement_bind_integer (statement, 2, g_str_equal (role, "leader") || g_str_equal (role, "deputy"));
  xc_statement_bind_integer (statement, 3, max);
  for (guint i = 0; i < words->len; i++)
    xc_statement_bind_text (statement, (int) i + 4, words->pdata[i]);
  for (;;)
    {
      if (!xc_statement_step (statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&candidates);
      read_candidate (statement, candidates);
    }
}
