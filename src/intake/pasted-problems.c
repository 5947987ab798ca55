/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "intake/pasted-problems.h"

#include <glib/gi18n-lib.h>

#include "core/fail.h"
#include "core/template.h"
#include "core/text.h"
#include "core/day.h"

#define SHEET XC_TEMPLATE_PROBLEM
/* Titles and units stand above the headings, but not many. */
#define HEADING_ROWS 5
/* A row with so many headings is the one of the headings. */
#define HEADINGS_MIN 2

typedef struct
{
  guint at; /* its row in @sheet */
  gboolean is_taken;
  char *fault;          /* nullable */
  guint64 faulty_cells; /* columns, as bits */
} Row;

struct _XcPastedProblems
{
  XcTextSheet *sheet;
  guint n_columns;
  int *meanings;
  char **headings; /* by column, as they were pasted; each nullable */
  GArray *rows;    /* of Row */
  gint64 inspection_id;
  guint n_new;
};

static void
clear_row (gpointer data)
{
  g_free (((Row *) data)->fault);
}

static guint
count_cells (const XcTextSheet *sheet)
{
  guint n = 0;

  for (guint i = 0; i < xc_text_sheet_count (sheet); i++)
    n = MAX (n, xc_text_sheet_count_cells (sheet, i));
  return MIN (n, 64);
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

          n += *text != '\0' && xc_template_find_column (SHEET, text) >= 0 ? 1 : 0;
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
        xc_pasted_problems_set_meaning (self, i, xc_template_find_column (SHEET, text));
      self->headings[i] = g_steal_pointer (&text);
    }
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
        xc_pasted_problems_set_meaning (self, i, xc_template_find_column_by_id (SHEET, "problem.found_on"));
      else if (length > longest)
        {
          longest = length;
          wording = i;
        }
    }
  if (self->n_columns > 0)
    xc_pasted_problems_set_meaning (self, wording, xc_template_find_column_by_id (SHEET, "problem.wording"));
}

/**
 * xc_pasted_problems_new:
 * @text: rows as a spreadsheet copies them, with headings or without
 *
 * Returns: (transfer full): the rows, each to be taken
 */
XcPastedProblems *
xc_pasted_problems_new (const char *text)
{
  XcPastedProblems *self = g_new0 (XcPastedProblems, 1);
  int headings;

  self->sheet = xc_text_sheet_parse (xc_template_title (SHEET), text);
  self->n_columns = count_cells (self->sheet);
  self->meanings = g_new (int, self->n_columns);
  self->headings = g_new0 (char *, self->n_columns);
  for (guint i = 0; i < self->n_columns; i++)
    self->meanings[i] = -1;
  self->rows = g_array_new (FALSE, TRUE, sizeof (Row));
  g_array_set_clear_func (self->rows, clear_row);
  headings = find_headings (self);
  for (guint i = (guint) (headings + 1); i < xc_text_sheet_count (self->sheet); i++)
    if (!is_blank_row (self, i))
      {
        Row row = { .at = i, .is_taken = TRUE };

        g_array_append_val (self->rows, row);
      }
  if (headings >= 0)
    take_headings (self, (guint) headings);
  else
    guess_meanings (self);
  return self;
}

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

guint
xc_pasted_problems_count (const XcPastedProblems *self)
{
  return self->rows->len;
}

guint
xc_pasted_problems_count_columns (const XcPastedProblems *self)
{
  return self->n_columns;
}

static Row *
get_row (const XcPastedProblems *self, guint row)
{
  return &g_array_index (self->rows, Row, row);
}

const char *
xc_pasted_problems_get_cell (const XcPastedProblems *self, guint row, guint column)
{
  return xc_text_sheet_get_at (self->sheet, get_row (self, row)->at, column);
}

int
xc_pasted_problems_get_meaning (const XcPastedProblems *self, guint column)
{
  return self->meanings[column];
}

/**
 * xc_pasted_problems_set_meaning:
 * @self: pasted rows
 * @column: one of their columns
 * @meaning: a position among the columns of the template's sheet of problems, or -1 to leave the column out
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
}

gboolean
xc_pasted_problems_is_taken (const XcPastedProblems *self, guint row)
{
  return get_row (self, row)->is_taken;
}

void
xc_pasted_problems_set_taken (XcPastedProblems *self, guint row, gboolean is_taken)
{
  get_row (self, row)->is_taken = is_taken;
}

guint
xc_pasted_problems_count_taken (const XcPastedProblems *self)
{
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    n += get_row (self, i)->is_taken ? 1 : 0;
  return n;
}

void
xc_pasted_problems_set_inspection (XcPastedProblems *self, gint64 inspection_id)
{
  self->inspection_id = inspection_id;
}

/* How the column is headed in the sheet that is imported: as it was, for a unit may stand there, when that means the
 * same. */
static const char *
get_heading (const XcPastedProblems *self, guint column)
{
  int meaning = self->meanings[column];
  const char *typed = self->headings[column];

  return typed != NULL && xc_template_find_column (SHEET, typed) == meaning
             ? typed
             : xc_template_get (SHEET)->columns[meaning].zh;
}

/* Which columns go into the sheet that is imported, and what heads them: pasted columns, then those that must be there. */
static GArray *
list_columns (const XcPastedProblems *self, GPtrArray *headings)
{
  const XcTemplateTable *table = xc_template_get (SHEET);
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (guint));
  guint64 present = 0;

  for (guint i = 0; i < self->n_columns; i++)
    if (self->meanings[i] >= 0)
      {
        present |= G_GUINT64_CONSTANT (1) << self->meanings[i];
        g_array_append_val (columns, i);
        g_ptr_array_add (headings, (gpointer) get_heading (self, i));
      }
  for (guint i = 0; i < table->n_columns; i++)
    if (table->columns[i].is_required && (present & (G_GUINT64_CONSTANT (1) << i)) == 0)
      g_ptr_array_add (headings, (gpointer) table->columns[i].zh);
  g_ptr_array_add (headings, NULL);
  return columns;
}

/* The rows that are taken, as a sheet of the template; @places says which row is which. */
static XcTextSheet *
make_sheet (const XcPastedProblems *self, const GArray *columns, const GPtrArray *headings, GArray *places)
{
  XcTextSheet *sheet = xc_text_sheet_new (xc_template_get (SHEET)->zh, (const char *const *) headings->pdata);

  for (guint i = 0; i < self->rows->len; i++)
    {
      if (!get_row (self, i)->is_taken)
        continue;
      xc_text_sheet_add (sheet);
      for (guint j = 0; j < columns->len; j++)
        xc_text_sheet_set (sheet, headings->pdata[j],
                           xc_pasted_problems_get_cell (self, i, g_array_index (columns, guint, j)));
      g_array_append_val (places, i);
    }
  return sheet;
}

static void
add_fault (XcPastedProblems *self, guint at, const GArray *columns, const XcImportFault *fault)
{
  Row *row = get_row (self, at);
  g_autofree char *before = row->fault;
  const char *expected = fault->expected != NULL ? fault->expected : "";

  row->fault = before != NULL ? g_strdup_printf ("%s\n%s %s", before, fault->what, expected)
                              : g_strdup_printf ("%s %s", fault->what, expected);
  if (fault->column < columns->len)
    row->faulty_cells |= G_GUINT64_CONSTANT (1) << g_array_index (columns, guint, fault->column);
}

static gboolean
run (XcPastedProblems *self, XcStore *store, XcImportMode mode, const char *title, GError **error)
{
  g_autoptr (GPtrArray) headings = g_ptr_array_new ();
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) xc_text_sheet_free);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) columns = list_columns (self, headings);
  g_autoptr (XcRowSource) source = NULL;
  g_autoptr (XcImportReport) report = NULL;
  gboolean is_done;

  for (guint i = 0; i < self->rows->len; i++)
    {
      g_clear_pointer (&get_row (self, i)->fault, g_free);
      get_row (self, i)->faulty_cells = 0;
    }
  self->n_new = 0;
  g_ptr_array_add (sheets, make_sheet (self, columns, headings, places));
  source = xc_row_source_new_texts (sheets);
  is_done = xc_import_run_source_in (store, source, xc_template_title (SHEET), title, self->inspection_id,
                                     mode, &report, error);
  for (guint i = 0; report != NULL && i < report->faults->len; i++)
    {
      const XcImportFault *fault = report->faults->pdata[i];

      if (fault->row >= 2 && fault->row - 2 < places->len)
        add_fault (self, g_array_index (places, guint, fault->row - 2), columns, fault);
    }
  for (guint i = 0; report != NULL && i < report->sheets->len; i++)
    self->n_new += ((const XcImportSheet *) report->sheets->pdata[i])->added;
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

gboolean
xc_pasted_problems_is_faulty (const XcPastedProblems *self, guint row, guint column)
{
  return (get_row (self, row)->faulty_cells & (G_GUINT64_CONSTANT (1) << column)) != 0;
}

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
 * Returns: how many of those taken are new; the ledger has the others, by number or by wording, and takes what they say
 */
guint
xc_pasted_problems_count_new (const XcPastedProblems *self)
{
  return self->n_new;
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
