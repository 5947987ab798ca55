/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One of the words of the catalogue. */
#pragma once

#include "app/fields/field-editor.h"

G_BEGIN_DECLS

#define XC_TYPE_CHOICE_EDITOR (xc_choice_editor_get_type ())
G_DECLARE_FINAL_TYPE (XcChoiceEditor, xc_choice_editor, XC, CHOICE_EDITOR, XcFieldEditor)

void xc_choice_editor_limit (XcChoiceEditor *self, const char *const *words);
void xc_choice_editor_set_by_hand (XcChoiceEditor *self, const char *const *words);

G_END_DECLS
