/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/team-load.h"

/* Monday 6 September 2021, of a week that nothing disturbs; @day counts from it. */
static XcDaySpan
span (int from, int to)
{
  XcDay monday = xc_day_new (2021, 9, 6);

  return (XcDaySpan){ monday + from, monday + to };
}

static XcTeamTask
task (guint work, XcInspectionKind kind)
{
  return (XcTeamTask){ .work = work, .kind = kind, .window = XC_DAY_SPAN_NONE, .planned = XC_DAY_SPAN_NONE };
}

static void
sums_work_and_tells_what_is_assumed (void)
{
  const XcTeamTask tasks[] = { task (20, XC_INSPECTION_REGULAR), task (0, XC_INSPECTION_REGULAR),
                               task (0, XC_INSPECTION_EXTENDED), task (5, XC_INSPECTION_EXTENDED) };
  XcTeamLoad load = xc_team_load_reckon (tasks, G_N_ELEMENTS (tasks), XC_DAY_SPAN_NONE, NULL);

  g_assert_cmpuint (load.work, ==, 20 + XC_TEAM_LOAD_USUAL_WORK + XC_TEAM_LOAD_EXTENDED_WORK + 5);
  g_assert_cmpuint (load.n_assumed, ==, 2);
  g_assert_cmpuint (load.days, ==, 0);
  g_assert_false (xc_team_load_is_over (&load));
}

static void
assumes_by_kind (void)
{
  for (guint kind = 0; kind < XC_N_INSPECTION_KINDS; kind++)
    {
      XcTeamTask one = task (0, kind);

      g_assert_cmpuint (xc_team_task_get_work (&one), ==,
                        kind == XC_INSPECTION_EXTENDED ? XC_TEAM_LOAD_EXTENDED_WORK
                                                       : XC_TEAM_LOAD_USUAL_WORK);
      one.work = 9999;
      g_assert_cmpuint (xc_team_task_get_work (&one), ==, 9999);
    }
}

static void
has_the_working_days_of_the_round_without_tasks (void)
{
  g_autoptr (XcHolidays) holidays = xc_holidays_new ();
  XcTeamLoad load = xc_team_load_reckon (NULL, 0, span (0, 13), NULL);

  g_assert_cmpuint (load.work, ==, 0);
  g_assert_cmpuint (load.days, ==, 10);
  xc_holidays_add (holidays, span (1, 1).from, TRUE);
  xc_holidays_add (holidays, span (5, 5).from, FALSE);
  xc_holidays_add (holidays, span (6, 6).from, FALSE);
  load = xc_team_load_reckon (NULL, 0, span (0, 13), holidays);
  g_assert_cmpuint (load.days, ==, 11);
}

/* A day counts once, however many spans it lies in; a span that ends before it begins is none. */
static void
counts_the_days_of_batches_and_of_plans (void)
{
  static const struct
  {
    int window[2];
    int planned[2];
    guint days;
  } cases[] = {
    { { 0, 4 }, { 2, 3 }, 5 },    /* within the batch */
    { { 0, 4 }, { 4, 8 }, 7 },    /* two days longer than it */
    { { 0, 4 }, { 21, 25 }, 10 }, /* apart from it */
    { { 4, 0 }, { 0, 1 }, 20 },   /* no batch: the round's four weeks */
    { { 4, 0 }, { 27, 30 }, 23 }, /* from its last Sunday to three days behind it */
    { { 0, 4 }, { 3, 2 }, 5 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      XcTeamTask tasks[2] = { task (1, XC_INSPECTION_REGULAR), task (1, XC_INSPECTION_SPECIAL) };
      XcTeamLoad load;

      tasks[0].window = tasks[1].window = span (cases[i].window[0], cases[i].window[1]);
      tasks[0].planned = span (cases[i].planned[0], cases[i].planned[1]);
      load = xc_team_load_reckon (tasks, 2, span (0, 27), NULL);
      g_assert_cmpuint (load.days, ==, cases[i].days);
    }
}

/* Against counting day by day. */
static void
agrees_with_counting_day_by_day (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);

  for (guint run = 0; run < 300; run++)
    {
      XcTeamTask tasks[4];
      guint n = (guint) g_rand_int_range (rand, 1, 5), days = 0;
      XcTeamLoad load;

      for (guint i = 0; i < n; i++)
        {
          tasks[i] = task (1, XC_INSPECTION_REGULAR);
          tasks[i].window = span (g_rand_int_range (rand, 0, 30), g_rand_int_range (rand, 0, 30));
          tasks[i].planned = span (g_rand_int_range (rand, 0, 60), g_rand_int_range (rand, 0, 60));
        }
      for (int day = 0; day < 90; day++)
        {
          gboolean is_his = FALSE;
          XcDay at = span (day, day).from;

          for (guint i = 0; i < n; i++)
            {
              XcDaySpan window = tasks[i].window.from <= tasks[i].window.to ? tasks[i].window : span (70, 80);

              is_his |= (at >= window.from && at <= window.to)
                        || (at >= tasks[i].planned.from && at <= tasks[i].planned.to);
            }
          days += is_his && xc_day_weekday (at) <= 5;
        }
      load = xc_team_load_reckon (tasks, n, span (70, 80), NULL);
      g_assert_cmpuint (load.days, ==, days);
    }
}

static void
is_over_only_above_its_days (void)
{
  static const struct
  {
    XcTeamLoad load;
    gboolean is_over;
  } cases[] = {
    { { 90, 90, 0 }, FALSE }, { { 91, 90, 0 }, TRUE }, { { 1, 0, 0 }, FALSE }, { { 0, 5, 0 }, FALSE }
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (xc_team_load_is_over (&cases[i].load), ==, cases[i].is_over);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/team-load/sums-work-and-tells-what-is-assumed",
                   sums_work_and_tells_what_is_assumed);
  g_test_add_func ("/core/team-load/assumes-by-kind", assumes_by_kind);
  g_test_add_func ("/core/team-load/has-the-working-days-of-the-round-without-tasks",
                   has_the_working_days_of_the_round_without_tasks);
  g_test_add_func ("/core/team-load/counts-the-days-of-batches-and-of-plans",
                   counts_the_days_of_batches_and_of_plans);
  g_test_add_func ("/core/team-load/agrees-with-counting-day-by-day", agrees_with_counting_day_by_day);
  g_test_add_func ("/core/team-load/is-over-only-above-its-days", is_over_only_above_its_days);
  return g_test_run ();
}
