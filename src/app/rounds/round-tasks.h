/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who inspects what in a round (任务分工): on a board, or as a plain list with the form of each inspection. */
#pragma once

#include "app/form/form-tab.h"

G_BEGIN_DECLS

#define XC_TYPE_ROUND_TASKS (xc_round_tasks_get_type ())
G_DECLARE_FINAL_TYPE (XcRoundTasks, xc_round_tasks, XC, ROUND_TASKS, XcFormTab)

/* Signal: "teams-wanted" when there is no team to give anything to. */
gboolean xc_round_tasks_select (XcRoundTasks *self, gint64 inspection_id);

G_END_DECLS
