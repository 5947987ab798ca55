/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/order.h"

#include <string.h>

#include "core/pinyin.h"

struct _XcOrder
{
  guint n_keys;
  XcOrderKey *keys;
  GArray *cells;        /* of gint64: for each row its keys, smallest first, then its id */
  GHashTable **numbers; /* by key: text → its place in @texts, for textual keys */
  GPtrArray **texts;    /* by key: each text once, owned by the hash table */
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
  self->numbers = g_new0 (GHashTable *, n_keys);
  self->texts = g_new0 (GPtrArray *, n_keys);
  for (guint i = 0; i < n_keys; i++)
    if (is_textual (&keys[i]))
      {
        self->numbers[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
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
    }
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
  copy = g_strdup (text);
  g_hash_table_insert (self->numbers[key], copy, GUINT_TO_POINTER (self->texts[key]->len));
  g_ptr_array_add (self->texts[key], copy);
  return self->texts[key]->len - 1;
}

static gint64
turn (const XcOrderKey *key, gint64 number)
{
  return key->descending ? ~number : number;
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
      gint64 cell = G_MAXINT64;

      if (xc_statement_is_null (statement, column))
        ;
      else if (is_textual (key))
        cell = number_text (self, i, xc_statement_get_text (statement, column));
      else
        cell = turn (key, read_number (key, statement, column));
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
