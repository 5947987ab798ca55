/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command/command.h"
#include "store/today.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const XcVerb *const verbs[] = {
  &xc_verb_new,     &xc_verb_template, &xc_verb_import, &xc_verb_coverage, &xc_verb_chart,  &xc_verb_lists,
  &xc_verb_history, &xc_verb_undo,     &xc_verb_redo,   &xc_verb_check,    &xc_verb_backup,
};

static void
print_help (void)
{
  g_print ("%s\n\n", _ ("Keeps a term of inspection in one file: coverage, problems, rectification, lists."));
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      g_autofree char *usage =
          g_strjoin (" ", "xuncha", verbs[i]->name, g_dgettext (GETTEXT_PACKAGE, verbs[i]->arguments), NULL);

      g_print ("  %s\n      %s\n", usage, g_dgettext (GETTEXT_PACKAGE, verbs[i]->summary));
    }
  g_print ("\n%s\n",
           _ ("“xuncha VERB --help” explains a verb. Exit status: 0 done, 1 could not, 2 wrong usage."));
}

/**
 * xc_command_parse:
 * @verb: the verb
 * @options: its options, ended by %NULL
 * @argc: number of @argv
 * @argv: the verb and what follows it
 *
 * Ends the program after “--help”.
 *
 * Returns: (transfer full) (nullable): the arguments that are no options, as many as the verb wants and in the
 *   encoding of file names; %NULL when the usage is wrong, which then has been said
 */
char **
xc_command_parse (const XcVerb *verb, const GOptionEntry *options, int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (g_dgettext (GETTEXT_PACKAGE, verb->arguments));
  g_autofree char *program = g_strdup_printf ("xuncha %s", verb->name);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) arguments = NULL;
  const GOptionEntry rest[] = {
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &arguments, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };

  g_set_prgname (program);
  g_option_context_set_summary (context, g_dgettext (GETTEXT_PACKAGE, verb->summary));
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, options, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, rest, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      xc_command_refuse (verb, "%s", error->message);
      return NULL;
    }
  if ((arguments == NULL ? 0 : g_strv_length (arguments)) != verb->n_arguments)
    {
      /* translators: %1$s is a verb of the command line, %2$s what must follow it */
      xc_command_refuse (verb, _ ("“%1$s” needs: %2$s."), verb->name,
                         g_dgettext (GETTEXT_PACKAGE, verb->arguments));
      return NULL;
    }
  return g_steal_pointer (&arguments);
}

/**
 * xc_command_refuse:
 * @verb: the verb
 * @format: (translated): what is wrong with the command line, as a sentence
 * @...: arguments of @format
 *
 * Returns: %XC_STATUS_WRONG_USAGE
 */
XcStatus
xc_command_refuse (const XcVerb *verb, const char *format, ...)
{
  g_autofree char *sentence = NULL;
  va_list arguments;

  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  /* translators: %1$s is a sentence, %2$s a verb of the command line */
  g_printerr (_ ("%1$s “xuncha %2$s --help” explains more."), sentence, verb->name);
  g_printerr ("\n");
  return XC_STATUS_WRONG_USAGE;
}

/**
 * xc_command_fail:
 * @error: why it could not be done
 *
 * Returns: %XC_STATUS_COULD_NOT
 */
XcStatus
xc_command_fail (const GError *error)
{
  g_printerr ("%s\n", error->message);
  return XC_STATUS_COULD_NOT;
}

static void
backup_failed_cb (XcStore *store, const GError *error)
{
  g_printerr ("%s\n", error->message);
}

/**
 * xc_command_open:
 * @path: a ledger
 * @mode: what for
 * @error: return location for a #XcStoreError
 *
 * Returns: (transfer full): the ledger, which says on standard error when its daily backup fails, or %NULL
 */
XcStore *
xc_command_open (const char *path, XcStoreMode mode, GError **error)
{
  XcStore *store = xc_store_open (path, mode, error);

  if (store != NULL)
    g_signal_connect (store, "backup-failed", G_CALLBACK (backup_failed_cb), NULL);
  return store;
}

XcDay
xc_command_today (void)
{
  return xc_today ();
}

/**
 * xc_command_read_day:
 * @verb: the verb
 * @typed: (nullable): what was given as a day, in any usual form
 * @day: (inout): the day; left alone when none was given
 *
 * Returns: whether it is a day or none was given; otherwise it has been said
 */
gboolean
xc_command_read_day (const XcVerb *verb, const char *typed, XcDay *day)
{
  XcDay read;

  if (typed == NULL)
    return TRUE;
  read = xc_day_parse (typed, xc_command_today ());
  if (!xc_day_is_set (read))
    {
      /* translators: %s is what was given as a day */
      xc_command_refuse (verb, _ ("“%s” is not a day; write it as 2024-05-16."), typed);
      return FALSE;
    }
  *day = read;
  return TRUE;
}

/* Nobody may take a cut-off file for the whole: a full disk shows itself only when the output is flushed. */
static XcStatus
finish_output (XcStatus status)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return status;
  g_printerr ("%s\n", _ ("The output could not be written whole. Make room where it goes and try again."));
  return XC_STATUS_COULD_NOT;
}

/**
 * xc_command_main:
 * @argc: number of @argv
 * @argv: the program's arguments, with a verb
 *
 * Returns: the exit status of the program
 */
int
xc_command_main (int argc, char **argv)
{
  const char *word = argc > 1 ? argv[1] : NULL;

  g_return_val_if_fail (word != NULL, XC_STATUS_WRONG_USAGE);
  if (strcmp (word, "--help") == 0 || strcmp (word, "-h") == 0)
    {
      print_help ();
      return finish_output (XC_STATUS_DONE);
    }
  if (strcmp (word, "--version") == 0)
    {
      g_print ("xuncha %s\n", XC_VERSION);
      return finish_output (XC_STATUS_DONE);
    }
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (strcmp (word, verbs[i]->name) == 0)
      return finish_output (verbs[i]->run (verbs[i], argc - 1, argv + 1));
  /* translators: %s is a word of the command line */
  g_printerr (_ ("“%s” is not a verb of this program. “xuncha --help” lists them."), word);
  g_printerr ("\n");
  return XC_STATUS_WRONG_USAGE;
}
