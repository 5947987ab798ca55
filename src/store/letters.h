/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Warning letters (提醒函、督办函): proposed from the work list, issued and numbered in a batch, received. */
#pragma once

#include "store/due-list.h"

G_BEGIN_DECLS

/**
 * XcLetterItem:
 * @problem_id: the problem
 * @measure_id: its measure, or 0
 * @number: of the problem
 * @wording: what is said of it
 * @due_on: its limit, or %XC_DAY_NONE
 */
typedef struct
{
  gint64 problem_id;
  gint64 measure_id;
  char *number;
  char *wording;
  XcDay due_on;
} XcLetterItem;

/**
 * XcLetter:
 * @id: 0 until it is issued
 * @prefix: code of the office; %NULL until it is issued
 * @number: in its year; 0 until it is issued
 * @inspection_id: 0 when its items are of several
 * @organization: its name on the day of issue, or today's
 * @copied_to: (nullable): who gets a copy
 * @signatory: (nullable): who issues it; %NULL until it is issued
 * @received_by: (nullable): who took it
 * @items: (element-type XcLetterItem): in their order
 */
typedef struct
{
  gint64 id;
  XcDeadlineWarning colour;
  char *prefix;
  int number;
  gint64 organization_id;
  gint64 inspection_id;
  char *organization;
  char *addressee;
  char *copied_to;
  char *signatory;
  XcDay issued_on;
  XcDay reply_on;
  XcDay received_on;
  char *received_by;
  GPtrArray *items;
} XcLetter;

XcLetter *xc_letter_new (void);
void xc_letter_free (XcLetter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcLetter, xc_letter_free)
char *xc_letter_dup_number (const XcLetter *self);

GPtrArray *xc_letters_propose (XcStore *store, const XcDueList *due, guint colours, guint *n_repeated,
                               GError **error);
GArray *xc_letters_issue (XcStore *store, const GPtrArray *letters, XcDay issued_on, GError **error);
gboolean xc_letters_receive (XcStore *store, const gint64 *letters, guint n_letters, XcDay received_on,
                             const char *received_by, GError **error);
GPtrArray *xc_letters_load (XcStore *store, const gint64 *letters, guint n_letters, GError **error);

G_END_DECLS
