/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The head of the sidebar: which term is shown, and the menu that shows another one. */
#pragma once

#include <adwaita.h>

#include "app/term/term-choice.h"

G_BEGIN_DECLS

#define XC_TYPE_TERM_BUTTON (xc_term_button_get_type ())
G_DECLARE_FINAL_TYPE (XcTermButton, xc_term_button, XC, TERM_BUTTON, AdwBin)

void xc_term_button_set_choice (XcTermButton *self, XcTermChoice *choice);
void xc_term_button_refresh (XcTermButton *self);
GActionGroup *xc_term_button_get_actions (XcTermButton *self);

G_END_DECLS
