/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Problems that were found before (屡查屡犯): the same point in other organizations, the same organization earlier; and how
 * such problems were worded and who answered for them, for whoever types a new one. */
#pragma once

#include "core/typed-measure.h"
#include "store/list-rows.h"
#include "store/query.h"

G_BEGIN_DECLS

/**
 * XcRepeatProblem:
 * @is_same_point: whether it belongs to the point, or to the one of that title in another version of the scheme
 * @is_same_organization: whether it was found in the organization
 * @round: number of the round, or 0
 * @state: word of its state
 */
typedef struct
{
  gint64 id;
  gboolean is_same_point;
  gboolean is_same_organization;
  char *number;
  char *organization;
  int round;
  char *wording;
  char *state;
} XcRepeatProblem;

/**
 * XcRepeatProblems:
 * @rows: (element-type XcRepeatProblem): the same point in the same organization first, then the same organization, then
 *   the same point elsewhere; the latest rounds first
 * @n_organizations: how many other organizations have problems of the point
 * @n_earlier: how many problems the organization had in other inspections
 */
typedef struct
{
  GPtrArray *rows;
  guint n_organizations;
  guint n_earlier;
} XcRepeatProblems;

XcRepeatProblems *xc_repeat_problems_find (XcStore *store, gint64 inspection_id, gint64 point_id,
                                           guint n_most, GError **error);
void xc_repeat_problems_free (XcRepeatProblems *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcRepeatProblems, xc_repeat_problems_free)

GStrv xc_repeat_problems_suggest_wording (XcStore *store, gint64 point_id, const char *typed, guint n_most,
                                          GError **error);

GPtrArray *xc_repeat_problems_suggest_owners (XcStore *store, gint64 organization_id, XcRole role,
                                              const char *typed, guint n_most, GError **error);

G_END_DECLS
