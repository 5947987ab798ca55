/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A ledger as large as a test needs, always the same for the same number. */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

#define XC_TEST_DISTRICT_ORGANIZATIONS 300
#define XC_TEST_DISTRICT_INSPECTIONS 900
#define XC_TEST_DISTRICT_POINTS 60

/* Six rounds with three inspections of each organization, and @n_problems problems spread over them. It is written
 * past the history, which would hold every row once more: nothing of it can be undone. */
XcStore *xc_test_district_new (const char *folder, guint n_problems);

G_END_DECLS
