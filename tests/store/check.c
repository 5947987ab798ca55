/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/check.h"

#include <string.h>

#include "ledger.h"

/* A small ledger in which everything is right. The file attached is "abc". */
static const char right[] =
    "INSERT INTO term (id, ordinal, committee, level, starts_on, ends_on, covered_when, decimals)"
    " VALUES (1, 2, '示范区委', 'district', '2021-07-01', '2026-06-30', 'left', 2);"
    "INSERT INTO register (id, title, position, in_total) VALUES (1, '区直单位', 1, 1);"
    "INSERT INTO organization (id, name, register_id, listed, valid_from, valid_to) VALUES"
    " (1, '甲局', 1, 1, NULL, NULL), (2, '乙局', 1, 1, NULL, '2023-03-01'), (3, '丙局', 1, 1, '2023-03-01', "
    "NULL);"
    "INSERT INTO organization (id, name, register_id, listed, parent_id) VALUES (4, '丙局下属', 1, 1, 3);"
    "INSERT INTO organization_event (id, kind, happened_on) VALUES (1, 'merged', '2023-03-01'),"
    " (2, 'founded', '2023-03-01'), (3, 'renamed', '2022-05-01');"
    "INSERT INTO event_member (id, event_id, organization_id, side, passes, former_name) VALUES"
    " (1, 1, 2, 'before', 'to_confirm', NULL), (2, 1, 1, 'before', 'to_confirm', NULL),"
    " (3, 1, 1, 'after', 'yes', NULL), (4, 2, 3, 'after', 'no', NULL), (5, 3, 1, 'before', 'yes', '旧甲局');"
    "INSERT INTO scheme (id, title, version) VALUES (1, '三个聚焦', 1), (2, '四个落实', 1);"
    "INSERT INTO point (id, scheme_id, parent_id, position, title) VALUES (1, 1, NULL, 1, '聚焦一'),"
    " (2, 1, 1, 1, '要点一'), (3, 2, NULL, 1, '落实一');"
    "INSERT INTO round (id, term_id, ordinal, scheme_id, starts_on, ends_on) VALUES"
    " (1, 1, 1, 1, '2021-09-01', '2021-12-01'), (2, 1, 2, 1, '2022-03-01', '2022-06-01');"
    "INSERT INTO batch (id, round_id, ordinal) VALUES (1, 1, 1), (2, 2, 1);"
    "INSERT INTO team (id, round_id, ordinal) VALUES (1, 1, 1), (2, 2, 1);"
    "INSERT INTO round_stage (id, round_id, batch_id, stage) VALUES (1, 1, 1, 'on_site');"
    "INSERT INTO inspection (id, round_id, batch_id, team_id, organization_id, serial, kind, level, counts,"
    " enters_on, leaves_on, fed_back_on) VALUES"
    " (1, 1, 1, 1, 1, 1, 'regular', 'own', 'by_kind', '2021-09-05', '2021-11-05', '2021-12-20'),"
    " (2, 1, 1, 1, 2, 2, 'regular', 'own', 'by_kind', '2021-09-05', '2021-11-05', '2021-12-20'),"
    " (3, 1, 1, 1, 1, 1, 'special', 'own', 'by_kind', '2021-09-05', '2021-11-05', '2021-12-20');"
    "INSERT INTO problem (id, inspection_id, number, point_id, wording, is_key, fed_back, state, closed_on) "
    "VALUES"
    " (1, 1, '01-01-001', 2, '一', 0, 1, 'closed', '2022-05-01'), (2, 1, '01-01-002', 2, '二', 0, 1, "
    "'in_progress',"
    " NULL);"
    "INSERT INTO measure (id, problem_id, position, wording, state, done_on) VALUES"
    " (1, 1, 1, '措施一', 'done', '2022-04-01'), (2, 2, 1, '措施二', 'in_progress', NULL);"
    "INSERT INTO closing_step (id, problem_id, cycle, step, body, verdict, person, happened_on) VALUES"
    " (1, 1, 1, 'applied', NULL, NULL, '张三', '2022-04-05'), (2, 1, 1, 'reviewed', 'office', 'accepted', "
    "'李四',"
    " '2022-05-01');"
    "INSERT INTO attachment (sha256, bytes) VALUES"
    " ('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad', CAST ('abc' AS BLOB));"
    "INSERT INTO evidence (id, problem_id, measure_id, title, size, sha256) VALUES (1, 1, 1, '照片.jpg', 3,"
    " 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')";

typedef struct
{
  const char *name;
  const char *sql; /* what makes it wrong */
  XcFindingSeverity severity;
  XcTable table;
  gint64 id;
  const char *sentence; /* a part of it */
} Case;

static const Case cases[] = {
  { "parent-cycle", "UPDATE organization SET parent_id = 4 WHERE id = 3", XC_FINDING_ERROR,
    XC_TABLE_ORGANIZATION, 4, "“丙局下属” is, through its parents, a part of itself" },
  { "unlisted-without-reason", "UPDATE organization SET listed = 0 WHERE id = 1", XC_FINDING_WARNING,
    XC_TABLE_ORGANIZATION, 1, "“甲局” is not listed" },
  { "merged-day", "UPDATE organization SET valid_to = '2023-04-01' WHERE id = 2", XC_FINDING_ERROR,
    XC_TABLE_ORGANIZATION_EVENT, 1,
    "“乙局” was merged or abolished on 2023-03-01, but its validity ends on 2023-04-01" },
  { "merged-still-valid", "UPDATE organization SET valid_to = NULL WHERE id = 2", XC_FINDING_ERROR,
    XC_TABLE_ORGANIZATION_EVENT, 1, "ends on –" },
  { "founded-day", "UPDATE organization SET valid_from = NULL WHERE id = 3", XC_FINDING_ERROR,
    XC_TABLE_ORGANIZATION_EVENT, 2, "“丙局” was founded on 2023-03-01" },
  { "renamed-from-nothing", "UPDATE event_member SET former_name = NULL WHERE id = 5", XC_FINDING_ERROR,
    XC_TABLE_ORGANIZATION_EVENT, 3, "“甲局” was renamed on 2022-05-01" },
  { "event-of-nobody",
    "INSERT INTO organization_event (id, kind, happened_on) VALUES (9, 'moved', '2024-01-02')",
    XC_FINDING_WARNING, XC_TABLE_ORGANIZATION_EVENT, 9, "2024-01-02 names no organization" },
  { "point-cycle", "UPDATE point SET parent_id = 2 WHERE id = 1", XC_FINDING_ERROR, XC_TABLE_POINT, 1,
    "The point “聚焦一”" },
  { "point-of-other-scheme", "UPDATE point SET parent_id = 1 WHERE id = 3", XC_FINDING_ERROR, XC_TABLE_POINT,
    3, "“落实一” is part of “聚焦一”" },
  { "round-outside-term", "UPDATE round SET ends_on = '2026-07-01' WHERE id = 2", XC_FINDING_WARNING,
    XC_TABLE_ROUND, 2, "第二轮 does not lie within its term, 2021-07-01 to 2026-06-30" },
  { "stage-of-other-batch", "UPDATE round_stage SET batch_id = 2", XC_FINDING_ERROR, XC_TABLE_ROUND_STAGE, 1,
    "stage of 第一轮" },
  { "team-of-other-round", "UPDATE inspection SET team_id = 2 WHERE id = 2", XC_FINDING_ERROR,
    XC_TABLE_INSPECTION, 2, "“乙局” in 第一轮 has a team of another round" },
  { "batch-of-other-round", "UPDATE inspection SET batch_id = 2 WHERE id = 2", XC_FINDING_ERROR,
    XC_TABLE_INSPECTION, 2, "“乙局” in 第一轮 is in a batch of another round" },
  { "two-serials", "UPDATE inspection SET serial = 3 WHERE id = 3", XC_FINDING_ERROR, XC_TABLE_INSPECTION, 1,
    "“甲局” has several numbers in 第一轮: 1,3" },
  { "shared-serial", "UPDATE inspection SET serial = 1 WHERE id = 2", XC_FINDING_ERROR, XC_TABLE_INSPECTION,
    1, "In 第一轮 the number 1 is given to several organizations: 甲局,乙局" },
  { "fed-back-before-entering",
    "UPDATE inspection SET leaves_on = NULL, fed_back_on = '2021-09-01' WHERE id = 2", XC_FINDING_ERROR,
    XC_TABLE_INSPECTION, 2, "“乙局” was fed back on 2021-09-01, before" },
  { "days-out-of-order", "UPDATE inspection SET plan_received_on = '2021-12-19' WHERE id = 2",
    XC_FINDING_ERROR, XC_TABLE_INSPECTION, 2, "For “乙局”, feedback (2021-12-20)" },
  { "inspection-outside-term", "UPDATE inspection SET enters_on = '2021-06-30' WHERE id = 2",
    XC_FINDING_WARNING, XC_TABLE_INSPECTION, 2, "“乙局” does not lie within the term" },
  { "number-twice", "UPDATE problem SET number = '01-01-001' WHERE id = 2", XC_FINDING_ERROR,
    XC_TABLE_PROBLEM, 1, "01-01-001 is given 2 times" },
  { "point-of-other-rounds-scheme", "UPDATE problem SET point_id = 3 WHERE id = 2", XC_FINDING_ERROR,
    XC_TABLE_PROBLEM, 2, "Problem 01-01-002 has the point “落实一”" },
  { "point-that-is-no-leaf", "UPDATE problem SET point_id = 1 WHERE id = 2", XC_FINDING_WARNING,
    XC_TABLE_PROBLEM, 2, "which is divided further" },
  { "closed-without-day", "UPDATE problem SET closed_on = NULL", XC_FINDING_ERROR, XC_TABLE_PROBLEM, 1,
    "Problem 01-01-001 is closed, but the day" },
  { "day-without-closing", "UPDATE problem SET closed_on = '2022-06-01' WHERE id = 2", XC_FINDING_WARNING,
    XC_TABLE_PROBLEM, 2, "Problem 01-01-002 is not closed, but 2022-06-01" },
  { "closed-with-open-measures", "UPDATE measure SET state = 'in_progress', done_on = NULL WHERE id = 1",
    XC_FINDING_ERROR, XC_TABLE_PROBLEM, 1, "1 of its measures are not done" },
  { "done-without-day", "UPDATE measure SET done_on = NULL WHERE id = 1", XC_FINDING_WARNING,
    XC_TABLE_MEASURE, 1, "Measure 1 of problem 01-01-001 is done, but" },
  { "reviews-own", "UPDATE closing_step SET person = '张三'", XC_FINDING_WARNING, XC_TABLE_CLOSING_STEP, 2,
    "by the same person, 张三" },
  { "evidence-of-other-measure", "UPDATE evidence SET measure_id = 2", XC_FINDING_ERROR, XC_TABLE_EVIDENCE, 1,
    "“照片.jpg” of problem 01-01-001 belongs to a measure of another problem" },
  { "evidence-missing", "DELETE FROM attachment; UPDATE register SET position = 2", XC_FINDING_ERROR,
    XC_TABLE_EVIDENCE, 1, "The file “照片.jpg”, evidence of problem 01-01-001" },
  { "evidence-altered",
    "UPDATE attachment SET bytes = CAST ('abd' AS BLOB); UPDATE register SET position = 2", XC_FINDING_ERROR,
    XC_TABLE_EVIDENCE, 1, "“照片.jpg” are not what was attached" },
  { "wrong-by-itself", "UPDATE inspection SET counts = 'no' WHERE id = 2", XC_FINDING_ERROR,
    XC_TABLE_INSPECTION, 2, "Inspections, “乙局”: Say why" },
  { "reference-to-nothing", "UPDATE organization SET register_id = 77 WHERE id = 4", XC_FINDING_ERROR,
    XC_TABLE_ORGANIZATION, 4, "“丙局下属”: refers to a row of “Registers”" },
  { "history-altered", "UPDATE history SET title = 'other'; UPDATE register SET position = 2",
    XC_FINDING_ERROR, XC_TABLE_NONE, 0, "Step 1 of the history" },
};

typedef struct
{
  const Case *expected;
  guint n_found; /* of the expected one */
  guint n_all;
  GString *all;
} Findings;

static void
collect (const XcFinding *finding, gpointer data)
{
  Findings *findings = data;
  const Case *expected = findings->expected;

  findings->n_all++;
  g_string_append_printf (findings->all, "%s: %s\n", xc_finding_severity_word (finding->severity),
                          finding->sentence);
  findings->n_found += expected != NULL && finding->severity == expected->severity
                       && finding->table == expected->table && finding->id == expected->id
                       && strstr (finding->sentence, expected->sentence) != NULL;
}

static gboolean
execute (XcStore *store, gpointer data, GError **error)
{
  return xc_database_execute (xc_store_get_database (store), data, error);
}

static XcStore *
make_right (const char *folder)
{
  XcStore *store = xc_test_ledger_new (folder);
  g_autoptr (GError) error = NULL;

  xc_store_run (store, "right", execute, (char *) right, &error);
  g_assert_no_error (error);
  return store;
}

static void
finds_nothing_where_all_is_right (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = make_right (folder);
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) all = g_string_new (NULL);
  Findings findings = { .all = all };

  g_assert_true (xc_store_check (store, collect, &findings, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (all->str, ==, "");
}

static void
finds (gconstpointer data)
{
  const Case *expected = data;
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = make_right (folder);
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) all = g_string_new (NULL);
  Findings findings = { .expected = expected, .all = all };

  xc_database_execute (xc_store_get_database (store), "PRAGMA foreign_keys = OFF", &error);
  xc_store_run (store, "wrong", execute, (char *) expected->sql, &error);
  g_assert_no_error (error);
  g_assert_true (xc_store_check (store, collect, &findings, &error));
  g_assert_no_error (error);
  if (findings.n_found != 1)
    g_test_message ("%s", all->str);
  g_assert_cmpuint (findings.n_found, ==, 1);
  /* A cycle is found at each of its members, and its points are no leaves any more. */
  g_assert_cmpuint (findings.n_all, <=, 4);
}

/* What was done past the history, by whatever program. */
static void
assert_altered (const char *sql, XcTable table, gint64 id, const char *sentence)
{
  const Case expected = { NULL, NULL, XC_FINDING_ERROR, table, id, sentence };
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = make_right (folder);
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) all = g_string_new (NULL);
  Findings findings = { .expected = &expected, .all = all };

  g_assert_true (xc_store_undo (store, NULL, &error));
  g_assert_true (xc_store_redo (store, NULL, &error));
  xc_database_execute (xc_store_get_database (store), sql, &error);
  g_assert_true (xc_store_check (store, collect, &findings, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (findings.n_found, ==, 1);
  g_assert_cmpuint (findings.n_all, ==, 1);
}

static void
finds_what_was_altered_past_the_history (void)
{
  assert_altered ("UPDATE problem SET wording = '另' WHERE id = 2", XC_TABLE_PROBLEM, 2,
                  "“01-01-002”: is not as the history left it");
  assert_altered ("UPDATE organization SET head = 'x' WHERE id = 1", XC_TABLE_ORGANIZATION, 1, "“甲局”");
  assert_altered ("DELETE FROM round_stage", XC_TABLE_ROUND_STAGE, 1, "“1”");
  assert_altered ("INSERT INTO setting (id, name) VALUES (5, 'x')", XC_TABLE_SETTING, 5, "“x”");
  assert_altered ("DELETE FROM deadline_rule WHERE id = 3", XC_TABLE_DEADLINE_RULE, 3, "“3”");
}

static void
finds_damage_and_stops_there (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = make_right (folder);
  g_autofree char *path = g_strdup (xc_store_get_path (store));
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) all = g_string_new (NULL);
  Findings findings = { .all = all };
  gint64 page_size, root;
  gsize size;

  xc_database_get_integer (xc_store_get_database (store), "PRAGMA page_size", &page_size, NULL);
  xc_database_get_integer (xc_store_get_database (store),
                           "SELECT rootpage FROM sqlite_schema WHERE name = 'problem'", &root, NULL);
  g_clear_object (&store);
  g_assert_true (g_file_get_contents (path, &contents, &size, NULL));
  memset (contents + (root - 1) * page_size, 0xee, (gsize) page_size);
  g_assert_true (g_file_set_contents (path, contents, (gssize) size, NULL));
  store = xc_store_open (path, XC_STORE_READ, &error);
  g_assert_no_error (error);
  g_assert_true (xc_store_check (store, collect, &findings, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (findings.n_all, >, 0);
  g_assert_true (g_str_has_prefix (all->str, "error: The file is damaged"));
}

static void
interrupt (const XcFinding *finding, gpointer data)
{
  xc_database_interrupt (data);
}

static void
ends_when_it_is_cancelled (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = make_right (folder);
  g_autoptr (GError) error = NULL;

  /* A finding of the first rule; most of the check is still to be done. */
  xc_database_execute (xc_store_get_database (store), "UPDATE organization SET parent_id = 4 WHERE id = 3",
                       &error);
  g_assert_false (xc_store_check (store, interrupt, xc_store_get_database (store), &error));
  g_assert_error (error, XC_STORE_ERROR, XC_STORE_ERROR_INTERRUPTED);
  g_clear_error (&error);
  xc_test_ledger_add_register (store, "goes on");
}

/* Who must avoid what, where the inspection is not over and nothing was waived; two teams are told of once. */
static void
finds_avoidance_that_is_not_resolved (void)
{
  static const char service[] =
      "INSERT INTO round (id, term_id, ordinal) VALUES (3, 1, 3);"
      "INSERT INTO team (id, round_id, ordinal) VALUES (3, 3, 1), (4, 3, 2);"
      "INSERT INTO inspection (id, round_id, team_id, organization_id, serial, kind, level, counts,"
      " planned_enters_on, planned_leaves_on) VALUES"
      " (11, 3, 3, 1, 1, 'regular', 'own', 'by_kind', '2199-01-01', '2199-02-01'),"
      " (12, 3, 4, 3, 2, 'regular', 'own', 'by_kind', '2199-01-01', '2199-02-01');"
      "INSERT INTO person (id, name, organization_id, in_talent_pool, in_leader_pool) VALUES"
      " (1, '王某某', 1, 1, 0);"
      "INSERT INTO team_member (id, team_id, person_id, role) VALUES (1, 1, 1, 'member'), (2, 3, 1, "
      "'member'),"
      " (3, 4, 1, 'member');";
  static const char waivers[] =
      "INSERT INTO avoidance (id, person_id, organization_id, inspection_id, ruling, reason)"
      " VALUES (1, 1, 1, 11, 'waived', '同意'), (2, 1, 3, 12, 'waived', '同意')";
  /* Two teams at once are waived only by name. */
  static const char two_teams[] =
      "INSERT INTO avoidance (id, person_id, organization_id, inspection_id, ruling, reason, ground)"
      " VALUES (3, 1, 1, 11, 'waived', '同意', 'two_teams'), (4, 1, 3, 12, 'waived', '同意', 'two_teams')";
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = make_right (folder);
  g_autoptr (GString) all = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  Findings findings = { .all = all };

  xc_store_run (store, "service", execute, (char *) service, &error);
  g_assert_no_error (error);
  g_assert_true (xc_store_check (store, collect, &findings, &error));
  g_assert_cmpstr (
      all->str, ==,
      "warning: 第一巡察组 inspects “甲局” with somebody who must avoid it. 王某某 works at 甲局. "
      "Replace the person, or record a waiver.\n"
      "warning: 第一巡察组 inspects “甲局” with somebody who must avoid it. 王某某 is in another team "
      "from 2199-01-01 to 2199-02-01: 第三轮, 第二巡察组. Replace the person, or record a waiver.\n");

  xc_store_run (store, "waivers", execute, (char *) waivers, &error);
  g_assert_no_error (error);
  g_string_truncate (all, 0);
  g_assert_true (xc_store_check (store, collect, &findings, &error));
  g_assert_cmpstr (
      all->str, ==,
      "warning: 第一巡察组 inspects “甲局” with somebody who must avoid it. 王某某 is in another team "
      "from 2199-01-01 to 2199-02-01: 第三轮, 第二巡察组. Replace the person, or record a waiver.\n");

  xc_store_run (store, "two teams", execute, (char *) two_teams, &error);
  g_assert_no_error (error);
  g_string_truncate (all, 0);
  g_assert_true (xc_store_check (store, collect, &findings, &error));
  g_assert_cmpstr (all->str, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/check/finds-nothing-where-all-is-right", finds_nothing_where_all_is_right);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/store/check/finds/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], finds);
    }
  g_test_add_func ("/store/check/finds-avoidance-that-is-not-resolved", finds_avoidance_that_is_not_resolved);
  g_test_add_func ("/store/check/finds-what-was-altered-past-the-history",
                   finds_what_was_altered_past_the_history);
  g_test_add_func ("/store/check/finds-damage-and-stops-there", finds_damage_and_stops_there);
  g_test_add_func ("/store/check/ends-when-it-is-cancelled", ends_when_it_is_cancelled);
  return g_test_run ();
}
