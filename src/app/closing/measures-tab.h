/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The measures of a problem (措施): what is immediate apart from the rest, how often limits were put off, and done by a key. */
#pragma once

#include "app/form/form-tab.h"

G_BEGIN_DECLS

#define XC_TYPE_MEASURES_TAB (xc_measures_tab_get_type ())
G_DECLARE_FINAL_TYPE (XcMeasuresTab, xc_measures_tab, XC, MEASURES_TAB, XcFormTab)

gint64 xc_measures_tab_get_selected (XcMeasuresTab *self);

G_END_DECLS
