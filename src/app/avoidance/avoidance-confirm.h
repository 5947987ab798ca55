/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asked before people and organizations are put together against which something stands. */
#pragma once

#include <gtk/gtk.h>

#include "core/avoidance.h"
#include "store/store.h"

G_BEGIN_DECLS

/**
 * XcAvoidanceGoOn:
 * @widget: what xc_avoidance_confirm() was given
 * @data: likewise
 *
 * Does what was proposed.
 */
typedef void (*XcAvoidanceGoOn) (GtkWidget *widget, gpointer data);

void xc_avoidance_confirm (GtkWidget *widget, XcStore *store, const GArray *proposals, XcAvoidanceGoOn go_on,
                           gpointer data, GDestroyNotify free_data);

G_END_DECLS
