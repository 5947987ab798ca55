/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/money.h"

#include "core/text.h"

/* Words behind an amount, the longer before those that they end in, and the decimal places by which each moves the
 * point toward yuan. */
static const struct
{
  const char *word;
  int places;
} units[] = {
  { "亿元", 8 }, { "万元", 4 }, { "元", 0 }, { "亿", 8 }, { "万", 4 },
};

static char *
remove_ornaments (const char *text)
{
  g_autofree char *folded = xc_text_fold_width (text);
  GString *bare = g_string_sized_new (strlen (folded));

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (!g_unichar_isspace (c) && c != 0xA5 && c != 0xFFE5)
        g_string_append_unichar (bare, c);
    }
  return g_string_free (bare, FALSE);
}

/* Cuts the unit off the end of @amount; returns its places, or those of @unit. */
static int
take_unit (char *amount, XcMoneyUnit unit)
{
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_has_suffix (amount, units[i].word))
      {
        amount[strlen (amount) - strlen (units[i].word)] = '\0';
        return units[i].places;
      }
  return unit == XC_MONEY_WAN ? 4 : 0;
}

/* Whether commas stand only where they group thousands, before the decimal point. */
static gboolean
is_grouped (const char *amount)
{
  const char *end = amount + strcspn (amount, ".");
  const char *comma = strchr (amount, ',');

  if (comma == NULL)
    return TRUE;
  if (comma == amount || comma - amount > 3)
    return FALSE;
  for (; comma < end; comma += 4)
    if (*comma != ',' || strspn (comma + 1, "0123456789") < 3)
      return FALSE;
  return comma == end && strchr (end, ',') == NULL;
}

/**
 * xc_money_parse:
 * @text: an amount as people type it
 * @unit: what it is in when it does not say so itself
 * @fen: (out): the amount; unchanged when it is none
 *
 * Reads 1234.5, 1,234.50元, ¥1234.50, 7.132万元 and 1.2亿元, exactly: what is no whole number of fen is refused, and so
 * is what is negative or over 90 trillion yuan.
 *
 * Returns: whether it is an amount
 */
gboolean
xc_money_parse (const char *text, XcMoneyUnit unit, gint64 *fen)
{
  g_autofree char *amount = NULL;
  int places;
  gint64 value = 0;
  gboolean has_digit = FALSE, has_point = FALSE;

  g_return_val_if_fail (text != NULL && fen != NULL, FALSE);

  amount = remove_ornaments (text);
  places = take_unit (amount, unit) + 2;
  if (!is_grouped (amount))
    return FALSE;
  for (const char *at = amount; *at != '\0'; at++)
    {
      if (*at == ',')
        continue;
      if (*at == '.' && !has_point)
        {
          has_point = TRUE;
          continue;
        }
      if (!g_ascii_isdigit (*at) || value > G_MAXINT64 / 1000 || (has_point && places == 0 && *at != '0'))
        return FALSE;
      has_digit = TRUE;
      if (has_point && places == 0)
        continue;
      value = 10 * value + (*at - '0');
      places -= has_point ? 1 : 0;
    }
  for (; places > 0 && value <= G_MAXINT64 / 1000; places--)
    value *= 10;
  if (!has_digit || places > 0 || value > G_MAXINT64 / 1000)
    return FALSE;
  *fen = value;
  return TRUE;
}
