/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Below an entry, what was typed into the same field before: by a part or the initials, Down shows all. */
#pragma once

#include "app/fields/field-editor.h"

G_BEGIN_DECLS

void xc_remembered_attach (XcFieldEditor *editor, XcStore *store);

G_END_DECLS
