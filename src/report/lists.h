/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lists that the office sends out and reports with: problems, rectification, responsibilities, as one workbook under
 * one numbering. */
#pragma once

#include "report/list-layout.h"
#include "report/report-error.h"
#include "store/list-rows.h"

G_BEGIN_DECLS

/**
 * XcListsOptions:
 * @lists: (array length=n_lists): which lists, in their order
 * @n_lists: how many; 0: all three
 * @filter: which problems they hold
 * @day: when they were filled in; the workbook says that it was made then, too
 * @unit: (nullable): who issues them, before what the office set
 * @marking: (nullable): the marking line, before what the office set
 * @annex: (nullable): what the first row says, before what the office set; "" for nothing
 * @cancellable: (nullable): stops the writing; nothing is left of it then
 */
typedef struct
{
  const XcList *lists;
  guint n_lists;
  XcListFilter filter;
  XcDay day;
  const char *unit;
  const char *marking;
  const char *annex;
  GCancellable *cancellable;
} XcListsOptions;

gboolean xc_lists_write (XcStore *store, const XcListsOptions *options, const char *path, gboolean replace,
                         guint *n_problems, GError **error);

G_END_DECLS
