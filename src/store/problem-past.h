/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All problems of a ledger with the days that are written down of them, read once, so that the figures of any day of a
 * term can be made while one waits for nothing. */
#pragma once

#include "store/problem-walk.h"

G_BEGIN_DECLS

typedef struct _XcProblemPast XcProblemPast;

XcProblemPast *xc_problem_past_load (XcStore *store, GError **error);
void xc_problem_past_free (XcProblemPast *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcProblemPast, xc_problem_past_free)

void xc_problem_past_walk (XcProblemPast *self, guint bodies, XcDay day, XcProblemWalkFunc func,
                           gpointer data);

G_END_DECLS
