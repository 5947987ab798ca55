/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "intake/name.h"

#include <glib/gi18n-lib.h>

#include "core/text.h"

/* A clerk reads three names in a sentence; more is a list. */
#define SUGGESTIONS 3
/* Names are short; what is longer is compared up to here. */
#define COMPARED 64

/**
 * xc_name_key:
 * @name: a name
 *
 * Two names are the same when their keys are: width, case, spaces and line ends make no difference.
 *
 * Returns: (transfer full): the key
 */
char *
xc_name_key (const char *name)
{
  g_autofree char *clean = xc_text_clean (name);
  g_autofree char *folded = xc_text_fold_width (clean);
  GString *key = g_string_sized_new (strlen (folded));

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_isspace (g_utf8_get_char (at)))
      g_string_append_unichar (key, g_unichar_tolower (g_utf8_get_char (at)));
  return g_string_free (key, FALSE);
}

static gboolean
is_separator (gunichar c)
{
  return c == 0x3001 /* 、 */ || c == ';' || c == 0xFF1B || c == ',' || c == 0xFF0C || c == '\n';
}

/**
 * xc_name_split_list:
 * @cell: names separated by 、, or by commas, semicolons or line ends
 *
 * Returns: (transfer full): the names, none of them empty
 */
char **
xc_name_split_list (const char *cell)
{
  g_autofree char *clean = xc_text_clean (cell);
  GPtrArray *names = g_ptr_array_new ();
  const char *start = clean;

  for (const char *at = clean;; at = g_utf8_next_char (at))
    {
      g_autofree char *piece = NULL;
      g_autofree char *name = NULL;

      if (*at != '\0' && !is_separator (g_utf8_get_char (at)))
        continue;
      piece = g_strndup (start, (gsize) (at - start));
      name = xc_text_clean (piece);
      if (*name != '\0')
        g_ptr_array_add (names, g_steal_pointer (&name));
      if (*at == '\0')
        break;
      start = g_utf8_next_char (at);
    }
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (names, FALSE);
}

/* The least number of characters to add, drop or replace. */
static glong
count_edits (const gunichar *a, glong length_a, const gunichar *b, glong length_b)
{
  glong row[COMPARED + 1];

  for (glong j = 0; j <= length_b; j++)
    row[j] = j;
  for (glong i = 1; i <= length_a; i++)
    {
      glong diagonal = row[0];

      row[0] = i;
      for (glong j = 1; j <= length_b; j++)
        {
          glong above = row[j];

          row[j] = MIN (MIN (above, row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
          diagonal = above;
        }
    }
  return row[length_b];
}

static glong
count_shared (const gunichar *a, glong length_a, const gunichar *b, glong length_b)
{
  gboolean taken[COMPARED] = { FALSE };
  glong shared = 0;

  for (glong i = 0; i < length_a; i++)
    for (glong j = 0; j < length_b; j++)
      if (!taken[j] && a[i] == b[j])
        {
          taken[j] = TRUE;
          shared++;
          break;
        }
  return shared;
}

typedef struct
{
  const char *name;
  glong distance;
} Guess;

static int
compare_guesses (gconstpointer a, gconstpointer b)
{
  const Guess *x = a;
  const Guess *y = b;

  if (x->distance != y->distance)
    return x->distance < y->distance ? -1 : 1;
  return strcmp (x->name, y->name);
}

/* Close enough to be meant: a third of the characters wrong, or most of the shorter one found in the longer. */
static gboolean
is_close (const gunichar *a, glong length_a, const char *name, glong *distance)
{
  g_autofree char *key = xc_name_key (name);
  g_autofree gunichar *b = g_utf8_to_ucs4_fast (key, -1, NULL);
  glong length_b = MIN (g_utf8_strlen (key, -1), COMPARED);
  glong shorter = MIN (length_a, length_b);

  if (shorter == 0)
    return FALSE;
  *distance = count_edits (a, length_a, b, length_b);
  return *distance <= MAX (1, shorter / 3)
         || (shorter >= 2 && 4 * count_shared (a, length_a, b, length_b) >= 3 * shorter);
}

/**
 * xc_name_suggest:
 * @name: a name that is not known
 * @known: (element-type utf8): the names that are
 *
 * Returns: (transfer container) (element-type utf8): up to three of @known that may be meant, the closest first
 */
GPtrArray *
xc_name_suggest (const char *name, const GPtrArray *known)
{
  g_autofree char *key = xc_name_key (name);
  g_autofree gunichar *wanted = g_utf8_to_ucs4_fast (key, -1, NULL);
  glong length = MIN (g_utf8_strlen (key, -1), COMPARED);
  g_autoptr (GArray) guesses = g_array_new (FALSE, FALSE, sizeof (Guess));
  GPtrArray *suggestions = g_ptr_array_new ();

  for (guint i = 0; i < known->len; i++)
    {
      Guess guess = { known->pdata[i], 0 };

      if (is_close (wanted, length, guess.name, &guess.distance))
        g_array_append_val (guesses, guess);
    }
  g_array_sort (guesses, compare_guesses);
  for (guint i = 0; i < guesses->len && suggestions->len < SUGGESTIONS; i++)
    {
      const char *guess = g_array_index (guesses, Guess, i).name;

      if (!g_ptr_array_find_with_equal_func (suggestions, guess, g_str_equal, NULL))
        g_ptr_array_add (suggestions, (char *) guess);
    }
  return suggestions;
}

/**
 * xc_name_quote_list:
 * @names: (element-type utf8): names
 *
 * Returns: (transfer full): them in quotation marks, one after the other
 */
char *
xc_name_quote_list (const GPtrArray *names)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < names->len; i++)
    {
      if (i > 0)
        /* translators: between names in a list */
        g_string_append (list, C_ ("list", ", "));
      /* translators: %s is one name of a list */
      g_string_append_printf (list, C_ ("list", "“%s”"), (const char *) names->pdata[i]);
    }
  return g_string_free (list, FALSE);
}
