/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/sheet-name.h"

#include <string.h>

/* Excel's limit, in UTF-16 code units. */
#define MAX_UNITS 31

static guint
count_units (gunichar c)
{
  return c > 0xFFFF ? 2 : 1;
}

/* The beginning of @name that takes at most @units. */
static char *
cut (const char *name, guint units)
{
  const char *at = name;

  while (*at != '\0' && count_units (g_utf8_get_char (at)) <= units)
    {
      units -= count_units (g_utf8_get_char (at));
      at = g_utf8_next_char (at);
    }
  return g_strndup (name, (gsize) (at - name));
}

static gboolean
is_taken (const char *name, GPtrArray *taken)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  for (guint i = 0; i < taken->len; i++)
    {
      g_autofree char *other = g_utf8_casefold (g_ptr_array_index (taken, i), -1);

      if (strcmp (folded, other) == 0)
        return TRUE;
    }
  return FALSE;
}

static char *
replace_forbidden (const char *wanted)
{
  g_autofree char *valid = g_utf8_make_valid (wanted, -1);
  GString *plain = g_string_new (NULL);

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      gboolean is_forbidden = g_unichar_iscntrl (c) || (c & 0xFFFE) == 0xFFFE
                              || (c < 0x80 && strchr ("[]:*?/\\'", (int) c) != NULL);

      g_string_append_unichar (plain, is_forbidden ? '_' : c);
    }
  /* Excel keeps this name for itself. */
  if (plain->len == 0 || g_ascii_strcasecmp (plain->str, "history") == 0)
    g_string_append_c (plain, '_');
  return g_string_free (plain, FALSE);
}

/**
 * xc_sheet_name_make:
 * @wanted: what to call a sheet
 * @taken: (element-type utf8): names of the other sheets
 *
 * Returns: (transfer full): the name nearest to @wanted that a sheet may have and no other has
 */
char *
xc_sheet_name_make (const char *wanted, GPtrArray *taken)
{
  g_return_val_if_fail (wanted != NULL && taken != NULL, NULL);

  g_autofree char *plain = replace_forbidden (wanted);
  char *name = cut (plain, MAX_UNITS);
  for (guint i = 2; is_taken (name, taken); i++)
    {
      g_autofree char *suffix = g_strdup_printf ("_%u", i);
      g_autofree char *stem = cut (plain, MAX_UNITS - (guint) strlen (suffix));

      g_free (name);
      name = g_strconcat (stem, suffix, NULL);
    }
  return name;
}
