/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workbook/sheet.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "workbook/arena.h"
#include "workbook/part.h"
#include "workbook/serial.h"

/* Texts of one row that are not shared, as UTF-8. */
#define MAX_ROW_BYTES (64 * 1024 * 1024)

typedef enum
{
  SHEET = 1,
  DATA,
  ROW,
  CELL,
  FORMULA,
  VALUE,
  INLINE,
  INLINE_TEXT,
  RUN,
  RUN_TEXT,
} State;

/* Phonetic runs (rPh) hold the reading of the text, not text, and are not listed. */
static const XcPartRule rules[] = {
  { 0, "worksheet", SHEET }, { ROW, "c", CELL },           { CELL, "v", VALUE },         { DATA, "row", ROW },
  { CELL, "f", FORMULA },    { CELL, "is", INLINE },       { INLINE, "t", INLINE_TEXT }, { INLINE, "r", RUN },
  { RUN, "t", RUN_TEXT },    { SHEET, "sheetData", DATA },
};

typedef enum
{
  TYPE_NUMBER,
  TYPE_SHARED,
  TYPE_TEXT,
  TYPE_INLINE,
  TYPE_BOOLEAN,
  TYPE_FAULT,
  TYPE_DAY,
} Type;

/* *Borrowed*: context, func, data. The rest is the reader's own; the row and its arena are used again for each row. */
typedef struct
{
  const XcSheetContext *context;
  XcWorkbookRowFunc func;
  gpointer data;

  GArray *cells;
  XcArena *arena;
  XcWorkbookRow row;
  guint64 n_cells;
  guint64 text_bytes;
  guint next_column;
  gboolean has_data;

  Type type;
  guint style;
  guint n_values;
  gboolean has_formula;
} Reader;

static void
start_row (XcPart *part, const char **attributes)
{
  Reader *self = part->data;
  const char *r = xc_part_get_attribute (attributes, "r");
  guint before = self->row.number;

  part->place.row = before;
  self->row.number = before + 1;
  if (r != NULL && !xc_part_parse_number (r, XC_WORKBOOK_ROWS, &self->row.number))
    xc_fault_damaged (&part->place, xc_part_set_error (part), _ ("the next row has the number “%s”"),
                      xc_part_show (part, r));
  else if (self->row.number <= before)
    xc_fault_damaged (&part->place, xc_part_set_error (part), _ ("after it comes row %u, out of order"),
                      self->row.number);
  else if (self->row.number > XC_WORKBOOK_ROWS)
    xc_fault_damaged (&part->place, xc_part_set_error (part),
                      _ ("after it come more rows than a sheet can have"));
  part->place.row = self->row.number;
  self->row.hidden = xc_part_get_flag (attributes, "hidden");
  self->next_column = 0;
  g_array_set_size (self->cells, 0);
  xc_arena_clear (self->arena);
}

static gboolean
find_type (const char *name, Type *type)
{
  static const struct
  {
    const char *name;
    Type type;
  } types[] = {
    { "s", TYPE_SHARED },  { "n", TYPE_NUMBER }, { "str", TYPE_TEXT }, { "inlineStr", TYPE_INLINE },
    { "b", TYPE_BOOLEAN }, { "e", TYPE_FAULT },  { "d", TYPE_DAY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (strcmp (types[i].name, name) == 0)
      {
        *type = types[i].type;
        return TRUE;
      }
  return FALSE;
}

static void
place_cell (XcPart *part, const char *r)
{
  Reader *self = part->data;
  guint column = self->next_column, row = self->row.number;

  if (r != NULL && (!xc_workbook_parse_cell_name (r, &column, &row) || row != self->row.number))
    xc_fault_damaged (&part->place, xc_part_set_error (part), _ ("a cell in this row is named “%s”"),
                      xc_part_show (part, r));
  else if (column < self->next_column)
    xc_fault_damaged (&part->place, xc_part_set_error (part), _ ("the cell %s is out of order"),
                      xc_part_show (part, r));
  else if (column >= XC_WORKBOOK_COLUMNS)
    xc_fault_damaged (&part->place, xc_part_set_error (part), _ ("there are more cells than a row can have"));
  else
    {
      part->place.column = (int) column;
      self->next_column = column + 1;
    }
}

static void
start_cell (XcPart *part, const char **attributes)
{
  Reader *self = part->data;
  const char *r = NULL;

  self->type = TYPE_NUMBER;
  self->style = 0;
  self->n_values = 0;
  self->has_formula = FALSE;
  g_string_truncate (part->text, 0);
  for (const char **a = attributes; *a != NULL; a += 2)
    if (strcmp (*a, "r") == 0)
      r = a[1];
    else if (strcmp (*a, "s") == 0)
      {
        if (!xc_part_parse_number (a[1], G_MAXINT, &self->style))
          xc_fault_damaged (&part->place, xc_part_set_error (part), _ ("a cell has the style “%s”"),
                            xc_part_show (part, a[1]));
      }
    else if (strcmp (*a, "t") == 0 && !find_type (a[1], &self->type))
      xc_fault_damaged (&part->place, xc_part_set_error (part), _ ("a cell is of the unknown kind “%s”"),
                        xc_part_show (part, a[1]));
  place_cell (part, r);
}

static void
start_value (XcPart *part)
{
  Reader *self = part->data;

  if (self->n_values++ > 0)
    xc_fault_damaged (&part->place, xc_part_set_error (part), _ ("the cell has two values"));
}

static void
start_element (XcPart *part, guint state, const char **attributes)
{
  Reader *self = part->data;

  switch ((State) state)
    {
    case DATA:
      if (self->has_data)
        xc_fault_damaged (&part->place, xc_part_set_error (part), _ ("the sheet holds two tables of cells"));
      self->has_data = TRUE;
      break;
    case ROW:
      start_row (part, attributes);
      break;
    case CELL:
      start_cell (part, attributes);
      break;
    case FORMULA:
      self->has_formula = TRUE;
      break;
    case VALUE:
      start_value (part);
      xc_part_begin_text (part);
      break;
    case INLINE:
      start_value (part);
      break;
    case INLINE_TEXT:
    case RUN_TEXT:
      xc_part_begin_text (part);
      break;
    case SHEET:
    case RUN:
      break;
    }
}

/* Fills in a number, or the day that it is shown as. */
static gboolean
read_number (XcPart *part, XcWorkbookCell *cell, char text[XC_SERIAL_TEXT_SIZE])
{
  Reader *self = part->data;

  if (!xc_serial_parse_number (part->text->str, &cell->number))
    return xc_fault_damaged (&part->place, xc_part_set_error (part), _ ("“%s” is not a number"),
                             xc_part_show (part, part->text->str));
  if (self->style >= xc_styles_get_size (self->context->styles))
    return xc_fault_damaged (&part->place, xc_part_set_error (part), _ ("the style %u does not exist"),
                             self->style);
  cell->kind = XC_WORKBOOK_NUMBER;
  if (xc_styles_is_date (self->context->styles, self->style))
    switch (xc_serial_get_day (cell->number, self->context->is_1904, &cell->day, text))
      {
      case XC_SERIAL_DAY:
        cell->kind = XC_WORKBOOK_DAY;
        break;
      case XC_SERIAL_NO_DAY:
        cell->kind = XC_WORKBOOK_FAULT;
        break;
      case XC_SERIAL_NUMBER:
        break;
      }
  else
    xc_serial_format_number (cell->number, text);
  if (cell->kind == XC_WORKBOOK_NUMBER)
    cell->lost_digits = xc_serial_has_lost_digits (cell->number);
  return TRUE;
}

/* A day written as ISO 8601, with or without a time of day; a time alone stays text. */
static void
read_iso_day (XcPart *part, XcWorkbookCell *cell, char text[XC_SERIAL_TEXT_SIZE])
{
  const char *end = strchr (part->text->str, 'T');
  gsize size = end != NULL ? (gsize) (end - part->text->str) : part->text->len;

  g_strlcpy (text, part->text->str, MIN (size + 1, XC_SERIAL_TEXT_SIZE));
  cell->day = xc_day_parse_iso (text);
  cell->kind = xc_day_is_set (cell->day) ? XC_WORKBOOK_DAY : XC_WORKBOOK_TEXT;
}

static gboolean
read_shared (XcPart *part, XcWorkbookCell *cell)
{
  Reader *self = part->data;
  guint index = 0;

  if (!xc_part_parse_number (part->text->str, G_MAXUINT, &index)
      || index >= xc_shared_strings_get_size (self->context->strings))
    return xc_fault_damaged (&part->place, xc_part_set_error (part),
                             _ ("the text number “%s” does not exist in the file"),
                             xc_part_show (part, part->text->str));
  cell->kind = XC_WORKBOOK_TEXT;
  cell->text = xc_shared_strings_get (self->context->strings, index);
  return TRUE;
}

static gboolean
read_boolean (XcPart *part, XcWorkbookCell *cell)
{
  const char *value = part->text->str;
  gboolean is_true = strcmp (value, "1") == 0 || strcmp (value, "true") == 0;

  if (!is_true && strcmp (value, "0") != 0 && strcmp (value, "false") != 0)
    return xc_fault_damaged (&part->place, xc_part_set_error (part), _ ("“%s” is neither true nor false"),
                             xc_part_show (part, value));
  cell->kind = XC_WORKBOOK_BOOLEAN;
  cell->number = is_true;
  cell->text = is_true ? "TRUE" : "FALSE";
  return TRUE;
}

/* Whether it could be read; an empty cell keeps an empty text. */
static gboolean
read_cell (XcPart *part, XcWorkbookCell *cell)
{
  Reader *self = part->data;
  char text[XC_SERIAL_TEXT_SIZE] = "";

  cell->text = "";
  if (part->text->len == 0)
    {
      if (self->has_formula && self->type != TYPE_TEXT)
        cell->kind = XC_WORKBOOK_UNCALCULATED;
      return TRUE;
    }
  switch (self->type)
    {
    case TYPE_SHARED:
      return read_shared (part, cell);
    case TYPE_BOOLEAN:
      return read_boolean (part, cell);
    case TYPE_NUMBER:
      if (!read_number (part, cell, text))
        return FALSE;
      break;
    case TYPE_DAY:
      read_iso_day (part, cell, text);
      break;
    case TYPE_TEXT:
    case TYPE_INLINE:
      cell->kind = XC_WORKBOOK_TEXT;
      break;
    case TYPE_FAULT:
      cell->kind = XC_WORKBOOK_FAULT;
      break;
    }
  if (text[0] != '\0' && cell->kind != XC_WORKBOOK_TEXT)
    cell->text = xc_arena_add (self->arena, text, strlen (text));
  else
    cell->text = xc_arena_add (self->arena, part->text->str, part->text->len);
  return TRUE;
}

static void
end_cell (XcPart *part)
{
  Reader *self = part->data;
  const XcWorkbookBudget *budget = xc_archive_get_budget (self->context->archive);
  XcWorkbookCell cell = { .column = (guint) part->place.column,
                          .kind = XC_WORKBOOK_TEXT,
                          .day = XC_DAY_NONE };

  if (self->n_values == 0 && !self->has_formula)
    return;
  if (!read_cell (part, &cell) || (cell.kind == XC_WORKBOOK_TEXT && cell.text[0] == '\0'))
    return;
  g_array_append_val (self->cells, cell);
  self->text_bytes += strlen (cell.text);
  if (++self->n_cells > budget->cells)
    xc_fault_too_large (&part->place, xc_part_set_error (part), _ ("the sheet has more than %u cells"),
                        (guint) budget->cells);
  else if (self->text_bytes > budget->text_bytes)
    xc_fault_too_large (&part->place, xc_part_set_error (part),
                        _ ("the texts are longer than %u MiB together"), (guint) (budget->text_bytes >> 20));
  else if (xc_arena_get_bytes (self->arena) > MAX_ROW_BYTES)
    xc_fault_too_large (&part->place, xc_part_set_error (part),
                        _ ("the texts of one row are longer than %u MiB"), MAX_ROW_BYTES >> 20);
}

static void
end_row (XcPart *part)
{
  Reader *self = part->data;
  GError *error = NULL;
  gint64 began_us;

  part->place.column = -1;
  if (self->cells->len == 0)
    return;
  self->row.n_cells = self->cells->len;
  self->row.cells = (const XcWorkbookCell *) (gpointer) self->cells->data;
  began_us = g_get_monotonic_time ();
  if (!self->func (&self->row, self->data, &error))
    {
      g_assert (error != NULL);
      g_propagate_error (xc_part_set_error (part), error);
    }
  part->outside_us += g_get_monotonic_time () - began_us;
}

static void
end_element (XcPart *part, guint state)
{
  switch ((State) state)
    {
    case VALUE:
    case INLINE_TEXT:
    case RUN_TEXT:
      xc_part_end_text (part);
      break;
    case CELL:
      end_cell (part);
      break;
    case ROW:
      end_row (part);
      break;
    case SHEET:
    case DATA:
    case FORMULA:
    case INLINE:
    case RUN:
      break;
    }
}

/**
 * xc_sheet_read:
 * @context: what its cells refer to
 * @entry: the part that holds the sheet
 * @name: the name of the sheet
 * @func: (scope call): called for each row that is not empty, in order
 * @data: for @func
 * @error: return location: %XC_WORKBOOK_ERROR_DAMAGED, _TOO_LARGE or _IO, or what @func set
 *
 * Returns: whether the whole sheet was read; when not, what @func was given is not to be used
 */
gboolean
xc_sheet_read (const XcSheetContext *context, const XcEntry *entry, const char *name, XcWorkbookRowFunc func,
               gpointer data, GError **error)
{
  static const XcPartGrammar grammar = { xc_part_main_namespaces, rules, G_N_ELEMENTS (rules), start_element,
                                         end_element };
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (XcWorkbookCell));
  g_autoptr (XcArena) arena = xc_arena_new ();
  Reader self = { .context = context, .func = func, .data = data, .cells = cells, .arena = arena };
  XcPart part = { .archive = context->archive, .grammar = &grammar, .data = &self };

  part.place.sheet = name;
  part.place.column = -1;
  if (!xc_part_read (&part, entry, error))
    return FALSE;
  part.place.row = 0;
  if (!self.has_data)
    return xc_fault_damaged (&part.place, error, _ ("the sheet holds no table of cells"));
  return TRUE;
}
