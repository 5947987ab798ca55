/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/timetable-source.h"

#include "ledger.h"

static XcDay
day (const char *iso)
{
  return iso != NULL ? xc_day_parse_iso (iso) : XC_DAY_NONE;
}

/* A term with two rounds; what is of the second one must not come in. */
static void
fill (XcStore *store)
{
  g_autoptr (GError) error = NULL;

  xc_database_execute (
      xc_store_get_database (store),
      "INSERT INTO term (id, ordinal, committee, level, starts_on, ends_on, covered_when, decimals) VALUES"
      " (1, 2, '示范区委', 'district', '2021-09-01', '2026-08-31', 'left', 2);"
      "INSERT INTO register (id, title, position, in_total) VALUES (1, '区直单位', 1, 1);"
      "INSERT INTO organization (id, name, register_id, listed) VALUES (51, '示范区统计局党组', 1, 1),"
      " (52, '示范区档案馆党支部', 1, 1), (53, '示范区水务局党组', 1, 1);"
      "INSERT INTO round (id, term_id, ordinal, title, starts_on, ends_on) VALUES"
      " (6, 1, 6, '常规巡察', '2024-03-01', '2024-06-30'), (7, 1, 7, NULL, NULL, NULL);"
      "INSERT INTO batch (id, round_id, ordinal, starts_on, ends_on) VALUES (61, 6, 1, '2024-02-20', NULL),"
      " (71, 7, 1, NULL, NULL);"
      "INSERT INTO round_stage (id, round_id, batch_id, stage, planned_from, planned_to, actual_from, "
      "actual_to)"
      " VALUES (62, 6, 61, 'feedback', '2024-05-20', '2024-05-31', '2024-05-21', NULL),"
      " (72, 7, NULL, 'on_site', '2024-09-01', '2024-09-30', NULL, NULL);"
      "INSERT INTO team (id, round_id, ordinal, title) VALUES (63, 6, 2, '第二巡察组'), (64, 6, 1, NULL),"
      " (73, 7, 1, NULL);"
      "INSERT INTO person (id, name, in_talent_pool, in_leader_pool) VALUES (81, '王某某', 1, 1),"
      " (82, '李某某', 1, 0);"
      "INSERT INTO team_member (id, team_id, person_id, role) VALUES (83, 63, 82, 'member'),"
      " (84, 63, 81, 'leader'), (85, 64, 82, 'liaison');"
      "INSERT INTO inspection (id, round_id, batch_id, team_id, organization_id, serial, kind, level, counts,"
      " notified_on, planned_enters_on, planned_leaves_on, enters_on, leaves_on, reported_on, fed_back_on,"
      " plan_received_on, report_received_on) VALUES"
      " (91, 6, 61, 63, 52, 3, 'special', 'own', 'by_kind', '2024-02-24', '2024-03-05', '2024-04-18',"
      " '2024-03-06', '2024-04-19', '2024-05-10', '2024-05-22', '2024-06-20', '2024-08-21'),"
      " (92, 6, NULL, NULL, 51, NULL, 'regular', 'own', 'by_kind', NULL, NULL, NULL, NULL, NULL, NULL, NULL,"
      " NULL, NULL),"
      " (93, 7, NULL, 73, 53, 1, 'regular', 'own', 'by_kind', NULL, NULL, NULL, '2030-01-01', NULL, NULL, "
      "NULL,"
      " NULL, NULL);"
      "INSERT INTO holiday (id, day, is_off) VALUES (1, '2024-04-22', 1), (2, '2024-04-27', 0);"
      "INSERT INTO deadline_rule (id, subject, amount, unit, direction, start, valid_from) VALUES"
      " (11, 'report', 5, 'working_days', 'after', 'leaves', '2024-04-01');"
      "INSERT INTO deadline (id, inspection_id, subject, due_on) VALUES (12, 91, 'plan', '2024-06-30'),"
      " (13, 91, 'rectification', '2024-08-20'), (14, 93, 'plan', '2030-01-01');"
      "INSERT INTO deadline_extension (id, deadline_id, old_on, new_on, reason, approver, approved_on) VALUES"
      " (15, 13, '2024-08-25', '2024-09-10', '防汛', '张某某', '2024-08-25'),"
      " (16, 13, '2024-08-20', '2024-08-25', '防汛', '张某某', '2024-08-01')",
      &error);
  g_assert_no_error (error);
}

static void
reads_every_column_that_matters (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  g_autoptr (GError) error = NULL;

  fill (store);
  g_autoptr (XcTimetable) timetable = xc_timetable_source_load (store, 6, day ("2024-06-01"), &error);
  g_assert_no_error (error);
  const XcTimetableInput *input = timetable->input;
  g_assert_cmpint (input->round_id, ==, 6);
  g_assert_cmpint (input->ordinal, ==, 6);
  g_assert_cmpstr (input->title, ==, "常规巡察");
  g_assert_cmpstr (input->committee, ==, "示范区委");
  g_assert_cmpint (input->term_ordinal, ==, 2);
  g_assert_cmpint (input->starts, ==, day ("2024-03-01"));
  g_assert_cmpint (input->ends, ==, day ("2024-06-30"));
  g_assert_cmpuint (input->batches->len, ==, 1);
  g_assert_cmpint (g_array_index (input->batches, XcTimetableBatch, 0).starts, ==, day ("2024-02-20"));
  g_assert_cmpuint (input->stages->len, ==, 1);
  const XcTimetableStage *stage = &g_array_index (input->stages, XcTimetableStage, 0);
  g_assert_cmpint (stage->batch_id, ==, 61);
  g_assert_cmpint (stage->stage, ==, XC_ROUND_STAGE_FEEDBACK);
  g_assert_cmpint (stage->planned_from, ==, day ("2024-05-20"));
  g_assert_cmpint (stage->planned_to, ==, day ("2024-05-31"));
  g_assert_cmpint (stage->actual_from, ==, day ("2024-05-21"));
  g_assert_false (xc_day_is_set (stage->actual_to));
  g_assert_cmpuint (input->teams->len, ==, 2);
  const XcTimetableTeam *team = &g_array_index (input->teams, XcTimetableTeam, 0);
  g_assert_cmpstr (team->title, ==, "第二巡察组");
  g_assert_cmpstr (team->leader, ==, "王某某");
  g_assert_cmpint (team->ordinal, ==, 2);
  g_assert_null (g_array_index (input->teams, XcTimetableTeam, 1).leader);
  g_assert_cmpuint (input->inspections->len, ==, 2);
  g_assert_cmpuint (input->rules->len, ==, 6);
  g_assert_cmpuint (input->deadlines->len, ==, 2);
}

static void
reads_the_days_of_inspections (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  static const char *const days[][2] = {
    [XC_MILESTONE_NOTICE] = { "2024-02-25", "2024-02-24" },
    [XC_MILESTONE_ENTERS] = { "2024-03-05", "2024-03-06" },
    [XC_MILESTONE_LEAVES] = { "2024-04-18", "2024-04-19" },
    /* Five working days: the 22nd is off, the 27th, a Saturday, is worked. */
    [XC_MILESTONE_REPORT] = { "2024-04-27", "2024-05-10" },
    [XC_MILESTONE_FEEDBACK] = { "2024-05-31", "2024-05-22" },
    [XC_MILESTONE_PLAN] = { "2024-06-30", "2024-06-20" },
    [XC_MILESTONE_RECTIFICATION] = { "2024-09-10", "2024-08-21" },
  };

  fill (store);
  g_autoptr (XcTimetable) timetable = xc_timetable_source_load (store, 6, day ("2024-09-01"), NULL);
  /* The stage comes first, then team 1, which has nothing, team 2, and what has no team. */
  g_assert_cmpuint (timetable->groups->len, ==, 4);
  const XcTimetableRow *row = &g_array_index (timetable->rows, XcTimetableRow, 1);
  const XcTimetableInspection *inspection =
      &g_array_index (timetable->input->inspections, XcTimetableInspection, row->inspection);
  g_assert_cmpint (inspection->id, ==, 91);
  g_assert_cmpint (inspection->organization_id, ==, 52);
  g_assert_cmpstr (inspection->organization, ==, "示范区档案馆党支部");
  g_assert_cmpint (inspection->kind, ==, XC_INSPECTION_SPECIAL);
  g_assert_cmpint (inspection->serial, ==, 3);
  for (guint i = 0; i < XC_N_MILESTONES; i++)
    {
      g_assert_cmpint (row->milestones[i].planned, ==, day (days[i][0]));
      g_assert_cmpint (row->milestones[i].actual, ==, day (days[i][1]));
    }
  row = &g_array_index (timetable->rows, XcTimetableRow, 2);
  g_assert_cmpstr (
      g_array_index (timetable->input->inspections, XcTimetableInspection, row->inspection).organization, ==,
      "示范区统计局党组");
}

static void
a_term_that_is_over_is_shown_as_it_ended (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);

  fill (store);
  g_autoptr (XcTimetable) last_day = xc_timetable_source_load (store, 6, day ("2026-08-31"), NULL);
  g_autoptr (XcTimetable) later = xc_timetable_source_load (store, 6, day ("2030-01-01"), NULL);
  g_assert_false (last_day->input->is_over);
  g_assert_true (later->input->is_over);
  g_assert_cmpint (later->as_of, ==, day ("2026-08-31"));
}

static void
says_that_there_is_no_such_round (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  g_autoptr (GError) error = NULL;

  g_assert_null (xc_timetable_source_load (store, 6, day ("2024-06-01"), &error));
  g_assert_error (error, XC_STORE_ERROR, XC_STORE_ERROR_NOT_FOUND);
}

static void
note_touch (XcStore *store, XcChange *change, gboolean *is_touched)
{
  *is_touched = xc_timetable_source_is_touched (change);
}

static void
follows_what_it_is_made_from (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  g_autoptr (XcRecord) setting = xc_record_new (XC_TABLE_SETTING), holiday = xc_record_new (XC_TABLE_HOLIDAY);
  gboolean is_touched = FALSE;

  g_signal_connect (store, "changed", G_CALLBACK (note_touch), &is_touched);
  xc_record_set_day (holiday, "day", day ("2024-05-01"));
  xc_record_set_yes (holiday, "is_off", TRUE);
  xc_test_ledger_add (store, holiday);
  g_assert_true (is_touched);
  xc_record_set_text (setting, "name", "something");
  xc_test_ledger_add (store, setting);
  g_assert_false (is_touched);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/timetable-source/reads-every-column-that-matters",
                   reads_every_column_that_matters);
  g_test_add_func ("/store/timetable-source/reads-the-days-of-inspections", reads_the_days_of_inspections);
  g_test_add_func ("/store/timetable-source/a-term-that-is-over-is-shown-as-it-ended",
                   a_term_that_is_over_is_shown_as_it_ended);
  g_test_add_func ("/store/timetable-source/says-that-there-is-no-such-round",
                   says_that_there_is_no_such_round);
  g_test_add_func ("/store/timetable-source/follows-what-it-is-made-from", follows_what_it_is_made_from);
  return g_test_run ();
}
