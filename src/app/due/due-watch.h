/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The work list of today, kept right: made again after each change of the ledger, when another term is shown and when the
 * day is another, in a thread. */
#pragma once

#include "app/term/term-choice.h"
#include "store/due-list.h"

G_BEGIN_DECLS

#define XC_TYPE_DUE_WATCH (xc_due_watch_get_type ())
G_DECLARE_FINAL_TYPE (XcDueWatch, xc_due_watch, XC, DUE_WATCH, GObject)

/* Signal: "changed" when there is another list. */
XcDueWatch *xc_due_watch_new (XcTermChoice *choice);
void xc_due_watch_set_store (XcDueWatch *self, XcStore *store);
XcStore *xc_due_watch_get_store (XcDueWatch *self);
const XcDueList *xc_due_watch_get_list (XcDueWatch *self);

G_END_DECLS
