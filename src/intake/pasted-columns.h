/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a column of pasted rows may mean: a column of the sheets of problems and of measures, or a role in which somebody
 * answers for the problem. In the office's lists each of them is a column of one table. */
#pragma once

#include "core/template.h"

G_BEGIN_DECLS

/**
 * XcPastedColumn:
 * @sheet: of the template: problems, measures or responsibilities
 * @column: the column of @sheet; %NULL for a role
 * @role: (nullable): the role, a choice of the catalogue
 */
typedef struct
{
  XcTemplateSheet sheet;
  const XcTemplateColumn *column;
  const XcChoice *role;
} XcPastedColumn;

guint xc_pasted_columns_count (void);
const XcPastedColumn *xc_pasted_columns_get (guint meaning);
const char *xc_pasted_columns_get_heading (guint meaning);
int xc_pasted_columns_find (const char *heading);
int xc_pasted_columns_find_by_id (const char *id);

G_END_DECLS
