/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A letter as it is on paper, beside the register. */
#pragma once

#include "app/form/form-tab.h"

G_BEGIN_DECLS

#define XC_TYPE_LETTER_TAB (xc_letter_tab_get_type ())
G_DECLARE_FINAL_TYPE (XcLetterTab, xc_letter_tab, XC, LETTER_TAB, XcFormTab)

void xc_letter_sheets_fill (GtkBox *box, XcStore *store, GPtrArray *letters);

G_END_DECLS
