/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts of one line, numbers and amounts. */
#pragma once

#include "app/fields/field-editor.h"

G_BEGIN_DECLS

#define XC_TYPE_ENTRY_EDITOR (xc_entry_editor_get_type ())
G_DECLARE_FINAL_TYPE (XcEntryEditor, xc_entry_editor, XC, ENTRY_EDITOR, XcFieldEditor)

G_END_DECLS
