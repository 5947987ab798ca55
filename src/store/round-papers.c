/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/round-papers.h"

static void
free_paper (gpointer data)
{
  XcRoundPaper *paper = data;

  g_free (paper->number);
  g_ptr_array_unref (paper->stages);
  g_array_unref (paper->teams);
  g_ptr_array_unref (paper->people);
  g_free (paper);
}

static XcRoundPaper *
find_or_add (GPtrArray *papers, const char *number)
{
  XcRoundPaper *paper;

  for (guint i = 0; i < papers->len; i++)
    if (g_str_equal (((XcRoundPaper *) papers->pdata[i])->number, number))
      return papers->pdata[i];
  paper = g_new0 (XcRoundPaper, 1);
  paper->number = g_strdup (number);
  paper->day = XC_DAY_NONE;
  paper->stages = g_ptr_array_new_with_free_func (g_free);
  paper->teams = g_array_new (FALSE, FALSE, sizeof (guint));
  paper->people = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (papers, paper);
  return paper;
}

/* number, day, stage, team, person: one of the last three is there. */
static void
read_row (XcStatement *row, GPtrArray *papers)
{
  XcRoundPaper *paper = find_or_add (papers, xc_statement_get_text (row, 0));

  if (!xc_day_is_set (paper->day) && !xc_statement_is_null (row, 1))
    paper->day = xc_day_parse_iso (xc_statement_get_text (row, 1));
  if (!xc_statement_is_null (row, 2))
    g_ptr_array_add (paper->stages, g_strdup (xc_statement_get_text (row, 2)));
  else if (!xc_statement_is_null (row, 3))
    {
      guint team = (guint) xc_statement_get_integer (row, 3);

      g_array_append_val (paper->teams, team);
    }
  else
    g_ptr_array_add (paper->people, g_strdup (xc_statement_get_text (row, 4)));
}

/**
 * xc_round_papers_load:
 * @store: a ledger
 * @round_id: a round
 * @error: return location for a #XcStoreError
 *
 * Returns: (transfer full) (element-type XcRoundPaper): each document once, or %NULL
 */
GPtrArray *
xc_round_papers_load (XcStore *store, gint64 round_id, GError **error)
{
  g_autoptr (GPtrArray) papers = g_ptr_array_new_with_free_func (free_paper);
  g_autoptr (XcStatement) statement = xc_database_prepare (
      xc_store_get_database (store),
      "SELECT document, coalesce (actual_from, planned_from), stage, NULL, NULL, 1 AS part, id FROM "
      "round_stage"
      " WHERE round_id = ?1 AND document IS NOT NULL"
      " UNION ALL SELECT document, authorised_on, NULL, ordinal, NULL, 2, ordinal FROM team"
      " WHERE round_id = ?1 AND document IS NOT NULL"
      " UNION ALL SELECT m.document, m.authorised_on, NULL, NULL, p.name, 3, m.id FROM team_member AS m"
      " JOIN team AS t ON t.id = m.team_id JOIN person AS p ON p.id = m.person_id"
      " WHERE t.round_id = ?1 AND m.document IS NOT t.document AND m.document IS NOT NULL ORDER BY part, 7",
      error);
  gboolean row;

  if (statement == NULL)
    return NULL;
  xc_statement_bind_integer (statement, 1, round_id);
  for (;;)
    {
      if (!xc_statement_step (statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&papers);
      read_row (statement, papers);
    }
}
