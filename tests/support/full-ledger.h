/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A ledger that has something in every field of every table. */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* Adds two rows to each table, a step of the history for each table, and undoes and redoes the last. */
void xc_test_ledger_fill (XcStore *store);

G_END_DECLS
