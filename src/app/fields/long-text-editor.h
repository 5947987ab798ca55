/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts of many lines. */
#pragma once

#include "app/fields/field-editor.h"

G_BEGIN_DECLS

#define XC_TYPE_LONG_TEXT_EDITOR (xc_long_text_editor_get_type ())
G_DECLARE_FINAL_TYPE (XcLongTextEditor, xc_long_text_editor, XC, LONG_TEXT_EDITOR, XcFieldEditor)

G_END_DECLS
