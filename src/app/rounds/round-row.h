/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One round in the list of rounds: its number and state, and its figures below. */
#pragma once

#include <gtk/gtk.h>

#include "store/round-figures.h"

G_BEGIN_DECLS

GtkWidget *xc_round_row_new (const XcRoundFigures *round);
gint64 xc_round_row_get_id (GtkListBoxRow *row);
char *xc_round_row_dup_figures (const XcRoundFigures *round);

G_END_DECLS
