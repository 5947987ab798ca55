/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A ledger whose counts are those of a published term: 10 rounds, 96 of 112 organizations. */
#pragma once

#include "store/store.h"

/* Two registers of 70 and 42 in the total and one of 95 beside it; round n is in year 2016 + n / 2. In the total 10
 * organizations are covered in each of the first nine rounds and 6 in the tenth; 5 are visited again in the fifth. */
void xc_test_published_term_fill (XcStore *store);
