/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Amounts of money: kept in whole fen, written in yuan or in ten thousands of yuan (万元). */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The unit of an amount that says none. */
typedef enum
{
  XC_MONEY_YUAN,
  XC_MONEY_WAN, /* ten thousand yuan, as reports print it */
} XcMoneyUnit;

gboolean xc_money_parse (const char *text, XcMoneyUnit unit, gint64 *fen);

G_END_DECLS
