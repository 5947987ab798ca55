/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bytes of a ledger that a failing disk has changed: nothing crashes, and nothing wrong passes for right. */
#include <string.h>

#include "ledger.h"
#include "store/check.h"
#include "store/history.h"

#define N_CORRUPTIONS 200
#define N_CORRUPTIONS_SLOW 5000

typedef struct
{
  char *folder;
  char *path;
  char *contents; /* of the whole file */
  gsize size;
  gsize page_size;
  char *dump;
} Fixture;

static gboolean
save_rows (XcStore *store, gpointer data, GError **error)
{
  const gint64 *register_id = data;

  for (guint i = 0; i < 60; i++)
    {
      g_autoptr (XcRecord) record = xc_record_new (XC_TABLE_ORGANIZATION);
      g_autofree char *name = g_strdup_printf ("某某局第 %u 号单位党组织", i);

      xc_record_set_text (record, "name", name);
      xc_record_set_text (record, "head", "张三");
      xc_record_set_number (record, "register_id", *register_id);
      xc_record_set_day (record, "valid_from", 19000 + (int) i);
      if (!xc_store_save (store, record, error))
        return FALSE;
    }
  return TRUE;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XcStore) store = NULL;
  gint64 register_id, page_size;

  fixture->folder = xc_test_folder_new ();
  store = xc_test_ledger_new (fixture->folder);
  register_id = xc_test_ledger_add_register (store, "区直单位");
  g_assert_true (xc_store_run (store, "rows", save_rows, &register_id, NULL));
  xc_test_ledger_add_register (store, "学校");
  g_assert_true (xc_store_undo (store, NULL, NULL));
  fixture->path = g_strdup (xc_store_get_path (store));
  fixture->dump = xc_test_ledger_dump (store);
  xc_database_get_integer (xc_store_get_database (store), "PRAGMA page_size", &page_size, NULL);
  fixture->page_size = (gsize) page_size;
  g_clear_object (&store);
  g_assert_true (g_file_get_contents (fixture->path, &fixture->contents, &fixture->size, NULL));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  xc_test_folder_remove (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->contents);
  g_free (fixture->dump);
}

static gsize
random_below (gsize end)
{
  return (gsize) g_test_rand_int_range (0, (gint32) end);
}

/* Makes @bytes, of *@size, wrong in one of the ways in which disks do it. */
static void
corrupt (const Fixture *fixture, char *bytes, gsize *size)
{
  gsize n_pages = fixture->size / fixture->page_size;
  char *page = bytes + random_below (n_pages) * fixture->page_size;
  char *other = bytes + random_below (n_pages) * fixture->page_size;
  gsize offset = random_below (fixture->size - 64);

  switch (g_test_rand_int_range (0, 6))
    {
    case 0: /* one bit */
      bytes[offset] ^= (char) (1 << g_test_rand_int_range (0, 8));
      break;
    case 1: /* some bytes */
      for (gsize i = 0; i <= random_below (63); i++)
        bytes[offset + i] = (char) g_test_rand_int ();
      break;
    case 2: /* in the head, where a little does much */
      bytes[random_below (100)] = (char) g_test_rand_int ();
      break;
    case 3: /* in the head of a page */
      page[random_below (16)] = (char) g_test_rand_int ();
      break;
    case 4: /* a page not written, or another in its place */
      if (g_test_rand_bit ())
        memset (page, 0, fixture->page_size);
      else
        memmove (page, other, fixture->page_size);
      break;
    default: /* the end cut off */
      *size = random_below (fixture->size);
      break;
    }
}

static void
count_finding (const XcFinding *finding, gpointer data)
{
  guint *n_findings = data;

  g_assert_cmpuint (strlen (finding->sentence), >, 0);
  g_assert_true (g_utf8_validate (finding->sentence, -1, NULL));
  (*n_findings)++;
}

/* Whether it is said that something is wrong; if not, all must be there. */
static gboolean
is_reported (const Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XcStore) store = xc_store_open (fixture->path, XC_STORE_READ, &error);
  g_autofree char *dump = NULL;
  guint n_findings = 0;

  if (store == NULL || !xc_store_check (store, count_finding, &n_findings, &error))
    {
      g_assert_nonnull (error);
      g_assert_cmpuint (error->domain, ==, XC_STORE_ERROR);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return TRUE;
    }
  if (n_findings > 0)
    return TRUE;
  dump = xc_test_ledger_dump (store);
  g_assert_cmpstr (dump, ==, fixture->dump);
  return FALSE;
}

static gboolean
save_note (XcStore *store, gpointer data, GError **error)
{
  g_autoptr (XcRecord) record = xc_record_new (XC_TABLE_REGISTER);

  xc_record_set_text (record, "title", "又一类");
  return xc_store_save (store, record, error);
}

/* Working on in it may fail in any way but a crash. */
static void
work_in_it (const Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XcStore) store = xc_store_open (fixture->path, XC_STORE_WRITE, &error);

  if (store == NULL)
    return;
  g_assert_true (xc_store_run (store, "save", save_note, NULL, &error) || error != NULL);
  g_clear_error (&error);
  g_assert_true (xc_store_undo (store, NULL, &error) || error != NULL);
}

static void
is_reported_or_does_no_harm (Fixture *fixture, gconstpointer data)
{
  guint n_corruptions = g_test_slow () ? N_CORRUPTIONS_SLOW : N_CORRUPTIONS;
  guint n_reported = 0;

  for (guint i = 0; i < n_corruptions; i++)
    {
      g_autofree char *bytes = g_memdup2 (fixture->contents, fixture->size);
      gsize size = fixture->size;

      corrupt (fixture, bytes, &size);
      g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) size, NULL));
      n_reported += is_reported (fixture);
      if (i % 4 == 0)
        work_in_it (fixture);
    }
  g_test_message ("%u corruptions, %u of them reported", n_corruptions, n_reported);
  /* Many pages of so small a ledger hold nothing that could be harmed. */
  g_assert_cmpuint (n_reported, >, n_corruptions / 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/corruption/is-reported-or-does-no-harm", Fixture, NULL, set_up,
              is_reported_or_does_no_harm, tear_down);
  return g_test_run ();
}
