/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much larger than usual the text is that the desktop asks for. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

int xc_text_size_scale (int px);

G_END_DECLS
