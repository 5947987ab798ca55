/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inspections that wait for something, by what they wait for; each opens. */
#pragma once

#include <gtk/gtk.h>

#include "store/due-list.h"

G_BEGIN_DECLS

GtkWidget *xc_due_inspections_new (XcStore *store, const XcDueList *list);
char *xc_due_dup_limit (XcDay due_on, XcDay today);

G_END_DECLS
