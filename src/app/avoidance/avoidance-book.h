/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Avoidance of one ledger, worked out once for all that show it in the window, and anew when the ledger was changed. */
#pragma once

#include "core/avoidance.h"
#include "store/store.h"

G_BEGIN_DECLS

#define XC_TYPE_AVOIDANCE_BOOK (xc_avoidance_book_get_type ())
G_DECLARE_FINAL_TYPE (XcAvoidanceBook, xc_avoidance_book, XC, AVOIDANCE_BOOK, GObject)

/* Signal: "changed" when what was asked may have another answer. */
XcAvoidanceBook *xc_avoidance_book_get (XcStore *store);
XcStore *xc_avoidance_book_get_store (XcAvoidanceBook *self);

/**
 * XcAvoidancePlace:
 * @inspection_id: an inspection; or 0 with
 * @team_id: a team and
 * @person_id: somebody in it
 *
 * What one mark or one dialog is about.
 */
typedef struct
{
  gint64 inspection_id;
  gint64 team_id;
  gint64 person_id;
} XcAvoidancePlace;

XcAvoidance *xc_avoidance_book_read (XcAvoidanceBook *self, GError **error);
GArray *xc_avoidance_book_list (XcAvoidanceBook *self, const XcAvoidancePlace *place);

char *xc_avoidance_book_dup_count (const GArray *conflicts);
char *xc_avoidance_book_dup_words (XcAvoidanceBook *self, const GArray *conflicts);
char *xc_avoidance_book_preview (XcAvoidanceBook *self, const XcAvoidanceProposal *proposals,
                                 guint n_proposals, guint *n_conflicts);

G_END_DECLS
