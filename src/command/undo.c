/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One step of the history back or forward. */
#include "command/command.h"

#include <glib/gi18n-lib.h>

static XcStatus
move (const XcVerb *verb, int argc, char **argv, gboolean is_back)
{
  const GOptionEntry options[] = { G_OPTION_ENTRY_NULL };
  g_auto (GStrv) arguments = xc_command_parse (verb, options, argc, argv);
  g_autoptr (XcStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;

  if (arguments == NULL)
    return XC_STATUS_WRONG_USAGE;
  store = xc_command_open (arguments[0], XC_STORE_WRITE, &error);
  if (store == NULL || !(is_back ? xc_store_undo : xc_store_redo) (store, &title, &error))
    return xc_command_fail (error);
  if (is_back)
    /* translators: %s is the name of an action */
    g_print (_ ("Undone: %s"), title);
  else
    /* translators: %s is the name of an action */
    g_print (_ ("Done again: %s"), title);
  g_print ("\n");
  return XC_STATUS_DONE;
}

static XcStatus
run_undo (const XcVerb *verb, int argc, char **argv)
{
  return move (verb, argc, argv, TRUE);
}

static XcStatus
run_redo (const XcVerb *verb, int argc, char **argv)
{
  return move (verb, argc, argv, FALSE);
}

const XcVerb xc_verb_undo = {
  .name = "undo",
  .arguments = N_ ("LEDGER"),
  .summary = N_ ("Undoes the last step of the history that is not undone."),
  .n_arguments = 1,
  .run = run_undo,
};

const XcVerb xc_verb_redo = {
  .name = "redo",
  .arguments = N_ ("LEDGER"),
  .summary = N_ ("Does again what was undone last."),
  .n_arguments = 1,
  .run = run_redo,
};
