/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/problem-walk.h"

#include <string.h>

/* What is known of the measures of one problem. */
typedef struct
{
  gint64 problem_id;
  XcDueTally tally;
} Entry;

typedef struct
{
  gint64 problem_id;
  guint32 number; /* of an entry and one, or 0 */
} Slot;

/* Entries by problem; a hash table of its own, as GLib's would take longer than the reading. */
typedef struct
{
  GArray *entries;
  Slot *slots;
  guint n_bits;
} Tallies;

static Slot *
find_slot (const Tallies *self, gint64 id)
{
  const guint mask = (1u << self->n_bits) - 1;
  guint slot = (guint) (((guint64) id * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15)) >> (64 - self->n_bits));

  while (self->slots[slot].number != 0 && self->slots[slot].problem_id != id)
    slot = (slot + 1) & mask;
  return &self->slots[slot];
}

static void
index_entries (Tallies *self)
{
  for (self->n_bits = 4; (1u << self->n_bits) < 2 * self->entries->len; self->n_bits++)
    ;
  self->slots = g_new0 (Slot, (gsize) 1 << self->n_bits);
  for (guint i = 0; i < self->entries->len; i++)
    {
      gint64 id = g_array_index (self->entries, Entry, i).problem_id;

      *find_slot (self, id) = (Slot){ id, i + 1 };
    }
}

static void
clear_tallies (Tallies *self)
{
  g_clear_pointer (&self->entries, g_array_unref);
  g_clear_pointer (&self->slots, g_free);
}

static XcDay
get_day (XcStatement *statement, int column)
{
  return xc_statement_is_null (statement, column)
             ? XC_DAY_NONE
             : xc_day_parse_iso (xc_statement_get_text (statement, column));
}

static gboolean
read_measures (XcStore *store, Tallies *tallies, GError **error)
{
  g_autoptr (XcStatement) statement = xc_database_prepare (
      xc_store_get_database (store),
      "SELECT problem_id, state, type, due_on, done_on FROM measure ORDER BY problem_id", error);
  Entry *last = NULL;

  if (statement == NULL)
    return FALSE;
  for (;;)
    {
      XcDueMeasure measure = { .state = XC_MEASURE_NOT_STARTED };
      gint64 problem_id;
      gboolean row;

      if (!xc_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      problem_id = xc_statement_get_integer (statement, 0);
      if (last == NULL || last->problem_id != problem_id)
        {
          const Entry entry = { problem_id, XC_DUE_TALLY_NONE };

          g_array_append_val (tallies->entries, entry);
          last = &g_array_index (tallies->entries, Entry, tallies->entries->len - 1);
        }
      xc_measure_state_from_word (xc_statement_get_text (statement, 1), &measure.state);
      measure.is_immediate = g_strcmp0 (xc_statement_get_text (statement, 2), "immediate") == 0;
      measure.due_on = get_day (statement, 3);
      measure.done_on = get_day (statement, 4);
      xc_due_tally_add (&last->tally, &measure);
    }
}

static gboolean
read_problems (XcStore *store, const Tallies *tallies, XcDay today, XcProblemWalkFunc func, gpointer data,
               GError **error)
{
  static const XcDueTally none = XC_DUE_TALLY_NONE;
  g_autoptr (XcStatement) statement = xc_database_prepare (
      xc_store_get_database (store),
      "SELECT id, inspection_id, fed_back, state, point_id, found_at FROM problem ORDER BY inspection_id",
      error);

  if (statement == NULL)
    return FALSE;
  for (;;)
    {
      XcWalkedProblem problem = { 0 };
      const Slot *slot;
      gboolean row;

      if (!xc_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      problem.id = xc_statement_get_integer (statement, 0);
      problem.inspection_id = xc_statement_get_integer (statement, 1);
      problem.counted.is_fed_back = xc_statement_get_integer (statement, 2) != 0;
      xc_rectification_state_from_word (xc_statement_get_text (statement, 3), &problem.counted.state);
      problem.point_id = xc_statement_get_integer (statement, 4);
      problem.counted.is_during = g_strcmp0 (xc_statement_get_text (statement, 5), "during") == 0;
      slot = find_slot (tallies, problem.id);
      xc_due_conclude (slot->number != 0 ? &g_array_index (tallies->entries, Entry, slot->number - 1).tally
                                         : &none,
                       problem.counted.state, today, &problem.counted.due);
      func (&problem, data);
    }
}

/**
 * xc_problem_walk:
 * @store: a ledger
 * @today: the day on which one asks
 * @func: (scope call): called with each problem, those of an inspection together
 * @data: for @func
 * @error: return location for a #XcStoreError
 *
 * Returns: whether all could be read
 */
gboolean
xc_problem_walk (XcStore *store, XcDay today, XcProblemWalkFunc func, gpointer data, GError **error)
{
  Tallies tallies = { .entries = g_array_new (FALSE, FALSE, sizeof (Entry)) };
  gboolean done = read_measures (store, &tallies, error);

  if (done)
    {
      index_entries (&tallies);
      done = read_problems (store, &tallies, today, func, data, error);
    }
  clear_tallies (&tallies);
  return done;
}
