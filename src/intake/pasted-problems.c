/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "core/day.h"
#include "core/fail.h"
#include "core/text.h"
#include "intake/intake-error.h"
#include "intake/pasted-private.h"

/* Titles and units stand above the headings, but not many. */
#define HEADING_ROWS 5
/* A row with so many headings is the one of the headings. */
#define HEADINGS_MIN 2

static void
clear_row (gpointer data)
{
  g_free (((XcPastedRow *) data)->fault);
}

/* What is blank at the end of rows is no column. */
static guint
count_cells (const XcTextSheet *sheet)
{
  guint n = 0;

  for (guint i = 0; i < xc_text_sheet_count (sheet); i++)
    for (guint j = xc_text_sheet_count_cells (sheet, i); j > n; j--)
      if (!xc_text_is_blank (xc_text_sheet_get_at (sheet, i, j - 1)))
        n = j;
  return n;
}

static gboolean
is_blank_row (const XcPastedProblems *self, guint at)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (!xc_text_is_blank (xc_text_sheet_get_at (self->sheet, at, i)))
      return FALSE;
  return TRUE;
}

/* The row of the headings, or -1. */
static int
find_headings (const XcPastedProblems *self)
{
  guint most = 0;
  int best = -1;

  for (guint i = 0; i < xc_text_sheet_count (self->sheet) && i < HEADING_ROWS; i++)
    {
      guint n = 0;

      for (guint j = 0; j < self->n_columns; j++)
        {
          g_autofree char *text = xc_text_clean (xc_text_sheet_get_at (self->sheet, i, j));

          n += xc_pasted_columns_find (text) >= 0 ? 1 : 0;
        }
      if (n > most)
        {
          most = n;
          best = (int) i;
        }
    }
  return most >= MIN (HEADINGS_MIN, self->n_columns) ? best : -1;
}

static void
take_headings (XcPastedProblems *self, guint at)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      g_autofree char *text = xc_text_clean (xc_text_sheet_get_at (self->sheet, at, i));

      if (*text != '\0')
        xc_pasted_problems_set_meaning (self, i, xc_pasted_columns_find (text));
      self->headings[i] = g_steal_pointer (&text);
    }
}

/* A list without measures may have their time limit, as that of responsibilities has: there is nothing to put it to. */
static void
leave_out_lone (XcPastedProblems *self)
{
  if (xc_pasted_problems_find_meaning (self, "measure.wording") >= 0)
    return;
  for (guint i = 0; i < self->n_columns; i++)
    if (self->meanings[i] >= 0
        && xc_pasted_columns_get ((guint) self->meanings[i])->sheet == XC_TEMPLATE_MEASURE)
      self->meanings[i] = -1;
}

/* Without headings the longest texts are the wordings, and days are those on which something was found. */
static void
guess_meanings (XcPastedProblems *self)
{
  gsize longest = 0;
  guint wording = 0;

  for (guint i = 0; i < self->n_columns; i++)
    {
      gsize length = 0;
      guint n_days = 0, n_texts = 0;

      for (guint j = 0; j < self->rows->len; j++)
        {
          const char *text = xc_pasted_problems_get_cell (self, j, i);

          length += (gsize) g_utf8_strlen (text, -1);
          n_texts += xc_text_is_blank (text) ? 0 : 1;
          n_days += xc_day_is_set (xc_day_parse (text, XC_DAY_NONE)) ? 1 : 0;
        }
      if (n_texts > 0 && n_days == n_texts)
        xc_pasted_problems_set_meaning (self, i, xc_pasted_columns_find_by_id ("problem.found_on"));
      else if (length > longest)
        {
          longest = length;
          wording = i;
        }
    }
  if (self->n_columns > 0)
    xc_pasted_problems_set_meaning (self, wording, xc_pasted_columns_find_by_id ("problem.wording"));
}

/**
 * xc_pasted_problems_new:
 * @text: rows as a spreadsheet copies them, with headings or without
 * @error: return location; %XC_INTAKE_ERROR_TOO_MANY when there are more columns than can be shown
 *
 * Returns: (transfer full) (nullable): the rows, each to be taken
 */
XcPastedProblems *
xc_pasted_problems_new (const char *text, GError **error)
{
  g_autoptr (XcTextSheet) sheet = xc_text_sheet_parse (xc_template_title (XC_TEMPLATE_PROBLEM), text);
  guint n_columns = count_cells (sheet);
  XcPastedProblems *self;
  int headings;

  if (n_columns > XC_PASTED_COLUMNS_MAX)
    {
      xc_fail (
          error, XC_INTAKE_ERROR, XC_INTAKE_ERROR_TOO_MANY,
          /* translators: %1$u columns in the clipboard, %2$u at most */
          _ ("The rows in the clipboard have %1$u columns, and at most %2$u can be pasted, so nothing was "
             "pasted. Copy the columns that matter."),
          n_columns, XC_PASTED_COLUMNS_MAX);
      return NULL;
    }
  self = g_new0 (XcPastedProblems, 1);
  self->sheet = g_steal_pointer (&sheet);
  self->n_columns = n_columns;
  self->meanings = g_new (int, self->n_columns);
  self->headings = g_new0 (char *, self->n_columns);
  for (guint i = 0; i < self->n_columns; i++)
    self->meanings[i] = -1;
  self->rows = g_array_new (FALSE, TRUE, sizeof (XcPastedRow));
  g_array_set_clear_func (self->rows, clear_row);
  headings = find_headings (self);
  for (guint i = (guint) (headings + 1); i < xc_text_sheet_count (self->sheet); i++)
    if (!is_blank_row (self, i))
      {
        XcPastedRow row = { .at = i, .is_taken = TRUE };

        g_array_append_val (self->rows, row);
      }
  if (headings >= 0)
    take_headings (self, (guint) headings);
  else
    guess_meanings (self);
  leave_out_lone (self);
  xc_pasted_problems_group (self);
  return self;
}

/**
 * xc_pasted_problems_free:
 * @self: (transfer full): pasted rows
 */
void
xc_pasted_problems_free (XcPastedProblems *self)
{
  xc_text_sheet_free (self->sheet);
  g_free (self->meanings);
  for (guint i = 0; i < self->n_columns; i++)
    g_free (self->headings[i]);
  g_free (self->headings);
  g_array_unref (self->rows);
  g_free (self);
}

/**
 * xc_pasted_problems_count:
 * @self: pasted rows
 *
 * Returns: how many there are, without headings and blank ones
 */
guint
xc_pasted_problems_count (const XcPastedProblems *self)
{
  return self->rows->len;
}

/**
 * xc_pasted_problems_count_columns:
 * @self: pasted rows
 *
 * Returns: how many columns the widest row has
 */
guint
xc_pasted_problems_count_columns (const XcPastedProblems *self)
{
  return self->n_columns;
}

static XcPastedRow *
get_row (const XcPastedProblems *self, guint row)
{
  return &g_array_index (self->rows, XcPastedRow, row);
}

/**
 * xc_pasted_problems_get_cell:
 * @self: pasted rows
 * @row: one of them
 * @column: one of their columns
 *
 * Returns: (transfer none): what stands there as it was pasted, perhaps nothing
 */
const char *
xc_pasted_problems_get_cell (const XcPastedProblems *self, guint row, guint column)
{
  return xc_text_sheet_get_at (self->sheet, get_row (self, row)->at, column);
}

/**
 * xc_pasted_problems_get_meaning:
 * @self: pasted rows
 * @column: one of their columns
 *
 * Returns: what it means, as xc_pasted_columns_get() counts; -1 when it is left out
 */
int
xc_pasted_problems_get_meaning (const XcPastedProblems *self, guint column)
{
  return self->meanings[column];
}

/**
 * xc_pasted_problems_set_meaning:
 * @self: pasted rows
 * @column: one of their columns
 * @meaning: what it means, as xc_pasted_columns_get() counts; -1 to leave the column out
 *
 * Another column that meant the same is left out from now on.
 */
void
xc_pasted_problems_set_meaning (XcPastedProblems *self, guint column, int meaning)
{
  for (guint i = 0; meaning >= 0 && i < self->n_columns; i++)
    if (self->meanings[i] == meaning)
      self->meanings[i] = -1;
  self->meanings[column] = meaning;
  xc_pasted_problems_group (self);
}

/**
 * xc_pasted_problems_dup_left_out:
 * @self: pasted rows
 *
 * Returns: (transfer full) (nullable): the headings of the columns in which something stands and which are left out,
 *   with 、 between; %NULL when nothing is
 */
char *
xc_pasted_problems_dup_left_out (const XcPastedProblems *self)
{
  g_autoptr (GPtrArray) headings = g_ptr_array_new ();

  for (guint i = 0; i < self->n_columns; i++)
    if (self->meanings[i] < 0 && self->headings[i] != NULL && *self->headings[i] != '\0')
      g_ptr_array_add (headings, self->headings[i]);
  if (headings->len == 0)
    return NULL;
  g_ptr_array_add (headings, NULL);
  return g_strjoinv ("、", (char **) headings->pdata);
}

/**
 * xc_pasted_problems_is_taken:
 * @self: pasted rows
 * @row: one of them
 *
 * Returns: whether it is to be saved
 */
gboolean
xc_pasted_problems_is_taken (const XcPastedProblems *self, guint row)
{
  return get_row (self, row)->is_taken;
}

/**
 * xc_pasted_problems_set_taken:
 * @self: pasted rows
 * @row: one of them
 * @is_taken: whether it is to be saved
 *
 * The rows below that are about the same problem go with the one that says which; and it comes with any of them.
 */
void
xc_pasted_problems_set_taken (XcPastedProblems *self, guint row, gboolean is_taken)
{
  guint head = get_row (self, row)->head;

  get_row (self, row)->is_taken = is_taken;
  if (is_taken)
    get_row (self, head)->is_taken = TRUE;
  for (guint i = row; head == row && i < self->rows->len && get_row (self, i)->head == head; i++)
    get_row (self, i)->is_taken = is_taken;
}

/**
 * xc_pasted_problems_count_taken:
 * @self: pasted rows
 *
 * Returns: how many problems the rows that are to be saved are about
 */
guint
xc_pasted_problems_count_taken (const XcPastedProblems *self)
{
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    n += get_row (self, i)->is_taken && get_row (self, i)->head == i ? 1 : 0;
  return n;
}

/**
 * xc_pasted_problems_set_inspection:
 * @self: pasted rows
 * @inspection_id: where problems were found whose rows name no organization, or 0
 */
void
xc_pasted_problems_set_inspection (XcPastedProblems *self, gint64 inspection_id)
{
  self->inspection_id = inspection_id;
}

static void
add_fault (XcPastedProblems *self, const XcPastedSheet *sheet, const XcImportFault *fault)
{
  guint at = fault->row - 2;
  XcPastedRow *row = get_row (self, g_array_index (sheet->rows, guint, at));
  g_autofree char *before = row->fault;
  g_autofree char *words =
      g_strdup_printf ("%s %s", fault->what, fault->expected != NULL ? fault->expected : "");
  int column = g_array_index (sheet->sources, int, at);

  if (column < 0 && fault->column < sheet->columns->len)
    column = g_array_index (sheet->columns, int, fault->column);
  row->fault = before != NULL ? g_strdup_printf ("%s\n%s", before, words) : g_steal_pointer (&words);
  if (column >= 0)
    row->faulty_cells |= G_GUINT64_CONSTANT (1) << column;
}

static void
read_report (XcPastedProblems *self, XcPastedSheet *const *sheets, const XcImportReport *report)
{
  for (guint i = 0; i < report->faults->len; i++)
    {
      const XcImportFault *fault = report->faults->pdata[i];

      if (fault->row >= 2 && fault->row - 2 < sheets[fault->sheet]->rows->len)
        add_fault (self, sheets[fault->sheet], fault);
    }
  self->n_new = report->sheets->len > 0 ? ((const XcImportSheet *) report->sheets->pdata[0])->added : 0;
}

static void
forget_faults (XcPastedProblems *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      g_clear_pointer (&get_row (self, i)->fault, g_free);
      get_row (self, i)->faulty_cells = 0;
    }
  self->n_new = 0;
}

static gboolean
run (XcPastedProblems *self, XcStore *store, XcImportMode mode, const char *title, GError **error)
{
  g_autoptr (XcPastedSheet) problems = xc_pasted_sheet_new_problems (self);
  g_autoptr (XcPastedSheet) measures = xc_pasted_sheet_new_measures (self, problems);
  g_autoptr (XcPastedSheet) owners = xc_pasted_sheet_new_owners (self, problems);
  XcPastedSheet *const sheets[] = { problems, measures, owners };
  XcImportContext context = { self->inspection_id, measures->problems, owners->problems };
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func ((GDestroyNotify) xc_text_sheet_free);
  g_autoptr (XcRowSource) source = NULL;
  g_autoptr (XcImportReport) report = NULL;
  gboolean is_done;

  forget_faults (self);
  self->n_measures = measures->rows->len;
  self->n_owners = owners->rows->len;
  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    g_ptr_array_add (texts, g_steal_pointer (&sheets[i]->sheet));
  source = xc_row_source_new_texts (texts);
  is_done = xc_import_run_source_in (store, source, xc_template_title (XC_TEMPLATE_PROBLEM), title, &context,
                                     mode, &report, error);
  if (report != NULL)
    read_report (self, sheets, report);
  return is_done;
}

/**
 * xc_pasted_problems_check:
 * @self: pasted rows
 * @store: a ledger open for writing
 * @error: return location; %XC_INTAKE_ERROR_FAULTS when rows that are taken are wrong; then each says why
 *
 * Writes nothing.
 *
 * Returns: whether all rows that are taken can be saved
 */
gboolean
xc_pasted_problems_check (XcPastedProblems *self, XcStore *store, GError **error)
{
  return run (self, store, XC_IMPORT_DRY_RUN, "", error);
}

/**
 * xc_pasted_problems_get_fault:
 * @self: pasted rows that were checked
 * @row: one of them
 *
 * Returns: (transfer none) (nullable): what is wrong with it, a line a cell
 */
const char *
xc_pasted_problems_get_fault (const XcPastedProblems *self, guint row)
{
  return get_row (self, row)->fault;
}

/**
 * xc_pasted_problems_is_faulty:
 * @self: pasted rows that were checked
 * @row: one of them
 * @column: one of their columns
 *
 * Returns: whether what is wrong with the row stands there
 */
gboolean
xc_pasted_problems_is_faulty (const XcPastedProblems *self, guint row, guint column)
{
  return (get_row (self, row)->faulty_cells & (G_GUINT64_CONSTANT (1) << column)) != 0;
}

/**
 * xc_pasted_problems_count_faulty:
 * @self: pasted rows that were checked
 *
 * Returns: how many rows that are to be saved have something wrong
 */
guint
xc_pasted_problems_count_faulty (const XcPastedProblems *self)
{
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    n += get_row (self, i)->is_taken && get_row (self, i)->fault != NULL ? 1 : 0;
  return n;
}

/**
 * xc_pasted_problems_count_new:
 * @self: pasted rows that were checked
 *
 * Returns: how many of the problems are new; the ledger has the others, by number or by wording, and takes what they say
 */
guint
xc_pasted_problems_count_new (const XcPastedProblems *self)
{
  return self->n_new;
}

/**
 * xc_pasted_problems_count_measures:
 * @self: pasted rows that were checked
 *
 * Returns: how many measures they bring
 */
guint
xc_pasted_problems_count_measures (const XcPastedProblems *self)
{
  return self->n_measures;
}

/**
 * xc_pasted_problems_count_owners:
 * @self: pasted rows that were checked
 *
 * Returns: how many units and people they name that answer for problems, each once a problem and role
 */
guint
xc_pasted_problems_count_owners (const XcPastedProblems *self)
{
  return self->n_owners;
}

/**
 * xc_pasted_problems_save:
 * @self: pasted rows
 * @store: a ledger
 * @title: (out): what the action is called
 * @error: return location, as of xc_pasted_problems_check()
 *
 * One undoable action, or nothing.
 *
 * Returns: whether the rows that are taken are in the ledger
 */
gboolean
xc_pasted_problems_save (XcPastedProblems *self, XcStore *store, char **title, GError **error)
{
  guint n = xc_pasted_problems_count_taken (self);

  *title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Pasted %u problem", "Pasted %u problems", n), n);
  return run (self, store, XC_IMPORT_WRITE, *title, error);
}
