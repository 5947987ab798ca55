/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/lists.h"

#include <glib/gi18n-lib.h>

#include "core/fail.h"
#include "core/numeral.h"
#include "report/list-batch.h"
#include "report/list-sheet.h"

/* Often enough that Cancel is not felt, seldom enough that handing over costs nothing. */
#define PROBLEMS_PER_BATCH 128
/* So that problems read faster than written do not fill the memory. */
#define MAX_WAITING 8

static const XcList all_lists[] = { XC_LIST_PROBLEM, XC_LIST_RECTIFICATION, XC_LIST_RESPONSIBILITY };

/* The ledger is read in the caller's thread while another makes the rows: each takes about as long. */
typedef struct
{
  const XcListsOptions *options;
  XcWorkbookWriter *writer; /* while the other thread is at work, for it alone, as are the sheets and cells */
  XcListCells *cells;
  GPtrArray *sheets; /* of XcListSheet */
  guint n_written;

  XcListBatch *batch; /* being filled */
  guint n_problems;

  GMutex mutex; /* of all below */
  GCond changed;
  GQueue waiting; /* of XcListBatch; the last is %NULL */
  GError *error;  /* of the writer */
} Writing;

static void
write_batch (Writing *self, XcListBatch *batch)
{
  for (guint i = 0; i < xc_list_batch_get_n (batch); i++)
    {
      const XcListProblem *problem = xc_list_batch_get (batch, i);

      self->n_written++;
      xc_list_cells_set_problem (self->cells, problem, self->n_written);
      for (guint s = 0; s < self->sheets->len; s++)
        xc_list_sheet_add (g_ptr_array_index (self->sheets, s), self->cells, problem);
    }
}

static gpointer
write_batches (gpointer data)
{
  Writing *self = data;

  for (;;)
    {
      g_mutex_lock (&self->mutex);
      while (g_queue_is_empty (&self->waiting))
        g_cond_wait (&self->changed, &self->mutex);
      g_autoptr (XcListBatch) batch = g_queue_pop_head (&self->waiting);
      g_cond_signal (&self->changed);
      g_mutex_unlock (&self->mutex);
      if (batch == NULL)
        return NULL;
      write_batch (self, batch);

      g_mutex_lock (&self->mutex);
      if (self->error == NULL)
        xc_workbook_writer_check (self->writer, &self->error);
      g_mutex_unlock (&self->mutex);
    }
}

/* Hands @batch to the other thread, and says what went wrong there. */
static gboolean
hand_over (Writing *self, XcListBatch *batch, GError **error)
{
  gboolean failed;

  g_mutex_lock (&self->mutex);
  while (g_queue_get_length (&self->waiting) >= MAX_WAITING)
    g_cond_wait (&self->changed, &self->mutex);
  g_queue_push_tail (&self->waiting, batch);
  g_cond_signal (&self->changed);
  failed = self->error != NULL;
  if (failed && error != NULL)
    *error = g_error_copy (self->error);
  g_mutex_unlock (&self->mutex);
  return !failed;
}

static gboolean
add_problem (const XcListProblem *problem, gpointer data, GError **error)
{
  Writing *self = data;

  xc_list_batch_add (self->batch, problem);
  self->n_problems++;
  if (xc_list_batch_get_n (self->batch) < PROBLEMS_PER_BATCH)
    return TRUE;
  XcListBatch *full = g_steal_pointer (&self->batch);
  self->batch = xc_list_batch_new ();
  return hand_over (self, full, error)
         && !g_cancellable_set_error_if_cancelled (self->options->cancellable, error);
}

static gboolean
read_and_write (Writing *self, XcStore *store, GError **error)
{
  self->batch = xc_list_batch_new ();
  g_mutex_init (&self->mutex);
  g_cond_init (&self->changed);
  g_queue_init (&self->waiting);
  GThread *thread = g_thread_new ("lists", write_batches, self);

  gboolean done = xc_list_rows_read (store, &self->options->filter, add_problem, self, error);
  if (done)
    done = hand_over (self, g_steal_pointer (&self->batch), error);
  g_clear_pointer (&self->batch, xc_list_batch_free);
  hand_over (self, NULL, NULL);
  g_thread_join (thread);
  g_cond_clear (&self->changed);
  g_mutex_clear (&self->mutex);
  /* A failure of the last batch is told by the writer. */
  g_clear_error (&self->error);
  return done;
}

/* What the list is about stands in its title: @organization may be %NULL. */
static char *
make_title (const XcListsOptions *options, const char *title, const char *organization)
{
  g_autofree char *round = options->filter.n_rounds == 1 ? xc_numeral_name (options->filter.rounds[0]) : NULL;

  if (round != NULL && organization != NULL)
    /* translators: title of a list; 1 is an organization, 2 the number of a round, 3 is "Problem
     * list" or another title */
    return g_strdup_printf (_ ("%1$s, round %2$s: %3$s"), organization, round, title);
  if (round != NULL)
    /* translators: title of a list; 1 is the number of a round, 2 is "Problem list" or another title
     */
    return g_strdup_printf (_ ("Round %1$s: %2$s"), round, title);
  if (organization != NULL)
    /* translators: title of a list; 1 is an organization, 2 is "Problem list" or another title */
    return g_strdup_printf (C_ ("list title", "%1$s: %2$s"), organization, title);
  return g_strdup (title);
}

static char *
make_annex (const XcListsOptions *options, const XcListLayout *layout, guint number, guint n_lists)
{
  if (options->annex != NULL)
    return g_strdup (options->annex);
  if (layout->annex != NULL)
    return g_strdup (layout->annex);
  if (n_lists > 1)
    /* translators: stands over a list that is the first, second … annex of a letter */
    return g_strdup_printf (_ ("Annex %1$u"), number);
  return g_strdup (_ ("Annex"));
}

static XcListSheet *
make_sheet (Writing *self, const XcListStyles *styles, const XcListLayout *layout, const char *organization,
            guint n_lists)
{
  const XcListsOptions *options = self->options;
  g_autofree char *title = make_title (options, layout->title, organization);
  g_autofree char *annex = make_annex (options, layout, self->sheets->len + 1, n_lists);
  const XcListPaper paper = {
    .title = title,
    .annex = annex,
    .marking = options->marking != NULL ? options->marking : layout->marking,
    .unit = options->unit != NULL ? options->unit : layout->unit,
    .day = options->day,
  };

  return xc_list_sheet_new (self->writer, styles, layout, &paper);
}

static gboolean
fail_empty (GError **error)
{
  return xc_fail (
      error, XC_REPORT_ERROR, XC_REPORT_ERROR_NOT_VALID,
      _ ("No problem matches, and no list was written: choose other rounds or another organization, "
         "or enter problems first."));
}

static gboolean
write_sheets (Writing *self, XcStore *store, GError **error)
{
  if (!read_and_write (self, store, error))
    return FALSE;
  if (self->n_problems == 0)
    return fail_empty (error);
  for (guint i = 0; i < self->sheets->len; i++)
    xc_list_sheet_finish (g_ptr_array_index (self->sheets, i));
  return !g_cancellable_set_error_if_cancelled (self->options->cancellable, error)
         && xc_workbook_writer_finish (self->writer, error);
}

static gboolean
find_organization (XcStore *store, gint64 id, char **name, GError **error)
{
  if (id == 0)
    return TRUE;
  g_autoptr (XcRecord) record = xc_store_load (store, XC_TABLE_ORGANIZATION, id, error);
  if (record == NULL)
    return FALSE;
  *name = g_strdup (xc_record_get_text (record, "name"));
  return TRUE;
}

/**
 * xc_lists_write:
 * @store: a ledger
 * @options: which lists, of what, and what stands round them
 * @path: where the workbook shall be
 * @replace: whether a file that is there already may be replaced
 * @n_problems: (out) (optional): how many problems the lists hold
 * @error: return location; %XC_REPORT_ERROR_NOT_VALID when no problem matches, %G_IO_ERROR_CANCELLED, an
 *   %XC_STORE_ERROR, or as in xc_workbook_writer_finish()
 *
 * Writes the lists, reads them back, and only then puts them in their place. The ledger is not changed.
 *
 * Returns: whether the workbook is where it shall be; when not, what was there is as it was
 */
gboolean
xc_lists_write (XcStore *store, const XcListsOptions *options, const char *path, gboolean replace,
                guint *n_problems, GError **error)
{
  const XcList *lists = options->n_lists > 0 ? options->lists : all_lists;
  guint n_lists = options->n_lists > 0 ? options->n_lists : G_N_ELEMENTS (all_lists);
  g_autofree char *organization = NULL;

  g_return_val_if_fail (XC_IS_STORE (store) && path != NULL && xc_day_is_set (options->day), FALSE);

  if (!find_organization (store, options->filter.organization_id, &organization, error))
    return FALSE;
  g_autoptr (XcWorkbookWriter) writer = xc_workbook_writer_new (path, replace, options->day, error);
  if (writer == NULL)
    return FALSE;
  g_autoptr (XcListStyles) styles = xc_list_styles_new (writer);
  g_autoptr (XcListCells) cells = xc_list_cells_new ();
  g_autoptr (GPtrArray) layouts = g_ptr_array_new_with_free_func ((GDestroyNotify) xc_list_layout_free);
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) xc_list_sheet_free);
  Writing self = { .options = options, .writer = writer, .cells = cells, .sheets = sheets };

  for (guint i = 0; i < n_lists; i++)
    {
      XcListLayout *layout = xc_list_layout_load (store, lists[i], error);

      if (layout == NULL)
        return FALSE;
      g_ptr_array_add (layouts, layout);
      g_ptr_array_add (sheets, make_sheet (&self, styles, layout, organization, n_lists));
    }
  gboolean done = write_sheets (&self, store, error);
  if (n_problems != NULL)
    *n_problems = self.n_problems;
  return done;
}
