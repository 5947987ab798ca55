/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/list-pages.h"

#include <string.h>

#include "district.h"
#include "ledger.h"

/* 2024-05-16 */
#define A_DAY ((XcDay) 19859)
#define N_PROBLEMS 700

static const XcRowWorkbookColumn columns[] = { { "number", "Number", 108 },
                                               { "inspection_id.organization_id.name", "Organization", 190 },
                                               { "wording", "Wording of the problem", 420 },
                                               { "state", "State", 90 } };
static const XcRowWorkbookOptions options = { columns, G_N_ELEMENTS (columns), "Problems", "Internal", A_DAY,
                                              NULL };

static guint
find_all (XcPages *pages, double width, double height)
{
  gboolean is_whole = FALSE;
  guint n_steps = 0;
  g_autoptr (GError) error = NULL;

  xc_pages_begin (pages, width, height);
  for (; !is_whole; n_steps++)
    {
      g_assert_true (xc_pages_go_on (pages, &is_whole, &error));
      g_assert_no_error (error);
    }
  return n_steps;
}

static guint
count_labels (XcPicture *picture, const char *words)
{
  gsize n_labels;
  const XcLabel *const *labels = xc_picture_get_labels (picture, &n_labels);
  guint count = 0;

  for (gsize i = 0; i < n_labels; i++)
    count += g_str_equal (labels[i]->words, words);
  return count;
}

static void
check_page (XcPicture *page)
{
  gsize n_labels, n_panels;
  const XcLabel *const *labels = xc_picture_get_labels (page, &n_labels);
  const XcBox *panels = xc_picture_get_panels (page, &n_panels);

  for (gsize i = 0; i < n_labels; i++)
    {
      g_assert_true (xc_box_contains (&panels[0], &labels[i]->box));
      for (gsize k = i + 1; k < n_labels; k++)
        if (xc_box_overlaps (&labels[i]->box, &labels[k]->box))
          g_error ("“%s” lies on “%s”", labels[i]->words, labels[k]->words);
    }
  g_assert_cmpuint (count_labels (page, "Problems"), ==, 1);
  g_assert_cmpuint (count_labels (page, "Wording of the problem"), ==, 1);
  g_assert_cmpuint (count_labels (page, "Internal"), ==, 1);
}

/* A row is found by its number. */
static void
every_row_is_on_one_page_in_order (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_district_new (folder, N_PROBLEMS);
  g_autoptr (XcQuery) query = xc_query_new (XC_TABLE_PROBLEM);
  g_autoptr (XcPages) pages = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *last = g_strdup ("");

  xc_query_add_sort (query, "number", FALSE);
  pages = xc_list_pages_new (store, query, &options, NULL);
  g_assert_cmpuint (find_all (pages, XC_PAGE_A4_LONG, XC_PAGE_A4_SHORT), >, 1);
  g_assert_cmpuint (xc_pages_get_n (pages), >, 10);
  for (guint i = 0; i < xc_pages_get_n (pages); i++)
    {
      g_autoptr (XcPicture) page = xc_pages_lay_out (pages, i);
      gsize n_labels;
      const XcLabel *const *labels = xc_picture_get_labels (page, &n_labels);

      check_page (page);
      for (gsize k = 0; k < n_labels; k++)
        if (labels[k]->box.x < XC_PAGE_MARGIN + 10 && g_ascii_isdigit (labels[k]->words[0])
            && strchr (labels[k]->words, '-') != NULL)
          {
            g_assert_cmpstr (last, <, labels[k]->words);
            g_free (last);
            last = g_strdup (labels[k]->words);
            g_hash_table_add (seen, g_strdup (last));
          }
    }
  g_assert_cmpuint (g_hash_table_size (seen), ==, N_PROBLEMS);
}

static void
other_paper_takes_the_same_rows (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_district_new (folder, N_PROBLEMS);
  g_autoptr (XcQuery) query = xc_query_new (XC_TABLE_PROBLEM);
  g_autoptr (XcPages) pages = xc_list_pages_new (store, query, &options, NULL);
  guint n_small;

  find_all (pages, XC_PAGE_A4_LONG, XC_PAGE_A4_SHORT);
  n_small = xc_pages_get_n (pages);
  find_all (pages, XC_PAGE_A3_LONG, XC_PAGE_A3_SHORT);
  g_assert_cmpuint (xc_pages_get_n (pages), <, n_small);
  g_autoptr (XcPicture) page = xc_pages_lay_out (pages, 0);
  g_assert_cmpuint (count_labels (page, "700 rows as of 2024-05-16"), ==, 1);
}

static void
a_list_without_rows_is_one_page (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  g_autoptr (XcQuery) query = xc_query_new (XC_TABLE_PROBLEM);
  g_autoptr (XcPages) pages = xc_list_pages_new (store, query, &options, NULL);

  find_all (pages, XC_PAGE_A4_LONG, XC_PAGE_A4_SHORT);
  g_assert_cmpuint (xc_pages_get_n (pages), ==, 1);
  g_autoptr (XcPicture) page = xc_pages_lay_out (pages, 0);
  check_page (page);
  g_assert_cmpuint (count_labels (page, "0 rows as of 2024-05-16"), ==, 1);
}

static void
a_long_text_stays_on_its_page (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  g_autoptr (XcQuery) query = xc_query_new (XC_TABLE_ORGANIZATION);
  static const XcRowWorkbookColumn one[] = { { "name", "Name", 60 },
                                             { "register_id.title", "Register", 900 } };
  const XcRowWorkbookOptions narrow = { one, G_N_ELEMENTS (one), "Problems", NULL, A_DAY, NULL };
  g_autoptr (GString) name = g_string_new (NULL);
  g_autoptr (XcPages) pages = NULL;

  for (guint i = 0; i < 2000; i++)
    g_string_append (name, "示范");
  xc_test_ledger_add_organization (store, xc_test_ledger_add_register (store, "区直单位"), name->str);
  pages = xc_list_pages_new (store, query, &narrow, NULL);
  find_all (pages, XC_PAGE_A4_LONG, XC_PAGE_A4_SHORT);
  g_assert_cmpuint (xc_pages_get_n (pages), ==, 1);
  g_autoptr (XcPicture) page = xc_pages_lay_out (pages, 0);
  gsize n_panels, n_labels;
  const XcLabel *const *labels = xc_picture_get_labels (page, &n_labels);
  const XcBox *panels = xc_picture_get_panels (page, &n_panels);

  for (gsize i = 0; i < n_labels; i++)
    g_assert_true (xc_box_contains (&panels[0], &labels[i]->box));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/list-pages/every-row-is-on-one-page-in-order", every_row_is_on_one_page_in_order);
  g_test_add_func ("/report/list-pages/other-paper-takes-the-same-rows", other_paper_takes_the_same_rows);
  g_test_add_func ("/report/list-pages/a-list-without-rows-is-one-page", a_list_without_rows_is_one_page);
  g_test_add_func ("/report/list-pages/a-long-text-stays-on-its-page", a_long_text_stays_on_its_page);
  return g_test_run ();
}
