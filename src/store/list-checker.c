/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/list-checker.h"

#include "core/text.h"

typedef struct
{
  XcListCheck *check;
  GHashTable *reviewed; /* ids of problems, owned */
  GArray *measures;     /* of XcListCheckMeasure */
  GArray *owners;       /* of XcListCheckOwner */
  GCancellable *cancellable;
} Checking;

/* Problems whose last cycle was accepted by somebody. */
static GHashTable *
read_reviewed (XcStore *store, GError **error)
{
  g_autoptr (GHashTable) reviewed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (XcStatement) statement =
      xc_database_prepare (xc_store_get_database (store),
                           "SELECT problem_id FROM closing_step GROUP BY problem_id HAVING"
                           " max (cycle) = max (CASE verdict WHEN 'accepted' THEN cycle END)",
                           error);

  if (statement == NULL)
    return NULL;
  for (;;)
    {
      gint64 *id;
      gboolean row;

      if (!xc_statement_step (statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&reviewed);
      id = g_new (gint64, 1);
      *id = xc_statement_get_integer (statement, 0);
      g_hash_table_add (reviewed, id);
    }
}

static const char *
get_text (const char *text)
{
  return xc_text_is_blank (text) ? NULL : text;
}

static void
read_measures (Checking *checking, const XcListProblem *problem)
{
  g_array_set_size (checking->measures, 0);
  for (guint i = 0; i < problem->n_measures; i++)
    {
      const XcListMeasure *row = &problem->measures[i];
      XcListCheckMeasure measure = { .id = row->id,
                                     .wording = row->wording,
                                     .result = get_text (row->result),
                                     .due_wording = get_text (row->due_wording),
                                     .due_on = row->due_on,
                                     .done_on = row->done_on };

      measure.has_type = xc_rectification_type_from_word (row->type, &measure.type);
      xc_measure_state_from_word (row->state, &measure.state);
      g_array_append_val (checking->measures, measure);
    }
}

static void
read_owners (Checking *checking, const XcListProblem *problem)
{
  g_array_set_size (checking->owners, 0);
  for (guint i = 0; i < problem->n_responsibilities; i++)
    {
      const XcListResponsibility *row = &problem->responsibilities[i];
      const XcListCheckOwner owner = {
        .is_first = row->role == XC_ROLE_FIRST,
        .carries_out = row->role == XC_ROLE_LEAD_DEPARTMENT || row->role == XC_ROLE_DEPARTMENT
                       || row->role == XC_ROLE_PERSON,
        .has_name = get_text (row->name) != NULL,
        .has_post = get_text (row->post) != NULL,
      };

      g_array_append_val (checking->owners, owner);
    }
}

static gboolean
check_problem (const XcListProblem *problem, gpointer data, GError **error)
{
  Checking *checking = data;
  XcListCheckProblem checked = { .id = problem->id,
                                 .organization_id = problem->organization_id,
                                 .number = problem->number,
                                 .has_point = problem->point != NULL,
                                 .is_fed_back = problem->fed_back,
                                 .fed_back_on = problem->fed_back_on,
                                 .is_reviewed = g_hash_table_contains (checking->reviewed, &problem->id) };

  if (g_cancellable_set_error_if_cancelled (checking->cancellable, error))
    return FALSE;
  read_measures (checking, problem);
  read_owners (checking, problem);
  xc_rectification_state_from_word (problem->state, &checked.state);
  checked.measures = (const XcListCheckMeasure *) (gpointer) checking->measures->data;
  checked.n_measures = checking->measures->len;
  checked.owners = (const XcListCheckOwner *) (gpointer) checking->owners->data;
  checked.n_owners = checking->owners->len;
  xc_list_check_add (checking->check, &checked);
  return TRUE;
}

/**
 * xc_list_checker_run:
 * @store: a ledger
 * @filter: which problems the lists hold
 * @today: the day of the check
 * @cancellable: (nullable): ends it early
 * @error: return location for a #XcStoreError or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (element-type XcListFault): what is wrong, errors first, then by kind and number; or %NULL
 */
GPtrArray *
xc_list_checker_run (XcStore *store, const XcListFilter *filter, XcDay today, GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (XcListCheck) check = xc_list_check_new (today);
  g_autoptr (GHashTable) reviewed = read_reviewed (store, error);
  g_autoptr (GArray) measures = g_array_new (FALSE, FALSE, sizeof (XcListCheckMeasure));
  g_autoptr (GArray) owners = g_array_new (FALSE, FALSE, sizeof (XcListCheckOwner));
  Checking checking = { check, reviewed, measures, owners, cancellable };

  if (reviewed == NULL || !xc_list_rows_read (store, filter, check_problem, &checking, error))
    return NULL;
  return xc_list_check_finish (check);
}
