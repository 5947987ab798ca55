/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gives new problems their numbers. */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

char *xc_problem_numbers_next (XcStore *store, gint64 inspection_id, GError **error);
char *xc_problem_numbers_peek (XcStore *store, gint64 inspection_id);

G_END_DECLS
