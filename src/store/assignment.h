/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who inspects what (任务分工): organizations given to the teams of a round, moved between them and taken back. */
#pragma once

#include "core/inspection-kind.h"
#include "core/team-load.h"
#include "store/store.h"

G_BEGIN_DECLS

/**
 * XcAssignedOrganization:
 * @organization_id: who is inspected
 * @parent_id: the one with which it comes along, earlier in the same assignment; 0: none
 * @kind: of its inspection; an extension goes on from the inspection of @parent_id
 */
typedef struct
{
  gint64 organization_id;
  gint64 parent_id;
  XcInspectionKind kind;
} XcAssignedOrganization;

/**
 * XcAssignment:
 * @round_id: in which round
 * @team_id: to which team of it
 * @batch_id: in which batch of it; 0: none
 * @organizations: (element-type XcAssignedOrganization): who is given
 */
typedef struct
{
  gint64 round_id;
  gint64 team_id;
  gint64 batch_id;
  GArray *organizations;
} XcAssignment;

XcAssignment *xc_assignment_new (gint64 round_id, gint64 team_id, gint64 batch_id);
void xc_assignment_free (XcAssignment *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcAssignment, xc_assignment_free)
void xc_assignment_add (XcAssignment *self, gint64 organization_id, gint64 parent_id, XcInspectionKind kind);

gboolean xc_assignment_give (XcStore *store, gpointer assignment, GError **error);
char *xc_assignment_dup_title (const XcAssignment *self, XcStore *store);

/**
 * XcAssignmentChange:
 * @inspections: (element-type gint64): which
 * @values: (transfer none): has what is to be
 * @fields: (array zero-terminated=1): which fields of @values are meant
 */
typedef struct
{
  const GArray *inspections;
  const XcRecord *values;
  const char *const *fields;
} XcAssignmentChange;

gboolean xc_assignment_change (XcStore *store, gpointer change, GError **error);
char *xc_assignment_change_dup_title (const XcAssignmentChange *self, XcStore *store);

gboolean xc_assignment_move (XcStore *store, const GArray *inspections, gint64 team_id, GError **error);

gboolean xc_assignment_take_back (XcStore *store, gpointer inspections, GError **error);
char *xc_assignment_take_back_dup_title (const GArray *inspections, XcStore *store);

gboolean xc_assignment_get_window (XcStore *store, gint64 round_id, gint64 batch_id, XcDaySpan *window,
                                   GError **error);

G_END_DECLS
