/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "intake/import.h"

#include <glib/gi18n-lib.h>

#include "core/fail.h"
#include "intake/import-private.h"

typedef gboolean (*Step) (XcImport *self, GError **error);

/* Each finds what those before it brought. */
static const Step steps[] = {
  xc_import_terms,    xc_import_registers,        xc_import_organizations,
  xc_import_events,   xc_import_points,           xc_import_rounds,
  xc_import_teams,    xc_import_inspections,      xc_import_problems,
  xc_import_measures, xc_import_responsibilities,
};

typedef struct
{
  const XcRowSource *source;
  XcImportReport *report;
  const XcImportContext *context;
} Job;

static const XcImportContext no_context;

static void
begin (XcImport *self, XcStore *store, const Job *job)
{
  self->store = store;
  self->source = job->source;
  self->report = job->report;
  self->context = job->context;
  self->problem_rows = g_hash_table_new (NULL, NULL);
  self->draft = xc_draft_new (store);
  self->doubtful = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->suggestions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->stated = g_hash_table_new (g_int64_hash, g_int64_equal);
}

static void
clear_import (XcImport *self)
{
  for (guint i = 0; i < XC_N_TEMPLATE_SHEETS; i++)
    {
      g_clear_pointer (&self->sheets[i], xc_sheet_table_free);
      g_clear_pointer (&self->outcomes[i], g_array_unref);
    }
  g_clear_pointer (&self->doubtful, g_hash_table_unref);
  g_clear_pointer (&self->suggestions, g_hash_table_unref);
  g_clear_pointer (&self->organizations, xc_organization_index_free);
  g_clear_pointer (&self->organization_rows, g_ptr_array_unref);
  g_clear_pointer (&self->members_of_events, xc_item_index_free);
  g_clear_pointer (&self->teams, xc_item_index_free);
  g_clear_pointer (&self->inspections, xc_item_index_free);
  g_clear_pointer (&self->largest_serials, g_hash_table_unref);
  g_clear_pointer (&self->point_paths, g_hash_table_unref);
  g_clear_pointer (&self->problems, g_hash_table_unref);
  g_clear_pointer (&self->last_number, g_free);
  g_clear_pointer (&self->stated, g_hash_table_unref);
  g_clear_pointer (&self->problem_rows, g_hash_table_unref);
  g_clear_pointer (&self->closings, g_array_unref);
  g_clear_pointer (&self->draft, xc_draft_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (XcImport, clear_import)

/* Which sheet of the workbook is which of the template's: one called exactly so comes before one called likewise. */
static gboolean
is_exact (XcTemplateSheet sheet, const char *name)
{
  const XcTemplateTable *table = xc_template_get (sheet);
  g_autofree char *clean = g_strstrip (g_strdup (name));

  return strcmp (clean, table->zh) == 0 || g_ascii_strcasecmp (clean, table->en) == 0;
}

static void
leave_out (XcImport *self, const char *name, const char *other)
{
  xc_import_report_add_note (
      self->report,
      other == NULL
          /* translators: %s is the name of a sheet */
          ? g_strdup_printf (_ ("The sheet “%s” is not one of the template; it was left out."), name)
          /* translators: both are names of sheets */
          : g_strdup_printf (_ ("The sheet “%1$s” means the same as “%2$s”; it was left out."), name, other));
}

static gboolean
match_sheets (XcImport *self, gint matches[XC_N_TEMPLATE_SHEETS])
{
  gboolean any = FALSE;

  for (guint i = 0; i < XC_N_TEMPLATE_SHEETS; i++)
    matches[i] = -1;
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < xc_row_source_count (self->source); i++)
      {
        const char *name = xc_row_source_get_name (self->source, i);
        XcTemplateSheet sheet;

        if (!xc_template_find (name, &sheet))
          {
            if (pass == 0 && !xc_template_is_aside (name))
              leave_out (self, name, NULL);
          }
        else if (is_exact (sheet, name) == (pass == 0))
          {
            if (matches[sheet] >= 0)
              leave_out (self, name, xc_row_source_get_name (self->source, (guint) matches[sheet]));
            else
              matches[sheet] = (int) i;
            any = TRUE;
          }
      }
  return any;
}

static gboolean
find_sheets (XcImport *self, GError **error)
{
  int matches[XC_N_TEMPLATE_SHEETS];

  if (!match_sheets (self, matches))
    return xc_fail (
        error, XC_INTAKE_ERROR, XC_INTAKE_ERROR_NO_SHEET,
        /* translators: %s is the name of a file */
        _ ("No sheet of “%s” is named as one of the template, so nothing was imported. Make an empty "
           "template, and fill it in."),
        self->report->file);
  for (guint i = 0; i < XC_N_TEMPLATE_SHEETS; i++)
    {
      if (matches[i] < 0)
        continue;
      if (!xc_sheet_table_find (self->source, (guint) matches[i], (XcTemplateSheet) i, self->report,
                                &self->sheets[i], error))
        return FALSE;
      self->is_incomplete[i] = self->sheets[i] == NULL;
    }
  return TRUE;
}

typedef struct
{
  guint row;
  const XcItem *item;
} Outcome;

static int
compare_outcomes (gconstpointer a, gconstpointer b)
{
  const Outcome *x = a;
  const Outcome *y = b;

  return x->row < y->row ? -1 : x->row > y->row;
}

static void
count_row (XcImportSheet *counts, const Outcome *outcomes, guint n_outcomes, gboolean is_refused)
{
  gboolean is_known = FALSE, is_new = FALSE, is_changed = FALSE;

  for (guint i = 0; i < n_outcomes; i++)
    {
      const XcItem *item = outcomes[i].item;

      if (item == NULL)
        continue;
      if (!is_known)
        is_new = item->is_new;
      is_known = TRUE;
      is_changed |= xc_item_is_changed (item);
    }
  counts->rows++;
  if (is_refused || !is_known)
    counts->refused++;
  else if (is_new)
    counts->added++;
  else if (is_changed)
    counts->changed++;
  else
    counts->unchanged++;
}

static GHashTable *
list_refused_rows (XcImport *self, const XcSheetTable *sheet)
{
  GHashTable *rows = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->report->faults->len; i++)
    {
      const XcImportFault *fault = self->report->faults->pdata[i];

      if (fault->sheet == sheet->index)
        g_hash_table_add (rows, GUINT_TO_POINTER (fault->row));
    }
  return rows;
}

static void
count_sheet (XcImport *self, const XcSheetTable *sheet)
{
  XcImportSheet *counts = xc_import_report_add_sheet (self->report, sheet->name);
  GArray *outcomes = self->outcomes[sheet->sheet];
  g_autoptr (GHashTable) refused = list_refused_rows (self, sheet);

  if (sheet->n_hidden > 0)
    xc_import_report_add_note (
        self->report,
        /* translators: %1$s is the name of a sheet */
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Sheet “%1$s”: %2$u hidden row was read as well.",
                                      "Sheet “%1$s”: %2$u hidden rows were read as well.", sheet->n_hidden),
                         sheet->name, sheet->n_hidden));
  if (outcomes == NULL)
    return;
  g_array_sort (outcomes, compare_outcomes);
  for (guint i = 0, end; i < outcomes->len; i = end)
    {
      const Outcome *first = &g_array_index (outcomes, Outcome, i);

      for (end = i + 1; end < outcomes->len && g_array_index (outcomes, Outcome, end).row == first->row;)
        end++;
      count_row (counts, first, end - i, g_hash_table_contains (refused, GUINT_TO_POINTER (first->row)));
    }
}

/* In the order of the workbook. */
static void
make_report (XcImport *self)
{
  xc_import_report_sort (self->report);
  for (guint index = 0; index < xc_row_source_count (self->source); index++)
    for (guint i = 0; i < XC_N_TEMPLATE_SHEETS; i++)
      if (self->sheets[i] != NULL && self->sheets[i]->index == index)
        count_sheet (self, self->sheets[i]);
  self->report->is_change = xc_draft_is_change (self->draft);
}

static gboolean
import_sheets (XcStore *store, gpointer data, GError **error)
{
  Job *job = data;
  g_auto (XcImport) self = { NULL };
  guint n_faults;

  begin (&self, store, job);
  if (!find_sheets (&self, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (!steps[i](&self, error))
      return FALSE;
  xc_import_check_closings (&self);
  make_report (&self);
  n_faults = job->report->faults->len;
  if (n_faults > 0)
    return xc_fail (
        error, XC_INTAKE_ERROR, XC_INTAKE_ERROR_FAULTS,
        /* translators: %1$s is the name of a file */
        g_dngettext (GETTEXT_PACKAGE,
                     "%2$u cell of “%1$s” is wrong, so nothing was imported. Mend it and import again.",
                     "%2$u cells of “%1$s” are wrong, so nothing was imported. Mend them and import "
                     "again.",
                     n_faults),
        job->report->file, n_faults);
  return xc_draft_save (self.draft, error);
}

/**
 * xc_import_take:
 * @store: a ledger, inside an action
 * @source: sheets of the template
 * @report: (inout): a new one; takes what was done and all that is wrong
 * @error: return location, as of xc_import_run_source()
 *
 * For actions of which an import is only a part.
 *
 * Returns: whether the sheets are in the ledger
 */
gboolean
xc_import_take (XcStore *store, const XcRowSource *source, XcImportReport *report, GError **error)
{
  g_return_val_if_fail (XC_IS_STORE (store) && source != NULL && report != NULL, FALSE);

  Job job = { source, report, &no_context };
  return import_sheets (store, &job, error);
}

/**
 * xc_import_run_source:
 * @store: a ledger open for writing
 * @source: sheets of the template
 * @name: what people call them, as the name of a file
 * @title: (translated): what they will call the step in the history
 * @mode: whether to write
 * @report: (out) (optional) (nullable): what was done, or would be, and all that is wrong; %NULL when the sheets could
 *   not be read at all
 * @error: return location; %XC_INTAKE_ERROR_FAULTS, then @report says which; %XC_INTAKE_ERROR_NO_SHEET; or an error of
 *   the workbook or the ledger
 *
 * Puts the sheets into the ledger as one step that can be undone, or does nothing. Sheets and columns that are not
 * there are left alone, and so is what a cell leaves blank. What says nothing new leaves no step. A dry run does the
 * same and takes it back.
 *
 * Returns: whether the import was done, or could be
 */
gboolean
xc_import_run_source (XcStore *store, const XcRowSource *source, const char *name, const char *title,
                      XcImportMode mode, XcImportReport **report, GError **error)
{
  return xc_import_run_source_in (store, source, name, title, NULL, mode, report, error);
}

/**
 * xc_import_run_source_in:
 * @store: a ledger open for writing
 * @source: sheets of the template
 * @name: what people call them, as the name of a file
 * @title: (translated): what they will call the step in the history
 * @context: (nullable): what the rows need not say
 * @mode: whether to write
 * @report: (out) (optional) (nullable): as of xc_import_run_source()
 * @error: return location, as of xc_import_run_source()
 *
 * As xc_import_run_source(), for rows that do not say all by themselves.
 *
 * Returns: whether the import was done, or could be
 */
gboolean
xc_import_run_source_in (XcStore *store, const XcRowSource *source, const char *name, const char *title,
                         const XcImportContext *context, XcImportMode mode, XcImportReport **report,
                         GError **error)
{
  g_autoptr (XcImportReport) own_report = NULL;
  Job job;
  gboolean done;

  g_return_val_if_fail (XC_IS_STORE (store) && source != NULL && name != NULL && title != NULL, FALSE);

  if (report != NULL)
    *report = NULL;
  own_report = xc_import_report_new (name);
  job = (Job){ source, own_report, context != NULL ? context : &no_context };
  xc_database_expect_much (xc_store_get_database (store), TRUE);
  done = mode == XC_IMPORT_DRY_RUN ? xc_store_try (store, import_sheets, &job, error)
                                   : xc_store_run (store, title, import_sheets, &job, error);
  xc_database_expect_much (xc_store_get_database (store), FALSE);
  if (report != NULL && (done || own_report->faults->len > 0))
    *report = g_steal_pointer (&own_report);
  return done;
}

/**
 * xc_import_run:
 * @store: a ledger open for writing
 * @path: a filled-in template
 * @mode: whether to write
 * @report: (out) (optional) (nullable): as of xc_import_run_source()
 * @error: return location, as of xc_import_run_source()
 *
 * Imports a workbook.
 *
 * Returns: whether the import was done, or could be
 */
gboolean
xc_import_run (XcStore *store, const char *path, XcImportMode mode, XcImportReport **report, GError **error)
{
  g_autoptr (XcRowSource) source = NULL;
  g_autofree char *name = g_path_get_basename (path);
  /* translators: %s is the name of a file */
  g_autofree char *title = g_strdup_printf (_ ("Import of %s"), name);
  XcWorkbook *workbook = xc_workbook_open (path, NULL, error);

  if (report != NULL)
    *report = NULL;
  if (workbook == NULL)
    return FALSE;
  source = xc_row_source_new_workbook (workbook);
  return xc_import_run_source (store, source, name, title, mode, report, error);
}
