/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/timetable.h"

#include <string.h>

static XcDay
day (const char *iso)
{
  XcDay read = iso != NULL ? xc_day_parse_iso (iso) : XC_DAY_NONE;

  g_assert_true (iso == NULL || xc_day_is_set (read));
  return read;
}

#define assert_day(actual, iso) g_assert_cmpint ((actual), ==, day (iso))

static void
add_rule (XcTimetableInput *input, XcDeadlineSubject subject, XcDeadlineStart start, int number,
          XcDeadlineUnit unit, const char *valid_from)
{
  XcTimetableRule rule = {
    subject,
    start,
    { number, unit, subject == XC_SUBJECT_NOTICE ? XC_DEADLINE_BEFORE : XC_DEADLINE_AFTER, day (valid_from) },
  };

  g_array_append_val (input->rules, rule);
}

/* The rules that a new ledger has. */
static XcTimetableInput *
make_input (void)
{
  XcTimetableInput *input = xc_timetable_input_new ();

  add_rule (input, XC_SUBJECT_NOTICE, XC_START_ENTERS, 10, XC_DEADLINE_DAYS, NULL);
  add_rule (input, XC_SUBJECT_REPORT, XC_START_LEAVES, 1, XC_DEADLINE_MONTHS, NULL);
  add_rule (input, XC_SUBJECT_PLAN, XC_START_FEEDBACK, 1, XC_DEADLINE_MONTHS, NULL);
  add_rule (input, XC_SUBJECT_RECTIFICATION, XC_START_FEEDBACK, 3, XC_DEADLINE_MONTHS, NULL);
  add_rule (input, XC_SUBJECT_LEAD_REPLY, XC_START_HANDOVER, 3, XC_DEADLINE_MONTHS, NULL);
  return input;
}

static XcTimetableInspection
make_inspection (gint64 id)
{
  return (XcTimetableInspection){
    .id = id,
    .organization = "示范区统计局党组",
    .notified_on = XC_DAY_NONE,
    .planned_enters_on = XC_DAY_NONE,
    .planned_leaves_on = XC_DAY_NONE,
    .enters_on = XC_DAY_NONE,
    .leaves_on = XC_DAY_NONE,
    .reported_on = XC_DAY_NONE,
    .fed_back_on = XC_DAY_NONE,
    .plan_received_on = XC_DAY_NONE,
    .report_received_on = XC_DAY_NONE,
  };
}

/* One that entered before a new year, with everything done. */
static XcTimetableInspection
make_finished (void)
{
  XcTimetableInspection row = make_inspection (1);

  row.notified_on = day ("2022-11-05");
  row.planned_enters_on = day ("2022-11-15");
  row.planned_leaves_on = day ("2022-12-30");
  row.enters_on = day ("2022-11-16");
  row.leaves_on = day ("2023-01-04");
  row.reported_on = day ("2023-01-31");
  row.fed_back_on = day ("2023-01-31");
  row.plan_received_on = day ("2023-03-03");
  row.report_received_on = day ("2023-04-30");
  return row;
}

static XcTimetable *
make_timetable_of (XcTimetableInspection row, const char *as_of)
{
  XcTimetableInput *input = make_input ();

  g_array_append_val (input->inspections, row);
  return xc_timetable_new (input, day (as_of));
}

static const XcTimetableRow *
get_row (const XcTimetable *timetable, guint index)
{
  g_assert_cmpuint (index, <, timetable->rows->len);
  return &g_array_index (timetable->rows, XcTimetableRow, index);
}

static void
plans_are_counted_by_the_rules (void)
{
  g_autoptr (XcTimetable) timetable = make_timetable_of (make_finished (), "2023-06-01");
  const XcMilestoneDays *days = get_row (timetable, 0)->milestones;

  assert_day (days[XC_MILESTONE_NOTICE].planned, "2022-11-06");
  assert_day (days[XC_MILESTONE_ENTERS].planned, "2022-11-15");
  assert_day (days[XC_MILESTONE_LEAVES].planned, "2022-12-30");
  assert_day (days[XC_MILESTONE_REPORT].planned, "2023-02-04");
  assert_day (days[XC_MILESTONE_FEEDBACK].planned, NULL);
  /* the end of February, after the end of January */
  assert_day (days[XC_MILESTONE_PLAN].planned, "2023-02-28");
  assert_day (days[XC_MILESTONE_RECTIFICATION].planned, "2023-04-30");
}

static void
lateness_is_told_by_milestone (void)
{
  g_autoptr (XcTimetable) timetable = make_timetable_of (make_finished (), "2023-06-01");
  const XcMilestoneDays *days = get_row (timetable, 0)->milestones;
  static const struct
  {
    XcMilestoneState state;
    int late_days;
  } told[] = {
    [XC_MILESTONE_NOTICE] = { XC_MILESTONE_STATE_DONE, 0 },
    [XC_MILESTONE_ENTERS] = { XC_MILESTONE_STATE_LATE, 1 },
    [XC_MILESTONE_LEAVES] = { XC_MILESTONE_STATE_LATE, 5 },
    [XC_MILESTONE_REPORT] = { XC_MILESTONE_STATE_DONE, 0 },
    [XC_MILESTONE_FEEDBACK] = { XC_MILESTONE_STATE_DONE, 0 },
    [XC_MILESTONE_PLAN] = { XC_MILESTONE_STATE_LATE, 3 },
    [XC_MILESTONE_RECTIFICATION] = { XC_MILESTONE_STATE_DONE, 0 },
  };

  for (guint i = 0; i < XC_N_MILESTONES; i++)
    {
      g_assert_cmpint (days[i].state, ==, told[i].state);
      g_assert_cmpint (days[i].late_days, ==, told[i].late_days);
    }
}

static void
what_is_past_and_not_done_is_overdue (void)
{
  XcTimetableInspection row = make_inspection (1);
  static const struct
  {
    const char *as_of;
    XcMilestoneState state;
    int late_days;
  } cases[] = {
    { "2024-04-17", XC_MILESTONE_STATE_EXPECTED, 0 },
    { "2024-04-18", XC_MILESTONE_STATE_EXPECTED, 0 },
    { "2024-04-19", XC_MILESTONE_STATE_OVERDUE, 1 },
    { "2024-05-18", XC_MILESTONE_STATE_OVERDUE, 30 },
  };

  row.planned_enters_on = row.enters_on = day ("2024-03-05");
  row.planned_leaves_on = day ("2024-04-18");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (XcTimetable) timetable = make_timetable_of (row, cases[i].as_of);
      const XcMilestoneDays *leaves = &get_row (timetable, 0)->milestones[XC_MILESTONE_LEAVES];

      g_assert_cmpint (leaves->state, ==, cases[i].state);
      g_assert_cmpint (leaves->late_days, ==, cases[i].late_days);
    }
}

static void
days_to_come_are_arranged_not_done (void)
{
  XcTimetableInspection row = make_inspection (1);

  row.planned_enters_on = day ("2024-03-05");
  row.enters_on = day ("2024-03-08");
  row.leaves_on = day ("2024-04-20");
  g_autoptr (XcTimetable) before = make_timetable_of (row, "2024-03-01");
  g_autoptr (XcTimetable) late = make_timetable_of (row, "2024-03-06");
  g_autoptr (XcTimetable) within = make_timetable_of (row, "2024-04-01");
  const XcTimetableRow *first = get_row (before, 0), *second = get_row (late, 0),
                       *third = get_row (within, 0);

  g_assert_cmpint (first->milestones[XC_MILESTONE_ENTERS].state, ==, XC_MILESTONE_STATE_EXPECTED);
  g_assert_cmpint (first->milestones[XC_MILESTONE_ENTERS].late_days, ==, 3);
  g_assert_false (xc_day_is_set (first->phases[XC_PHASE_ON_SITE].actual_from));
  g_assert_cmpint (second->milestones[XC_MILESTONE_ENTERS].state, ==, XC_MILESTONE_STATE_OVERDUE);
  g_assert_cmpint (second->milestones[XC_MILESTONE_ENTERS].late_days, ==, 1);
  g_assert_true (third->phases[XC_PHASE_ON_SITE].is_open);
  assert_day (third->phases[XC_PHASE_ON_SITE].actual_to, "2024-04-01");
  /* What is due is counted from the day that is arranged. */
  assert_day (third->milestones[XC_MILESTONE_REPORT].planned, "2024-05-20");
  assert_day (before->last, "2024-05-31");
}

static void
phases_lie_between_their_milestones (void)
{
  g_autoptr (XcTimetable) timetable = make_timetable_of (make_finished (), "2023-06-01");
  const XcPhaseDays *phases = get_row (timetable, 0)->phases;
  static const struct
  {
    const char *planned_from, *planned_to, *actual_from, *actual_to;
  } spans[] = {
    [XC_PHASE_NOTICE] = { "2022-11-06", "2022-11-16", "2022-11-05", "2022-11-16" },
    [XC_PHASE_ON_SITE] = { "2022-11-15", "2022-12-30", "2022-11-16", "2023-01-04" },
    [XC_PHASE_REPORT] = { "2023-01-04", "2023-02-04", "2023-01-04", "2023-01-31" },
    [XC_PHASE_FEEDBACK] = { NULL, NULL, "2023-01-31", "2023-01-31" },
    [XC_PHASE_PLAN] = { "2023-01-31", "2023-02-28", "2023-01-31", "2023-03-03" },
    [XC_PHASE_RECTIFICATION] = { "2023-01-31", "2023-04-30", "2023-01-31", "2023-04-30" },
  };

  for (guint i = 0; i < XC_N_PHASES; i++)
    {
      assert_day (phases[i].planned_from, spans[i].planned_from);
      assert_day (phases[i].planned_to, spans[i].planned_to);
      assert_day (phases[i].actual_from, spans[i].actual_from);
      assert_day (phases[i].actual_to, spans[i].actual_to);
      g_assert_false (phases[i].is_open);
      g_assert_false (phases[i].is_reversed);
    }
}

static void
missing_days_leave_gaps (void)
{
  XcTimetableInspection row = make_finished ();

  row.notified_on = row.reported_on = row.plan_received_on = XC_DAY_NONE;
  g_autoptr (XcTimetable) timetable = make_timetable_of (row, "2023-06-01");
  const XcTimetableRow *made = get_row (timetable, 0);

  g_assert_cmpint (made->milestones[XC_MILESTONE_NOTICE].state, ==, XC_MILESTONE_STATE_OMITTED);
  g_assert_cmpint (made->milestones[XC_MILESTONE_REPORT].state, ==, XC_MILESTONE_STATE_OMITTED);
  g_assert_cmpint (made->milestones[XC_MILESTONE_PLAN].state, ==, XC_MILESTONE_STATE_OMITTED);
  g_assert_cmpint (made->milestones[XC_MILESTONE_PLAN].late_days, ==, 0);
  assert_day (made->phases[XC_PHASE_NOTICE].actual_from, NULL);
  assert_day (made->phases[XC_PHASE_REPORT].actual_from, NULL);
  assert_day (made->phases[XC_PHASE_PLAN].actual_to, NULL);
  /* The wait for the feedback began, at the latest, when the team left. */
  assert_day (made->phases[XC_PHASE_FEEDBACK].actual_from, "2023-01-04");
  assert_day (made->phases[XC_PHASE_FEEDBACK].actual_to, "2023-01-31");
}

static void
an_open_phase_lasts_until_today (void)
{
  XcTimetableInspection row = make_finished ();

  row.report_received_on = XC_DAY_NONE;
  g_autoptr (XcTimetable) timetable = make_timetable_of (row, "2023-05-10");
  const XcTimetableRow *made = get_row (timetable, 0);

  g_assert_true (made->phases[XC_PHASE_RECTIFICATION].is_open);
  assert_day (made->phases[XC_PHASE_RECTIFICATION].actual_to, "2023-05-10");
  g_assert_cmpint (made->milestones[XC_MILESTONE_RECTIFICATION].state, ==, XC_MILESTONE_STATE_OVERDUE);
  g_assert_cmpint (made->milestones[XC_MILESTONE_RECTIFICATION].late_days, ==, 10);
  g_assert_false (made->phases[XC_PHASE_PLAN].is_open);
}

static void
reversed_days_are_said_to_be (void)
{
  XcTimetableInspection row = make_inspection (1);

  row.enters_on = day ("2024-04-18");
  row.leaves_on = day ("2024-03-05");
  g_autoptr (XcTimetable) timetable = make_timetable_of (row, "2024-06-01");
  const XcPhaseDays *on_site = &get_row (timetable, 0)->phases[XC_PHASE_ON_SITE];

  g_assert_true (on_site->is_reversed);
  assert_day (on_site->actual_from, "2024-03-05");
  assert_day (on_site->actual_to, "2024-04-18");
}

static void
stages_plan_what_inspections_leave_open (void)
{
  XcTimetableInput *input = make_input ();
  XcTimetableInspection of_first = make_inspection (1), of_none = make_inspection (2),
                        own = make_inspection (3);
  XcTimetableBatch batch = { 10, 1, XC_DAY_NONE, XC_DAY_NONE };
  XcTimetableStage stages[] = {
    { 20, 0, XC_ROUND_STAGE_ON_SITE, day ("2024-03-01"), day ("2024-04-15"), XC_DAY_NONE, XC_DAY_NONE },
    { 21, 10, XC_ROUND_STAGE_ON_SITE, day ("2024-03-11"), day ("2024-04-30"), XC_DAY_NONE, XC_DAY_NONE },
    { 22, 0, XC_ROUND_STAGE_FEEDBACK, day ("2024-06-01"), day ("2024-06-20"), XC_DAY_NONE, XC_DAY_NONE },
  };

  of_first.batch_id = 10;
  own.planned_enters_on = day ("2024-03-20");
  g_array_append_val (input->batches, batch);
  g_array_append_vals (input->stages, stages, G_N_ELEMENTS (stages));
  g_array_append_val (input->inspections, of_first);
  g_array_append_val (input->inspections, of_none);
  g_array_append_val (input->inspections, own);
  g_autoptr (XcTimetable) timetable = xc_timetable_new (input, day ("2024-01-01"));

  g_assert_cmpuint (timetable->rows->len, ==, 6);
  for (guint i = 3; i < 6; i++)
    {
      const XcTimetableRow *row = get_row (timetable, i);
      static const char *const enters[] = { "2024-03-11", "2024-03-01", "2024-03-20" };
      static const char *const leaves[] = { "2024-04-30", "2024-04-15", "2024-04-15" };

      assert_day (row->milestones[XC_MILESTONE_ENTERS].planned, enters[row->inspection]);
      assert_day (row->milestones[XC_MILESTONE_LEAVES].planned, leaves[row->inspection]);
      assert_day (row->milestones[XC_MILESTONE_FEEDBACK].planned, "2024-06-20");
      assert_day (row->milestones[XC_MILESTONE_PLAN].planned, "2024-07-20");
    }
}

static void
the_rule_of_the_day_counts (void)
{
  XcTimetableInput *input = xc_timetable_input_new ();
  XcTimetableInspection old = make_inspection (1), new = make_inspection (2);

  add_rule (input, XC_SUBJECT_RECTIFICATION, XC_START_FEEDBACK, 6, XC_DEADLINE_MONTHS, "2024-03-01");
  add_rule (input, XC_SUBJECT_RECTIFICATION, XC_START_FEEDBACK, 3, XC_DEADLINE_MONTHS, NULL);
  add_rule (input, XC_SUBJECT_REPORT, XC_START_LEAVES, 3, XC_DEADLINE_WORKING_DAYS, NULL);
  xc_holidays_add (input->holidays, day ("2024-04-04"), TRUE);
  xc_holidays_add (input->holidays, day ("2024-04-05"), TRUE);
  old.fed_back_on = day ("2024-02-29");
  new.fed_back_on = day ("2024-03-01");
  new.leaves_on = day ("2024-04-02");
  g_array_append_val (input->inspections, old);
  g_array_append_val (input->inspections, new);
  g_autoptr (XcTimetable) timetable = xc_timetable_new (input, day ("2024-05-01"));

  assert_day (get_row (timetable, 0)->milestones[XC_MILESTONE_RECTIFICATION].planned, "2024-05-29");
  assert_day (get_row (timetable, 1)->milestones[XC_MILESTONE_RECTIFICATION].planned, "2024-09-01");
  assert_day (get_row (timetable, 1)->milestones[XC_MILESTONE_REPORT].planned, "2024-04-09");
  assert_day (get_row (timetable, 1)->milestones[XC_MILESTONE_NOTICE].planned, NULL);
}

static void
what_was_given_is_not_moved_by_rules (void)
{
  XcTimetableInput *input = make_input ();
  XcTimetableInspection row = make_finished (), other = make_finished ();
  XcTimetableDeadline given = { 1, XC_SUBJECT_PLAN, day ("2023-03-10") };

  other.id = 2;
  add_rule (input, XC_SUBJECT_FEEDBACK, XC_START_REPORTING, 20, XC_DEADLINE_DAYS, NULL);
  g_array_append_val (input->deadlines, given);
  g_array_append_val (input->inspections, row);
  g_array_append_val (input->inspections, other);
  g_autoptr (XcTimetable) timetable = xc_timetable_new (input, day ("2023-06-01"));

  assert_day (get_row (timetable, 0)->milestones[XC_MILESTONE_PLAN].planned, "2023-03-10");
  g_assert_cmpint (get_row (timetable, 0)->milestones[XC_MILESTONE_PLAN].state, ==, XC_MILESTONE_STATE_DONE);
  assert_day (get_row (timetable, 1)->milestones[XC_MILESTONE_PLAN].planned, "2023-02-28");
  assert_day (get_row (timetable, 1)->milestones[XC_MILESTONE_FEEDBACK].planned, "2023-02-20");
}

static void
rows_stand_under_their_teams (void)
{
  XcTimetableInput *input = make_input ();
  XcTimetableTeam teams[] = { { 31, 2, NULL, NULL }, { 30, 1, NULL, NULL }, { 32, 3, NULL, NULL } };
  static const struct
  {
    gint64 team_id;
    const char *enters;
    int serial;
  } visits[] = {
    { 31, "2024-05-01", 1 }, { 30, "2024-05-01", 9 }, { 30, "2024-04-01", 3 }, { 30, NULL, 4 },
    { 0, "2024-03-01", 5 },  { 31, "2024-05-01", 0 }, { 99, NULL, 6 },
  };
  static const int order[] = { 2, 1, 3, 0, 5, 4, 6 };

  g_array_append_vals (input->teams, teams, G_N_ELEMENTS (teams));
  for (guint i = 0; i < G_N_ELEMENTS (visits); i++)
    {
      XcTimetableInspection row = make_inspection (i + 1);
      row.team_id = visits[i].team_id;
      row.enters_on = day (visits[i].enters);
      row.serial = visits[i].serial;
      g_array_append_val (input->inspections, row);
    }
  g_autoptr (XcTimetable) timetable = xc_timetable_new (input, day ("2024-06-01"));
  static const XcTimetableGroup groups[] = {
    { 1, FALSE, 0, 3 }, { 0, FALSE, 3, 2 }, { 2, FALSE, 5, 0 }, { -1, FALSE, 5, 2 }
  };

  g_assert_cmpuint (timetable->groups->len, ==, G_N_ELEMENTS (groups));
  g_assert_cmpmem (timetable->groups->data, sizeof groups, groups, sizeof groups);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    g_assert_cmpint (get_row (timetable, i)->inspection, ==, order[i]);
}

static void
stages_come_first_in_their_order (void)
{
  XcTimetableInput *input = make_input ();
  XcTimetableStage stages[] = {
    { 1, 0, XC_ROUND_STAGE_FEEDBACK, XC_DAY_NONE, XC_DAY_NONE, XC_DAY_NONE, XC_DAY_NONE },
    { 2, 0, XC_ROUND_STAGE_PREPARATION, day ("2023-12-10"), day ("2023-12-20"), day ("2023-12-12"),
      XC_DAY_NONE },
    { 3, 0, XC_ROUND_STAGE_ON_SITE, day ("2024-01-10"), XC_DAY_NONE, XC_DAY_NONE, day ("2024-01-12") },
  };

  g_array_append_vals (input->stages, stages, G_N_ELEMENTS (stages));
  g_autoptr (XcTimetable) timetable = xc_timetable_new (input, day ("2024-01-31"));

  g_assert_cmpuint (timetable->groups->len, ==, 1);
  g_assert_true (g_array_index (timetable->groups, XcTimetableGroup, 0).is_stages);
  g_assert_cmpint (get_row (timetable, 0)->stage, ==, 1);
  g_assert_cmpint (get_row (timetable, 1)->stage, ==, 2);
  g_assert_cmpint (get_row (timetable, 2)->stage, ==, 0);
  g_assert_true (get_row (timetable, 0)->phases[0].is_open);
  assert_day (get_row (timetable, 0)->phases[0].actual_to, "2024-01-31");
  assert_day (get_row (timetable, 1)->phases[0].planned_to, "2024-01-10");
  assert_day (get_row (timetable, 1)->phases[0].actual_from, "2024-01-12");
  g_assert_false (get_row (timetable, 1)->phases[0].is_open);
  assert_day (timetable->first, "2023-12-01");
  assert_day (timetable->last, "2024-01-31");
}

static void
the_range_is_whole_months (void)
{
  g_autoptr (XcTimetable) nothing = xc_timetable_new (xc_timetable_input_new (), day ("2024-02-10"));
  g_autoptr (XcTimetable) across = make_timetable_of (make_finished (), "2023-06-01");
  XcTimetableInspection row = make_inspection (1);

  assert_day (nothing->first, "2024-02-01");
  assert_day (nothing->last, "2024-02-29");
  g_assert_cmpuint (nothing->groups->len, ==, 0);
  assert_day (across->first, "2022-11-01");
  assert_day (across->last, "2023-04-30");

  /* The ends of what can be written: nothing is due after them, and nothing overflows. */
  row.enters_on = XC_DAY_MIN;
  row.fed_back_on = XC_DAY_MAX;
  g_autoptr (XcTimetable) all = make_timetable_of (row, "2024-06-01");
  g_assert_cmpint (all->first, ==, XC_DAY_MIN);
  g_assert_cmpint (all->last, ==, XC_DAY_MAX);
  assert_day (get_row (all, 0)->milestones[XC_MILESTONE_PLAN].planned, NULL);
}

static void
units_follow_the_calendar (void)
{
  assert_day (xc_timetable_begin_unit (XC_TIMETABLE_WEEKS, day ("2024-01-03")), "2024-01-01");
  assert_day (xc_timetable_begin_unit (XC_TIMETABLE_WEEKS, day ("2023-12-31")), "2023-12-25");
  assert_day (xc_timetable_begin_unit (XC_TIMETABLE_WEEKS, day ("2024-01-01")), "2024-01-01");
  assert_day (xc_timetable_next_unit (XC_TIMETABLE_WEEKS, day ("2023-12-31")), "2024-01-01");
  assert_day (xc_timetable_next_unit (XC_TIMETABLE_WEEKS, day ("2024-01-01")), "2024-01-08");
  assert_day (xc_timetable_next_unit (XC_TIMETABLE_MONTHS, day ("2023-12-31")), "2024-01-01");
  assert_day (xc_timetable_next_unit (XC_TIMETABLE_MONTHS, day ("2024-02-29")), "2024-03-01");
  assert_day (xc_timetable_begin_unit (XC_TIMETABLE_YEARS, day ("2024-12-31")), "2024-01-01");
  assert_day (xc_timetable_next_unit (XC_TIMETABLE_YEARS, day ("2024-01-01")), "2025-01-01");
  g_assert_cmpint (xc_timetable_next_unit (XC_TIMETABLE_YEARS, XC_DAY_MAX), ==, XC_DAY_MAX + 1);
  g_assert_cmpint (xc_timetable_begin_unit (XC_TIMETABLE_WEEKS, XC_DAY_MIN), >=, XC_DAY_MIN);
}

/* Whatever days are missing or muddled: spans run forward and in the range, nothing is late before its day. */
static void
any_days_make_a_timetable (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20240516);
  XcDay as_of = day ("2024-06-15");

  for (guint i = 0; i < 2000; i++)
    {
      XcTimetableInspection row = make_inspection (1);
      XcDay *days[] = { &row.notified_on, &row.planned_enters_on, &row.planned_leaves_on,
                        &row.enters_on,   &row.leaves_on,         &row.reported_on,
                        &row.fed_back_on, &row.plan_received_on,  &row.report_received_on };
      for (guint k = 0; k < G_N_ELEMENTS (days); k++)
        if (g_rand_boolean (rand))
          *days[k] = as_of + g_rand_int_range (rand, -200, 200);
      g_autoptr (XcTimetable) timetable = make_timetable_of (row, "2024-06-15");
      const XcTimetableRow *made = get_row (timetable, 0);

      for (guint k = 0; k < XC_N_PHASES; k++)
        {
          const XcPhaseDays *phase = &made->phases[k];
          g_assert_cmpint (phase->planned_from, <=, phase->planned_to);
          g_assert_cmpint (phase->actual_from, <=, phase->actual_to);
          g_assert_true (xc_day_is_set (phase->actual_from) == xc_day_is_set (phase->actual_to));
          g_assert_true (!xc_day_is_set (phase->actual_from)
                         || (phase->actual_from >= timetable->first && phase->actual_to <= timetable->last));
          g_assert_true (!phase->is_open || phase->actual_to == as_of);
        }
      for (guint k = 0; k < XC_N_MILESTONES; k++)
        {
          const XcMilestoneDays *milestone = &made->milestones[k];
          g_assert_cmpint (milestone->late_days, >=, 0);
          g_assert_true (milestone->late_days == 0 || xc_day_is_set (milestone->planned));
          g_assert_true (milestone->state != XC_MILESTONE_STATE_LATE || milestone->late_days > 0);
          g_assert_true (milestone->state != XC_MILESTONE_STATE_OVERDUE || milestone->late_days > 0);
          g_assert_true (milestone->state != XC_MILESTONE_STATE_DONE || milestone->actual <= as_of);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/timetable/plans-are-counted-by-the-rules", plans_are_counted_by_the_rules);
  g_test_add_func ("/core/timetable/lateness-is-told-by-milestone", lateness_is_told_by_milestone);
  g_test_add_func ("/core/timetable/what-is-past-and-not-done-is-overdue",
                   what_is_past_and_not_done_is_overdue);
  g_test_add_func ("/core/timetable/days-to-come-are-arranged-not-done", days_to_come_are_arranged_not_done);
  g_test_add_func ("/core/timetable/phases-lie-between-their-milestones",
                   phases_lie_between_their_milestones);
  g_test_add_func ("/core/timetable/missing-days-leave-gaps", missing_days_leave_gaps);
  g_test_add_func ("/core/timetable/an-open-phase-lasts-until-today", an_open_phase_lasts_until_today);
  g_test_add_func ("/core/timetable/reversed-days-are-said-to-be", reversed_days_are_said_to_be);
  g_test_add_func ("/core/timetable/stages-plan-what-inspections-leave-open",
                   stages_plan_what_inspections_leave_open);
  g_test_add_func ("/core/timetable/the-rule-of-the-day-counts", the_rule_of_the_day_counts);
  g_test_add_func ("/core/timetable/what-was-given-is-not-moved-by-rules",
                   what_was_given_is_not_moved_by_rules);
  g_test_add_func ("/core/timetable/rows-stand-under-their-teams", rows_stand_under_their_teams);
  g_test_add_func ("/core/timetable/stages-come-first-in-their-order", stages_come_first_in_their_order);
  g_test_add_func ("/core/timetable/the-range-is-whole-months", the_range_is_whole_months);
  g_test_add_func ("/core/timetable/units-follow-the-calendar", units_follow_the_calendar);
  g_test_add_func ("/core/timetable/any-days-make-a-timetable", any_days_make_a_timetable);
  return g_test_run ();
}
