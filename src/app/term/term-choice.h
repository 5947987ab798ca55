/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The term that a window shows: the one place that says it, followed by all its pages. */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

#define XC_TYPE_TERM_CHOICE (xc_term_choice_get_type ())
G_DECLARE_FINAL_TYPE (XcTermChoice, xc_term_choice, XC, TERM_CHOICE, GObject)

/* Signals: "chosen" when another term is shown from now on; "terms-changed" when there are others to choose from, or one
 * of them is called or dated otherwise. */
XcTermChoice *xc_term_choice_new (void);
void xc_term_choice_set_store (XcTermChoice *self, XcStore *store);
XcStore *xc_term_choice_get_store (XcTermChoice *self);

GPtrArray *xc_term_choice_get_terms (XcTermChoice *self);
XcRecord *xc_term_choice_get_term (XcTermChoice *self);
gint64 xc_term_choice_get_id (XcTermChoice *self);
XcDay xc_term_choice_get_day (XcTermChoice *self);
gboolean xc_term_choice_choose (XcTermChoice *self, gint64 term_id);

char *xc_term_dup_title (const XcRecord *term);

G_END_DECLS
