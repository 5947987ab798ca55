/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/rectification-figures.h"

#include "core/ratio.h"

static void
count_some (XcRectificationFigures *figures, guint n, XcRectificationState state, gboolean fed_back,
            gboolean immediate)
{
  const XcCountedProblem problem = { state,
                                     fed_back,
                                     FALSE,
                                     { .n_measures = 2,
                                       .n_done = state == XC_RECTIFICATION_CLOSED ? 2 : 1,
                                       .is_immediate = immediate,
                                       .due_on = XC_DAY_NONE,
                                       .done_on = XC_DAY_NONE } };

  for (guint i = 0; i < n; i++)
    xc_rectification_figures_count (figures, &problem);
}

/* 697 fed back, 688 closed, 4 basically done, 5 not done: 98.71 %, as a district published it. */
static void
gives_what_was_published (void)
{
  XcRectificationFigures figures = { 0 };
  XcRectificationRate rate;
  g_autofree char *text = NULL;
  g_autofree char *with = NULL;

  count_some (&figures, 688, XC_RECTIFICATION_CLOSED, TRUE, FALSE);
  count_some (&figures, 4, XC_RECTIFICATION_BASICALLY_DONE, TRUE, FALSE);
  count_some (&figures, 5, XC_RECTIFICATION_IN_PROGRESS, TRUE, FALSE);
  g_assert_cmpuint (figures.fed_back, ==, 697);
  g_assert_cmpuint (figures.states[XC_RECTIFICATION_BASICALLY_DONE], ==, 4);
  g_assert_cmpuint (xc_rectification_figures_get_not_done (&figures), ==, 5);
  rate = xc_rectification_figures_get_rate (&figures, FALSE);
  text = xc_ratio_format (rate.done, rate.fed_back, 2);
  g_assert_cmpstr (text, ==, "98.71%");
  rate = xc_rectification_figures_get_rate (&figures, TRUE);
  with = xc_ratio_format (rate.done, rate.fed_back, 2);
  g_assert_cmpstr (with, ==, "99.28%");
}

static void
tells_the_numbers_apart (void)
{
  XcRectificationFigures figures = { 0 }, sum = { 0 };
  const XcCountedProblem late = { XC_RECTIFICATION_RETURNED, TRUE, TRUE, { .days_overdue = 3 } };

  count_some (&figures, 3, XC_RECTIFICATION_CLOSED, FALSE, TRUE);
  count_some (&figures, 2, XC_RECTIFICATION_AWAITING_REVIEW, TRUE, TRUE);
  xc_rectification_figures_count (&figures, &late);
  for (guint i = 0; i < 2; i++)
    xc_rectification_figures_add (&sum, &figures);
  g_assert_cmpuint (figures.found, ==, 6);
  g_assert_cmpuint (figures.fed_back, ==, 3);
  g_assert_cmpuint (figures.closed, ==, 3);
  g_assert_cmpuint (figures.states[XC_RECTIFICATION_CLOSED], ==, 0);
  g_assert_cmpuint (figures.immediate, ==, 5);
  g_assert_cmpuint (figures.immediate_closed, ==, 3);
  g_assert_cmpuint (figures.during, ==, 1);
  g_assert_cmpuint (figures.overdue, ==, 1);
  g_assert_cmpuint (figures.measures, ==, 10);
  g_assert_cmpuint (figures.measures_done, ==, 8);
  g_assert_cmpuint (xc_rectification_figures_get_not_done (&figures), ==, 1);
  for (gsize i = 0; i < sizeof (figures) / sizeof (guint); i++)
    g_assert_cmpuint (((guint *) &sum)[i], ==, 2 * ((guint *) &figures)[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/rectification-figures/gives-what-was-published", gives_what_was_published);
  g_test_add_func ("/core/rectification-figures/tells-the-numbers-apart", tells_the_numbers_apart);
  return g_test_run ();
}
