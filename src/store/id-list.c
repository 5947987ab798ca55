/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/id-list.h"

static gint64
get (const GArray *ids, guint position)
{
  return g_array_index (ids, gint64, position);
}

static void
add_step (GArray *steps, guint position, guint removed, guint added)
{
  XcIdStep step = { position, removed, added };

  if (removed > 0 || added > 0)
    g_array_append_val (steps, step);
}

/* Of runs of both lists, what is equal at their ends is left out. */
static void
add_trimmed_step (const GArray *before, guint removed, guint removed_end, const GArray *after, guint added,
                  guint added_end, GArray *steps)
{
  while (removed < removed_end && added < added_end && get (before, removed) == get (after, added))
    {
      removed++;
      added++;
    }
  while (removed_end > removed && added_end > added
         && get (before, removed_end - 1) == get (after, added_end - 1))
    {
      removed_end--;
      added_end--;
    }
  add_step (steps, added, removed_end - removed, added_end - added);
}

/* Goes over the middles of both lists, @from to their ends. FALSE when that takes too many steps, or when rows that
 * may not have moved are in another order. */
static gboolean
find_single_steps (const GArray *before, guint before_end, const GArray *after, guint after_end, guint from,
                   XcIdFunc may_move, gpointer data, GArray *steps)
{
  guint i = from, j = from;

  while (i < before_end || j < after_end)
    {
      guint first_removed = i, first_added = j;

      if (i < before_end && j < after_end && get (before, i) == get (after, j))
        {
          i++;
          j++;
          continue;
        }
      while (i < before_end && may_move (get (before, i), data))
        i++;
      while (j < after_end && (i == before_end || get (after, j) != get (before, i))
             && may_move (get (after, j), data))
        j++;
      if ((i == first_removed && j == first_added) || steps->len == XC_ID_LIST_MAX_STEPS)
        return FALSE;
      add_trimmed_step (before, first_removed, i, after, first_added, j, steps);
    }
  return TRUE;
}

/**
 * xc_id_list_compare:
 * @before: (element-type gint64): ids, each once
 * @after: (element-type gint64): others, each once
 * @may_move: (nullable) (scope call): whether a row was changed, inserted or removed; when it is %NULL any may have
 * @data: for @may_move
 *
 * What is equal at the beginning and at the end is left out. A small rest is one step. A large one is a step for each
 * run of rows that moved, or else two: all go, and all come.
 *
 * Returns: (transfer full) (element-type XcIdStep): the steps, none when the lists are equal
 */
GArray *
xc_id_list_compare (const GArray *before, const GArray *after, XcIdFunc may_move, gpointer data)
{
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (XcIdStep));
  guint from = 0;
  guint before_end = before->len, after_end = after->len;
  guint removed, added;

  while (from < before_end && from < after_end && get (before, from) == get (after, from))
    from++;
  while (before_end > from && after_end > from && get (before, before_end - 1) == get (after, after_end - 1))
    {
      before_end--;
      after_end--;
    }
  removed = before_end - from;
  added = after_end - from;
  if (removed == 0 || added == 0 || (removed <= XC_ID_LIST_SMALL && added <= XC_ID_LIST_SMALL))
    {
      add_step (steps, from, removed, added);
      return g_steal_pointer (&steps);
    }
  if (may_move != NULL
      && find_single_steps (before, before_end, after, after_end, from, may_move, data, steps))
    return g_steal_pointer (&steps);
  g_array_set_size (steps, 0);
  add_step (steps, from, removed, 0);
  add_step (steps, from, 0, added);
  return g_steal_pointer (&steps);
}

/**
 * xc_id_list_apply:
 * @ids: (element-type gint64): the list as the steps before have made it
 * @step: the next
 * @after: (element-type gint64): what it is to become
 */
void
xc_id_list_apply (GArray *ids, const XcIdStep *step, const GArray *after)
{
  if (step->removed > 0)
    g_array_remove_range (ids, step->position, step->removed);
  if (step->added > 0)
    g_array_insert_vals (ids, step->position, &g_array_index (after, gint64, step->position), step->added);
}
