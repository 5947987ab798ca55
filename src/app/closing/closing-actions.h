/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The steps of closing as actions of a page of problems, for the selected rows of its list: by keys, from the menu of the
 * rows and from the buttons of its tabs. */
#pragma once

#include <adwaita.h>

#include "app/closing/problem-steps.h"

G_BEGIN_DECLS

void xc_closing_actions_install (GtkWidgetClass *page_class);
void xc_closing_actions_set_menu (GtkWidget *page);
const char *xc_closing_actions_get_name (XcProblemStep step);
const char *xc_closing_actions_get_keys (XcProblemStep step);

G_END_DECLS
