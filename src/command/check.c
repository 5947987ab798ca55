/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a ledger is whole, and its rows fit together. */
#include "command/command.h"

#include <glib/gi18n-lib.h>

#include "store/check.h"

typedef struct
{
  guint n_errors, n_warnings;
} Count;

static void
print_finding (const XcFinding *finding, gpointer data)
{
  Count *count = data;

  if (finding->severity == XC_FINDING_ERROR)
    count->n_errors++;
  else
    count->n_warnings++;
  g_print ("%s  %s\n",
           finding->severity == XC_FINDING_ERROR ? C_ ("finding", "Error:") : C_ ("finding", "Warning:"),
           finding->sentence);
}

static XcStatus
run_check (const XcVerb *verb, int argc, char **argv)
{
  const GOptionEntry options[] = { G_OPTION_ENTRY_NULL };
  g_auto (GStrv) arguments = xc_command_parse (verb, options, argc, argv);
  g_autoptr (XcStore) store = NULL;
  g_autoptr (GError) error = NULL;
  Count count = { 0, 0 };

  if (arguments == NULL)
    return XC_STATUS_WRONG_USAGE;
  store = xc_command_open (arguments[0], XC_STORE_READ, &error);
  if (store == NULL || !xc_store_check (store, print_finding, &count, &error))
    return xc_command_fail (error);
  if (count.n_errors == 0 && count.n_warnings == 0)
    g_print ("%s\n", _ ("The ledger is whole, and its rows fit together."));
  if (count.n_errors == 0)
    return XC_STATUS_DONE;
  /* translators: %u a number of errors */
  g_printerr (g_dngettext (GETTEXT_PACKAGE, "The ledger has %u error. Mend it, or restore a backup.",
                           "The ledger has %u errors. Mend them, or restore a backup.", count.n_errors),
              count.n_errors);
  g_printerr ("\n");
  return XC_STATUS_COULD_NOT;
}

const XcVerb xc_verb_check = {
  .name = "check",
  .arguments = N_ ("LEDGER"),
  .summary = N_ ("Checks that a ledger is whole and its rows fit together."),
  .n_arguments = 1,
  .run = run_check,
};
