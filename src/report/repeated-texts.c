/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/repeated-texts.h"

#include <string.h>

#include "report/cell-text.h"

/* Past these a text is written into its cell, so that a ledger of any size is written in the same memory. */
#define MAX_TEXTS 20000
#define MAX_BYTES (2 * 1024 * 1024)

struct _XcRepeatedTexts
{
  GHashTable *numbers; /* of text, from 1 */
  GPtrArray *texts;    /* borrowed from the table, in the order of their numbers */
  gsize bytes;
};

/**
 * xc_repeated_texts_new:
 *
 * Returns: (transfer full): no texts yet
 */
XcRepeatedTexts *
xc_repeated_texts_new (void)
{
  XcRepeatedTexts *self = g_new0 (XcRepeatedTexts, 1);

  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->texts = g_ptr_array_new ();
  return self;
}

/**
 * xc_repeated_texts_free:
 * @self: (nullable): the texts
 */
void
xc_repeated_texts_free (XcRepeatedTexts *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->texts);
  g_hash_table_unref (self->numbers);
  g_free (self);
}

/**
 * xc_repeated_texts_add:
 * @self: the texts
 * @text: clean text
 * @size: in bytes
 *
 * Returns: the number of @text, from 0, or -1 when there are too many already
 */
int
xc_repeated_texts_add (XcRepeatedTexts *self, const char *text, gsize size)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, text));

  if (number == 0)
    {
      if (self->texts->len >= MAX_TEXTS || self->bytes + size > MAX_BYTES)
        return -1;
      char *copy = g_strndup (text, size);
      g_ptr_array_add (self->texts, copy);
      number = self->texts->len;
      g_hash_table_insert (self->numbers, copy, GUINT_TO_POINTER (number));
      self->bytes += size;
    }
  return (int) number - 1;
}

/**
 * xc_repeated_texts_get_n:
 * @self: the texts
 *
 * Returns: how many there are
 */
guint
xc_repeated_texts_get_n (XcRepeatedTexts *self)
{
  return self->texts->len;
}

/**
 * xc_repeated_texts_write:
 * @self: the texts
 *
 * Returns: (transfer full): the part of a workbook that holds them
 */
GString *
xc_repeated_texts_write (XcRepeatedTexts *self)
{
  GString *xml = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                               "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"");

  g_string_append_printf (xml, " uniqueCount=\"%u\">", self->texts->len);
  for (guint i = 0; i < self->texts->len; i++)
    {
      const char *text = g_ptr_array_index (self->texts, i);

      g_string_append (xml, "<si><t xml:space=\"preserve\">");
      xc_cell_text_append (xml, text, strlen (text));
      g_string_append (xml, "</t></si>");
    }
  g_string_append (xml, "</sst>");
  return xml;
}
