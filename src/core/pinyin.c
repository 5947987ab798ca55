/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table comes from the Unihan database at build time (core/pinyin-generator.c). */
#include "core/pinyin.h"

#include <string.h>

#include "core/pinyin-table.h"

/* What is no UTF-8 is read byte by byte as these code points: equal to themselves alone. */
#define INVALID_BYTE 0x110000
#define LAST_OF_SET 0x8000
#define TONE_BITS 3
/* One bit for each state of a search: how many characters of the needle have been found. */
#define NEEDLE_MAX 63

/* In sorting order; nothing sorts before the end of the text. */
typedef enum
{
  RANK_SIGN = 1,
  RANK_NUMBER,
  RANK_LATIN,
  RANK_HAN,
  RANK_OTHER,
} Rank;

#define RANK_SHIFT 60
#define NUMBER_MAX (G_GUINT64_CONSTANT (1) << 59)

typedef struct
{
  const guchar *start;
  const guchar *at;
  const guchar *end;
} Reader;

static gboolean
is_continuation (guchar byte)
{
  return (byte & 0xC0) == 0x80;
}

static gunichar
read_character (Reader *reader)
{
  static const gunichar least[] = { 0, 0x80, 0x800, 0x10000 };
  guchar lead = *reader->at;
  int more = lead < 0x80 ? 0 : lead < 0xC2 ? -1 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : lead < 0xF5 ? 3 : -1;
  gunichar c;

  if (more == 0)
    {
      reader->at++;
      return lead;
    }
  if (more < 0 || reader->end - reader->at <= more)
    {
      reader->at++;
      return INVALID_BYTE + lead;
    }
  c = lead & (0x3F >> more);
  for (int i = 1; i <= more; i++)
    {
      if (!is_continuation (reader->at[i]))
        {
          reader->at++;
          return INVALID_BYTE + lead;
        }
      c = c << 6 | (reader->at[i] & 0x3F);
    }
  if (c < least[more] || c > 0x10FFFF)
    {
      reader->at++;
      return INVALID_BYTE + lead;
    }
  reader->at += more + 1;
  return c;
}

/* Full-width forms are their ASCII twins. */
static gunichar
fold_width (gunichar c)
{
  return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c == 0x3000 ? ' ' : c;
}

/* The readings of @c, the main one first; of a character without any, a single 0. */
static const guint16 *
find_readings (gunichar c)
{
  guint page = c >> 8 < G_N_ELEMENTS (pinyin_page_numbers) ? pinyin_page_numbers[c >> 8] : 0;

  return pinyin_readings + pinyin_sets[pinyin_pages[page][c & 0xFF]];
}

static const char *
find_syllable (guint16 reading)
{
  return pinyin_syllables[(reading & ~LAST_OF_SET) >> TONE_BITS];
}

static gunichar
fold_letter (gunichar c)
{
  c = g_unichar_tolower (fold_width (c));
  /* On a Chinese keyboard ü is v. */
  return c == 0xFC ? 'v' : c;
}

/* The states that follow when the needle is found up to @found and the next character is read as @syllable:
 * by its initial (z or zh), whole, or begun where the needle ends. */
static guint64
follow_syllable (const gunichar *needle, int length, int found, const char *syllable)
{
  guint64 next = 0;
  int common = 0;

  while (syllable[common] != '\0' && found + common < length
         && (needle[found + common] == (guchar) syllable[common]
             || (syllable[common] == 'v' && needle[found + common] == 'u')))
    common++;
  if (common == 0)
    return 0;
  next |= G_GUINT64_CONSTANT (1) << (found + 1);
  if (common >= 2 && syllable[1] == 'h')
    next |= G_GUINT64_CONSTANT (1) << (found + 2);
  if (syllable[common] == '\0' || found + common == length)
    next |= G_GUINT64_CONSTANT (1) << (found + common);
  return next;
}

static guint64
follow_character (const gunichar *needle, int length, int found, gunichar c)
{
  guint64 next = 0;
  const guint16 *reading;

  if (needle[found] == c)
    next |= G_GUINT64_CONSTANT (1) << (found + 1);
  if (needle[found] < 'a' || needle[found] > 'z')
    return next;
  for (reading = find_readings (c); *reading != LAST_OF_SET; reading++)
    {
      next |= follow_syllable (needle, length, found, find_syllable (*reading));
      if (*reading & LAST_OF_SET)
        break;
    }
  return next;
}

/* 镇(街道) is found as zjd. */
static gboolean
is_passed_over (gunichar c)
{
  switch ((int) g_unichar_type (c))
    {
    case G_UNICODE_SPACE_SEPARATOR:
    case G_UNICODE_OPEN_PUNCTUATION:
    case G_UNICODE_CLOSE_PUNCTUATION:
    case G_UNICODE_INITIAL_PUNCTUATION:
    case G_UNICODE_FINAL_PUNCTUATION:
      return TRUE;
    default:
      return c == 0xB7;
    }
}

/* Between the syllables of a needle: "liang xi", "xi'an". */
static guint64
pass_gaps (const gunichar *needle, int length, guint64 states)
{
  for (int found = 1; found < length; found++)
    if ((states >> found & 1) != 0 && (needle[found] == ' ' || needle[found] == '\''))
      states |= G_GUINT64_CONSTANT (1) << (found + 1);
  return states;
}

static gboolean
find_states (const char *text, const gunichar *needle, int length)
{
  Reader reader = { (const guchar *) text, (const guchar *) text, (const guchar *) text + strlen (text) };
  guint64 states = 0;

  while (reader.at < reader.end)
    {
      gunichar c = fold_letter (read_character (&reader));
      guint64 next = c < 0x110000 && is_passed_over (c) ? states : 0;

      states |= 1;
      for (int found = 0; found < length; found++)
        if ((states >> found & 1) != 0)
          next |= follow_character (needle, length, found, c);
      states = pass_gaps (needle, length, next);
      if ((states >> length & 1) != 0)
        return TRUE;
    }
  return FALSE;
}

static char *
fold_text (const char *text, gssize size)
{
  g_autofree char *valid = g_utf8_make_valid (text, size);
  GString *folded = g_string_new (NULL);

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    g_string_append_unichar (folded, fold_letter (g_utf8_get_char (at)));
  return g_string_free (folded, FALSE);
}

/* Nobody types pinyin this long. */
static gboolean
find_long (const char *text, const char *needle, gsize size)
{
  g_autofree char *folded_text = fold_text (text, -1);
  g_autofree char *folded_needle = fold_text (needle, (gssize) size);

  return strstr (folded_text, folded_needle) != NULL;
}

/**
 * xc_pinyin_matches:
 * @text: a name
 * @needle: what is typed to find it
 *
 * Finds @needle within @text, whatever the case and the width of letters: as it stands, or with Chinese
 * characters typed as initials (lxq finds 梁溪区; cs and zs both find 长沙, by any reading) or as pinyin without
 * tones (liangxi, liang xi, liangx), ü as v or u. Latin letters and digits in @text stand for themselves. An
 * empty needle finds everything; one that is not UTF-8, nothing.
 *
 * Returns: whether @text is to be shown
 */
gboolean
xc_pinyin_matches (const char *text, const char *needle)
{
  Reader reader;
  gunichar wanted[NEEDLE_MAX];
  int length = 0;
  gsize size;

  g_return_val_if_fail (text != NULL && needle != NULL, FALSE);

  if (!g_utf8_validate (needle, -1, NULL))
    return FALSE;
  while (g_unichar_isspace (g_utf8_get_char (needle)))
    needle = g_utf8_next_char (needle);
  size = strlen (needle);
  while (size > 0)
    {
      const char *last = g_utf8_find_prev_char (needle, needle + size);

      if (!g_unichar_isspace (g_utf8_get_char (last)))
        break;
      size = (gsize) (last - needle);
    }
  if (size == 0)
    return TRUE;
  reader = (Reader){ (const guchar *) needle, (const guchar *) needle, (const guchar *) needle + size };
  while (reader.at < reader.end)
    {
      if (length == NEEDLE_MAX)
        return find_long (text, needle, size);
      wanted[length++] = fold_letter (read_character (&reader));
    }
  return find_states (text, wanted, length);
}

/* A digit of a numeral from 0 to 9, a unit as 10, 100 or 1000, or -1. */
static int
find_numeral (gunichar c)
{
  switch (c)
    {
    case 0x96F6: /* 零 */
    case 0x3007: /* 〇 */
    case 0x25CB: /* ○ */
      return 0;
    case 0x4E00: /* 一 */
      return 1;
    case 0x4E8C: /* 二 */
    case 0x4E24: /* 两 */
      return 2;
    case 0x4E09: /* 三 */
      return 3;
    case 0x56DB: /* 四 */
      return 4;
    case 0x4E94: /* 五 */
      return 5;
    case 0x516D: /* 六 */
      return 6;
    case 0x4E03: /* 七 */
      return 7;
    case 0x516B: /* 八 */
      return 8;
    case 0x4E5D: /* 九 */
      return 9;
    case 0x5341: /* 十 */
      return 10;
    case 0x767E: /* 百 */
      return 100;
    case 0x5343: /* 千 */
      return 1000;
    default:
      return -1;
    }
}

static guint64
read_number (Reader *reader)
{
  guint64 value = 0;

  while (reader->at < reader->end)
    {
      const guchar *before = reader->at;
      gunichar c = fold_width (read_character (reader));

      if (c < '0' || c > '9')
        {
          reader->at = before;
          break;
        }
      value = MIN (value * 10 + (c - '0'), NUMBER_MAX);
    }
  return value;
}

/* Any run of numerals has a value here, also one that is no number: all that counts is that the same run
 * always has the same. */
static guint64
read_numerals (Reader *reader)
{
  guint64 value = 0;
  guint64 pending = 0;

  while (reader->at < reader->end)
    {
      const guchar *before = reader->at;
      int numeral = find_numeral (read_character (reader));

      if (numeral < 0)
        {
          reader->at = before;
          break;
        }
      if (numeral < 10)
        {
          pending = MIN (pending * 10 + (guint64) numeral, NUMBER_MAX / 1000);
        }
      else
        {
          value = MIN (value + MAX (pending, 1) * (guint64) numeral, NUMBER_MAX);
          pending = 0;
        }
    }
  return MIN (value + pending, NUMBER_MAX);
}

/* 第 makes numerals a number: 第二 sorts before 第十, but 三门 has its place under S. */
static gboolean
follows_ordinal_sign (const Reader *reader)
{
  return reader->at - reader->start >= 3 && memcmp (reader->at - 3, "第", 3) == 0;
}

static guint64
make_key (Rank rank, guint64 value)
{
  return (guint64) rank << RANK_SHIFT | value;
}

/* The sorting key of the next character or number; 0 at the end. It depends on this text alone, so that
 * comparing keys in turn is a total preorder. */
static guint64
read_key (Reader *reader)
{
  const guchar *before = reader->at;
  gunichar c;
  guint16 reading;

  if (reader->at == reader->end)
    return 0;
  c = fold_width (read_character (reader));
  if (c >= '0' && c <= '9')
    {
      reader->at = before;
      return make_key (RANK_NUMBER, read_number (reader));
    }
  if (c < 0x80)
    return g_ascii_isalpha ((char) c) ? make_key (RANK_LATIN, (guint64) g_ascii_tolower ((char) c))
                                      : make_key (RANK_SIGN, c);
  reading = *find_readings (c);
  if (reading != LAST_OF_SET)
    {
      reader->at = before;
      if (follows_ordinal_sign (reader) && find_numeral (c) >= 0)
        return make_key (RANK_NUMBER, read_numerals (reader));
      read_character (reader);
      return make_key (RANK_HAN, (guint64) (reading & ~LAST_OF_SET) << 21 | c);
    }
  return make_key (c < INVALID_BYTE && !g_unichar_isalnum (c) ? RANK_SIGN : RANK_OTHER, c);
}

/* The nearest place at or before @at where a character begins in both texts, though only what lies before @at is
 * known to be the same. */
static const guchar *
find_character_start (const guchar *start, const guchar *at)
{
  for (int back = 1; back <= 3 && at - start >= back; back++)
    {
      guchar lead = at[-back];

      if (lead >= 0xC0)
        return back < (lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4) ? at - back : at;
      if (!is_continuation (lead))
        break;
    }
  return at;
}

/* A number is one key: back to where it began. */
static const guchar *
find_number_start (const guchar *start, const guchar *at)
{
  while (at > start)
    {
      const guchar *before = at - 1;
      Reader reader;
      gunichar c;

      while (before > start && at - before < 4 && is_continuation (*before))
        before--;
      reader = (Reader){ start, before, at };
      c = fold_width (read_character (&reader));
      if (reader.at != at || ((c < '0' || c > '9') && find_numeral (c) < 0))
        break;
      at = before;
    }
  return at;
}

/**
 * xc_pinyin_compare_sized:
 * @a: (array length=a_size) (nullable): a name, need not end with NUL
 * @a_size: its bytes
 * @b: (array length=b_size) (nullable): another
 * @b_size: its bytes
 *
 * The order of names in a list: signs, numbers by value (also Chinese ones after 第), Latin letters regardless of
 * case and width, then Chinese characters one by one by main reading, tone and code point. A total order over
 * all byte strings, so it may be a collation; only equal strings are equal.
 *
 * Returns: less than, equal to or greater than 0
 */
int
xc_pinyin_compare_sized (const char *a, gsize a_size, const char *b, gsize b_size)
{
  const guchar *a_start = (const guchar *) a;
  const guchar *b_start = (const guchar *) b;
  gsize shorter = MIN (a_size, b_size);
  gsize same = 0;
  const guchar *from;
  Reader a_reader, b_reader;
  guint64 a_key, b_key;

  /* SQLite gives NULL for an empty string. */
  if (shorter == 0)
    return (a_size > 0) - (b_size > 0);
  while (same < shorter && a_start[same] == b_start[same])
    same++;
  if (same == a_size && same == b_size)
    return 0;
  from = find_number_start (a_start, find_character_start (a_start, a_start + same));
  a_reader = (Reader){ a_start, from, a_start + a_size };
  b_reader = (Reader){ b_start, b_start + (from - a_start), b_start + b_size };
  do
    {
      a_key = read_key (&a_reader);
      b_key = read_key (&b_reader);
      if (a_key != b_key)
        return a_key < b_key ? -1 : 1;
    }
  while (a_key != 0);
  if (same == shorter)
    return a_size < b_size ? -1 : 1;
  return a_start[same] < b_start[same] ? -1 : 1;
}

/**
 * xc_pinyin_compare:
 * @a: a name
 * @b: another
 *
 * As xc_pinyin_compare_sized(), for strings that end with NUL.
 *
 * Returns: less than, equal to or greater than 0
 */
int
xc_pinyin_compare (const char *a, const char *b)
{
  return xc_pinyin_compare_sized (a, strlen (a), b, strlen (b));
}
