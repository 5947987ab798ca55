/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text as people type and paste it, made plain: width of characters, spaces, line ends, what no file may hold. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *xc_text_fold_width (const char *text);
char *xc_text_clean (const char *text);
gboolean xc_text_is_blank (const char *text);
gboolean xc_text_contains (const char *text, const char *needle);

G_END_DECLS
