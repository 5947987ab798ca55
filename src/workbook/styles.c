/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workbook/styles.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "workbook/escape.h"
#include "workbook/part.h"

#define MAX_STYLES (1u << 20)

struct _XcStyles
{
  GArray *formats;
  GHashTable *custom;
};

typedef enum
{
  STYLES = 1,
  FORMATS,
  FORMAT,
  CELLS,
  CELL,
} State;

static const XcPartRule rules[] = {
  { 0, "styleSheet", STYLES },  { STYLES, "numFmts", FORMATS }, { FORMATS, "numFmt", FORMAT },
  { STYLES, "cellXfs", CELLS }, { CELLS, "xf", CELL },
};

/* ECMA-376 part 1, 18.8.30: the formats that are known by number alone, the Chinese ones included. */
static gboolean
is_builtin_date (guint format)
{
  return (format >= 14 && format <= 17) || format == 22 || (format >= 27 && format <= 31) || format == 36
         || (format >= 50 && format <= 54) || format == 57 || format == 58;
}

/* What in a format code is shown as it is, or says something about colour, language or width: its bytes, or 0. */
static gsize
measure_literal (const char *code)
{
  const char *end;

  switch (*code)
    {
    case '"':
      end = strchr (code + 1, '"');
      return end != NULL ? (gsize) (end - code) + 1 : strlen (code);
    case '[':
      /* [h] is elapsed hours and no day, and so are the others. */
      end = strchr (code + 1, ']');
      return end != NULL ? (gsize) (end - code) + 1 : strlen (code);
    case '\\':
    case '_':
    case '*':
      return code[1] != '\0' ? (gsize) (g_utf8_next_char (code + 1) - code) : 1;
    case 'E':
    case 'e':
      return code[1] == '+' || code[1] == '-' ? 2 : 0;
    case 'A':
    case 'a':
      if (g_ascii_strncasecmp (code, "AM/PM", 5) == 0)
        return 5;
      return g_ascii_strncasecmp (code, "A/P", 3) == 0 ? 3 : 0;
    case 'G':
    case 'g':
      return g_ascii_strncasecmp (code, "General", 7) == 0 ? 7 : 0;
    default:
      return 0;
    }
}

/**
 * xc_styles_is_date_format:
 * @code: a number format, such as yyyy"年"m"月"d"日"
 *
 * Returns: whether numbers in it are shown as days: it has a year, a day or a weekday, or months without hours or
 *   seconds, in the section for positive numbers
 */
gboolean
xc_styles_is_date_format (const char *code)
{
  gboolean month = FALSE, clock = FALSE;

  while (*code != '\0' && *code != ';')
    {
      gsize literal = measure_literal (code);

      if (literal > 0)
        {
          code += literal;
          continue;
        }
      switch (g_ascii_tolower (*code))
        {
        case 'y':
        case 'd':
        case 'e':
        case 'a':
          return TRUE;
        case 'm':
          month = TRUE;
          break;
        case 'h':
        case 's':
          clock = TRUE;
          break;
        default:
          break;
        }
      code++;
    }
  return month && !clock;
}

static void
read_format (XcPart *part, const char **attributes)
{
  XcStyles *self = part->data;
  const char *id = xc_part_get_attribute (attributes, "numFmtId");
  const char *code = xc_part_get_attribute (attributes, "formatCode");
  g_autofree char *decoded = NULL;
  guint number = 0;

  if (id == NULL || code == NULL || !xc_part_parse_number (id, G_MAXINT, &number))
    {
      xc_fault_damaged (&part->place, xc_part_set_error (part),
                        _ ("a number format has no number or no code"));
      return;
    }
  decoded = g_strdup (code);
  decoded[xc_escape_decode (decoded, strlen (decoded))] = '\0';
  g_hash_table_insert (self->custom, GUINT_TO_POINTER (number),
                       GINT_TO_POINTER (xc_styles_is_date_format (decoded)));
}

static void
read_cell_style (XcPart *part, const char **attributes)
{
  XcStyles *self = part->data;
  const char *id = xc_part_get_attribute (attributes, "numFmtId");
  guint number = 0;

  if (id != NULL && !xc_part_parse_number (id, G_MAXINT, &number))
    xc_fault_damaged (&part->place, xc_part_set_error (part), _ ("a number format has no number or no code"));
  else if (self->formats->len >= MAX_STYLES)
    xc_fault_too_large (&part->place, xc_part_set_error (part), _ ("there are more than %u styles"),
                        MAX_STYLES);
  else
    g_array_append_val (self->formats, number);
}

static void
start_element (XcPart *part, guint state, const char **attributes)
{
  switch ((State) state)
    {
    case FORMAT:
      read_format (part, attributes);
      break;
    case CELL:
      read_cell_style (part, attributes);
      break;
    case STYLES:
    case FORMATS:
    case CELLS:
      break;
    }
}

/**
 * xc_styles_read:
 * @archive: a workbook
 * @entry: (nullable): the part that holds them, or %NULL when there is none
 * @error: return location: %XC_WORKBOOK_ERROR_DAMAGED, _TOO_LARGE or _IO
 *
 * Returns: (transfer full): the styles, or %NULL
 */
XcStyles *
xc_styles_read (XcArchive *archive, const XcEntry *entry, GError **error)
{
  static const XcPartGrammar grammar = { xc_part_main_namespaces, rules, G_N_ELEMENTS (rules), start_element,
                                         NULL };
  g_autoptr (XcStyles) self = g_new0 (XcStyles, 1);
  XcPart part = { .archive = archive, .grammar = &grammar, .data = self };

  self->formats = g_array_new (FALSE, TRUE, sizeof (guint));
  self->custom = g_hash_table_new (NULL, NULL);
  if (entry != NULL && !xc_part_read (&part, entry, error))
    return NULL;
  /* A cell that names no style has style 0, be there any or not. */
  if (self->formats->len == 0)
    g_array_set_size (self->formats, 1);
  return g_steal_pointer (&self);
}

void
xc_styles_free (XcStyles *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->formats);
  g_hash_table_unref (self->custom);
  g_free (self);
}

/**
 * xc_styles_get_size:
 * @self: the styles
 *
 * Returns: how many cell styles there are, at least 1
 */
guint
xc_styles_get_size (XcStyles *self)
{
  return self->formats->len;
}

/**
 * xc_styles_is_date:
 * @self: the styles
 * @style: below xc_styles_get_size()
 *
 * Returns: whether numbers in cells of that style are shown as days
 */
gboolean
xc_styles_is_date (XcStyles *self, guint style)
{
  guint format;
  gpointer is_date;

  g_return_val_if_fail (style < self->formats->len, FALSE);

  format = g_array_index (self->formats, guint, style);
  if (g_hash_table_lookup_extended (self->custom, GUINT_TO_POINTER (format), NULL, &is_date))
    return GPOINTER_TO_INT (is_date);
  return is_builtin_date (format);
}
