/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/rectification.h"

#define STATE(word) XC_RECTIFICATION_##word

static const char *const state_words[XC_N_RECTIFICATION_STATES] = {
  "not_started", "in_progress", "basically_done", "awaiting_review", "returned", "closed", "reopened"
};

/* Rows: not started, in progress, basically done, awaiting review, returned, closed, reopened. Columns: work, achieve
 * most, apply, return, close, reopen. -1: not allowed. */
static const int table[XC_N_RECTIFICATION_STATES][XC_N_RECTIFICATION_ACTIONS] = {
  { STATE (IN_PROGRESS), STATE (BASICALLY_DONE), STATE (AWAITING_REVIEW), -1, -1, -1 },
  { STATE (IN_PROGRESS), STATE (BASICALLY_DONE), STATE (AWAITING_REVIEW), -1, -1, -1 },
  { STATE (IN_PROGRESS), STATE (BASICALLY_DONE), STATE (AWAITING_REVIEW), -1, -1, -1 },
  { -1, -1, -1, STATE (RETURNED), STATE (CLOSED), -1 },
  { STATE (IN_PROGRESS), STATE (BASICALLY_DONE), STATE (AWAITING_REVIEW), -1, -1, -1 },
  { -1, -1, -1, -1, -1, STATE (REOPENED) },
  { STATE (IN_PROGRESS), STATE (BASICALLY_DONE), STATE (AWAITING_REVIEW), -1, -1, -1 },
};

static void
allows_what_the_table_allows (void)
{
  for (guint state = 0; state < XC_N_RECTIFICATION_STATES; state++)
    for (guint action = 0; action < XC_N_RECTIFICATION_ACTIONS; action++)
      {
        XcRectificationState next = (XcRectificationState) state;
        gboolean allowed =
            xc_rectification_act ((XcRectificationState) state, (XcRectificationAction) action, &next);

        g_assert_cmpint (allowed, ==, table[state][action] != -1);
        g_assert_cmpint (next, ==, allowed ? table[state][action] : (int) state);
      }
}

static void
words_go_there_and_back (void)
{
  static const char *const types[] = { "immediate", "by_date", "lasting" };
  static const char *const measures[] = { "not_started", "in_progress", "basically_done", "done" };

  for (guint i = 0; i < XC_N_RECTIFICATION_STATES; i++)
    {
      XcRectificationState state;

      g_assert_cmpstr (xc_rectification_state_to_word ((XcRectificationState) i), ==, state_words[i]);
      g_assert_true (xc_rectification_state_from_word (state_words[i], &state));
      g_assert_cmpuint (state, ==, i);
    }
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    g_assert_cmpstr (xc_rectification_type_to_word ((XcRectificationType) i), ==, types[i]);
  for (guint i = 0; i < XC_N_MEASURE_STATES; i++)
    g_assert_cmpstr (xc_measure_state_to_word ((XcMeasureState) i), ==, measures[i]);
}

/* The rule once more, as a list of questions in their order. */
static XcRectificationState
expect_from (const XcRectificationState *measures, guint n)
{
  guint counts[XC_N_RECTIFICATION_STATES] = { 0 };
  guint done;

  for (guint i = 0; i < n; i++)
    counts[measures[i]]++;
  done = counts[STATE (AWAITING_REVIEW)] + counts[STATE (CLOSED)];
  if (n == 0 || counts[STATE (NOT_STARTED)] == n)
    return STATE (NOT_STARTED);
  if (counts[STATE (CLOSED)] == n)
    return STATE (CLOSED);
  if (counts[STATE (RETURNED)] > 0)
    return STATE (RETURNED);
  if (counts[STATE (REOPENED)] > 0)
    return STATE (REOPENED);
  if (done == n)
    return STATE (AWAITING_REVIEW);
  if (done + counts[STATE (BASICALLY_DONE)] == n)
    return STATE (BASICALLY_DONE);
  return STATE (IN_PROGRESS);
}

static void
follows_from_any_four_measures (void)
{
  for (guint n = 0; n <= 4; n++)
    {
      guint combinations = 1;

      for (guint i = 0; i < n; i++)
        combinations *= XC_N_RECTIFICATION_STATES;
      for (guint c = 0; c < combinations; c++)
        {
          XcRectificationState measures[4];

          for (guint i = 0, rest = c; i < n; i++, rest /= XC_N_RECTIFICATION_STATES)
            measures[i] = (XcRectificationState) (rest % XC_N_RECTIFICATION_STATES);
          g_assert_cmpint (xc_rectification_from_measures (measures, n), ==, expect_from (measures, n));
        }
    }
}

static void
gives_measures_their_own_state (void)
{
  static const XcMeasureState expected[XC_N_RECTIFICATION_STATES] = {
    XC_MEASURE_NOT_STARTED, XC_MEASURE_IN_PROGRESS, XC_MEASURE_BASICALLY_DONE, XC_MEASURE_DONE,
    XC_MEASURE_IN_PROGRESS, XC_MEASURE_DONE,        XC_MEASURE_IN_PROGRESS
  };

  for (guint i = 0; i < XC_N_RECTIFICATION_STATES; i++)
    g_assert_cmpint (xc_measure_state_from_rectification ((XcRectificationState) i), ==, expected[i]);
}

static void
computes_what_is_overdue (void)
{
  const XcDay due = 1000;

  for (guint i = 0; i < XC_N_RECTIFICATION_STATES; i++)
    {
      XcRectificationState state = (XcRectificationState) i;
      gboolean open = state != STATE (AWAITING_REVIEW) && state != STATE (CLOSED);

      g_assert_cmpint (xc_rectification_days_overdue (state, due, XC_DAY_NONE, due - 1), ==, 0);
      g_assert_cmpint (xc_rectification_days_overdue (state, due, XC_DAY_NONE, due), ==, 0);
      g_assert_cmpint (xc_rectification_days_overdue (state, due, XC_DAY_NONE, due + 1), ==, open ? 1 : 0);
      g_assert_cmpint (xc_rectification_days_overdue (state, due, XC_DAY_NONE, due + 40), ==, open ? 40 : 0);
      g_assert_cmpint (xc_rectification_days_overdue (state, XC_DAY_NONE, due, due + 40), ==, 0);
    }
  g_assert_cmpint (xc_rectification_days_overdue (STATE (AWAITING_REVIEW), due, due, due + 40), ==, 0);
  g_assert_cmpint (xc_rectification_days_overdue (STATE (AWAITING_REVIEW), due, due + 3, due + 40), ==, 3);
  g_assert_cmpint (xc_rectification_days_overdue (STATE (CLOSED), due, due + 3, due + 40), ==, 0);
  g_assert_cmpint (xc_measure_days_overdue (XC_MEASURE_BASICALLY_DONE, due, XC_DAY_NONE, due + 2), ==, 2);
  g_assert_cmpint (xc_measure_days_overdue (XC_MEASURE_DONE, due, due, due + 2), ==, 0);
  g_assert_cmpint (xc_measure_days_overdue (XC_MEASURE_DONE, due, due + 1, due + 2), ==, 1);
  g_assert_cmpint (xc_measure_days_overdue (XC_MEASURE_DONE, due, XC_DAY_NONE, due + 2), ==, 0);
}

/* A district published 697 fed back, 688 done, 4 basically done and 5 not, and gave 688 ÷ 697 as its rate. */
static void
leaves_basically_done_out_of_the_rate (void)
{
  const guint counts[XC_N_RECTIFICATION_STATES] = {
    [STATE (CLOSED)] = 688, [STATE (BASICALLY_DONE)] = 4, [STATE (IN_PROGRESS)] = 3, [STATE (NOT_STARTED)] = 2
  };
  XcRectificationRate rate = xc_rectification_get_rate (counts, FALSE);

  g_assert_cmpuint (rate.done, ==, 688);
  g_assert_cmpuint (rate.fed_back, ==, 697);
  rate = xc_rectification_get_rate (counts, TRUE);
  g_assert_cmpuint (rate.done, ==, 692);
  g_assert_cmpuint (rate.fed_back, ==, 697);
}

/* The rule once more, by what the measures have in common. */
static XcRectificationState
expect_followed (XcRectificationState state, guint before, guint after)
{
  const XcMeasureState one = (XcMeasureState) (after / XC_N_MEASURE_STATES);
  const XcMeasureState other = (XcMeasureState) (after % XC_N_MEASURE_STATES);
  const XcMeasureState least = MIN (one, other), most = MAX (one, other);
  const guint swapped = before % XC_N_MEASURE_STATES * XC_N_MEASURE_STATES + before / XC_N_MEASURE_STATES;

  if (state == STATE (AWAITING_REVIEW) || state == STATE (CLOSED) || after == before || after == swapped)
    return state;
  if (most == XC_MEASURE_NOT_STARTED)
    return state == STATE (RETURNED) || state == STATE (REOPENED) ? state : STATE (NOT_STARTED);
  return least == XC_MEASURE_BASICALLY_DONE ? STATE (BASICALLY_DONE) : STATE (IN_PROGRESS);
}

static void
follows_what_changes_in_its_measures (void)
{
  const guint n = XC_N_MEASURE_STATES * XC_N_MEASURE_STATES;
  const XcMeasureState begun = XC_MEASURE_IN_PROGRESS;

  for (guint state = 0; state < XC_N_RECTIFICATION_STATES; state++)
    for (guint i = 0; i < n; i++)
      for (guint j = 0; j < n; j++)
        {
          const XcMeasureState before[] = { (XcMeasureState) (i / XC_N_MEASURE_STATES),
                                            (XcMeasureState) (i % XC_N_MEASURE_STATES) };
          const XcMeasureState after[] = { (XcMeasureState) (j / XC_N_MEASURE_STATES),
                                           (XcMeasureState) (j % XC_N_MEASURE_STATES) };

          g_assert_cmpint (xc_rectification_follow ((XcRectificationState) state, before, 2, after, 2), ==,
                           expect_followed ((XcRectificationState) state, i, j));
        }
  /* The first measure is added, the last one removed. */
  g_assert_cmpint (xc_rectification_follow (STATE (NOT_STARTED), NULL, 0, &begun, 1), ==,
                   STATE (IN_PROGRESS));
  g_assert_cmpint (xc_rectification_follow (STATE (IN_PROGRESS), &begun, 1, NULL, 0), ==,
                   STATE (NOT_STARTED));
  g_assert_cmpint (xc_rectification_follow (STATE (IN_PROGRESS), NULL, 0, NULL, 0), ==, STATE (IN_PROGRESS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/rectification/allows-what-the-table-allows", allows_what_the_table_allows);
  g_test_add_func ("/core/rectification/words-go-there-and-back", words_go_there_and_back);
  g_test_add_func ("/core/rectification/follows-from-any-four-measures", follows_from_any_four_measures);
  g_test_add_func ("/core/rectification/gives-measures-their-own-state", gives_measures_their_own_state);
  g_test_add_func ("/core/rectification/computes-what-is-overdue", computes_what_is_overdue);
  g_test_add_func ("/core/rectification/leaves-basically-done-out-of-the-rate",
                   leaves_basically_done_out_of_the_rate);
  g_test_add_func ("/core/rectification/follows-what-changes-in-its-measures",
                   follows_what_changes_in_its_measures);
  return g_test_run ();
}
