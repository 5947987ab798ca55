/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/point-levels.h"

typedef struct
{
  XcPointLevel level; /* first: what is handed out */
  gint64 parent_id;
  gboolean is_placed;
} Point;

struct _XcPointLevels
{
  GHashTable *points; /* of Point by id */
};

static void
free_point (gpointer data)
{
  Point *point = data;

  g_free ((char *) point->level.title);
  g_free (point);
}

/**
 * xc_point_levels_load:
 * @database: of a ledger
 * @error: return location for a #XcStoreError
 *
 * Returns: (transfer full) (nullable): the points of all schemes; there are few
 */
XcPointLevels *
xc_point_levels_load (XcDatabase *database, GError **error)
{
  g_autoptr (XcPointLevels) self = g_new0 (XcPointLevels, 1);
  g_autoptr (XcStatement) statement =
      xc_database_prepare (database, "SELECT id, parent_id, title FROM point", error);
  gboolean is_row;

  self->points = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_point);
  if (statement == NULL)
    return NULL;
  for (;;)
    {
      gint64 id;
      Point *point;

      if (!xc_statement_step (statement, &is_row, error))
        return NULL;
      if (!is_row)
        return g_steal_pointer (&self);
      id = xc_statement_get_integer (statement, 0);
      point = g_new0 (Point, 1);
      point->parent_id = xc_statement_get_integer (statement, 1);
      point->level.title = g_strdup (xc_statement_get_text (statement, 2));
      g_hash_table_insert (self->points, g_memdup2 (&id, sizeof id), point);
    }
}

void
xc_point_levels_free (XcPointLevels *self)
{
  g_clear_pointer (&self->points, g_hash_table_unref);
  g_free (self);
}

/**
 * xc_point_levels_find:
 * @self: points
 * @point_id: of one of them
 *
 * Points refer to the one above them; a circle, which no form allows, ends where it began.
 *
 * Returns: (transfer none) (nullable): where it stands
 */
const XcPointLevel *
xc_point_levels_find (XcPointLevels *self, gint64 point_id)
{
  Point *point = g_hash_table_lookup (self->points, &point_id);
  const XcPointLevel *parent;

  if (point == NULL)
    return NULL;
  if (point->is_placed)
    return &point->level;
  point->is_placed = TRUE;
  parent = xc_point_levels_find (self, point->parent_id);
  if (parent == NULL || parent->levels[0] == NULL)
    point->level.levels[0] = point->level.title;
  else
    {
      point->level.levels[0] = parent->levels[0];
      point->level.levels[1] = parent->levels[1] != NULL ? parent->levels[1] : point->level.title;
    }
  return &point->level;
}
