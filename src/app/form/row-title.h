/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the saving of a row is called in the history: “Problems: added 06-03-012”. */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

char *xc_row_title_make (XcStore *store, const XcRecord *record, gboolean is_new);

G_END_DECLS
