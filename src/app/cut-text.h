/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text that has no room is told whole when the pointer rests on it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void xc_cut_text_tell (GtkWidget *root);

G_END_DECLS
