/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The points of one scheme as a tree that is edited by keys: Enter adds a point behind the selected one, Insert one below
 * it, F2 renames, Alt with the arrows moves; Tab leaves it, as everywhere. Below it stands what was refused. */
#pragma once

#include <adwaita.h>

#include "store/schemes.h"

G_BEGIN_DECLS

#define XC_TYPE_POINT_EDITOR (xc_point_editor_get_type ())
G_DECLARE_FINAL_TYPE (XcPointEditor, xc_point_editor, XC, POINT_EDITOR, AdwBin)

void xc_point_editor_show (XcPointEditor *self, XcStore *store, const XcScheme *scheme);
void xc_point_editor_say (XcPointEditor *self, const GError *error);

G_END_DECLS
