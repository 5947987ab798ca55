/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A model, not a measurement: whoever opens the list has other fonts than the machine that writes it, and the same
 * ledger must give the same file everywhere. An ideograph is as wide as it is high in every Chinese font; what differs
 * is the width of Latin letters (half in 仿宋_GB2312, more in what stands in for it) and the distance of lines, for both
 * of which the widest usual font is taken.
 */
#include "report/text-height.h"

#include <math.h>

/* Hundredths of the font size. */
#define WIDE 100u
/* Of Noto CJK, which stands in where the ordered fonts are missing; theirs are 1.1 to 1.3. */
#define LINE_HEIGHT 1.45
/* Between the text and the cell's two edges, in points. */
#define PADDING_ACROSS 5.0
#define PADDING_DOWN 4.0
/* Programs round glyphs to pixels, and columns to widths of digits. */
#define USABLE 0.98
#define LINES_PER_RESERVE 12

/* Latin as wide as in the widest of the fonts that stand in for one another. */
static inline guint
width_of_ascii (char c)
{
  if (g_ascii_isdigit (c))
    return 60;
  switch (c)
    {
    case 'm':
    case 'w':
    case 'M':
    case 'W':
    case '@':
    case '%':
      return 94;
    case '&':
    case '+':
    case '=':
    case '<':
    case '>':
    case '~':
    case '#':
      return 74;
    default:
      return g_ascii_isupper (c) ? 74 : g_ascii_islower (c) ? 60 : 50;
    }
}

static gboolean
may_not_begin_a_line (gunichar c)
{
  switch (c)
    {
    case 0x3001: /* 、 */
    case 0x3002: /* 。 */
    case 0xFF0C: /* ， */
    case 0xFF0E:
    case 0xFF1A: /* ： */
    case 0xFF1B: /* ； */
    case 0xFF01: /* ！ */
    case 0xFF1F: /* ？ */
    case 0xFF09: /* ） */
    case 0xFF05: /* ％ */
    case 0x300B: /* 》 */
    case 0x3009:
    case 0x300D:
    case 0x300F:
    case 0x3011:
    case 0x3015:
    case 0x201D: /* ” */
    case 0x2019:
    case 0x201C: /* “, which some programs keep with what comes before */
    case 0x2018:
    case 0x2026: /* … */
    case 0x2014: /* — */
    case 0x00B7:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
may_not_end_a_line (gunichar c)
{
  switch (c)
    {
    case 0xFF08: /* （ */
    case 0x300A: /* 《 */
    case 0x3008:
    case 0x300C:
    case 0x300E:
    case 0x3010:
    case 0x3014:
    case 0x201C: /* “ */
    case 0x2018:
    case 0x201D: /* ”, which some programs keep with what follows */
    case 0x2019:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Text on its way into lines. What must stay together goes to the next line together. */
typedef struct
{
  guint capacity; /* of a line, in hundredths of the font size */
  guint lines;
  guint used;     /* of the last line */
  guint together; /* how much of @used, at its end, may not be parted from what sticks to it */
  gboolean is_word;
  gboolean is_open;
} Flow;

static void
flow_init (Flow *flow, double width, double size)
{
  double usable = (width - PADDING_ACROSS) * USABLE / size * WIDE;

  /* A column holds at least one character. */
  *flow = (Flow){ .capacity = usable < WIDE ? WIDE : (guint) usable, .lines = 1 };
}

static inline void
flow_add (Flow *flow, guint width, gboolean sticks)
{
  if (flow->used + width > flow->capacity)
    {
      gboolean is_carried = sticks && flow->together + width <= flow->capacity;

      flow->lines++;
      flow->used = is_carried ? flow->together : 0;
      sticks = is_carried;
    }
  flow->used += width;
  flow->together = sticks ? flow->together + width : width;
}

/* From U+4000 to U+9FFF there are only ideographs, which are most of the text: three bytes, wide, parted anywhere. */
static inline gboolean
is_plain_ideograph (const char *at)
{
  return (guchar) *at >= 0xE4 && (guchar) *at <= 0xE9;
}

static const char *
flow_ascii (Flow *flow, const char *at)
{
  gboolean is_word = *at != ' ' && *at != '\n';

  if (is_word)
    flow_add (flow, width_of_ascii (*at), flow->is_word || flow->is_open);
  else if (*at == '\n')
    {
      flow->lines++;
      flow->used = flow->together = 0;
    }
  else
    {
      /* Spaces hang over the end of a line. */
      flow->used = MIN (flow->used + width_of_ascii (' '), flow->capacity);
      flow->together = 0;
    }
  flow->is_open = FALSE;
  flow->is_word = is_word && ((*at != '-' && *at != '/') || g_ascii_isdigit (at[1]));
  return at + 1;
}

static const char *
flow_other (Flow *flow, const char *at)
{
  gunichar c = g_utf8_get_char (at);

  if (!g_unichar_iszerowidth (c))
    {
      flow_add (flow, WIDE, flow->is_open || may_not_begin_a_line (c));
      flow->is_open = may_not_end_a_line (c);
      flow->is_word = FALSE;
    }
  return g_utf8_next_char (at);
}

/* Adds the character at @at and returns where the next one is. */
static inline const char *
flow_next (Flow *flow, const char *at)
{
  if (is_plain_ideograph (at))
    {
      flow_add (flow, WIDE, flow->is_open);
      flow->is_open = flow->is_word = FALSE;
      return at + 3;
    }
  return (guchar) *at < 0x80 ? flow_ascii (flow, at) : flow_other (flow, at);
}

/* Programs differ in where they part long words and numbers: in much text that adds up to a line. */
static guint
add_reserve (guint lines)
{
  return lines + lines / LINES_PER_RESERVE;
}

/**
 * xc_text_height_count_lines:
 * @text: valid UTF-8
 * @width: of the cell, in points
 * @size: of the font, in points
 *
 * Returns: how many lines @text takes at most, at least 1
 */
guint
xc_text_height_count_lines (const char *text, double width, double size)
{
  Flow flow;

  g_return_val_if_fail (text != NULL && size > 0, 1);

  flow_init (&flow, width, size);
  while (*text != '\0')
    text = flow_next (&flow, text);
  return add_reserve (flow.lines);
}

/**
 * xc_text_height_cut:
 * @text: valid UTF-8
 * @width: of the cell, in points
 * @size: of the font, in points
 * @lines: how many lines there is room for, at least 1
 *
 * Returns: how many bytes of @text, whole characters, surely fit into @lines lines; at least one character
 */
gsize
xc_text_height_cut (const char *text, double width, double size, guint lines)
{
  const char *at = text;
  Flow flow;

  g_return_val_if_fail (text != NULL && size > 0 && lines > 0, 0);

  flow_init (&flow, width, size);
  while (*at != '\0')
    {
      const char *next = flow_next (&flow, at);

      /* What was carried into the next line was in the last one before: it may stay there, it fitted. */
      if (add_reserve (flow.lines) > lines && at > text)
        return (gsize) (at - text);
      at = next;
    }
  return (gsize) (at - text);
}

/* On screens each line is a whole number of pixels high, at 96 to the inch. */
static double
height_of_line (double size)
{
  return ceil (size * LINE_HEIGHT * 96 / 72) * 72 / 96;
}

/**
 * xc_text_height_of_lines:
 * @lines: how many, at least 1
 * @size: of the font, in points
 *
 * Returns: the height of a row with that many lines in points
 */
double
xc_text_height_of_lines (guint lines, double size)
{
  return lines * height_of_line (size) + PADDING_DOWN;
}

/**
 * xc_text_height_fitting_lines:
 * @size: of the font, in points
 *
 * Returns: how many lines fit into the highest row that there can be
 */
guint
xc_text_height_fitting_lines (double size)
{
  return (guint) ((XC_TEXT_HEIGHT_MAX - PADDING_DOWN) / height_of_line (size));
}
