/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What avoidance is worked out from: the office's rule, people with their posts and kin, teams and what they inspect. */
#pragma once

#include "core/day.h"
#include "core/words.h"

G_BEGIN_DECLS

/* Why somebody must not inspect an organization; the gravest first. */
typedef enum
{
  XC_AVOIDANCE_RULED,            /* somebody decided so */
  XC_AVOIDANCE_HOME,             /* comes from there */
  XC_AVOIDANCE_PRESENT_POST,     /* has a post there */
  XC_AVOIDANCE_PAST_POST,        /* had one, not long enough ago */
  XC_AVOIDANCE_LONG_SERVICE,     /* served there for long, whenever that was */
  XC_AVOIDANCE_KIN,              /* a relative is there */
  XC_AVOIDANCE_INSPECTED_BEFORE, /* inspected it in an earlier round */
  XC_AVOIDANCE_TWO_TEAMS,        /* is in another team at the same time */
} XcAvoidanceGround;

#define XC_N_AVOIDANCE_GROUNDS (XC_AVOIDANCE_TWO_TEAMS + 1)

/* Sets of grounds. */
#define XC_AVOIDANCE_MASK(ground) (1u << (ground))
#define XC_AVOIDANCE_ALL (XC_AVOIDANCE_MASK (XC_N_AVOIDANCE_GROUNDS) - 1)
/* What a waiver covers that was written when waivers named no ground: a place in two teams is never let pass in silence. */
#define XC_AVOIDANCE_UNNAMED (XC_AVOIDANCE_ALL & ~XC_AVOIDANCE_MASK (XC_AVOIDANCE_TWO_TEAMS))

/* What was decided about a person and an organization. */
typedef enum
{
  XC_RULING_AVOID,
  XC_RULING_WAIVED,
} XcRuling;

XC_DECLARE_WORDS (XcAvoidanceGround, xc_avoidance_ground);
XC_DECLARE_WORDS (XcRuling, xc_ruling);

/* The office's own; xc_avoidance_rule_init() gives what is shipped. */
typedef struct
{
  guint grounds;         /* set of those that are looked for; what was ruled always is */
  guint past_years;      /* a past post bars until so many years after its last day */
  guint long_years;      /* of service that bars for ever when it is exceeded */
  guint inspected_years; /* an earlier inspection bars until so many years after its end; 0: for ever */
} XcAvoidanceRule;

typedef struct
{
  gint64 id;
  const char *name;
  gint64 parent_id; /* 0: none */
  XcDay valid_to;   /* exclusive; %XC_DAY_NONE: open */
} XcAvoidanceOrganization;

/* A merger or split: what belonged to one belongs to the other from that day. */
typedef struct
{
  gint64 predecessor_id;
  gint64 successor_id;
  XcDay happened_on;
} XcAvoidanceSuccession;

/* Where an organization belonged until the day before it was moved. */
typedef struct
{
  gint64 organization_id;
  gint64 parent_id;
  XcDay happened_on;
} XcAvoidanceMove;

typedef struct
{
  gint64 id;
  const char *name;
  gint64 organization_id; /* home; 0: none of the ledger's */
  const char *post;       /* may be %NULL */
} XcAvoidancePerson;

typedef struct
{
  gint64 id;
  gint64 person_id;
  gint64 organization_id;
  const char *title; /* may be %NULL */
  XcDay from;        /* inclusive; may be %XC_DAY_NONE */
  XcDay to;          /* inclusive; %XC_DAY_NONE: goes on */
} XcAvoidancePost;

typedef struct
{
  gint64 id;
  gint64 person_id;
  gint64 organization_id;
  const char *relation;
  const char *title; /* of the relative's post, may be %NULL */
} XcAvoidanceKin;

typedef struct
{
  gint64 id;
  gint64 round_id;
  int round_position; /* of the round among all rounds, in the order of time */
  int round_ordinal;
  int ordinal;
  const char *title; /* may be %NULL */
  XcDay starts;      /* of the round; each may be %XC_DAY_NONE */
  XcDay ends;        /* inclusive */
} XcAvoidanceTeam;

typedef struct
{
  gint64 id;
  gint64 team_id;
  gint64 person_id;
  const char *role; /* the ledger's word */
  XcDay from;       /* inclusive; each may be %XC_DAY_NONE: as long as the team */
  XcDay to;         /* inclusive */
} XcAvoidanceMember;

/* As it was, or as far as it has not happened as it is planned. */
typedef struct
{
  gint64 id;
  gint64 team_id; /* 0: given to none yet */
  gint64 organization_id;
  gint64 extends_id; /* the inspection that it goes on from, or 0 */
  XcDay starts;      /* each may be %XC_DAY_NONE */
  XcDay ends;        /* inclusive */
} XcAvoidanceInspection;

typedef struct
{
  gint64 id;
  gint64 person_id;
  gint64 organization_id;
  gint64 inspection_id; /* 0: every inspection of the organization */
  XcRuling ruling;
  const char *reason;
  XcDay ruled_on; /* may be %XC_DAY_NONE */
  guint grounds;  /* of a waiver: set of those that it covers */
} XcAvoidanceRuling;

/**
 * XcAvoidanceInput:
 *
 * Fill it with g_array_append_val(). Texts go through xc_avoidance_input_text(). References to rows that are not there
 * are passed over. Conflicts are told in the order of teams, inspections and members here.
 */
typedef struct
{
  XcAvoidanceRule rule;
  XcDay as_of;           /* stands in for the first day of inspections that have no day yet */
  GArray *organizations; /* of XcAvoidanceOrganization */
  GArray *successions;   /* of XcAvoidanceSuccession */
  GArray *moves;         /* of XcAvoidanceMove */
  GArray *people;        /* of XcAvoidancePerson */
  GArray *posts;         /* of XcAvoidancePost */
  GArray *kin;           /* of XcAvoidanceKin */
  GArray *teams;         /* of XcAvoidanceTeam, of all rounds */
  GArray *members;       /* of XcAvoidanceMember */
  GArray *inspections;   /* of XcAvoidanceInspection */
  GArray *rulings;       /* of XcAvoidanceRuling */
  GStringChunk *texts;
} XcAvoidanceInput;

void xc_avoidance_rule_init (XcAvoidanceRule *rule);

XcAvoidanceInput *xc_avoidance_input_new (void);
void xc_avoidance_input_free (XcAvoidanceInput *input);
const char *xc_avoidance_input_text (XcAvoidanceInput *input, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcAvoidanceInput, xc_avoidance_input_free)

G_END_DECLS
