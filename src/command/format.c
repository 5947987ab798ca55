/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command/format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * xc_format_read:
 * @verb: the verb
 * @typed: (nullable): the value of “--format”
 * @format: (out): what it names; text for people when it is %NULL
 *
 * Returns: whether it is a format; otherwise it has been said
 */
gboolean
xc_format_read (const XcVerb *verb, const char *typed, XcFormat *format)
{
  static const char *const words[] = { "text", "csv", "json" };

  *format = XC_FORMAT_TEXT;
  if (typed == NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (typed, words[i]) == 0)
      {
        *format = (XcFormat) i;
        return TRUE;
      }
  /* translators: %s is what was given as a format */
  xc_command_refuse (verb, _ ("“%s” is not a format; choose text, csv or json."), typed);
  return FALSE;
}

/**
 * xc_format_print_csv_row:
 * @cells: (array length=n_cells): texts
 * @n_cells: how many
 *
 * Prints one row by RFC 4180, but with the line ends of this system.
 */
void
xc_format_print_csv_row (const char *const *cells, guint n_cells)
{
  g_autoptr (GString) row = g_string_new (NULL);

  for (guint i = 0; i < n_cells; i++)
    {
      if (i > 0)
        g_string_append_c (row, ',');
      if (strpbrk (cells[i], ",\"\r\n") == NULL)
        {
          g_string_append (row, cells[i]);
          continue;
        }
      g_string_append_c (row, '"');
      for (const char *c = cells[i]; *c != '\0'; c++)
        g_string_append_len (row, *c == '"' ? "\"\"" : c, *c == '"' ? 2 : 1);
      g_string_append_c (row, '"');
    }
  g_print ("%s\n", row->str);
}

/**
 * xc_format_print_json:
 * @builder: with one whole value
 */
void
xc_format_print_json (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = json_to_string (root, TRUE);

  g_print ("%s\n", text);
}

void
xc_format_add_text (JsonBuilder *builder, const char *key, const char *text)
{
  json_builder_set_member_name (builder, key);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

void
xc_format_add_number (JsonBuilder *builder, const char *key, gint64 number)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_int_value (builder, number);
}
