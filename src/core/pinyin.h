/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names are looked for by the initials of their pinyin and sorted by it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean xc_pinyin_matches (const char *text, const char *needle);
int xc_pinyin_compare (const char *a, const char *b);
int xc_pinyin_compare_sized (const char *a, gsize a_size, const char *b, gsize b_size);

G_END_DECLS
