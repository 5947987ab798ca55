/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of cells as people see them: AB12. */
#include "workbook/workbook.h"

/**
 * xc_workbook_cell_name:
 * @column: 0-based, below %XC_WORKBOOK_COLUMNS
 * @row: 1-based, up to %XC_WORKBOOK_ROWS; 0 for the column alone
 *
 * Returns: (transfer full): the name, such as "AB12", or "AB" when @row is 0
 */
char *
xc_workbook_cell_name (guint column, guint row)
{
  char letters[4] = "";
  char *first = letters + 3;

  g_return_val_if_fail (column < XC_WORKBOOK_COLUMNS, NULL);
  g_return_val_if_fail (row <= XC_WORKBOOK_ROWS, NULL);

  for (guint rest = column + 1; rest > 0; rest = (rest - 1) / 26)
    *--first = (char) ('A' + (rest - 1) % 26);
  return row == 0 ? g_strdup (first) : g_strdup_printf ("%s%u", first, row);
}

/**
 * xc_workbook_parse_cell_name:
 * @name: a name such as "AB12", in capitals
 * @column: (out): 0-based
 * @row: (out): 1-based
 *
 * Returns: whether @name is that of a cell between A1 and XFD1048576
 */
gboolean
xc_workbook_parse_cell_name (const char *name, guint *column, guint *row)
{
  guint letters = 0;
  guint number = 0;
  const char *c;

  g_return_val_if_fail (name != NULL && column != NULL && row != NULL, FALSE);

  for (c = name; *c >= 'A' && *c <= 'Z' && letters <= XC_WORKBOOK_COLUMNS; c++)
    letters = letters * 26 + (guint) (*c - 'A') + 1;
  if (letters == 0 || letters > XC_WORKBOOK_COLUMNS || *c < '1' || *c > '9')
    return FALSE;
  for (; *c >= '0' && *c <= '9' && number <= XC_WORKBOOK_ROWS; c++)
    number = number * 10 + (guint) (*c - '0');
  if (*c != '\0' || number > XC_WORKBOOK_ROWS)
    return FALSE;
  *column = letters - 1;
  *row = number;
  return TRUE;
}
