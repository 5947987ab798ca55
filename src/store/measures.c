/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/measures.h"

#include <glib/gi18n-lib.h>

#include "core/text.h"
#include "store/closing-state.h"
#include "store/row-name.h"
#include "store/row-rules.h"

typedef struct
{
  const gint64 *measures;
  guint n_measures;
  const XcMeasureFinish *finish;
  gboolean is_trial;
  XcStepReport *report;
} Finishing;

/**
 * xc_measures_dup_name:
 * @store: a ledger
 * @measure_id: a measure
 *
 * Returns: (transfer full): how messages name it among those of other problems
 */
char *
xc_measures_dup_name (XcStore *store, gint64 measure_id)
{
  XcDatabase *database = xc_store_get_database (store);
  g_autoptr (XcRecord) measure = xc_store_load (store, XC_TABLE_MEASURE, measure_id, NULL);
  g_autofree char *wording = xc_row_dup_name (database, XC_TABLE_MEASURE, measure_id);
  g_autofree char *problem = measure != NULL ? xc_row_dup_name (database, XC_TABLE_PROBLEM,
                                                                xc_record_get_number (measure, "problem_id"))
                                             : g_strdup ("");

  /* translators: %1$s is the number of a problem, %2$s the wording of one of its measures */
  return g_strdup_printf (C_ ("measure", "%1$s “%2$s”"), problem, wording);
}

/**
 * xc_measures_list_open:
 * @store: a ledger
 * @problems: (array length=n_problems): ids of problems
 * @n_problems: how many
 * @error: return location for a #XcStoreError
 *
 * Returns: (transfer full) (element-type gint64): the ids of their measures that are not done, in the order of the
 *   problems and of the measures; %NULL when they could not be read
 */
GArray *
xc_measures_list_open (XcStore *store, const gint64 *problems, guint n_problems, GError **error)
{
  g_autoptr (XcStatement) statement =
      xc_database_prepare (xc_store_get_database (store),
                           "SELECT id FROM measure WHERE problem_id = ?1 AND state <> 'done' "
                           "ORDER BY position, id",
                           error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (statement == NULL)
    return NULL;
  for (guint i = 0; i < n_problems; i++)
    {
      gboolean row = TRUE;

      xc_statement_bind_integer (statement, 1, problems[i]);
      while (row)
        {
          gint64 id;

          if (!xc_statement_step (statement, &row, error))
            return NULL;
          id = row ? xc_statement_get_integer (statement, 0) : 0;
          if (row)
            g_array_append_val (ids, id);
        }
      xc_statement_reset (statement);
    }
  return g_steal_pointer (&ids);
}

/* Why not, or NULL. */
static const char *
check (const XcRecord *measure, const XcMeasureFinish *finish, gboolean is_trial)
{
  if (xc_closing_state_of_measure (measure) == XC_MEASURE_DONE)
    return _ ("The measure is done already.");
  return xc_day_is_set (finish->done_on) || is_trial ? NULL : _ ("Enter the day on which it was done.");
}

static gboolean
save_done (XcStore *store, XcRecord *measure, const XcMeasureFinish *finish, GError **error)
{
  xc_record_set_text (measure, "state", xc_measure_state_to_word (XC_MEASURE_DONE));
  xc_record_set_day (measure, "done_on", finish->done_on);
  if (!xc_text_is_blank (finish->progress))
    xc_record_set_text (measure, "progress", finish->progress);
  if (!xc_text_is_blank (finish->result))
    xc_record_set_text (measure, "result", finish->result);
  return xc_row_rules_save (store, measure, error);
}

static gboolean
finish_measures (XcStore *store, gpointer data, GError **error)
{
  Finishing *finishing = data;

  for (guint i = 0; i < finishing->n_measures; i++)
    {
      gint64 id = finishing->measures[i];
      g_autoptr (XcRecord) measure = xc_store_load (store, XC_TABLE_MEASURE, id, error);
      const char *sentence;

      if (measure == NULL)
        return FALSE;
      sentence = check (measure, finishing->finish, finishing->is_trial);
      if (sentence != NULL)
        {
          g_autofree char *name = xc_measures_dup_name (store, id);

          xc_step_report_add_refused (finishing->report, id, name, sentence);
          continue;
        }
      if (!finishing->is_trial && !save_done (store, measure, finishing->finish, error))
        return FALSE;
      xc_step_report_add_done (finishing->report, id);
    }
  return TRUE;
}

/**
 * xc_measures_check_finish:
 * @store: a ledger
 * @measures: (array length=n_measures): ids of measures
 * @n_measures: how many
 * @finish: what will be said of each; what is blank will be asked for later
 * @error: return location for a #XcStoreError
 *
 * Changes nothing.
 *
 * Returns: (transfer full): what xc_measures_finish() would do; %NULL when they could not be read
 */
XcStepReport *
xc_measures_check_finish (XcStore *store, const gint64 *measures, guint n_measures,
                          const XcMeasureFinish *finish, GError **error)
{
  g_autoptr (XcStepReport) report = xc_step_report_new ();
  Finishing finishing = { measures, n_measures, finish, TRUE, report };

  return finish_measures (store, &finishing, error) ? g_steal_pointer (&report) : NULL;
}

/**
 * xc_measures_finish:
 * @store: a ledger
 * @measures: (array length=n_measures): ids of measures
 * @n_measures: how many
 * @finish: what is said of each
 * @error: return location for a #XcStoreError
 *
 * One undoable action. Those that are done are left as they are, and the report says so. Problems follow their measures.
 *
 * Returns: (transfer full): what became of each; %NULL when nothing could be written
 */
XcStepReport *
xc_measures_finish (XcStore *store, const gint64 *measures, guint n_measures, const XcMeasureFinish *finish,
                    GError **error)
{
  g_autoptr (XcStepReport) report = xc_step_report_new ();
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;
  Finishing finishing = { measures, n_measures, finish, FALSE, report };

  if (n_measures == 1)
    {
      name = xc_row_dup_name (xc_store_get_database (store), XC_TABLE_MEASURE, measures[0]);
      /* translators: %s is the wording of a measure */
      title = g_strdup_printf (_ ("Measure done: %s"), name);
    }
  else
    /* translators: %'u is a number of measures */
    title = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%'u measure done", "%'u measures done", n_measures), n_measures);
  return xc_store_run (store, title, finish_measures, &finishing, error) ? g_steal_pointer (&report) : NULL;
}
