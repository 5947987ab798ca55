/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/sheet-rows.h"

#include <math.h>
#include <string.h>

#include "report/cell-text.h"
#include "report/workbook-proof.h"

#define CHUNK (128 * 1024)
/* Serial number of 1970-01-01. Before March 1900 they are one less, as Lotus took 1900 for a leap year. */
#define SERIAL_OF_DAY_0 25569
#define FIRST_HONEST_SERIAL 61

struct _XcSheetRows
{
  XcPacker *packer;       /* borrowed */
  XcPackedPart *part;     /* borrowed */
  XcRepeatedTexts *texts; /* borrowed */
  GString *xml;
  GString *scratch;
  guint row;
  guint next_row;
  guint n_columns;
  guint next_column;
  gboolean is_in_row;
  gboolean holds_anything; /* in this row */
  char row_name[12];
  gsize row_name_size;
  XcSheetSum sum;
  XcSheetSum proof_sum; /* when there are more rows than are proven */
};

/**
 * xc_sheet_rows_new:
 * @packer: where the rows go
 * @part: of @packer
 * @texts: where repeated texts go
 *
 * All three must outlive the rows.
 *
 * Returns: (transfer full): no rows yet
 */
XcSheetRows *
xc_sheet_rows_new (XcPacker *packer, XcPackedPart *part, XcRepeatedTexts *texts)
{
  XcSheetRows *self = g_new0 (XcSheetRows, 1);

  self->packer = packer;
  self->part = part;
  self->texts = texts;
  self->xml = g_string_sized_new (CHUNK + CHUNK / 8);
  self->scratch = g_string_new (NULL);
  return self;
}

/**
 * xc_sheet_rows_free:
 * @self: (nullable): the rows
 */
void
xc_sheet_rows_free (XcSheetRows *self)
{
  if (self == NULL)
    return;
  g_string_free (self->xml, TRUE);
  g_string_free (self->scratch, TRUE);
  g_free (self);
}

/* Rows are made of a hundred million small pieces: these are copied in place, without a call for each. */
static inline void
append_bytes (GString *xml, const char *bytes, gsize size)
{
  if (G_UNLIKELY (xml->len + size >= xml->allocated_len))
    {
      g_string_append_len (xml, bytes, (gssize) size);
      return;
    }
  memcpy (xml->str + xml->len, bytes, size);
  xml->len += size;
  xml->str[xml->len] = '\0';
}

#define APPEND(xml, literal) append_bytes (xml, literal, sizeof literal - 1)

static inline void
append_unsigned (GString *xml, guint64 number)
{
  char digits[20];
  gsize at = sizeof digits;

  do
    digits[--at] = (char) ('0' + number % 10);
  while ((number /= 10) > 0);
  append_bytes (xml, digits + at, sizeof digits - at);
}

static void
append_number (GString *xml, double number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  if (number >= 0 && number < 1e15 && number == floor (number))
    append_unsigned (xml, (guint64) number);
  else
    {
      g_ascii_dtostr (digits, sizeof digits, number);
      append_bytes (xml, digits, strlen (digits));
    }
}

/* Heights are in quarters of a point. */
static void
append_height (GString *xml, double height)
{
  static const char *const quarters[] = { "", ".25", ".5", ".75" };
  guint n_quarters = (guint) ceil (height * 4);

  append_unsigned (xml, n_quarters / 4);
  append_bytes (xml, quarters[n_quarters % 4], strlen (quarters[n_quarters % 4]));
}

/**
 * xc_sheet_rows_begin_row:
 * @self: the rows, outside of one
 * @row: 0-based, past the last one
 * @height: in points; 0 lets the program choose
 */
void
xc_sheet_rows_begin_row (XcSheetRows *self, guint row, double height)
{
  g_return_if_fail (!self->is_in_row && row >= self->next_row && row < XC_SHEET_ROWS_MAX);

  self->row = row;
  self->is_in_row = TRUE;
  self->holds_anything = FALSE;
  self->next_column = 0;
  self->row_name_size = (gsize) g_snprintf (self->row_name, sizeof self->row_name, "%u", row + 1);
  APPEND (self->xml, "<row r=\"");
  append_bytes (self->xml, self->row_name, self->row_name_size);
  if (height > 0)
    {
      APPEND (self->xml, "\" ht=\"");
      append_height (self->xml, height);
      APPEND (self->xml, "\" customHeight=\"1");
    }
  APPEND (self->xml, "\">");
}

static void
begin_cell (XcSheetRows *self, guint column, int style)
{
  g_return_if_fail (self->is_in_row && column >= self->next_column && column < XC_SHEET_COLUMNS_MAX);

  self->next_column = column + 1;
  self->n_columns = MAX (self->n_columns, column + 1);
  APPEND (self->xml, "<c r=\"");
  const char letters[] = { (char) ('A' + column / 26 - 1), (char) ('A' + column % 26) };
  append_bytes (self->xml, column >= 26 ? letters : letters + 1, column >= 26 ? 2 : 1);
  append_bytes (self->xml, self->row_name, self->row_name_size);
  APPEND (self->xml, "\" s=\"");
  append_unsigned (self->xml, (guint64) style);
}

/**
 * xc_sheet_rows_add_blank:
 * @self: the rows, in one
 * @column: 0-based, past the last one of the row
 * @style: of the cell
 *
 * A cell that shows its borders only.
 */
void
xc_sheet_rows_add_blank (XcSheetRows *self, guint column, int style)
{
  begin_cell (self, column, style);
  APPEND (self->xml, "\"/>");
}

static void
end_value (XcSheetRows *self)
{
  APPEND (self->xml, "</v></c>");
  self->holds_anything = TRUE;
}

/**
 * xc_sheet_rows_add_number:
 * @self: the rows, in one
 * @column: 0-based, past the last one of the row
 * @style: of the cell
 * @number: any finite number
 */
void
xc_sheet_rows_add_number (XcSheetRows *self, guint column, int style, double number)
{
  g_return_if_fail (isfinite (number));

  begin_cell (self, column, style);
  APPEND (self->xml, "\"><v>");
  append_number (self->xml, number);
  end_value (self);
  xc_sheet_sum_add_number (&self->sum, self->row, column, number);
}

/**
 * xc_sheet_rows_add_day:
 * @self: the rows, in one
 * @column: 0-based, past the last one of the row
 * @style: of the cell; it must show numbers as days
 * @day: between %XC_DAY_MIN and %XC_DAY_MAX
 */
void
xc_sheet_rows_add_day (XcSheetRows *self, guint column, int style, XcDay day)
{
  int serial = day + SERIAL_OF_DAY_0;

  g_return_if_fail (day >= XC_DAY_MIN && day <= XC_DAY_MAX);
  if (serial < FIRST_HONEST_SERIAL)
    serial--;
  begin_cell (self, column, style);
  APPEND (self->xml, "\"><v>");
  append_unsigned (self->xml, (guint64) serial);
  end_value (self);
  xc_sheet_sum_add_day (&self->sum, self->row, column, day);
}

/* Readers may drop space at the ends unless told not to. */
static gboolean
needs_its_space (const char *text, gsize size)
{
  return g_ascii_isspace (text[0]) || g_ascii_isspace (text[size - 1]) || memchr (text, '\n', size) != NULL;
}

/**
 * xc_sheet_rows_add_text:
 * @self: the rows, in one
 * @column: 0-based, past the last one of the row
 * @style: of the cell
 * @text: what it holds, never read as a formula
 * @is_repeated: whether many cells are likely to hold the same
 *
 * Returns: whether @text fits into a cell; when it does not, the cell is left blank
 */
gboolean
xc_sheet_rows_add_text (XcSheetRows *self, guint column, int style, const char *text, gboolean is_repeated)
{
  gsize size;
  gboolean needs_escape;
  const char *clean = xc_cell_text_clean (text, self->scratch, &size, &needs_escape);
  int number = -1;

  if (size == 0 || xc_cell_text_is_too_long (clean, size))
    {
      xc_sheet_rows_add_blank (self, column, style);
      return size == 0;
    }
  if (is_repeated)
    number = xc_repeated_texts_add (self->texts, clean, size);
  begin_cell (self, column, style);
  if (number >= 0)
    {
      APPEND (self->xml, "\" t=\"s\"><v>");
      append_unsigned (self->xml, (guint64) number);
      APPEND (self->xml, "</v></c>");
    }
  else
    {
      APPEND (self->xml, "\" t=\"inlineStr\"><is><t");
      if (needs_its_space (clean, size))
        APPEND (self->xml, " xml:space=\"preserve\"");
      APPEND (self->xml, ">");
      if (needs_escape)
        xc_cell_text_append (self->xml, clean, size);
      else
        append_bytes (self->xml, clean, size);
      APPEND (self->xml, "</t></is></c>");
    }
  self->holds_anything = TRUE;
  xc_sheet_sum_add_text (&self->sum, self->row, column, clean, size);
  return TRUE;
}

static void
hand_over (XcSheetRows *self)
{
  xc_packer_put (self->packer, self->part, g_steal_pointer (&self->xml));
  self->xml = g_string_sized_new (CHUNK + CHUNK / 8);
}

/**
 * xc_sheet_rows_end_row:
 * @self: the rows, in one
 */
void
xc_sheet_rows_end_row (XcSheetRows *self)
{
  g_return_if_fail (self->is_in_row);

  APPEND (self->xml, "</row>");
  self->is_in_row = FALSE;
  self->next_row = self->row + 1;
  if (self->holds_anything && ++self->sum.rows == XC_PROOF_ROWS)
    self->proof_sum = self->sum;
  if (self->xml->len >= CHUNK)
    hand_over (self);
}

/**
 * xc_sheet_rows_finish:
 * @self: the rows, outside of one
 *
 * Hands the last rows to the packer.
 */
void
xc_sheet_rows_finish (XcSheetRows *self)
{
  g_return_if_fail (!self->is_in_row);
  hand_over (self);
}

/**
 * xc_sheet_rows_get_part:
 * @self: the rows
 *
 * Returns: (transfer none): where they were put
 */
const XcPackedPart *
xc_sheet_rows_get_part (XcSheetRows *self)
{
  return self->part;
}

/**
 * xc_sheet_rows_get_proof_sum:
 * @self: the rows
 *
 * Returns: (transfer none): what must be found when they are read back, up to %XC_PROOF_ROWS
 */
const XcSheetSum *
xc_sheet_rows_get_proof_sum (XcSheetRows *self)
{
  return self->sum.rows > XC_PROOF_ROWS ? &self->proof_sum : &self->sum;
}

/**
 * xc_sheet_rows_get_n_rows:
 * @self: the rows
 *
 * Returns: the number of the last row, from 1; 0 without rows
 */
guint
xc_sheet_rows_get_n_rows (XcSheetRows *self)
{
  return self->next_row;
}

/**
 * xc_sheet_rows_get_n_columns:
 * @self: the rows
 *
 * Returns: the number of the last column in any row, from 1; 0 without cells
 */
guint
xc_sheet_rows_get_n_columns (XcSheetRows *self)
{
  return self->n_columns;
}
