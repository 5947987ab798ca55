/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/team-load.h"

/**
 * xc_team_task_get_work:
 * @task: what a team was given
 *
 * Returns: the team-days that it needs, the usual ones when nothing is said
 */
guint
xc_team_task_get_work (const XcTeamTask *task)
{
  if (task->work > 0)
    return task->work;
  return task->kind == XC_INSPECTION_EXTENDED ? XC_TEAM_LOAD_EXTENDED_WORK : XC_TEAM_LOAD_USUAL_WORK;
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const XcDaySpan *x = a;
  const XcDaySpan *y = b;

  return x->from < y->from ? -1 : x->from > y->from;
}

/* Days that lie in several spans are worked once. */
static guint
count_working_days (GArray *spans, const XcHolidays *holidays)
{
  XcDay next = XC_DAY_MIN;
  guint days = 0;

  g_array_sort (spans, compare_spans);
  for (guint i = 0; i < spans->len; i++)
    {
      const XcDaySpan *span = &g_array_index (spans, XcDaySpan, i);

      for (XcDay day = MAX (span->from, next); day <= MIN (span->to, XC_DAY_MAX); day++)
        days += xc_holidays_is_working_day (holidays, day);
      next = MAX (next, span->to + 1);
    }
  return days;
}

static void
add_span (GArray *spans, XcDaySpan span)
{
  if (xc_day_span_is_set (span))
    g_array_append_val (spans, span);
}

/**
 * xc_team_load_reckon:
 * @tasks: (array length=n_tasks): what the team was given
 * @n_tasks: how much that is
 * @round: the days of the round
 * @holidays: (nullable): which days are off
 *
 * A team's days are the working days of the batches of its tasks, of the round for those in none, and any further days
 * on which it is planned to be somewhere. A team without tasks has those of the round.
 *
 * Returns: its work, and its days
 */
XcTeamLoad
xc_team_load_reckon (const XcTeamTask *tasks, guint n_tasks, XcDaySpan round, const XcHolidays *holidays)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (XcDaySpan));
  XcTeamLoad load = { 0 };

  for (guint i = 0; i < n_tasks; i++)
    {
      load.work += xc_team_task_get_work (&tasks[i]);
      load.n_assumed += tasks[i].work == 0;
      add_span (spans, xc_day_span_is_set (tasks[i].window) ? tasks[i].window : round);
      add_span (spans, tasks[i].planned);
    }
  if (n_tasks == 0)
    add_span (spans, round);
  load.days = count_working_days (spans, holidays);
  return load;
}

/**
 * xc_team_load_is_over:
 * @load: a load
 *
 * Returns: whether it is more work than there are days; not so while nothing says how many days there are
 */
gboolean
xc_team_load_is_over (const XcTeamLoad *load)
{
  return load->days > 0 && load->work > load->days;
}
