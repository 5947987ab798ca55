/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of the sheet 组织沿革, and what it does to organizations. */
#pragma once

#include "core/organization-event.h"
#include "intake/import-private.h"

G_BEGIN_DECLS

/**
 * XcEventRow:
 * @typed: the event itself
 * @member: what the row says of the organizations in it
 * @before: names as typed
 * @after: names as typed
 * @predecessors: (element-type XcItem): by @before, once they are known
 * @successors: (element-type XcItem): by @after, %NULL for one that the event founds
 * @new_register: (nullable): as typed
 * @new_parent: (nullable): as typed
 * @kind: of the event
 * @day: first day of the new state
 * @event: (nullable): what became of it
 * @is_refused: a fault keeps it from being done
 */
typedef struct
{
  XcTypedRow typed;
  XcRecord *member;
  guint64 member_given;
  char **before;
  char **after;
  GPtrArray *predecessors;
  GPtrArray *successors;
  char *new_register;
  char *new_parent;
  char *former_register;
  char *former_parent;
  XcEventKind kind;
  XcDay day;
  XcItem *event;
  gboolean is_refused;
} XcEventRow;

XcEventRow *xc_event_row_read (XcImport *self, XcCellReader *reader, const XcSheetRow *row);
void xc_event_row_free (XcEventRow *row);

void xc_event_row_refuse (XcImport *self, XcEventRow *row, const char *column_id, char *what,
                          const char *expected);
gboolean xc_event_row_resolve (XcImport *self, XcEventRow *row, gboolean is_final);
void xc_event_row_apply (XcImport *self, XcEventRow *row);

G_END_DECLS
