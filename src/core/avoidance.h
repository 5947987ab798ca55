/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Avoidance (回避): who must not inspect which organization, for which reason, and whether that was waived in writing.
 * What holds of an organization holds of those above and below it and of its predecessors: who comes from a
 * subdistrict does not inspect its communities.
 */
#pragma once

#include "core/avoidance-input.h"

G_BEGIN_DECLS

/* How the organization in which the reason lies is related with the one to be inspected. */
typedef enum
{
  XC_TIE_SAME,
  XC_TIE_PREDECESSOR, /* merged into it, or split */
  XC_TIE_ABOVE,       /* it belongs there */
  XC_TIE_BELOW,       /* belongs to it */
} XcAvoidanceTie;

/**
 * XcAvoidanceConflict:
 * @ground: why
 * @person: who
 * @team: in which team
 * @member: (nullable): as which member; %NULL of a person who is only proposed
 * @organization: (nullable): what would be inspected; %NULL when the team has nothing to inspect yet
 * @inspection: (nullable): in which inspection; %NULL of one that is only proposed
 * @related: (nullable): the organization in which the reason lies; %NULL with two teams
 * @tie: how @related is related with @organization
 * @post: (nullable): of a post, present or past, and the last one of long service
 * @kin: (nullable): the relative
 * @earlier: (nullable): the inspection in an earlier round
 * @other: (nullable): the membership in another team: with two teams, and with @earlier the one that inspected
 * @ruling: (nullable): what was ruled
 * @since: first day of post, earlier inspection or overlap, or %XC_DAY_NONE when nothing says it
 * @until: last day of it, or %XC_DAY_NONE when it goes on
 * @lapses_on: first day on which this bars no more, or %XC_DAY_NONE
 * @waiver: (nullable): the ruling that lets the person inspect all the same; it has the reason
 *
 * All belongs to the #XcAvoidance that it comes from.
 */
typedef struct
{
  XcAvoidanceGround ground;
  const XcAvoidancePerson *person;
  const XcAvoidanceTeam *team;
  const XcAvoidanceMember *member;
  const XcAvoidanceOrganization *organization;
  const XcAvoidanceInspection *inspection;
  const XcAvoidanceOrganization *related;
  XcAvoidanceTie tie;
  const XcAvoidancePost *post;
  const XcAvoidanceKin *kin;
  const XcAvoidanceInspection *earlier;
  const XcAvoidanceMember *other;
  const XcAvoidanceRuling *ruling;
  XcDay since;
  XcDay until;
  XcDay lapses_on;
  const XcAvoidanceRuling *waiver;
} XcAvoidanceConflict;

/**
 * XcAvoidanceProposal:
 * @team_id: the team in which somebody is to serve or to which something is to be given
 * @person_id: who would join it; 0 for each of its members
 * @member_id: the membership that would be moved or altered, which then bars no more; 0 for a new one
 * @organization_id: what it would inspect; 0 for all that it inspects now
 * @inspection_id: the inspection that would be given to it; its organization may then be left out. 0 for a new one
 * @from: first day of the person in the team, or of the new inspection; %XC_DAY_NONE for that of the team
 * @to: last day of it, likewise
 *
 * May this person serve in this team, may this organization go to it: asked before it is done.
 */
typedef struct
{
  gint64 team_id;
  gint64 person_id;
  gint64 member_id;
  gint64 organization_id;
  gint64 inspection_id;
  XcDay from;
  XcDay to;
} XcAvoidanceProposal;

#define XC_AVOIDANCE_PROPOSAL_INIT                                                                           \
  {                                                                                                          \
    .from = XC_DAY_NONE, .to = XC_DAY_NONE                                                                   \
  }

/**
 * XcAvoidanceCandidate:
 * @person: who might join the team
 * @n_conflicts: what would stand against it and is not waived
 * @n_waived: what is waived
 * @is_member: whether the person is in it already
 */
typedef struct
{
  const XcAvoidancePerson *person;
  guint n_conflicts;
  guint n_waived;
  gboolean is_member;
} XcAvoidanceCandidate;

typedef struct _XcAvoidance XcAvoidance;

XcAvoidance *xc_avoidance_new (XcAvoidanceInput *input);
XcAvoidance *xc_avoidance_ref (XcAvoidance *avoidance);
void xc_avoidance_unref (XcAvoidance *avoidance);
const XcAvoidanceInput *xc_avoidance_get_input (const XcAvoidance *avoidance);

GArray *xc_avoidance_get_conflicts (XcAvoidance *avoidance, gint64 round_id);
GArray *xc_avoidance_ask (XcAvoidance *avoidance, const XcAvoidanceProposal *proposal);

GArray *xc_avoidance_get_candidates (XcAvoidance *avoidance, gint64 team_id);
guint xc_avoidance_count_open (const GArray *conflicts);
gboolean xc_avoidance_is_by_inspection (XcAvoidanceGround ground);
gboolean xc_avoidance_can_be_waived (const XcAvoidanceConflict *conflict);

const XcAvoidancePerson *xc_avoidance_find_person (const XcAvoidance *avoidance, gint64 id);
const XcAvoidanceOrganization *xc_avoidance_find_organization (const XcAvoidance *avoidance, gint64 id);
const XcAvoidanceTeam *xc_avoidance_find_team (const XcAvoidance *avoidance, gint64 id);
const XcAvoidanceInspection *xc_avoidance_find_inspection (const XcAvoidance *avoidance, gint64 id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcAvoidance, xc_avoidance_unref)

G_END_DECLS
