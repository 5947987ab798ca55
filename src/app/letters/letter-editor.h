/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One letter before it is issued: to whom, copies, what it says; and how it will look. */
#pragma once

#include <adwaita.h>

#include "app/letters/letter-draft.h"

G_BEGIN_DECLS

#define XC_TYPE_LETTER_EDITOR (xc_letter_editor_get_type ())
G_DECLARE_FINAL_TYPE (XcLetterEditor, xc_letter_editor, XC, LETTER_EDITOR, AdwBin)

/* Signal: "edited" when the letter says something else. */
void xc_letter_editor_show (XcLetterEditor *self, XcStore *store, XcLetterDraft *draft);
void xc_letter_editor_set_day (XcLetterEditor *self, XcDay issued_on);

G_END_DECLS
