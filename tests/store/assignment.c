/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/assignment.h"

#include "ledger.h"
#include "store/history.h"

/* The sixth round with three teams, two batches, a street with two communities and four more. */
typedef struct
{
  XcTestFolder *folder;
  XcStore *store;
  gint64 organizations[4];
  gint64 street, communities[2];
  char *before;
} Ledger;

static void
execute (Ledger *ledger, const char *sql)
{
  g_autoptr (GError) error = NULL;

  xc_database_execute (xc_store_get_database (ledger->store), sql, &error);
  g_assert_no_error (error);
}

static void
keep (Ledger *ledger)
{
  g_free (ledger->before);
  ledger->before = xc_test_ledger_dump (ledger->store);
}

static void
set_up (Ledger *ledger, gconstpointer data)
{
  static const char *const names[] = { "甲局党组", "乙局党组", "丙局党组", "丁局党组" };
  gint64 place;

  ledger->folder = xc_test_folder_new ();
  ledger->store = xc_test_ledger_new (ledger->folder);
  place = xc_test_ledger_add_register (ledger->store, "区直单位");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    ledger->organizations[i] = xc_test_ledger_add_organization (ledger->store, place, names[i]);
  ledger->street = xc_test_ledger_add_organization (ledger->store, place, "城东街道党工委");
  ledger->communities[0] = xc_test_ledger_add_organization (ledger->store, place, "桥头社区党委");
  ledger->communities[1] = xc_test_ledger_add_organization (ledger->store, place, "河西社区党委");
  execute (
      ledger,
      "INSERT INTO term (id, ordinal, committee, level, starts_on, ends_on, covered_when, decimals)"
      " VALUES (1, 2, '示范区委', 'district', '2021-07-01', '2026-06-30', 'left', 2);"
      "INSERT INTO round (id, term_id, ordinal, starts_on, ends_on) VALUES (6, 1, 6, '2021-09-01', "
      "'2021-11-30'),"
      " (7, 1, 7, NULL, NULL);"
      "INSERT INTO batch (id, round_id, ordinal, starts_on, ends_on) VALUES (61, 6, 1, '2021-09-01', "
      "'2021-10-10'),"
      " (62, 6, 2, '2021-10-11', '2021-11-30'), (71, 7, 1, NULL, NULL);"
      "INSERT INTO team (id, round_id, ordinal) VALUES (601, 6, 1), (602, 6, 2), (603, 6, 3), (701, 7, 1);"
      "INSERT INTO inspection (id, round_id, organization_id, kind, level, counts, serial)"
      " SELECT 9, 6, id, 'regular', 'own', 'by_kind', 4 FROM organization WHERE name = '丁局党组'");
  keep (ledger);
}

static void
tear_down (Ledger *ledger, gconstpointer data)
{
  g_object_unref (ledger->store);
  xc_test_folder_remove (ledger->folder);
  g_free (ledger->before);
}

/* Takes the last action back, and does it again. */
static void
assert_undone (Ledger *ledger)
{
  g_autofree char *done = xc_test_ledger_dump (ledger->store);
  g_autofree char *undone = NULL;
  g_autofree char *again = NULL;

  g_assert_cmpstr (done, !=, ledger->before);
  g_assert_true (xc_store_undo (ledger->store, NULL, NULL));
  undone = xc_test_ledger_dump (ledger->store);
  g_assert_cmpstr (undone, ==, ledger->before);
  g_assert_true (xc_store_redo (ledger->store, NULL, NULL));
  again = xc_test_ledger_dump (ledger->store);
  g_assert_cmpstr (again, ==, done);
}

static void
give (Ledger *ledger, XcAssignment *assignment)
{
  g_autofree char *title = xc_assignment_dup_title (assignment, ledger->store);
  g_autoptr (GError) error = NULL;

  xc_store_run (ledger->store, title, xc_assignment_give, assignment, &error);
  g_assert_no_error (error);
}

static void
refuse (Ledger *ledger, XcStoreAction action, gpointer data, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *after = NULL;

  g_assert_false (xc_store_run (ledger->store, "refused", action, data, &error));
  g_assert_error (error, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED);
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” does not say “%s”", error->message, words);
  after = xc_test_ledger_dump (ledger->store);
  g_assert_cmpstr (after, ==, ledger->before);
}

/* The one inspection of an organization. */
static XcRecord *
load (Ledger *ledger, gint64 organization)
{
  g_autoptr (GPtrArray) rows =
      xc_store_load_where (ledger->store, XC_TABLE_INSPECTION, "organization_id", organization, NULL);

  g_assert_cmpuint (rows->len, ==, 1);
  return xc_record_ref (rows->pdata[0]);
}

static GArray *
list_ids (Ledger *ledger, const gint64 *organizations, guint n)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (XcRecord) inspection = load (ledger, organizations[i]);
      gint64 id = xc_record_get_id (inspection);

      g_array_append_val (ids, id);
    }
  return ids;
}

static void
assert_days (const XcRecord *inspection, const char *enters, const char *leaves)
{
  g_assert_cmpint (xc_record_get_day (inspection, "planned_enters_on"), ==, xc_day_parse_iso (enters));
  g_assert_cmpint (xc_record_get_day (inspection, "planned_leaves_on"), ==, xc_day_parse_iso (leaves));
}

static void
give_three (Ledger *ledger)
{
  g_autoptr (XcAssignment) assignment = xc_assignment_new (6, 603, 0);

  for (guint i = 0; i < 3; i++)
    xc_assignment_add (assignment, ledger->organizations[i], 0, XC_INSPECTION_SPECIAL);
  give (ledger, assignment);
}

static void
gives_organizations_to_a_team (Ledger *ledger, gconstpointer data)
{
  g_autoptr (GPtrArray) history = NULL;

  give_three (ledger);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (XcRecord) inspection = load (ledger, ledger->organizations[i]);

      g_assert_cmpint (xc_record_get_number (inspection, "round_id"), ==, 6);
      g_assert_cmpint (xc_record_get_number (inspection, "team_id"), ==, 603);
      g_assert_cmpint (xc_record_get_number (inspection, "serial"), ==, 5 + i);
      g_assert_cmpstr (xc_record_get_text (inspection, "kind"), ==, "special");
      g_assert_cmpstr (xc_record_get_text (inspection, "counts"), ==, "by_kind");
      assert_days (inspection, "2021-09-01", "2021-11-30");
    }
  history = xc_history_list (xc_store_get_database (ledger->store), NULL);
  g_assert_cmpstr (((XcHistoryEntry *) history->pdata[history->len - 1])->title, ==,
                   "第三巡察组: given 3 organizations");
  assert_undone (ledger);
}

static void
names_the_one_that_is_given (Ledger *ledger, gconstpointer data)
{
  g_autoptr (XcAssignment) assignment = xc_assignment_new (6, 601, 0);
  g_autofree char *title = NULL;

  xc_assignment_add (assignment, ledger->organizations[0], 0, XC_INSPECTION_REGULAR);
  xc_assignment_add (assignment, ledger->organizations[0], 0, XC_INSPECTION_REGULAR);
  title = xc_assignment_dup_title (assignment, ledger->store);
  g_assert_cmpstr (title, ==, "第一巡察组: given 甲局党组");
}

static void
brings_communities_along (Ledger *ledger, gconstpointer data)
{
  g_autoptr (XcAssignment) assignment = xc_assignment_new (6, 602, 0);
  g_autoptr (XcRecord) street = NULL;
  g_autoptr (XcRecord) extended = NULL;
  g_autoptr (XcRecord) own = NULL;

  xc_assignment_add (assignment, ledger->street, 0, XC_INSPECTION_REGULAR);
  xc_assignment_add (assignment, ledger->communities[0], ledger->street, XC_INSPECTION_EXTENDED);
  xc_assignment_add (assignment, ledger->communities[1], ledger->street, XC_INSPECTION_REGULAR);
  give (ledger, assignment);
  street = load (ledger, ledger->street);
  extended = load (ledger, ledger->communities[0]);
  own = load (ledger, ledger->communities[1]);
  g_assert_cmpint (xc_record_get_number (extended, "extends_id"), ==, xc_record_get_id (street));
  g_assert_cmpint (xc_record_get_number (extended, "team_id"), ==, 602);
  g_assert_cmpint (xc_record_get_number (own, "extends_id"), ==, 0);
  g_assert_cmpint (xc_record_get_number (own, "serial"), ==, 7);
  assert_undone (ledger);
}

/* Batch and stages say more exactly than the round when teams are on site. */
static void
plans_for_the_days_on_site (Ledger *ledger, gconstpointer data)
{
  static const struct
  {
    const char *stage; /* to add, before it is asked */
    gint64 round, batch;
    const char *from, *to; /* NULL: none */
  } steps[] = {
    { NULL, 6, 0, "2021-09-01", "2021-11-30" },
    { NULL, 6, 62, "2021-10-11", "2021-11-30" },
    { NULL, 7, 71, NULL, NULL },
    { "(1, 6, NULL, 'preparation', '2021-08-01', '2021-08-20')", 6, 0, "2021-09-01", "2021-11-30" },
    { "(2, 6, NULL, 'on_site', '2021-09-06', '2021-11-05')", 6, 0, "2021-09-06", "2021-11-05" },
    { NULL, 6, 62, "2021-10-11", "2021-11-30" },
    { "(3, 6, 62, 'on_site', '2021-10-18', '2021-11-19')", 6, 62, "2021-10-18", "2021-11-19" },
    { NULL, 6, 61, "2021-09-01", "2021-10-10" },
    { "(4, 7, NULL, 'on_site', '2022-03-01', NULL)", 7, 71, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (GError) error = NULL;
      XcDaySpan window = { 1, 2 };

      if (steps[i].stage != NULL)
        {
          g_autofree char *sql = g_strconcat (
              "INSERT INTO round_stage (id, round_id, batch_id, stage, planned_from, planned_to) VALUES ",
              steps[i].stage, NULL);

          execute (ledger, sql);
        }
      g_assert_true (
          xc_assignment_get_window (ledger->store, steps[i].round, steps[i].batch, &window, &error));
      g_assert_cmpint (window.from, ==,
                       steps[i].from != NULL ? xc_day_parse_iso (steps[i].from) : XC_DAY_NONE);
      g_assert_cmpint (window.to, ==, steps[i].to != NULL ? xc_day_parse_iso (steps[i].to) : XC_DAY_NONE);
    }
}

static void
gives_nothing_twice (Ledger *ledger, gconstpointer data)
{
  g_autoptr (XcAssignment) again = xc_assignment_new (6, 601, 0);
  g_autoptr (XcAssignment) other_kind = xc_assignment_new (6, 601, 0);
  g_autoptr (XcAssignment) teamless = xc_assignment_new (6, 601, 0);

  give_three (ledger);
  keep (ledger);
  xc_assignment_add (again, ledger->street, 0, XC_INSPECTION_SPECIAL);
  xc_assignment_add (again, ledger->organizations[1], 0, XC_INSPECTION_SPECIAL);
  refuse (ledger, xc_assignment_give, again, "“乙局党组” was given to 第三巡察组");
  xc_assignment_add (teamless, ledger->organizations[3], 0, XC_INSPECTION_REGULAR);
  refuse (ledger, xc_assignment_give, teamless, "“丁局党组” has an inspection of this kind");
  xc_assignment_add (other_kind, ledger->organizations[3], 0, XC_INSPECTION_LOOK_BACK);
  give (ledger, other_kind);
  g_assert_true (xc_store_undo (ledger->store, NULL, NULL));
}

/* An organization that had an inspection in the round keeps its number there. */
static void
keeps_the_number_in_the_round (Ledger *ledger, gconstpointer data)
{
  g_autoptr (XcAssignment) assignment = xc_assignment_new (6, 601, 0);
  g_autoptr (GPtrArray) rows = NULL;

  xc_assignment_add (assignment, ledger->organizations[3], 0, XC_INSPECTION_SPECIAL);
  give (ledger, assignment);
  rows = xc_store_load_where (ledger->store, XC_TABLE_INSPECTION, "organization_id", ledger->organizations[3],
                              NULL);
  g_assert_cmpuint (rows->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    g_assert_cmpint (xc_record_get_number (rows->pdata[i], "serial"), ==, 4);
}

static void
gives_within_one_round_only (Ledger *ledger, gconstpointer data)
{
  g_autoptr (XcAssignment) team = xc_assignment_new (6, 701, 0);
  g_autoptr (XcAssignment) batch = xc_assignment_new (6, 601, 71);

  xc_assignment_add (team, ledger->organizations[0], 0, XC_INSPECTION_REGULAR);
  xc_assignment_add (batch, ledger->organizations[0], 0, XC_INSPECTION_REGULAR);
  refuse (ledger, xc_assignment_give, team, "another round");
  refuse (ledger, xc_assignment_give, batch, "another round");
}

static void
moves_to_another_team_with_the_extensions (Ledger *ledger, gconstpointer data)
{
  g_autoptr (XcAssignment) assignment = xc_assignment_new (6, 602, 0);
  const gint64 all[] = { ledger->street, ledger->communities[0], ledger->communities[1] };
  const gint64 teams[] = { 601, 601, 602 };
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GError) error = NULL;

  xc_assignment_add (assignment, all[0], 0, XC_INSPECTION_REGULAR);
  xc_assignment_add (assignment, all[1], all[0], XC_INSPECTION_EXTENDED);
  xc_assignment_add (assignment, all[2], all[0], XC_INSPECTION_REGULAR);
  give (ledger, assignment);
  keep (ledger);
  ids = list_ids (ledger, all, 1);
  xc_assignment_move (ledger->store, ids, 601, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autoptr (XcRecord) inspection = load (ledger, all[i]);

      g_assert_cmpint (xc_record_get_number (inspection, "team_id"), ==, teams[i]);
    }
  history = xc_history_list (xc_store_get_database (ledger->store), NULL);
  g_assert_cmpstr (((XcHistoryEntry *) history->pdata[history->len - 1])->title, ==,
                   "第一巡察组: took over 城东街道党工委");
  assert_undone (ledger);
  keep (ledger);
  g_assert_false (xc_assignment_move (ledger->store, ids, 701, &error));
  g_assert_error (error, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED);
}

static void
set (Ledger *ledger, XcAssignmentChange *change)
{
  g_autofree char *title = xc_assignment_change_dup_title (change, ledger->store);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (strlen (title), >, 10);
  xc_store_run (ledger->store, title, xc_assignment_change, change, &error);
  g_assert_no_error (error);
}

static void
changes_several_at_once (Ledger *ledger, gconstpointer data)
{
  static const char *const counts[] = { "kind", "counts", "counts_reason", NULL };
  static const char *const batch[] = { "batch_id", NULL };
  static const char *const by_kind[] = { "counts", NULL };
  g_autoptr (GArray) ids = NULL;
  g_autoptr (XcRecord) values = xc_record_new (XC_TABLE_INSPECTION);
  XcAssignmentChange change = { .values = values, .fields = counts };

  give_three (ledger);
  keep (ledger);
  ids = list_ids (ledger, ledger->organizations, 3);
  change.inspections = ids;
  xc_record_set_text (values, "kind", "look_back");
  xc_record_set_text (values, "counts", "yes");
  refuse (ledger, xc_assignment_change, &change, "“甲局党组” cannot be like that");
  xc_record_set_text (values, "counts_reason", "上届未巡察");
  set (ledger, &change);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (XcRecord) inspection = load (ledger, ledger->organizations[i]);

      g_assert_cmpstr (xc_record_get_text (inspection, "counts_reason"), ==, "上届未巡察");
      g_assert_cmpstr (xc_record_get_text (inspection, "kind"), ==, "look_back");
    }
  assert_undone (ledger);
  change.fields = by_kind;
  xc_record_set_text (values, "counts", "by_kind");
  set (ledger, &change);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (XcRecord) inspection = load (ledger, ledger->organizations[i]);

      g_assert_false (xc_record_is_set (inspection, "counts_reason"));
    }
  change.fields = batch;
  xc_record_set_number (values, "batch_id", 71);
  keep (ledger);
  refuse (ledger, xc_assignment_change, &change, "another round");
}

/* Planned days that nobody typed go with the batch; typed ones stay. */
static void
lets_days_follow_the_batch (Ledger *ledger, gconstpointer data)
{
  static const char *const batch[] = { "batch_id", NULL };
  static const char *const leaves[] = { "planned_leaves_on", NULL };
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GArray) one = NULL;
  g_autoptr (XcRecord) values = xc_record_new (XC_TABLE_INSPECTION);
  g_autoptr (XcRecord) typed = NULL;
  g_autoptr (XcRecord) followed = NULL;
  XcAssignmentChange change = { .values = values, .fields = leaves };

  give_three (ledger);
  ids = list_ids (ledger, ledger->organizations, 3);
  one = list_ids (ledger, ledger->organizations, 1);
  xc_record_set_day (values, "planned_leaves_on", xc_day_new (2021, 10, 1));
  xc_record_set_number (values, "batch_id", 62);
  change.inspections = one;
  set (ledger, &change);
  change.inspections = ids;
  change.fields = batch;
  set (ledger, &change);
  typed = load (ledger, ledger->organizations[0]);
  followed = load (ledger, ledger->organizations[1]);
  assert_days (typed, "2021-09-01", "2021-10-01");
  assert_days (followed, "2021-10-11", "2021-11-30");
  g_assert_cmpint (xc_record_get_number (typed, "batch_id"), ==, 62);
}

static void
takes_back_with_extensions_and_rulings (Ledger *ledger, gconstpointer data)
{
  g_autoptr (XcAssignment) assignment = xc_assignment_new (6, 602, 0);
  const gint64 all[] = { ledger->street, ledger->communities[0], ledger->communities[1] };
  g_autofree char *empty = g_strdup (ledger->before);
  g_autoptr (GArray) ids = NULL;
  g_autofree char *title = NULL;
  g_autofree char *sql = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  xc_assignment_add (assignment, all[0], 0, XC_INSPECTION_REGULAR);
  xc_assignment_add (assignment, all[1], all[0], XC_INSPECTION_EXTENDED);
  xc_assignment_add (assignment, all[2], all[0], XC_INSPECTION_EXTENDED);
  give (ledger, assignment);
  /* The extension that is named comes first, so its town must wait for it. */
  ids = list_ids (ledger, all, 2);
  title = xc_assignment_take_back_dup_title (ids, ledger->store);
  g_assert_cmpstr (title, ==, "2 organizations taken back");
  sql = g_strdup_printf (
      "INSERT INTO person (id, name, in_talent_pool, in_leader_pool) VALUES (1, '张某某', 1, 0);"
      "INSERT INTO avoidance (id, person_id, organization_id, inspection_id, ruling, reason)"
      " VALUES (1, 1, %" G_GINT64_FORMAT ", %" G_GINT64_FORMAT ", 'waived', '已请示')",
      all[0], g_array_index (ids, gint64, 0));
  execute (ledger, sql);
  keep (ledger);
  xc_store_run (ledger->store, title, xc_assignment_take_back, ids, &error);
  g_assert_no_error (error);
  assert_undone (ledger);
  execute (ledger, "DELETE FROM person");
  after = xc_test_ledger_dump (ledger->store);
  g_assert_cmpstr (after, ==, empty);
}

static void
does_not_take_back_what_has_begun (Ledger *ledger, gconstpointer data)
{
  static const struct
  {
    const char *sql; /* of the inspection’s id */
    const char *words;
  } cases[] = {
    { "UPDATE inspection SET enters_on = '2021-09-02' WHERE id = %" G_GINT64_FORMAT, "Enters: 2021-09-02" },
    { "UPDATE inspection SET notified_on = '2021-08-20' WHERE id = %" G_GINT64_FORMAT,
      "Notified on: 2021-08-20" },
    { "INSERT INTO problem (id, inspection_id, number, wording, is_key, fed_back, state) SELECT 1, id, "
      "'06-01-001',"
      " '问题', 0, 1, 'not_started' FROM inspection WHERE id = %" G_GINT64_FORMAT,
      "Problems: 1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) ids = NULL;
      g_auto (GStrv) parts = g_strsplit (cases[i].sql, "%" G_GINT64_FORMAT, 2);
      g_autofree char *id = NULL;
      g_autofree char *sql = NULL;

      give_three (ledger);
      ids = list_ids (ledger, ledger->organizations, 3);
      id = g_strdup_printf ("%" G_GINT64_FORMAT, g_array_index (ids, gint64, 1));
      sql = g_strconcat (parts[0], id, parts[1], NULL);
      execute (ledger, sql);
      keep (ledger);
      refuse (ledger, xc_assignment_take_back, ids, cases[i].words);
      refuse (ledger, xc_assignment_take_back, ids, "“乙局党组”");
      execute (ledger, "DELETE FROM problem; DELETE FROM inspection WHERE team_id IS NOT NULL");
    }
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*function) (Ledger *ledger, gconstpointer data);
  } tests[] = {
    { "gives-organizations-to-a-team", gives_organizations_to_a_team },
    { "names-the-one-that-is-given", names_the_one_that_is_given },
    { "brings-communities-along", brings_communities_along },
    { "plans-for-the-days-on-site", plans_for_the_days_on_site },
    { "gives-nothing-twice", gives_nothing_twice },
    { "keeps-the-number-in-the-round", keeps_the_number_in_the_round },
    { "gives-within-one-round-only", gives_within_one_round_only },
    { "moves-to-another-team-with-the-extensions", moves_to_another_team_with_the_extensions },
    { "changes-several-at-once", changes_several_at_once },
    { "lets-days-follow-the-batch", lets_days_follow_the_batch },
    { "takes-back-with-extensions-and-rulings", takes_back_with_extensions_and_rulings },
    { "does-not-take-back-what-has-begun", does_not_take_back_what_has_begun },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/store/assignment/", tests[i].path, NULL);

      g_test_add (path, Ledger, NULL, set_up, tests[i].function, tear_down);
    }
  return g_test_run ();
}
