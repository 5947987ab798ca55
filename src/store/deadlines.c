/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/deadlines.h"

#include <glib/gi18n-lib.h>

#include "core/fail.h"
#include "store/closing-state.h"
#include "store/measures.h"
#include "store/row-name.h"

typedef struct
{
  const gint64 *rows;
  guint n_rows;
  XcTable table;
  const XcExtensionStep *step;
  XcStepReport *report;
  guint n_given;
  gboolean is_trial; /* nothing is written, and what is not typed yet stands against nobody */
} Giving;

/* Where a limit is kept, and who refers to it when it is put off. */
static XcTable
extension_table (XcTable table)
{
  return table == XC_TABLE_MEASURE ? XC_TABLE_EXTENSION : XC_TABLE_DEADLINE_EXTENSION;
}

static GPtrArray *
load_extensions (XcStore *store, XcTable table, gint64 id, GError **error)
{
  return xc_store_load_where (store, extension_table (table),
                              table == XC_TABLE_MEASURE ? "measure_id" : "deadline_id", id, error);
}

static GArray *
read_extensions (const GPtrArray *records)
{
  GArray *extensions = g_array_new (FALSE, TRUE, sizeof (XcExtension));

  for (guint i = 0; i < records->len; i++)
    {
      const XcExtension extension = { xc_record_get_day (records->pdata[i], "old_on"),
                                      xc_record_get_day (records->pdata[i], "new_on"),
                                      xc_record_get_day (records->pdata[i], "approved_on") };

      g_array_append_val (extensions, extension);
    }
  return extensions;
}

static XcRecord *
find_given (GPtrArray *given, XcDeadlineSubject subject)
{
  for (guint i = 0; i < given->len; i++)
    if (g_strcmp0 (xc_record_get_text (given->pdata[i], "subject"), xc_deadline_subject_to_word (subject))
        == 0)
      return given->pdata[i];
  return NULL;
}

/* The rule as it is written on the deadline. */
static gboolean
read_kept_rule (const XcRecord *deadline, XcDeadlineRule *rule, XcDeadlineStart *start)
{
  *rule = (XcDeadlineRule){ .number = (int) xc_record_get_number (deadline, "amount"),
                            .valid_from = XC_DAY_NONE };
  return xc_record_is_set (deadline, "amount")
         && xc_deadline_unit_from_word (xc_record_get_text (deadline, "unit"), &rule->unit)
         && xc_deadline_direction_from_word (xc_record_get_text (deadline, "direction"), &rule->direction)
         && xc_deadline_start_from_word (xc_record_get_text (deadline, "start"), start);
}

/* The rule that a deadline was given by stays; but its event may turn out to have been on another day. */
static gboolean
correct_start (XcStore *store, XcRecord *deadline, const XcInspectionDays *days, const XcHolidays *holidays,
               gboolean *changed, GError **error)
{
  g_autoptr (GPtrArray) extensions = NULL;
  XcDeadlineRule rule;
  XcDeadlineStart start;
  XcDay day;

  *changed = FALSE;
  if (!read_kept_rule (deadline, &rule, &start))
    return TRUE;
  day = xc_due_start_day (start, days);
  if (!xc_day_is_set (day) || day == xc_record_get_day (deadline, "started_on"))
    return TRUE;
  extensions = load_extensions (store, XC_TABLE_DEADLINE, xc_record_get_id (deadline), error);
  if (extensions == NULL)
    return FALSE;
  if (extensions->len > 0)
    return TRUE;
  xc_record_set_day (deadline, "started_on", day);
  xc_record_set_day (deadline, "due_on", xc_deadline_compute (&rule, day, holidays));
  *changed = TRUE;
  return xc_store_save (store, deadline, error);
}

static gboolean
add_deadline (XcStore *store, gint64 inspection_id, XcDeadlineSubject subject, const XcDeadlineGiven *given,
              GError **error)
{
  static const char *const kept[] = { "unit", "direction", "start", "basis" };
  g_autoptr (XcRecord) rule = xc_store_load (store, XC_TABLE_DEADLINE_RULE, given->rule_id, error);
  g_autoptr (XcRecord) deadline = xc_record_new (XC_TABLE_DEADLINE);

  if (rule == NULL)
    return FALSE;
  xc_record_set_number (deadline, "inspection_id", inspection_id);
  xc_record_set_text (deadline, "subject", xc_deadline_subject_to_word (subject));
  xc_record_set_day (deadline, "due_on", given->due_on);
  xc_record_set_day (deadline, "started_on", given->started_on);
  xc_record_set_number (deadline, "amount", xc_record_get_number (rule, "amount"));
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    xc_record_set_text (deadline, kept[i], xc_record_get_text (rule, kept[i]));
  return xc_store_save (store, deadline, error);
}

static gboolean
give_inspection (XcStore *store, const XcDeadlineRules *rules, gint64 id, Giving *giving, GError **error)
{
  g_autoptr (XcRecord) inspection = xc_store_load (store, XC_TABLE_INSPECTION, id, error);
  g_autoptr (GPtrArray) present = NULL;
  XcInspectionDays days;

  if (inspection == NULL)
    return FALSE;
  present = xc_store_load_where (store, XC_TABLE_DEADLINE, "inspection_id", id, error);
  if (present == NULL)
    return FALSE;
  xc_inspection_days_read (inspection, XC_DAY_MAX, &days);
  for (guint i = 0; i < XC_N_DEADLINE_SUBJECTS; i++)
    {
      XcRecord *deadline = find_given (present, (XcDeadlineSubject) i);
      XcDeadlineGiven given;
      gboolean changed;

      if (deadline != NULL)
        {
          if (!correct_start (store, deadline, &days, xc_deadline_rules_get_holidays (rules), &changed,
                              error))
            return FALSE;
          giving->n_given += (guint) changed;
          continue;
        }
      given = xc_deadline_rules_apply (rules, (XcDeadlineSubject) i, &days);
      if (!xc_day_is_set (given.due_on))
        continue;
      if (!add_deadline (store, id, (XcDeadlineSubject) i, &given, error))
        return FALSE;
      giving->n_given++;
    }
  return TRUE;
}

static gboolean
give (XcStore *store, gpointer data, GError **error)
{
  Giving *giving = data;
  g_autoptr (XcDeadlineRules) rules = xc_deadline_rules_load (store, error);

  if (rules == NULL)
    return FALSE;
  for (guint i = 0; i < giving->n_rows; i++)
    if (!give_inspection (store, rules, giving->rows[i], giving, error))
      return FALSE;
  return TRUE;
}

/**
 * xc_deadlines_give_one:
 * @store: a ledger, inside an action
 * @inspection_id: an inspection
 * @error: return location for a #XcStoreError
 *
 * As xc_deadlines_give(), within what is being done.
 *
 * Returns: whether it is in the ledger
 */
gboolean
xc_deadlines_give_one (XcStore *store, gint64 inspection_id, GError **error)
{
  Giving giving = { .rows = &inspection_id, .n_rows = 1 };

  return give (store, &giving, error);
}

/**
 * xc_deadlines_give:
 * @store: a ledger
 * @inspections: (array length=n_inspections): ids of inspections
 * @n_inspections: how many
 * @n_given: (out) (optional): deadlines that were given or corrected
 * @error: return location for a #XcStoreError
 *
 * Gives each inspection the deadlines that its days and the rules in force then lead to, unless it has them. One that it
 * has moves only when the event that it counts from turns out to have been on another day, by the rule that it was given
 * by, and not once it was extended.
 *
 * Returns: whether it is in the ledger
 */
gboolean
xc_deadlines_give (XcStore *store, const gint64 *inspections, guint n_inspections, guint *n_given,
                   GError **error)
{
  Giving giving = { .rows = inspections, .n_rows = n_inspections };

  if (!xc_store_run (store, _ ("Deadlines given by the rules"), give, &giving, error))
    return FALSE;
  if (n_given != NULL)
    *n_given = giving.n_given;
  return TRUE;
}

/**
 * xc_deadlines_find:
 * @store: a ledger
 * @rules: its rules
 * @inspection_id: an inspection
 * @subject: what is due
 * @due_on: (out): when, or %XC_DAY_NONE when nothing says so
 * @error: return location for a #XcStoreError
 *
 * Returns: whether it could be read
 */
gboolean
xc_deadlines_find (XcStore *store, const XcDeadlineRules *rules, gint64 inspection_id,
                   XcDeadlineSubject subject, XcDay *due_on, GError **error)
{
  g_autoptr (XcRecord) inspection = xc_store_load (store, XC_TABLE_INSPECTION, inspection_id, error);
  g_autoptr (GPtrArray) present = NULL;
  const XcRecord *deadline;
  XcInspectionDays days;

  if (inspection == NULL)
    return FALSE;
  present = xc_store_load_where (store, XC_TABLE_DEADLINE, "inspection_id", inspection_id, error);
  if (present == NULL)
    return FALSE;
  deadline = find_given (present, subject);
  xc_inspection_days_read (inspection, XC_DAY_MAX, &days);
  *due_on = deadline != NULL ? xc_record_get_day (deadline, "due_on")
                             : xc_deadline_rules_apply (rules, subject, &days).due_on;
  return TRUE;
}

/* Measures whose limit nobody has typed; what is immediate or lasting needs none. */
static gboolean
give_measures (XcStore *store, const XcDeadlineRules *rules, gint64 problem_id, Giving *giving,
               GError **error)
{
  g_autoptr (XcRecord) problem = xc_store_load (store, XC_TABLE_PROBLEM, problem_id, error);
  g_autoptr (GPtrArray) measures = NULL;
  XcDay due_on;

  if (problem == NULL)
    return FALSE;
  measures = xc_store_load_where (store, XC_TABLE_MEASURE, "problem_id", problem_id, error);
  if (measures == NULL
      || !xc_deadlines_find (store, rules, xc_record_get_number (problem, "inspection_id"),
                             XC_SUBJECT_RECTIFICATION, &due_on, error))
    return FALSE;
  for (guint i = 0; xc_day_is_set (due_on) && i < measures->len; i++)
    {
      const char *type = xc_record_get_text (measures->pdata[i], "type");

      if (xc_record_is_set (measures->pdata[i], "due_on")
          || (type != NULL && g_strcmp0 (type, "by_date") != 0)
          || xc_closing_state_of_measure (measures->pdata[i]) == XC_MEASURE_DONE)
        continue;
      xc_record_set_day (measures->pdata[i], "due_on", due_on);
      if (!xc_store_save (store, measures->pdata[i], error))
        return FALSE;
      giving->n_given++;
    }
  return TRUE;
}

static gboolean
give_to_measures (XcStore *store, gpointer data, GError **error)
{
  Giving *giving = data;
  g_autoptr (XcDeadlineRules) rules = xc_deadline_rules_load (store, error);

  if (rules == NULL)
    return FALSE;
  for (guint i = 0; i < giving->n_rows; i++)
    if (!give_measures (store, rules, giving->rows[i], giving, error))
      return FALSE;
  return TRUE;
}

/**
 * xc_deadlines_give_to_measures:
 * @store: a ledger
 * @problems: (array length=n_problems): ids of problems
 * @n_problems: how many
 * @n_given: (out) (optional): measures that were given a limit
 * @error: return location for a #XcStoreError
 *
 * Gives the measures of the problems that have no time limit and are to be done by a date the end of the concentrated
 * rectification of their inspection.
 *
 * Returns: whether it is in the ledger
 */
gboolean
xc_deadlines_give_to_measures (XcStore *store, const gint64 *problems, guint n_problems, guint *n_given,
                               GError **error)
{
  Giving giving = { .rows = problems, .n_rows = n_problems };

  if (!xc_store_run (store, _ ("Time limits given by the rules"), give_to_measures, &giving, error))
    return FALSE;
  if (n_given != NULL)
    *n_given = giving.n_given;
  return TRUE;
}

static gboolean
add_extension (XcStore *store, XcTable table, XcRecord *row, const XcExtensionStep *step, GError **error)
{
  g_autoptr (XcRecord) extension = xc_record_new (extension_table (table));

  xc_record_set_number (extension, table == XC_TABLE_MEASURE ? "measure_id" : "deadline_id",
                        xc_record_get_id (row));
  xc_record_set_day (extension, "old_on", xc_record_get_day (row, "due_on"));
  xc_record_set_day (extension, "new_on", step->new_on);
  xc_record_set_text (extension, "reason", step->reason);
  xc_record_set_text (extension, "approver", step->approver);
  xc_record_set_day (extension, "approved_on", step->approved_on);
  xc_record_set_text (extension, "document", step->document);
  xc_record_set_day (row, "due_on", step->new_on);
  return xc_store_save (store, extension, error) && xc_store_save (store, row, error);
}

/* Whether it will be asked for before anything is put off. */
static gboolean
is_not_typed_yet (XcExtensionRefusal refusal)
{
  return refusal == XC_EXTENSION_NO_DAY || refusal == XC_EXTENSION_NO_REASON
         || refusal == XC_EXTENSION_NO_APPROVER;
}

static gboolean
extend_row (XcStore *store, Giving *giving, gint64 id, GError **error)
{
  const XcExtensionStep *step = giving->step;
  g_autoptr (XcRecord) row = xc_store_load (store, giving->table, id, error);
  g_autoptr (GPtrArray) records = row != NULL ? load_extensions (store, giving->table, id, error) : NULL;
  g_autoptr (GArray) extensions = NULL;
  g_autofree char *name = NULL;
  XcExtensionRequest request;
  XcExtensionRefusal refusal;

  if (records == NULL)
    return FALSE;
  extensions = read_extensions (records);
  request = (XcExtensionRequest){ .due_on = xc_record_get_day (row, "due_on"),
                                  .is_done = giving->table == XC_TABLE_MEASURE
                                             && xc_closing_state_of_measure (row) == XC_MEASURE_DONE,
                                  .new_on = step->new_on,
                                  .reason = step->reason,
                                  .approver = step->approver,
                                  .approved_on = step->approved_on };
  refusal = xc_extension_check ((const XcExtension *) (gpointer) extensions->data, extensions->len, &request);
  if (refusal == XC_EXTENSION_ALLOWED || (giving->is_trial && is_not_typed_yet (refusal)))
    {
      xc_step_report_add_done (giving->report, id);
      return giving->is_trial || add_extension (store, giving->table, row, step, error);
    }
  name = giving->table == XC_TABLE_MEASURE
             ? xc_measures_dup_name (store, id)
             : xc_row_dup_name (xc_store_get_database (store), giving->table, id);
  xc_step_report_add_refused (giving->report, id, name, xc_extension_refusal_get_sentence (refusal));
  return TRUE;
}

static gboolean
extend (XcStore *store, gpointer data, GError **error)
{
  Giving *giving = data;

  for (guint i = 0; i < giving->n_rows; i++)
    if (!extend_row (store, giving, giving->rows[i], error))
      return FALSE;
  return TRUE;
}

/**
 * xc_deadlines_check_extend:
 * @store: a ledger
 * @table: %XC_TABLE_MEASURE or %XC_TABLE_DEADLINE
 * @rows: (array length=n_rows): ids of measures or deadlines
 * @n_rows: how many
 * @step: until when, why, and by whose approval; what is blank will be asked for
 * @error: return location for a #XcStoreError
 *
 * Changes nothing.
 *
 * Returns: (transfer full): what xc_deadlines_extend() would do; %NULL when the rows could not be read
 */
XcStepReport *
xc_deadlines_check_extend (XcStore *store, XcTable table, const gint64 *rows, guint n_rows,
                           const XcExtensionStep *step, GError **error)
{
  g_autoptr (XcStepReport) report = xc_step_report_new ();
  Giving giving = {
    .rows = rows, .n_rows = n_rows, .table = table, .step = step, .report = report, .is_trial = TRUE
  };

  g_return_val_if_fail (table == XC_TABLE_MEASURE || table == XC_TABLE_DEADLINE, NULL);
  return extend (store, &giving, error) ? g_steal_pointer (&report) : NULL;
}

/**
 * xc_deadlines_extend:
 * @store: a ledger
 * @table: %XC_TABLE_MEASURE or %XC_TABLE_DEADLINE
 * @rows: (array length=n_rows): ids of measures or deadlines
 * @n_rows: how many
 * @step: until when, why, and by whose approval
 * @error: return location for a #XcStoreError
 *
 * One undoable action. Those that cannot be put off are left as they are, and the report says why.
 *
 * Returns: (transfer full): what became of each; %NULL when nothing could be written
 */
XcStepReport *
xc_deadlines_extend (XcStore *store, XcTable table, const gint64 *rows, guint n_rows,
                     const XcExtensionStep *step, GError **error)
{
  g_autoptr (XcStepReport) report = xc_step_report_new ();
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;
  Giving giving = { .rows = rows, .n_rows = n_rows, .table = table, .step = step, .report = report };

  g_return_val_if_fail (table == XC_TABLE_MEASURE || table == XC_TABLE_DEADLINE, NULL);
  name = n_rows > 0 ? xc_row_dup_name (xc_store_get_database (store), table, rows[0]) : g_strdup ("");
  if (n_rows == 1)
    /* translators: %s is the name of a measure or a deadline */
    title = g_strdup_printf (_ ("Extended: %s"), name);
  else
    /* translators: %s is the name of a measure or a deadline */
    title = g_strdup_printf (_ ("Extended: %s and others"), name);
  return xc_store_run (store, title, extend, &giving, error) ? g_steal_pointer (&report) : NULL;
}

/**
 * xc_deadlines_get_first:
 * @store: a ledger
 * @table: %XC_TABLE_MEASURE or %XC_TABLE_DEADLINE
 * @id: a measure or a deadline
 * @first: (out): the limit before any extension, or %XC_DAY_NONE
 * @n_extensions: (out) (optional): how often it was put off
 * @error: return location for a #XcStoreError
 *
 * Returns: whether it could be read
 */
gboolean
xc_deadlines_get_first (XcStore *store, XcTable table, gint64 id, XcDay *first, guint *n_extensions,
                        GError **error)
{
  g_autoptr (XcRecord) row = xc_store_load (store, table, id, error);
  g_autoptr (GPtrArray) records = row != NULL ? load_extensions (store, table, id, error) : NULL;
  g_autoptr (GArray) extensions = NULL;

  if (records == NULL)
    return FALSE;
  extensions = read_extensions (records);
  *first = xc_extension_get_first ((const XcExtension *) (gpointer) extensions->data, extensions->len,
                                   xc_record_get_day (row, "due_on"));
  if (n_extensions != NULL)
    *n_extensions = extensions->len;
  return TRUE;
}
