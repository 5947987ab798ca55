/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of 100,000 problems, or of as many as the argument says, by each group, beside plain SQL that counts the
 * same problems by their state. */
#include "store/problem-figures.h"

#include <stdlib.h>

#include "ledger.h"
#include "many-problems.h"

#define N_PROBLEMS 100000
#define N_TIMES 5

static double
since (gint64 began)
{
  return (double) (g_get_monotonic_time () - began) / 1000;
}

/* What a program without measures would do. */
static double
run_bare (XcStore *store)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < N_TIMES; i++)
    {
      gint64 began = g_get_monotonic_time ();
      g_autoptr (XcStatement) statement = xc_database_prepare (
          xc_store_get_database (store),
          "SELECT i.round_id, p.fed_back, p.state, count (*), sum (EXISTS (SELECT 1 FROM measure AS m"
          " WHERE m.problem_id = p.id AND m.type = 'immediate')) FROM problem AS p"
          " JOIN inspection AS i ON i.id = p.inspection_id GROUP BY 1, 2, 3",
          NULL);
      gboolean row;

      while (xc_statement_step (statement, &row, NULL) && row)
        xc_statement_get_integer (statement, 3);
      best = MIN (best, since (began));
    }
  return best;
}

int
main (int argc, char **argv)
{
  static const char *const names[] = { "round", "team", "organization", "point", "register" };
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  const XcFiguresFilter filter = { .today = xc_day_new (2024, 9, 1) };
  double bare;

  xc_test_many_problems_fill (store, argc > 1 ? (guint) atoi (argv[1]) : N_PROBLEMS);
  bare = run_bare (store);
  for (guint g = 0; g < XC_N_FIGURES_GROUPS; g++)
    {
      double best = G_MAXDOUBLE;
      guint found = 0;

      for (guint i = 0; i < N_TIMES; i++)
        {
          gint64 began = g_get_monotonic_time ();
          g_autoptr (XcProblemFigures) figures =
              xc_problem_figures_load (store, (XcFiguresGroup) g, &filter, NULL);

          best = MIN (best, since (began));
          found = figures->total.found;
        }
      g_print ("# figures by %-12s %7u problems %8.2f ms, plain SQL %8.2f ms, ratio %.2f\n", names[g], found,
               best, bare, best / bare);
    }
  return EXIT_SUCCESS;
}
