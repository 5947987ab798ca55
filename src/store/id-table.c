/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/id-table.h"

#define FIRST_BITS 6

struct _XcIdTable
{
  GArray *ids;    /* of gint64, by number */
  guint32 *slots; /* a number and one, or 0 */
  guint n_bits;
};

static guint
find_slot (const XcIdTable *self, gint64 id)
{
  const guint mask = (1u << self->n_bits) - 1;
  guint slot = (guint) (((guint64) id * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15)) >> (64 - self->n_bits));

  while (self->slots[slot] != 0 && g_array_index (self->ids, gint64, self->slots[slot] - 1) != id)
    slot = (slot + 1) & mask;
  return slot;
}

static void
grow (XcIdTable *self)
{
  self->n_bits++;
  g_free (self->slots);
  self->slots = g_new0 (guint32, (gsize) 1 << self->n_bits);
  for (guint i = 0; i < self->ids->len; i++)
    self->slots[find_slot (self, g_array_index (self->ids, gint64, i))] = i + 1;
}

/**
 * xc_id_table_new:
 *
 * Returns: (transfer full): a table without ids; it may be read in several threads when none adds to it
 */
XcIdTable *
xc_id_table_new (void)
{
  XcIdTable *self = g_atomic_rc_box_new0 (XcIdTable);

  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->n_bits = FIRST_BITS;
  self->slots = g_new0 (guint32, (gsize) 1 << FIRST_BITS);
  return self;
}

XcIdTable *
xc_id_table_ref (XcIdTable *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  XcIdTable *self = data;

  g_array_unref (self->ids);
  g_free (self->slots);
}

void
xc_id_table_unref (XcIdTable *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * xc_id_table_add:
 * @self: a table
 * @id: any number
 *
 * Returns: the number of @id, from 0 by when it was first added
 */
guint
xc_id_table_add (XcIdTable *self, gint64 id)
{
  guint slot = find_slot (self, id);

  if (self->slots[slot] != 0)
    return self->slots[slot] - 1;
  g_array_append_val (self->ids, id);
  self->slots[slot] = self->ids->len;
  if (2 * self->ids->len > 1u << self->n_bits)
    grow (self);
  return self->ids->len - 1;
}

/**
 * xc_id_table_find:
 * @self: a table
 * @id: any number
 * @number: (out) (optional): its number, when it is there
 *
 * Returns: whether it is
 */
gboolean
xc_id_table_find (const XcIdTable *self, gint64 id, guint *number)
{
  guint32 found = self->slots[find_slot (self, id)];

  if (number != NULL && found != 0)
    *number = found - 1;
  return found != 0;
}

guint
xc_id_table_get_n (const XcIdTable *self)
{
  return self->ids->len;
}

gint64
xc_id_table_get_id (const XcIdTable *self, guint number)
{
  return g_array_index (self->ids, gint64, number);
}
