/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/store.h"

#include "ledger.h"

/* Does one action at random: adds, changes or removes an organization. */
static gboolean
do_something (XcStore *store, gpointer data, GError **error)
{
  GRand *rand = data;
  g_autoptr (GPtrArray) organizations = xc_store_load_all (store, XC_TABLE_ORGANIZATION, error);
  g_autoptr (GPtrArray) registers = xc_store_load_all (store, XC_TABLE_REGISTER, error);
  g_autoptr (XcRecord) record = NULL;
  g_autofree char *name = g_strdup_printf ("organization %u", g_rand_int (rand));

  if (organizations->len > 3 && g_rand_boolean (rand))
    {
      record = xc_record_ref (organizations->pdata[g_rand_int_range (rand, 0, (int) organizations->len)]);
      if (g_rand_boolean (rand))
        return xc_store_remove (store, XC_TABLE_ORGANIZATION, xc_record_get_id (record), error);
    }
  else
    {
      record = xc_record_new (XC_TABLE_ORGANIZATION);
      xc_record_set_number (record, "register_id", xc_record_get_id (registers->pdata[0]));
    }
  xc_record_set_text (record, "name", name);
  xc_record_set_yes (record, "listed", g_rand_boolean (rand));
  return xc_store_save (store, record, error);
}

static void
goes_back_to_the_beginning_and_forward_again (void)
{
  enum
  {
    N_STEPS = 60
  };
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  g_autofree char *path = g_strdup (xc_store_get_path (store));
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  char *states[N_STEPS + 1];

  xc_test_ledger_add_register (store, "区直单位");
  states[0] = xc_test_ledger_dump (store);
  for (guint i = 1; i <= N_STEPS; i++)
    {
      g_autoptr (GError) error = NULL;

      xc_store_run (store, "something", do_something, rand, &error);
      g_assert_no_error (error);
      states[i] = xc_test_ledger_dump (store);
      g_assert_cmpstr (states[i], !=, states[i - 1]);
    }
  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint i = N_STEPS; i-- > 0;)
        {
          g_autofree char *state = NULL;

          g_assert_true (xc_store_undo (store, NULL, NULL));
          state = xc_test_ledger_dump (store);
          g_assert_cmpstr (state, ==, states[i]);
          /* The steps outlive the program. */
          if (i % 20 == 0)
            {
              g_clear_object (&store);
              store = xc_store_open (path, XC_STORE_WRITE, NULL);
            }
        }
      for (guint i = 1; i <= N_STEPS; i++)
        {
          g_autofree char *state = NULL;

          g_assert_true (xc_store_redo (store, NULL, NULL));
          state = xc_test_ledger_dump (store);
          g_assert_cmpstr (state, ==, states[i]);
        }
    }
  for (guint i = 0; i <= N_STEPS; i++)
    g_free (states[i]);
}

static void
says_what_it_undid_and_when_nothing_is_left (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;

  xc_test_ledger_add_register (store, "学校");
  g_assert_false (xc_store_redo (store, NULL, &error));
  g_assert_error (error, XC_STORE_ERROR, XC_STORE_ERROR_NOTHING);
  g_clear_error (&error);
  g_assert_true (xc_store_undo (store, &title, NULL));
  g_assert_cmpstr (title, ==, "add");
  g_assert_false (xc_store_undo (store, NULL, &error));
  g_assert_error (error, XC_STORE_ERROR, XC_STORE_ERROR_NOTHING);
}

static void
cannot_be_redone_after_another_action (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  g_autoptr (GError) error = NULL;

  xc_test_ledger_add_register (store, "学校");
  g_assert_true (xc_store_undo (store, NULL, NULL));
  xc_test_ledger_add_register (store, "医院");
  g_assert_false (xc_store_redo (store, NULL, &error));
  g_assert_error (error, XC_STORE_ERROR, XC_STORE_ERROR_NOTHING);
  g_assert_true (xc_store_undo (store, NULL, NULL));
  g_assert_true (xc_store_redo (store, NULL, NULL));
}

static void
refuses_when_a_row_was_changed_since (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  xc_test_ledger_add_register (store, "学校");
  g_assert_true (
      xc_database_execute (xc_store_get_database (store), "UPDATE register SET position = 9", NULL));
  before = xc_test_ledger_dump (store);
  g_assert_false (xc_store_undo (store, NULL, &error));
  g_assert_error (error, XC_STORE_ERROR, XC_STORE_ERROR_CHANGED_SINCE);
  g_assert_nonnull (strstr (error->message, "Registers 学校"));
  after = xc_test_ledger_dump (store);
  g_assert_cmpstr (before, ==, after);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/undo/goes-back-to-the-beginning-and-forward-again",
                   goes_back_to_the_beginning_and_forward_again);
  g_test_add_func ("/store/undo/says-what-it-undid-and-when-nothing-is-left",
                   says_what_it_undid_and_when_nothing_is_left);
  g_test_add_func ("/store/undo/cannot-be-redone-after-another-action",
                   cannot_be_redone_after_another_action);
  g_test_add_func ("/store/undo/refuses-when-a-row-was-changed-since", refuses_when_a_row_was_changed_since);
  return g_test_run ();
}
