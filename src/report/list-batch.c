/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/list-batch.h"

#define BLOCK (64 * 1024)

struct _XcListBatch
{
  GArray *problems; /* of XcListProblem */
  GPtrArray *parts; /* their measures and responsibilities */
  GStringChunk *texts;
};

/**
 * xc_list_batch_new:
 *
 * Returns: (transfer full): a batch without problems
 */
XcListBatch *
xc_list_batch_new (void)
{
  XcListBatch *self = g_new0 (XcListBatch, 1);

  self->problems = g_array_new (FALSE, FALSE, sizeof (XcListProblem));
  self->parts = g_ptr_array_new_with_free_func (g_free);
  self->texts = g_string_chunk_new (BLOCK);
  return self;
}

/**
 * xc_list_batch_free:
 * @self: (nullable): a batch
 */
void
xc_list_batch_free (XcListBatch *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->problems);
  g_ptr_array_unref (self->parts);
  g_string_chunk_free (self->texts);
  g_free (self);
}

static void
keep (XcListBatch *self, const char **text)
{
  if (*text != NULL)
    *text = g_string_chunk_insert (self->texts, *text);
}

static void
keep_measures (XcListBatch *self, XcListProblem *problem)
{
  XcListMeasure *measures = g_memdup2 (problem->measures, problem->n_measures * sizeof (XcListMeasure));

  g_ptr_array_add (self->parts, measures);
  problem->measures = measures;
  for (guint i = 0; i < problem->n_measures; i++)
    {
      keep (self, &measures[i].wording);
      keep (self, &measures[i].type);
      keep (self, &measures[i].due_wording);
      keep (self, &measures[i].progress);
      keep (self, &measures[i].result);
      keep (self, &measures[i].state);
    }
}

static void
keep_responsibilities (XcListBatch *self, XcListProblem *problem)
{
  gsize size = problem->n_responsibilities * sizeof (XcListResponsibility);
  XcListResponsibility *responsibilities = g_memdup2 (problem->responsibilities, size);

  g_ptr_array_add (self->parts, responsibilities);
  problem->responsibilities = responsibilities;
  for (guint i = 0; i < problem->n_responsibilities; i++)
    {
      keep (self, &responsibilities[i].unit);
      keep (self, &responsibilities[i].name);
      keep (self, &responsibilities[i].post);
    }
}

/**
 * xc_list_batch_add:
 * @self: a batch
 * @problem: the next problem
 *
 * Keeps a copy of all of @problem.
 */
void
xc_list_batch_add (XcListBatch *self, const XcListProblem *problem)
{
  XcListProblem copy = *problem;

  keep (self, &copy.number);
  keep (self, &copy.organization);
  keep (self, &copy.round_title);
  keep (self, &copy.team_title);
  keep (self, &copy.level_1);
  keep (self, &copy.level_2);
  keep (self, &copy.point);
  keep (self, &copy.wording);
  keep (self, &copy.facts);
  keep (self, &copy.commonness);
  keep (self, &copy.found_at);
  keep (self, &copy.source);
  keep (self, &copy.second_body);
  keep (self, &copy.state);
  keep_measures (self, &copy);
  keep_responsibilities (self, &copy);
  g_array_append_val (self->problems, copy);
}

/**
 * xc_list_batch_get_n:
 * @self: a batch
 *
 * Returns: how many problems it holds
 */
guint
xc_list_batch_get_n (XcListBatch *self)
{
  return self->problems->len;
}

/**
 * xc_list_batch_get:
 * @self: a batch
 * @index: which
 *
 * Returns: (transfer none): the problem, as long as the batch is there
 */
const XcListProblem *
xc_list_batch_get (XcListBatch *self, guint index)
{
  return &g_array_index (self->problems, XcListProblem, index);
}
