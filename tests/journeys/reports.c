/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of problems: walked through, opened, and copied as sentences; the lists looked through and mended. */
#include "journey.h"

static const char *
word (XcJourney *journey, const char *message)
{
  return xc_journey_word (journey, NULL, message);
}

static void
wait_page (XcJourney *journey, const char *page)
{
  xc_journey_wait_state (journey, ATSPI_ROLE_LIST_ITEM, xc_journey_word (journey, "page", page),
                         ATSPI_STATE_SELECTED, TRUE);
}

static gboolean
is_pasted (gpointer data)
{
  XcJourney *journey = data;
  g_autofree char *text =
      xc_journey_get_text (journey, ATSPI_ROLE_ENTRY, word (journey, "Search the Whole Ledger"));

  return g_strstr_len (text, -1, "第九轮") != NULL && g_strstr_len (text, -1, "81.54%") != NULL;
}

/* What is in the clipboard, by pasting it where the whole ledger is searched. */
static void
assert_copied (XcJourney *journey)
{
  xc_journey_press (journey, "<Control>f", NULL);
  xc_journey_wait_state (journey, ATSPI_ROLE_ENTRY, word (journey, "Search the Whole Ledger"),
                         ATSPI_STATE_FOCUSED, TRUE);
  xc_journey_press (journey, "<Control>v", NULL);
  if (!xc_journey_wait (journey, is_pasted, journey))
    xc_journey_fail (journey, "the sentences were not copied");
}

static void
test_figures (XcJourney *journey)
{
  gboolean is_chinese = g_str_equal (xc_journey_get_language (journey), "zh_CN");
  const char *rated =
      is_chinese ? "*第九轮反馈问题195个*81.54%*" : "*第九轮: of 195 problems fed back*81.54%*";

  xc_journey_open_example (journey);
  xc_journey_press (journey, "<Control>6", NULL);
  wait_page (journey, "Reports");
  xc_journey_find (journey, ATSPI_ROLE_IMAGE, "*1986");
  xc_journey_find (journey, ATSPI_ROLE_LABEL, "*92.40%*");

  /* From the total up to a round, and on to what was fed back of it. */
  xc_journey_press (journey, "Up", "Up", "Right", NULL);
  xc_journey_find (journey, ATSPI_ROLE_IMAGE, "第九轮*195");
  xc_journey_find (journey, ATSPI_ROLE_LABEL, rated);
  xc_journey_take_picture (journey, "round");
  xc_journey_press (journey, "<Control><Shift>s", NULL);
  xc_journey_find (journey, ATSPI_ROLE_LABEL, word (journey, "The sentences are in the clipboard."));

  xc_journey_press (journey, "Return", NULL);
  wait_page (journey, "Problems");
  xc_journey_find (journey, ATSPI_ROLE_LABEL, is_chinese ? "195行*" : "195 rows*");
  xc_journey_take_picture (journey, "rows");
  xc_journey_press (journey, "<Alt>Left", NULL);
  wait_page (journey, "Reports");
  xc_journey_find (journey, ATSPI_ROLE_IMAGE, "第九轮*195");
  assert_copied (journey);
  xc_journey_end (journey);
}

/* A measure that stands word for word on several problems, until it does not. */
static void
test_check (XcJourney *journey)
{
  const char *measure = xc_journey_word (journey, "measure", "Measure");

  xc_journey_open_example (journey);
  xc_journey_press (journey, "F7", NULL);
  wait_page (journey, "Problems");
  xc_journey_wait_state (journey, ATSPI_ROLE_LIST_ITEM, "*01-03-015*", ATSPI_STATE_FOCUSED, TRUE);
  xc_journey_take_picture (journey, "faults");

  /* To the measure, written anew: the next fault has the place of the one that went. */
  xc_journey_press (journey, "Return", NULL);
  xc_journey_wait_state (journey, ATSPI_ROLE_LIST_ITEM, "坚持支部标准化建设*", ATSPI_STATE_FOCUSED, TRUE);
  xc_journey_press (journey, "Return", NULL);
  xc_journey_wait_state (journey, ATSPI_ROLE_TEXT, measure, ATSPI_STATE_FOCUSED, TRUE);
  xc_journey_press (journey, "<Control>a", NULL);
  xc_journey_type (journey, "Each branch was inspected by 2017-08-31");
  xc_journey_press (journey, "<Control>s", NULL);
  xc_journey_wait_gone (journey, ATSPI_ROLE_LIST_ITEM, "*01-03-015*");
  xc_journey_press (journey, "F7", NULL);
  xc_journey_wait_state (journey, ATSPI_ROLE_LIST_ITEM, "*01-03-017*", ATSPI_STATE_FOCUSED, TRUE);
  xc_journey_take_picture (journey, "mended");
  xc_journey_press (journey, "Escape", NULL);
  xc_journey_wait_gone (journey, ATSPI_ROLE_LIST_ITEM, "*01-03-017*");
  xc_journey_end (journey);
}

int
main (int argc, char **argv)
{
  xc_journey_init (&argc, &argv, 1366, 768);
  xc_journey_add ("/journeys/reports/figures", test_figures);
  xc_journey_add ("/journeys/reports/check", test_check);
  return xc_journey_run ();
}
