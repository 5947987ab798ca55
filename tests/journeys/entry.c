/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Twenty problems typed one after the other by keys alone, in the time that the typing takes; and rows pasted after a
 * preview. */
#include "store/points.h"
#include "store/query.h"
#include "steps.h"

#define N_PROBLEMS 20
/* Between two keys: faster than most clerks. */
#define KEY_US 30000
/* What the program may lag behind the typing, as a part of it. */
#define LAG 4

static const char *
field (XcJourney *journey, const char *title)
{
  return xc_journey_word (journey, "problem", title);
}

/* As fingers do it; nothing is waited for. */
static void
type (XcJourney *journey, const char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    {
      const char key[] = { *at, '\0' };

      xc_journey_type (journey, key);
      g_usleep (KEY_US);
    }
}

static void
press (XcJourney *journey, const char *key)
{
  xc_journey_press (journey, key, NULL);
  g_usleep (KEY_US);
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (xc_record_get_text (*(XcRecord *const *) a, "number"),
                    xc_record_get_text (*(XcRecord *const *) b, "number"));
}

/* The problems that this journey typed, in the order of their numbers. */
static GPtrArray *
load_typed (const char *path)
{
  g_autoptr (XcStore) store = xc_steps_open_ledger (path);
  g_autoptr (XcQuery) query = xc_query_new (XC_TABLE_PROBLEM);
  g_autoptr (GArray) ids = NULL;
  GPtrArray *problems;

  xc_query_add_text_filter (query, "wording", XC_RELATION_CONTAINS, "typed ");
  ids = xc_query_ids (query, store, NULL);
  problems =
      xc_store_load_ids (store, XC_TABLE_PROBLEM, (const gint64 *) (gconstpointer) ids->data, ids->len, NULL);
  g_ptr_array_sort (problems, compare_numbers);
  return problems;
}

typedef struct
{
  const char *path;
  guint n;
} Stored;

static gboolean
is_stored (gpointer data)
{
  const Stored *stored = data;
  g_autoptr (GPtrArray) problems = load_typed (stored->path);

  return problems->len == stored->n;
}

static void
wait_stored (XcJourney *journey, const char *path, guint n)
{
  Stored stored = { path, n };

  if (!xc_journey_wait (journey, is_stored, &stored))
    xc_journey_fail (journey, "%u problems are not in the ledger", n);
}

/* Point, wording, two measures, the second with its limit. */
static void
type_problem (XcJourney *journey, guint i)
{
  g_autofree char *point = g_strdup_printf ("1.%u", i % 4 + 1);
  g_autofree char *wording = g_strdup_printf ("typed %02u", i);
  g_autofree char *first = g_strdup_printf ("a%02u", i);
  g_autofree char *second = g_strdup_printf ("b%02u", i);

  type (journey, point);
  press (journey, "Return");
  press (journey, "Return");
  type (journey, wording);
  press (journey, "Tab");
  press (journey, "Tab");
  type (journey, first);
  press (journey, "Return");
  type (journey, second);
  press (journey, "Tab");
  type (journey, "8-16");
  press (journey, "<Control>Return");
}

static void
check_problem (XcStore *store, const XcRecord *problem, const GPtrArray *points, guint i)
{
  g_autofree char *wording = g_strdup_printf ("typed %02u", i);
  g_autofree char *code = g_strdup_printf ("1.%u", i % 4 + 1);
  g_autofree char *second = g_strdup_printf ("b%02u", i);
  g_autoptr (GPtrArray) measures =
      xc_store_load_where (store, XC_TABLE_MEASURE, "problem_id", xc_record_get_id (problem), NULL);
  const XcPoint *point = xc_points_find (points, xc_record_get_number (problem, "point_id"));

  g_assert_cmpstr (xc_record_get_text (problem, "wording"), ==, wording);
  g_assert_nonnull (point);
  g_assert_cmpstr (point->code, ==, code);
  g_assert_cmpuint (measures->len, ==, 2);
  for (guint j = 0; j < 2; j++)
    {
      const XcRecord *measure = measures->pdata[j];

      if (xc_record_get_number (measure, "position") != 2)
        continue;
      g_assert_cmpstr (xc_record_get_text (measure, "wording"), ==, second);
      g_assert_cmpstr (xc_record_get_text (measure, "type"), ==, "by_date");
      g_assert_true (xc_record_is_set (measure, "due_on"));
    }
}

static void
check_problems (const char *path)
{
  g_autoptr (GPtrArray) problems = load_typed (path);
  g_autoptr (XcStore) store = xc_steps_open_ledger (path);
  g_autoptr (GPtrArray) points = NULL;
  gint64 inspection = xc_record_get_number (problems->pdata[0], "inspection_id");

  points = xc_points_load (store, xc_points_get_scheme_of_inspection (store, inspection), NULL);
  for (guint i = 0; i < problems->len; i++)
    {
      const char *number = xc_record_get_text (problems->pdata[i], "number");
      const char *first = xc_record_get_text (problems->pdata[0], "number");

      g_assert_cmpint (xc_record_get_number (problems->pdata[i], "inspection_id"), ==, inspection);
      /* Without a gap, in the order of typing. */
      g_assert_true (strncmp (number, first, 6) == 0);
      g_assert_cmpint (atoi (number + 6), ==, atoi (first + 6) + (int) i);
      check_problem (store, problems->pdata[i], points, i);
    }
}

/* What came with the rows that were pasted. */
static void
check_pasted (const char *path)
{
  g_autoptr (XcStore) store = xc_steps_open_ledger (path);
  g_autoptr (GPtrArray) problems = load_typed (path);
  const XcRecord *one = problems->pdata[N_PROBLEMS], *two = problems->pdata[N_PROBLEMS + 1];
  g_autoptr (GPtrArray) measures =
      xc_store_load_where (store, XC_TABLE_MEASURE, "problem_id", xc_record_get_id (one), NULL);
  g_autoptr (GPtrArray) owners =
      xc_store_load_where (store, XC_TABLE_RESPONSIBILITY, "problem_id", xc_record_get_id (one), NULL);
  g_autoptr (GPtrArray) others =
      xc_store_load_where (store, XC_TABLE_RESPONSIBILITY, "problem_id", xc_record_get_id (two), NULL);

  g_assert_cmpstr (xc_record_get_text (one, "wording"), ==, "typed by paste one");
  g_assert_cmpuint (measures->len, ==, 2);
  g_assert_true (xc_record_is_set (measures->pdata[0], "due_on"));
  g_assert_cmpuint (owners->len, ==, 2);
  g_assert_cmpuint (others->len, ==, 1);
  g_assert_cmpstr (xc_record_get_text (others->pdata[0], "role"), ==, "person");
  g_assert_cmpstr (xc_record_get_text (others->pdata[0], "name"), ==, "示二");
}

/* As an office's list has them: a problem of two measures, and one of none. */
static void
paste_two (XcJourney *journey, const char *path)
{
  g_autofree char *sentence = NULL;

  xc_journey_tab_to (journey, ATSPI_ROLE_TEXT, field (journey, "Facts"));
  xc_journey_copy_elsewhere (journey, ATSPI_ROLE_TEXT, field (journey, "Facts"),
                             "反馈问题\t整改措施\t整改时限\t责任单位\t责任人\n"
                             "typed by paste one\t修订\t2026-12-31\t办公室\t示一（主任）\n"
                             "\t学习\t2026-12-31\t办公室\t\n"
                             "typed by paste two\t\t\t\t示二");
  xc_journey_press (journey, "Escape", "<Control>v", NULL);
  xc_journey_wait_window (journey, xc_journey_word (journey, NULL, "Paste Problems"));
  sentence =
      g_strdup_printf ("%s*", xc_journey_word (journey, NULL,
                                               "All rows become problems, numbered in their order, as one "
                                               "step that can be undone."));
  xc_journey_find (journey, ATSPI_ROLE_LABEL, sentence);
  xc_journey_take_picture (journey, "paste");
  /* Seen, and not yet written. */
  wait_stored (journey, path, N_PROBLEMS);
  xc_journey_press (journey, "<Control>Return", NULL);
  wait_stored (journey, path, N_PROBLEMS + 2);
  check_pasted (path);
}

static void
test_twenty_problems (XcJourney *journey)
{
  g_autofree char *path = g_build_filename (xc_journey_get_folder (journey), "example.xuncha", NULL);
  gint64 began, ended, stored;

  xc_journey_open_example (journey);
  xc_journey_take_pointer_away (journey);
  xc_steps_go_to (journey, "<Control>4", "Problems");
  xc_journey_find (journey, ATSPI_ROLE_TABLE_CELL, "*01-01-001*");
  xc_journey_press (journey, "<Control>n", NULL);
  xc_steps_wait_focus (journey, ATSPI_ROLE_TEXT, field (journey, "Inspection"));
  began = g_get_monotonic_time ();
  type (journey, "czj");
  press (journey, "Return");
  press (journey, "Return");
  for (guint i = 0; i < N_PROBLEMS; i++)
    type_problem (journey, i);
  ended = g_get_monotonic_time ();
  wait_stored (journey, path, N_PROBLEMS);
  stored = g_get_monotonic_time ();
  g_assert_cmpint (stored - ended, <=, (ended - began) / LAG);
  /* The list shows what was typed last. */
  xc_journey_find (journey, ATSPI_ROLE_TABLE_CELL, "*typed 19*");
  /* The form is ready for the next one. */
  xc_steps_wait_focus (journey, ATSPI_ROLE_TEXT, field (journey, "Point"));
  xc_journey_take_picture (journey, "twenty");
  check_problems (path);
  paste_two (journey, path);
  xc_journey_end (journey);
}

int
main (int argc, char **argv)
{
  xc_journey_init (&argc, &argv, 1366, 768);
  xc_journey_add ("/journeys/entry/twenty-problems", test_twenty_problems);
  return xc_journey_run ();
}
