/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days, typed in any usual form or picked. */
#pragma once

#include "app/fields/field-editor.h"

G_BEGIN_DECLS

#define XC_TYPE_DAY_EDITOR (xc_day_editor_get_type ())
G_DECLARE_FINAL_TYPE (XcDayEditor, xc_day_editor, XC, DAY_EDITOR, XcFieldEditor)

G_END_DECLS
