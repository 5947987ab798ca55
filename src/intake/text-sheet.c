/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "intake/text-sheet.h"

#include <string.h>

struct _XcTextSheet
{
  char *name;
  GPtrArray *rows; /* of GPtrArray of char *; the first holds the headings */
};

static void
free_row (gpointer row)
{
  g_ptr_array_unref (row);
}

static GPtrArray *
add_row (XcTextSheet *self)
{
  GPtrArray *row = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (self->rows, row);
  return row;
}

static XcTextSheet *
make_sheet (const char *name)
{
  XcTextSheet *self = g_new0 (XcTextSheet, 1);

  self->name = g_strdup (name);
  self->rows = g_ptr_array_new_with_free_func (free_row);
  return self;
}

/**
 * xc_text_sheet_new:
 * @name: of the sheet
 * @headings: (array zero-terminated=1): its first row
 *
 * Returns: (transfer full): a sheet that holds its headings only
 */
XcTextSheet *
xc_text_sheet_new (const char *name, const char *const *headings)
{
  g_return_val_if_fail (name != NULL && headings != NULL, NULL);

  XcTextSheet *self = make_sheet (name);
  GPtrArray *row = add_row (self);
  for (guint i = 0; headings[i] != NULL; i++)
    g_ptr_array_add (row, g_strdup (headings[i]));
  return self;
}

static gboolean
ends_cell (char c)
{
  return c == '\0' || c == '\t' || c == '\n' || c == '\r';
}

/*
 * Spreadsheets quote the cells that could not stand between tabs and line ends otherwise, and only those: a cell that
 * is all in quotes without need has been typed so. Returns the end of such a cell, or %NULL when @from is none.
 */
static const char *
find_quoted_end (const char *from)
{
  gboolean has_need = FALSE;

  if (*from != '"')
    return NULL;
  for (const char *at = from + 1; *at != '\0'; at++)
    {
      if (at[0] == '"' && at[1] == '"')
        {
          has_need = TRUE;
          at++;
        }
      else if (at[0] == '"')
        return has_need && ends_cell (at[1]) ? at + 1 : NULL;
      else if (ends_cell (at[0]))
        has_need = TRUE;
    }
  return NULL;
}

static char *
unquote (const char *from, const char *end)
{
  GString *cell = g_string_new (NULL);

  for (const char *at = from + 1; at < end - 1; at++)
    {
      g_string_append_c (cell, *at);
      if (*at == '"')
        at++;
    }
  return g_string_free (cell, FALSE);
}

/**
 * xc_text_sheet_parse:
 * @name: what to call it
 * @text: rows ending in a line feed, a carriage return or both, of cells separated by tabs
 *
 * Cells with line ends inside stand in quotes, as spreadsheets copy them. Every text is a sheet; nothing can be wrong.
 *
 * Returns: (transfer full): the sheet
 */
XcTextSheet *
xc_text_sheet_parse (const char *name, const char *text)
{
  g_return_val_if_fail (name != NULL && text != NULL, NULL);

  XcTextSheet *self = make_sheet (name);
  GPtrArray *row = NULL;

  for (const char *at = text; *at != '\0';)
    {
      const char *end = find_quoted_end (at);
      gboolean is_quoted = end != NULL;

      if (row == NULL)
        row = add_row (self);
      if (!is_quoted)
        end = at + strcspn (at, "\t\r\n");
      g_ptr_array_add (row, is_quoted ? unquote (at, end) : g_strndup (at, (gsize) (end - at)));
      if (*end != '\t')
        row = NULL;
      at = end + (*end == '\0' ? 0 : end[0] == '\r' && end[1] == '\n' ? 2 : 1);
    }
  return self;
}

void
xc_text_sheet_free (XcTextSheet *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->rows);
  g_free (self->name);
  g_free (self);
}

const char *
xc_text_sheet_get_name (const XcTextSheet *self)
{
  return self->name;
}

/**
 * xc_text_sheet_count:
 * @self: a sheet
 *
 * Returns: how many rows it has, the one of the headings included
 */
guint
xc_text_sheet_count (const XcTextSheet *self)
{
  return self->rows->len;
}

/**
 * xc_text_sheet_count_cells:
 * @self: a sheet
 * @row: 0-based
 *
 * Returns: how many cells the row has
 */
guint
xc_text_sheet_count_cells (const XcTextSheet *self, guint row)
{
  g_return_val_if_fail (row < self->rows->len, 0);

  return ((const GPtrArray *) self->rows->pdata[row])->len;
}

/**
 * xc_text_sheet_get_at:
 * @self: a sheet
 * @row: 0-based; the headings are row 0
 * @column: 0-based
 *
 * Returns: (transfer none): what stands there; empty where there is no cell
 */
const char *
xc_text_sheet_get_at (const XcTextSheet *self, guint row, guint column)
{
  g_return_val_if_fail (row < self->rows->len, "");

  const GPtrArray *cells = self->rows->pdata[row];
  return column < cells->len ? cells->pdata[column] : "";
}

/**
 * xc_text_sheet_find:
 * @self: a sheet
 * @heading: exactly as it stands in the first row
 *
 * Returns: the 0-based column under it, or -1
 */
int
xc_text_sheet_find (const XcTextSheet *self, const char *heading)
{
  const GPtrArray *headings = self->rows->len == 0 ? NULL : self->rows->pdata[0];

  for (guint i = 0; headings != NULL && i < headings->len; i++)
    if (strcmp (headings->pdata[i], heading) == 0)
      return (int) i;
  return -1;
}

/**
 * xc_text_sheet_get:
 * @self: a sheet
 * @row: 0-based; the headings are row 0
 * @heading: one of its headings; any other is a programmer's error
 *
 * Returns: (transfer none): what stands there; empty where there is no cell
 */
const char *
xc_text_sheet_get (const XcTextSheet *self, guint row, const char *heading)
{
  int column = xc_text_sheet_find (self, heading);

  g_assert (column >= 0);
  return xc_text_sheet_get_at (self, row, (guint) column);
}

/**
 * xc_text_sheet_add:
 * @self: a sheet
 *
 * Adds an empty row at the end, which xc_text_sheet_set() fills.
 */
void
xc_text_sheet_add (XcTextSheet *self)
{
  GPtrArray *row = add_row (self);
  const GPtrArray *headings = self->rows->pdata[0];

  while (row->len < headings->len)
    g_ptr_array_add (row, g_strdup (""));
}

/**
 * xc_text_sheet_set:
 * @self: a sheet to which a row was added
 * @heading: one of its headings; any other is a programmer's error
 * @text: for the cell of the last row
 */
void
xc_text_sheet_set (XcTextSheet *self, const char *heading, const char *text)
{
  int column = xc_text_sheet_find (self, heading);

  g_assert (column >= 0 && self->rows->len > 1);
  GPtrArray *row = self->rows->pdata[self->rows->len - 1];
  g_free (row->pdata[column]);
  row->pdata[column] = g_strdup (text);
}

/**
 * xc_text_sheet_remove_column:
 * @self: a sheet
 * @heading: one of its headings; any other is a programmer's error
 */
void
xc_text_sheet_remove_column (XcTextSheet *self, const char *heading)
{
  int column = xc_text_sheet_find (self, heading);

  g_assert (column >= 0);
  for (guint i = 0; i < self->rows->len; i++)
    {
      GPtrArray *row = self->rows->pdata[i];

      if ((guint) column < row->len)
        g_ptr_array_remove_index (row, (guint) column);
    }
}

/**
 * xc_text_sheet_read:
 * @self: a sheet
 * @func: (scope call): called for each row that is not empty, from the top
 * @data: for @func
 * @error: return location for what @func says
 *
 * As xc_workbook_read_sheet() does it, so that rows can be read without asking where they come from. All cells are
 * texts.
 *
 * Returns: whether all rows were read
 */
gboolean
xc_text_sheet_read (const XcTextSheet *self, XcWorkbookRowFunc func, gpointer data, GError **error)
{
  g_autoptr (GArray) cells = g_array_new (FALSE, TRUE, sizeof (XcWorkbookCell));

  for (guint i = 0; i < self->rows->len; i++)
    {
      const GPtrArray *texts = self->rows->pdata[i];

      g_array_set_size (cells, 0);
      for (guint c = 0; c < texts->len; c++)
        {
          XcWorkbookCell cell = {
            .column = c, .kind = XC_WORKBOOK_TEXT, .text = texts->pdata[c], .day = XC_DAY_NONE
          };

          if (*cell.text != '\0')
            g_array_append_val (cells, cell);
        }
      XcWorkbookRow row = { .number = i + 1, .n_cells = cells->len, .cells = (gpointer) cells->data };
      if (cells->len > 0 && !func (&row, data, error))
        return FALSE;
    }
  return TRUE;
}
