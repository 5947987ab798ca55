/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "timetable-example.h"

const char *const xc_timetable_example_names[] = { "empty", "one", "typical", "big", "muddled", NULL };

/* The kinds of course that an inspection takes, again and again. */
typedef enum
{
  IN_TIME,
  LATE,
  OVERDUE,
  ON_SITE,
  TO_COME,
  N_COURSES,
} Course;

static const char *const bodies[] = { "统计局",     "档案馆",        "水务局",
                                      "农业农村局", "医疗保障局",    "城市运行管理服务中心暨综合行政执法大队",
                                      "市场监管局", "退役军人事务局" };
static const char *const english_bodies[] = {
  "Statistics Bureau",
  "Archives",
  "Water Bureau",
  "Agriculture Bureau",
  "Health Insurance Bureau",
  "Service Centre for the Running of the City and Joint Enforcement",
  "Market Supervision",
  "Veterans Bureau"
};

static XcDay
day (const char *iso)
{
  XcDay read = xc_day_parse_iso (iso);

  g_assert_true (xc_day_is_set (read));
  return read;
}

static void
add_rules (XcTimetableInput *input)
{
  static const XcTimetableRule rules[] = {
    { XC_SUBJECT_NOTICE, XC_START_ENTERS, { 10, XC_DEADLINE_DAYS, XC_DEADLINE_BEFORE, XC_DAY_NONE } },
    { XC_SUBJECT_REPORT, XC_START_LEAVES, { 1, XC_DEADLINE_MONTHS, XC_DEADLINE_AFTER, XC_DAY_NONE } },
    { XC_SUBJECT_FEEDBACK, XC_START_REPORTING, { 20, XC_DEADLINE_DAYS, XC_DEADLINE_AFTER, XC_DAY_NONE } },
    { XC_SUBJECT_PLAN, XC_START_FEEDBACK, { 1, XC_DEADLINE_MONTHS, XC_DEADLINE_AFTER, XC_DAY_NONE } },
    { XC_SUBJECT_RECTIFICATION,
      XC_START_FEEDBACK,
      { 3, XC_DEADLINE_MONTHS, XC_DEADLINE_AFTER, XC_DAY_NONE } },
  };

  g_array_append_vals (input->rules, rules, G_N_ELEMENTS (rules));
}

static void
set_course (XcTimetableInspection *row, Course course, XcDay enters)
{
  row->notified_on = row->planned_enters_on = row->planned_leaves_on = XC_DAY_NONE;
  row->enters_on = row->leaves_on = row->reported_on = row->fed_back_on = XC_DAY_NONE;
  row->plan_received_on = row->report_received_on = XC_DAY_NONE;
  row->planned_enters_on = enters;
  row->planned_leaves_on = enters + 44;
  if (course == TO_COME)
    return;
  row->notified_on = enters - 10;
  row->enters_on = course == LATE ? enters + 3 : enters;
  if (course == ON_SITE)
    return;
  row->leaves_on = course == LATE ? enters + 55 : enters + 44;
  row->reported_on = row->leaves_on + 25;
  if (course == OVERDUE)
    return;
  row->fed_back_on = row->reported_on + (course == LATE ? 30 : 15);
  row->plan_received_on = row->fed_back_on + (course == LATE ? 40 : 24);
  row->report_received_on = row->fed_back_on + 88;
}

static void
add_inspection (XcTimetableInput *input, gboolean chinese, gint64 team_id, Course course, XcDay enters)
{
  guint n = input->inspections->len;
  g_autofree char *name = chinese ? g_strdup_printf ("示范区%s党组", bodies[n % G_N_ELEMENTS (bodies)])
                                  : g_strdup (english_bodies[n % G_N_ELEMENTS (english_bodies)]);
  XcTimetableInspection row = { .id = 100 + n,
                                .team_id = team_id,
                                .serial = (int) n + 1,
                                .organization = xc_timetable_input_text (input, name) };

  set_course (&row, course, enters);
  g_array_append_val (input->inspections, row);
}

static void
add_team (XcTimetableInput *input, gboolean chinese, int ordinal, guint n_inspections, XcDay enters)
{
  static const char *const leaders[] = { "王某某", "李某某", "张某某", "赵某某", NULL };
  XcTimetableTeam team = { .id = ordinal, .ordinal = ordinal };

  team.leader = chinese ? leaders[ordinal % G_N_ELEMENTS (leaders)] : ordinal % 5 == 0 ? NULL : "A. Example";
  g_array_append_val (input->teams, team);
  for (guint i = 0; i < n_inspections; i++)
    add_inspection (input, chinese, ordinal, (Course) ((ordinal + i) % N_COURSES), enters + (XcDay) i * 12);
}

static void
add_stages (XcTimetableInput *input)
{
  const XcTimetableStage stages[] = {
    { 1, 0, XC_ROUND_STAGE_DEPLOYMENT, day ("2023-11-06"), day ("2023-11-10"), day ("2023-11-07"),
      day ("2023-11-09") },
    { 2, 0, XC_ROUND_STAGE_ON_SITE, day ("2023-11-13"), day ("2024-01-26"), day ("2023-11-13"), XC_DAY_NONE },
    { 3, 0, XC_ROUND_STAGE_FEEDBACK, day ("2024-02-19"), day ("2024-03-08"), XC_DAY_NONE, XC_DAY_NONE },
  };

  g_array_append_vals (input->stages, stages, G_N_ELEMENTS (stages));
}

/* Days that are missing, the wrong way round, or by far too late. */
static void
add_muddle (XcTimetableInput *input, gboolean chinese)
{
  XcTimetableInspection *rows;

  add_team (input, chinese, 1, 4, day ("2023-11-13"));
  rows = (XcTimetableInspection *) (void *) input->inspections->data;
  rows[0].leaves_on = rows[0].enters_on - 20;
  rows[1].reported_on = rows[1].enters_on = XC_DAY_NONE;
  rows[1].fed_back_on = day ("2024-02-01");
  rows[2].team_id = 0;
  rows[3].team_id = 0;
  rows[3].planned_leaves_on = XC_DAY_NONE;
  rows[3].planned_enters_on = day ("2027-12-01");
}

XcTimetable *
xc_timetable_example_new (const char *name, gboolean chinese)
{
  XcTimetableInput *input = xc_timetable_input_new ();

  input->round_id = 6;
  input->ordinal = 6;
  input->term_ordinal = 2;
  input->committee = chinese ? "示范区委" : "Example District Committee";
  input->starts = day ("2023-11-01");
  input->ends = day ("2024-04-30");
  add_rules (input);
  if (g_str_equal (name, "one"))
    add_team (input, chinese, 1, 1, day ("2023-11-13"));
  else if (g_str_equal (name, "typical"))
    {
      add_stages (input);
      for (int i = 1; i <= 5; i++)
        add_team (input, chinese, i, 3, day ("2023-11-13"));
    }
  else if (g_str_equal (name, "big"))
    for (int i = 1; i <= 20; i++)
      add_team (input, chinese, i, 6, day ("2023-11-13"));
  else if (g_str_equal (name, "muddled"))
    add_muddle (input, chinese);
  else
    g_assert_cmpstr (name, ==, "empty");
  return xc_timetable_new (input, day ("2024-03-05"));
}
