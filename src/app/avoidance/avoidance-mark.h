/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small button that says that somebody must avoid what stands beside it, or that this was waived, and opens why. It is not
 * there where nothing stands against it. */
#pragma once

#include <adwaita.h>

#include "app/avoidance/avoidance-book.h"

G_BEGIN_DECLS

#define XC_TYPE_AVOIDANCE_MARK (xc_avoidance_mark_get_type ())
G_DECLARE_FINAL_TYPE (XcAvoidanceMark, xc_avoidance_mark, XC, AVOIDANCE_MARK, GtkWidget)

GtkWidget *xc_avoidance_mark_new (void);
void xc_avoidance_mark_set_place (XcAvoidanceMark *self, XcStore *store, const XcAvoidancePlace *place);
const char *xc_avoidance_mark_get_words (XcAvoidanceMark *self);

G_END_DECLS
