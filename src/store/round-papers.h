/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The documents that a round names elsewhere than in its list of documents: with its stages, teams and people. */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/**
 * XcRoundPaper:
 * @number: of the document
 * @day: when it was given, or %XC_DAY_NONE; the first one of several
 * @stages: (element-type utf8): words of the stages that name it
 * @teams: (element-type guint): numbers of the teams that it authorises
 * @people: (element-type utf8): people whom it authorises by themselves, and not with their team
 */
typedef struct
{
  char *number;
  XcDay day;
  GPtrArray *stages;
  GArray *teams;
  GPtrArray *people;
} XcRoundPaper;

GPtrArray *xc_round_papers_load (XcStore *store, gint64 round_id, GError **error);

G_END_DECLS
