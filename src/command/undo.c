/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One step of the history back or forward. */
#include "command/command.h"

#include <glib/gi18n-lib.h>

static XcStatus
move (const XcVerb *verb, int argc, char **argv, gboolean (*step) (XcStore *, char **, GError **),
      const char *sentence)
{
  const GOptionEntry options[] = { G_OPTION_ENTRY_NULL };
  g_auto (GStrv) arguments = xc_command_parse (verb, options, argc, argv);
  g_autoptr (XcStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;

  if (arguments == NULL)
    return XC_STATUS_WRONG_USAGE;
  store = xc_store_open (arguments[0], XC_STORE_WRITE, &error);
  if (store == NULL || !step (store, &title, &error))
    return xc_command_fail (error);
  g_print ("%s%s\n", sentence, title);
  return XC_STATUS_DONE;
}

static XcStatus
run_undo (const XcVerb *verb, int argc, char **argv)
{
  /* translators: the name of what was undone follows */
  return move (verb, argc, argv, xc_store_undo, _ ("Undone: "));
}

static XcStatus
run_redo (const XcVerb *verb, int argc, char **argv)
{
  /* translators: the name of what was done again follows */
  return move (verb, argc, argv, xc_store_redo, _ ("Done again: "));
}

const XcVerb xc_verb_undo = {
  .name = "undo",
  .arguments = "LEDGER",
  .summary = N_ ("Undoes the last step of the history that is not undone."),
  .n_arguments = 1,
  .run = run_undo,
};

const XcVerb xc_verb_redo = {
  .name = "redo",
  .arguments = "LEDGER",
  .summary = N_ ("Does again what was undone last."),
  .n_arguments = 1,
  .run = run_redo,
};
