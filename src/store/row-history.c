/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/row-history.h"

static void
free_step (gpointer data)
{
  XcRowHistoryStep *step = data;

  /* Who shows the step may have taken it. */
  g_clear_pointer (&step->entry, xc_history_entry_free);
  g_ptr_array_unref (step->stories);
  g_free (step);
}

typedef struct
{
  XcTable table;
  gint64 id;
} Wanted;

/* Ids are random and of 63 bits, so that one that stands anywhere in a row is a reference to that row; which field it is
 * need not be asked. */
static gboolean
is_wanted (const XcChangedRow *row, gpointer data)
{
  const Wanted *wanted = data;

  if (row->table == wanted->table && row->id == wanted->id)
    return TRUE;
  for (guint i = 1; i < row->n_columns; i++)
    if ((row->before[i].is_number && row->before[i].number == wanted->id)
        || (row->after[i].is_number && row->after[i].number == wanted->id))
      return TRUE;
  return FALSE;
}

/* As a changeset has it. Bytes that are found may mean something else; reading the step tells. */
static GBytes *
make_pattern (gint64 id)
{
  guint8 bytes[9] = { 0x01 }; /* an integer; eight bytes follow, the highest first */

  for (int i = 0; i < 8; i++)
    bytes[8 - i] = (guint8) ((guint64) id >> (8 * i));
  return g_bytes_new (bytes, sizeof bytes);
}

static gboolean
load_seqs (XcDatabase *database, gint64 id, GArray *seqs, GError **error)
{
  g_autoptr (GBytes) pattern = make_pattern (id);
  g_autoptr (XcStatement) statement = xc_database_prepare (
      database,
      "SELECT seq FROM history WHERE coalesce (target_seq, seq) IN"
      " (SELECT seq FROM history WHERE changeset IS NOT NULL AND instr (changeset, ?1) > 0)"
      " ORDER BY seq DESC",
      error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  xc_statement_bind_blob (statement, 1, g_bytes_get_data (pattern, NULL), g_bytes_get_size (pattern));
  for (;;)
    {
      gint64 seq;

      if (!xc_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      seq = xc_statement_get_integer (statement, 0);
      g_array_append_val (seqs, seq);
    }
}

/* NULL without an error when the step has nothing to do with the row after all. */
static XcRowHistoryStep *
load_step (XcDatabase *database, gint64 seq, Wanted *wanted, GError **error)
{
  g_autoptr (XcHistoryEntry) entry = xc_history_load (database, seq, error);
  g_autoptr (XcHistoryEntry) action = NULL;
  g_autoptr (GPtrArray) stories = NULL;
  XcRowHistoryStep *step;

  if (entry == NULL)
    return NULL;
  if (entry->target_seq != 0)
    action = xc_history_load (database, entry->target_seq, error);
  if (entry->target_seq != 0 && action == NULL)
    return NULL;
  if ((action != NULL ? action : entry)->changeset == NULL)
    return NULL;
  stories = xc_row_stories_load_some (database, (action != NULL ? action : entry)->changeset,
                                      entry->kind == XC_HISTORY_UNDO, is_wanted, wanted, error);
  if (stories == NULL || stories->len == 0)
    return NULL;
  g_clear_pointer (&entry->changeset, g_bytes_unref);
  step = g_new (XcRowHistoryStep, 1);
  *step = (XcRowHistoryStep){ g_steal_pointer (&entry), g_steal_pointer (&stories) };
  return step;
}

/**
 * xc_row_history_load:
 * @database: a ledger
 * @table: a table
 * @id: a row of it, which may be gone
 * @most: how many steps to read
 * @has_more: (out): whether there are older ones
 * @error: return location; %XC_STORE_ERROR_DAMAGED when a step cannot be read
 *
 * Returns: (transfer full) (nullable) (element-type XcRowHistoryStep): the steps that changed it, or rows that name it,
 *   the latest first
 */
GPtrArray *
xc_row_history_load (XcDatabase *database, XcTable table, gint64 id, guint most, gboolean *has_more,
                     GError **error)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func (free_step);
  g_autoptr (GArray) seqs = g_array_new (FALSE, FALSE, sizeof (gint64));
  Wanted wanted = { table, id };

  *has_more = FALSE;
  if (!load_seqs (database, id, seqs, error))
    return NULL;
  for (guint i = 0; i < seqs->len; i++)
    {
      GError *failure = NULL;
      XcRowHistoryStep *step = NULL;

      if (steps->len == most)
        {
          *has_more = TRUE;
          break;
        }
      step = load_step (database, g_array_index (seqs, gint64, i), &wanted, &failure);
      if (failure != NULL)
        {
          g_propagate_error (error, failure);
          return NULL;
        }
      if (step != NULL)
        g_ptr_array_add (steps, step);
    }
  return g_steal_pointer (&steps);
}
