/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers of rounds, terms and teams: shown as 第十二轮, read in any form. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The largest number that is written in Chinese numerals. */
#define XC_NUMERAL_MAX 9999

gboolean xc_numeral_parse (const char *text, int *number);
gboolean xc_numeral_parse_ordinal (const char *text, const char *const *suffixes, int *number);
char *xc_numeral_format (int number);
char *xc_numeral_name (int number);

G_END_DECLS
