/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "intake/item-index.h"

#define FIELDS_MAX 4

struct _XcItemIndex
{
  XcTable table;
  guint fields[FIELDS_MAX];
  guint n_fields;
  GHashTable *by_hash; /* hash of the values → GSList of XcItem */
};

static void
free_list (gpointer data)
{
  g_slist_free (data);
}

/**
 * xc_item_index_new:
 * @table: whose rows
 * @field: the name of a field
 * @...: the names of more, ended by %NULL
 *
 * Returns: (transfer full): an index over these fields, whose values do not change once a row was added
 */
XcItemIndex *
xc_item_index_new (XcTable table, const char *field, ...)
{
  XcItemIndex *self = g_new0 (XcItemIndex, 1);
  va_list names;

  self->table = table;
  va_start (names, field);
  for (const char *name = field; name != NULL; name = va_arg (names, const char *))
    {
      int index = xc_catalogue_find_field (table, name);

      g_assert (index >= 0 && self->n_fields < FIELDS_MAX);
      self->fields[self->n_fields++] = (guint) index;
    }
  va_end (names);
  self->by_hash = g_hash_table_new_full (NULL, NULL, NULL, free_list);
  return self;
}

void
xc_item_index_free (XcItemIndex *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->by_hash);
  g_free (self);
}

static gboolean
is_textual (const XcItemIndex *self, guint i)
{
  return xc_field_is_textual (&xc_catalogue_get (self->table)->fields[self->fields[i]]);
}

static guint
hash_record (const XcItemIndex *self, const XcRecord *record)
{
  guint hash = 5381;

  for (guint i = 0; i < self->n_fields; i++)
    {
      gint64 number;
      guint part;

      if (is_textual (self, i))
        {
          const char *text = xc_record_get_text_at (record, self->fields[i]);

          part = text == NULL ? 0 : g_str_hash (text);
        }
      else
        {
          number = xc_record_get_number_at (record, self->fields[i]);
          part = g_int64_hash (&number);
        }
      hash = hash * 31 + part;
    }
  return hash;
}

static gboolean
is_alike (const XcItemIndex *self, const XcRecord *a, const XcRecord *b)
{
  for (guint i = 0; i < self->n_fields; i++)
    if (is_textual (self, i)
            ? g_strcmp0 (xc_record_get_text_at (a, self->fields[i]),
                         xc_record_get_text_at (b, self->fields[i]))
                  != 0
            : xc_record_get_number_at (a, self->fields[i]) != xc_record_get_number_at (b, self->fields[i]))
      return FALSE;
  return TRUE;
}

void
xc_item_index_add (XcItemIndex *self, XcItem *item)
{
  gpointer hash = GUINT_TO_POINTER (hash_record (self, item->record));
  GSList *list = g_hash_table_lookup (self->by_hash, hash);

  if (list == NULL)
    g_hash_table_insert (self->by_hash, hash, g_slist_prepend (NULL, item));
  else
    /* Behind the first, so that the head in the table stays. */
    list->next = g_slist_prepend (list->next, item);
}

/**
 * xc_item_index_add_all:
 * @self: an index
 * @draft: a draft that has the table loaded
 *
 * Adds all rows that the draft holds now.
 */
void
xc_item_index_add_all (XcItemIndex *self, XcDraft *draft)
{
  for (guint i = 0; i < xc_draft_count (draft, self->table); i++)
    xc_item_index_add (self, xc_draft_get (draft, self->table, i));
}

/**
 * xc_item_index_find:
 * @self: an index
 * @like: a row whose values in the fields of the index are to be found
 *
 * Returns: (transfer container) (element-type XcItem) (nullable): the rows with the same values, or %NULL when there is
 *   none
 */
GPtrArray *
xc_item_index_find (const XcItemIndex *self, const XcRecord *like)
{
  GSList *list = g_hash_table_lookup (self->by_hash, GUINT_TO_POINTER (hash_record (self, like)));
  GPtrArray *found = NULL;

  for (; list != NULL; list = list->next)
    {
      XcItem *item = list->data;

      if (!is_alike (self, item->record, like))
        continue;
      if (found == NULL)
        found = g_ptr_array_new ();
      g_ptr_array_add (found, item);
    }
  return found;
}
