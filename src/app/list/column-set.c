/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/list/column-set.h"

#include <string.h>

#include "store/path.h"

typedef struct
{
  char *path;
  int width_px;
} Column;

struct _XcColumnSet
{
  XcTable table;
  GArray *columns;
};

static void
clear_column (gpointer data)
{
  g_free (((Column *) data)->path);
}

/**
 * xc_column_set_new:
 * @table: the table of a list
 *
 * Returns: (transfer full): no columns
 */
XcColumnSet *
xc_column_set_new (XcTable table)
{
  XcColumnSet *self = g_new0 (XcColumnSet, 1);

  self->table = table;
  self->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  g_array_set_clear_func (self->columns, clear_column);
  return self;
}

/**
 * xc_column_set_new_usual:
 * @table: the table of a list
 * @paths: (array zero-terminated=1): what it shows until somebody chooses
 *
 * Returns: (transfer full): these columns, of the usual width
 */
XcColumnSet *
xc_column_set_new_usual (XcTable table, const char *const *paths)
{
  XcColumnSet *self = xc_column_set_new (table);

  for (guint i = 0; paths[i] != NULL; i++)
    xc_column_set_add (self, paths[i], 0);
  return self;
}

/**
 * xc_column_set_from_variant:
 * @table: the table of a list
 * @variant: (nullable): what xc_column_set_to_variant() gave, perhaps of another version
 *
 * Returns: (transfer full) (nullable): the columns that this version knows; %NULL when there is none, as a list of no
 *   columns is no list
 */
XcColumnSet *
xc_column_set_from_variant (XcTable table, GVariant *variant)
{
  g_autoptr (XcColumnSet) self = xc_column_set_new (table);
  GVariantIter iter;
  const char *path;
  gint32 width_px;

  if (variant == NULL || !g_variant_is_of_type (variant, XC_COLUMN_SET_TYPE))
    return NULL;
  g_variant_iter_init (&iter, variant);
  while (g_variant_iter_next (&iter, "(&si)", &path, &width_px))
    xc_column_set_add (self, path, width_px);
  return self->columns->len > 0 ? g_steal_pointer (&self) : NULL;
}

/**
 * xc_column_set_to_variant:
 * @self: columns
 *
 * Returns: (transfer floating): them, as %XC_COLUMN_SET_TYPE
 */
GVariant *
xc_column_set_to_variant (const XcColumnSet *self)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (XC_COLUMN_SET_TYPE);

  for (guint i = 0; i < self->columns->len; i++)
    g_variant_builder_add (&builder, "(si)", xc_column_set_get_path (self, i),
                           xc_column_set_get_width (self, i));
  return g_variant_builder_end (&builder);
}

XcColumnSet *
xc_column_set_copy (const XcColumnSet *self)
{
  XcColumnSet *copy = xc_column_set_new (self->table);

  for (guint i = 0; i < self->columns->len; i++)
    xc_column_set_add (copy, xc_column_set_get_path (self, i), xc_column_set_get_width (self, i));
  return copy;
}

void
xc_column_set_free (XcColumnSet *self)
{
  g_array_unref (self->columns);
  g_free (self);
}

guint
xc_column_set_get_n (const XcColumnSet *self)
{
  return self->columns->len;
}

const char *
xc_column_set_get_path (const XcColumnSet *self, guint index)
{
  return g_array_index (self->columns, Column, index).path;
}

/**
 * xc_column_set_get_width:
 * @self: columns
 * @index: of one of them
 *
 * Returns: its width in pixels, 0 for what is usual
 */
int
xc_column_set_get_width (const XcColumnSet *self, guint index)
{
  return g_array_index (self->columns, Column, index).width_px;
}

/**
 * xc_column_set_has:
 * @self: columns
 * @path: of a field
 * @index: (out) (optional): where it is
 *
 * Returns: whether it is one of them
 */
gboolean
xc_column_set_has (const XcColumnSet *self, const char *path, guint *index)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (strcmp (xc_column_set_get_path (self, i), path) == 0)
      {
        if (index != NULL)
          *index = i;
        return TRUE;
      }
  return FALSE;
}

GStrv
xc_column_set_dup_paths (const XcColumnSet *self)
{
  GStrv paths = g_new0 (char *, self->columns->len + 1);

  for (guint i = 0; i < self->columns->len; i++)
    paths[i] = g_strdup (xc_column_set_get_path (self, i));
  return paths;
}

/**
 * xc_column_set_add:
 * @self: columns
 * @path: of a field
 * @width_px: its width, 0 for what is usual
 *
 * Returns: %FALSE when it is there already, or when no list can show it
 */
gboolean
xc_column_set_add (XcColumnSet *self, const char *path, int width_px)
{
  Column column = { NULL, CLAMP (width_px, 0, XC_COLUMN_WIDTH_MAX) };
  XcPath read;

  if (xc_column_set_has (self, path, NULL) || !xc_path_read (self->table, path, &read) || read.field == NULL
      || xc_path_has_many (&read))
    return FALSE;
  column.path = g_strdup (path);
  g_array_append_val (self->columns, column);
  return TRUE;
}

/**
 * xc_column_set_remove:
 * @self: columns
 * @path: of one of them
 *
 * Returns: %FALSE when it is none of them, or the last
 */
gboolean
xc_column_set_remove (XcColumnSet *self, const char *path)
{
  guint index;

  if (self->columns->len < 2 || !xc_column_set_has (self, path, &index))
    return FALSE;
  g_array_remove_index (self->columns, index);
  return TRUE;
}

/**
 * xc_column_set_move:
 * @self: columns
 * @path: of one of them
 * @by: how many places to the end; less than 0 to the beginning
 *
 * Returns: whether it could go there
 */
gboolean
xc_column_set_move (XcColumnSet *self, const char *path, int by)
{
  Column column;
  guint index;

  if (!xc_column_set_has (self, path, &index) || (int) index + by < 0
      || (int) index + by >= (int) self->columns->len)
    return FALSE;
  column = g_array_index (self->columns, Column, index);
  column.path = g_strdup (column.path);
  g_array_remove_index (self->columns, index);
  g_array_insert_val (self->columns, (guint) ((int) index + by), column);
  return TRUE;
}
