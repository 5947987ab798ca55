/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/form/drafts.h"

#include <glib/gstdio.h>

/* One key file a ledger; a group a row: "organization 42". Only the owner may read it, as the ledger itself. */
static char *
get_path (const char *ledger)
{
  g_autofree char *name = g_strconcat (ledger, ".ini", NULL);
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "xuncha", "drafts", NULL);

  g_mkdir_with_parents (folder, 0700);
  return g_build_filename (folder, name, NULL);
}

static char *
get_group (XcTable table, gint64 id)
{
  return g_strdup_printf ("%s %" G_GINT64_FORMAT, xc_catalogue_get (table)->name, id);
}

static GKeyFile *
load (const char *path)
{
  GKeyFile *drafts = g_key_file_new ();

  g_key_file_load_from_file (drafts, path, G_KEY_FILE_NONE, NULL);
  return drafts;
}

static void
save (GKeyFile *drafts, const char *path)
{
  g_autofree char *text = g_key_file_to_data (drafts, NULL, NULL);
  g_autoptr (GError) error = NULL;

  if (*text == '\0')
    g_unlink (path);
  else if (!g_file_set_contents_full (
               path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, &error))
    /* The typing is still in the form; there is nobody left to ask. */
    g_message ("a draft could not be kept: %s", error->message);
}

/**
 * xc_drafts_get_new:
 * @parent: the row that a new row will belong to, or 0
 *
 * Returns: under which number the draft of the new row is kept; no row has it
 */
gint64
xc_drafts_get_new (gint64 parent)
{
  return -parent;
}

/**
 * xc_drafts_keep_named:
 * @ledger: the ledger's uuid, or another name for what belongs to none
 * @name: what was typed into, without brackets
 * @typed: (element-type utf8 utf8): what stands in each field
 */
void
xc_drafts_keep_named (const char *ledger, const char *name, GHashTable *typed)
{
  g_autofree char *path = get_path (ledger);
  g_autoptr (GKeyFile) drafts = load (path);
  GHashTableIter iter;
  gpointer field, text;

  g_key_file_remove_group (drafts, name, NULL);
  g_hash_table_iter_init (&iter, typed);
  while (g_hash_table_iter_next (&iter, &field, &text))
    g_key_file_set_string (drafts, name, field, text);
  save (drafts, path);
}

/**
 * xc_drafts_find_named:
 * @ledger: as in xc_drafts_keep_named()
 * @name: likewise
 *
 * Returns: (transfer full) (nullable) (element-type utf8 utf8): what was kept
 */
GHashTable *
xc_drafts_find_named (const char *ledger, const char *name)
{
  g_autofree char *path = get_path (ledger);
  g_autoptr (GKeyFile) drafts = load (path);
  g_auto (GStrv) fields = g_key_file_get_keys (drafts, name, NULL, NULL);
  GHashTable *typed;

  if (fields == NULL)
    return NULL;
  typed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; fields[i] != NULL; i++)
    g_hash_table_insert (typed, g_strdup (fields[i]), g_key_file_get_string (drafts, name, fields[i], NULL));
  return typed;
}

void
xc_drafts_drop_named (const char *ledger, const char *name)
{
  g_autofree char *path = get_path (ledger);
  g_autoptr (GKeyFile) drafts = load (path);

  if (g_key_file_remove_group (drafts, name, NULL))
    save (drafts, path);
}

/**
 * xc_drafts_keep:
 * @ledger: the ledger's uuid
 * @table: a table
 * @id: a row, or what xc_drafts_get_new() gives for a new one
 * @typed: (element-type utf8 utf8): what stands in each field
 */
void
xc_drafts_keep (const char *ledger, XcTable table, gint64 id, GHashTable *typed)
{
  g_autofree char *name = get_group (table, id);

  xc_drafts_keep_named (ledger, name, typed);
}

/**
 * xc_drafts_find:
 * @ledger: the ledger's uuid
 * @table: a table
 * @id: a row, or what xc_drafts_get_new() gives for a new one
 *
 * Returns: (transfer full) (nullable) (element-type utf8 utf8): what was kept
 */
GHashTable *
xc_drafts_find (const char *ledger, XcTable table, gint64 id)
{
  g_autofree char *name = get_group (table, id);

  return xc_drafts_find_named (ledger, name);
}

/**
 * xc_drafts_list:
 * @ledger: the ledger's uuid
 * @table: a table
 *
 * Returns: (transfer full) (element-type gint64 gint64): the set of the rows that have a draft
 */
GHashTable *
xc_drafts_list (const char *ledger, XcTable table)
{
  g_autofree char *path = get_path (ledger);
  g_autofree char *start = g_strconcat (xc_catalogue_get (table)->name, " ", NULL);
  g_autoptr (GKeyFile) drafts = load (path);
  g_auto (GStrv) groups = g_key_file_get_groups (drafts, NULL);
  GHashTable *ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; groups[i] != NULL; i++)
    if (g_str_has_prefix (groups[i], start))
      {
        gint64 id = g_ascii_strtoll (groups[i] + strlen (start), NULL, 10);

        g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
      }
  return ids;
}

void
xc_drafts_drop (const char *ledger, XcTable table, gint64 id)
{
  g_autofree char *name = get_group (table, id);

  xc_drafts_drop_named (ledger, name);
}
