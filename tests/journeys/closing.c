/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A problem on its way: its time limit moved twice, its measure done, closed by three bodies, reopened, closed again; a
 * plan of rectification that is returned and comes again; and one step with many problems, some of which are not let
 * through. By keys alone. */
#include "journey.h"

static const char *
word (XcJourney *journey, const char *message)
{
  return xc_journey_word (journey, NULL, message);
}

static const char *
step (XcJourney *journey, const char *title)
{
  return xc_journey_word (journey, "step", title);
}

static const char *
field (XcJourney *journey, const char *table, const char *title)
{
  return xc_journey_word (journey, table, title);
}

static void
go_to_problem (XcJourney *journey, const char *number)
{
  g_autofree char *first = g_strdup_printf ("%s*", number);

  xc_journey_press (journey, "<Control>4", "<Control><Shift>f", "<Control>a", NULL);
  xc_journey_wait_state (journey, XC_ANY_ROLE, word (journey, "Search in this list"), ATSPI_STATE_FOCUSED,
                         TRUE);
  xc_journey_type (journey, number);
  xc_journey_wait_gone (journey, ATSPI_ROLE_TABLE_CELL, "*01-01-001");
  xc_journey_press (journey, "Return", NULL);
  xc_journey_wait_state (journey, ATSPI_ROLE_TABLE_ROW, first, ATSPI_STATE_FOCUSED, TRUE);
}

/* What is typed goes where the focus is: the dialog is there when its first text has it. */
static void
begin (XcJourney *journey, const char *keys, const char *first)
{
  xc_journey_press (journey, keys, NULL);
  xc_journey_wait_state (journey, ATSPI_ROLE_TEXT, first, ATSPI_STATE_FOCUSED, TRUE);
}

static void
finish (XcJourney *journey, const char *title)
{
  xc_journey_press (journey, "<Control>s", NULL);
  xc_journey_wait_gone (journey, ATSPI_ROLE_DIALOG, step (journey, title));
}

static void
extend (XcJourney *journey, const char *day, const char *reason)
{
  begin (journey, "<Control><Shift>t", field (journey, "extension", "New limit"));
  xc_journey_type (journey, day);
  xc_journey_tab_to (journey, ATSPI_ROLE_TEXT, field (journey, "extension", "Reason"));
  xc_journey_type (journey, reason);
  xc_journey_tab_to (journey, ATSPI_ROLE_TEXT, field (journey, "extension", "Approved by"));
  xc_journey_type (journey, "Shi Moumou\tNo. 3\t");
  finish (journey, "Extend Time Limits");
}

static void
apply (XcJourney *journey)
{
  begin (journey, "<Control><Shift>s", field (journey, "closing_step", "Person"));
  xc_journey_type (journey, "Yang Moumou");
  finish (journey, "Apply for Closing");
}

/* The body that comes next is proposed. */
static void
review (XcJourney *journey)
{
  begin (journey, "<Control><Shift>r", field (journey, "closing_step", "Person"));
  xc_journey_type (journey, "Shen Moumou");
  finish (journey, "Review the Closing");
}

static void
expect_state (XcJourney *journey, const char *state)
{
  g_autofree char *label = g_strdup_printf ("%s*", xc_journey_word (journey, "choice", state));

  xc_journey_find (journey, ATSPI_ROLE_LABEL, label);
}

static void
close_problem (XcJourney *journey)
{
  apply (journey);
  expect_state (journey, "Done, awaiting review");
  for (guint i = 0; i < 3; i++)
    review (journey);
  expect_state (journey, "Closed");
}

/* The limit that was set at first stays in sight. */
static void
move_limit (XcJourney *journey)
{
  xc_journey_press (journey, "<Control>Page_Down", NULL);
  xc_journey_find (journey, ATSPI_ROLE_LIST_ITEM, "*2018*");
  extend (journey, "2027.3.1", "Waits for the inspection of works");
  extend (journey, "20270630", "Waits for the court");
  xc_journey_find (journey, ATSPI_ROLE_LIST_ITEM, "*2027*2018*2*");
  xc_journey_take_picture (journey, "extended");
  begin (journey, "<Control><Shift>d", field (journey, "measure", "Result"));
  xc_journey_type (journey, "Paid back");
  finish (journey, "Measures Done");
}

static void
reopen (XcJourney *journey)
{
  begin (journey, "<Control><Shift>o", field (journey, "closing_step", "Person"));
  xc_journey_type (journey, "Du Moumou");
  /* Without a reason it stays as it is, and so does what was typed. */
  xc_journey_press (journey, "<Control>s", NULL);
  xc_journey_wait_state (journey, ATSPI_ROLE_TEXT, xc_journey_word (journey, "closing", "Reason"),
                         ATSPI_STATE_FOCUSED, TRUE);
  xc_journey_press (journey, "Escape", NULL);
  xc_journey_wait_gone (journey, ATSPI_ROLE_DIALOG, step (journey, "Reopen"));
  begin (journey, "<Control><Shift>o", xc_journey_word (journey, "closing", "Reason"));
  xc_journey_wait_text (journey, ATSPI_ROLE_TEXT, field (journey, "closing_step", "Person"), "Du Moumou");
  xc_journey_type (journey, "It came back");
  finish (journey, "Reopen");
  expect_state (journey, "Reopened");
}

static void
test_problem (XcJourney *journey)
{
  xc_journey_open_example (journey);
  go_to_problem (journey, "03-10-014");
  move_limit (journey);
  xc_journey_press (journey, "<Control>Page_Down", "<Control>Page_Down", NULL);
  close_problem (journey);
  reopen (journey);
  close_problem (journey);
  /* Its whole life, the last cycle first. */
  xc_journey_find (journey, ATSPI_ROLE_LABEL, "*Du Moumou*");
  xc_journey_find (journey, ATSPI_ROLE_LABEL, "It came back");
  xc_journey_find (journey, ATSPI_ROLE_LABEL, "*Waits for the court");
  xc_journey_find (journey, ATSPI_ROLE_LABEL, "*Shi Moumou*No. 3*");
  xc_journey_take_picture (journey, "closed");
  xc_journey_press (journey, "<Control>z", NULL);
  expect_state (journey, "Done, awaiting review");
  xc_journey_end (journey);
}

static void
receive (XcJourney *journey, const char *day)
{
  xc_journey_press (journey, "<Control><Shift>l", NULL);
  xc_journey_wait_window (journey, word (journey, "Plan and Deadlines"));
  xc_journey_tab_to (journey, ATSPI_ROLE_PUSH_BUTTON,
                     xc_journey_word (journey, "rectification plan", "_Received…"));
  begin (journey, "space", field (journey, "plan_review", "Plan received on"));
  xc_journey_press (journey, "<Control>a", NULL);
  xc_journey_type (journey, day);
  finish (journey, "Plan Received");
}

static void
decide (XcJourney *journey, const char *button, const char *title, const char *day, const char *opinion)
{
  xc_journey_tab_to (journey, ATSPI_ROLE_PUSH_BUTTON,
                     xc_journey_word (journey, "rectification plan", button));
  begin (journey, "space", field (journey, "plan_review", "Person"));
  xc_journey_type (journey, "Shen Moumou");
  xc_journey_tab_to (journey, ATSPI_ROLE_TEXT, field (journey, "plan_review", "Day"));
  xc_journey_press (journey, "<Control>a", NULL);
  xc_journey_type (journey, day);
  xc_journey_tab_to (journey, ATSPI_ROLE_TEXT, field (journey, "plan_review", "Opinion"));
  xc_journey_type (journey, opinion);
  finish (journey, title);
}

static void
return_plan (XcJourney *journey)
{
  const char *dialog = word (journey, "Plan and Deadlines");

  go_to_problem (journey, "10-03-001");
  receive (journey, "2021-4-1");
  decide (journey, "Re_turn…", "Return the Plan", "2021-4-6", "No owners named");
  xc_journey_find (journey, ATSPI_ROLE_LABEL, "No owners named");
  xc_journey_press (journey, "Escape", NULL);
  xc_journey_wait_gone (journey, ATSPI_ROLE_DIALOG, dialog);
  receive (journey, "20210420");
  decide (journey, "_Accept…", "Accept the Plan", "2021.4.22", "Complete now");
  xc_journey_find (journey, ATSPI_ROLE_LABEL, "Complete now");
  xc_journey_take_picture (journey, "plan");
  xc_journey_press (journey, "Escape", NULL);
  xc_journey_wait_gone (journey, ATSPI_ROLE_DIALOG, dialog);
}

/* Words of the window with two of their numbers; what else is put into them may be anything. */
static const char *
fill (const char *words, const char *first, const char *one, const char *second, const char *other)
{
  g_autoptr (GString) text = g_string_new (words);

  g_string_replace (text, first, one, 0);
  g_string_replace (text, second, other, 0);
  g_string_replace (text, "%1$s", "*", 0);
  return g_intern_string (text->str);
}

/* Six of nine are closed: these can be reopened. What is refused is told before anything is done. */
static void
reopen_many (XcJourney *journey)
{
  const char *outlook = fill (word (journey, "%1$'u of %2$'u are taken along. These are left as they are:"),
                              "%1$'u", "6", "%2$'u", "9");
  const char *done =
      fill (step (journey, "%1$s: %2$'u done, %3$'u left as they are"), "%2$'u", "6", "%3$'u", "3");
  g_autofree char *reopened = g_strdup_printf ("*%s", xc_journey_word (journey, "choice", "Reopened"));

  go_to_problem (journey, "09-05-00");
  xc_journey_press (journey, "<Control>a", NULL);
  xc_journey_find (journey, ATSPI_ROLE_LABEL, "9* · *9*");
  g_assert_false (xc_journey_has (journey, ATSPI_ROLE_TABLE_CELL, reopened));
  begin (journey, "<Control><Shift>o", field (journey, "closing_step", "Person"));
  xc_journey_find (journey, ATSPI_ROLE_LABEL, outlook);
  xc_journey_find (journey, ATSPI_ROLE_LABEL, "*09-05-00*09-05-00*09-05-00*");
  xc_journey_take_picture (journey, "many");
  xc_journey_type (journey, "Du Moumou");
  xc_journey_tab_to (journey, ATSPI_ROLE_TEXT, xc_journey_word (journey, "closing", "Reason"));
  xc_journey_type (journey, "Checked on the spot");
  finish (journey, "Reopen");
  xc_journey_find (journey, ATSPI_ROLE_LABEL, done);
  xc_journey_find (journey, ATSPI_ROLE_TABLE_CELL, reopened);
  xc_journey_press (journey, "<Control>z", NULL);
  xc_journey_wait_gone (journey, ATSPI_ROLE_TABLE_CELL, reopened);
}

static void
test_plan_and_many (XcJourney *journey)
{
  xc_journey_open_example (journey);
  return_plan (journey);
  reopen_many (journey);
  xc_journey_end (journey);
}

int
main (int argc, char **argv)
{
  xc_journey_init (&argc, &argv, 1366, 768);
  xc_journey_add ("/journeys/closing/problem", test_problem);
  xc_journey_add ("/journeys/closing/plan-and-many", test_plan_and_many);
  return xc_journey_run ();
}
