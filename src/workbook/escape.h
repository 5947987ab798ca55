/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Characters that XML cannot hold are written in workbooks as _x000D_. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gsize xc_escape_decode (char *text, gsize size);

G_END_DECLS
