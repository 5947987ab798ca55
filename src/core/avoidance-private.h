/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of avoidance share: the rows of the input by what they belong to, all of them as indexes. */
#pragma once

#include "core/avoidance.h"

G_BEGIN_DECLS

/* An index that points to nothing. */
#define XC_AVOIDANCE_NOTHING G_MAXUINT

#define XC_AVOIDANCE_ROW(avoidance, array, Type, index)                                                      \
  (&g_array_index ((avoidance)->input->array, Type, index))

/* Which rows belong to which owner: those of owner o are items[at[o]] … before items[at[o + 1]]. */
typedef struct
{
  guint *at;
  guint *items;
} XcAvoidanceGroups;

/* An organization whose people are barred from another one. */
typedef struct
{
  guint organization;
  XcAvoidanceTie tie;
  XcDay until; /* who was there before this day; %XC_DAY_MAX: whenever */
} XcAvoidanceRelated;

struct _XcAvoidance
{
  XcAvoidanceInput *input;

  GHashTable *organizations; /* each from the id to the index + 1 */
  GHashTable *people;
  GHashTable *teams;
  GHashTable *inspections;

  XcAvoidanceGroups below;        /* organizations, by their parent */
  XcAvoidanceGroups predecessors; /* successions, by successor */
  XcAvoidanceGroups moves;        /* by organization */
  XcAvoidanceGroups posts;        /* by person */
  XcAvoidanceGroups kin;          /* by person */
  XcAvoidanceGroups rulings;      /* by person */
  XcAvoidanceGroups served;       /* members, by person */
  XcAvoidanceGroups members;      /* by team */
  XcAvoidanceGroups given;        /* inspections, by team */

  GArray **related;   /* of XcAvoidanceRelated, by organization; made when first asked for */
  XcDay *known_until; /* while they are made: how late each one is known */
};

/* Somebody who would inspect something, in one team. */
typedef struct
{
  guint person;
  guint team;
  const XcAvoidanceMember *member;         /* may be %NULL */
  gint64 moved_member_id;                  /* a membership that would be given up, or 0 */
  guint organization;                      /* or %XC_AVOIDANCE_NOTHING */
  const XcAvoidanceInspection *inspection; /* may be %NULL */
  XcDay starts;                            /* of the person there; each may be %XC_DAY_NONE */
  XcDay ends;
} XcAvoidanceService;

void xc_avoidance_put_in_order (XcAvoidance *avoidance);
void xc_avoidance_groups_clear (XcAvoidanceGroups *groups);
guint xc_avoidance_find_index (GHashTable *indexes, gint64 id);
const XcAvoidanceRelated *xc_avoidance_find_related (XcAvoidance *avoidance, guint organization, guint other,
                                                     guint *n_ways);

gboolean xc_avoidance_is_on (const XcAvoidance *avoidance, XcAvoidanceGround ground);
XcDay xc_avoidance_get_start (const XcAvoidance *avoidance, const XcAvoidanceService *service);
XcAvoidanceConflict xc_avoidance_begin_related (const XcAvoidance *avoidance,
                                                const XcAvoidanceService *service, XcAvoidanceGround ground,
                                                const XcAvoidanceRelated *way);
void xc_avoidance_end_conflict (const XcAvoidance *avoidance, const XcAvoidanceService *service,
                                XcAvoidanceConflict conflict, GArray *conflicts);
void xc_avoidance_check_posts (XcAvoidance *avoidance, const XcAvoidanceService *service, GArray *conflicts);
void xc_avoidance_check_service (XcAvoidance *avoidance, const XcAvoidanceService *service,
                                 GArray *conflicts);

gboolean xc_avoidance_overlap (XcDay from, XcDay to, XcDay other_from, XcDay other_to);
XcDay xc_avoidance_last (XcDay a, XcDay b);
XcDay xc_avoidance_first (XcDay a, XcDay b);
gboolean xc_avoidance_serves_at (const XcAvoidanceMember *member, const XcAvoidanceInspection *inspection);

G_END_DECLS
