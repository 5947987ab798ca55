/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/workbook-proof.h"

#include <string.h>

#include "workbook/archive.h"
#include "workbook/workbook.h"

/* More than there are processors in most offices: three sheets shared out among two threads would take as long as two. */
#define MAX_THREADS 4
#define BUFFER (64 * 1024)

typedef struct
{
  const char *path;
  const XcProofSheet *sheets;
  guint n_sheets;
  guint n_parts;
  gint next;  /* atomic: the sheet, and behind the sheets the part, that nobody reads yet */
  gint wrong; /* atomic */
} Proof;

static gboolean
add_row (const XcWorkbookRow *row, gpointer data, GError **error)
{
  XcSheetSum *sum = data;

  if (sum->rows == XC_PROOF_ROWS)
    {
      g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_AGAIN, "enough");
      return FALSE;
    }
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
  g_autoptr (GError) error = NULL;

  return strcmp (xc_workbook_get_sheet_name (workbook, sheet), proof->sheets[sheet].name) == 0
         && (xc_workbook_read_sheet (workbook, sheet, add_row, &sum, &error)
             || g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_AGAIN))
         && xc_sheet_sum_equal (&sum, &proof->sheets[sheet].sum);
}

/* Unpacking a part to its end compares its size and its checksum with those of what was packed. */
static gboolean
is_whole (XcArchive *archive, guint part)
{
  const XcEntry *entry = xc_archive_get_entry (archive, part);
  const XcFaultPlace place = { .file = xc_archive_get_file (archive), .part = entry->name };
  g_autoptr (XcStream) stream = xc_stream_open (archive, entry, &place, NULL);
  g_autofree char *buffer = g_malloc (BUFFER);
  guint64 size = 0;
  gssize got = -1;

  while (stream != NULL && (got = xc_stream_read (stream, buffer, BUFFER, NULL)) > 0)
    size += (guint64) got;
  return got == 0 && size == entry->size;
}

/* A workbook is read by one thread, so each has its own. */
static gpointer
prove_some (gpointer data)
{
  Proof *proof = data;
  g_autoptr (XcWorkbook) workbook = xc_workbook_open (proof->path, NULL, NULL);
  g_autoptr (XcArchive) archive = xc_archive_open (proof->path, &xc_workbook_default_budget, NULL);

  if (workbook == NULL || archive == NULL || xc_workbook_get_n_sheets (workbook) != proof->n_sheets
      || xc_archive_get_n_entries (archive) != proof->n_parts)
    {
      g_atomic_int_set (&proof->wrong, TRUE);
      return NULL;
    }
  while (!g_atomic_int_get (&proof->wrong))
    {
      guint next = (guint) g_atomic_int_add (&proof->next, 1);

      if (next >= proof->n_sheets + proof->n_parts)
        break;
      if (!(next < proof->n_sheets ? is_as_written (workbook, proof, next)
                                   : is_whole (archive, next - proof->n_sheets)))
        g_atomic_int_set (&proof->wrong, TRUE);
    }
  return NULL;
}

/**
 * xc_workbook_proof_holds:
 * @path: a workbook
 * @sheets: (array length=n_sheets): what it must hold, and no other sheet besides
 * @n_sheets: how many
 * @n_parts: of how many parts the file must be made
 *
 * Reads the sheets cell by cell up to %XC_PROOF_ROWS rows, and every part to its end, several at a time.
 *
 * Returns: whether the workbook opens and holds exactly what was written
 */
gboolean
xc_workbook_proof_holds (const char *path, const XcProofSheet *sheets, guint n_sheets, guint n_parts)
{
  Proof proof = { .path = path, .sheets = sheets, .n_sheets = n_sheets, .n_parts = n_parts };
  guint n_threads = MIN (n_sheets, MAX_THREADS);
  GThread *helpers[MAX_THREADS];

  for (guint i = 1; i < n_threads; i++)
    helpers[i] = g_thread_new ("proof", prove_some, &proof);
  prove_some (&proof);
  for (guint i = 1; i < n_threads; i++)
    g_thread_join (helpers[i]);
  return !proof.wrong;
}
