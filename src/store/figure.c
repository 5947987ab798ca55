/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One figure of rectification: its number, its name, and the query that finds the rows behind it. */
#include <glib/gi18n-lib.h>

#include "store/problem-figures.h"
#include "store/problem-walk.h"

/**
 * xc_figure_get:
 * @figures: what was counted
 * @figure: which
 *
 * Returns: how many
 */
guint
xc_figure_get (const XcRectificationFigures *figures, XcFigure figure)
{
  switch (figure)
    {
    case XC_FIGURE_FOUND:
      return figures->found;
    case XC_FIGURE_FED_BACK:
      return figures->fed_back;
    case XC_FIGURE_IMMEDIATE:
      return figures->immediate;
    case XC_FIGURE_DURING:
      return figures->during;
    case XC_FIGURE_MEASURES:
      return figures->measures;
    case XC_FIGURE_MEASURES_DONE:
      return figures->measures_done;
    case XC_FIGURE_CLOSED:
      return figures->states[XC_RECTIFICATION_CLOSED];
    case XC_FIGURE_BASICALLY_DONE:
      return figures->states[XC_RECTIFICATION_BASICALLY_DONE];
    case XC_FIGURE_AWAITING_REVIEW:
      return figures->states[XC_RECTIFICATION_AWAITING_REVIEW];
    case XC_FIGURE_NOT_DONE:
      return xc_rectification_figures_get_not_done (figures);
    case XC_FIGURE_OVERDUE:
      return figures->overdue;
    default:
      g_return_val_if_reached (0);
    }
}

/**
 * xc_figure_get_title:
 * @figure: which
 *
 * Returns: (transfer none): what people call it, translated
 */
const char *
xc_figure_get_title (XcFigure figure)
{
  switch (figure)
    {
    case XC_FIGURE_FOUND:
      return C_ ("figure", "Found");
    case XC_FIGURE_FED_BACK:
      return C_ ("figure", "Fed back");
    case XC_FIGURE_IMMEDIATE:
      return C_ ("figure", "Immediate");
    case XC_FIGURE_DURING:
      return C_ ("figure", "During the inspection");
    case XC_FIGURE_MEASURES:
      return C_ ("figure", "Measures");
    case XC_FIGURE_MEASURES_DONE:
      return C_ ("figure", "Measures done");
    case XC_FIGURE_CLOSED:
      return C_ ("figure", "Closed");
    case XC_FIGURE_BASICALLY_DONE:
      return C_ ("figure", "Basically done");
    case XC_FIGURE_AWAITING_REVIEW:
      return C_ ("figure", "Awaiting review");
    case XC_FIGURE_NOT_DONE:
      return C_ ("figure", "Not done");
    case XC_FIGURE_OVERDUE:
      return C_ ("figure", "Overdue");
    default:
      g_return_val_if_reached ("");
    }
}

/* Filters by a path from the problem, whatever table the query is of. */
static void
add_reference (XcQuery *query, const char *path, gint64 id)
{
  g_autofree char *whole =
      g_strconcat (xc_query_get_table (query) == XC_TABLE_MEASURE ? "problem_id." : "", path, NULL);

  if (id != 0)
    xc_query_add_number_filter (query, whole, XC_RELATION_IS, id);
  else
    xc_query_add_filter (query, whole, XC_RELATION_EMPTY, NULL, 0);
}

static void
add_filter (XcQuery *query, const XcFiguresFilter *filter)
{
  if (filter->term_id != 0)
    add_reference (query, "inspection_id.round_id.term_id", filter->term_id);
  if (filter->round_id != 0)
    add_reference (query, "inspection_id.round_id", filter->round_id);
  if (filter->team_id != 0)
    add_reference (query, "inspection_id.team_id", filter->team_id);
  if (filter->organization_id != 0)
    add_reference (query, "inspection_id.organization_id", filter->organization_id);
  if (filter->register_id != 0)
    add_reference (query, "inspection_id.organization_id.register_id", filter->register_id);
}

static void
add_number (GArray *values, gint64 number)
{
  const XcValue value = XC_VALUE_NUMBER (number);

  g_array_append_val (values, value);
}

static void
add_one_of (XcQuery *query, const char *path, const GArray *values)
{
  g_autofree char *whole =
      g_strconcat (xc_query_get_table (query) == XC_TABLE_MEASURE ? "problem_id." : "", path, NULL);

  xc_query_add_filter (query, whole, XC_RELATION_ONE_OF, (const XcValue *) (gconstpointer) values->data,
                       values->len);
}

/* The point and all that are part of it. */
static gboolean
add_point (XcQuery *query, XcStore *store, gint64 point_id, GError **error)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (XcValue));
  g_autoptr (XcStatement) statement = NULL;
  gboolean row = TRUE;

  if (point_id == 0)
    {
      add_reference (query, "point_id", 0);
      return TRUE;
    }
  statement = xc_database_prepare (
      xc_store_get_database (store),
      "WITH RECURSIVE down (id) AS (VALUES (?1) UNION SELECT point.id FROM point JOIN down"
      " ON point.parent_id = down.id) SELECT id FROM down",
      error);
  if (statement == NULL)
    return FALSE;
  xc_statement_bind_integer (statement, 1, point_id);
  while (row)
    {
      if (!xc_statement_step (statement, &row, error))
        return FALSE;
      if (row)
        add_number (values, xc_statement_get_integer (statement, 0));
    }
  add_one_of (query, "point_id", values);
  return TRUE;
}

static gboolean
add_group (XcQuery *query, XcStore *store, XcFiguresGroup group, gint64 key, GError **error)
{
  switch (group)
    {
    case XC_FIGURES_BY_ROUND:
      add_reference (query, "inspection_id.round_id", key);
      return TRUE;
    case XC_FIGURES_BY_TEAM:
      add_reference (query, "inspection_id.team_id", key);
      return TRUE;
    case XC_FIGURES_BY_ORGANIZATION:
      add_reference (query, "inspection_id.organization_id", key);
      return TRUE;
    case XC_FIGURES_BY_POINT:
      return add_point (query, store, key, error);
    case XC_FIGURES_BY_REGISTER:
      add_reference (query, "inspection_id.organization_id.register_id", key);
      return TRUE;
    default:
      g_return_val_if_reached (FALSE);
    }
}

static void
add_overdue (const XcWalkedProblem *problem, gpointer data)
{
  if (problem->counted.is_fed_back && problem->counted.due.days_overdue > 0)
    add_number (data, problem->id);
}

static void
add_states (XcQuery *query, XcFigure figure)
{
  static const char *const not_done[] = { "not_started", "in_progress", "returned", "reopened" };
  XcValue values[G_N_ELEMENTS (not_done)];

  xc_query_add_number_filter (query, "fed_back", XC_RELATION_IS, 1);
  if (figure != XC_FIGURE_NOT_DONE)
    {
      xc_query_add_text_filter (query, "state", XC_RELATION_IS,
                                figure == XC_FIGURE_CLOSED           ? "closed"
                                : figure == XC_FIGURE_BASICALLY_DONE ? "basically_done"
                                                                     : "awaiting_review");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (not_done); i++)
    values[i] = XC_VALUE_TEXT (not_done[i]);
  xc_query_add_filter (query, "state", XC_RELATION_ONE_OF, values, G_N_ELEMENTS (not_done));
}

static gboolean
add_figure (XcQuery *query, XcStore *store, const XcFiguresFilter *filter, XcFigure figure, GError **error)
{
  g_autoptr (GArray) overdue = NULL;

  switch (figure)
    {
    case XC_FIGURE_FOUND:
    case XC_FIGURE_MEASURES:
      return TRUE;
    case XC_FIGURE_FED_BACK:
      xc_query_add_number_filter (query, "fed_back", XC_RELATION_IS, 1);
      return TRUE;
    case XC_FIGURE_IMMEDIATE:
      xc_query_add_text_filter (query, "measure:problem_id.type", XC_RELATION_IS, "immediate");
      return TRUE;
    case XC_FIGURE_DURING:
      xc_query_add_text_filter (query, "found_at", XC_RELATION_IS, "during");
      return TRUE;
    case XC_FIGURE_MEASURES_DONE:
      xc_query_add_text_filter (query, "state", XC_RELATION_IS, "done");
      return TRUE;
    case XC_FIGURE_CLOSED:
    case XC_FIGURE_BASICALLY_DONE:
    case XC_FIGURE_AWAITING_REVIEW:
    case XC_FIGURE_NOT_DONE:
      add_states (query, figure);
      return TRUE;
    case XC_FIGURE_OVERDUE:
      overdue = g_array_new (FALSE, FALSE, sizeof (XcValue));
      if (!xc_problem_walk (store, filter->today, add_overdue, overdue, error))
        return FALSE;
      add_one_of (query, "id", overdue);
      return TRUE;
    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * xc_problem_figures_query:
 * @store: a ledger
 * @filter: which problems were counted
 * @group: what they were counted by
 * @key: the row in question, 0 for problems without one; -1 for the total
 * @figure: the figure in question
 * @error: return location for a #XcStoreError
 *
 * Returns: (transfer full): finds the problems that the figure counts, or the measures; %NULL when the ledger could not
 *   be read
 */
XcQuery *
xc_problem_figures_query (XcStore *store, const XcFiguresFilter *filter, XcFiguresGroup group, gint64 key,
                          XcFigure figure, GError **error)
{
  gboolean of_measures = figure == XC_FIGURE_MEASURES || figure == XC_FIGURE_MEASURES_DONE;
  g_autoptr (XcQuery) query = xc_query_new (of_measures ? XC_TABLE_MEASURE : XC_TABLE_PROBLEM);

  add_filter (query, filter);
  if ((key >= 0 && !add_group (query, store, group, key, error))
      || !add_figure (query, store, filter, figure, error))
    return NULL;
  return g_steal_pointer (&query);
}
