/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The checksum is against accidents, not against people: eight bytes at a time are multiplied and folded in. */
#include "report/sheet-sum.h"

#include <string.h>

static guint64
mix (guint64 checksum, guint64 value)
{
  checksum = (checksum ^ value) * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);
  return checksum ^ (checksum >> 29);
}

static guint64
begin_cell (XcSheetSum *self, guint row, guint column, guint kind)
{
  self->cells++;
  return mix (self->checksum, (guint64) row << 32 | column << 8 | kind);
}

/**
 * xc_sheet_sum_add_text:
 * @self: the sum of a sheet
 * @row: 0-based
 * @column: 0-based
 * @text: what the cell holds
 * @size: in bytes
 *
 * Cells are added in one order when written and when read back: by row, then by column.
 */
void
xc_sheet_sum_add_text (XcSheetSum *self, guint row, guint column, const char *text, gsize size)
{
  guint64 checksum = mix (begin_cell (self, row, column, 1), size);

  for (; size >= 8; text += 8, size -= 8)
    {
      guint64 bytes;

      memcpy (&bytes, text, 8);
      checksum = mix (checksum, bytes);
    }
  if (size > 0)
    {
      guint64 bytes = 0;

      memcpy (&bytes, text, size);
      checksum = mix (checksum, bytes);
    }
  self->checksum = checksum;
}

/**
 * xc_sheet_sum_add_number:
 * @self: the sum of a sheet
 * @row: 0-based
 * @column: 0-based
 * @number: what the cell holds
 */
void
xc_sheet_sum_add_number (XcSheetSum *self, guint row, guint column, double number)
{
  guint64 bits;

  memcpy (&bits, &number, sizeof bits);
  self->checksum = mix (begin_cell (self, row, column, 2), bits);
}

/**
 * xc_sheet_sum_add_day:
 * @self: the sum of a sheet
 * @row: 0-based
 * @column: 0-based
 * @day: what the cell holds
 */
void
xc_sheet_sum_add_day (XcSheetSum *self, guint row, guint column, XcDay day)
{
  self->checksum = mix (begin_cell (self, row, column, 3), (guint64) (gint64) day);
}

/**
 * xc_sheet_sum_equal:
 * @a: the sum of what was written
 * @b: the sum of what was read back
 *
 * Returns: whether both are of the same sheet
 */
gboolean
xc_sheet_sum_equal (const XcSheetSum *a, const XcSheetSum *b)
{
  return a->rows == b->rows && a->cells == b->cells && a->checksum == b->checksum;
}
