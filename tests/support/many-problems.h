/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A ledger with as many problems as one likes, all invented. */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* Fills a new ledger, past its history: 100 problems an inspection, 100 inspections a round. */
void xc_test_many_problems_fill (XcStore *store, guint n_problems);

G_END_DECLS
