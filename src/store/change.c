/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/change.h"

#define N_KINDS (XC_CHANGE_REMOVED + 1)

struct _XcChange
{
  gatomicrefcount references;
  GArray *ids[XC_N_TABLES][N_KINDS]; /* of gint64, sorted; NULL when there are none */
};

G_DEFINE_BOXED_TYPE (XcChange, xc_change, xc_change_ref, xc_change_unref)

static gboolean
add_row (const XcChangedRow *row, gpointer data)
{
  XcChange *self = data;
  GArray **ids = &self->ids[row->table][row->kind];

  if (*ids == NULL)
    *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (*ids, row->id);
  return TRUE;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  const gint64 *one = a, *other = b;

  return (*one > *other) - (*one < *other);
}

/**
 * xc_change_new:
 * @changeset: what an action recorded
 * @inverse: whether it was undone
 * @error: return location for a #XcStoreError
 *
 * Returns: (transfer full): the tables and ids it touched, or %NULL
 */
XcChange *
xc_change_new (GBytes *changeset, gboolean inverse, GError **error)
{
  g_autoptr (XcChange) self = g_new0 (XcChange, 1);

  g_atomic_ref_count_init (&self->references);
  if (!xc_changeset_each (changeset, inverse, add_row, self, error))
    return NULL;
  for (guint i = 0; i < XC_N_TABLES; i++)
    for (guint j = 0; j < N_KINDS; j++)
      if (self->ids[i][j] != NULL)
        g_array_sort (self->ids[i][j], compare_ids);
  return g_steal_pointer (&self);
}

XcChange *
xc_change_ref (XcChange *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
xc_change_unref (XcChange *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  for (guint i = 0; i < XC_N_TABLES; i++)
    for (guint j = 0; j < N_KINDS; j++)
      g_clear_pointer (&self->ids[i][j], g_array_unref);
  g_free (self);
}

/**
 * xc_change_get_ids:
 * @self: a change
 * @table: which table
 * @kind: whether its rows were inserted, updated or removed
 * @n_ids: (out): how many
 *
 * Returns: (transfer none) (array length=n_ids) (nullable): the ids, ascending
 */
const gint64 *
xc_change_get_ids (const XcChange *self, XcTable table, XcChangeKind kind, guint *n_ids)
{
  const GArray *ids = self->ids[table][kind];

  *n_ids = ids != NULL ? ids->len : 0;
  return ids != NULL ? (const gint64 *) (const void *) ids->data : NULL;
}

gboolean
xc_change_has_table (const XcChange *self, XcTable table)
{
  return self->ids[table][XC_CHANGE_INSERTED] != NULL || self->ids[table][XC_CHANGE_UPDATED] != NULL
         || self->ids[table][XC_CHANGE_REMOVED] != NULL;
}

gboolean
xc_change_has_row (const XcChange *self, XcTable table, gint64 id)
{
  for (guint j = 0; j < N_KINDS; j++)
    if (self->ids[table][j] != NULL && g_array_binary_search (self->ids[table][j], &id, compare_ids, NULL))
      return TRUE;
  return FALSE;
}
