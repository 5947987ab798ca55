/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/text.h"

#include <string.h>

/* Full-width forms repeat ASCII from ! to ~ at this distance. */
#define FULL_WIDTH_FIRST 0xFF01
#define FULL_WIDTH_LAST 0xFF5E
#define FULL_WIDTH_OFFSET 0xFEE0
#define IDEOGRAPHIC_SPACE 0x3000
/* The first byte of each of them; the ideographic space begins with another. */
#define FULL_WIDTH_LEAD 0xEF
#define FIRST_HAN 0x4E00
#define LAST_HAN 0x9FFF

static gunichar
fold_width (gunichar c)
{
  if (c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST)
    return c - FULL_WIDTH_OFFSET;
  return c == IDEOGRAPHIC_SPACE ? ' ' : c;
}

/**
 * xc_text_fold_width:
 * @text: any text; invalid UTF-8 is replaced by U+FFFD
 *
 * Makes full-width letters, digits, punctuation and the ideographic space plain: "６．Ａ（一）" becomes
 * "6.A(一)". Input methods switch between the two widths without their users noticing.
 *
 * Returns: (transfer full): the folded text
 */
char *
xc_text_fold_width (const char *text)
{
  g_autofree char *valid = NULL;
  GString *folded;

  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, -1);
  folded = g_string_sized_new (strlen (valid));
  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    g_string_append_unichar (folded, fold_width (g_utf8_get_char (at)));
  return g_string_free (folded, FALSE);
}

static gboolean
is_line_end (gunichar c)
{
  /* Word and Excel write a line break inside a paragraph as a vertical tab. */
  return c == '\n' || c == '\v' || c == '\f' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/* What has no look and no place in a file: byte order marks, zero-width spaces, control characters and the
 * code points that XML forbids. */
static gboolean
is_debris (gunichar c)
{
  return c == 0xFEFF || c == 0x200B || c == 0x2060 || g_unichar_iscntrl (c) || (c & 0xFFFE) == 0xFFFE;
}

/*
 * Almost all that offices write: printable ASCII, Chinese and its punctuation, not beginning or ending with a space.
 * There is nothing to clean in it.
 */
static gboolean
is_clean (const char *text)
{
  const char *at = text;

  if (*text == ' ' || !g_utf8_validate (text, -1, NULL))
    return FALSE;
  for (; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (!((c >= ' ' && c <= '~') || (c > IDEOGRAPHIC_SPACE && c <= LAST_HAN)
            || (c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST)))
        return FALSE;
    }
  return at == text || at[-1] != ' ';
}

/**
 * xc_text_clean:
 * @text: any text; invalid UTF-8 is replaced by U+FFFD
 *
 * Makes text from a form or a workbook fit to be kept: spaces of every kind are trimmed at both ends, all
 * line ends become "\n", a tab becomes a space, and control characters, byte order marks and what XML
 * forbids are dropped. Everything else stays as typed, full-width characters too. Cleaning twice changes
 * nothing more.
 *
 * Returns: (transfer full): the clean text, perhaps empty
 */
char *
xc_text_clean (const char *text)
{
  g_autofree char *valid = NULL;
  GString *clean;
  gsize kept = 0;

  g_return_val_if_fail (text != NULL, NULL);

  if (is_clean (text))
    return g_strdup (text);
  valid = g_utf8_make_valid (text, -1);
  clean = g_string_sized_new (strlen (valid));
  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == '\r' && at[1] == '\n')
        continue;
      if (is_line_end (c))
        c = '\n';
      else if (c == '\t')
        c = ' ';
      else if (is_debris (c))
        continue;
      if (g_unichar_isspace (c) && clean->len == 0)
        continue;
      g_string_append_unichar (clean, c);
      if (!g_unichar_isspace (c))
        kept = clean->len;
    }
  g_string_truncate (clean, kept);
  return g_string_free (clean, FALSE);
}

static gunichar
fold (gunichar c)
{
  return g_unichar_tolower (fold_width (c));
}

/* Whether @needle has neither case nor width, being of Chinese characters: then bytes can be compared, which is
 * several times faster. */
static gboolean
is_all_han (const char *needle)
{
  for (const char *at = needle; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c < FIRST_HAN || c > LAST_HAN)
        return FALSE;
    }
  return TRUE;
}

/* @text may be anything, @needle is folded. */
static gboolean
begins_with (const char *text, const char *needle)
{
  while (*needle != '\0')
    {
      gunichar c = g_utf8_get_char_validated (text, -1);

      if ((gint32) c <= 0 || fold (c) != g_utf8_get_char (needle))
        return FALSE;
      text = g_utf8_next_char (text);
      needle = g_utf8_next_char (needle);
    }
  return TRUE;
}

static char *
fold_text (const char *text)
{
  GString *folded = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    g_string_append_unichar (folded, fold (g_utf8_get_char (at)));
  return g_string_free (folded, FALSE);
}

/* Where Chinese characters begin @needle, they are looked for as they stand. */
static gboolean
contains_after_han (const char *text, const char *needle)
{
  const char *end = needle;
  g_autofree char *han = NULL;

  while (g_utf8_get_char (end) >= FIRST_HAN && g_utf8_get_char (end) <= LAST_HAN)
    end = g_utf8_next_char (end);
  han = g_strndup (needle, (gsize) (end - needle));
  for (text = strstr (text, han); text != NULL; text = strstr (text + 1, han))
    if (begins_with (text + (end - needle), end))
      return TRUE;
  return FALSE;
}

/* Goes byte by byte: most characters can be told from the first one wanted by their first byte, and are not decoded. */
static gboolean
contains_folded (const char *text, const char *needle)
{
  char first = *needle;
  gunichar c = g_utf8_get_char (needle);
  gboolean is_latin = c < 0x80 && c != ' ';

  if (c >= FIRST_HAN && c <= LAST_HAN)
    return contains_after_han (text, needle);
  for (const char *at = text; *at != '\0'; at++)
    {
      if (is_latin && *at != first && *at != g_ascii_toupper (first) && (guchar) *at != FULL_WIDTH_LEAD)
        continue;
      if (begins_with (at, needle))
        return TRUE;
    }
  return FALSE;
}

/**
 * xc_text_is_blank:
 * @text: (nullable): any text
 *
 * Returns: whether nothing can be seen of it
 */
gboolean
xc_text_is_blank (const char *text)
{
  for (; text != NULL && *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

/**
 * xc_text_contains:
 * @text: where to look
 * @needle: UTF-8; one that is not is found nowhere, an empty one everywhere
 *
 * Finds a text within another whatever the case and the width of letters, digits and punctuation.
 *
 * Returns: whether @needle is within @text
 */
gboolean
xc_text_contains (const char *text, const char *needle)
{
  g_autofree char *folded = NULL;

  g_return_val_if_fail (text != NULL && needle != NULL, FALSE);

  if (!g_utf8_validate (needle, -1, NULL))
    return FALSE;
  if (is_all_han (needle))
    return strstr (text, needle) != NULL;
  folded = fold_text (needle);
  return contains_folded (text, folded);
}
