/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Problems by their numbers, and what an import may do to their states. */
#include "intake/import-private.h"

#include <glib/gi18n-lib.h>

#include "core/problem-number.h"

static void
free_list (gpointer data)
{
  g_slist_free (data);
}

/**
 * xc_import_add_problem:
 * @self: an import
 * @problem: one that has its number
 */
void
xc_import_add_problem (XcImport *self, XcItem *problem)
{
  g_autofree char *key = xc_problem_number_key (xc_record_get_text (problem->record, "number"));
  GSList *list = g_hash_table_lookup (self->problems, key);

  if (list == NULL)
    g_hash_table_insert (self->problems, g_steal_pointer (&key), g_slist_prepend (NULL, problem));
  else
    /* Behind the first, so that the head in the table stays. */
    list->next = g_slist_prepend (list->next, problem);
}

/**
 * xc_import_load_problems:
 * @self: an import, with inspections loaded
 * @error: return location for a #XcStoreError
 *
 * Returns: whether the problems of the ledger are there, once
 */
gboolean
xc_import_load_problems (XcImport *self, GError **error)
{
  if (self->problems != NULL)
    return TRUE;
  if (!xc_draft_load (self->draft, XC_TABLE_PROBLEM, error))
    return FALSE;
  self->problems = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_list);
  for (guint i = 0; i < xc_draft_count (self->draft, XC_TABLE_PROBLEM); i++)
    xc_import_add_problem (self, xc_draft_get (self->draft, XC_TABLE_PROBLEM, i));
  return TRUE;
}

/**
 * xc_import_get_term:
 * @self: an import
 * @problem: a problem
 *
 * Returns: the id of its term; 0 for one of an inspection outside the rounds, which is of no term, and so of each
 */
gint64
xc_import_get_term (XcImport *self, const XcItem *problem)
{
  const XcItem *inspection = xc_draft_find (self->draft, XC_TABLE_INSPECTION,
                                            xc_record_get_number (problem->record, "inspection_id"));
  gint64 round_id = inspection == NULL ? 0 : xc_record_get_number (inspection->record, "round_id");
  const XcItem *round = round_id == 0 ? NULL : xc_draft_find (self->draft, XC_TABLE_ROUND, round_id);

  return round == NULL ? 0 : xc_record_get_number (round->record, "term_id");
}

/**
 * xc_import_get_problems:
 * @self: an import
 * @number: a number in any form
 * @term_id: the term in which it is unique, or 0 for any
 *
 * Returns: (transfer container) (element-type XcItem) (nullable): the problems that have it, or %NULL
 */
GPtrArray *
xc_import_get_problems (XcImport *self, const char *number, gint64 term_id)
{
  g_autofree char *key = xc_problem_number_key (number);
  GPtrArray *found = NULL;

  for (GSList *list = g_hash_table_lookup (self->problems, key); list != NULL; list = list->next)
    {
      gint64 own = term_id == 0 ? 0 : xc_import_get_term (self, list->data);

      if (own != 0 && own != term_id)
        continue;
      if (found == NULL)
        found = g_ptr_array_new ();
      g_ptr_array_add (found, list->data);
    }
  return found;
}

/**
 * xc_import_set_state:
 * @self: an import
 * @sheet: a sheet
 * @row: the row that tells the state
 * @column: where it does
 * @problem: a problem
 * @state: its state by the workbook
 *
 * Closing is a reviewed step, and so is taking it back: what is closed in the ledger stays so, and what was reopened
 * there is closed there.
 *
 * Returns: whether the problem has that state now; otherwise it was said why not
 */
gboolean
xc_import_set_state (XcImport *self, const XcSheetTable *sheet, guint row, int column, XcItem *problem,
                     XcRectificationState state)
{
  const char *number = xc_record_get_text (problem->record, "number");
  XcRectificationState now = XC_RECTIFICATION_NOT_STARTED;

  xc_rectification_state_from_word (xc_record_get_text (problem->record, "state"), &now);
  if (!problem->is_new && now == XC_RECTIFICATION_CLOSED && state != now)
    {
      xc_import_refuse (
          self, sheet, row, column,
          /* translators: %s is the number of a problem */
          g_strdup_printf (_ ("Problem %s is closed in the ledger, and this would open it again."), number),
          _ ("Reopen it in the ledger, with the reason, or write that it is closed."));
      return FALSE;
    }
  if (!problem->is_new && now == XC_RECTIFICATION_REOPENED && state == XC_RECTIFICATION_CLOSED)
    {
      xc_import_refuse (
          self, sheet, row, column,
          /* translators: %s is the number of a problem */
          g_strdup_printf (_ ("Problem %s was reopened in the ledger, and this would close it."), number),
          _ ("Close it in the ledger, where it is reviewed, or write how far it has come."));
      return FALSE;
    }
  xc_record_set_text (problem->record, "state", xc_rectification_state_to_word (state));
  return TRUE;
}

typedef struct
{
  const XcSheetTable *sheet;
  guint row;
  int column;
  const XcItem *problem;
} Closing;

/**
 * xc_import_note_closing:
 * @self: an import
 * @sheet: a sheet
 * @row: a row that says on which day a problem was closed
 * @column: where it does
 * @problem: the problem
 *
 * To be checked when its state is known.
 */
void
xc_import_note_closing (XcImport *self, const XcSheetTable *sheet, guint row, int column,
                        const XcItem *problem)
{
  Closing closing = { sheet, row, column, problem };

  if (self->closings == NULL)
    self->closings = g_array_new (FALSE, FALSE, sizeof (Closing));
  g_array_append_val (self->closings, closing);
}

void
xc_import_check_closings (XcImport *self)
{
  for (guint i = 0; self->closings != NULL && i < self->closings->len; i++)
    {
      const Closing *closing = &g_array_index (self->closings, Closing, i);

      if (g_strcmp0 (xc_record_get_text (closing->problem->record, "state"), "closed") != 0)
        xc_import_refuse (self, closing->sheet, closing->row, closing->column,
                          g_strdup (_ ("There is a day of closing, but the problem is not closed.")),
                          _ ("Write 已销号 as the state of each of its measures, or leave the day empty."));
    }
}
