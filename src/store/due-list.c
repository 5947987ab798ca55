/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/due-list.h"

#include "store/deadlines.h"
#include "store/office.h"
#include "store/problem-walk.h"

/* What is known of an inspection beside its own row. */
typedef struct
{
  gint64 id;
  gboolean is_own;
  guint n_measures;
  guint n_open; /* fed back and not closed */
  XcPlanState plan;
  XcDay resubmit_on;
  XcDay given[XC_N_DEADLINE_SUBJECTS];
} Place;

typedef struct
{
  XcDueList *list;
  GArray *places; /* of Place, by id */
  guint next;
  const XcOffice *office;
} Loading;

/* Those of a higher committee belong to no round, and so to each term. */
static gboolean
read_places (XcStore *store, gint64 term_id, GArray *places, GError **error)
{
  g_autoptr (XcStatement) statement = xc_database_prepare (
      xc_store_get_database (store),
      "SELECT i.id, i.plan_received_on IS NOT NULL, i.level = 'own' FROM inspection AS i "
      "LEFT JOIN round AS r ON r.id = i.round_id"
      " WHERE ?1 = 0 OR i.round_id IS NULL OR r.term_id = ?1 ORDER BY i.id",
      error);

  if (statement == NULL)
    return FALSE;
  xc_statement_bind_integer (statement, 1, term_id);
  for (;;)
    {
      Place place = { .resubmit_on = XC_DAY_NONE };
      gboolean row;

      if (!xc_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      place.id = xc_statement_get_integer (statement, 0);
      place.is_own = xc_statement_get_integer (statement, 2) != 0;
      place.plan = xc_statement_get_integer (statement, 1) != 0 ? XC_PLAN_ACCEPTED : XC_PLAN_MISSING;
      for (guint i = 0; i < XC_N_DEADLINE_SUBJECTS; i++)
        place.given[i] = XC_DAY_NONE;
      g_array_append_val (places, place);
    }
}

static Place *
find_place (GArray *places, gint64 id)
{
  guint from = 0, to = places->len;

  while (from < to)
    {
      guint middle = from + (to - from) / 2;
      Place *place = &g_array_index (places, Place, middle);

      if (place->id == id)
        return place;
      if (place->id < id)
        from = middle + 1;
      else
        to = middle;
    }
  return NULL;
}

static XcDay
get_day (XcStatement *statement, int column)
{
  return xc_statement_is_null (statement, column)
             ? XC_DAY_NONE
             : xc_day_parse_iso (xc_statement_get_text (statement, column));
}

/* The latest coming in of each plan. */
static gboolean
read_plans (XcStore *store, GArray *places, GError **error)
{
  g_autoptr (XcStatement) statement = xc_database_prepare (
      xc_store_get_database (store),
      "SELECT inspection_id, max (cycle), verdict, resubmit_on FROM plan_review GROUP BY inspection_id",
      error);

  if (statement == NULL)
    return FALSE;
  for (;;)
    {
      XcVerdict verdict;
      gboolean row;
      Place *place;

      if (!xc_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      place = find_place (places, xc_statement_get_integer (statement, 0));
      if (place == NULL)
        continue;
      if (!xc_verdict_from_word (xc_statement_get_text (statement, 2), &verdict))
        place->plan = XC_PLAN_UNDER_REVIEW;
      else
        place->plan = verdict == XC_VERDICT_ACCEPTED ? XC_PLAN_ACCEPTED : XC_PLAN_RETURNED;
      place->resubmit_on = get_day (statement, 3);
    }
}

static gboolean
read_given (XcStore *store, GArray *places, GError **error)
{
  g_autoptr (XcStatement) statement = xc_database_prepare (
      xc_store_get_database (store), "SELECT inspection_id, subject, due_on FROM deadline", error);

  if (statement == NULL)
    return FALSE;
  for (;;)
    {
      XcDeadlineSubject subject;
      gboolean row;
      Place *place;

      if (!xc_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      place = find_place (places, xc_statement_get_integer (statement, 0));
      if (place != NULL && xc_deadline_subject_from_word (xc_statement_get_text (statement, 1), &subject))
        place->given[subject] = get_day (statement, 2);
    }
}

static void
add_row (XcDueList *self, const XcDueRow *row)
{
  const guint comes_up = XC_DUE_MASK (XC_DUE_GREEN);
  gboolean is_of_problem = row->table == XC_TABLE_PROBLEM;

  g_array_append_val (self->rows, *row);
  for (guint i = 0; i < XC_N_DUE_REASONS; i++)
    self->counts[i] += (row->reasons & XC_DUE_MASK (i)) != 0;
  self->n_urgent += is_of_problem ? row->reasons != comes_up : row->warning != XC_DEADLINE_WARNING_GREEN;
}

static void
look_at_problem (const XcWalkedProblem *problem, gpointer data)
{
  Loading *loading = data;
  const XcOffice *office = loading->office;
  const XcCountedProblem *counted = &problem->counted;
  XcDueRow row = { XC_TABLE_PROBLEM,        problem->id, problem->inspection_id, 0, counted->due.due_on,
                   XC_DEADLINE_WARNING_NONE };
  Place *place = NULL;

  /* They come by inspection, as the places do. */
  while (loading->next < loading->places->len
         && g_array_index (loading->places, Place, loading->next).id < problem->inspection_id)
    loading->next++;
  if (loading->next < loading->places->len)
    place = &g_array_index (loading->places, Place, loading->next);
  if (place == NULL || place->id != problem->inspection_id)
    return;
  if (counted->due.is_immediate)
    g_array_append_val (loading->list->immediate, problem->id);
  if (!place->is_own)
    return;
  place->n_measures += counted->due.n_measures;
  place->n_open += counted->is_fed_back && counted->state != XC_RECTIFICATION_CLOSED;
  row.reasons = xc_due_reasons_of_problem (counted->state, &counted->due, loading->list->today,
                                           office->green_days, office->yellow_days);
  if (row.reasons == 0)
    return;
  if ((row.reasons & XC_DUE_MASK (XC_DUE_OVERDUE)) != 0)
    row.warning = XC_DEADLINE_WARNING_RED;
  else if ((row.reasons & XC_DUE_MASK (XC_DUE_YELLOW)) != 0)
    row.warning = XC_DEADLINE_WARNING_YELLOW;
  else if ((row.reasons & XC_DUE_MASK (XC_DUE_GREEN)) != 0)
    row.warning = XC_DEADLINE_WARNING_GREEN;
  add_row (loading->list, &row);
}

static XcDay
find_due (const XcDeadlineRules *rules, const Place *place, XcDueReason reason, const XcInspectionDays *days)
{
  XcDeadlineSubject subject;

  if (reason == XC_DUE_PLAN && place->plan == XC_PLAN_RETURNED && xc_day_is_set (place->resubmit_on))
    return place->resubmit_on;
  if (!xc_due_subject_of_reason (reason, &subject))
    return XC_DAY_NONE;
  return xc_day_is_set (place->given[subject]) ? place->given[subject]
                                               : xc_deadline_rules_apply (rules, subject, days).due_on;
}

/* What is not due for long yet is no work for today. */
static void
look_at_inspection (Loading *loading, const XcDeadlineRules *rules, const XcRecord *inspection)
{
  const Place *place = find_place (loading->places, xc_record_get_id (inspection));
  const XcOffice *office = loading->office;
  XcDay today = loading->list->today;
  XcInspectionDays days;

  if (place == NULL || !place->is_own)
    return;
  xc_inspection_days_read (inspection, today, &days);
  days.plan = place->plan;
  days.n_measures = place->n_measures;
  days.n_open = place->n_open;
  for (guint i = 0; i < XC_N_DUE_REASONS; i++)
    {
      XcDueRow row = { XC_TABLE_INSPECTION, place->id,   place->id,
                       XC_DUE_MASK (i),     XC_DAY_NONE, XC_DEADLINE_WARNING_NONE };

      if (!xc_due_waits ((XcDueReason) i, &days, today))
        continue;
      row.due_on = find_due (rules, place, (XcDueReason) i, &days);
      row.warning = xc_deadline_warning (row.due_on, today, office->green_days, office->yellow_days);
      if (!xc_day_is_set (row.due_on) || row.warning != XC_DEADLINE_WARNING_NONE)
        add_row (loading->list, &row);
    }
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const XcDueRow *one = a, *other = b;

  if (one->warning != other->warning)
    return (int) other->warning - (int) one->warning;
  if (one->due_on != other->due_on)
    {
      if (!xc_day_is_set (one->due_on) || !xc_day_is_set (other->due_on))
        return xc_day_is_set (one->due_on) ? -1 : 1;
      return one->due_on - other->due_on;
    }
  if (one->table != other->table)
    return one->table == XC_TABLE_PROBLEM ? -1 : 1;
  return (one->id > other->id) - (one->id < other->id);
}

static gboolean
read_all (XcStore *store, gint64 term_id, Loading *loading, GError **error)
{
  g_autoptr (XcDeadlineRules) rules = xc_deadline_rules_load (store, error);
  g_autoptr (GPtrArray) inspections = NULL;

  if (rules == NULL || !read_places (store, term_id, loading->places, error)
      || !read_plans (store, loading->places, error) || !read_given (store, loading->places, error)
      || !xc_problem_walk (store, loading->list->today, look_at_problem, loading, error))
    return FALSE;
  inspections = xc_store_load_all (store, XC_TABLE_INSPECTION, error);
  for (guint i = 0; inspections != NULL && i < inspections->len; i++)
    look_at_inspection (loading, rules, inspections->pdata[i]);
  return inspections != NULL;
}

/**
 * xc_due_list_load:
 * @store: a ledger
 * @today: the day that it is for
 * @term_id: only what belongs to rounds of this term; 0: all
 * @error: return location for a #XcStoreError
 *
 * Inspections by a higher committee are not the office's to wait for.
 *
 * Returns: (transfer full): the list, or %NULL
 */
XcDueList *
xc_due_list_load (XcStore *store, XcDay today, gint64 term_id, GError **error)
{
  g_autoptr (XcDueList) self = g_new0 (XcDueList, 1);
  g_autoptr (XcOffice) office = xc_office_load (store, error);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  Loading loading = { self, places, 0, office };

  self->today = today;
  self->rows = g_array_new (FALSE, FALSE, sizeof (XcDueRow));
  self->immediate = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (office == NULL)
    return NULL;
  self->green_days = office->green_days;
  self->yellow_days = office->yellow_days;
  if (!read_all (store, term_id, &loading, error))
    return NULL;
  g_array_sort (self->rows, compare_rows);
  return g_steal_pointer (&self);
}

void
xc_due_list_free (XcDueList *self)
{
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->immediate, g_array_unref);
  g_free (self);
}

/**
 * xc_due_list_get_ids:
 * @self: a work list
 * @table: %XC_TABLE_PROBLEM or %XC_TABLE_INSPECTION
 * @reasons: which reasons, see XC_DUE_MASK(); 0: any
 *
 * Returns: (transfer full) (element-type gint64): the rows of @table that have one of the reasons, each once
 */
GArray *
xc_due_list_get_ids (const XcDueList *self, XcTable table, guint reasons)
{
  g_autoptr (XcIdTable) seen = xc_id_table_new ();
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->rows->len; i++)
    {
      XcDueRow *row = &g_array_index (self->rows, XcDueRow, i);

      if (row->table == table && (reasons == 0 || (row->reasons & reasons) != 0)
          && xc_id_table_add (seen, row->id) == ids->len)
        g_array_append_val (ids, row->id);
    }
  return ids;
}

/**
 * xc_due_list_get_immediate:
 * @self: a work list
 * @reasons: only those that wait for one of these reasons, see XC_DUE_MASK(); 0: all
 *
 * Returns: (transfer full) (element-type gint64): problems with a measure of the type 立行立改
 */
GArray *
xc_due_list_get_immediate (const XcDueList *self, guint reasons)
{
  g_autoptr (GHashTable) waiting = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray) ids = xc_due_list_get_ids (self, XC_TABLE_PROBLEM, reasons);
  GArray *immediate = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (waiting, &g_array_index (ids, gint64, i));
  for (guint i = 0; i < self->immediate->len; i++)
    {
      const gint64 *id = &g_array_index (self->immediate, gint64, i);

      if (reasons == 0 || g_hash_table_contains (waiting, id))
        g_array_append_val (immediate, *id);
    }
  return immediate;
}

/**
 * xc_due_list_query:
 * @self: a work list
 * @table: %XC_TABLE_PROBLEM or %XC_TABLE_INSPECTION
 * @reasons: which reasons, see XC_DUE_MASK(); 0: any
 *
 * Returns: (transfer full): finds those rows, in the order of their ids
 */
XcQuery *
xc_due_list_query (const XcDueList *self, XcTable table, guint reasons)
{
  g_autoptr (GArray) ids = xc_due_list_get_ids (self, table, reasons);
  g_autofree XcValue *values = g_new (XcValue, ids->len + 1);
  XcQuery *query = xc_query_new (table);

  for (guint i = 0; i < ids->len; i++)
    values[i] = XC_VALUE_NUMBER (g_array_index (ids, gint64, i));
  xc_query_add_filter (query, "id", XC_RELATION_ONE_OF, values, ids->len);
  return query;
}
