/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What happens to organizations (组织沿革), done to the rows: they begin, end, get another name, register or parent. */
#pragma once

#include "core/organization-event.h"
#include "store/store.h"

G_BEGIN_DECLS

/* Why an event cannot be what happened to an organization. */
typedef enum
{
  XC_EVENT_FAULT_NONE,
  XC_EVENT_FAULT_NOT_YET,       /* it exists only from a later day */
  XC_EVENT_FAULT_ENDED,         /* it ended on another day */
  XC_EVENT_FAULT_THERE_ALREADY, /* it was there before the event that is to begin it */
  XC_EVENT_FAULT_SINCE_WHEN,    /* nothing says whether it is new */
} XcEventFault;

#define XC_N_EVENT_FAULTS (XC_EVENT_FAULT_SINCE_WHEN + 1)

/* One row each: they change the record and save nothing. */
XcRecord *xc_event_member_new (XcEventKind kind, gint64 event_id, gint64 organization_id, XcEventSide side);
XcRecord *xc_event_found_organization (const XcRecord *model, const char *name, XcDay day);
XcEventFault xc_event_end_organization (XcRecord *organization, XcDay day);
XcEventFault xc_event_begin_organization (XcRecord *organization, XcEventKind kind, guint n_predecessors,
                                          XcDay day, gboolean is_new);
void xc_event_rename_organization (XcRecord *organization, XcRecord *member, const char *name);
void xc_event_move_organization (XcRecord *organization, XcRecord *member, const char *field, gint64 place);
char *xc_event_fault_describe (XcEventFault fault, const XcRecord *organization);

/**
 * XcOrganizationEvent:
 * @kind: what happened
 * @day: first day of the new state
 * @document: (nullable): number of the document
 * @reason: (nullable): in words
 * @predecessors: (element-type gint64): who was there before; of renamings and moves, who goes on
 * @successors: (element-type gint64): who is there after, and is in the ledger already
 * @founded: (element-type utf8): names of the successors that are new; of a renaming, the new name
 * @register_id: of the new ones, or of the moved ones from now on; 0 for that of the first predecessor
 * @parent_id: likewise
 * @passes: whether coverage passes to the successors of a merger or split
 * @decided_on: when that was decided, or %XC_DAY_NONE
 * @moves_children: whether the organizations below those that end are moved as well; else they stay below what is no more
 * @children_parent_id: below which one they are then; 0 for the one after a merger, and else for none
 */
typedef struct
{
  XcEventKind kind;
  XcDay day;
  char *document;
  char *reason;
  GArray *predecessors;
  GArray *successors;
  GPtrArray *founded;
  gint64 register_id;
  gint64 parent_id;
  XcPasses passes;
  XcDay decided_on;
  gboolean moves_children;
  gint64 children_parent_id;
} XcOrganizationEvent;

XcOrganizationEvent *xc_organization_event_new (XcEventKind kind);
void xc_organization_event_free (XcOrganizationEvent *event);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcOrganizationEvent, xc_organization_event_free)

gboolean xc_organization_event_apply (XcStore *store, gpointer event, GError **error);
char *xc_organization_event_dup_title (const XcOrganizationEvent *event, XcStore *store);

/* event-children.c: who is below those that end */
GArray *xc_organization_event_find_children (const XcOrganizationEvent *event, XcStore *store,
                                             GError **error);
gboolean xc_organization_event_move_children (const XcOrganizationEvent *event, gint64 event_id,
                                              XcStore *store, GError **error);

/**
 * XcPassingDecision:
 * @members: (element-type gint64): memberships of successors in mergers and splits
 * @passes: what the clerk decided
 * @decided_on: the day of the decision
 */
typedef struct
{
  GArray *members;
  XcPasses passes;
  XcDay decided_on;
} XcPassingDecision;

gboolean xc_passing_decision_apply (XcStore *store, gpointer decision, GError **error);

G_END_DECLS
