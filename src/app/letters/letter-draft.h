/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A letter that is proposed, with what the clerk changes in it before it is issued. */
#pragma once

#include "store/letters.h"

G_BEGIN_DECLS

#define XC_TYPE_LETTER_DRAFT (xc_letter_draft_get_type ())
G_DECLARE_FINAL_TYPE (XcLetterDraft, xc_letter_draft, XC, LETTER_DRAFT, GObject)

/* Property: "is-ticked", whether it is to be issued. */
XcLetterDraft *xc_letter_draft_new (XcLetter *letter);
const XcLetter *xc_letter_draft_get_letter (XcLetterDraft *self);
gboolean xc_letter_draft_is_ticked (XcLetterDraft *self);
void xc_letter_draft_set_ticked (XcLetterDraft *self, gboolean is_ticked);
gboolean xc_letter_draft_has_item (XcLetterDraft *self, guint item);
void xc_letter_draft_set_item (XcLetterDraft *self, guint item, gboolean is_ticked);
guint xc_letter_draft_get_n_items (XcLetterDraft *self);

void xc_letter_draft_set_addressee (XcLetterDraft *self, const char *text);
void xc_letter_draft_set_copied_to (XcLetterDraft *self, const char *text);
void xc_letter_draft_set_wording (XcLetterDraft *self, guint item, const char *text);

char *xc_letter_draft_dup_title (XcLetterDraft *self);
XcLetter *xc_letter_draft_dup_letter (XcLetterDraft *self, XcDay issued_on);

/* As drafts of dialogs keep it. */
char *xc_letter_draft_dup_key (XcLetterDraft *self);
char *xc_letter_draft_dup_typed (XcLetterDraft *self);
void xc_letter_draft_put_typed (XcLetterDraft *self, const char *typed);

G_END_DECLS
