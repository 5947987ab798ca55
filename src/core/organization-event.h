/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What happens to organizations (组织沿革), and whether coverage passes from the old ones to the new. */
#pragma once

#include "core/words.h"

G_BEGIN_DECLS

typedef enum
{
  XC_EVENT_FOUNDED,
  XC_EVENT_RENAMED,
  XC_EVENT_MERGED,
  XC_EVENT_SPLIT,
  XC_EVENT_ABOLISHED,
  XC_EVENT_MOVED,
} XcEventKind;

/* On which side of the event an organization stands. */
typedef enum
{
  XC_SIDE_BEFORE,
  XC_SIDE_AFTER,
} XcEventSide;

/* Whether the predecessors' coverage passes to a successor; a clerk decides. */
typedef enum
{
  XC_PASSES_TO_CONFIRM,
  XC_PASSES_YES,
  XC_PASSES_NO,
} XcPasses;

XC_DECLARE_WORDS (XcEventKind, xc_event_kind);
XC_DECLARE_WORDS (XcEventSide, xc_event_side);
XC_DECLARE_WORDS (XcPasses, xc_passes);

gboolean xc_event_kind_passes_coverage (XcEventKind kind);

G_END_DECLS
