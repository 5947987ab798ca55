/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One value of a field, and how it is shown. */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/**
 * XcValue:
 * @is_set: whether there is one
 * @text: (nullable): of a text, a long text or a choice (its word)
 * @number: of any other field, as #XcRecord keeps it
 */
typedef struct
{
  gboolean is_set;
  const char *text;
  gint64 number;
} XcValue;

#define XC_VALUE_NONE ((XcValue){ FALSE, NULL, 0 })
#define XC_VALUE_TEXT(t) ((XcValue){ TRUE, t, 0 })
#define XC_VALUE_NUMBER(n) ((XcValue){ TRUE, NULL, n })

XcValue xc_value_of_record (const XcRecord *record, guint index);
char *xc_value_format (XcTable table, const XcField *field, const XcValue *value);
gboolean xc_value_parse_ordinal (XcTable table, const char *typed, int *ordinal);

G_END_DECLS
