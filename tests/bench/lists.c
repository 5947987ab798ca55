/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The three lists of 100,000 problems, read back and proven, beside a bare loop that writes the same cells by
 * libxlsxwriter and reads nothing back. */
#include "report/lists.h"

#include <glib/gstdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <xlsxwriter.h>

#include "ledger.h"
#include "many-problems.h"
#include "report/list-cells.h"

#define N_PROBLEMS 100000
#define A_DAY ((XcDay) 19859)

typedef struct
{
  lxw_worksheet *sheets[XC_N_LISTS];
  XcListLayout *layouts[XC_N_LISTS];
  XcListCells *cells;
  lxw_format *plain;
  lxw_format *day;
  guint next_row;
} Bare;

static gboolean
write_bare (const XcListProblem *problem, gpointer data, GError **error)
{
  Bare *self = data;

  xc_list_cells_set_problem (self->cells, problem, self->next_row + 1);
  for (guint l = 0; l < XC_N_LISTS; l++)
    {
      worksheet_set_row (self->sheets[l], self->next_row, 40, NULL);
      for (guint i = 0; i < self->layouts[l]->columns->len; i++)
        {
          XcListField field = g_array_index (self->layouts[l]->columns, XcListColumn, i).field;
          XcListCell cell;

          xc_list_cells_get (self->cells, field, NULL, &cell);
          if (cell.kind == XC_LIST_CELL_DAY)
            worksheet_write_number (self->sheets[l], self->next_row, (lxw_col_t) i, cell.day + 25569,
                                    self->day);
          else if (cell.kind == XC_LIST_CELL_NUMBER)
            worksheet_write_number (self->sheets[l], self->next_row, (lxw_col_t) i, cell.number, self->plain);
          else
            worksheet_write_string (self->sheets[l], self->next_row, (lxw_col_t) i,
                                    cell.kind == XC_LIST_CELL_BLANK ? "" : cell.text, self->plain);
        }
    }
  self->next_row++;
  return TRUE;
}

static void
run_bare (XcStore *store, const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "bare.xlsx", NULL);
  lxw_workbook_options options = { .constant_memory = TRUE, .tmpdir = (char *) folder };
  lxw_workbook *workbook = workbook_new_opt (path, &options);
  const XcListFilter filter = { 0 };
  Bare self = { .cells = xc_list_cells_new () };

  self.plain = workbook_add_format (workbook);
  format_set_text_wrap (self.plain);
  format_set_border (self.plain, LXW_BORDER_THIN);
  self.day = workbook_add_format (workbook);
  format_set_num_format (self.day, "yyyy-mm-dd");
  format_set_border (self.day, LXW_BORDER_THIN);
  for (guint l = 0; l < XC_N_LISTS; l++)
    {
      self.layouts[l] = xc_list_layout_load (store, (XcList) l, NULL);
      self.sheets[l] = workbook_add_worksheet (workbook, self.layouts[l]->title);
    }
  g_assert_true (xc_list_rows_read (store, &filter, write_bare, &self, NULL));
  g_assert_cmpint (workbook_close (workbook), ==, LXW_NO_ERROR);
}

static void
run_own (XcStore *store, const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "own.xlsx", NULL);
  const XcListsOptions options = { .day = A_DAY };
  g_autoptr (GError) error = NULL;

  xc_lists_write (store, &options, path, FALSE, NULL, &error);
  g_assert_no_error (error);
}

/* In a process of its own, as the most memory that it had is counted for a process. */
static double
measure (const char *program, const char *what, const char *name, const char *path, const char *folder)
{
  const char *const arguments[] = { program, what, path, folder, NULL };
  struct rusage usage;
  GPid child;
  int status;
  gint64 began = g_get_monotonic_time ();

  g_assert_true (
      g_spawn_async (NULL, (char **) arguments, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &child, NULL));
  g_assert_cmpint (wait4 (child, &status, 0, &usage), ==, child);
  g_assert_cmpint (status, ==, 0);
  double seconds = (double) (g_get_monotonic_time () - began) / G_USEC_PER_SEC;
  g_print ("# %s: %.2f s, %.1f s of processor time, %ld MiB at most\n", name, seconds,
           (double) usage.ru_utime.tv_sec + (double) usage.ru_utime.tv_usec / 1e6
               + (double) usage.ru_stime.tv_sec + (double) usage.ru_stime.tv_usec / 1e6,
           usage.ru_maxrss / 1024);
  return seconds;
}

int
main (int argc, char **argv)
{
  if (argc == 4)
    {
      g_autoptr (XcStore) store = xc_store_open (argv[2], XC_STORE_READ, NULL);

      (g_str_equal (argv[1], "own") ? run_own : run_bare) (store, argv[3]);
      return 0;
    }
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  g_autofree char *path = g_strdup (xc_store_get_path (store));

  xc_test_many_problems_fill (store, N_PROBLEMS);
  g_clear_object (&store);
  double own = measure (argv[0], "own", "the three lists, proven", path, folder);
  double bare = measure (argv[0], "bare", "a bare loop of libxlsxwriter, not proven", path, folder);
  g_print ("# ratio %.2f\n", own / bare);
  return 0;
}
