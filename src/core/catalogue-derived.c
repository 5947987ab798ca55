/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What lists say of a row that is in no field of its table: it is put together from other rows, and never kept. */
#include "core/catalogue-private.h"

#include <string.h>

static const XcField problem_derived[] = {
  TEXT ("team", NC_ ("problem", "Team")),
  TEXT ("level_1", NC_ ("problem", "Category (level 1)")),
  TEXT ("level_2", NC_ ("problem", "Category (level 2)")),
  YES_NO ("immediate", NC_ ("problem", "Immediate")),
  LONG_TEXT ("measures", NC_ ("problem", "Measures")),
  TEXT ("types", NC_ ("problem", "Rectification type")),
  DAY ("due", NC_ ("problem", "Time limit")),
  LONG_TEXT ("progress", NC_ ("problem", "Progress")),
  LONG_TEXT ("results", NC_ ("problem", "Result")),
  DAY ("done_on", NC_ ("problem", "Done on")),
  TEXT ("first", NC_ ("problem", "First responsible person")),
  TEXT ("leader", NC_ ("problem", "Leader in charge")),
  TEXT ("lead_department", NC_ ("problem", "Lead department")),
  TEXT ("department", NC_ ("problem", "Responsible department")),
  TEXT ("person", NC_ ("problem", "Responsible person")),
  TEXT ("cooperating", NC_ ("problem", "Cooperating units")),
  TEXT ("supervising", NC_ ("problem", "Supervising unit")),
};

/**
 * xc_catalogue_list_derived:
 * @table: which
 * @n_fields: (out): how many
 *
 * Returns: (transfer none) (array length=n_fields) (nullable): what lists say of its rows beside its fields, as fields
 */
const XcField *
xc_catalogue_list_derived (XcTable table, guint *n_fields)
{
  *n_fields = table == XC_TABLE_PROBLEM ? G_N_ELEMENTS (problem_derived) : 0;
  return *n_fields > 0 ? problem_derived : NULL;
}

/**
 * xc_catalogue_get_derived:
 * @table: which
 * @name: of one of xc_catalogue_list_derived()
 *
 * Returns: (transfer none) (nullable): it
 */
const XcField *
xc_catalogue_get_derived (XcTable table, const char *name)
{
  guint n_fields;
  const XcField *fields = xc_catalogue_list_derived (table, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (strcmp (fields[i].name, name) == 0)
      return &fields[i];
  return NULL;
}
