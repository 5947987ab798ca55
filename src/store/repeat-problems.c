/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/repeat-problems.h"

/* Versions of a scheme copy its points: the same title under the same title is the same point. */
#define SAME_POINTS                                                                                          \
  "SELECT other.id FROM point AS this LEFT JOIN point AS above ON above.id = this.parent_id"                 \
  " JOIN point AS other ON other.title = this.title"                                                         \
  " LEFT JOIN point AS over ON over.id = other.parent_id"                                                    \
  " WHERE this.id = ?2 AND over.title IS above.title"

static void
repeat_free (gpointer data)
{
  XcRepeatProblem *problem = data;

  g_free (problem->number);
  g_free (problem->organization);
  g_free (problem->wording);
  g_free (problem->state);
  g_free (problem);
}

void
xc_repeat_problems_free (XcRepeatProblems *self)
{
  g_ptr_array_unref (self->rows);
  g_free (self);
}

static XcRepeatProblem *
read_repeat (XcStatement *statement, gboolean is_same_point)
{
  XcRepeatProblem *problem = g_new (XcRepeatProblem, 1);

  *problem = (XcRepeatProblem){ .id = xc_statement_get_integer (statement, 0),
                                .is_same_point = is_same_point,
                                .number = g_strdup (xc_statement_get_text (statement, 1)),
                                .organization = g_strdup (xc_statement_get_text (statement, 2)),
                                .round = (int) xc_statement_get_integer (statement, 3),
                                .wording = g_strdup (xc_statement_get_text (statement, 4)),
                                .state = g_strdup (xc_statement_get_text (statement, 5)) };
  problem->is_same_organization = xc_statement_get_integer (statement, 6) != 0;
  if (xc_statement_get_integer (statement, 7) != 0)
    problem->is_same_point = TRUE;
  return problem;
}

static gboolean
read_rows (XcStore *store, const char *sql, gint64 inspection_id, gint64 point_id, guint n_most,
           gboolean is_same_point, GPtrArray *rows, GError **error)
{
  g_autoptr (XcStatement) statement = xc_database_prepare (xc_store_get_database (store), sql, error);
  gboolean row = TRUE;

  if (statement == NULL)
    return FALSE;
  xc_statement_bind_integer (statement, 1, inspection_id);
  xc_statement_bind_integer (statement, 2, point_id);
  xc_statement_bind_integer (statement, 3, n_most);
  while (row)
    {
      if (!xc_statement_step (statement, &row, error))
        return FALSE;
      if (row)
        g_ptr_array_add (rows, read_repeat (statement, is_same_point));
    }
  return TRUE;
}

/* Without @point_id when @sql does not ask for it. */
static gboolean
count (XcStore *store, const char *sql, gint64 inspection_id, const gint64 *point_id, guint *n,
       GError **error)
{
  g_autoptr (XcStatement) statement = xc_database_prepare (xc_store_get_database (store), sql, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  xc_statement_bind_integer (statement, 1, inspection_id);
  if (point_id != NULL)
    xc_statement_bind_integer (statement, 2, *point_id);
  if (!xc_statement_step (statement, &row, error))
    return FALSE;
  *n = row ? (guint) xc_statement_get_integer (statement, 0) : 0;
  return TRUE;
}

#define COLUMNS "SELECT p.id, p.number, o.name, r.ordinal, p.wording, p.state, "
#define OF_THE_LATEST " ORDER BY t.starts_on DESC, r.ordinal DESC, p.number, p.id LIMIT ?3"

/* Found in the organization, but not in this inspection. */
static const char earlier_sql[] = COLUMNS
    "1, p.point_id IN (" SAME_POINTS ")"
    " FROM inspection AS this JOIN inspection AS i ON i.organization_id = this.organization_id AND i.id <> "
    "this.id JOIN problem AS p ON p.inspection_id = i.id JOIN organization AS o ON o.id = i.organization_id"
    " LEFT JOIN round AS r ON r.id = i.round_id LEFT JOIN term AS t ON t.id = r.term_id WHERE this.id = ?1"
    " ORDER BY 8 DESC, t.starts_on DESC, r.ordinal DESC, p.number, p.id LIMIT ?3";
static const char elsewhere_sql[] =
    COLUMNS "0, 1 FROM problem AS p JOIN inspection AS i ON i.id = p.inspection_id"
            " JOIN organization AS o ON o.id = i.organization_id LEFT JOIN round AS r ON r.id = i.round_id"
            " LEFT JOIN term AS t ON t.id = r.term_id WHERE p.point_id IN (" SAME_POINTS ")"
            " AND i.organization_id <> (SELECT organization_id FROM inspection WHERE id = ?1)" OF_THE_LATEST;
static const char n_organizations_sql[] =
    "SELECT count (DISTINCT i.organization_id) FROM problem AS p JOIN inspection AS i ON i.id = "
    "p.inspection_id"
    " WHERE p.point_id IN (" SAME_POINTS ")"
    " AND i.organization_id <> (SELECT organization_id FROM inspection WHERE id = ?1)";
static const char n_earlier_sql[] =
    "SELECT count (*) FROM inspection AS this JOIN inspection AS i ON i.organization_id = "
    "this.organization_id"
    " AND i.id <> this.id JOIN problem AS p ON p.inspection_id = i.id WHERE this.id = ?1";

/**
 * xc_repeat_problems_find:
 * @store: a ledger
 * @inspection_id: the inspection in which a problem was found
 * @point_id: its point, or 0 while none is chosen
 * @n_most: how many to name of either kind
 * @error: return location for a #XcStoreError
 *
 * Returns: (transfer full): what was found before; or %NULL
 */
XcRepeatProblems *
xc_repeat_problems_find (XcStore *store, gint64 inspection_id, gint64 point_id, guint n_most, GError **error)
{
  g_autoptr (XcRepeatProblems) self = g_new0 (XcRepeatProblems, 1);

  self->rows = g_ptr_array_new_with_free_func (repeat_free);
  if (!read_rows (store, earlier_sql, inspection_id, point_id, n_most, FALSE, self->rows, error)
      || !read_rows (store, elsewhere_sql, inspection_id, point_id, n_most, TRUE, self->rows, error)
      || !count (store, n_organizations_sql, inspection_id, &point_id, &self->n_organizations, error)
      || !count (store, n_earlier_sql, inspection_id, NULL, &self->n_earlier, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * xc_repeat_problems_suggest_wording:
 * @store: a ledger
 * @point_id: a point
 * @typed: what was typed so far
 * @n_most: how many
 * @error: return location for a #XcStoreError
 *
 * Returns: (transfer full): how earlier problems of the point that contain @typed were worded, each once; or %NULL
 */
GStrv
xc_repeat_problems_suggest_wording (XcStore *store, gint64 point_id, const char *typed, guint n_most,
                                    GError **error)
{
  g_autoptr (GStrvBuilder) wordings = g_strv_builder_new ();
  g_autoptr (XcStatement) statement = xc_database_prepare (
      xc_store_get_database (store),
      "SELECT DISTINCT wording FROM problem WHERE point_id IN (" SAME_POINTS ") AND contains (wording, ?1)"
      " LIMIT ?3",
      error);
  gboolean row = TRUE;

  if (statement == NULL)
    return NULL;
  xc_statement_bind_text (statement, 1, typed);
  xc_statement_bind_integer (statement, 2, point_id);
  xc_statement_bind_integer (statement, 3, n_most);
  while (row)
    {
      if (!xc_statement_step (statement, &row, error))
        return NULL;
      if (row)
        g_strv_builder_add (wordings, xc_statement_get_text (statement, 0));
    }
  return g_strv_builder_end (wordings);
}

/**
 * xc_repeat_problems_suggest_owners:
 * @store: a ledger
 * @organization_id: an organization
 * @role: in which role
 * @typed: what was typed so far of a department or name; matched by pinyin, too
 * @n_most: how many
 * @error: return location for a #XcStoreError
 *
 * Returns: (transfer full) (element-type XcTypedOwner): who answered for problems of the organization in that role,
 *   the most frequent first; or %NULL
 */
GPtrArray *
xc_repeat_problems_suggest_owners (XcStore *store, gint64 organization_id, XcRole role, const char *typed,
                                   guint n_most, GError **error)
{
  g_autoptr (GPtrArray) owners = g_ptr_array_new_with_free_func ((GDestroyNotify) xc_typed_owner_free);
  g_autoptr (XcStatement) statement = xc_database_prepare (
      xc_store_get_database (store),
      "SELECT r.unit, r.name, r.post FROM inspection AS i JOIN problem AS p ON p.inspection_id = i.id"
      " JOIN responsibility AS r ON r.problem_id = p.id WHERE i.organization_id = ?1 AND r.role = ?2"
      " AND matches (coalesce (r.unit, '') || ' ' || coalesce (r.name, ''), ?3)"
      " GROUP BY r.unit, r.name, r.post ORDER BY count (*) DESC, r.unit, r.name, r.post LIMIT ?4",
      error);
  gboolean row = TRUE;

  if (statement == NULL)
    return NULL;
  xc_statement_bind_integer (statement, 1, organization_id);
  xc_statement_bind_text (statement, 2, xc_role_to_word (role));
  xc_statement_bind_text (statement, 3, typed);
  xc_statement_bind_integer (statement, 4, n_most);
  while (row)
    {
      if (!xc_statement_step (statement, &row, error))
        return NULL;
      if (!row)
        break;
      g_ptr_array_add (owners, xc_typed_owner_new (xc_statement_get_text (statement, 0),
                                                   xc_statement_get_text (statement, 1),
                                                   xc_statement_get_text (statement, 2)));
    }
  return g_steal_pointer (&owners);
}
