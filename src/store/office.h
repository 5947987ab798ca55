/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the office has settled for itself, kept in its ledger: who reviews, when to warn, how letters are headed. */
#pragma once

#include "core/closing.h"
#include "store/store.h"

G_BEGIN_DECLS

#define XC_OFFICE_WARNING_DAYS_MAX 365
#define XC_OFFICE_ATTACHMENT_MIB_MAX 1024

/**
 * XcOffice:
 * @bodies: who reviews a closing, see XC_BODY_MASK(); never 0
 * @counts_basically_done: whether the rectification rate counts what is basically done
 * @green_days: days before a limit from which the handler is reminded
 * @yellow_days: days before a limit from which the leader in charge is told, too; not more than @green_days
 * @attachment_mib: the largest file that is taken as evidence, in mebibytes
 * @reminder_prefix: what stands before the year in the number of green and yellow letters
 * @urging_prefix: likewise, of red ones
 * @letterhead: the name at the head of letters, in red
 * @signatory: the name under letters
 * @reply_days: days after its issue by which a letter asks for an answer; 0 for none
 */
typedef struct
{
  guint bodies;
  gboolean counts_basically_done;
  int green_days;
  int yellow_days;
  int attachment_mib;
  char *reminder_prefix;
  char *urging_prefix;
  char *letterhead;
  char *signatory;
  int reply_days;
} XcOffice;

XcOffice *xc_office_load (XcStore *store, GError **error);
void xc_office_free (XcOffice *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcOffice, xc_office_free)

gboolean xc_office_put (XcStore *store, const XcOffice *office, GError **error);
gboolean xc_office_save (XcStore *store, const XcOffice *office, GError **error);

G_END_DECLS
