/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A leader asks how far it is, and then which ones: from the start page to the list in a few clicks, and the chart walked
 * through by keys alone. */
#include "journey.h"

static const char *
word (XcJourney *journey, const char *message)
{
  return xc_journey_word (journey, NULL, message);
}

/* The list of organizations says how many it shows. */
static void
find_rows (XcJourney *journey, guint n_rows)
{
  gboolean is_chinese = g_str_equal (xc_journey_get_language (journey), "zh_CN");
  g_autofree char *words = g_strdup_printf (is_chinese ? "%u个党组织" : "%u organizations", n_rows);

  xc_journey_find (journey, ATSPI_ROLE_LABEL, words);
}

static void
open_example (XcJourney *journey)
{
  xc_journey_start (journey, NULL);
  xc_journey_wait_window (journey, word (journey, "Inspection Ledger"));
  xc_journey_activate (journey, ATSPI_ROLE_PUSH_BUTTON, word (journey, "See an _Example"));
  xc_journey_wait_window (journey, word (journey, "See an Example"));
  xc_journey_activate (journey, ATSPI_ROLE_PUSH_BUTTON, word (journey, "_Look Around"));
  xc_journey_find (journey, ATSPI_ROLE_LIST, word (journey, "Pages"));
  xc_journey_wait_gone (journey, ATSPI_ROLE_DIALOG, NULL);
}

/* From the start page: the example, its answer, the figure, the register: the eight that are left. */
static void
test_which_ones (XcJourney *journey)
{
  g_autofree char *open = g_strdup_printf ("%s*16*", xc_journey_word (journey, "figure", "Not covered"));

  open_example (journey);
  xc_journey_click (journey, ATSPI_ROLE_PUSH_BUTTON, open);
  xc_journey_wait_state (journey, ATSPI_ROLE_LIST_ITEM, xc_journey_word (journey, "page", "Organizations"),
                         ATSPI_STATE_SELECTED, TRUE);
  find_rows (journey, 16);
  xc_journey_click (journey, XC_ANY_ROLE, "区直单位*62/70*");
  find_rows (journey, 8);
  xc_journey_take_picture (journey, "which-ones");
  xc_journey_click (journey, ATSPI_ROLE_PUSH_BUTTON, "*“*”*");
  xc_journey_wait_gone (journey, ATSPI_ROLE_PUSH_BUTTON, "*“*”*");
  xc_journey_end (journey);
}

/* The problems behind a figure: as many as it says, until that is taken away. */
static void
test_problems (XcJourney *journey)
{
  g_autofree char *immediate = g_strdup_printf ("%s*431*", xc_journey_word (journey, "figure", "Immediate"));

  open_example (journey);
  xc_journey_click (journey, ATSPI_ROLE_PUSH_BUTTON, immediate);
  xc_journey_wait_state (journey, ATSPI_ROLE_LIST_ITEM, xc_journey_word (journey, "page", "Problems"),
                         ATSPI_STATE_SELECTED, TRUE);
  xc_journey_find (journey, ATSPI_ROLE_LABEL, "431?*");
  xc_journey_click (journey, ATSPI_ROLE_PUSH_BUTTON, "*“*”*");
  xc_journey_find (journey, ATSPI_ROLE_LABEL, "1*986?*");
  xc_journey_end (journey);
}

/* Another day; Enter is for the entry only once it has the keyboard. */
static void
look_at (XcJourney *journey, const char *day)
{
  xc_journey_click (journey, ATSPI_ROLE_TEXT, word (journey, "As of"));
  xc_journey_wait_state (journey, ATSPI_ROLE_TEXT, word (journey, "As of"), ATSPI_STATE_FOCUSED, TRUE);
  xc_journey_set_text (journey, ATSPI_ROLE_TEXT, word (journey, "As of"), day);
  xc_journey_press (journey, "Return", NULL);
}

/* Back to 2018: what had been found and closed by then, and no more than that is listed. */
static void
test_problems_on_a_day (XcJourney *journey)
{
  g_autofree char *found = g_strdup_printf ("%s*558*", xc_journey_word (journey, "figure", "Problems"));

  open_example (journey);
  look_at (journey, "2018.3.1");
  xc_journey_click (journey, ATSPI_ROLE_PUSH_BUTTON, found);
  xc_journey_wait_state (journey, ATSPI_ROLE_LIST_ITEM, xc_journey_word (journey, "page", "Problems"),
                         ATSPI_STATE_SELECTED, TRUE);
  xc_journey_find (journey, ATSPI_ROLE_LABEL, "558?*");
  xc_journey_end (journey);
}

static void
find_slide (XcJourney *journey, const char *title)
{
  g_autofree char *name = g_strdup_printf ("*示范区委* · %s", title);

  xc_journey_wait_window (journey, name);
  xc_journey_find (journey, ATSPI_ROLE_IMAGE, name);
}

/* The whole screen for the leaders: each chart by a key, each with its name and its words. */
static void
test_presentation (XcJourney *journey)
{
  open_example (journey);
  xc_journey_press (journey, "F11", NULL);
  find_slide (journey, xc_journey_word (journey, "sheet", "Progress"));
  xc_journey_take_picture (journey, "presented");
  xc_journey_press (journey, "Right", NULL);
  find_slide (journey, xc_journey_word (journey, "sheet", "Registers"));
  xc_journey_press (journey, "space", NULL);
  find_slide (journey, xc_journey_word (journey, "sheet", "Organizations"));
  xc_journey_press (journey, "Page_Down", NULL);
  find_slide (journey, word (journey, "Figures"));
  xc_journey_take_picture (journey, "figures");
  /* Then each register by itself, to the last. */
  xc_journey_press (journey, "Right", NULL);
  find_slide (journey, "区直单位");
  xc_journey_press (journey, "End", "Right", NULL);
  find_slide (journey, "村（社区）");
  xc_journey_take_picture (journey, "one-register");
  xc_journey_press (journey, "Left", "Home", NULL);
  find_slide (journey, xc_journey_word (journey, "sheet", "Progress"));
  xc_journey_press (journey, "Escape", NULL);
  xc_journey_wait_gone (journey, ATSPI_ROLE_IMAGE, "*示范区委* · *");
  xc_journey_find (journey, XC_ANY_ROLE, word (journey, "As of"));
  xc_journey_end (journey);
}

/* Its figures go into a workbook. */
static void
test_workbook (XcJourney *journey)
{
  g_autofree char *path = g_build_filename (xc_journey_get_folder (journey), "figures.xlsx", NULL);

  open_example (journey);
  xc_journey_press (journey, "<Control>e", NULL);
  xc_journey_wait_window (journey, word (journey, "Save the Chart"));
  xc_journey_tab_to (journey, XC_ANY_ROLE, "*PNG*");
  xc_journey_press (journey, "space", "End", "Return", NULL);
  xc_journey_wait_state (journey, ATSPI_ROLE_PUSH_BUTTON, "*XLSX*", ATSPI_STATE_FOCUSED, TRUE);
  xc_journey_press (journey, "<Control>s", NULL);
  xc_journey_save_as (journey, word (journey, "Where to Save the Chart"), path);
  xc_journey_find (journey, XC_ANY_ROLE, "*figures.xlsx*");
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  xc_journey_end (journey);
}

static void
test_chart_by_keys (XcJourney *journey)
{
  open_example (journey);
  xc_journey_tab_to (journey, ATSPI_ROLE_IMAGE, "*示范区委*");
  xc_journey_press (journey, "End", NULL);
  xc_journey_find (journey, ATSPI_ROLE_IMAGE, "*6*");
  xc_journey_take_picture (journey, "last-mark");
  xc_journey_press (journey, "Return", NULL);
  xc_journey_wait_state (journey, ATSPI_ROLE_LIST_ITEM, xc_journey_word (journey, "page", "Organizations"),
                         ATSPI_STATE_SELECTED, TRUE);
  find_rows (journey, 6);
  xc_journey_press (journey, "<Alt>Left", "<Alt>3", NULL);
  xc_journey_take_picture (journey, "squares");
  xc_journey_end (journey);
}

static char *
make_ledger (XcJourney *journey)
{
  char *path = g_build_filename (xc_journey_get_folder (journey), "what-if.xuncha", NULL);
  const char *const argv[] = { xc_journey_get_program (), "new", path, "--example", NULL };
  g_autoptr (GError) error = NULL;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return path;
}

static GBytes *
read_bytes (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *contents = NULL;
  gsize length = 0;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (contents, length);
}

/* The curve moves, and the ledger stays as it is, byte for byte. */
static void
test_what_if (XcJourney *journey)
{
  g_autofree char *path = make_ledger (journey);
  g_autoptr (GBytes) before = read_bytes (path), after = NULL;

  xc_journey_start (journey, path, NULL);
  xc_journey_find (journey, ATSPI_ROLE_LIST, word (journey, "Pages"));
  xc_journey_press (journey, "F8", NULL);
  xc_journey_find (journey, XC_ANY_ROLE, word (journey, "_Rounds left"));
  look_at (journey, "2019.9.20");
  xc_journey_find (journey, ATSPI_ROLE_PUSH_BUTTON, "*74/115  64.35%*");
  xc_journey_find (journey, ATSPI_ROLE_LABEL, "*94*21*");
  xc_journey_take_picture (journey, "what-if");
  after = read_bytes (path);
  g_assert_true (g_bytes_equal (before, after));
  xc_journey_end (journey);
}

int
main (int argc, char **argv)
{
  xc_journey_init (&argc, &argv, 1366, 768);
  xc_journey_add ("/journeys/overview/which-ones", test_which_ones);
  xc_journey_add ("/journeys/overview/problems", test_problems);
  xc_journey_add ("/journeys/overview/problems-on-a-day", test_problems_on_a_day);
  xc_journey_add ("/journeys/overview/presentation", test_presentation);
  xc_journey_add ("/journeys/overview/workbook", test_workbook);
  xc_journey_add ("/journeys/overview/chart-by-keys", test_chart_by_keys);
  xc_journey_add ("/journeys/overview/what-if", test_what_if);
  return xc_journey_run ();
}
