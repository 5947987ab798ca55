/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workbook/escape.h"

#include <string.h>

static void
decodes (const char *text, const char *expected)
{
  g_autofree char *decoded = g_strdup (text);

  decoded[xc_escape_decode (decoded, strlen (decoded))] = '\0';
  g_assert_cmpstr (decoded, ==, expected);
  g_assert_true (g_utf8_validate (decoded, -1, NULL));
}

static void
decodes_characters (void)
{
  decodes ("a_x000D_\nb", "a\r\nb");
  decodes ("_x000d_", "\r");
  decodes ("_x0041__x0042_", "AB");
  decodes ("_x5DE1_察", "巡察");
  decodes ("_x0009_", "\t");
}

static void
decodes_escaped_underscores_once (void)
{
  decodes ("_x005F_x000D_", "_x000D_");
  decodes ("_x005F__x005F_", "__");
}

static void
decodes_surrogate_pairs (void)
{
  decodes ("_xD842__xDFB7_", "𠮷");
  decodes ("_xD83D__xDE00_!", "😀!");
}

static void
leaves_the_rest_alone (void)
{
  static const char *const texts[] = {
    "",          "_",         "__",           "_x",      "_x000",
    "_x000D",    "_x000D-",   "_X000D_",      "_x00GD_", "x000D_",
    "巡察_台账", "_x0000_",   "_xD842_",      "_xDFB7_", "_xD842__xD842_",
    "_xD842_x",  "_xD842__x", "_xD842__x004", "_x_x_x_", "a_b_c",
    "_x 041_",   "_x-041_",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    decodes (texts[i], texts[i]);
}

static void
stays_within_the_text (void)
{
  const char *text = "_x0041__xD842__xDFB7_";

  for (gsize size = 0; size <= strlen (text); size++)
    {
      /* Exactly as long as said, so that a sanitizer sees any byte read past it. */
      g_autofree char *copy = g_memdup2 (size > 0 ? text : "x", MAX (size, 1));

      g_assert_cmpuint (xc_escape_decode (copy, size), <=, size);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add_func ("/workbook/escape/" name, func)
  ADD ("decodes-characters", decodes_characters);
  ADD ("decodes-escaped-underscores-once", decodes_escaped_underscores_once);
  ADD ("decodes-surrogate-pairs", decodes_surrogate_pairs);
  ADD ("leaves-the-rest-alone", leaves_the_rest_alone);
  ADD ("stays-within-the-text", stays_within_the_text);
  return g_test_run ();
}
