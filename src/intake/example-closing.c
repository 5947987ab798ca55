/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "intake/example-closing.h"

/* Of the problems that are closed, one in so many was returned once. */
#define ONE_RETURNED_IN 20

/* In the order in which they review. */
static const struct
{
  XcReviewingBody body;
  const char *person;
} reviewers[] = {
  { XC_BODY_OFFICE, "示秉公" },
  { XC_BODY_DISCIPLINE, "示持衡" },
};

static const char *const objections[] = {
  "佐证材料不完整，请补充制度执行记录",
  "整改措施与问题对应不够，请补充说明",
  "成效描述过于笼统，请补充前后对比数据",
};

static const char *const relapses[] = {
  "巡察“回头看”发现同类问题再次出现",
  "日常监督发现整改措施未坚持落实",
};

static void
add_step (GArray *steps, const XcClosingStep *step, XcDay happened_on, XcDay latest)
{
  XcExampleStep line = { *step, MIN (xc_example_working_day (happened_on), latest) };

  g_array_append_val (steps, line);
}

/* The first day is that of the application, the last that of the last review. */
static void
add_cycle (GArray *steps, guint cycle, const char *applicant, XcDay first, XcDay last)
{
  XcClosingStep applied = { .cycle = cycle, .act = XC_CLOSING_APPLIED, .person = applicant };
  int n = G_N_ELEMENTS (reviewers);

  add_step (steps, &applied, first, last);
  for (int i = 0; i < n; i++)
    {
      XcClosingStep reviewed = { .cycle = cycle,
                                 .act = XC_CLOSING_REVIEWED,
                                 .body = reviewers[i].body,
                                 .verdict = XC_VERDICT_ACCEPTED,
                                 .opinion = "同意销号",
                                 .person = reviewers[i].person };

      add_step (steps, &reviewed, first + (last - first) * (i + 1) / n, last);
    }
}

static void
add_objection (GArray *steps, const XcExampleProblem *problem)
{
  XcExampleStep *review = &g_array_index (steps, XcExampleStep, steps->len - 1);

  review->step.verdict = XC_VERDICT_RETURNED;
  review->step.opinion = objections[problem->seed % G_N_ELEMENTS (objections)];
}

/* Applied for and returned once, by the first body, before it was closed. */
static void
add_two_cycles (GArray *steps, const XcExampleProblem *problem, const char *applicant, XcDay first)
{
  add_cycle (steps, 1, applicant, first, first + 6);
  g_array_set_size (steps, 2);
  add_objection (steps, problem);
  add_cycle (steps, 2, applicant, first + 5, problem->closed_on);
}

static void
add_relapse (GArray *steps, const XcExampleProblem *problem)
{
  XcClosingStep reopened = { .cycle = 1,
                             .act = XC_CLOSING_REOPENED,
                             .opinion = relapses[problem->seed % G_N_ELEMENTS (relapses)],
                             .person = reviewers[0].person };

  add_step (steps, &reopened, problem->closed_on + 150, XC_EXAMPLE_DAY - 14);
}

/**
 * xc_example_closing_list:
 * @book: the sheets
 * @problem: one of the example
 *
 * Returns: (transfer full) (element-type XcExampleStep): its journal, by day; empty when nobody has applied yet
 */
GArray *
xc_example_closing_list (const XcExampleBook *book, const XcExampleProblem *problem)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (XcExampleStep));
  const char *applicant =
      xc_example_book_get_person (book, problem->visit->organization * 7 + problem->phrase % 4);
  XcDay applied_on = problem->done_on + 1;

  switch (problem->fate)
    {
    case XC_EXAMPLE_NOT_STARTED:
    case XC_EXAMPLE_IN_PROGRESS:
    case XC_EXAMPLE_BASICALLY_DONE_LATE:
    case XC_EXAMPLE_BASICALLY_DONE:
      break;
    case XC_EXAMPLE_AWAITING_REVIEW:
      /* One body has not said anything yet. */
      add_cycle (steps, 1, applicant, applied_on, applied_on + 6);
      g_array_set_size (steps, steps->len - 1 - problem->seed % 2);
      break;
    case XC_EXAMPLE_RETURNED:
      add_cycle (steps, 1, applicant, applied_on, applied_on + 12);
      add_objection (steps, problem);
      break;
    case XC_EXAMPLE_REOPENED:
      add_cycle (steps, 1, applicant, applied_on, problem->closed_on);
      add_relapse (steps, problem);
      break;
    case XC_EXAMPLE_CLOSED:
      if (problem->seed % ONE_RETURNED_IN == 1)
        {
          add_two_cycles (steps, problem, applicant, applied_on);
          break;
        }
      G_GNUC_FALLTHROUGH;
    case XC_EXAMPLE_ON_SITE:
    case XC_EXAMPLE_AT_ONCE:
      add_cycle (steps, 1, applicant, applied_on, problem->closed_on);
      break;
    default:
      g_return_val_if_reached (steps);
    }
  return steps;
}

static gboolean
save_step (XcStore *store, gint64 problem_id, const XcExampleStep *line, GError **error)
{
  g_autoptr (XcRecord) record = xc_record_new (XC_TABLE_CLOSING_STEP);

  xc_record_set_number (record, "problem_id", problem_id);
  xc_record_set_number (record, "cycle", line->step.cycle);
  xc_record_set_text (record, "step", xc_closing_act_to_word (line->step.act));
  if (line->step.act == XC_CLOSING_REVIEWED)
    {
      xc_record_set_text (record, "body", xc_reviewing_body_to_word (line->step.body));
      xc_record_set_text (record, "verdict", xc_verdict_to_word (line->step.verdict));
    }
  xc_record_set_text (record, "opinion", line->step.opinion);
  xc_record_set_text (record, "person", line->step.person);
  xc_record_set_day (record, "happened_on", line->happened_on);
  return xc_store_save (store, record, error);
}

/**
 * xc_example_closing_save:
 * @store: a ledger that has the problems of the example, inside an action
 * @book: the sheets
 * @problems: what was composed from them
 * @error: return location for a #XcStoreError
 *
 * The template has no sheet for the journal: offices keep it on paper.
 *
 * Returns: whether all of it is in the ledger
 */
gboolean
xc_example_closing_save (XcStore *store, const XcExampleBook *book, const XcExampleProblems *problems,
                         GError **error)
{
  g_autoptr (GPtrArray) rows = xc_store_load_all (store, XC_TABLE_PROBLEM, error);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    g_hash_table_insert (ids, (gpointer) xc_record_get_text (rows->pdata[i], "number"), rows->pdata[i]);
  for (guint i = 0; i < problems->problems->len; i++)
    {
      const XcExampleProblem *problem = problems->problems->pdata[i];
      const XcRecord *row = g_hash_table_lookup (ids, problem->number);
      g_autoptr (GArray) steps = xc_example_closing_list (book, problem);

      g_assert (row != NULL);
      for (guint s = 0; s < steps->len; s++)
        if (!save_step (store, xc_record_get_id (row), &g_array_index (steps, XcExampleStep, s), error))
          return FALSE;
    }
  return TRUE;
}
