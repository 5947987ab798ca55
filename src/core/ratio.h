/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A rate as it is printed: exact, and never 0 % or 100 % of nothing. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The largest numerator and denominator: exact in 64 bits up to %XC_RATIO_DECIMALS_MAX decimals. */
#define XC_RATIO_MAX G_GINT64_CONSTANT (1000000000000)
#define XC_RATIO_DECIMALS_MAX 4

char *xc_ratio_format (gint64 n, gint64 of, int decimals);
char *xc_ratio_format_plain (gint64 n, gint64 of, int decimals);

G_END_DECLS
