/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A new ledger. */
#include "command/command.h"

#include <glib/gi18n-lib.h>

static XcStatus
run_new (const XcVerb *verb, int argc, char **argv)
{
  const GOptionEntry options[] = { G_OPTION_ENTRY_NULL };
  g_auto (GStrv) arguments = xc_command_parse (verb, options, argc, argv);
  g_autoptr (XcStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  if (arguments == NULL)
    return XC_STATUS_WRONG_USAGE;
  store = xc_store_create (arguments[0], &error);
  if (store == NULL)
    return xc_command_fail (error);
  name = g_filename_display_name (arguments[0]);
  /* translators: %s is the name of a file */
  g_print (_ ("“%s” is ready."), name);
  g_print ("\n");
  return XC_STATUS_DONE;
}

const XcVerb xc_verb_new = {
  .name = "new",
  .arguments = "LEDGER",
  .summary = N_ ("Makes a new ledger."),
  .n_arguments = 1,
  .run = run_new,
};
