/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a step of the history did to one row: field by field, before and after. */
#pragma once

#include <gtk/gtk.h>

#include "store/row-story.h"

G_BEGIN_DECLS

GtkWidget *xc_story_view_new (const XcRowStory *story);
GtkWidget *xc_story_label_new (const char *text, const char *style);

G_END_DECLS
