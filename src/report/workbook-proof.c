/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/workbook-proof.h"

#include <string.h>

#include "workbook/archive.h"
#include "workbook/workbook.h"

/* More than there are processors in most offices: three sheets shared out among two threads would take as long as two. */
#define MAX_THREADS 4

typedef struct
{
  const char *path;
  const XcProofSheet *sheets;
  guint n_sheets;
  gint next;  /* atomic: the sheet that nobody reads yet */
  gint wrong; /* atomic */
} Proof;

static gboolean
add_row (const XcWorkbookRow *row, gpointer data, GError **error)
{
  XcSheetSum *sum = data;

  sum->rows++;
  for (guint i = 0; i < row->n_cells; i++)
    {
      const XcWorkbookCell *cell = &row->cells[i];

      switch (cell->kind)
        {
        case XC_WORKBOOK_TEXT:
          xc_sheet_sum_add_text (sum, row->number - 1, cell->column, cell->text, strlen (cell->text));
          break;
        case XC_WORKBOOK_NUMBER:
          xc_sheet_sum_add_number (sum, row->number - 1, cell->column, cell->number);
          break;
        case XC_WORKBOOK_DAY:
          xc_sheet_sum_add_day (sum, row->number - 1, cell->column, cell->day);
          break;
        case XC_WORKBOOK_BOOLEAN:
        case XC_WORKBOOK_FAULT:
        case XC_WORKBOOK_UNCALCULATED:
        default:
          /* Never written, so it counts as a cell too many. */
          sum->cells++;
          break;
        }
    }
  return TRUE;
}

static gboolean
is_as_written (XcWorkbook *workbook, const Proof *proof, guint sheet)
{
  XcSheetSum sum = { 0 };

  return strcmp (xc_workbook_get_sheet_name (workbook, sheet), proof->sheets[sheet].name) == 0
         && xc_workbook_read_sheet (workbook, sheet, add_row, &sum, NULL)
         && xc_sheet_sum_equal (&sum, &proof->sheets[sheet].sum);
}

/* A workbook is read by one thread, so each has its own. */
static gpointer
prove_sheets (gpointer data)
{
  Proof *proof = data;
  g_autoptr (XcWorkbook) workbook = xc_workbook_open (proof->path, NULL, NULL);

  if (workbook == NULL || xc_workbook_get_n_sheets (workbook) != proof->n_sheets)
    {
      g_atomic_int_set (&proof->wrong, TRUE);
      return NULL;
    }
  while (!g_atomic_int_get (&proof->wrong))
    {
      guint sheet = (guint) g_atomic_int_add (&proof->next, 1);

      if (sheet >= proof->n_sheets)
        break;
      if (!is_as_written (workbook, proof, sheet))
        g_atomic_int_set (&proof->wrong, TRUE);
    }
  return NULL;
}

/**
 * xc_workbook_proof_holds:
 * @path: a workbook
 * @sheets: (array length=n_sheets): what it must hold, and nothing besides
 * @n_sheets: how many
 *
 * Reads every sheet to its end, several at a time.
 *
 * Returns: whether the workbook opens and holds exactly what was written
 */
gboolean
xc_workbook_proof_holds (const char *path, const XcProofSheet *sheets, guint n_sheets)
{
  Proof proof = { .path = path, .sheets = sheets, .n_sheets = n_sheets };
  guint n_threads = MIN (n_sheets, MAX_THREADS);
  GThread *helpers[MAX_THREADS];

  for (guint i = 1; i < n_threads; i++)
    helpers[i] = g_thread_new ("proof", prove_sheets, &proof);
  prove_sheets (&proof);
  for (guint i = 1; i < n_threads; i++)
    g_thread_join (helpers[i]);
  return !proof.wrong;
}
