/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What waits today is counted and shown; warning letters of three colors are proposed, issued, numbered, registered and
 * received, and none is proposed twice. */
#include "ledger.h"
#include "steps.h"
#include "store/letters.h"

static const char *
word (XcJourney *journey, const char *message)
{
  return xc_journey_word (journey, NULL, message);
}

static XcDay
get_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return xc_day_new (g_date_time_get_year (now), g_date_time_get_month (now),
                     g_date_time_get_day_of_month (now));
}

static void
execute (XcStore *store, const char *sql)
{
  g_autoptr (GError) error = NULL;

  xc_database_execute (xc_store_get_database (store), sql, &error);
  g_assert_no_error (error);
}

/* In days from today: one limit is past, one near, two come up; one problem was returned. */
static void
fill (XcStore *store)
{
  static const struct
  {
    int problem;
    int days;
  } measures[] = { { 1, -10 }, { 1, 5 }, { 2, 15 }, { 3, 18 }, { 4, 90 } };
  XcDay today = get_today ();
  char begun[XC_DAY_ISO_SIZE], ends[XC_DAY_ISO_SIZE], fed_back[XC_DAY_ISO_SIZE], due[XC_DAY_ISO_SIZE];
  g_autofree char *sql = NULL;

  xc_day_format_iso (today - 400, begun);
  xc_day_format_iso (today + 1000, ends);
  xc_day_format_iso (today - 30, fed_back);
  sql = g_strdup_printf (
      "INSERT INTO term (id, ordinal, committee, level, starts_on, ends_on, covered_when, decimals)"
      " VALUES (1, 2, '示范区委', 'county', '%1$s', '%2$s', 'left', 2);"
      "INSERT INTO register (id, title, position, in_total) VALUES (1, '区直单位', 1, 1);"
      "INSERT INTO round (id, term_id, ordinal, starts_on) VALUES (1, 1, 6, '%1$s');"
      "INSERT INTO organization (id, name, register_id, listed, head) VALUES (1, '示范局党组', 1, 1, "
      "'示某某'),"
      " (2, '样例街道党工委', 1, 1, '样某某');"
      "INSERT INTO inspection (id, round_id, organization_id, kind, level, counts, enters_on, leaves_on,"
      " reported_on, fed_back_on, plan_received_on) VALUES"
      " (1, 1, 1, 'regular', 'own', 'by_kind', '%1$s', '%1$s', '%1$s', '%3$s', '%3$s'),"
      " (2, 1, 2, 'regular', 'own', 'by_kind', '%1$s', '%1$s', '%1$s', '%3$s', '%3$s');"
      "INSERT INTO problem (id, inspection_id, number, wording, is_key, fed_back, state) VALUES"
      " (1, 1, '06-01-001', '议事规则不完善', 0, 1, 'in_progress'),"
      " (2, 1, '06-01-002', '党费收缴不及时', 0, 1, 'in_progress'),"
      " (3, 2, '06-02-001', '台账不清', 0, 1, 'in_progress'),"
      " (4, 2, '06-02-002', '公示不全', 0, 1, 'returned')",
      begun, ends, fed_back);
  execute (store, sql);
  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    {
      g_autofree char *insert =
          g_strdup_printf ("INSERT INTO measure (id, problem_id, position, wording, type, due_on, state)"
                           " VALUES (%1$u, %2$d, %1$u, '第%1$u项措施', 'by_date', '%3$s', 'in_progress')",
                           i + 1, measures[i].problem, xc_day_format_iso (today + measures[i].days, due));

      execute (store, insert);
    }
}

static char *
make_ledger (XcJourney *journey)
{
  g_autofree char *path = g_build_filename (xc_journey_get_folder (journey), "letters.xuncha", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (XcStore) store = xc_store_create (path, &error);

  g_assert_no_error (error);
  fill (store);
  return g_steal_pointer (&path);
}

static char *
name_chip (XcJourney *journey, const char *title, guint count)
{
  return g_strdup_printf ("%s*%u*", xc_journey_word (journey, "due", title), count);
}

/* The list says how many rows it shows. */
static void
wait_shown (XcJourney *journey, guint n)
{
  gboolean is_english = g_str_equal (xc_journey_get_language (journey), "en");
  g_autofree char *label = g_strdup_printf ("%u%s", n, is_english ? (n == 1 ? " row" : " rows") : "行");

  xc_journey_find (journey, ATSPI_ROLE_LABEL, label);
}

static void
look_at_what_waits (XcJourney *journey)
{
  g_autofree char *today = name_chip (journey, "Today", 2);
  g_autofree char *overdue = name_chip (journey, "Overdue", 1);
  g_autofree char *returned = name_chip (journey, "Returned", 1);

  xc_steps_go_to (journey, "<Control>4", "Problems");
  xc_journey_find (journey, ATSPI_ROLE_LABEL, "2!");
  wait_shown (journey, 4);
  xc_journey_click (journey, ATSPI_ROLE_TABLE_CELL, overdue);
  wait_shown (journey, 1);
  xc_journey_click (journey, ATSPI_ROLE_TABLE_CELL, today);
  wait_shown (journey, 2);
  xc_journey_find (journey, ATSPI_ROLE_TABLE_CELL, returned);
  xc_journey_take_picture (journey, "today");
}

static GPtrArray *
load_letters (const char *path)
{
  g_autoptr (XcStore) store = xc_steps_open_ledger (path);
  GPtrArray *letters = xc_store_load_all (store, XC_TABLE_LETTER, NULL);

  g_assert_nonnull (letters);
  return letters;
}

typedef struct
{
  const char *path;
  guint n_letters;
  gboolean are_received;
} Wanted;

static gboolean
is_written (gpointer data)
{
  const Wanted *wanted = data;
  g_autoptr (GPtrArray) letters = load_letters (wanted->path);
  gboolean are_as_wanted = letters->len == wanted->n_letters;

  for (guint i = 0; i < letters->len; i++)
    are_as_wanted &= xc_record_is_set (letters->pdata[i], "received_on") == wanted->are_received;
  return are_as_wanted;
}

static void
wait_written (XcJourney *journey, const char *path, guint n_letters, gboolean are_received)
{
  Wanted wanted = { path, n_letters, are_received };

  if (!xc_journey_wait (journey, is_written, &wanted))
    xc_journey_fail (journey, "there are not %u letters, received or not: %d", n_letters, are_received);
}

/* Red ones have numbers of their own. */
static void
assert_numbered (const char *path)
{
  g_autoptr (GPtrArray) letters = load_letters (path);
  guint seen[XC_DEADLINE_WARNING_RED + 1] = { 0 };
  guint numbers = 0;

  for (guint i = 0; i < letters->len; i++)
    {
      XcDeadlineWarning colour = XC_DEADLINE_WARNING_NONE;

      xc_deadline_colour_from_word (xc_record_get_text (letters->pdata[i], "colour"), &colour);
      seen[colour]++;
      if (colour == XC_DEADLINE_WARNING_RED)
        g_assert_cmpint (xc_record_get_number (letters->pdata[i], "number"), ==, 1);
      else
        numbers |= 1u << xc_record_get_number (letters->pdata[i], "number");
    }
  g_assert_cmpuint (seen[XC_DEADLINE_WARNING_RED], ==, 1);
  g_assert_cmpuint (seen[XC_DEADLINE_WARNING_YELLOW], ==, 1);
  g_assert_cmpuint (seen[XC_DEADLINE_WARNING_GREEN], ==, 2);
  g_assert_cmpuint (numbers, ==, 1u << 1 | 1u << 2 | 1u << 3);
}

static void
issue (XcJourney *journey, const char *path)
{
  xc_journey_activate (journey, ATSPI_ROLE_PUSH_BUTTON, word (journey, "Write Warning Letters"));
  xc_journey_wait_window (journey, word (journey, "Warning Letters"));
  xc_journey_find (journey, ATSPI_ROLE_CHECK_BOX, "* 2/2");
  xc_journey_take_picture (journey, "letters");
  xc_journey_press (journey, "<Control>Return", NULL);
  wait_written (journey, path, 4, FALSE);
  assert_numbered (path);
  xc_journey_activate (journey, ATSPI_ROLE_PUSH_BUTTON, word (journey, "_Show in the Register"));
  xc_journey_wait_state (journey, ATSPI_ROLE_LIST_ITEM, xc_journey_word (journey, "page", "Letters"),
                         ATSPI_STATE_SELECTED, TRUE);
  wait_shown (journey, 4);
}

static void
receive (XcJourney *journey, const char *path)
{
  g_autoptr (GPtrArray) letters = NULL;

  xc_journey_press (journey, "<Control>a", "F2", NULL);
  xc_journey_wait_window (journey, word (journey, "Letters Received"));
  xc_steps_wait_focus (journey, ATSPI_ROLE_TEXT, xc_journey_word (journey, "letter", "Received by"));
  xc_journey_type (journey, "王某");
  xc_journey_take_picture (journey, "received");
  xc_journey_press (journey, "<Control>s", NULL);
  wait_written (journey, path, 4, TRUE);
  letters = load_letters (path);
  g_assert_cmpstr (xc_record_get_text (letters->pdata[0], "received_by"), ==, "王某");
  g_assert_cmpint (xc_record_get_day (letters->pdata[0], "received_on"), ==, get_today ());
}

static void
find_nothing_more (XcJourney *journey)
{
  xc_journey_wait_gone (journey, ATSPI_ROLE_DIALOG, NULL);
  xc_journey_press (journey, "<Control>n", NULL);
  xc_journey_find (journey, ATSPI_ROLE_LABEL, word (journey, "No Letter Is to Be Written Today"));
  xc_journey_press (journey, "Escape", NULL);
  xc_journey_wait_gone (journey, ATSPI_ROLE_DIALOG, NULL);
}

static void
test_letters (XcJourney *journey)
{
  g_autofree char *path = make_ledger (journey);

  xc_journey_start (journey, path, NULL);
  look_at_what_waits (journey);
  issue (journey, path);
  receive (journey, path);
  find_nothing_more (journey);
  xc_journey_press (journey, "<Control>z", NULL);
  wait_written (journey, path, 4, FALSE);
  xc_journey_press (journey, "<Control>z", NULL);
  wait_written (journey, path, 0, FALSE);
  xc_journey_end (journey);
}

int
main (int argc, char **argv)
{
  xc_journey_init (&argc, &argv, 1366, 768);
  xc_journey_add ("/journeys/letters/three-colors-from-proposal-to-receipt", test_letters);
  return xc_journey_run ();
}
