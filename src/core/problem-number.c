/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/problem-number.h"

#include "core/text.h"

/* More would not fit on paper, and no office comes near. */
#define PART_MAX 99999
/* Digits of a part, with some zeros before them. */
#define PART_DIGITS 8

/**
 * xc_problem_number_format:
 * @number: a number
 *
 * Two digits for the round, two for the organization, three for the problem, so that numbers sort as texts; more where
 * the part is larger.
 *
 * Returns: (transfer full): the number as lists print it
 */
char *
xc_problem_number_format (const XcProblemNumber *number)
{
  g_return_val_if_fail (number != NULL, NULL);
  return g_strdup_printf ("%02u-%02u-%03u", number->round, number->organization, number->problem);
}

static gboolean
is_dash (gunichar c)
{
  /* What input methods and spreadsheets make of a hyphen; the full-width one is folded before. */
  return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

static void
skip_spaces (const char **at)
{
  while (g_unichar_isspace (g_utf8_get_char (*at)))
    *at = g_utf8_next_char (*at);
}

/* Reads digits up to what is none and moves @at there; whether there are any, and not too many. */
static gboolean
read_part (const char **at, guint *part)
{
  guint n_digits = 0;

  *part = 0;
  for (; g_ascii_isdigit (**at); (*at)++, n_digits++)
    if (n_digits < PART_DIGITS)
      *part = 10 * *part + (guint) (**at - '0');
  return n_digits > 0 && n_digits <= PART_DIGITS && *part <= PART_MAX;
}

/**
 * xc_problem_number_parse:
 * @text: what may be a number
 * @number: (out): the number; unchanged when it is none
 *
 * Reads 06-03-012, 6-3-12, 6 - 3 - 12 and ０６－０３－０１２. Offices may have numbers of their own, which are none of these.
 *
 * Returns: whether it is one
 */
gboolean
xc_problem_number_parse (const char *text, XcProblemNumber *number)
{
  g_autofree char *clean = NULL;
  g_autofree char *folded = NULL;
  const char *at;
  guint parts[3];

  g_return_val_if_fail (text != NULL && number != NULL, FALSE);

  clean = xc_text_clean (text);
  folded = xc_text_fold_width (clean);
  at = folded;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (i > 0)
        {
          skip_spaces (&at);
          if (!is_dash (g_utf8_get_char (at)))
            return FALSE;
          at = g_utf8_next_char (at);
          skip_spaces (&at);
        }
      /* Outside the rounds of the committee the first part is 00. */
      if (!read_part (&at, &parts[i]) || (parts[i] == 0 && i > 0))
        return FALSE;
    }
  if (*at != '\0')
    return FALSE;
  *number = (XcProblemNumber){ parts[0], parts[1], parts[2] };
  return TRUE;
}

/* Written as this program writes all but the largest: it is its own key. */
static gboolean
is_usual (const char *text)
{
  static const char form[] = "dd-dd-ddd";

  for (gsize i = 0; i < sizeof form - 1; i++)
    if (form[i] == 'd' ? !g_ascii_isdigit (text[i]) : text[i] != form[i])
      return FALSE;
  return text[sizeof form - 1] == '\0';
}

/**
 * xc_problem_number_key:
 * @text: a number, of this program's form or an office's own
 *
 * Two texts mean the same problem when their keys are equal: 6-3-12 is 06-03-012, and width, case and spaces make no
 * difference.
 *
 * Returns: (transfer full): the key
 */
char *
xc_problem_number_key (const char *text)
{
  XcProblemNumber number;
  g_autofree char *folded = NULL;
  GString *key;

  g_return_val_if_fail (text != NULL, NULL);

  if (is_usual (text))
    return g_strdup (text);
  if (xc_problem_number_parse (text, &number))
    return xc_problem_number_format (&number);
  folded = xc_text_fold_width (text);
  key = g_string_sized_new (strlen (folded));
  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_isspace (g_utf8_get_char (at)))
      g_string_append_unichar (key, g_unichar_tolower (g_utf8_get_char (at)));
  return g_string_free (key, FALSE);
}
