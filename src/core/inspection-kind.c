/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which inspections count toward full coverage. A look-back or a check adds nothing to a coverage that it presupposes,
 * and an extension visits a body under the one that is inspected.
 */
#include "core/inspection-kind.h"

XC_DEFINE_WORDS (XcInspectionKind, xc_inspection_kind, "regular", "special", "mobile", "upgraded", "cross",
                 "upgraded_cross", "joint", "extended", "look_back", "rectification_check")
XC_DEFINE_WORDS (XcCounts, xc_counts, "by_kind", "yes", "no")
XC_DEFINE_WORDS (XcLevel, xc_level, "own", "higher")

/**
 * xc_inspection_kind_counts:
 * @kind: a kind
 *
 * Returns: whether inspections of this kind count toward coverage unless they say otherwise
 */
gboolean
xc_inspection_kind_counts (XcInspectionKind kind)
{
  switch (kind)
    {
    case XC_INSPECTION_REGULAR:
    case XC_INSPECTION_SPECIAL:
    case XC_INSPECTION_MOBILE:
    case XC_INSPECTION_UPGRADED:
    case XC_INSPECTION_CROSS:
    case XC_INSPECTION_UPGRADED_CROSS:
    case XC_INSPECTION_JOINT:
      return TRUE;
    case XC_INSPECTION_EXTENDED:
    case XC_INSPECTION_LOOK_BACK:
    case XC_INSPECTION_RECTIFICATION_CHECK:
      return FALSE;
    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * xc_inspection_counts:
 * @kind: the inspection's kind
 * @level: whose inspection it was
 * @says: what the inspection itself says
 *
 * An inspection by a higher committee counts only if it says so: that committee inspects for a coverage of its own.
 *
 * Returns: whether the inspection counts toward this committee's coverage
 */
gboolean
xc_inspection_counts (XcInspectionKind kind, XcLevel level, XcCounts says)
{
  switch (says)
    {
    case XC_COUNTS_BY_KIND:
      return level == XC_LEVEL_OWN && xc_inspection_kind_counts (kind);
    case XC_COUNTS_YES:
      return TRUE;
    case XC_COUNTS_NO:
      return FALSE;
    default:
      g_return_val_if_reached (FALSE);
    }
}
