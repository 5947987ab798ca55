/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "intake/example-phrase.h"

#include <string.h>

/* Fen in 100 yuan, the step of invented amounts: 0.01 of 万元. */
#define FEN_PER_STEP 10000

/**
 * xc_example_mix:
 * @a: a counter
 * @b: another
 * @c: another
 *
 * Returns: a number that looks like chance and is always the same for the same counters
 */
guint32
xc_example_mix (guint32 a, guint32 b, guint32 c)
{
  guint32 x = a * 0x9E3779B1u ^ (b + 0x7F4A7C15u) * 0x85EBCA6Bu ^ (c + 0x165667B1u) * 0xC2B2AE35u;

  x ^= x >> 16;
  x *= 0x7FEB352Du;
  x ^= x >> 15;
  x *= 0x846CA68Bu;
  return x ^ x >> 16;
}

static void
fill_slot (GString *filled, const char *slot, guint number, XcExampleSlots *slots)
{
  guint32 chance = xc_example_mix (slots->seed, number, 0);

  if (strcmp (slot, "年") == 0)
    g_string_append_printf (filled, "%d", slots->year);
  else if (strcmp (slot, "前年") == 0)
    g_string_append_printf (filled, "%d", slots->year - 1);
  else if (strcmp (slot, "班子") == 0)
    g_string_append (filled, slots->body);
  else if (strcmp (slot, "科") == 0)
    g_string_append (filled, slots->section);
  else if (strcmp (slot, "额") == 0)
    {
      guint steps = 35 + chance % 2400;

      g_string_append_printf (filled, "%u.%02u", steps / 100, steps % 100);
      slots->amount += (gint64) steps * FEN_PER_STEP;
    }
  else
    {
      char *end = NULL;
      guint64 least = g_ascii_strtoull (slot, &end, 10);
      guint64 most;

      g_assert (end != slot && *end == '-');
      most = g_ascii_strtoull (end + 1, &end, 10);
      g_assert (*end == '\0' && least <= most);
      g_string_append_printf (filled, "%" G_GUINT64_FORMAT, least + chance % (most - least + 1));
    }
}

/**
 * xc_example_phrase_fill:
 * @phrase: words with slots in braces; any other slot is a programmer's error
 * @slots: (inout): what goes into them
 *
 * Returns: (transfer full): the words
 */
char *
xc_example_phrase_fill (const char *phrase, XcExampleSlots *slots)
{
  GString *filled = g_string_new (NULL);
  guint number = 0;

  for (const char *at = phrase; *at != '\0';)
    {
      const char *open = strchr (at, '{');
      const char *close = open == NULL ? NULL : strchr (open, '}');

      if (close == NULL)
        {
          g_string_append (filled, at);
          break;
        }
      g_autofree char *slot = g_strndup (open + 1, (gsize) (close - open - 1));
      g_string_append_len (filled, at, open - at);
      fill_slot (filled, slot, number++, slots);
      at = close + 1;
    }
  return g_string_free (filled, FALSE);
}
