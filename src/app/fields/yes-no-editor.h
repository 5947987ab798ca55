/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Yes or no. */
#pragma once

#include "app/fields/field-editor.h"

G_BEGIN_DECLS

#define XC_TYPE_YES_NO_EDITOR (xc_yes_no_editor_get_type ())
G_DECLARE_FINAL_TYPE (XcYesNoEditor, xc_yes_no_editor, XC, YES_NO_EDITOR, XcFieldEditor)

G_END_DECLS
