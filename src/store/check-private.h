/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules that rows must keep among each other. */
#pragma once

#include "store/check.h"

G_BEGIN_DECLS

/**
 * XcCheckRule:
 * @sql: finds the rows that break it: the id, then up to three texts that people know them by
 * @sentence: message id; {1} to {3} stand for the texts
 */
typedef struct
{
  XcFindingSeverity severity;
  XcTable table;
  const char *sql;
  const char *sentence;
} XcCheckRule;

extern const XcCheckRule xc_check_rules[];
extern const guint xc_n_check_rules;

gboolean xc_check_avoidance (XcStore *store, XcDay today, XcFindingFunc function, gpointer data,
                             GError **error);

G_END_DECLS
