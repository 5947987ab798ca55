/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/cell-text.h"

#include <string.h>

/* Bytes that need a second look; all others are copied as they are. */
#define CONTROL 1u /* below the space: XML forbids most of them */
#define MARKUP 2u
#define SCORE 4u /* may begin an escape such as _x000D_ */
#define LAST 8u  /* begins U+FFFE and U+FFFF, and much else */

static const guint8 classes[256] = {
  ['\0' ... '\x1f'] = CONTROL, ['&'] = MARKUP, ['<'] = MARKUP, ['>'] = MARKUP, ['_'] = SCORE, [0xEF] = LAST,
};

static guint
find_classes (const char *text, gsize size)
{
  guint found = 0;

  for (gsize i = 0; i < size; i++)
    found |= classes[(guchar) text[i]];
  return found;
}

static gboolean
is_forbidden (gunichar c)
{
  return (c < 0x20 && c != '\t' && c != '\n') || c == 0xFFFE || c == 0xFFFF;
}

/**
 * xc_cell_text_clean:
 * @text: any text; bytes that are not UTF-8 become U+FFFD
 * @scratch: holds the clean text when it is not @text itself
 * @size: (out): bytes of the clean text
 * @needs_escape: (out): whether it must go through xc_cell_text_append(); otherwise it is written as it is
 *
 * Line ends become "\n"; characters that XML cannot hold are left out.
 *
 * Returns: the clean text, valid as long as @text and @scratch are
 */
const char *
xc_cell_text_clean (const char *text, GString *scratch, gsize *size, gboolean *needs_escape)
{
  g_autofree char *valid = NULL;

  *size = strlen (text);
  if (!g_utf8_validate (text, (gssize) *size, NULL))
    {
      valid = g_utf8_make_valid (text, (gssize) *size);
      g_string_assign (scratch, valid);
      *size = scratch->len;
      text = valid;
    }
  guint found = find_classes (text, *size);
  *needs_escape = (found & (MARKUP | SCORE)) != 0;
  gboolean is_last =
      (found & LAST) != 0 && (strstr (text, "\xEF\xBF\xBE") != NULL || strstr (text, "\xEF\xBF\xBF") != NULL);
  if ((found & CONTROL) == 0 && !is_last)
    return valid == NULL ? text : scratch->str;

  g_autofree char *copy = g_strndup (text, *size);
  g_string_truncate (scratch, 0);
  for (const char *at = copy; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == '\r')
        c = at[1] == '\n' ? 0 : '\n';
      if (c != 0 && !is_forbidden (c))
        g_string_append_unichar (scratch, c);
    }
  *size = scratch->len;
  return scratch->str;
}

/**
 * xc_cell_text_is_too_long:
 * @text: clean text
 * @size: in bytes
 *
 * Returns: whether spreadsheets would not take @text, or cut it
 */
gboolean
xc_cell_text_is_too_long (const char *text, gsize size)
{
  gsize units = 0;

  if (size <= XC_CELL_TEXT_MAX)
    return FALSE;
  for (gsize i = 0; i < size; i++)
    {
      guchar byte = (guchar) text[i];

      /* one for each character, one more for those of four bytes */
      units += ((byte & 0xC0) != 0x80) + (byte >= 0xF0);
    }
  return units > XC_CELL_TEXT_MAX;
}

/* Whether what begins at @at would be read as an escaped character. */
static gboolean
is_escape (const char *at, const char *end)
{
  if (end - at < 7 || at[1] != 'x' || at[6] != '_')
    return FALSE;
  for (int i = 2; i < 6; i++)
    if (!g_ascii_isxdigit (at[i]))
      return FALSE;
  return TRUE;
}

/**
 * xc_cell_text_append:
 * @xml: what the text is appended to
 * @text: clean text
 * @size: in bytes
 *
 * Appends @text as the content of an XML element that is read back as @text.
 */
void
xc_cell_text_append (GString *xml, const char *text, gsize size)
{
  const char *end = text + size, *from = text;

  for (const char *at = text; at < end; at++)
    {
      const char *escaped = NULL;

      if (*at == '&')
        escaped = "&amp;";
      else if (*at == '<')
        escaped = "&lt;";
      else if (*at == '>')
        escaped = "&gt;";
      else if (*at == '_' && is_escape (at, end))
        escaped = "_x005F_";
      if (escaped == NULL)
        continue;
      g_string_append_len (xml, from, at - from);
      g_string_append (xml, escaped);
      from = at + 1;
    }
  g_string_append_len (xml, from, end - from);
}
