/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One query a table, whatever the ledger holds. Units that were only typed are taken for the organization that has, or
 * had, that name: a list of people that was imported names them in words.
 */
#include "store/avoidance-source.h"

#include "core/text.h"
#include "store/avoidance-rule.h"

typedef struct
{
  XcAvoidanceInput *input;
  GHashTable *names; /* name → id; of organizations, as they are and were called */
} Loading;

typedef void (*ReadFunc) (Loading *loading, XcStatement *row);

static gboolean
read_rows (XcStore *store, const char *sql, ReadFunc read, Loading *loading, GError **error)
{
  g_autoptr (XcStatement) statement = xc_database_prepare (xc_store_get_database (store), sql, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  for (;;)
    {
      if (!xc_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      read (loading, statement);
    }
}

static XcDay
get_day (XcStatement *row, int column)
{
  return xc_statement_is_null (row, column) ? XC_DAY_NONE
                                            : xc_day_parse_iso (xc_statement_get_text (row, column));
}

static const char *
get_text (Loading *loading, XcStatement *row, int column)
{
  return xc_statement_is_null (row, column)
             ? NULL
             : xc_avoidance_input_text (loading->input, xc_statement_get_text (row, column));
}

/* The first to have a name keeps it: those that are still there come first. */
static void
learn_name (Loading *loading, const char *name, gint64 id)
{
  gint64 *key;

  if (name == NULL || *name == '\0' || g_hash_table_contains (loading->names, name))
    return;
  key = g_new (gint64, 1);
  *key = id;
  g_hash_table_insert (loading->names, (gpointer) name, key);
}

/* The organization in @column, or the one whose name is the unit in the column after it. */
static gint64
get_organization (Loading *loading, XcStatement *row, int column)
{
  g_autofree char *unit = NULL;
  const gint64 *found;

  if (!xc_statement_is_null (row, column) || xc_statement_is_null (row, column + 1))
    return xc_statement_get_integer (row, column);
  unit = xc_text_clean (xc_statement_get_text (row, column + 1));
  found = g_hash_table_lookup (loading->names, unit);
  return found != NULL ? *found : 0;
}

static void
read_organization (Loading *loading, XcStatement *row)
{
  XcAvoidanceOrganization organization = {
    .id = xc_statement_get_integer (row, 0),
    .name = get_text (loading, row, 1),
    .parent_id = xc_statement_get_integer (row, 2),
    .valid_to = get_day (row, 3),
  };

  g_array_append_val (loading->input->organizations, organization);
  learn_name (loading, organization.name, organization.id);
}

static void
read_other_name (Loading *loading, XcStatement *row)
{
  learn_name (loading, get_text (loading, row, 1), xc_statement_get_integer (row, 0));
}

static void
read_succession (Loading *loading, XcStatement *row)
{
  XcAvoidanceSuccession succession = {
    .predecessor_id = xc_statement_get_integer (row, 0),
    .successor_id = xc_statement_get_integer (row, 1),
    .happened_on = get_day (row, 2),
  };

  g_array_append_val (loading->input->successions, succession);
}

static void
read_move (Loading *loading, XcStatement *row)
{
  XcAvoidanceMove move = {
    .organization_id = xc_statement_get_integer (row, 0),
    .parent_id = xc_statement_get_integer (row, 1),
    .happened_on = get_day (row, 2),
  };

  g_array_append_val (loading->input->moves, move);
}

static void
read_person (Loading *loading, XcStatement *row)
{
  XcAvoidancePerson person = {
    .id = xc_statement_get_integer (row, 0),
    .name = get_text (loading, row, 1),
    .organization_id = get_organization (loading, row, 2),
    .post = get_text (loading, row, 4),
  };

  g_array_append_val (loading->input->people, person);
}

static void
read_post (Loading *loading, XcStatement *row)
{
  XcAvoidancePost post = {
    .id = xc_statement_get_integer (row, 0),
    .person_id = xc_statement_get_integer (row, 1),
    .organization_id = get_organization (loading, row, 2),
    .title = get_text (loading, row, 4),
    .from = get_day (row, 5),
    .to = get_day (row, 6),
  };

  if (post.organization_id != 0)
    g_array_append_val (loading->input->posts, post);
}

static void
read_kin (Loading *loading, XcStatement *row)
{
  XcAvoidanceKin kin = {
    .id = xc_statement_get_integer (row, 0),
    .person_id = xc_statement_get_integer (row, 1),
    .organization_id = get_organization (loading, row, 2),
    .title = get_text (loading, row, 4),
    .relation = get_text (loading, row, 5),
  };

  if (kin.organization_id != 0)
    g_array_append_val (loading->input->kin, kin);
}

static void
read_team (Loading *loading, XcStatement *row)
{
  XcAvoidanceTeam team = {
    .id = xc_statement_get_integer (row, 0),
    .round_id = xc_statement_get_integer (row, 1),
    .round_position = (int) xc_statement_get_integer (row, 2),
    .round_ordinal = (int) xc_statement_get_integer (row, 3),
    .ordinal = (int) xc_statement_get_integer (row, 4),
    .title = get_text (loading, row, 5),
    .starts = get_day (row, 6),
    .ends = get_day (row, 7),
  };

  g_array_append_val (loading->input->teams, team);
}

static void
read_member (Loading *loading, XcStatement *row)
{
  XcAvoidanceMember member = {
    .id = xc_statement_get_integer (row, 0),
    .team_id = xc_statement_get_integer (row, 1),
    .person_id = xc_statement_get_integer (row, 2),
    .role = get_text (loading, row, 3),
    .from = get_day (row, 4),
    .to = get_day (row, 5),
  };

  g_array_append_val (loading->input->members, member);
}

static void
read_inspection (Loading *loading, XcStatement *row)
{
  XcAvoidanceInspection inspection = {
    .id = xc_statement_get_integer (row, 0),
    .team_id = xc_statement_get_integer (row, 1),
    .organization_id = xc_statement_get_integer (row, 2),
    .extends_id = xc_statement_get_integer (row, 3),
    .starts = get_day (row, 4),
    .ends = get_day (row, 5),
  };

  /* It entered after it was planned to leave, and is still there. */
  if (xc_day_is_set (inspection.ends) && inspection.ends < inspection.starts)
    inspection.ends = XC_DAY_NONE;
  g_array_append_val (loading->input->inspections, inspection);
}

static void
read_ruling (Loading *loading, XcStatement *row)
{
  XcAvoidanceRuling ruling = {
    .id = xc_statement_get_integer (row, 0),
    .person_id = xc_statement_get_integer (row, 1),
    .organization_id = xc_statement_get_integer (row, 2),
    .inspection_id = xc_statement_get_integer (row, 3),
    .reason = get_text (loading, row, 5),
    .ruled_on = get_day (row, 6),
    .grounds = XC_AVOIDANCE_UNNAMED,
  };
  XcAvoidanceGround ground;

  if (xc_avoidance_ground_from_word (xc_statement_get_text (row, 7), &ground))
    ruling.grounds = XC_AVOIDANCE_MASK (ground);
  if (xc_ruling_from_word (xc_statement_get_text (row, 4), &ruling.ruling))
    g_array_append_val (loading->input->rulings, ruling);
}

/* In this order: units are looked up among the names of organizations. */
static const struct
{
  const char *sql;
  ReadFunc read;
} readings[] = {
  { "SELECT id, name, parent_id, valid_to FROM organization ORDER BY valid_to IS NOT NULL, id",
    read_organization },
  { "SELECT id, short_name FROM organization WHERE short_name IS NOT NULL ORDER BY valid_to IS NOT NULL, id",
    read_other_name },
  { "SELECT organization_id, former_name FROM event_member WHERE former_name IS NOT NULL ORDER BY id",
    read_other_name },
  { "SELECT b.organization_id, a.organization_id, e.happened_on FROM organization_event AS e"
    " JOIN event_member AS b ON b.event_id = e.id AND b.side = 'before'"
    " JOIN event_member AS a ON a.event_id = e.id AND a.side = 'after'"
    " AND a.organization_id <> b.organization_id"
    " WHERE e.kind IN ('merged', 'split') ORDER BY e.happened_on, e.id, b.id, a.id",
    read_succession },
  { "SELECT m.organization_id, m.former_parent_id, e.happened_on FROM event_member AS m"
    " JOIN organization_event AS e ON e.id = m.event_id WHERE m.former_parent_id IS NOT NULL"
    " ORDER BY e.happened_on, m.id",
    read_move },
  { "SELECT id, name, organization_id, unit, post FROM person ORDER BY name COLLATE pinyin, id",
    read_person },
  { "SELECT id, person_id, organization_id, unit, post, from_on, to_on FROM person_post"
    " WHERE organization_id IS NOT NULL OR unit IS NOT NULL ORDER BY from_on, id",
    read_post },
  { "SELECT id, person_id, organization_id, unit, post, relation FROM person_kin"
    " WHERE organization_id IS NOT NULL OR unit IS NOT NULL ORDER BY id",
    read_kin },
  { "SELECT t.id, r.id, r.position, r.ordinal, t.ordinal, t.title, r.starts_on, r.ends_on FROM team AS t"
    " JOIN (SELECT round.*, row_number () OVER (ORDER BY term.starts_on, term.id, round.ordinal) AS position"
    " FROM round JOIN term ON term.id = round.term_id) AS r ON r.id = t.round_id"
    " ORDER BY r.position, t.ordinal",
    read_team },
  { "SELECT id, team_id, person_id, role, from_on, to_on FROM team_member"
    " ORDER BY team_id, instr ('leader deputy commissioner liaison member', role), id",
    read_member },
  { "SELECT i.id, i.team_id, i.organization_id, i.extends_id,"
    " coalesce (i.enters_on, i.planned_enters_on, b.starts_on, r.starts_on),"
    " coalesce (i.leaves_on, i.planned_leaves_on, b.ends_on, r.ends_on)"
    " FROM inspection AS i JOIN round AS r ON r.id = i.round_id LEFT JOIN batch AS b ON b.id = i.batch_id"
    " ORDER BY i.round_id, i.serial, i.id",
    read_inspection },
  { "SELECT id, person_id, organization_id, inspection_id, ruling, reason, ruled_on, ground FROM avoidance"
    " ORDER BY ruled_on DESC, id",
    read_ruling },
};

/**
 * xc_avoidance_source_load:
 * @store: a ledger
 * @today: stands in for the first day of inspections that have none yet
 * @error: return location for a #XcStoreError
 *
 * All rounds and all people, so that any question about them is answered from it. Days of an inspection are those in fact,
 * else those planned, else those of its batch or round. Made anew when #XC_AVOIDANCE_TABLES change.
 *
 * Returns: (transfer full): avoidance as the ledger is now, or %NULL
 */
XcAvoidance *
xc_avoidance_source_load (XcStore *store, XcDay today, GError **error)
{
  g_autoptr (XcAvoidanceInput) input = xc_avoidance_input_new ();
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  Loading loading = { input, names };

  input->as_of = today;
  if (!xc_avoidance_rule_load (store, &input->rule, NULL, error))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (readings); i++)
    if (!read_rows (store, readings[i].sql, readings[i].read, &loading, error))
      return NULL;
  return xc_avoidance_new (g_steal_pointer (&input));
}
