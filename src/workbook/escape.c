/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workbook/escape.h"

#include <string.h>

#define ESCAPE_SIZE 7u

/* The code in "_x000D_", or 0 when that is not what stands there. */
static gunichar
read_escape (const char *text, gsize size)
{
  gunichar code = 0;

  if (size < ESCAPE_SIZE || text[0] != '_' || text[1] != 'x' || text[6] != '_')
    return 0;
  for (guint i = 2; i < 6; i++)
    {
      int digit = g_ascii_xdigit_value (text[i]);

      if (digit < 0)
        return 0;
      code = code << 4 | (gunichar) digit;
    }
  return code;
}

/**
 * xc_escape_decode:
 * @text: valid UTF-8; changed in place
 * @size: its bytes
 *
 * Decodes the escapes of ECMA-376 part 1, 22.9.2.19 (ST_Xstring): "_x000D_" is the character of that code, two of
 * them may be a surrogate pair, "_x005F_" is the underscore of a literal one. What names no character stays as it is.
 *
 * Returns: the number of bytes left
 */
gsize
xc_escape_decode (char *text, gsize size)
{
  char *from = memchr (text, '_', size);
  char *to = from;
  char *end = text + size;

  if (from == NULL)
    return size;
  while (from < end)
    {
      gunichar code = *from == '_' ? read_escape (from, (gsize) (end - from)) : 0;
      gsize used = ESCAPE_SIZE;

      if (code >= 0xd800 && code < 0xdc00)
        {
          gunichar low = read_escape (from + used, (gsize) (end - from) - used);

          code = low >= 0xdc00 && low < 0xe000 ? 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00) : 0;
          used *= 2;
        }
      if (code == 0 || !g_unichar_validate (code))
        {
          *to++ = *from++;
          continue;
        }
      to += g_unichar_to_utf8 (code, to);
      from += used;
    }
  return (gsize) (to - text);
}
