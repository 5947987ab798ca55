/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of the ledger that what is typed into an entry may mean, below that entry. Down goes into them, Enter takes the
 * first one, as the eye is on it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What fits below an entry without scrolling. */
#define XC_SUGGESTIONS_MAX 8

#define XC_TYPE_SUGGESTIONS (xc_suggestions_get_type ())
G_DECLARE_FINAL_TYPE (XcSuggestions, xc_suggestions, XC, SUGGESTIONS, GtkPopover)

/* Signals: "wanted" when Down asks for them, whatever is typed; "chosen" with the id (gint64) of one. */
XcSuggestions *xc_suggestions_new (GtkEntry *entry);
XcSuggestions *xc_suggestions_new_for_text (GtkWidget *parent, GtkTextView *view);
void xc_suggestions_clear (XcSuggestions *self);
void xc_suggestions_add (XcSuggestions *self, gint64 id, const char *title, const char *detail);
void xc_suggestions_show (XcSuggestions *self);
gboolean xc_suggestions_take_first (XcSuggestions *self);

G_END_DECLS
