/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The kinds of events of organizations. */
#include "core/organization-event.h"

XC_DEFINE_WORDS (XcEventKind, xc_event_kind, "founded", "renamed", "merged", "split", "abolished", "moved")
XC_DEFINE_WORDS (XcEventSide, xc_event_side, "before", "after")
XC_DEFINE_WORDS (XcPasses, xc_passes, "to_confirm", "yes", "no")

/**
 * xc_event_kind_passes_coverage:
 * @kind: a kind
 *
 * A renamed or moved organization stays the same organization, so nothing has to pass.
 *
 * Returns: whether such an event hands coverage from one organization to another
 */
gboolean
xc_event_kind_passes_coverage (XcEventKind kind)
{
  return kind == XC_EVENT_MERGED || kind == XC_EVENT_SPLIT;
}
