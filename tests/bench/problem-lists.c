/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The list of 100,000 problems, or of as many as the argument says: every column that it can be sorted by, every filter
 * that it offers, the search, the chips of what is due, the three lists and the figures, one after the other, each until
 * the first rows are there and all are counted; with a second argument only those whose name begins so. Beside each the same connection steps over all problems by plain SQL.
 */
#include "store/due-list.h"
#include "store/path.h"
#include "store/problem-figures.h"
#include "store/problem-past.h"
#include "store/row-model.h"

#include <stdlib.h>
#include <time.h>

#include "ledger.h"
#include "many-problems.h"

#define N_PROBLEMS 100000
#define N_TIMES 3
#define LIMIT_MS 100

static const char bare_sql[] = "SELECT id FROM problem ORDER BY id";

static const char *const list_columns[][16] = {
  { "number", "inspection_id.organization_id.name", "wording", "due", "state", "team", "level_1", "level_2",
    "facts", "is_key", "commonness", "immediate", "inspection_id.fed_back_on" },
  { "number", "inspection_id.organization_id.name", "wording", "measures", "types", "due", "progress",
    "results", "state", "done_on", "closed_on" },
  { "number", "inspection_id.organization_id.name", "wording", "first", "leader", "lead_department",
    "department", "person", "cooperating", "due", "supervising" },
};

static const char *const far_columns[] = { "inspection_id.organization_id.name",
                                           "inspection_id.organization_id.register_id",
                                           "inspection_id.round_id",
                                           "inspection_id.round_id.ordinal",
                                           "inspection_id.team_id",
                                           "inspection_id.fed_back_on",
                                           "point_id.title",
                                           "measure:problem_id.wording",
                                           "measure:problem_id.type",
                                           "measure:problem_id.due_on",
                                           "measure:problem_id.state",
                                           "measure:problem_id.done_on",
                                           "responsibility:problem_id.unit",
                                           "responsibility:problem_id.name" };

static const char *const searched[] = { "number",
                                        "inspection_id.organization_id.name",
                                        "point_id.title",
                                        "wording",
                                        "facts",
                                        "measure:problem_id.wording",
                                        "responsibility:problem_id.unit",
                                        "responsibility:problem_id.name",
                                        NULL };

typedef struct
{
  XcStore *store;
  const char *wanted; /* NULL for all */
  double bare_ms;
  double longest_ms;
  char *longest;
  guint n_late;
  guint n_all;
} Bench;

/* In processor time, as others may use the machine; nothing here waits for the disk. */
static gint64
get_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static double
since (gint64 began)
{
  return (double) (get_time () - began) / 1000;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* The median of some runs of @statement, in milliseconds. */
#define MEASURE(...)                                                                                         \
  ({                                                                                                         \
    double times_[N_TIMES];                                                                                  \
                                                                                                             \
    for (guint i_ = 0; i_ < N_TIMES; i_++)                                                                   \
      {                                                                                                      \
        gint64 began_ = get_time ();                                                                         \
                                                                                                             \
        __VA_ARGS__;                                                                                         \
        times_[i_] = since (began_);                                                                         \
      }                                                                                                      \
    qsort (times_, N_TIMES, sizeof (double), compare_doubles);                                               \
    times_[N_TIMES / 2];                                                                                     \
  })

static void
say (Bench *self, const char *what, guint n_rows, double ms)
{
  g_print ("# %-60s %7u rows %8.1f ms, ratio %6.2f%s\n", what, n_rows, ms, ms / self->bare_ms,
           ms > LIMIT_MS ? "  LATE" : "");
  self->n_all++;
  self->n_late += ms > LIMIT_MS;
  if (ms <= self->longest_ms)
    return;
  self->longest_ms = ms;
  g_free (self->longest);
  self->longest = g_strdup (what);
}

static void
step_over_rows (XcStore *store)
{
  g_autoptr (XcStatement) statement = xc_database_prepare (xc_store_get_database (store), bare_sql, NULL);
  gint64 sum = 0;

  for (gboolean row = TRUE; row && xc_statement_step (statement, &row, NULL);)
    sum += row ? xc_statement_get_integer (statement, 0) : 0;
  g_assert_cmpint (sum, !=, 0);
}

/* As the window asks: all ids, which are the count as well, and the first rows with what their columns show. */
static guint
find (Bench *self, const XcQuery *query, guint list)
{
  g_autoptr (XcRowModel) model = xc_row_model_new (self->store, XC_TABLE_PROBLEM, list_columns[list]);
  g_autoptr (GError) error = NULL;
  guint n_rows;

  xc_row_model_set_query (model, query, &error);
  g_assert_no_error (error);
  n_rows = g_list_model_get_n_items (G_LIST_MODEL (model));
  if (n_rows > 0)
    g_object_unref (g_list_model_get_item (G_LIST_MODEL (model), 0));
  return n_rows;
}

static gboolean
is_wanted (const Bench *self, const char *what)
{
  return self->wanted == NULL || g_str_has_prefix (what, self->wanted);
}

static void
measure_query (Bench *self, const char *what, const XcQuery *query)
{
  guint n_rows;

  if (!is_wanted (self, what))
    return;
  double ms = MEASURE (n_rows = find (self, query, 0));
  say (self, what, n_rows, ms);
}

static void
measure_sort (Bench *self, const char *path, gboolean descending)
{
  g_autoptr (XcQuery) query = xc_query_new (XC_TABLE_PROBLEM);
  g_autofree char *what = g_strdup_printf ("sorted by %s%s", path, descending ? ", last first" : "");
  XcPath read;

  if (!xc_path_read (XC_TABLE_PROBLEM, path, &read) || xc_path_has_many (&read)
      || read.field->kind == XC_FIELD_REFERENCE)
    return;
  xc_query_add_sort (query, path, descending);
  measure_query (self, what, query);
}

/* What somebody would ask of such a field, from what its rows have. */
static void
take_sample (Bench *self, const XcPath *path, XcValue *value)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT %s FROM %s WHERE %s IS NOT NULL ORDER BY id LIMIT 1 OFFSET 5",
                       path->field->name, xc_catalogue_get (path->table)->name, path->field->name);
  g_autoptr (XcStatement) statement = xc_database_prepare (xc_store_get_database (self->store), sql, NULL);
  gboolean row;

  g_assert_true (xc_statement_step (statement, &row, NULL));
  if (xc_field_is_textual (path->field))
    *value = XC_VALUE_TEXT (row ? g_intern_string (xc_statement_get_text (statement, 0)) : "示范");
  else if (path->field->kind == XC_FIELD_DAY)
    *value = XC_VALUE_NUMBER (row ? xc_day_parse_iso (xc_statement_get_text (statement, 0)) : 19000);
  else
    *value = XC_VALUE_NUMBER (row ? xc_statement_get_integer (statement, 0) : 1);
}

static void
measure_filter (Bench *self, const char *path)
{
  static const char *const relations[XC_N_RELATIONS] = { "is",      "is not",    "contains", "matches",
                                                         "empty",   "not empty", "before",   "after",
                                                         "from to", "one of" };
  XcValue values[2];
  XcPath read;

  if (!xc_path_read (XC_TABLE_PROBLEM, path, &read) || !xc_path_is_kept (&read))
    return;
  take_sample (self, &read, &values[0]);
  values[1] = values[0];
  for (guint i = 0; i < XC_N_RELATIONS; i++)
    {
      g_autoptr (XcQuery) query = xc_query_new (XC_TABLE_PROBLEM);
      g_autofree char *what = g_strdup_printf ("filter: %s %s", path, relations[i]);
      guint n_values = i == XC_RELATION_FROM_TO                               ? 2
                       : i == XC_RELATION_EMPTY || i == XC_RELATION_NOT_EMPTY ? 0
                                                                              : 1;

      if (!xc_relation_fits ((XcRelation) i, read.field))
        continue;
      xc_query_add_sort (query, "number", FALSE);
      xc_query_add_filter (query, path, (XcRelation) i, values, n_values);
      measure_query (self, what, query);
    }
}

static void
measure_columns (Bench *self)
{
  const XcCatalogueTable *table = xc_catalogue_get (XC_TABLE_PROBLEM);
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();
  guint n_derived;
  const XcField *derived = xc_catalogue_list_derived (XC_TABLE_PROBLEM, &n_derived);

  for (guint i = 0; i < table->n_fields; i++)
    g_ptr_array_add (paths, (gpointer) table->fields[i].name);
  for (guint i = 0; i < n_derived; i++)
    g_ptr_array_add (paths, (gpointer) derived[i].name);
  for (guint i = 0; i < G_N_ELEMENTS (far_columns); i++)
    g_ptr_array_add (paths, (gpointer) far_columns[i]);
  for (guint i = 0; i < paths->len; i++)
    {
      measure_sort (self, paths->pdata[i], FALSE);
      measure_sort (self, paths->pdata[i], TRUE);
    }
  for (guint i = 0; i < paths->len; i++)
    measure_filter (self, paths->pdata[i]);
}

static void
measure_search (Bench *self)
{
  static const char *const words[] = { "研", "第777项", "777", "李某", "sfqd7j", "没有这样的" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (XcQuery) query = xc_query_new (XC_TABLE_PROBLEM);
      g_autofree char *what = g_strdup_printf ("search for %s", words[i]);

      xc_query_add_sort (query, "number", FALSE);
      xc_query_set_search (query, words[i], searched);
      measure_query (self, what, query);
    }
}

static void
measure_lists (Bench *self)
{
  static const char *const names[] = { "problems", "rectification", "responsibility" };
  g_autoptr (XcQuery) query = xc_query_new (XC_TABLE_PROBLEM);
  g_autoptr (XcRowModel) model = xc_row_model_new (self->store, XC_TABLE_PROBLEM, list_columns[2]);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  xc_query_add_sort (query, "number", FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (list_columns); i++)
    {
      g_autofree char *what = g_strdup_printf ("the list of %s from nothing", names[i]);
      guint n_rows;
      double ms = MEASURE (n_rows = find (self, query, i));

      say (self, what, n_rows, ms);
    }
  g_assert_true (xc_row_model_set_query (model, query, NULL));
  for (guint i = 0; i < 256; i++)
    g_ptr_array_add (rows, g_list_model_get_item (G_LIST_MODEL (model), i));
  for (guint i = 0; i < G_N_ELEMENTS (list_columns); i++)
    {
      g_autofree char *what = g_strdup_printf ("switched to the list of %s", names[i]);
      gint64 began = get_time ();

      xc_row_model_set_columns (model, list_columns[i]);
      say (self, what, g_list_model_get_n_items (G_LIST_MODEL (model)), since (began));
    }
}

static void
measure_chip (Bench *self, const XcDueList *list, const char *name, guint reasons)
{
  g_autoptr (XcQuery) query = xc_due_list_query (list, XC_TABLE_PROBLEM, reasons);
  g_autofree char *what = g_strdup_printf ("due: %s", name);

  xc_query_add_sort (query, "number", FALSE);
  measure_query (self, what, query);
}

static void
measure_due (Bench *self)
{
  const XcDay today = xc_day_new (2024, 9, 1);
  g_autoptr (XcDueList) list = NULL;
  double ms = MEASURE ({
    g_clear_pointer (&list, xc_due_list_free);
    list = xc_due_list_load (self->store, today, 1, NULL);
  });

  say (self, "what is due is read", list->rows->len, ms);
  measure_chip (self, list, "today", ~XC_DUE_MASK (XC_DUE_GREEN));
  for (guint i = 0; i < XC_DUE_NOTICE; i++)
    measure_chip (self, list, xc_due_reason_get_title ((XcDueReason) i), XC_DUE_MASK (i));
}

static void
measure_figures (Bench *self)
{
  static const char *const names[] = { "round", "team", "organization", "point", "register" };
  const XcFiguresFilter filter = { .today = xc_day_new (2024, 9, 1), .term_id = 1 };
  double ms;

  for (guint g = 0; g < XC_N_FIGURES_GROUPS; g++)
    {
      g_autofree char *what = g_strdup_printf ("figures by %s", names[g]);
      guint n_found;

      ms = MEASURE ({
        g_autoptr (XcProblemFigures) figures =
            xc_problem_figures_load (self->store, (XcFiguresGroup) g, &filter, NULL);
        n_found = figures->total.found;
      });
      say (self, what, n_found, ms);
    }
  for (guint f = 0; f < XC_N_FIGURES; f++)
    {
      g_autofree char *what =
          g_strdup_printf ("rows behind a figure: %s", xc_figure_get_title ((XcFigure) f));
      guint n_rows;

      ms = MEASURE ({
        g_autoptr (XcQuery) query =
            xc_problem_figures_query (self->store, &filter, XC_FIGURES_BY_ROUND, -1, (XcFigure) f, NULL);
        g_autoptr (GArray) ids = NULL;

        if (xc_query_get_table (query) == XC_TABLE_PROBLEM)
          xc_query_add_sort (query, "number", FALSE);
        ids = xc_query_ids (query, self->store, NULL);
        n_rows = ids->len;
      });
      say (self, what, n_rows, ms);
    }
  ms = MEASURE ({
    g_autoptr (XcProblemPast) past = xc_problem_past_load (self->store, NULL);
    g_assert_nonnull (past);
  });
  say (self, "figures of any day are prepared", 0, ms);
}

int
main (int argc, char **argv)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  guint n_problems = argc > 1 ? (guint) atoi (argv[1]) : N_PROBLEMS;
  Bench bench = { .wanted = argc > 2 ? argv[2] : NULL };
  g_autofree char *path = NULL;

  {
    g_autoptr (XcStore) store = xc_test_ledger_new (folder);

    xc_test_many_problems_fill (store, n_problems);
    path = g_strdup (xc_store_get_path (store));
  }
  bench.store = xc_store_open (path, XC_STORE_READ, NULL);
  bench.bare_ms = MEASURE (step_over_rows (bench.store));
  g_print ("# the peer, %s: %.1f ms\n", bare_sql, bench.bare_ms);
  measure_columns (&bench);
  measure_search (&bench);
  if (is_wanted (&bench, "the list of"))
    measure_lists (&bench);
  if (is_wanted (&bench, "due"))
    measure_due (&bench);
  if (is_wanted (&bench, "figures"))
    measure_figures (&bench);
  g_print ("# longest: %s, %.1f ms, ratio %.2f; %u of %u over %d ms\n", bench.longest, bench.longest_ms,
           bench.longest_ms / bench.bare_ms, bench.n_late, bench.n_all, LIMIT_MS);
  g_free (bench.longest);
  g_object_unref (bench.store);
  return EXIT_SUCCESS;
}
