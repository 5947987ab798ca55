/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A writer that is killed at any moment: the ledger is as before or as after what it was doing, and nothing else. */
#include <unistd.h>

#include "ledger.h"
#include "process.h"
#include "store/check.h"
#include "store/history.h"

/* As in an ordinary run, and with "-m slow". */
#define N_KILLS 20
#define N_KILLS_SLOW 300
/* Of the rows of a large action; its commit then writes long enough to be met. */
#define N_ROWS_LARGE 1500

typedef struct
{
  char *path;
  gint64 register_id;
  int report; /* the writing end of a pipe */
} Writer;

typedef struct
{
  const Writer *writer;
  guint n_rows;
} Batch;

static gboolean
save_rows (XcStore *store, gpointer data, GError **error)
{
  const Batch *batch = data;

  for (guint i = 0; i < batch->n_rows; i++)
    {
      g_autoptr (XcRecord) record = xc_record_new (XC_TABLE_ORGANIZATION);
      g_autofree char *name = g_strdup_printf ("单位 %u", g_random_int ());

      xc_record_set_text (record, "name", name);
      xc_record_set_number (record, "register_id", batch->writer->register_id);
      if (!xc_store_save (store, record, error))
        return FALSE;
    }
  return TRUE;
}

/* Tells how many steps of the history are surely on the disk. */
static void
tell (const Writer *writer, XcStore *store)
{
  gint64 head;

  g_assert_true (
      xc_database_get_integer (xc_store_get_database (store), "SELECT head_seq FROM ledger", &head, NULL));
  g_assert_cmpint (write (writer->report, &head, sizeof head), ==, sizeof head);
}

static void
write_on_and_on (gpointer data)
{
  const Writer *writer = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (XcStore) store = xc_store_open (writer->path, XC_STORE_WRITE, &error);

  g_assert_no_error (error);
  for (;;)
    {
      Batch batch = { writer, g_random_int_range (0, 4) > 0 ? 1 : N_ROWS_LARGE };
      /* The number of its rows is the name of the action. */
      g_autofree char *title = g_strdup_printf ("%u", batch.n_rows);

      tell (writer, store);
      xc_store_run (store, title, save_rows, &batch, &error);
      g_assert_no_error (error);
      if (g_random_int_range (0, 4) > 0)
        continue;
      tell (writer, store);
      xc_store_undo (store, NULL, &error);
      g_assert_no_error (error);
      tell (writer, store);
      xc_store_redo (store, NULL, &error);
      g_assert_no_error (error);
    }
}

/* How many rows there must be after all that the history tells. */
static gint64
count_expected (XcDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = xc_history_list (database, &error);
  gint64 count = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < entries->len; i++)
    {
      const XcHistoryEntry *entry = entries->pdata[i];

      /* Undo and redo carry the title of what they are of. */
      count += (entry->kind == XC_HISTORY_UNDO ? -1 : 1) * g_ascii_strtoll (entry->title, NULL, 10);
    }
  return count;
}

static void
fail_on_finding (const XcFinding *finding, gpointer data)
{
  g_error ("%s", finding->sentence);
}

static void
assert_whole (const Writer *writer, gint64 told)
{
  g_autoptr (GError) error = NULL;
  /* A reader first: what is half written must be taken back for it as well. */
  g_autoptr (XcStore) store = xc_store_open (writer->path, XC_STORE_READ, &error);
  XcDatabase *database;
  gint64 head, found;

  g_assert_no_error (error);
  database = xc_store_get_database (store);
  g_assert_true (xc_database_get_integer (database, "SELECT head_seq FROM ledger", &head, &error));
  /* What was told is there, and at most the step after it. */
  g_assert_cmpint (head, >=, told);
  g_assert_cmpint (head, <=, told + 1);
  g_assert_true (xc_database_get_integer (database, "SELECT count (*) FROM organization", &found, &error));
  g_assert_cmpint (found, ==, count_expected (database));
  g_assert_true (xc_store_check (store, fail_on_finding, NULL, &error));
  g_assert_no_error (error);
}

static gint64
begin_ledger (const char *folder, const char *path)
{
  g_autoptr (XcStore) store = NULL;

  unlink (path);
  store = xc_test_ledger_new (folder);
  /* "add" reads as an action of no rows that count. */
  return xc_test_ledger_add_register (store, "区直单位");
}

/* Lets it work for a while after its first sign of life; gives the last that it told. */
static gint64
kill_at_random (Writer *writer)
{
  int ends[2];
  pid_t child;
  gint64 told = 0;

  g_assert_cmpint (pipe (ends), ==, 0);
  writer->report = ends[1];
  child = xc_test_fork (write_on_and_on, writer);
  g_assert_cmpint (read (ends[0], &told, sizeof told), ==, sizeof told);
  g_usleep ((gulong) g_test_rand_int_range (0, 60000));
  xc_test_kill (child);
  close (ends[1]);
  while (read (ends[0], &told, sizeof told) == sizeof told)
    ;
  close (ends[0]);
  return told;
}

static void
leaves_the_ledger_as_before_or_as_after (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "ledger.xuncha", NULL);
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  guint n_kills = g_test_slow () ? N_KILLS_SLOW : N_KILLS;
  guint n_in_transaction = 0;
  Writer writer = { .path = path };

  for (guint i = 0; i < n_kills; i++)
    {
      gint64 told;

      /* Anew from time to time, so that checking stays quick. */
      if (i % 10 == 0)
        writer.register_id = begin_ledger (folder, path);
      told = kill_at_random (&writer);
      n_in_transaction += g_file_test (journal, G_FILE_TEST_EXISTS);
      assert_whole (&writer, told);
    }
  g_test_message ("%u kills, %u of them within a transaction", n_kills, n_in_transaction);
  g_assert_cmpuint (n_in_transaction, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/kill/leaves-the-ledger-as-before-or-as-after",
                   leaves_the_ledger_as_before_or_as_after);
  return g_test_run ();
}
