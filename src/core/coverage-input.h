/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What coverage is computed from: the rows of one term, as they stand in the ledger today. The days in them say what
 * held when, so the figures of any past day can be made from the same rows.
 */
#pragma once

#include "core/day.h"
#include "core/inspection-kind.h"
#include "core/organization-event.h"

G_BEGIN_DECLS

/* Which event of an inspection makes the organization covered. */
typedef enum
{
  XC_COVERED_WHEN_ENTERED,
  XC_COVERED_WHEN_LEFT,
  XC_COVERED_WHEN_FED_BACK,
} XcCoveredWhen;

XC_DECLARE_WORDS (XcCoveredWhen, xc_covered_when);

typedef struct
{
  XcDay starts; /* first day, inclusive */
  XcDay ends;   /* last day, inclusive */
  XcCoveredWhen covered_when;
  guint decimals;       /* of the percentage */
  guint planned_rounds; /* 0: not given */
} XcCoverageTerm;

/* In the order of the office; their indexes stand in the results. */
typedef struct
{
  gint64 id;
  const char *title;
  gboolean in_total;
} XcCoverageRegister;

/* As it is now; what it was before stands in the events. */
typedef struct
{
  gint64 id;
  const char *name;
  gint64 register_id; /* 0: in none */
  XcDay valid_from;   /* inclusive; %XC_DAY_NONE: since ever */
  XcDay valid_to;     /* exclusive; %XC_DAY_NONE: open */
  gboolean listed;    /* for coverage */
} XcCoverageOrganization;

typedef struct
{
  gint64 id;
  XcEventKind kind;
  XcDay happened_on; /* first day of the new state */
  const char *document;
} XcCoverageEvent;

/* Of one organization in one event, on one side. */
typedef struct
{
  gint64 event_id;
  gint64 organization_id;
  XcEventSide side;
  XcPasses passes;  /* read on the side "after" of mergers and splits only */
  XcDay decided_on; /* when the clerk decided; %XC_DAY_NONE: decided from the start */

  /* What held until the day before the event. */
  const char *former_name;   /* %NULL: unchanged */
  gint64 former_register_id; /* 0: unchanged */
  int former_listed;         /* -1: unchanged */
} XcCoverageMember;

typedef struct
{
  gint64 id;
  int ordinal;
  const char *title; /* may be %NULL */
  XcDay starts;      /* inclusive, may be %XC_DAY_NONE */
  XcDay ends;        /* inclusive, may be %XC_DAY_NONE */
} XcCoverageRound;

typedef struct
{
  gint64 id;
  gint64 round_id; /* 0: none */
  gint64 organization_id;
  XcInspectionKind kind;
  XcLevel level;
  XcCounts counts;
  XcDay entered_on; /* each may be %XC_DAY_NONE */
  XcDay left_on;
  XcDay fed_back_on;
  XcDay planned_enters_on; /* these two are read by plans only */
  XcDay planned_leaves_on;
} XcCoverageInspection;

/**
 * XcCoverageInput:
 *
 * Fill it with g_array_append_val(). Texts go through xc_coverage_input_text(). References to rows that are not there
 * are passed over.
 */
typedef struct
{
  XcCoverageTerm term;
  GArray *registers;     /* of XcCoverageRegister */
  GArray *organizations; /* of XcCoverageOrganization */
  GArray *events;        /* of XcCoverageEvent */
  GArray *members;       /* of XcCoverageMember */
  GArray *rounds;        /* of XcCoverageRound, in their order */
  GArray *inspections;   /* of XcCoverageInspection */
  GStringChunk *texts;
} XcCoverageInput;

XcCoverageInput *xc_coverage_input_new (void);
void xc_coverage_input_free (XcCoverageInput *input);
const char *xc_coverage_input_text (XcCoverageInput *input, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcCoverageInput, xc_coverage_input_free)

G_END_DECLS
