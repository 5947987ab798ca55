/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the files of coverage share: the rows put in order, and what was worked out from them once. An organization's
 * part of an array "x" begins at x_at[organization] and ends before x_at[organization + 1].
 */
#pragma once

#include "core/coverage.h"

G_BEGIN_DECLS

/* Later than every day that can be written. */
#define XC_DAY_NEVER (XC_DAY_MAX + 1)

/* What happened with an inspection, in days. */
typedef struct
{
  guint organization; /* all indexes are %XC_COVERAGE_NOTHING for rows that are not there */
  guint round;
  gboolean counts;
  XcDay began;   /* first day that is known of it, or %XC_DAY_NEVER */
  XcDay ended;   /* when it reached the event that the term names, or %XC_DAY_NEVER */
  XcDay reached; /* the same if that was within the term, else %XC_DAY_NEVER */
} XcInspectionDays;

/* A coverage that an organization may have from a predecessor. */
typedef struct
{
  XcDay arrived;   /* day of the event that handed it over */
  XcDay starts;    /* from here it covers; %XC_DAY_NEVER while the inspection goes on */
  XcDay confirmed; /* from here without doubt, or %XC_DAY_NEVER */
  XcDay refused;   /* from here no longer, or %XC_DAY_NEVER */
  guint inspection;
  guint event;
} XcInheritance;

/* What holds for an organization from a day until its next piece; the first holds since ever. */
typedef struct
{
  XcDay from;
  gboolean owed;
  guint register_index;  /* even when not owed */
  XcCoverageState state; /* as if owed */
  XcDay covered_on;
  guint inspection;
  guint event;
} XcCoveragePiece;

/* An inspection that reached its event within the term. */
typedef struct
{
  XcDay day;
  guint inspection;
  guint organization;   /* that it covered, when it covered one */
  guint register_index; /* the organization's on that day */
  XcVisitKind kind;
  gboolean again; /* the organization was covered already */
} XcCoverageVisit;

struct _XcCoverage
{
  XcCoverageInput *input;

  XcInspectionDays *inspections; /* in the order of the input */
  guint *own_at;
  guint *own;          /* inspections of an organization, by the day that they reached */
  guint *member_event; /* for each member in the input: index of its event */
  guint *member_at;
  guint *members;        /* memberships of an organization, by the day of their event */
  GHashTable *registers; /* id → index + 1 */

  GArray **inheritances; /* of XcInheritance; %NULL for organizations without */
  guint *piece_at;
  GArray *pieces; /* of XcCoveragePiece */
  guint *visit_at;
  GArray *visits; /* of XcCoverageVisit, an organization's by their days */
};

static inline gboolean
xc_coverage_state_is_covered (XcCoverageState state)
{
  return state == XC_COVERAGE_TO_CONFIRM || state == XC_COVERAGE_COVERED;
}

void xc_coverage_put_in_order (XcCoverage *coverage);
void xc_coverage_inherit (XcCoverage *coverage);
void xc_coverage_cut_pieces (XcCoverage *coverage);
void xc_coverage_sort_visits (XcCoverage *coverage);

guint xc_coverage_find_register (const XcCoverage *coverage, gint64 id);
guint xc_coverage_find_piece (const XcCoverage *coverage, guint organization, XcDay day);
const XcCoverageMember *xc_coverage_get_former (const XcCoverage *coverage, guint organization, XcDay day,
                                                gboolean (*tells) (const XcCoverageMember *member));
gboolean xc_coverage_in_scope (const XcCoverage *coverage, guint register_index, guint scope);

G_END_DECLS
