/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the table of figures: counts, and puts the rows under their names in their usual order. */
#include <glib/gi18n-lib.h>

#include "core/numeral.h"
#include "report/problem-report.h"
#include "store/points.h"
#include "store/row-name.h"

typedef struct
{
  XcStore *store;
  XcProblemReport *report;
  const XcProblemFigures *figures;
  char *round; /* nullable: the round that the report is limited to */
} Loading;

static void
free_row (gpointer data)
{
  XcProblemReportRow *row = data;

  g_free (row->title);
  g_free (row->subject);
  g_free (row);
}

/* Takes @title and @subject. */
static XcProblemReportRow *
add_row (Loading *loading, gint64 key, const XcRectificationFigures *figures, char *title, char *subject)
{
  XcProblemReportRow *row = g_new0 (XcProblemReportRow, 1);

  row->key = key;
  row->figures = *figures;
  row->title = title;
  row->subject = subject;
  g_ptr_array_add (loading->report->rows, row);
  return row;
}

static char *
dup_name_of_none (XcFiguresGroup group)
{
  switch (group)
    {
    case XC_FIGURES_BY_TEAM:
      return g_strdup (C_ ("figures", "Without a team"));
    case XC_FIGURES_BY_POINT:
      return g_strdup (C_ ("figures", "Not classified"));
    case XC_FIGURES_BY_ROUND:
    case XC_FIGURES_BY_ORGANIZATION:
    case XC_FIGURES_BY_REGISTER:
      return g_strdup (C_ ("figures", "Others"));
    default:
      g_return_val_if_reached (NULL);
    }
}

/* In the words of a sentence; where the report is of one round, of that round. */
static char *
dup_subject (Loading *loading, const char *name)
{
  g_autofree char *subject = NULL;

  switch (loading->report->group)
    {
    case XC_FIGURES_BY_ROUND:
    case XC_FIGURES_BY_TEAM:
      return g_strdup (name);
    case XC_FIGURES_BY_ORGANIZATION:
    case XC_FIGURES_BY_REGISTER:
      /* translators: what a sentence is about: %s is an organization, or a register of organizations */
      subject = g_strdup_printf (C_ ("subject of a sentence", "the inspection of %s"), name);
      break;
    case XC_FIGURES_BY_POINT:
      /* translators: what a sentence is about: %s is a point of a scheme */
      subject = g_strdup_printf (C_ ("subject of a sentence", "“%s”"), name);
      break;
    default:
      g_return_val_if_reached (NULL);
    }
  if (loading->round == NULL)
    return g_steal_pointer (&subject);
  /* translators: what a sentence is about: %1$s a round, %2$s a part of it */
  return g_strdup_printf (C_ ("subject of a sentence", "%1$s, %2$s"), loading->round, subject);
}

static char *
dup_name (Loading *loading, XcTable table, const XcRecord *record)
{
  XcDatabase *database = xc_store_get_database (loading->store);
  gint64 id = xc_record_get_id (record);
  g_autofree char *round = NULL;
  g_autofree char *own = NULL;

  /* Whole, however long. */
  if (table == XC_TABLE_ORGANIZATION)
    return g_strdup (xc_record_get_text (record, "name"));
  own = xc_row_dup_name (database, table, id);
  if (table != XC_TABLE_TEAM)
    return g_steal_pointer (&own);
  round = xc_row_dup_name (database, XC_TABLE_ROUND, xc_record_get_number (record, "round_id"));
  /* translators: %1$s is a round, %2$s a team of it */
  return g_strdup_printf (C_ ("figures", "%1$s, %2$s"), round, own);
}

static gboolean
add_rows_of (Loading *loading, XcTable table, const char *const *sorts, GError **error)
{
  g_autoptr (XcQuery) query = xc_query_new (table);
  g_autoptr (GArray) ids = NULL;

  for (guint i = 0; sorts[i] != NULL; i++)
    xc_query_add_sort (query, sorts[i], FALSE);
  ids = xc_query_ids (query, loading->store, error);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      const XcRectificationFigures *figures = xc_problem_figures_find (loading->figures, id);
      g_autoptr (XcRecord) record = NULL;
      char *name;

      if (figures == NULL)
        continue;
      record = xc_store_load (loading->store, table, id, error);
      if (record == NULL)
        return FALSE;
      name = dup_name (loading, table, record);
      add_row (loading, id, figures, name, dup_subject (loading, name));
    }
  return ids != NULL;
}

static gboolean
add_points (Loading *loading, GError **error)
{
  g_autoptr (GPtrArray) schemes = xc_store_load_all (loading->store, XC_TABLE_SCHEME, error);

  for (guint i = 0; schemes != NULL && i < schemes->len; i++)
    {
      g_autoptr (GPtrArray) points =
          xc_points_load (loading->store, xc_record_get_id (schemes->pdata[i]), error);

      if (points == NULL)
        return FALSE;
      for (guint j = 0; j < points->len; j++)
        {
          const XcPoint *point = points->pdata[j];
          const XcRectificationFigures *figures = xc_problem_figures_find (loading->figures, point->id);

          if (figures != NULL)
            add_row (loading, point->id, figures, g_strdup_printf ("%s %s", point->code, point->title),
                     dup_subject (loading, point->title))
                ->depth = point->depth;
        }
    }
  return schemes != NULL;
}

static gboolean
add_rows (Loading *loading, GError **error)
{
  static const char *const rounds[] = { "term_id.ordinal", "ordinal", NULL };
  static const char *const teams[] = { "round_id.ordinal", "ordinal", NULL };
  static const char *const organizations[] = { "register_id.position", "name", NULL };
  static const char *const registers[] = { "position", NULL };

  switch (loading->report->group)
    {
    case XC_FIGURES_BY_ROUND:
      return add_rows_of (loading, XC_TABLE_ROUND, rounds, error);
    case XC_FIGURES_BY_TEAM:
      return add_rows_of (loading, XC_TABLE_TEAM, teams, error);
    case XC_FIGURES_BY_ORGANIZATION:
      return add_rows_of (loading, XC_TABLE_ORGANIZATION, organizations, error);
    case XC_FIGURES_BY_POINT:
      return add_points (loading, error);
    case XC_FIGURES_BY_REGISTER:
      return add_rows_of (loading, XC_TABLE_REGISTER, registers, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

static char *
dup_name_of_all (Loading *loading, const XcRecord *term)
{
  g_autofree char *ordinal = NULL;

  if (loading->round != NULL)
    return g_strdup (loading->round);
  if (term == NULL)
    return g_strdup (C_ ("subject of a sentence", "all inspections"));
  ordinal = xc_numeral_name ((int) xc_record_get_number (term, "ordinal"));
  /* translators: %1$s is a committee, %2$s the number of its term, as the language writes it */
  return g_strdup_printf (_ ("%1$s, term %2$s"), xc_record_get_text (term, "committee"), ordinal);
}

static void
add_total (Loading *loading, const XcRecord *term)
{
  add_row (loading, XC_PROBLEM_REPORT_TOTAL, &loading->figures->total, g_strdup (C_ ("figures", "Total")),
           dup_name_of_all (loading, term));
}

static char *
dup_title (Loading *loading)
{
  const char *by = xc_figures_group_get_title (loading->report->group);

  if (loading->round != NULL)
    /* translators: %1$s is a round, %2$s what the figures are counted by */
    return g_strdup_printf (_ ("%1$s: problems and rectification by %2$s"), loading->round, by);
  /* translators: %s is what the figures are counted by */
  return g_strdup_printf (_ ("Problems and rectification by %s"), by);
}

/**
 * xc_problem_report_load:
 * @store: a ledger
 * @group: what to count by
 * @filter: which problems
 * @error: return location for a #XcStoreError
 *
 * Takes as long as a walk through all problems: in a thread, on a connection of its own, where there are many.
 *
 * Returns: (transfer full): the table, or %NULL
 */
XcProblemReport *
xc_problem_report_load (XcStore *store, XcFiguresGroup group, const XcFiguresFilter *filter, GError **error)
{
  g_autoptr (XcProblemReport) report = g_atomic_rc_box_new0 (XcProblemReport);
  g_autoptr (XcProblemFigures) figures = xc_problem_figures_load (store, group, filter, error);
  g_autoptr (XcRecord) term = NULL;
  g_autofree char *round = NULL;
  Loading loading = { store, report, figures, NULL };
  const XcRectificationFigures *none;

  report->group = group;
  report->filter = *filter;
  report->decimals = 2;
  report->rows = g_ptr_array_new_with_free_func (free_row);
  if (figures == NULL)
    return NULL;
  report->counts_basically_done = figures->counts_basically_done;
  if (filter->term_id != 0)
    {
      term = xc_store_load (store, XC_TABLE_TERM, filter->term_id, error);
      if (term == NULL)
        return NULL;
      report->decimals = (int) xc_record_get_number (term, "decimals");
    }
  if (filter->round_id != 0)
    loading.round = round = xc_row_dup_name (xc_store_get_database (store), XC_TABLE_ROUND, filter->round_id);
  report->title = dup_title (&loading);
  if (!add_rows (&loading, error))
    return NULL;
  none = xc_problem_figures_find (figures, 0);
  if (none != NULL)
    {
      char *name = dup_name_of_none (group);

      add_row (&loading, 0, none, name, dup_subject (&loading, name));
    }
  add_total (&loading, term);
  return g_steal_pointer (&report);
}
