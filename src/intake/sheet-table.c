/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "intake/sheet-table.h"

#include <glib/gi18n-lib.h>

#include "core/text.h"

/* Titles, units and dates of issue stand above the headings, but never so many. */
#define HEADING_ROWS 20

/* A row among which the headings may be. */
typedef struct
{
  guint number;
  guint score;
  GPtrArray *texts; /* of the cells, owned */
  GArray *columns;  /* where they stand, guint */
} Candidate;

static void
free_candidate (gpointer data)
{
  Candidate *candidate = data;

  g_ptr_array_unref (candidate->texts);
  g_array_unref (candidate->columns);
  g_free (candidate);
}

typedef struct
{
  XcTemplateSheet sheet;
  GPtrArray *candidates;
} Search;

/* Stops the reading of a sheet of which enough is known. */
static G_DEFINE_QUARK (xc - sheet - table - enough, enough);

/* The sheet's own two headings weigh more than other words for the same: "口径" may be a title above "名称". */
static guint
score_heading (XcTemplateSheet sheet, const char *text)
{
  int column = xc_template_find_column (sheet, text);
  g_autofree char *folded = xc_text_fold_width (text);

  if (column < 0)
    return 0;
  return strcmp (folded, xc_template_get (sheet)->columns[column].zh) == 0
                 || g_ascii_strcasecmp (folded, xc_template_get (sheet)->columns[column].en) == 0
             ? 3
             : 2;
}

static gboolean
look_at_row (const XcWorkbookRow *row, gpointer data, GError **error)
{
  Search *search = data;
  Candidate *candidate;

  if (row->number > HEADING_ROWS)
    {
      g_set_error_literal (error, enough_quark (), 0, "enough");
      return FALSE;
    }
  candidate = g_new0 (Candidate, 1);
  candidate->number = row->number;
  candidate->texts = g_ptr_array_new_with_free_func (g_free);
  candidate->columns = g_array_new (FALSE, FALSE, sizeof (guint));
  g_ptr_array_add (search->candidates, candidate);
  for (guint i = 0; i < row->n_cells; i++)
    {
      g_autofree char *text = xc_text_clean (row->cells[i].text);

      if (*text == '\0')
        continue;
      candidate->score += score_heading (search->sheet, text);
      g_ptr_array_add (candidate->texts, g_steal_pointer (&text));
      g_array_append_val (candidate->columns, row->cells[i].column);
    }
  return TRUE;
}

static const Candidate *
find_best (const GPtrArray *candidates)
{
  const Candidate *best = NULL;

  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *candidate = candidates->pdata[i];

      if (candidate->score > (best == NULL ? 0 : best->score))
        best = candidate;
    }
  return best;
}

static void
note_unknown_heading (const XcSheetTable *self, XcImportReport *report, const char *heading, guint column)
{
  g_autofree char *cell = xc_workbook_cell_name (column, self->heading_row);

  xc_import_report_add_note (
      report,
      /* translators: %1$s is the name of a sheet, %2$s a cell such as C1, %3$s the heading in it */
      g_strdup_printf (
          _ ("Sheet “%1$s”: the column “%3$s” (%2$s) is not one of the template; it was left out."),
          self->name, cell, heading));
}

static gboolean
take_headings (XcSheetTable *self, XcImportReport *report, const Candidate *row)
{
  gboolean is_right = TRUE;

  self->heading_row = row->number;
  for (guint i = 0; i < row->texts->len; i++)
    {
      const char *text = row->texts->pdata[i];
      guint at = g_array_index (row->columns, guint, i);
      int column = xc_template_find_column (self->sheet, text);
      g_autofree char *first = NULL;

      if (column < 0)
        {
          note_unknown_heading (self, report, text, at);
          continue;
        }
      if (self->at[column] < 0)
        {
          self->at[column] = (int) at;
          self->headings[column] = g_strdup (text);
          continue;
        }
      first = xc_workbook_cell_name ((guint) self->at[column], row->number);
      xc_import_report_add_fault (
          report, self->index, self->name, row->number, at,
          /* translators: %1$s is a heading, %2$s another one, %3$s the cell of the other */
          g_strdup_printf (_ ("The heading “%1$s” means the same as “%2$s” in %3$s."), text,
                           self->headings[column], first),
          _ ("Keep one of the two columns, and take the heading off the other."));
      is_right = FALSE;
    }
  return is_right;
}

static gboolean
check_required (const XcSheetTable *self, XcImportReport *report)
{
  gboolean is_right = TRUE;

  for (guint i = 0; i < self->table->n_columns; i++)
    {
      const XcTemplateColumn *column = &self->table->columns[i];

      if (!column->is_required || self->at[i] >= 0)
        continue;
      xc_import_report_add_fault (
          report, self->index, self->name, self->heading_row, 0,
          /* translators: %s is the heading of a column */
          g_strdup_printf (_ ("The column “%s” is missing, so no row of this sheet was looked at."),
                           xc_template_column_heading (column)),
          _ ("Headings stand side by side in one row, worded as in the template."));
      is_right = FALSE;
    }
  return is_right;
}

static XcSheetTable *
make_table (const XcRowSource *source, guint index, XcTemplateSheet sheet)
{
  XcSheetTable *self = g_new0 (XcSheetTable, 1);

  self->sheet = sheet;
  self->table = xc_template_get (sheet);
  self->index = index;
  self->name = g_strdup (xc_row_source_get_name (source, index));
  g_assert (self->table->n_columns <= XC_SHEET_COLUMNS_MAX);
  for (guint i = 0; i < self->table->n_columns; i++)
    {
      const XcTemplateColumn *column = &self->table->columns[i];

      self->at[i] = -1;
      self->fields[i] =
          column->table == XC_TABLE_NONE ? -1 : xc_catalogue_find_field (column->table, column->field);
      self->suffixes[i] = xc_template_column_dup_suffixes (column);
    }
  return self;
}

/**
 * xc_sheet_table_find:
 * @source: a workbook
 * @index: 0-based position of a sheet
 * @sheet: which of the template's it is
 * @report: takes what is wrong with the headings
 * @table: (out) (transfer full) (nullable): the sheet, or %NULL when its headings are wrong
 * @error: return location for a #XcWorkbookError
 *
 * Looks for the headings in the first rows, under titles.
 *
 * Returns: whether the file could be read
 */
gboolean
xc_sheet_table_find (const XcRowSource *source, guint index, XcTemplateSheet sheet, XcImportReport *report,
                     XcSheetTable **table, GError **error)
{
  g_autoptr (XcSheetTable) self = make_table (source, index, sheet);
  g_autoptr (GPtrArray) candidates = g_ptr_array_new_with_free_func (free_candidate);
  Search search = { sheet, candidates };
  g_autoptr (GError) stopped = NULL;
  const Candidate *row;

  *table = NULL;
  if (!xc_row_source_read (source, index, look_at_row, &search, &stopped)
      && !g_error_matches (stopped, enough_quark (), 0))
    {
      g_propagate_error (error, g_steal_pointer (&stopped));
      return FALSE;
    }
  row = find_best (candidates);
  if (row == NULL)
    {
      /* An empty sheet of the template is left empty on purpose. */
      if (candidates->len > 0)
        xc_import_report_add_fault (report, index, self->name, 1, 0,
                                    g_strdup (_ ("No headings of the template were found here.")),
                                    _ ("Headings stand side by side in one row, worded as in the template."));
      else
        *table = g_steal_pointer (&self);
      return TRUE;
    }
  if (take_headings (self, report, row) & check_required (self, report))
    *table = g_steal_pointer (&self);
  return TRUE;
}

void
xc_sheet_table_free (XcSheetTable *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->table->n_columns; i++)
    {
      g_free (self->headings[i]);
      g_strfreev (self->suffixes[i]);
    }
  g_free (self->name);
  g_free (self);
}

typedef struct
{
  XcSheetTable *table;
  XcSheetRowFunc func;
  gpointer data;
} Reading;

static gboolean
is_blank (const XcWorkbookCell *cell)
{
  g_autofree char *clean = NULL;

  /* Most cells begin with what stays. */
  if (cell->kind != XC_WORKBOOK_TEXT || g_unichar_isgraph (g_utf8_get_char (cell->text)))
    return FALSE;
  clean = xc_text_clean (cell->text);
  return *clean == '\0';
}

static gboolean
read_row (const XcWorkbookRow *from, gpointer data, GError **error)
{
  Reading *reading = data;
  XcSheetTable *table = reading->table;
  XcSheetRow row = { .table = table, .number = from->number };
  gboolean is_empty = TRUE;

  if (from->number <= table->heading_row)
    return TRUE;
  for (guint i = 0; i < table->table->n_columns; i++)
    {
      const XcWorkbookCell *cell =
          table->at[i] < 0 ? NULL : xc_workbook_row_get_cell (from, (guint) table->at[i]);

      if (cell == NULL || is_blank (cell))
        continue;
      row.cells[i] = cell;
      is_empty = FALSE;
    }
  if (is_empty)
    return TRUE;
  table->n_hidden += from->hidden ? 1 : 0;
  reading->func (&row, reading->data);
  return TRUE;
}

/**
 * xc_sheet_table_read:
 * @self: a sheet
 * @source: its workbook
 * @func: (scope call): called for each row below the headings that is not empty, from the top
 * @data: for @func
 * @error: return location for a #XcWorkbookError
 *
 * Hidden rows are read like others: a filter that was left on must not lose any.
 *
 * Returns: whether the whole sheet was read
 */
gboolean
xc_sheet_table_read (XcSheetTable *self, const XcRowSource *source, XcSheetRowFunc func, gpointer data,
                     GError **error)
{
  Reading reading = { self, func, data };

  self->n_hidden = 0;
  return xc_row_source_read (source, self->index, read_row, &reading, error);
}

/**
 * xc_sheet_table_get_column:
 * @self: a sheet
 * @id: the id of a column of the template
 *
 * Returns: its position in the template, whether the sheet has it or not
 */
int
xc_sheet_table_get_column (const XcSheetTable *self, const char *id)
{
  int column = xc_template_find_column_by_id (self->sheet, id);

  g_assert (column >= 0);
  return column;
}

gboolean
xc_sheet_table_has_column (const XcSheetTable *self, int column)
{
  return column >= 0 && self->at[column] >= 0;
}

static guint
get_place (const XcSheetTable *self, int column)
{
  guint leftmost = XC_WORKBOOK_COLUMNS;

  if (xc_sheet_table_has_column (self, column))
    return (guint) self->at[column];
  /* What a sheet lacks is said where its rows begin. */
  for (guint i = 0; i < self->table->n_columns; i++)
    if (self->at[i] >= 0)
      leftmost = MIN (leftmost, (guint) self->at[i]);
  return leftmost == XC_WORKBOOK_COLUMNS ? 0 : leftmost;
}

/**
 * xc_sheet_table_refuse:
 * @self: a sheet
 * @report: takes the fault
 * @row: 1-based
 * @column: position in the template, or -1 for the row as a whole
 * @what: (transfer full): what is wrong
 * @expected: (nullable): what was expected
 */
void
xc_sheet_table_refuse (const XcSheetTable *self, XcImportReport *report, guint row, int column, char *what,
                       const char *expected)
{
  xc_import_report_add_fault (report, self->index, self->name, row, get_place (self, column), what, expected);
}

gboolean
xc_sheet_table_has_fault (const XcSheetTable *self, const XcImportReport *report, guint row, int column)
{
  return xc_import_report_has_fault (report, self->index, row, get_place (self, column));
}
