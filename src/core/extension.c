/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/extension.h"

#include <glib/gi18n-lib.h>

#include "core/text.h"

/**
 * xc_extension_check:
 * @extensions: (array length=n_extensions): those that there are, in any order
 * @n_extensions: how many there are
 * @request: what is asked for
 *
 * Returns: %XC_EXTENSION_ALLOWED, or why the limit cannot be put off so
 */
XcExtensionRefusal
xc_extension_check (const XcExtension *extensions, guint n_extensions, const XcExtensionRequest *request)
{
  if (!xc_day_is_set (request->due_on))
    return XC_EXTENSION_NO_LIMIT;
  if (request->is_done)
    return XC_EXTENSION_DONE;
  if (!xc_day_is_set (request->new_on) || !xc_day_is_set (request->approved_on))
    return XC_EXTENSION_NO_DAY;
  if (request->new_on <= request->due_on)
    return XC_EXTENSION_NOT_LATER;
  if (xc_text_is_blank (request->reason))
    return XC_EXTENSION_NO_REASON;
  if (xc_text_is_blank (request->approver))
    return XC_EXTENSION_NO_APPROVER;
  for (guint i = 0; i < n_extensions; i++)
    if (request->approved_on < extensions[i].approved_on)
      return XC_EXTENSION_BEFORE_LAST;
  return XC_EXTENSION_ALLOWED;
}

/**
 * xc_extension_get_first:
 * @extensions: (array length=n_extensions): all of one limit, in any order
 * @n_extensions: how many there are
 * @due_on: the limit as it is now, or %XC_DAY_NONE
 *
 * A limit only ever moves to a later day.
 *
 * Returns: the limit before the first of them
 */
XcDay
xc_extension_get_first (const XcExtension *extensions, guint n_extensions, XcDay due_on)
{
  XcDay first = due_on;

  for (guint i = 0; i < n_extensions; i++)
    if (xc_day_is_set (extensions[i].old_on) && (!xc_day_is_set (first) || extensions[i].old_on < first))
      first = extensions[i].old_on;
  return first;
}

/**
 * xc_extension_refusal_get_sentence:
 * @refusal: why a limit cannot be put off
 *
 * Returns: (transfer none): the reason and what to do, translated; empty for %XC_EXTENSION_ALLOWED
 */
const char *
xc_extension_refusal_get_sentence (XcExtensionRefusal refusal)
{
  switch (refusal)
    {
    case XC_EXTENSION_ALLOWED:
      return "";
    case XC_EXTENSION_NO_LIMIT:
      return _ ("There is no time limit that could be extended. Enter one first.");
    case XC_EXTENSION_DONE:
      return _ ("It is done already, so there is nothing to extend.");
    case XC_EXTENSION_NO_DAY:
      return _ ("Enter the new time limit and the day of the approval.");
    case XC_EXTENSION_NOT_LATER:
      return _ ("The new time limit is not later than the present one. Enter a later day.");
    case XC_EXTENSION_NO_REASON:
      return _ ("Enter why the time limit is extended.");
    case XC_EXTENSION_NO_APPROVER:
      return _ ("Enter who approved the extension.");
    case XC_EXTENSION_BEFORE_LAST:
      return _ ("It was extended before with a later approval. Check the day of the approval.");
    default:
      g_return_val_if_reached ("");
    }
}
