/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "intake/draft.h"

typedef struct
{
  GPtrArray *items;  /* owned XcItem; %NULL until loaded */
  GHashTable *by_id; /* &item->id → item; made when first asked for */
} Table;

struct _XcDraft
{
  /* Borrowed */
  XcStore *store;

  Table tables[XC_N_TABLES];
};

static void
free_item (gpointer data)
{
  XcItem *item = data;

  xc_record_unref (item->record);
  g_free (item);
}

XcDraft *
xc_draft_new (XcStore *store)
{
  XcDraft *self = g_new0 (XcDraft, 1);

  self->store = store;
  return self;
}

void
xc_draft_free (XcDraft *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < XC_N_TABLES; i++)
    {
      g_clear_pointer (&self->tables[i].by_id, g_hash_table_unref);
      g_clear_pointer (&self->tables[i].items, g_ptr_array_unref);
    }
  g_free (self);
}

static XcItem *
append (XcDraft *self, XcRecord *record, gint64 id, gboolean is_new)
{
  Table *table = &self->tables[xc_record_get_table (record)];
  XcItem *item = g_new0 (XcItem, 1);

  item->id = id;
  item->record = record;
  item->is_new = is_new;
  g_ptr_array_add (table->items, item);
  if (table->by_id != NULL)
    g_hash_table_insert (table->by_id, &item->id, item);
  return item;
}

/**
 * xc_draft_load:
 * @self: a draft
 * @table: a table that the import is about to look into
 * @error: return location for a #XcStoreError
 *
 * Takes the rows of the ledger into the draft, once.
 *
 * Returns: whether they are there
 */
gboolean
xc_draft_load (XcDraft *self, XcTable table, GError **error)
{
  g_autoptr (GPtrArray) records = NULL;

  if (self->tables[table].items != NULL)
    return TRUE;
  records = xc_store_load_all (self->store, table, error);
  if (records == NULL)
    return FALSE;
  self->tables[table].items = g_ptr_array_new_full (records->len, free_item);
  for (guint i = 0; i < records->len; i++)
    append (self, xc_record_ref (records->pdata[i]), xc_record_get_id (records->pdata[i]), FALSE);
  return TRUE;
}

guint
xc_draft_count (XcDraft *self, XcTable table)
{
  g_return_val_if_fail (self->tables[table].items != NULL, 0);
  return self->tables[table].items->len;
}

/**
 * xc_draft_get:
 * @self: a draft
 * @table: a table that was loaded
 * @index: below xc_draft_count(); those of the ledger by id, then the new ones as they were added
 *
 * Returns: (transfer none): the row
 */
XcItem *
xc_draft_get (XcDraft *self, XcTable table, guint index)
{
  g_return_val_if_fail (index < xc_draft_count (self, table), NULL);
  return self->tables[table].items->pdata[index];
}

/**
 * xc_draft_find:
 * @self: a draft
 * @table: a table that was loaded
 * @id: the id of a row
 *
 * Returns: (transfer none) (nullable): the row
 */
XcItem *
xc_draft_find (XcDraft *self, XcTable table, gint64 id)
{
  Table *rows = &self->tables[table];

  g_return_val_if_fail (rows->items != NULL, NULL);
  if (rows->by_id == NULL)
    {
      rows->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
      for (guint i = 0; i < rows->items->len; i++)
        g_hash_table_insert (rows->by_id, &((XcItem *) rows->items->pdata[i])->id, rows->items->pdata[i]);
    }
  return g_hash_table_lookup (rows->by_id, &id);
}

/**
 * xc_draft_add:
 * @self: a draft
 * @record: (transfer full): a new row of a table that was loaded
 *
 * Returns: (transfer none): the row, with an id
 */
XcItem *
xc_draft_add (XcDraft *self, XcRecord *record)
{
  gint64 id = xc_store_new_id (self->store);

  g_return_val_if_fail (self->tables[xc_record_get_table (record)].items != NULL, NULL);
  xc_record_set_id (record, id);
  return append (self, record, id, TRUE);
}

gboolean
xc_item_is_changed (const XcItem *item)
{
  return item->is_new || xc_record_is_changed (item->record);
}

/**
 * xc_draft_is_change:
 * @self: a draft
 *
 * Returns: whether the ledger would change by it
 */
gboolean
xc_draft_is_change (XcDraft *self)
{
  for (guint i = 0; i < XC_N_TABLES; i++)
    for (guint j = 0; self->tables[i].items != NULL && j < self->tables[i].items->len; j++)
      if (xc_item_is_changed (self->tables[i].items->pdata[j]))
        return TRUE;
  return FALSE;
}

/* The field by which rows of the table refer to each other, or -1. */
static int
find_own_reference (XcTable table)
{
  const XcCatalogueTable *entry = xc_catalogue_get (table);

  for (guint i = 0; i < entry->n_fields; i++)
    if (entry->fields[i].kind == XC_FIELD_REFERENCE && entry->fields[i].target == table)
      return (int) i;
  return -1;
}

static gboolean
save_item (XcDraft *self, XcItem *item, int own_reference, GError **error)
{
  if (item->is_saved || !xc_item_is_changed (item))
    return TRUE;
  item->is_saved = TRUE;
  if (own_reference >= 0 && xc_record_is_set_at (item->record, (guint) own_reference))
    {
      XcItem *other = xc_draft_find (self, xc_record_get_table (item->record),
                                     xc_record_get_number_at (item->record, (guint) own_reference));

      if (other != NULL && !save_item (self, other, own_reference, error))
        return FALSE;
    }
  if (item->is_new)
    return xc_store_add (self->store, item->record, error);
  return xc_store_save (self->store, item->record, error);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  const XcItem *x = *(XcItem *const *) a;
  const XcItem *y = *(XcItem *const *) b;

  return x->id < y->id ? -1 : x->id > y->id;
}

/**
 * xc_draft_save:
 * @self: a draft, inside an action
 * @error: return location for a #XcStoreError
 *
 * Writes what is new and what changed, parents before children, and else by id: the ledger keeps rows in that order, so
 * its pages are written one after the other.
 *
 * Returns: whether all of it is in the ledger
 */
gboolean
xc_draft_save (XcDraft *self, GError **error)
{
  for (guint i = 0; i < XC_N_TABLES; i++)
    {
      g_autoptr (GPtrArray) items = NULL;
      int own_reference = find_own_reference ((XcTable) i);

      if (self->tables[i].items == NULL)
        continue;
      items = g_ptr_array_copy (self->tables[i].items, NULL, NULL);
      g_ptr_array_set_free_func (items, NULL);
      g_ptr_array_sort (items, compare_ids);
      for (guint j = 0; j < items->len; j++)
        if (!save_item (self, items->pdata[j], own_reference, error))
          return FALSE;
    }
  return TRUE;
}
