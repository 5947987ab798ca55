/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much larger than usual the text is that the desktop asks for. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

int xc_text_size_scale (int px);
gboolean xc_text_size_is_large (void);
void xc_text_size_stack (GtkBox *box);

G_END_DECLS
