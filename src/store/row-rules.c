/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/row-rules.h"

#include <glib/gi18n-lib.h>

#include "core/fail.h"
#include "store/avoidance-ruling.h"
#include "store/closing-state.h"
#include "store/deadlines.h"
#include "store/problem-numbers.h"

static gboolean
refuse (const char *sentence, GError **error)
{
  return xc_fail (error, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED, "%s", sentence);
}

static gboolean
is_changed (const XcRecord *record, const char *field)
{
  return xc_record_is_changed_at (record,
                                  (guint) xc_catalogue_find_field (xc_record_get_table (record), field));
}

/* Whether the organization's own work alone leads to the state. */
static gboolean
is_by_work (XcRectificationState state)
{
  switch (state)
    {
    case XC_RECTIFICATION_NOT_STARTED:
    case XC_RECTIFICATION_IN_PROGRESS:
    case XC_RECTIFICATION_BASICALLY_DONE:
      return TRUE;
    case XC_RECTIFICATION_AWAITING_REVIEW:
    case XC_RECTIFICATION_RETURNED:
    case XC_RECTIFICATION_CLOSED:
    case XC_RECTIFICATION_REOPENED:
      return FALSE;
    default:
      g_return_val_if_reached (FALSE);
    }
}

/* What is under review or closed rests on its measures as they are. */
static gboolean
is_settled (XcRectificationState state)
{
  return state == XC_RECTIFICATION_AWAITING_REVIEW || state == XC_RECTIFICATION_CLOSED;
}

static gboolean
check_new_problem (XcStore *store, XcRecord *record, GError **error)
{
  g_autofree char *number = NULL;

  if (!is_by_work (xc_closing_state_of (record)) || xc_record_is_set (record, "closed_on"))
    return refuse (
        _ ("A new problem is not closed or under review. Save it as not started or in progress, then "
           "apply for closing."),
        error);
  if (xc_record_is_set (record, "number") || !xc_record_is_set (record, "inspection_id"))
    return TRUE;
  number = xc_problem_numbers_next (store, xc_record_get_number (record, "inspection_id"), error);
  xc_record_set_text (record, "number", number);
  return number != NULL;
}

static gboolean
check_problem (XcStore *store, XcRecord *record, GError **error)
{
  g_autoptr (XcRecord) old = NULL;
  XcRectificationState before, after;

  if (xc_record_get_id (record) == 0)
    return check_new_problem (store, record, error);
  if (is_changed (record, "number"))
    return refuse (_ ("The number of a problem never changes, as papers outside name it. Leave it as it is."),
                   error);
  if (is_changed (record, "inspection_id"))
    return refuse (
        _ ("A problem stays with the inspection in which it was found, as its number says. Enter a new "
           "problem there instead."),
        error);
  if (!is_changed (record, "state") && !is_changed (record, "closed_on"))
    return TRUE;
  old = xc_store_load (store, XC_TABLE_PROBLEM, xc_record_get_id (record), error);
  if (old == NULL)
    return FALSE;
  before = xc_closing_state_of (old);
  after = xc_closing_state_of (record);
  if (before != after && (is_settled (before) || !is_by_work (after)))
    return refuse (_ ("The state changes only by applying, reviewing and reopening. Use these steps."),
                   error);
  if (is_changed (record, "closed_on"))
    return refuse (_ ("The day of closing is that of the last review. It cannot be typed."), error);
  return TRUE;
}

static GArray *
load_states (XcStore *store, gint64 problem_id, GError **error)
{
  g_autoptr (GPtrArray) measures =
      xc_store_load_where (store, XC_TABLE_MEASURE, "problem_id", problem_id, error);
  GArray *states;

  if (measures == NULL)
    return NULL;
  states = g_array_new (FALSE, TRUE, sizeof (XcMeasureState));
  for (guint i = 0; i < measures->len; i++)
    {
      XcMeasureState state = xc_closing_state_of_measure (measures->pdata[i]);

      g_array_append_val (states, state);
    }
  return states;
}

/* Lets the problem follow what became of its measures. */
static gboolean
follow_measures (XcStore *store, XcRecord *problem, const GArray *before, GError **error)
{
  g_autoptr (GArray) after = load_states (store, xc_record_get_id (problem), error);
  XcRectificationState state;

  if (after == NULL)
    return FALSE;
  state = xc_rectification_follow (xc_closing_state_of (problem),
                                   (const XcMeasureState *) (gconstpointer) before->data, before->len,
                                   (const XcMeasureState *) (gconstpointer) after->data, after->len);
  xc_record_set_text (problem, "state", xc_rectification_state_to_word (state));
  return xc_store_save (store, problem, error);
}

/* What the ledger has of the measure as it was. */
static gboolean
check_old_measure (XcStore *store, const XcRecord *record, GError **error)
{
  g_autoptr (GPtrArray) extensions = NULL;

  if (xc_record_get_id (record) == 0)
    return TRUE;
  if (is_changed (record, "problem_id"))
    return refuse (_ ("A measure stays with its problem. Enter a new one for the other problem."), error);
  if (!is_changed (record, "due_on"))
    return TRUE;
  extensions =
      xc_store_load_where (store, XC_TABLE_EXTENSION, "measure_id", xc_record_get_id (record), error);
  if (extensions == NULL)
    return FALSE;
  return extensions->len == 0
         || refuse (
             _ ("The time limit was extended, so it changes only by another extension, with a reason."),
             error);
}

static gboolean
save_measure (XcStore *store, XcRecord *record, GError **error)
{
  gint64 problem_id = xc_record_get_number (record, "problem_id");
  g_autoptr (XcRecord) problem = NULL;
  g_autoptr (GArray) before = NULL;

  /* The row is wrong by itself then, and is refused for that. */
  if (problem_id == 0)
    return xc_store_save (store, record, error);
  problem = xc_store_load (store, XC_TABLE_PROBLEM, problem_id, error);
  if (problem == NULL || !check_old_measure (store, record, error))
    return FALSE;
  if (is_settled (xc_closing_state_of (problem)) && xc_closing_state_of_measure (record) != XC_MEASURE_DONE)
    return refuse (
        _ ("The problem is under review or closed, so all its measures stay done. Have it returned, or "
           "reopen it, first."),
        error);
  before = load_states (store, problem_id, error);
  return before != NULL && xc_store_save (store, record, error)
         && follow_measures (store, problem, before, error);
}

static gboolean
remove_measure (XcStore *store, gint64 id, GError **error)
{
  g_autoptr (XcRecord) measure = xc_store_load (store, XC_TABLE_MEASURE, id, error);
  g_autoptr (XcRecord) problem = NULL;
  g_autoptr (GArray) before = NULL;

  if (measure == NULL)
    return FALSE;
  problem = xc_store_load (store, XC_TABLE_PROBLEM, xc_record_get_number (measure, "problem_id"), error);
  if (problem == NULL)
    return FALSE;
  if (is_settled (xc_closing_state_of (problem)))
    return refuse (
        _ ("The problem is under review or closed, so its measures stay. Have it returned, or reopen "
           "it, first."),
        error);
  before = load_states (store, xc_record_get_id (problem), error);
  return before != NULL && xc_store_remove (store, XC_TABLE_MEASURE, id, error)
         && follow_measures (store, problem, before, error);
}

static gboolean
has_new_day (const XcRecord *record)
{
  const XcCatalogueTable *entry = xc_catalogue_get (xc_record_get_table (record));

  for (guint i = 0; i < entry->n_fields; i++)
    if (entry->fields[i].kind == XC_FIELD_DAY && xc_record_is_changed_at (record, i))
      return TRUE;
  return FALSE;
}

/* Its days start the periods of the rules: deadlines come by themselves. */
static gboolean
save_inspection (XcStore *store, XcRecord *record, GError **error)
{
  gboolean starts = has_new_day (record);

  return xc_store_save (store, record, error)
         && (!starts || xc_deadlines_give_one (store, xc_record_get_id (record), error));
}

/* What is written down step by step, and only added to. */
static gboolean
is_journal (XcTable table)
{
  return table == XC_TABLE_CLOSING_STEP || table == XC_TABLE_EXTENSION || table == XC_TABLE_DEADLINE_EXTENSION
         || table == XC_TABLE_PLAN_REVIEW || table == XC_TABLE_LETTER_ITEM;
}

static gboolean
refuse_journal (GError **error)
{
  return refuse (
      _ ("This was written down as a step of its own and stays as it is. Undo the step if it was a "
         "mistake."),
      error);
}

/* The paper is out; only what became of it may be added. */
static gboolean
check_letter (const XcRecord *record, GError **error)
{
  const XcCatalogueTable *entry = xc_catalogue_get (XC_TABLE_LETTER);

  for (guint i = 0; i < entry->n_fields; i++)
    if (xc_record_is_changed_at (record, i) && g_strcmp0 (entry->fields[i].name, "received_on") != 0
        && g_strcmp0 (entry->fields[i].name, "received_by") != 0
        && g_strcmp0 (entry->fields[i].name, "note") != 0)
      return refuse (
          _ ("The letter has left the house and stays as it is. Only its receipt and a note can be "
             "entered."),
          error);
  return TRUE;
}

/**
 * xc_row_rules_save:
 * @store: a ledger, inside an action
 * @record: a row that a person typed; a new problem without a number is given one
 * @error: return location; %XC_STORE_ERROR_REFUSED when a rule forbids it, with the reason
 *
 * As xc_store_save(). The state of a problem follows its measures, and changes by hand only among the states of the
 * organization's own work. A day of an inspection gives it the deadlines that the rules count from there.
 *
 * Returns: whether it is in the ledger
 */
gboolean
xc_row_rules_save (XcStore *store, XcRecord *record, GError **error)
{
  XcTable table = xc_record_get_table (record);

  if (is_journal (table))
    return !xc_record_is_changed (record) || refuse_journal (error);
  if (table == XC_TABLE_MEASURE)
    return save_measure (store, record, error);
  if (table == XC_TABLE_INSPECTION)
    return save_inspection (store, record, error);
  return (table != XC_TABLE_PROBLEM || check_problem (store, record, error))
         && (table != XC_TABLE_LETTER || check_letter (record, error))
         && (table != XC_TABLE_AVOIDANCE || xc_avoidance_ruling_check (store, record, error))
         && xc_store_save (store, record, error);
}

/**
 * xc_row_rules_remove:
 * @store: a ledger, inside an action
 * @table: which table
 * @id: which row
 * @error: return location; %XC_STORE_ERROR_REFUSED when a rule or another row forbids it
 *
 * Returns: whether the row is no more
 */
gboolean
xc_row_rules_remove (XcStore *store, XcTable table, gint64 id, GError **error)
{
  if (is_journal (table) || table == XC_TABLE_LETTER)
    return refuse_journal (error);
  return table == XC_TABLE_MEASURE ? remove_measure (store, id, error)
                                   : xc_store_remove (store, table, id, error);
}
