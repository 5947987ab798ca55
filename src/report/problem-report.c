/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/problem-report.h"

#include <glib/gi18n-lib.h>

#include "core/ratio.h"
#include "store/row-walk.h"

static void
clear_report (gpointer data)
{
  XcProblemReport *self = data;

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_free (self->title);
}

XcProblemReport *
xc_problem_report_ref (XcProblemReport *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
xc_problem_report_unref (XcProblemReport *self)
{
  g_atomic_rc_box_release_full (self, clear_report);
}

/**
 * xc_figures_group_get_title:
 * @group: what figures are counted by
 *
 * Returns: (transfer none): what a row is then, translated
 */
const char *
xc_figures_group_get_title (XcFiguresGroup group)
{
  switch (group)
    {
    case XC_FIGURES_BY_ROUND:
      return C_ ("figures by", "Round");
    case XC_FIGURES_BY_TEAM:
      return C_ ("figures by", "Team");
    case XC_FIGURES_BY_ORGANIZATION:
      return C_ ("figures by", "Organization");
    case XC_FIGURES_BY_POINT:
      return C_ ("figures by", "Point");
    case XC_FIGURES_BY_REGISTER:
      return C_ ("figures by", "Register");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * xc_problem_report_get_heading:
 * @self: a report
 * @column: from the left
 *
 * Returns: (transfer none): what stands over it, translated
 */
const char *
xc_problem_report_get_heading (const XcProblemReport *self, guint column)
{
  g_return_val_if_fail (column < XC_N_PROBLEM_REPORT_COLUMNS, "");

  if (column < XC_PROBLEM_REPORT_FIRST_FIGURE)
    return xc_figures_group_get_title (self->group);
  return column == XC_PROBLEM_REPORT_RATE
             ? C_ ("figure", "Rate")
             : xc_figure_get_title ((XcFigure) (column - XC_PROBLEM_REPORT_FIRST_FIGURE));
}

const XcProblemReportRow *
xc_problem_report_get_row (const XcProblemReport *self, guint row)
{
  g_return_val_if_fail (row < self->rows->len, NULL);
  return self->rows->pdata[row];
}

/**
 * xc_problem_report_dup_cell:
 * @self: a report
 * @row: from the top
 * @column: from the left
 *
 * Returns: (transfer full): what stands there
 */
char *
xc_problem_report_dup_cell (const XcProblemReport *self, guint row, guint column)
{
  const XcProblemReportRow *shown = xc_problem_report_get_row (self, row);
  XcRectificationRate rate;

  g_return_val_if_fail (column < XC_N_PROBLEM_REPORT_COLUMNS, NULL);
  if (column < XC_PROBLEM_REPORT_FIRST_FIGURE)
    return g_strdup (shown->title);
  if (column < XC_PROBLEM_REPORT_RATE)
    return g_strdup_printf (
        "%u", xc_figure_get (&shown->figures, (XcFigure) (column - XC_PROBLEM_REPORT_FIRST_FIGURE)));
  rate = xc_rectification_figures_get_rate (&shown->figures, self->counts_basically_done);
  return xc_ratio_format (rate.done, rate.fed_back, self->decimals);
}

/**
 * xc_problem_report_dup_note:
 * @self: a report
 *
 * Returns: (transfer full): the day of the figures and the rule of the rate: they go wherever the figures go
 */
char *
xc_problem_report_dup_note (const XcProblemReport *self)
{
  g_autofree char *day = xc_day_format (self->filter.today);

  /* translators: %1$s is a day, %2$s a sentence */
  return g_strdup_printf (_ ("As of %1$s. %2$s"), day,
                          xc_report_sentences_get_rule (self->counts_basically_done));
}

static void
add_field (GString *text, const char *field, gboolean is_last)
{
  for (const char *at = field; *at != '\0'; at++)
    g_string_append_c (text, g_ascii_isspace (*at) ? ' ' : *at);
  g_string_append_c (text, is_last ? '\n' : '\t');
}

/**
 * xc_problem_report_dup_text:
 * @self: a report
 *
 * Returns: (transfer full): the table with its headings and its note, tab-separated, as spreadsheets take it
 */
char *
xc_problem_report_dup_text (const XcProblemReport *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *note = xc_problem_report_dup_note (self);

  for (guint column = 0; column < XC_N_PROBLEM_REPORT_COLUMNS; column++)
    add_field (text, xc_problem_report_get_heading (self, column), column == XC_PROBLEM_REPORT_RATE);
  for (guint row = 0; row < self->rows->len; row++)
    for (guint column = 0; column < XC_N_PROBLEM_REPORT_COLUMNS; column++)
      {
        g_autofree char *cell = xc_problem_report_dup_cell (self, row, column);

        add_field (text, cell, column == XC_PROBLEM_REPORT_RATE);
      }
  g_string_append_printf (text, "%s\n", note);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The filter that leaves what the row counts. */
static XcFiguresFilter
narrow (const XcProblemReport *self, gint64 key)
{
  XcFiguresFilter filter = self->filter;

  if (key <= 0)
    return filter;
  switch (self->group)
    {
    case XC_FIGURES_BY_ROUND:
      filter.round_id = key;
      break;
    case XC_FIGURES_BY_TEAM:
      filter.team_id = key;
      break;
    case XC_FIGURES_BY_ORGANIZATION:
      filter.organization_id = key;
      break;
    case XC_FIGURES_BY_REGISTER:
      filter.register_id = key;
      break;
    case XC_FIGURES_BY_POINT: /* inspections are of no point */
      break;
    default:
      g_assert_not_reached ();
    }
  return filter;
}

/**
 * xc_problem_report_load_sentences:
 * @self: a report
 * @store: the ledger that it was made from
 * @row: from the top
 * @error: return location for a #XcStoreError
 *
 * Returns: (transfer full): what reports say of it, see xc_report_sentences_new(); %NULL when the ledger could not be read
 */
GStrv
xc_problem_report_load_sentences (const XcProblemReport *self, XcStore *store, guint row, GError **error)
{
  const XcProblemReportRow *shown = xc_problem_report_get_row (self, row);
  const XcProblemFigures figures = { .today = self->filter.today,
                                     .total = shown->figures,
                                     .counts_basically_done = self->counts_basically_done };
  const XcReportFacts problems = { .as_of = self->filter.today,
                                   .scope = shown->subject,
                                   .decimals = self->decimals,
                                   .figures = shown->figures,
                                   .counts_basically_done = self->counts_basically_done };
  const XcFiguresFilter filter = narrow (self, shown->key);
  g_autoptr (XcReportFacts) facts = NULL;

  if (shown->key == 0 || (self->group == XC_FIGURES_BY_POINT && shown->key != XC_PROBLEM_REPORT_TOTAL))
    return xc_report_sentences_new (&problems);
  facts = xc_report_facts_load (store, &filter, &figures, shown->subject, error);
  return facts != NULL ? xc_report_sentences_new (facts) : NULL;
}

static gboolean
take_problem (XcRow *row, gpointer data)
{
  GHashTable *seen = data;
  gint64 *id = g_new (gint64, 1);

  *id = xc_record_get_number (xc_row_get_record (row), "problem_id");
  g_hash_table_add (seen, id);
  return TRUE;
}

/* People look at measures in the problems that they are for. */
static GArray *
find_problems_of (XcStore *store, const GArray *measures, GError **error)
{
  static const char *const columns[] = { "wording", NULL };
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iterator;
  gpointer id;

  if (!xc_row_walk (store, XC_TABLE_MEASURE, columns, measures, take_problem, seen, error))
    return NULL;
  g_hash_table_iter_init (&iterator, seen);
  while (g_hash_table_iter_next (&iterator, &id, NULL))
    g_array_append_val (ids, *(gint64 *) id);
  return g_steal_pointer (&ids);
}

/**
 * xc_problem_report_load_behind:
 * @self: a report
 * @store: the ledger that it was made from
 * @row: from the top
 * @column: from the left; the name and the rate stand for all that is found or fed back
 * @error: return location for a #XcStoreError
 *
 * Returns: (transfer full) (element-type gint64): the problems behind a figure, or those of the measures that it counts
 */
GArray *
xc_problem_report_load_behind (const XcProblemReport *self, XcStore *store, guint row, guint column,
                               GError **error)
{
  const XcProblemReportRow *shown = xc_problem_report_get_row (self, row);
  XcFigure figure = column < XC_PROBLEM_REPORT_FIRST_FIGURE ? XC_FIGURE_FOUND
                    : column == XC_PROBLEM_REPORT_RATE      ? XC_FIGURE_FED_BACK
                                                       : (XcFigure) (column - XC_PROBLEM_REPORT_FIRST_FIGURE);
  g_autoptr (XcQuery) query =
      xc_problem_figures_query (store, &self->filter, self->group, shown->key, figure, error);
  g_autoptr (GArray) ids = query != NULL ? xc_query_ids (query, store, error) : NULL;

  if (ids == NULL || xc_query_get_table (query) == XC_TABLE_PROBLEM)
    return g_steal_pointer (&ids);
  return find_problems_of (store, ids, error);
}
