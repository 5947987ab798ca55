/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list whose rows are selected as they get the focus is one stop on the way of Tab, as a group of radio buttons is. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void xc_tab_stop_set_up (GtkWidget *list);

G_END_DECLS
