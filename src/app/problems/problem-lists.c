/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/problems/problem-lists.h"

#define MAX_COLUMNS 16

const char *const xc_problem_lists_searched[] = { "number",
                                                  "inspection_id.organization_id.name",
                                                  "point_id.title",
                                                  "wording",
                                                  "facts",
                                                  "measure:problem_id.wording",
                                                  "responsibility:problem_id.unit",
                                                  "responsibility:problem_id.name",
                                                  NULL };

const char *const xc_problem_lists_filters[] = { "number",
                                                 "inspection_id.organization_id.name",
                                                 "inspection_id.organization_id.register_id",
                                                 "inspection_id.round_id",
                                                 "inspection_id.team_id",
                                                 "point_id.title",
                                                 "state",
                                                 "is_key",
                                                 "inspection_id.fed_back_on",
                                                 "measure:problem_id.wording",
                                                 "measure:problem_id.type",
                                                 "measure:problem_id.due_on",
                                                 "measure:problem_id.state",
                                                 "measure:problem_id.done_on",
                                                 "responsibility:problem_id.unit",
                                                 "responsibility:problem_id.name",
                                                 NULL };

/* As on paper, but what the problem is stands where it is seen without scrolling. */
static const char *const columns[XC_N_LISTS][MAX_COLUMNS] = {
  [XC_LIST_PROBLEM] = { "number", "inspection_id.organization_id.name", "wording", "due", "state", "team",
                        "level_1", "level_2", "facts", "is_key", "commonness", "immediate",
                        "inspection_id.fed_back_on" },
  [XC_LIST_RECTIFICATION] = { "number", "inspection_id.organization_id.name", "wording", "measures", "types",
                              "due", "progress", "results", "state", "done_on", "closed_on" },
  [XC_LIST_RESPONSIBILITY] = { "number", "inspection_id.organization_id.name", "wording", "first", "leader",
                               "lead_department", "department", "person", "cooperating", "due",
                               "supervising" },
};

/* In pixels: what matters most is seen beside the form on a screen of 1366. */
static const int widths[XC_N_LISTS][MAX_COLUMNS] = {
  [XC_LIST_PROBLEM] = { 96, 120, 172, 216, 76 },
  [XC_LIST_RECTIFICATION] = { 96, 130, 150, 210, 84 },
  [XC_LIST_RESPONSIBILITY] = { 96, 130, 150, 150, 150 },
};

/**
 * xc_problem_lists_get_columns:
 * @list: a list
 * @widths_px: (out) (transfer none): how wide they are, 0 for what is usual
 *
 * Returns: (transfer none) (array zero-terminated=1): what it shows until somebody chooses, by path
 */
const char *const *
xc_problem_lists_get_columns (XcList list, const int **widths_px)
{
  *widths_px = widths[list];
  return columns[list];
}

/**
 * xc_problem_lists_get_name:
 * @list: a list
 *
 * Returns: (transfer none): under what its columns are remembered
 */
const char *
xc_problem_lists_get_name (XcList list)
{
  switch (list)
    {
    case XC_LIST_PROBLEM:
      return "problems";
    case XC_LIST_RECTIFICATION:
      return "problems-rectification";
    case XC_LIST_RESPONSIBILITY:
      return "problems-responsibility";
    default:
      g_return_val_if_reached ("problems");
    }
}

/**
 * xc_problem_lists_dup_title:
 * @store: (nullable): the ledger, which may call the list otherwise
 * @list: a list
 *
 * Returns: (transfer full): what it is called
 */
char *
xc_problem_lists_dup_title (XcStore *store, XcList list)
{
  g_autoptr (XcListLayout) layout = store != NULL ? xc_list_layout_load (store, list, NULL) : NULL;

  return g_strdup (layout != NULL ? layout->title : xc_list_title (list));
}
