/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What leaves a ledger is in its history, as far as that can be written to. */
#include "command/command.h"

#include "report/outgoing.h"

/**
 * xc_command_open_for_export:
 * @path: a ledger
 * @error: return location for a #XcStoreError
 *
 * Opens it for writing, so that the export can be put into the history, or for reading when that is all that can be
 * had.
 *
 * Returns: (transfer full): the ledger, or %NULL
 */
XcStore *
xc_command_open_for_export (const char *path, GError **error)
{
  g_autoptr (GError) refusal = NULL;
  XcStore *store = xc_command_open (path, XC_STORE_WRITE, &refusal);

  if (store == NULL
      && (g_error_matches (refusal, XC_STORE_ERROR, XC_STORE_ERROR_IN_USE)
          || g_error_matches (refusal, XC_STORE_ERROR, XC_STORE_ERROR_READ_ONLY)
          || g_error_matches (refusal, XC_STORE_ERROR, XC_STORE_ERROR_TOO_NEW)))
    return xc_command_open (path, XC_STORE_READ, error);
  if (store == NULL)
    g_propagate_error (error, g_steal_pointer (&refusal));
  return store;
}

/**
 * xc_command_note_export:
 * @store: the ledger that something was written from
 * @output: the file that was written
 *
 * Puts it into the history; says on standard error when that is not possible, as the file is there already.
 */
void
xc_command_note_export (XcStore *store, const char *output)
{
  g_autoptr (GError) error = NULL;

  if (!xc_outgoing_note_export (store, output, &error))
    g_printerr ("%s\n", error->message);
}
