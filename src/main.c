/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

#include "app/application.h"
#include "command/command.h"

/* The first of the variables that name the language of messages; the C library asks them in this order. */
static const char *
get_wanted_locale (void)
{
  const char *const variables[] = { "LC_ALL", "LC_MESSAGES", "LANG" };

  for (guint i = 0; i < G_N_ELEMENTS (variables); i++)
    {
      const char *wanted = g_getenv (variables[i]);

      if (wanted != NULL && *wanted != '\0')
        return wanted;
    }
  return "C";
}

/* Words are Chinese and names of files are UTF-8 also where the wanted locale is not installed, or none is set: bare
 * systems have no other locale than C.UTF-8. */
static void
choose_locale (void)
{
  if (setlocale (LC_ALL, "") == NULL)
    {
      g_setenv ("LANGUAGE", get_wanted_locale (), FALSE);
      setlocale (LC_ALL, "C.UTF-8");
    }
  else if (strcmp (setlocale (LC_CTYPE, NULL), "C") == 0)
    setlocale (LC_CTYPE, "C.UTF-8");
}

int
main (int argc, char **argv)
{
  const char *locale_dir = g_getenv ("XUNCHA_LOCALE_DIR");

  choose_locale ();
  bindtextdomain (GETTEXT_PACKAGE, locale_dir != NULL ? locale_dir : XC_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  if (argc < 2 || g_str_has_suffix (argv[1], ".xuncha") || g_str_has_prefix (argv[1], "--g"))
    return xc_application_main (argc, argv);
  return xc_command_main (argc, argv);
}
