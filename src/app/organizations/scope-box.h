/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of choices, one of which holds: which register is shown, which state. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void xc_scope_box_clear (GtkFlowBox *box);
void xc_scope_box_add (GtkFlowBox *box, const char *title, const char *figures, gint64 value);
void xc_scope_box_choose (GtkFlowBox *box, gint64 value);
gint64 xc_scope_box_get_chosen (GtkFlowBox *box);

G_END_DECLS
