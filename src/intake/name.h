/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names as people type them in cells: compared, separated, and guessed at when they are unknown. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *xc_name_key (const char *name);
char **xc_name_split_list (const char *cell);
GPtrArray *xc_name_suggest (const char *name, const GPtrArray *known);
char *xc_name_quote_list (const GPtrArray *names);

G_END_DECLS
