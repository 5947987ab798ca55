/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/order.h"

#include <string.h>

#include "core/pinyin.h"

/* Keys by their owners, read beforehand. */
typedef struct
{
  XcIdTable *owners;
  GArray *keys; /* of Found, by the owner's number */
  gint64 none;
} Lookup;

typedef struct
{
  gint64 key;
  gint64 rank;
} Found;

struct _XcOrder
{
  guint n_keys;
  XcOrderKey *keys;
  GArray *cells;        /* of gint64: for each row its keys, smallest first, then its id */
  GHashTable **numbers; /* by key: text → its place in @texts, for textual keys */
  GPtrArray **texts;    /* by key: each text once */
  GStringChunk *kept;   /* the texts */
  Lookup *lookups;      /* by key */
};

static gboolean
is_textual (const XcOrderKey *key)
{
  return key->kind == XC_ORDER_CODE || key->kind == XC_ORDER_NAME;
}

XcOrder *
xc_order_new (const XcOrderKey *keys, guint n_keys)
{
  XcOrder *self = g_new0 (XcOrder, 1);

  self->n_keys = n_keys;
  self->keys = g_memdup2 (keys, n_keys * sizeof (XcOrderKey));
  self->cells = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->lookups = g_new0 (Lookup, n_keys);
  self->kept = g_string_chunk_new (65536);
  self->numbers = g_new0 (GHashTable *, n_keys);
  self->texts = g_new0 (GPtrArray *, n_keys);
  for (guint i = 0; i < n_keys; i++)
    if (is_textual (&keys[i]))
      {
        self->numbers[i] = g_hash_table_new (g_str_hash, g_str_equal);
        self->texts[i] = g_ptr_array_new ();
      }
  return self;
}

void
xc_order_free (XcOrder *self)
{
  for (guint i = 0; i < self->n_keys; i++)
    {
      g_clear_pointer (&self->numbers[i], g_hash_table_unref);
      g_clear_pointer (&self->texts[i], g_ptr_array_unref);
      g_clear_pointer (&self->lookups[i].owners, xc_id_table_unref);
      g_clear_pointer (&self->lookups[i].keys, g_array_unref);
    }
  g_free (self->lookups);
  g_string_chunk_free (self->kept);
  g_free (self->numbers);
  g_free (self->texts);
  g_free (self->keys);
  g_array_unref (self->cells);
  g_free (self);
}

static int
compare_texts (XcOrderKind kind, const char *one, const char *other)
{
  return kind == XC_ORDER_NAME ? xc_pinyin_compare (one, other) : strcmp (one, other);
}

static gint64
read_number (const XcOrderKey *key, XcStatement *statement, int column)
{
  if (key->kind == XC_ORDER_DAY)
    return xc_day_parse_iso (xc_statement_get_text (statement, column));
  return xc_statement_get_integer (statement, column);
}

static gint64
number_text (XcOrder *self, guint key, const char *text)
{
  gpointer number;
  char *copy;

  if (g_hash_table_lookup_extended (self->numbers[key], text, NULL, &number))
    return GPOINTER_TO_UINT (number);
  copy = g_string_chunk_insert (self->kept, text);
  g_hash_table_insert (self->numbers[key], copy, GUINT_TO_POINTER (self->texts[key]->len));
  g_ptr_array_add (self->texts[key], copy);
  return self->texts[key]->len - 1;
}

static gint64
turn (const XcOrderKey *key, gint64 number)
{
  return key->descending ? ~number : number;
}

static gint64
read_key (XcOrder *self, guint key, XcStatement *statement, int column)
{
  if (xc_statement_is_null (statement, column))
    return G_MAXINT64;
  return is_textual (&self->keys[key]) ? number_text (self, key, xc_statement_get_text (statement, column))
                                       : read_number (&self->keys[key], statement, column);
}

static void
merge_key (Found *found, XcOrderMerge merge, gint64 key, gint64 rank)
{
  switch (merge)
    {
    case XC_ORDER_LEAST:
      if (rank < found->rank)
        *found = (Found){ key, rank };
      return;
    case XC_ORDER_LAST_DAY:
      if (found->key != G_MAXINT64)
        found->key = key == G_MAXINT64 ? key : MAX (found->key, key);
      return;
    case XC_ORDER_LIMIT:
      if (rank != found->rank)
        *found = rank == 0 ? (Found){ key, rank } : *found;
      else if (rank == 0)
        found->key = MIN (found->key, key);
      else if (key != G_MAXINT64)
        found->key = found->key == G_MAXINT64 ? key : MAX (found->key, key);
      return;
    case XC_ORDER_JOINED:
    default:
      g_assert_not_reached ();
    }
}

/* The texts of an owner come together: they are one key. */
static gboolean
read_joined (XcOrder *self, guint key, XcStatement *statement, GError **error)
{
  Lookup *lookup = &self->lookups[key];
  g_autoptr (GString) text = g_string_new (NULL);
  gint64 owner = 0;

  for (;;)
    {
      const char *part;
      gboolean row;

      if (!xc_statement_step (statement, &row, error))
        return FALSE;
      if (text->len > 0 && (!row || xc_statement_get_integer (statement, 0) != owner))
        {
          Found found = { number_text (self, key, text->str), 0 };

          xc_id_table_add (lookup->owners, owner);
          g_array_append_val (lookup->keys, found);
          g_string_truncate (text, 0);
        }
      if (!row)
        return TRUE;
      owner = xc_statement_get_integer (statement, 0);
      part = xc_statement_get_text (statement, 1);
      if (text->len > 0 && *part != '\0')
        g_string_append_c (text, ',');
      g_string_append (text, part);
    }
}

/**
 * xc_order_look_up:
 * @self: an order without rows yet
 * @key: which of its keys
 * @merge: which of several counts
 * @none: the key of who has none
 * @statement: gives the id of an owner, its key, and the rank of it
 * @error: return location for a #XcStoreError
 *
 * From now on the column of @key says whose key it is that counts.
 *
 * Returns: whether they could be read
 */
gboolean
xc_order_look_up (XcOrder *self, guint key, XcOrderMerge merge, XcValue none, XcStatement *statement,
                  GError **error)
{
  Lookup *lookup = &self->lookups[key];

  lookup->owners = xc_id_table_new ();
  lookup->keys = g_array_new (FALSE, FALSE, sizeof (Found));
  lookup->none = none.is_set ? none.number : G_MAXINT64;
  if (merge == XC_ORDER_JOINED)
    return read_joined (self, key, statement, error);
  for (;;)
    {
      gboolean row;
      Found found;
      guint number;

      if (!xc_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      found = (Found){ read_key (self, key, statement, 1), xc_statement_get_integer (statement, 2) };
      number = xc_id_table_add (lookup->owners, xc_statement_get_integer (statement, 0));
      if (number == lookup->keys->len)
        g_array_append_val (lookup->keys, found);
      else
        merge_key (&g_array_index (lookup->keys, Found, number), merge, found.key, found.rank);
    }
}

static gint64
find_key (const Lookup *lookup, XcStatement *statement, int column)
{
  guint number;

  return !xc_statement_is_null (statement, column)
                 && xc_id_table_find (lookup->owners, xc_statement_get_integer (statement, column), &number)
             ? g_array_index (lookup->keys, Found, number).key
             : lookup->none;
}

/**
 * xc_order_add:
 * @self: an order
 * @statement: one with a row
 *
 * Takes the row up.
 */
void
xc_order_add (XcOrder *self, XcStatement *statement)
{
  gint64 id = xc_statement_get_integer (statement, 0);

  for (guint i = 0; i < self->n_keys; i++)
    {
      const XcOrderKey *key = &self->keys[i];
      int column = (int) i + 1;
      gint64 cell = self->lookups[i].owners != NULL ? find_key (&self->lookups[i], statement, column)
                                                    : read_key (self, i, statement, column);

      if (cell != G_MAXINT64 && !is_textual (key))
        cell = turn (key, cell);
      g_array_append_val (self->cells, cell);
    }
  g_array_append_val (self->cells, id);
}

typedef struct
{
  XcOrderKind kind;
  const GPtrArray *texts;
} Texts;

static int
compare_numbers (gconstpointer a, gconstpointer b, gpointer data)
{
  const Texts *texts = data;

  return compare_texts (texts->kind, texts->texts->pdata[*(const guint *) a],
                        texts->texts->pdata[*(const guint *) b]);
}

/* In the cells of @key, numbers of texts become their places in the order. */
static void
rank_texts (XcOrder *self, guint key)
{
  GPtrArray *texts = self->texts[key];
  Texts data = { self->keys[key].kind, texts };
  g_autofree guint *sorted = g_new (guint, texts->len);
  g_autofree guint *ranks = g_new (guint, texts->len);
  guint stride = self->n_keys + 1;

  for (guint i = 0; i < texts->len; i++)
    sorted[i] = i;
  g_qsort_with_data (sorted, (int) texts->len, sizeof (guint), compare_numbers, &data);
  for (guint i = 0; i < texts->len; i++)
    ranks[sorted[i]] = i;
  for (guint i = key; i < self->cells->len; i += stride)
    {
      gint64 *cell = &g_array_index (self->cells, gint64, i);

      if (*cell != G_MAXINT64)
        *cell = turn (&self->keys[key], ranks[*cell]);
    }
}

static int
compare_cells (gconstpointer a, gconstpointer b, gpointer data)
{
  const gint64 *one = a, *other = b;

  for (guint i = 0; i <= GPOINTER_TO_UINT (data); i++)
    if (one[i] != other[i])
      return one[i] < other[i] ? -1 : 1;
  return 0;
}

/**
 * xc_order_finish:
 * @self: an order
 *
 * Returns: (transfer full) (element-type gint64): the ids of all rows that were added, sorted
 */
GArray *
xc_order_finish (XcOrder *self)
{
  guint stride = self->n_keys + 1;
  guint n_rows = self->cells->len / stride;
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n_rows);

  for (guint i = 0; i < self->n_keys; i++)
    if (is_textual (&self->keys[i]))
      rank_texts (self, i);
  g_qsort_with_data (self->cells->data, (int) n_rows, stride * sizeof (gint64), compare_cells,
                     GUINT_TO_POINTER (self->n_keys));
  for (guint i = 0; i < n_rows; i++)
    g_array_append_val (ids, g_array_index (self->cells, gint64, i * stride + self->n_keys));
  return ids;
}

struct _XcOrderRow
{
  gint64 id;
  guint n_values;
  XcValue values[]; /* the texts owned */
};

/**
 * xc_order_row_new:
 * @order: an order
 * @statement: one with a row
 *
 * Returns: (transfer full): the row, to be compared
 */
XcOrderRow *
xc_order_row_new (const XcOrder *order, XcStatement *statement)
{
  XcOrderRow *row = g_malloc0 (sizeof (XcOrderRow) + order->n_keys * sizeof (XcValue));

  row->id = xc_statement_get_integer (statement, 0);
  row->n_values = order->n_keys;
  for (guint i = 0; i < order->n_keys; i++)
    {
      int column = (int) i + 1;

      if (xc_statement_is_null (statement, column))
        continue;
      if (is_textual (&order->keys[i]))
        row->values[i] = XC_VALUE_TEXT (g_strdup (xc_statement_get_text (statement, column)));
      else
        row->values[i] = XC_VALUE_NUMBER (read_number (&order->keys[i], statement, column));
    }
  return row;
}

void
xc_order_row_free (XcOrderRow *row)
{
  for (guint i = 0; i < row->n_values; i++)
    g_free ((char *) row->values[i].text);
  g_free (row);
}

gint64
xc_order_row_get_id (const XcOrderRow *row)
{
  return row->id;
}

/**
 * xc_order_row_compare:
 * @order: an order
 * @one: a row of it
 * @other: another
 *
 * Returns: less than, equal to or greater than 0, as xc_order_finish() sorts
 */
int
xc_order_row_compare (const XcOrder *order, const XcOrderRow *one, const XcOrderRow *other)
{
  for (guint i = 0; i < order->n_keys; i++)
    {
      const XcValue *a = &one->values[i], *b = &other->values[i];
      int result;

      if (!a->is_set || !b->is_set)
        {
          if (a->is_set != b->is_set)
            return a->is_set ? -1 : 1;
          continue;
        }
      result = a->text != NULL ? compare_texts (order->keys[i].kind, a->text, b->text)
                               : (a->number > b->number) - (a->number < b->number);
      if (result != 0)
        return order->keys[i].descending ? -result : result;
    }
  return (one->id > other->id) - (one->id < other->id);
}
