/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Beside a problem that is typed or read: whether the like was found before, in the organization or elsewhere (屡查屡犯),
 * and which problems these are. Each opens; what was typed is saved or stays as a draft. */
#pragma once

#include "app/form/form-part.h"

G_BEGIN_DECLS

#define XC_TYPE_REPEAT_NOTES (xc_repeat_notes_get_type ())
G_DECLARE_FINAL_TYPE (XcRepeatNotes, xc_repeat_notes, XC, REPEAT_NOTES, XcFormPart)

G_END_DECLS
