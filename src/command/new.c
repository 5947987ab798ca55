/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A new ledger, empty or with the example in it. */
#include "command/command.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "intake/example.h"

/* A ledger that could not be filled is not left behind: it would look as if the example were empty. */
static gboolean
make_ledger (const char *path, gboolean with_example, GError **error)
{
  g_autoptr (XcStore) store = xc_store_create (path, error);

  if (store == NULL)
    return FALSE;
  if (!with_example || xc_example_fill (store, error))
    return TRUE;
  g_unlink (xc_store_get_path (store));
  return FALSE;
}

static XcStatus
run_new (const XcVerb *verb, int argc, char **argv)
{
  gboolean with_example = FALSE;
  const GOptionEntry options[] = {
    { "example", 0, 0, G_OPTION_ARG_NONE, &with_example, N_ ("With an invented district to look around in"),
      NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) arguments = xc_command_parse (verb, options, argc, argv);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  if (arguments == NULL)
    return XC_STATUS_WRONG_USAGE;
  if (!make_ledger (arguments[0], with_example, &error))
    return xc_command_fail (error);
  name = g_filename_display_name (arguments[0]);
  /* translators: %s is the name of a file */
  g_print (_ ("“%s” is ready."), name);
  g_print ("\n");
  return XC_STATUS_DONE;
}

const XcVerb xc_verb_new = {
  .name = "new",
  .arguments = N_ ("LEDGER"),
  .summary = N_ ("Makes a new ledger."),
  .n_arguments = 1,
  .run = run_new,
};
