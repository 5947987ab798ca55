/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Full coverage (全覆盖): which organizations are owed an inspection in the term on a given day, and which had one.
 * Covered, owed and the day always come together, from one call.
 */
#pragma once

#include "core/coverage-input.h"

G_BEGIN_DECLS

/* An index that points to nothing. */
#define XC_COVERAGE_NOTHING G_MAXUINT

/* All registers that are in the grand total, where one register's index may stand. */
#define XC_COVERAGE_TOTAL G_MAXUINT

typedef enum
{
  XC_COVERAGE_NOT_OWED,
  XC_COVERAGE_NEVER,
  XC_COVERAGE_IN_PROGRESS, /* a team is there; not covered yet */
  XC_COVERAGE_TO_CONFIRM,  /* covered through a predecessor; a clerk has to confirm */
  XC_COVERAGE_COVERED,
} XcCoverageState;

/* What an inspection that reached its event within the term added on that day. */
typedef enum
{
  XC_VISIT_FIRST,  /* it made an organization that is owed covered */
  XC_VISIT_REPEAT, /* of a counting kind; it added nothing */
  XC_VISIT_OTHER,  /* of a kind that does not count */
} XcVisitKind;

/* Of one register, or the total, on one day. The rate is covered ÷ owed. */
typedef struct
{
  guint covered; /* owed and covered; holds those to confirm */
  guint owed;
  guint to_confirm;
  guint in_progress;
  guint again;         /* organizations owed and covered that were visited again: they add nothing */
  guint repeat_visits; /* to organizations owed: inspections of a counting kind that added nothing */
  guint other_visits;  /* to organizations owed: inspections that do not count, as look-backs */
} XcCoverageFigures;

/* Of one organization on one day. All but @state and @register_index say the same for one that is not owed. */
typedef struct
{
  XcCoverageState state;
  guint register_index; /* in the input, %XC_COVERAGE_NOTHING when not owed */
  XcDay covered_on;     /* %XC_DAY_NONE unless covered */
  guint inspection;     /* index in the input: the one that covers it, or that is in progress */
  guint event;          /* index in the input: the merger or split through which it is covered */
  guint repeat_visits;
  guint other_visits;
} XcOrganizationCoverage;

typedef struct
{
  XcDay as_of;
  XcCoverageFigures total;
  guint n_registers;
  XcCoverageFigures *registers; /* in the order of the input */
  guint n_organizations;
  XcOrganizationCoverage *organizations; /* in the order of the input */
} XcCoverageDay;

typedef struct _XcCoverage XcCoverage;

XcCoverage *xc_coverage_new (XcCoverageInput *input);
void xc_coverage_free (XcCoverage *coverage);
const XcCoverageInput *xc_coverage_get_input (const XcCoverage *coverage);

XcCoverageDay *xc_coverage_get_day (const XcCoverage *coverage, XcDay as_of);
void xc_coverage_day_free (XcCoverageDay *day);

const char *xc_coverage_get_name (const XcCoverage *coverage, guint organization, XcDay day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcCoverage, xc_coverage_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcCoverageDay, xc_coverage_day_free)

G_END_DECLS
