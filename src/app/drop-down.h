/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drop-down lists that can be heard: GtkDropDown tells assistive technology neither its name nor its value. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void xc_drop_down_name (GtkDropDown *self, const char *title);
void xc_drop_down_fill (GtkDropDown *self, const char *const *words);

G_END_DECLS
