/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a ledger is whole, and its rows fit together. */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

typedef enum
{
  XC_FINDING_ERROR,   /* figures or lists may be wrong */
  XC_FINDING_WARNING, /* unusual, and perhaps right */
} XcFindingSeverity;

/**
 * XcFinding:
 * @table: of the row, or %XC_TABLE_NONE
 * @id: of the row, or 0
 * @sentence: what is wrong, naming the row as people know it
 */
typedef struct
{
  XcFindingSeverity severity;
  XcTable table;
  gint64 id;
  const char *sentence;
} XcFinding;

typedef void (*XcFindingFunc) (const XcFinding *finding, gpointer data);

const char *xc_finding_severity_word (XcFindingSeverity severity);
gboolean xc_store_check (XcStore *self, XcFindingFunc function, gpointer data, GError **error);

G_END_DECLS
