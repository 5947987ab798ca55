/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two panes side by side of which only one is seen where the window is narrow or the text large: an AdwLeaflet. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

AdwLeaflet *xc_fold_find (GtkWidget *widget);
void xc_fold_show (GtkWidget *widget);
gboolean xc_fold_hides (GtkWidget *widget);
gboolean xc_fold_covers (GtkWidget *widget);

G_END_DECLS
