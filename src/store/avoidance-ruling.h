/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is decided about avoidance: somebody avoids an organization, or may inspect it all the same; and withdrawn. */
#pragma once

#include "core/avoidance-input.h"
#include "store/store.h"

G_BEGIN_DECLS

/**
 * XcAvoidanceSubject:
 * @person_id: whom it is about
 * @organization_id: what would be inspected
 * @inspection_id: the only inspection that is meant; 0: every one of the organization
 * @ground: of a waiver: what it covers
 */
typedef struct
{
  gint64 person_id;
  gint64 organization_id;
  gint64 inspection_id;
  XcAvoidanceGround ground;
} XcAvoidanceSubject;

/**
 * XcAvoidanceDecision:
 * @ruling: to avoid, or to waive
 * @subjects: (element-type XcAvoidanceSubject): about whom and what
 * @reason: (nullable): in writing; nothing is decided without
 * @ruled_on: the day of it
 */
typedef struct
{
  XcRuling ruling;
  const GArray *subjects;
  const char *reason;
  XcDay ruled_on;
} XcAvoidanceDecision;

/* What holds of every row of the table, however it is entered. */
gboolean xc_avoidance_ruling_check (XcStore *store, const XcRecord *record, GError **error);

/* Each is one step that can be undone. */
gboolean xc_avoidance_decide (XcStore *store, const XcAvoidanceDecision *decision, char **title,
                              GError **error);
gboolean xc_avoidance_withdraw (XcStore *store, const GArray *rulings, char **title, GError **error);

G_END_DECLS
