/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What happened to a problem on its way to closing: cycle by cycle who applied, who reviewed and how, who reopened it and
 * why; and which limits were put off. */
#pragma once

#include <gtk/gtk.h>

#include "store/store.h"

G_BEGIN_DECLS

void xc_closing_story_fill (GtkBox *box, XcStore *store, gint64 problem_id);
char *xc_closing_story_dup_pending (guint bodies);

GtkWidget *xc_closing_story_add_heading (GtkBox *box, const char *title);
GtkWidget *xc_closing_story_add_line (GtkBox *box, const char *line, const char *detail);

G_END_DECLS
