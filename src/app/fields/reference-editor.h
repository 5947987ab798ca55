/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Another row, found by typing a part of its name or its pinyin initials. */
#pragma once

#include "app/fields/field-editor.h"

G_BEGIN_DECLS

#define XC_TYPE_REFERENCE_EDITOR (xc_reference_editor_get_type ())
G_DECLARE_FINAL_TYPE (XcReferenceEditor, xc_reference_editor, XC, REFERENCE_EDITOR, XcFieldEditor)

GtkEditable *xc_reference_editor_get_entry (XcReferenceEditor *self);

G_END_DECLS
