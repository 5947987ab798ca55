/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A point in the tree of its scheme: its place, its title, and how many problems are classified by it. */
#pragma once

#include <gtk/gtk.h>

#include "store/points.h"

G_BEGIN_DECLS

GtkWidget *xc_point_row_new (const XcPoint *point);

G_END_DECLS
