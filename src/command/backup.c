/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A whole copy of a ledger. */
#include "command/command.h"

#include <glib/gi18n-lib.h>

#include "store/backup.h"

static XcStatus
run_backup (const XcVerb *verb, int argc, char **argv)
{
  gboolean replace = FALSE;
  const GOptionEntry options[] = {
    { "force", 0, 0, G_OPTION_ARG_NONE, &replace, N_ ("Replace the file if it is there"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) arguments = xc_command_parse (verb, options, argc, argv);
  g_autoptr (XcStore) store = NULL;
  g_autoptr (GError) error = NULL;

  if (arguments == NULL)
    return XC_STATUS_WRONG_USAGE;
  store = xc_command_open (arguments[0], XC_STORE_READ, &error);
  if (store == NULL || !xc_backup_write (store, arguments[1], replace, &error))
    return xc_command_fail (error);
  return XC_STATUS_DONE;
}

const XcVerb xc_verb_backup = {
  .name = "backup",
  .arguments = N_ ("LEDGER OUT"),
  .summary = N_ ("Copies a whole ledger and proves the copy."),
  .n_arguments = 2,
  .run = run_backup,
};
