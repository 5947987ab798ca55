/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/list-check.h"

#include "core/wording.h"

/* A measure that others may repeat word by word. */
typedef struct
{
  gint64 problem_id;
  gint64 measure_id;
  char *number;
  char *key; /* organization and folded wording */
} Said;

struct _XcListCheck
{
  XcDay today;
  GPtrArray *faults;
  GArray *said;       /* of Said */
  GHashTable *counts; /* key, borrowed from said → how many problems */
};

static void
fault_free (gpointer data)
{
  XcListFault *fault = data;

  g_free (fault->number);
  g_free (fault);
}

static void
clear_said (gpointer data)
{
  Said *said = data;

  g_free (said->number);
  g_free (said->key);
}

/**
 * xc_list_check_new:
 * @today: the day of the check
 *
 * Returns: (transfer full): a check of no problem yet
 */
XcListCheck *
xc_list_check_new (XcDay today)
{
  XcListCheck *self = g_new0 (XcListCheck, 1);

  self->today = today;
  self->faults = g_ptr_array_new_with_free_func (fault_free);
  self->said = g_array_new (FALSE, FALSE, sizeof (Said));
  g_array_set_clear_func (self->said, clear_said);
  self->counts = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

void
xc_list_check_free (XcListCheck *self)
{
  g_hash_table_unref (self->counts);
  g_array_unref (self->said);
  if (self->faults != NULL)
    g_ptr_array_unref (self->faults);
  g_free (self);
}

static void
report (XcListCheck *self, const XcListCheckProblem *problem, gint64 measure_id, XcListFaultKind kind)
{
  XcListFault *fault = g_new0 (XcListFault, 1);

  fault->kind = kind;
  fault->problem_id = problem->id;
  fault->measure_id = measure_id;
  fault->number = g_strdup (problem->number);
  g_ptr_array_add (self->faults, fault);
}

static void
check_owners (XcListCheck *self, const XcListCheckProblem *problem)
{
  gboolean has_first = FALSE, is_carried_out = FALSE, lacks_post = FALSE;

  for (guint i = 0; i < problem->n_owners; i++)
    {
      has_first |= problem->owners[i].is_first;
      is_carried_out |= problem->owners[i].carries_out;
      lacks_post |= problem->owners[i].has_name && !problem->owners[i].has_post;
    }
  if (problem->n_owners == 0)
    report (self, problem, 0, XC_LIST_FAULT_NO_RESPONSIBILITY);
  else if (!is_carried_out && problem->n_measures > 0)
    report (self, problem, 0, XC_LIST_FAULT_NO_OWNER);
  if (problem->n_owners > 0 && !has_first)
    report (self, problem, 0, XC_LIST_FAULT_NO_FIRST);
  if (lacks_post)
    report (self, problem, 0, XC_LIST_FAULT_OWNER_WITHOUT_POST);
}

static void
check_limit (XcListCheck *self, const XcListCheckProblem *problem, const XcListCheckMeasure *measure)
{
  if (!measure->has_type)
    report (self, problem, measure->id, XC_LIST_FAULT_NO_TYPE);
  if (!xc_day_is_set (measure->due_on))
    {
      if (measure->due_wording == NULL
          && !(measure->has_type
               && (measure->type == XC_RECTIFICATION_IMMEDIATE || measure->type == XC_RECTIFICATION_LASTING)))
        report (self, problem, measure->id, XC_LIST_FAULT_NO_LIMIT);
    }
  /* What was rectified while the team was there had its limit there. */
  else if (xc_day_is_set (problem->fed_back_on) && measure->due_on < problem->fed_back_on
           && !(measure->has_type && measure->type == XC_RECTIFICATION_IMMEDIATE))
    report (self, problem, measure->id, XC_LIST_FAULT_DUE_BEFORE_FEEDBACK);
}

static void
check_result (XcListCheck *self, const XcListCheckProblem *problem, const XcListCheckMeasure *measure)
{
  if (measure->state != XC_MEASURE_DONE)
    return;
  if (measure->result == NULL)
    report (self, problem, measure->id, XC_LIST_FAULT_DONE_WITHOUT_RESULT);
  else if (xc_wording_says_nothing (measure->result))
    report (self, problem, measure->id, XC_LIST_FAULT_RESULT_SAYS_NOTHING);
  if (!xc_day_is_set (measure->done_on))
    report (self, problem, measure->id, XC_LIST_FAULT_DONE_WITHOUT_DAY);
  else if (measure->done_on > self->today)
    report (self, problem, measure->id, XC_LIST_FAULT_DONE_IN_FUTURE);
}

/* Counts a wording once a problem. */
static void
remember (XcListCheck *self, const XcListCheckProblem *problem, const XcListCheckMeasure *measure,
          GHashTable *seen)
{
  g_autofree char *folded = xc_wording_fold (measure->wording);
  Said said = { problem->id, measure->id, NULL, NULL };
  gpointer stored = NULL, count = NULL;

  if (*folded == '\0')
    return;
  said.key = g_strdup_printf ("%" G_GINT64_FORMAT " %s", problem->organization_id, folded);
  if (!g_hash_table_add (seen, g_strdup (folded)))
    {
      g_free (said.key);
      return;
    }
  said.number = g_strdup (problem->number);
  g_array_append_val (self->said, said);
  if (g_hash_table_lookup_extended (self->counts, said.key, &stored, &count))
    g_hash_table_insert (self->counts, stored, GUINT_TO_POINTER (GPOINTER_TO_UINT (count) + 1));
  else
    g_hash_table_insert (self->counts, said.key, GUINT_TO_POINTER (1));
}

static void
check_measures (XcListCheck *self, const XcListCheckProblem *problem)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < problem->n_measures; i++)
    {
      const XcListCheckMeasure *measure = &problem->measures[i];

      check_limit (self, problem, measure);
      check_result (self, problem, measure);
      if (xc_wording_says_nothing (measure->wording))
        report (self, problem, measure->id, XC_LIST_FAULT_MEASURE_SAYS_NOTHING);
      remember (self, problem, measure, seen);
    }
}

static void
check_state (XcListCheck *self, const XcListCheckProblem *problem)
{
  g_autofree XcDueMeasure *measures = g_new (XcDueMeasure, problem->n_measures + 1);
  XcProblemDue due;

  for (guint i = 0; i < problem->n_measures; i++)
    measures[i] = (XcDueMeasure){ .state = problem->measures[i].state,
                                  .due_on = problem->measures[i].due_on,
                                  .done_on = problem->measures[i].done_on };
  xc_due_of_problem (problem->state, measures, problem->n_measures, self->today, &due);
  if (due.days_overdue > 0)
    {
      report (self, problem, 0, XC_LIST_FAULT_OVERDUE);
      ((XcListFault *) self->faults->pdata[self->faults->len - 1])->count = (guint) due.days_overdue;
    }
  if (problem->state != XC_RECTIFICATION_CLOSED)
    return;
  if (!problem->is_reviewed)
    report (self, problem, 0, XC_LIST_FAULT_CLOSED_UNREVIEWED);
  if (due.n_done < due.n_measures)
    report (self, problem, 0, XC_LIST_FAULT_CLOSED_UNFINISHED);
}

/**
 * xc_list_check_add:
 * @self: a check
 * @problem: the next problem of the lists
 */
void
xc_list_check_add (XcListCheck *self, const XcListCheckProblem *problem)
{
  g_return_if_fail (self->faults != NULL);

  if (!problem->has_point)
    report (self, problem, 0, XC_LIST_FAULT_NO_POINT);
  if (problem->is_fed_back)
    {
      if (!xc_day_is_set (problem->fed_back_on))
        report (self, problem, 0, XC_LIST_FAULT_NO_FEEDBACK_DAY);
      if (problem->n_measures == 0)
        report (self, problem, 0, XC_LIST_FAULT_NO_MEASURE);
      check_owners (self, problem);
    }
  check_measures (self, problem);
  check_state (self, problem);
}

static int
compare_faults (gconstpointer a, gconstpointer b)
{
  const XcListFault *one = *(XcListFault *const *) a;
  const XcListFault *other = *(XcListFault *const *) b;
  int grades = (int) xc_list_fault_get_grade (one->kind) - (int) xc_list_fault_get_grade (other->kind);
  int order;

  if (grades != 0)
    return grades;
  if (one->kind != other->kind)
    return (int) one->kind - (int) other->kind;
  order = g_strcmp0 (one->number, other->number);
  if (order != 0)
    return order;
  if (one->problem_id != other->problem_id)
    return one->problem_id < other->problem_id ? -1 : 1;
  return (one->measure_id > other->measure_id) - (one->measure_id < other->measure_id);
}

/**
 * xc_list_check_finish:
 * @self: a check to which all problems were added; nothing can be added any more
 *
 * Returns: (transfer full) (element-type XcListFault): what was found, errors first, then by kind and number
 */
GPtrArray *
xc_list_check_finish (XcListCheck *self)
{
  g_return_val_if_fail (self->faults != NULL, NULL);

  for (guint i = 0; i < self->said->len; i++)
    {
      const Said *said = &g_array_index (self->said, Said, i);
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, said->key));
      XcListCheckProblem problem = { .id = said->problem_id, .number = said->number };

      if (count < XC_LIST_CHECK_SAME_MIN)
        continue;
      report (self, &problem, said->measure_id, XC_LIST_FAULT_SAME_MEASURE);
      ((XcListFault *) self->faults->pdata[self->faults->len - 1])->count = count;
    }
  g_ptr_array_sort (self->faults, compare_faults);
  return g_steal_pointer (&self->faults);
}
