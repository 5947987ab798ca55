/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command/text-table.h"

#include <string.h>

struct _XcTextTable
{
  char *alignments;
  guint n_columns;
  GPtrArray *cells; /* of char *, row by row */
};

/**
 * xc_text_table_new:
 * @alignments: a letter a column: "l" left, "r" right
 *
 * Returns: (transfer full): a table without rows
 */
XcTextTable *
xc_text_table_new (const char *alignments)
{
  XcTextTable *self = g_new0 (XcTextTable, 1);

  self->alignments = g_strdup (alignments);
  self->n_columns = (guint) strlen (alignments);
  self->cells = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
xc_text_table_free (XcTextTable *self)
{
  g_ptr_array_unref (self->cells);
  g_free (self->alignments);
  g_free (self);
}

/**
 * xc_text_table_add:
 * @self: a table
 * @cells: a text for each column
 */
void
xc_text_table_add (XcTextTable *self, const char *const *cells)
{
  for (guint i = 0; i < self->n_columns; i++)
    g_ptr_array_add (self->cells, g_strdup (cells[i]));
}

/**
 * xc_text_table_width:
 * @text: UTF-8
 *
 * Returns: how many columns of a terminal it takes
 */
guint
xc_text_table_width (const char *text)
{
  guint width = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar character = g_utf8_get_char (text);

      if (!g_unichar_iszerowidth (character))
        width += g_unichar_iswide (character) ? 2 : 1;
    }
  return width;
}

static void
append_cell (GString *line, const char *text, char alignment, guint width, gboolean is_last)
{
  guint padding = width - xc_text_table_width (text);

  if (alignment == 'r')
    g_string_append_printf (line, "%*s%s", (int) padding, "", text);
  else
    g_string_append_printf (line, "%s%*s", text, is_last ? 0 : (int) padding, "");
  if (!is_last)
    g_string_append (line, "  ");
}

/**
 * xc_text_table_print:
 * @self: a table
 *
 * Prints its rows on standard output.
 */
void
xc_text_table_print (XcTextTable *self)
{
  g_autofree guint *widths = g_new0 (guint, self->n_columns);

  for (guint i = 0; i < self->cells->len; i++)
    widths[i % self->n_columns] =
        MAX (widths[i % self->n_columns], xc_text_table_width (self->cells->pdata[i]));
  for (guint row = 0; row < self->cells->len; row += self->n_columns)
    {
      g_autoptr (GString) line = g_string_new (NULL);

      for (guint i = 0; i < self->n_columns; i++)
        append_cell (line, self->cells->pdata[row + i], self->alignments[i], widths[i],
                     i + 1 == self->n_columns);
      g_print ("%s\n", line->str);
    }
}
