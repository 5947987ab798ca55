/* SPDX-License-Identifier: GPL-3.0-or-later */
/* By what problems are sorted when it is a column that is put together from other rows. */
#include "store/problem-columns.h"

#define OF_MEASURES(value) "(SELECT " value " FROM measure WHERE problem_id = @.id)"
#define OF_FIRST_MEASURE(field)                                                                              \
  "(SELECT " field " FROM measure WHERE problem_id = @.id ORDER BY position, id LIMIT 1)"
#define WHO "coalesce (unit, '') || coalesce (post, '') || coalesce (name, '')"
#define OF_ROLE(role)                                                                                        \
  "(SELECT group_concat (who) FROM (SELECT nullif (" WHO ", '') AS who FROM responsibility "                 \
  "WHERE problem_id = @.id AND role = '" role "' ORDER BY position, unit, post, name))"
#define TEAM_NUMBER "r.ordinal * 10000 + t.ordinal"
#define TEAMS " FROM inspection AS i JOIN team AS t ON t.id = i.team_id JOIN round AS r ON r.id = t.round_id"
#define UP_FROM_POINT                                                                                        \
  "WITH RECURSIVE up (id, parent_id, title, below) AS (SELECT id, parent_id, title, NULL FROM point "        \
  "WHERE id = @.point_id UNION SELECT p.id, p.parent_id, p.title, up.title FROM up "                         \
  "JOIN point AS p ON p.id = up.parent_id) "
#define DOWN_TO_POINTS                                                                                       \
  "WITH RECURSIVE down (id, level_1, level_2) AS (SELECT id, title, NULL FROM point "                        \
  "WHERE parent_id IS NULL UNION ALL SELECT p.id, down.level_1, coalesce (down.level_2, p.title) FROM down " \
  "JOIN point AS p ON p.parent_id = down.id) "
#define TYPE_PLACE "CASE type WHEN 'immediate' THEN 0 WHEN 'by_date' THEN 1 WHEN 'lasting' THEN 2 END"
#define FIRST_OF(field) "SELECT problem_id, " field ", position FROM measure"
#define ALL_OF_ROLE(role)                                                                                    \
  "SELECT problem_id, " WHO " FROM responsibility WHERE role = '" role                                       \
  "' ORDER BY problem_id, position, unit, post, name"

/* By row, and of all at once. */
static const struct
{
  const char *key;
  const char *owner;
  const char *all;
  XcOrderKind order;
  XcOrderMerge merge;
} keys[XC_N_PROBLEM_COLUMNS] = {
  [XC_PROBLEM_COLUMN_TEAM] = { "(SELECT " TEAM_NUMBER TEAMS " WHERE i.id = @.inspection_id)", "inspection_id",
                               "SELECT i.id, " TEAM_NUMBER ", 0" TEAMS, XC_ORDER_NUMBER, XC_ORDER_LEAST },
  [XC_PROBLEM_COLUMN_LEVEL_1] = { "(" UP_FROM_POINT "SELECT title FROM up WHERE parent_id IS NULL)",
                                  "point_id", DOWN_TO_POINTS "SELECT id, level_1, 0 FROM down", XC_ORDER_NAME,
                                  XC_ORDER_LEAST },
  [XC_PROBLEM_COLUMN_LEVEL_2] = { "(" UP_FROM_POINT "SELECT below FROM up WHERE parent_id IS NULL)",
                                  "point_id", DOWN_TO_POINTS "SELECT id, level_2, 0 FROM down", XC_ORDER_NAME,
                                  XC_ORDER_LEAST },
  [XC_PROBLEM_COLUMN_IMMEDIATE] = { "EXISTS (SELECT 1 FROM measure WHERE problem_id = @.id AND type = "
                                    "'immediate')",
                                    "id", "SELECT problem_id, 1, 0 FROM measure WHERE type = 'immediate'",
                                    XC_ORDER_NUMBER, XC_ORDER_LEAST },
  [XC_PROBLEM_COLUMN_MEASURES] = { OF_FIRST_MEASURE ("wording"), "id", FIRST_OF ("wording"), XC_ORDER_NAME,
                                   XC_ORDER_LEAST },
  [XC_PROBLEM_COLUMN_TYPES] = { OF_MEASURES ("min (" TYPE_PLACE ")"), "id",
                                "SELECT problem_id, " TYPE_PLACE " AS place, " TYPE_PLACE
                                " FROM measure WHERE place IS NOT NULL",
                                XC_ORDER_NUMBER, XC_ORDER_LEAST },
  [XC_PROBLEM_COLUMN_DUE] = { OF_MEASURES ("CASE WHEN count (*) = count (CASE state WHEN 'done' THEN 1 END) "
                                           "THEN max (due_on) ELSE min (CASE WHEN state <> 'done' THEN "
                                           "due_on END) END"),
                              "id", "SELECT problem_id, due_on, state = 'done' FROM measure", XC_ORDER_DAY,
                              XC_ORDER_LIMIT },
  [XC_PROBLEM_COLUMN_PROGRESS] = { OF_FIRST_MEASURE ("progress"), "id", FIRST_OF ("progress"), XC_ORDER_NAME,
                                   XC_ORDER_LEAST },
  [XC_PROBLEM_COLUMN_RESULTS] = { OF_FIRST_MEASURE ("result"), "id", FIRST_OF ("result"), XC_ORDER_NAME,
                                  XC_ORDER_LEAST },
  [XC_PROBLEM_COLUMN_DONE_ON] = { OF_MEASURES ("CASE WHEN count (*) = count (done_on) THEN max (done_on) "
                                               "END"),
                                  "id", "SELECT problem_id, done_on, 0 FROM measure", XC_ORDER_DAY,
                                  XC_ORDER_LAST_DAY },
#define BY_ROLE(role)                                                                                        \
  {                                                                                                          \
    OF_ROLE (role), "id", ALL_OF_ROLE (role), XC_ORDER_NAME, XC_ORDER_JOINED                                 \
  }
  [XC_PROBLEM_COLUMN_FIRST] = BY_ROLE ("first"),
  [XC_PROBLEM_COLUMN_LEADER] = BY_ROLE ("leader"),
  [XC_PROBLEM_COLUMN_LEAD_DEPARTMENT] = BY_ROLE ("lead_department"),
  [XC_PROBLEM_COLUMN_DEPARTMENT] = BY_ROLE ("department"),
  [XC_PROBLEM_COLUMN_PERSON] = BY_ROLE ("person"),
  [XC_PROBLEM_COLUMN_COOPERATING] = BY_ROLE ("cooperating"),
  [XC_PROBLEM_COLUMN_SUPERVISING] = BY_ROLE ("supervising"),
#undef BY_ROLE
};

/**
 * xc_problem_column_get_key:
 * @column: a column
 *
 * Returns: (transfer none): by what a row is sorted for it, in SQL; "@" stands for the problem
 */
const char *
xc_problem_column_get_key (XcProblemColumn column)
{
  g_return_val_if_fail ((guint) column < XC_N_PROBLEM_COLUMNS, NULL);
  return keys[column].key;
}

/**
 * xc_problem_column_get_order:
 * @column: a column
 *
 * Returns: what its keys are
 */
XcOrderKind
xc_problem_column_get_order (XcProblemColumn column)
{
  g_return_val_if_fail ((guint) column < XC_N_PROBLEM_COLUMNS, XC_ORDER_NUMBER);
  return keys[column].order;
}

/**
 * xc_problem_column_get_owner:
 * @column: a column
 *
 * Returns: (transfer none): the field of a problem that says whose key it has; "id" when it is the problem's own
 */
const char *
xc_problem_column_get_owner (XcProblemColumn column)
{
  g_return_val_if_fail ((guint) column < XC_N_PROBLEM_COLUMNS, NULL);
  return keys[column].owner;
}

/**
 * xc_problem_column_order:
 * @column: a column
 * @database: of a ledger
 * @order: an order
 * @key: which of its keys is that of @column
 * @error: return location for a #XcStoreError
 *
 * Reads the keys of all owners.
 *
 * Returns: whether they could be read
 */
gboolean
xc_problem_column_order (XcProblemColumn column, XcDatabase *database, XcOrder *order, guint key,
                         GError **error)
{
  g_autoptr (XcStatement) statement = xc_database_prepare (database, keys[column].all, error);
  XcValue none = column == XC_PROBLEM_COLUMN_IMMEDIATE ? XC_VALUE_NUMBER (0) : XC_VALUE_NONE;

  return statement != NULL && xc_order_look_up (order, key, keys[column].merge, none, statement, error);
}

/**
 * xc_problem_column_uses_table:
 * @column: a column
 * @table: a table other than that of the problems
 *
 * Returns: whether what the column says depends on its rows
 */
gboolean
xc_problem_column_uses_table (XcProblemColumn column, XcTable table)
{
  switch (column)
    {
    case XC_PROBLEM_COLUMN_TEAM:
      return table == XC_TABLE_INSPECTION || table == XC_TABLE_TEAM || table == XC_TABLE_ROUND;
    case XC_PROBLEM_COLUMN_LEVEL_1:
    case XC_PROBLEM_COLUMN_LEVEL_2:
      return table == XC_TABLE_POINT;
    case XC_PROBLEM_COLUMN_IMMEDIATE:
    case XC_PROBLEM_COLUMN_MEASURES:
    case XC_PROBLEM_COLUMN_TYPES:
    case XC_PROBLEM_COLUMN_DUE:
    case XC_PROBLEM_COLUMN_PROGRESS:
    case XC_PROBLEM_COLUMN_RESULTS:
    case XC_PROBLEM_COLUMN_DONE_ON:
      return table == XC_TABLE_MEASURE;
    case XC_PROBLEM_COLUMN_FIRST:
    case XC_PROBLEM_COLUMN_LEADER:
    case XC_PROBLEM_COLUMN_LEAD_DEPARTMENT:
    case XC_PROBLEM_COLUMN_DEPARTMENT:
    case XC_PROBLEM_COLUMN_PERSON:
    case XC_PROBLEM_COLUMN_COOPERATING:
    case XC_PROBLEM_COLUMN_SUPERVISING:
      return table == XC_TABLE_RESPONSIBILITY;
    default:
      g_return_val_if_reached (FALSE);
    }
}
