/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "intake/numbered-cell.h"

#include <string.h>

#include "core/text.h"

#define CIRCLED_ONE 0x2460
#define CIRCLED_LAST 0x2473
/* More digits are a year or a sum. */
#define DIGITS_MAX 2

static void
free_item (gpointer data)
{
  g_free (((XcNumberedItem *) data)->text);
  g_free (data);
}

static void
add_item (GPtrArray *items, guint number, const char *text)
{
  XcNumberedItem *item = g_new (XcNumberedItem, 1);

  item->number = number;
  item->text = g_strdup (text);
  g_ptr_array_add (items, item);
}

static gboolean
closes (const char *at, gboolean is_open)
{
  gunichar c = g_utf8_get_char (at);

  if (c == ')' || c == 0xFF09 /* ） */)
    return TRUE;
  /* “1.2万元” begins with no number of an item. */
  return !is_open && (c == 0x3001 /* 、 */ || c == 0xFF0E /* ． */ || (c == '.' && !g_ascii_isdigit (at[1])));
}

/* The number at the beginning of @line, or 0; @rest is what stands behind it. */
static guint
read_number (const char *line, const char **rest)
{
  gunichar first = g_utf8_get_char (line);
  gboolean is_open = first == '(' || first == 0xFF08 /* （ */;
  const char *at = is_open ? g_utf8_next_char (line) : line;
  guint number = 0, n_digits = 0;

  if (first >= CIRCLED_ONE && first <= CIRCLED_LAST)
    {
      *rest = g_utf8_next_char (line);
      return first - CIRCLED_ONE + 1;
    }
  for (; g_ascii_isdigit (*at) && n_digits <= DIGITS_MAX; at++, n_digits++)
    number = number * 10 + (guint) (*at - '0');
  if (n_digits == 0 || n_digits > DIGITS_MAX || *at == '\0' || !closes (at, is_open))
    return 0;
  *rest = g_utf8_next_char (at);
  return number;
}

static GPtrArray *
read_lines (const char *clean)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (free_item);
  g_auto (GStrv) lines = g_strsplit (clean, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strchug (lines[i]), *rest = line;
      guint number = read_number (line, &rest);
      XcNumberedItem *last = items->len > 0 ? items->pdata[items->len - 1] : NULL;

      if (number > 0 && (last == NULL || number > last->number))
        add_item (items, number, g_strchug ((char *) rest));
      else if (last != NULL)
        {
          g_autofree char *before = last->text;

          last->text = g_strconcat (before, "\n", line, NULL);
        }
      else
        /* What stands before the first number belongs to none. */
        break;
    }
  return items;
}

/**
 * xc_numbered_cell_read:
 * @cell: what stands in a cell
 *
 * Numbers are written 1. or 1、 or （1） or ①, go up, and begin lines. A 1 alone is a part of the text.
 *
 * Returns: (transfer full) (element-type XcNumberedItem): its items; one without number when it is not numbered, none
 *   when it is blank
 */
GPtrArray *
xc_numbered_cell_read (const char *cell)
{
  g_autofree char *clean = xc_text_clean (cell);
  GPtrArray *items = read_lines (clean);

  if (items->len > 1 || (items->len == 1 && ((XcNumberedItem *) items->pdata[0])->number > 1))
    return items;
  g_ptr_array_set_size (items, 0);
  if (*clean != '\0')
    add_item (items, 0, clean);
  return items;
}
