/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/rectification-source.h"

/* The rows of one problem follow one another, each with one of its measures. */
static const char rows_sql[] =
    "SELECT p.id, p.state, p.fed_back, p.found_at, m.id, m.state, m.type, m.due_on, m.done_on"
    " FROM problem p JOIN inspection i ON i.id = p.inspection_id JOIN round r ON r.id = i.round_id"
    " LEFT JOIN measure m ON m.problem_id = p.id WHERE r.term_id = ?1 ORDER BY p.id";

static XcDay
get_day (XcStatement *statement, int column)
{
  return xc_statement_is_null (statement, column)
             ? XC_DAY_NONE
             : xc_day_parse_iso (xc_statement_get_text (statement, column));
}

static void
begin_row (XcStatement *statement, XcRectificationRow *row)
{
  *row = (XcRectificationRow){
    .id = xc_statement_get_integer (statement, 0),
    .problem = { .is_fed_back = xc_statement_get_integer (statement, 2) != 0,
                 .is_during = g_strcmp0 (xc_statement_get_text (statement, 3), "during") == 0 },
  };
  xc_rectification_state_from_word (xc_statement_get_text (statement, 1), &row->problem.state);
}

static void
add_measure (XcStatement *statement, GArray *measures)
{
  XcDueMeasure measure = {
    .is_immediate = g_strcmp0 (xc_statement_get_text (statement, 6), "immediate") == 0,
    .due_on = get_day (statement, 7),
    .done_on = get_day (statement, 8),
  };

  if (xc_statement_is_null (statement, 4))
    return;
  xc_measure_state_from_word (xc_statement_get_text (statement, 5), &measure.state);
  g_array_append_val (measures, measure);
}

static void
end_row (XcRectificationRow *row, GArray *measures, XcDay today, GArray *rows)
{
  if (row->id == 0)
    return;
  xc_due_of_problem (row->problem.state, (gpointer) measures->data, measures->len, today, &row->problem.due);
  g_array_append_vals (rows, row, 1);
  g_array_set_size (measures, 0);
}

/**
 * xc_rectification_source_load:
 * @store: a ledger
 * @term_id: a term
 * @today: the day on which one asks
 * @error: return location for a #XcStoreError
 *
 * Returns: (transfer full) (element-type XcRectificationRow): the problems found in the rounds of the term, by id, with
 *   what follows from their measures; or %NULL
 */
GArray *
xc_rectification_source_load (XcStore *store, gint64 term_id, XcDay today, GError **error)
{
  g_autoptr (XcStatement) statement = xc_database_prepare (xc_store_get_database (store), rows_sql, error);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (XcRectificationRow));
  g_autoptr (GArray) measures = g_array_new (FALSE, FALSE, sizeof (XcDueMeasure));
  XcRectificationRow row = { 0 };
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  xc_statement_bind_integer (statement, 1, term_id);
  for (;;)
    {
      if (!xc_statement_step (statement, &has_row, error))
        return NULL;
      if (!has_row || xc_statement_get_integer (statement, 0) != row.id)
        {
          end_row (&row, measures, today, rows);
          if (!has_row)
            return g_steal_pointer (&rows);
          begin_row (statement, &row);
        }
      add_measure (statement, measures);
    }
}
