/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/numeral.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/text.h"

static const char *const digits[] = { "零", "一", "二", "三", "四", "五", "六", "七", "八", "九" };
static const char *const units[] = { "", "十", "百", "千" };

/* Other ways to write the same; financial numerals are typed where a sum might be altered. */
static const struct
{
  const char *written;
  const char *plain;
} variants[] = {
  { "〇", "零" }, { "○", "零" },    { "O", "零" },    { "o", "零" },  { "壹", "一" }, { "贰", "二" },
  { "叁", "三" }, { "肆", "四" },   { "伍", "五" },   { "陆", "六" }, { "柒", "七" }, { "捌", "八" },
  { "玖", "九" }, { "拾", "十" },   { "佰", "百" },   { "仟", "千" }, { "兩", "两" }, { "貳", "二" },
  { "陸", "六" }, { "廿", "二十" }, { "卅", "三十" },
};

static gboolean
parse_arabic (const char *text, int *number)
{
  gint64 value;

  if (strlen (text) > 10 || strspn (text, "0123456789") != strlen (text))
    return FALSE;
  value = g_ascii_strtoll (text, NULL, 10);
  if (value > G_MAXINT)
    return FALSE;
  *number = (int) value;
  return TRUE;
}

static char *
replace_variants (const char *text)
{
  GString *plain = g_string_new (text);

  for (gsize i = 0; i < G_N_ELEMENTS (variants); i++)
    g_string_replace (plain, variants[i].written, variants[i].plain, 0);
  return g_string_free (plain, FALSE);
}

static int
find_word (const char *const *words, int n_words, const char *at)
{
  for (int i = 0; i < n_words; i++)
    if (words[i][0] != '\0' && g_str_has_prefix (at, words[i]))
      return i;
  return -1;
}

/* 二〇二四 and 一〇三, digit by digit. Without a zero only four digits are a number: 三四 means three or four, and
 * 第一二三组 three groups. */
static gboolean
parse_positional (const char *plain, int *number)
{
  glong length = g_utf8_strlen (plain, -1);
  gboolean has_zero = strstr (plain, digits[0]) != NULL;
  int value = 0;

  if (length > 4 || (length > 1 && g_str_has_prefix (plain, digits[0])))
    return FALSE;
  if (length != 1 && length != 4 && !has_zero)
    return FALSE;
  for (const char *at = plain; *at != '\0'; at = g_utf8_next_char (at))
    {
      int digit = find_word (digits, G_N_ELEMENTS (digits), at);

      if (digit < 0)
        return FALSE;
      value = 10 * value + digit;
    }
  *number = value;
  return TRUE;
}

/* The value of 一千零二十三, with no regard to order; whether it is well-formed, the caller finds by writing the
 * value again. */
static int
evaluate (const char *plain)
{
  static const int powers[] = { 1, 10, 100, 1000 };
  int value = 0;
  int pending = 0;

  for (const char *at = plain; *at != '\0'; at = g_utf8_next_char (at))
    {
      int digit = find_word (digits, G_N_ELEMENTS (digits), at);
      int unit = find_word (units, G_N_ELEMENTS (units), at);

      if (digit >= 0)
        {
          pending = digit;
        }
      else if (unit >= 0 && value <= XC_NUMERAL_MAX)
        {
          value += MAX (pending, 1) * powers[unit];
          pending = 0;
        }
      else
        {
          return -1;
        }
    }
  return value + pending;
}

/* Ten is 十, 一十 and, after a zero, both: 一百一十二 is also written 一百十二. */
static gboolean
says_the_same (const char *a, const char *b)
{
  g_autoptr (GString) one = g_string_new (a);
  g_autoptr (GString) other = g_string_new (b);

  g_string_replace (one, "一十", "十", 0);
  g_string_replace (other, "一十", "十", 0);
  return g_string_equal (one, other);
}

static gboolean
parse_chinese (const char *text, int *number)
{
  g_autofree char *plain = replace_variants (text);
  g_autoptr (GString) counted = g_string_new (plain);
  g_autofree char *canonical = NULL;
  int value;

  if (plain[0] == '\0' || text[0] == 'O' || text[0] == 'o')
    return FALSE;
  /* 两 is two before a hundred, a thousand and alone, and no digit elsewhere. */
  g_string_replace (counted, "两百", "二百", 0);
  g_string_replace (counted, "两千", "二千", 0);
  if (strcmp (counted->str, "两") == 0)
    g_string_assign (counted, "二");
  if (parse_positional (counted->str, number))
    return TRUE;
  value = evaluate (counted->str);
  if (value < 0 || value > XC_NUMERAL_MAX)
    return FALSE;
  canonical = xc_numeral_format (value);
  if (!says_the_same (canonical, counted->str))
    return FALSE;
  *number = value;
  return TRUE;
}

/* Spaces say nothing in Chinese; in a number of two runs of digits they would join what is apart. */
static char *
remove_spaces (const char *text)
{
  g_autofree char *folded = xc_text_fold_width (text);
  GString *bare = g_string_sized_new (strlen (folded));
  gboolean was_digit = FALSE;
  gboolean was_space = FALSE;

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isspace (c))
        {
          was_space = TRUE;
          continue;
        }
      if (was_space && was_digit && g_ascii_isdigit (*at))
        g_string_append_c (bare, ' ');
      g_string_append_unichar (bare, c);
      was_digit = g_ascii_isdigit (*at);
      was_space = FALSE;
    }
  return g_string_free (bare, FALSE);
}

/**
 * xc_numeral_parse:
 * @text: a number and nothing else
 * @number: (out): the number; unchanged on failure
 *
 * Reads 12, １２, 十二, 一十二, 一百零三, 一〇三, 二〇二四, 两百, 廿一 and 壹拾贰. Chinese numerals are read up to
 * %XC_NUMERAL_MAX, Arabic ones up to %G_MAXINT. What could mean two numbers (三四, 一百二) is refused.
 *
 * Returns: whether @text is a number
 */
gboolean
xc_numeral_parse (const char *text, int *number)
{
  g_autofree char *bare = NULL;

  g_return_val_if_fail (text != NULL && number != NULL, FALSE);

  bare = remove_spaces (text);
  return bare[0] != '\0' && (parse_arabic (bare, number) || parse_chinese (bare, number));
}

static gboolean
parse_counted (const char *text, gboolean has_suffix, int *number)
{
  int parsed;

  if (has_suffix && strcmp (text, "首") == 0)
    {
      *number = 1;
      return TRUE;
    }
  if (g_str_has_prefix (text, "第"))
    text += strlen ("第");
  if (!xc_numeral_parse (text, &parsed) || parsed < 1)
    return FALSE;
  *number = parsed;
  return TRUE;
}

/**
 * xc_numeral_parse_ordinal:
 * @text: a number of a round, term, team or batch in any form
 * @suffixes: (array zero-terminated=1): words that may follow the number, such as 轮, 轮巡察
 * @number: (out): the number, at least 1; unchanged on failure
 *
 * Reads 第六轮, 第12轮, 六轮, 首轮, ６ and 六: 第 and one of @suffixes may be there or not. Spaces anywhere
 * between the parts are ignored.
 *
 * Returns: whether @text is such a number
 */
gboolean
xc_numeral_parse_ordinal (const char *text, const char *const *suffixes, int *number)
{
  g_autofree char *bare = NULL;
  gsize length;

  g_return_val_if_fail (text != NULL && suffixes != NULL && number != NULL, FALSE);

  bare = remove_spaces (text);
  if (parse_counted (bare, FALSE, number))
    return TRUE;
  length = strlen (bare);
  for (gsize i = 0; suffixes[i] != NULL; i++)
    {
      g_autofree char *stem = NULL;

      if (!g_str_has_suffix (bare, suffixes[i]))
        continue;
      stem = g_strndup (bare, length - strlen (suffixes[i]));
      if (parse_counted (stem, TRUE, number))
        return TRUE;
    }
  return FALSE;
}

/**
 * xc_numeral_format:
 * @number: any number
 *
 * Writes 12 as 十二, 21 as 二十一, 103 as 一百零三 and 0 as 零. What has no common Chinese form here (negative or
 * over %XC_NUMERAL_MAX) is written in Arabic digits.
 *
 * Returns: (transfer full): the numeral
 */
char *
xc_numeral_format (int number)
{
  GString *text;
  int power = 1000;
  gboolean is_gap = FALSE;

  if (number < 0 || number > XC_NUMERAL_MAX)
    return g_strdup_printf ("%d", number);
  if (number == 0)
    return g_strdup (digits[0]);
  text = g_string_new (NULL);
  for (int place = 3; place >= 0; place--, power /= 10)
    {
      int digit = number / power % 10;

      if (digit == 0)
        {
          is_gap = text->len > 0;
          continue;
        }
      if (is_gap)
        g_string_append (text, digits[0]);
      is_gap = FALSE;
      if (!(digit == 1 && place == 1 && text->len == 0))
        g_string_append (text, digits[digit]);
      g_string_append (text, units[place]);
    }
  return g_string_free (text, FALSE);
}

/**
 * xc_numeral_name:
 * @number: of a term, round or team, at least 1
 *
 * Returns: (transfer full): as it is written within a sentence of the language that is shown: 六, or 6
 */
char *
xc_numeral_name (int number)
{
  /* translators: how numbers of terms, rounds and teams are written: "figures" (1, 2, 3) or "chinese" (一、二、三) */
  if (strcmp (C_ ("numerals", "figures"), "chinese") == 0)
    return xc_numeral_format (number);
  return g_strdup_printf ("%d", number);
}
