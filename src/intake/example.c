/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "intake/example.h"

#include <glib/gi18n-lib.h>

#include "core/fail.h"
#include "intake/example-closing.h"
#include "intake/example-sheet.h"
#include "intake/import.h"

typedef struct
{
  const XcExampleBook *book;
  const XcExampleProblems *problems;
} Example;

/* Nothing of an office's own may be mixed up with what is invented. */
static gboolean
check_empty (XcStore *store, GError **error)
{
  static const XcTable tables[] = { XC_TABLE_TERM, XC_TABLE_REGISTER, XC_TABLE_ORGANIZATION,
                                    XC_TABLE_PERSON };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (GPtrArray) rows = xc_store_load_all (store, tables[i], error);

      if (rows == NULL)
        return FALSE;
      if (rows->len > 0)
        return xc_fail (error, XC_INTAKE_ERROR, XC_INTAKE_ERROR_NOT_EMPTY,
                        _ ("The ledger holds data already, so the example was not put into it. Make a new "
                           "ledger for the example."));
    }
  return TRUE;
}

static gboolean
import_sheets (XcStore *store, const XcExampleBook *book, GError **error)
{
  g_autoptr (XcRowSource) source = xc_row_source_new_texts (book->sheets);
  g_autoptr (XcImportReport) report = xc_import_report_new ("example");

  return xc_import_take (store, source, report, error);
}

/* Whoever leads or serves in a team was taken from a pool. */
static gboolean
fill_pools (XcStore *store, GError **error)
{
  g_autoptr (GPtrArray) persons = xc_store_load_all (store, XC_TABLE_PERSON, error);
  g_autoptr (GPtrArray) members =
      persons == NULL ? NULL : xc_store_load_all (store, XC_TABLE_TEAM_MEMBER, error);
  g_autoptr (GHashTable) leaders = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (members == NULL)
    return FALSE;
  for (guint i = 0; i < members->len; i++)
    {
      gint64 id = xc_record_get_number (members->pdata[i], "person_id");

      if (g_strcmp0 (xc_record_get_text (members->pdata[i], "role"), "leader") == 0)
        g_array_append_val (ids, id);
    }
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (leaders, &g_array_index (ids, gint64, i));
  for (guint i = 0; i < persons->len; i++)
    {
      gint64 id = xc_record_get_id (persons->pdata[i]);

      xc_record_set_yes (persons->pdata[i], "in_talent_pool", TRUE);
      xc_record_set_yes (persons->pdata[i], "in_leader_pool", g_hash_table_contains (leaders, &id));
      if (!xc_store_save (store, persons->pdata[i], error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
fill (XcStore *store, gpointer data, GError **error)
{
  const Example *example = data;

  return check_empty (store, error) && import_sheets (store, example->book, error)
         && fill_pools (store, error)
         && xc_example_closing_save (store, example->book, example->problems, error);
}

/**
 * xc_example_fill:
 * @store: a ledger without data
 * @error: return location; %XC_INTAKE_ERROR_NOT_EMPTY when it has any, or a #XcStoreError
 *
 * Puts the example into @store as one step that can be undone. It is the same every time but for the ids.
 *
 * Returns: whether it is in the ledger
 */
gboolean
xc_example_fill (XcStore *store, GError **error)
{
  g_return_val_if_fail (XC_IS_STORE (store), FALSE);

  g_autoptr (XcExampleBook) book = xc_example_book_new ();
  g_autoptr (XcExampleProblems) problems = xc_example_problems_new (book);
  Example example = { book, problems };

  /* Their sheets stand after those that they refer to. */
  g_ptr_array_add (book->sheets, xc_example_problem_sheet_new (book, problems));
  g_ptr_array_add (book->sheets, xc_example_measure_sheet_new (book, problems));
  g_ptr_array_add (book->sheets, xc_example_responsibility_sheet_new (book, problems));
  xc_text_sheet_remove_column (book->inspections, "问题数");
  return xc_store_run (store, _ ("Example ledger"), fill, &example, error);
}
