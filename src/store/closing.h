/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Closing problems (销号): applying, reviewing, closing, returning, reopening, each as one step that can be undone. */
#pragma once

#include "core/closing.h"
#include "store/step-report.h"
#include "store/store.h"

G_BEGIN_DECLS

/**
 * XcClosingRequest:
 * @act: what is to be done
 * @body: of a review: whose it is
 * @verdict: of a review
 * @opinion: (nullable): the body's opinion; the reason, of a return or a reopening
 * @person: who does it
 * @day: when
 *
 * One step, for one problem or many.
 */
typedef struct
{
  XcClosingAct act;
  XcReviewingBody body;
  XcVerdict verdict;
  const char *opinion;
  const char *person;
  XcDay day;
} XcClosingRequest;

XcStepReport *xc_closing_take (XcStore *store, const gint64 *problems, guint n_problems,
                               const XcClosingRequest *request, GError **error);
XcStepReport *xc_closing_preview (XcStore *store, const gint64 *problems, guint n_problems,
                                  const XcClosingRequest *request, GError **error);
gboolean xc_closing_check (XcStore *store, gint64 problem_id, const XcClosingRequest *request,
                           XcClosingRefusal *refusal, GError **error);
gboolean xc_closing_get_waiting (XcStore *store, gint64 problem_id, guint *pending, guint *cycle,
                                 GError **error);
XcStepReport *xc_closing_settle (XcStore *store, GError **error);

G_END_DECLS
