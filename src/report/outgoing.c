/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/outgoing.h"

#include "core/fail.h"

#include <glib/gi18n-lib.h>

/**
 * xc_outgoing_note_export:
 * @store: the ledger that something was written from
 * @path: the file that was written
 * @error: return location for a #XcStoreError, whose words say that the file is there all the same
 *
 * Returns: whether it is in the history
 */
gboolean
xc_outgoing_note_export (XcStore *store, const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  /* translators: %s is the name of a file */
  g_autofree char *title = g_strdup_printf (_ ("Export to “%s”"), name);
  g_autoptr (GError) reason = NULL;

  if (xc_store_note (store, title, &reason))
    return TRUE;
  /* translators: %1$s is the name of a file, %2$s a sentence that says why */
  return xc_fail (error, reason->domain, reason->code,
                  _ ("“%1$s” was written, but that is not in the history: %2$s"), name, reason->message);
}

/**
 * xc_outgoing_note_print:
 * @store: the ledger that something was printed from
 * @title: what was printed
 * @n_pages: how many pages it has
 * @error: return location for a #XcStoreError, whose words say that the paper is there all the same
 *
 * Returns: whether it is in the history
 */
gboolean
xc_outgoing_note_print (XcStore *store, const char *title, guint n_pages, GError **error)
{
  g_autofree char *words = g_strdup_printf (
      /* translators: %1$s is the title of what was printed, %2$u how many pages it has */
      g_dngettext (GETTEXT_PACKAGE, "Print “%1$s”, %2$u page", "Print “%1$s”, %2$u pages", n_pages), title,
      n_pages);
  g_autoptr (GError) reason = NULL;

  if (xc_store_note (store, words, &reason))
    return TRUE;
  /* translators: %1$s is the title of what was printed, %2$s a sentence that says why */
  return xc_fail (error, reason->domain, reason->code,
                  _ ("“%1$s” was printed, but that is not in the history: %2$s"), title, reason->message);
}
