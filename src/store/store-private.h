/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What only the files of a store share. */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* Whether rows may be written now. */
gboolean xc_store_is_in_action (XcStore *self);

G_END_DECLS
