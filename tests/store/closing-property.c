/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * 10,000 random sequences of everything that can be done to problems, undo and redo included, each going on from where
 * the one before ended, until a new ledger begins: journals would grow without end. After every step each problem is in
 * a state that its measures and its journal bear out, told here by plain SQL beside the rules. With -m=slow 100,000, with
 * sanitizers 1,000; --seed as of every GLib test.
 */
#include <string.h>

#include "ledger.h"
#include "rectification.h"
#include "store/bulk.h"
#include "store/closing.h"
#include "store/office.h"
#include "store/row-rules.h"

/* Fewer where each step is watched for its memory. */
#ifdef __clang__
#if __has_feature(address_sanitizer)
#define N_SEQUENCES 1000
#endif
#endif
#ifndef N_SEQUENCES
#define N_SEQUENCES 10000
#endif
#define N_SEQUENCES_SLOW 100000
#define N_STEPS_MAX 10
#define N_SEQUENCES_A_LEDGER 100
#define N_PROBLEMS 3
#define FIRST_DAY (XC_TEST_FED_BACK + 31)

typedef struct
{
  XcTestRectification ledger;
  GRand *rand;
  char *sql; /* that finds what breaks a law */
  gint64 problems[N_PROBLEMS];
  XcDay day;
  guint n_taken;
  guint n_undone;
  guint n_reached[XC_N_RECTIFICATION_STATES];
} World;

/* Each finds the problems that are in a state that cannot be. */
static const struct
{
  const char *what;
  const char *sql;
} laws[] = {
#define LAST                                                                                                 \
  " FROM closing_step WHERE problem_id = p.id AND cycle = (SELECT max (cycle) FROM closing_step WHERE "      \
  "problem_id = p.id)"
  { "what is closed or under review has measures, all done",
    "SELECT p.number FROM problem AS p WHERE p.state IN ('closed', 'awaiting_review') AND"
    " (NOT EXISTS (SELECT 1 FROM measure WHERE problem_id = p.id)"
    " OR EXISTS (SELECT 1 FROM measure WHERE problem_id = p.id AND state <> 'done'))" },
  { "what is closed has a day, and nothing else has",
    "SELECT number FROM problem WHERE (state = 'closed') <> (closed_on IS NOT NULL)" },
  { "what is closed was applied for and accepted in its last cycle, and by nobody returned or reopened",
    "SELECT p.number FROM problem AS p WHERE p.state = 'closed' AND ((SELECT count (*)" LAST
    " AND step = 'applied') <> 1 OR (SELECT count (*)" LAST " AND verdict = 'accepted') = 0"
    " OR (SELECT count (*)" LAST " AND (verdict = 'returned' OR step = 'reopened')) > 0)" },
  { "what is under review was applied for in its last cycle and not returned",
    "SELECT p.number FROM problem AS p WHERE p.state = 'awaiting_review' AND ((SELECT count (*)" LAST
    " AND step = 'applied') <> 1 OR (SELECT count (*)" LAST
    " AND (verdict = 'returned' OR step = 'reopened')) > 0)" },
  { "what is returned was, with a reason",
    "SELECT p.number FROM problem AS p WHERE p.state = 'returned' AND (SELECT count (*)" LAST
    " AND verdict = 'returned' AND trim (coalesce (opinion, '')) <> '') <> 1" },
  { "what is reopened was, with a reason",
    "SELECT p.number FROM problem AS p WHERE p.state = 'reopened' AND (SELECT count (*)" LAST
    " AND step = 'reopened' AND trim (coalesce (opinion, '')) <> '') <> 1" },
  { "what is worked on is not under review",
    "SELECT p.number FROM problem AS p WHERE p.state IN ('not_started', 'in_progress', 'basically_done')"
    " AND EXISTS (SELECT 1" LAST ") AND (SELECT count (*)" LAST
    " AND (verdict = 'returned' OR step = 'reopened')) = 0" },
  { "no body reviews twice in a cycle",
    "SELECT problem_id FROM closing_step WHERE step = 'reviewed' GROUP BY problem_id, cycle, body"
    " HAVING count (*) > 1" },
  { "nobody reviews an application of his own",
    "SELECT r.problem_id FROM closing_step AS r JOIN closing_step AS a ON a.problem_id = r.problem_id"
    " AND a.cycle = r.cycle AND a.step = 'applied' AND a.person = r.person WHERE r.step = 'reviewed'" },
  { "cycles follow one another",
    "SELECT problem_id FROM closing_step GROUP BY problem_id HAVING max (cycle) <> count (DISTINCT cycle)" },
  { "numbers stay", "SELECT number FROM problem WHERE number <> '06-01-00' || (SELECT count (*) FROM problem"
                    " AS q WHERE q.number <= problem.number)" },
};

/* All laws as one statement, which is kept prepared. */
static char *
join_laws (void)
{
  GString *sql = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (laws); i++)
    g_string_append_printf (sql, "%sSELECT %u, * FROM (%s)", i > 0 ? " UNION ALL " : "", i, laws[i].sql);
  return g_string_free (sql, FALSE);
}

static void
assert_lawful (World *world)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XcStatement) statement =
      xc_database_prepare (xc_store_get_database (world->ledger.store), world->sql, &error);
  gboolean row;

  g_assert_no_error (error);
  g_assert_true (xc_statement_step (statement, &row, &error));
  if (row)
    g_error ("%s: not so of %s", laws[xc_statement_get_integer (statement, 0)].what,
             xc_statement_get_text (statement, 1));
}

static void
read_states (World *world, XcRectificationState *states)
{
  g_autoptr (XcStatement) statement = xc_database_prepare (xc_store_get_database (world->ledger.store),
                                                           "SELECT state FROM problem ORDER BY id", NULL);
  gboolean row;

  for (guint i = 0; i < N_PROBLEMS; i++)
    {
      g_assert_true (xc_statement_step (statement, &row, NULL) && row);
      g_assert_true (xc_rectification_state_from_word (xc_statement_get_text (statement, 0), &states[i]));
    }
}

/* Whether one step may lead from @before to @after. */
static gboolean
may_follow (XcRectificationState before, XcRectificationState after)
{
  if (before == after)
    return TRUE;
  switch (after)
    {
    case XC_RECTIFICATION_NOT_STARTED:
    case XC_RECTIFICATION_IN_PROGRESS:
    case XC_RECTIFICATION_BASICALLY_DONE:
    case XC_RECTIFICATION_AWAITING_REVIEW:
      return before != XC_RECTIFICATION_CLOSED && before != XC_RECTIFICATION_AWAITING_REVIEW;
    case XC_RECTIFICATION_RETURNED:
    case XC_RECTIFICATION_CLOSED:
      return before == XC_RECTIFICATION_AWAITING_REVIEW;
    case XC_RECTIFICATION_REOPENED:
      return before == XC_RECTIFICATION_CLOSED;
    default:
      g_return_val_if_reached (FALSE);
    }
}

static gint64
choose_problem (World *world)
{
  return world->problems[g_rand_int_range (world->rand, 0, N_PROBLEMS)];
}

static const char *
choose_person (World *world)
{
  static const char *const persons[] = { "甲", "乙", "丙", "丁", " ", NULL };

  return persons[g_rand_int_range (world->rand, 0, G_N_ELEMENTS (persons))];
}

static const char *
choose_measure_state (World *world)
{
  /* Done more often than not, or nothing would ever be closed. */
  return xc_measure_state_to_word (g_rand_int_range (world->rand, 0, 3) > 0
                                       ? XC_MEASURE_DONE
                                       : (XcMeasureState) g_rand_int_range (world->rand, 0, 4));
}

static void
add_measure (World *world)
{
  g_autoptr (XcRecord) record = xc_record_new (XC_TABLE_MEASURE);

  xc_record_set_number (record, "problem_id", choose_problem (world));
  xc_record_set_text (record, "wording", "修订议事规则");
  xc_record_set_text (record, "state", choose_measure_state (world));
  xc_test_rectification_save (&world->ledger, record, NULL);
}

static void
touch_measure (World *world)
{
  g_autoptr (GPtrArray) measures =
      xc_store_load_where (world->ledger.store, XC_TABLE_MEASURE, "problem_id", choose_problem (world), NULL);
  XcRecord *measure;

  if (measures->len == 0)
    return;
  measure = measures->pdata[g_rand_int_range (world->rand, 0, (int) measures->len)];
  if (g_rand_int_range (world->rand, 0, measures->len > 3 ? 2 : 6) == 0)
    {
      xc_test_rectification_remove (&world->ledger, XC_TABLE_MEASURE, xc_record_get_id (measure), NULL);
      return;
    }
  xc_record_set_text (measure, "state", choose_measure_state (world));
  if (g_rand_boolean (world->rand))
    xc_record_set_number (measure, "problem_id", choose_problem (world));
  xc_test_rectification_save (&world->ledger, measure, NULL);
}

static void
finish_measures (World *world)
{
  g_autoptr (GPtrArray) measures =
      xc_store_load_where (world->ledger.store, XC_TABLE_MEASURE, "problem_id", choose_problem (world), NULL);

  for (guint i = 0; i < measures->len; i++)
    {
      xc_record_set_text (measures->pdata[i], "state", "done");
      xc_test_rectification_save (&world->ledger, measures->pdata[i], NULL);
    }
}

static void
type_over (World *world)
{
  g_autoptr (XcRecord) record =
      xc_store_load (world->ledger.store, XC_TABLE_PROBLEM, choose_problem (world), NULL);
  XcRectificationState state =
      (XcRectificationState) g_rand_int_range (world->rand, 0, XC_N_RECTIFICATION_STATES);

  xc_record_set_text (record, "state", xc_rectification_state_to_word (state));
  switch (g_rand_int_range (world->rand, 0, 4))
    {
    case 0:
      xc_record_set_day (record, "closed_on", world->day);
      break;
    case 1:
      xc_record_clear (record, "closed_on");
      break;
    case 2:
      xc_record_set_text (record, "number", "06-01-009");
      break;
    default:
      break;
    }
  xc_test_rectification_save (&world->ledger, record, NULL);
}

static gboolean
set_everywhere (XcStore *store, gpointer data, GError **error)
{
  World *world = data;
  gboolean of_measures = g_rand_boolean (world->rand);
  g_autoptr (XcQuery) query = xc_query_new (of_measures ? XC_TABLE_MEASURE : XC_TABLE_PROBLEM);
  const XcValue value =
      XC_VALUE_TEXT (of_measures ? choose_measure_state (world)
                                 : xc_rectification_state_to_word ((XcRectificationState) g_rand_int_range (
                                     world->rand, 0, XC_N_RECTIFICATION_STATES)));

  if (of_measures)
    xc_query_add_number_filter (query, "problem_id", XC_RELATION_IS, choose_problem (world));
  return xc_store_set_where (store, query, "state", &value, NULL, error);
}

static void
take_step (World *world, const XcClosingRequest *request)
{
  gboolean many = g_rand_int_range (world->rand, 0, 4) == 0;
  gint64 problem = choose_problem (world);
  g_autoptr (GError) error = NULL;
  g_autoptr (XcStepReport) report = xc_closing_take (world->ledger.store, many ? world->problems : &problem,
                                                     many ? N_PROBLEMS : 1, request, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (report->done->len + report->refused->len, ==, many ? N_PROBLEMS : 1);
  world->n_taken += report->done->len;
}

static void
review (World *world)
{
  XcClosingRequest request = { XC_CLOSING_REVIEWED,
                               (XcReviewingBody) g_rand_int_range (world->rand, 0, 4),
                               g_rand_int_range (world->rand, 0, 6) == 0 ? XC_VERDICT_RETURNED
                                                                         : XC_VERDICT_ACCEPTED,
                               g_rand_boolean (world->rand) ? "意见" : NULL,
                               choose_person (world),
                               world->day };

  take_step (world, &request);
}

static void
change_office (World *world)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XcOffice) office = xc_office_load (world->ledger.store, &error);
  g_autoptr (XcStepReport) report = NULL;

  g_assert_no_error (error);
  office->bodies = (guint) g_rand_int_range (world->rand, 0, 1 << XC_N_REVIEWING_BODIES);
  if (xc_office_save (world->ledger.store, office, NULL) && g_rand_boolean (world->rand))
    {
      report = xc_closing_settle (world->ledger.store, &error);
      g_assert_no_error (error);
    }
}

/* Gives whether it was a step forward, so that the states must follow one another. */
static gboolean
do_anything (World *world)
{
  XcClosingRequest request = { .person = choose_person (world),
                               .day = world->day,
                               .opinion = g_rand_boolean (world->rand) ? "理由" : " " };

  world->day += g_rand_int_range (world->rand, 0, 3) - (g_rand_int_range (world->rand, 0, 10) == 0);
  switch (g_rand_int_range (world->rand, 0, 20))
    {
    case 0:
    case 1:
      add_measure (world);
      break;
    case 2:
    case 3:
      touch_measure (world);
      break;
    case 4:
      finish_measures (world);
      break;
    case 5:
      type_over (world);
      break;
    case 6:
      xc_store_run (world->ledger.store, "bulk", set_everywhere, world, NULL);
      break;
    case 7:
    case 8:
    case 9:
      request.act = XC_CLOSING_APPLIED;
      take_step (world, &request);
      break;
    case 10:
      request.act = XC_CLOSING_REOPENED;
      take_step (world, &request);
      break;
    case 11:
      if (g_rand_int_range (world->rand, 0, 4) > 0)
        break;
      change_office (world);
      return FALSE; /* two steps at once */
    case 12:
    case 13:
      world->n_undone += (guint) xc_store_undo (world->ledger.store, NULL, NULL);
      return FALSE;
    case 14:
      xc_store_redo (world->ledger.store, NULL, NULL);
      return FALSE;
    default:
      review (world);
      break;
    }
  return TRUE;
}

/* Past the history, so that undo does not take them away. */
static void
add_problems (World *world)
{
  for (guint i = 0; i < N_PROBLEMS; i++)
    {
      g_autofree char *sql =
          g_strdup_printf ("INSERT INTO problem (id, inspection_id, number, wording, is_key, fed_back, state)"
                           " VALUES (%1$u, 401, '06-01-00%1$u', '议事规则不完善', 0, 1, 'not_started')",
                           i + 1);

      g_assert_true (xc_database_execute (xc_store_get_database (world->ledger.store), sql, NULL));
      world->problems[i] = i + 1;
    }
}

static void
live (World *world)
{
  XcRectificationState before[N_PROBLEMS], after[N_PROBLEMS];

  xc_test_rectification_set_up (&world->ledger, NULL);
  /* What is tested is the order of steps, not the disk. */
  xc_database_execute (
      xc_store_get_database (world->ledger.store),
      "PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY; PRAGMA locking_mode = EXCLUSIVE", NULL);
  add_problems (world);
  for (guint i = 0; i < N_SEQUENCES_A_LEDGER; i++)
    for (int n = g_rand_int_range (world->rand, 1, N_STEPS_MAX); n > 0; n--)
      {
        gboolean is_forward;

        read_states (world, before);
        is_forward = do_anything (world);
        read_states (world, after);
        assert_lawful (world);
        for (guint p = 0; p < N_PROBLEMS; p++)
          {
            g_assert_true (!is_forward || may_follow (before[p], after[p]));
            world->n_reached[after[p]]++;
          }
      }
  xc_test_rectification_tear_down (&world->ledger, NULL);
}

static void
never_reaches_what_may_not_be (void)
{
  const guint n_sequences = g_test_slow () ? N_SEQUENCES_SLOW : N_SEQUENCES;
  World world = { .sql = join_laws () };

  world.rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());
  for (guint i = 0; i < n_sequences / N_SEQUENCES_A_LEDGER; i++)
    {
      world.day = FIRST_DAY;
      live (&world);
    }
  /* It has been everywhere. */
  for (guint i = 0; i < XC_N_RECTIFICATION_STATES; i++)
    g_assert_cmpuint (world.n_reached[i], >, n_sequences / 100);
  g_assert_cmpuint (world.n_taken, >, n_sequences / 10);
  g_assert_cmpuint (world.n_undone, >, n_sequences / 10);
  g_rand_free (world.rand);
  g_free (world.sql);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/closing-property/never-reaches-what-may-not-be", never_reaches_what_may_not_be);
  return g_test_run ();
}
