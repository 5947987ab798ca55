/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds rows of the whole ledger: organizations, people, problems, rounds. */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id;
  char *text; /* what tells it from the others */
} XcFoundRow;

/**
 * XcFoundGroup:
 * @table: whose rows were found
 * @n_found: how many
 * @rows: (element-type XcFoundRow): the first of them
 */
typedef struct
{
  XcTable table;
  guint n_found;
  GPtrArray *rows;
} XcFoundGroup;

GPtrArray *xc_ledger_search (XcStore *store, const char *text, guint max_rows, GError **error);

G_END_DECLS
