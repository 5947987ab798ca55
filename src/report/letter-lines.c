/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * By a model of the type, not by the fonts there are: an ideograph and its punctuation is one unit wide, a Latin letter
 * half of one, so that a paper breaks in the same places whatever stands in for 仿宋. GB/T 15834: no line begins with a
 * mark that closes, or ends with one that opens; numbers are not torn apart.
 */
#include "report/letter-lines.h"

#include <string.h>

static const char closing[] = "，。、；：？！）》〉】〕」』”’…％%,.;:?!)]}";
static const char opening[] = "（《〈【〔「『“‘([{";

/* Part of a line that is not torn. */
typedef struct
{
  const char *start;
  gsize length;
  double width;
} Token;

static gboolean
is_narrow (gunichar c)
{
  return c < 0x2000;
}

static gboolean
is_one_of (const char *set, const char *at)
{
  return g_utf8_strchr (set, -1, g_utf8_get_char (at)) != NULL;
}

/**
 * xc_letter_lines_measure:
 * @text: one line
 *
 * Returns: its width in characters
 */
double
xc_letter_lines_measure (const char *text)
{
  double width = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    width += is_narrow (g_utf8_get_char (text)) ? 0.5 : 1;
  return width;
}

/* An ideograph by itself; Latin letters and digits together, as long as they fit on a line at all. */
static Token
read_token (const char *at, double width)
{
  Token token = { at, 0, 0 };
  const char *end = at;

  do
    {
      token.width += is_narrow (g_utf8_get_char (end)) ? 0.5 : 1;
      end = g_utf8_next_char (end);
    }
  while (*end != '\0' && *at != ' ' && *end != ' ' && is_narrow (g_utf8_get_char (at))
         && is_narrow (g_utf8_get_char (end)) && token.width + 0.5 <= width);
  token.length = (gsize) (end - at);
  return token;
}

static GArray *
read_tokens (const char *text, double width)
{
  GArray *tokens = g_array_new (FALSE, FALSE, sizeof (Token));

  while (*text != '\0')
    {
      Token token = read_token (text, width);

      g_array_append_val (tokens, token);
      text += token.length;
    }
  return tokens;
}

/* How many tokens from @first fit on a line. */
static guint
fit_tokens (const GArray *tokens, guint first, double width)
{
  double used = 0;
  guint n = 0;

  while (first + n < tokens->len)
    {
      const Token *token = &g_array_index (tokens, Token, first + n);

      if (used + token->width > width + 1e-9)
        break;
      used += token->width;
      n++;
    }
  if (n == 0)
    return 1;
  /* What may not begin the next line takes its neighbor along; what may not end this one goes over. */
  for (guint kept = n; first + n < tokens->len && kept > 1; kept--)
    {
      const Token *next = &g_array_index (tokens, Token, first + kept);
      const Token *last = &g_array_index (tokens, Token, first + kept - 1);

      if (!is_one_of (closing, next->start) && !is_one_of (opening, last->start))
        return kept;
    }
  return n;
}

static void
clear_line (gpointer data)
{
  g_free (((XcLetterLine *) data)->words);
}

/**
 * xc_letter_lines_break:
 * @text: text, with a new paragraph after each end of a line
 * @width: of a line, in characters
 * @indent: how many characters each paragraph begins later
 *
 * Returns: (transfer full) (element-type XcLetterLine): the lines
 */
GArray *
xc_letter_lines_break (const char *text, double width, int indent)
{
  g_auto (GStrv) paragraphs = g_strsplit (text, "\n", -1);
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (XcLetterLine));

  g_return_val_if_fail (width > indent + 1, lines);
  g_array_set_clear_func (lines, clear_line);
  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      g_autoptr (GArray) tokens = read_tokens (g_strstrip (paragraphs[i]), width - indent);

      for (guint first = 0; first < tokens->len;)
        {
          int left = first == 0 ? indent : 0;
          guint n = fit_tokens (tokens, first, width - left);
          const Token *start = &g_array_index (tokens, Token, first);
          const Token *end = &g_array_index (tokens, Token, first + n - 1);
          XcLetterLine line = { g_strndup (start->start, (gsize) (end->start + end->length - start->start)),
                                left, first + n == tokens->len };

          g_strchomp (line.words);
          g_array_append_val (lines, line);
          first += n;
        }
    }
  return lines;
}
