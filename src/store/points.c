/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/points.h"

#include <string.h>

#include "core/pinyin.h"
#include "core/text.h"

static void
point_free (gpointer data)
{
  XcPoint *point = data;

  g_free (point->code);
  g_free (point->title);
  g_free (point->path);
  g_free (point);
}

/* All points of the scheme, siblings in their order. */
static gboolean
read_points (XcStore *store, gint64 scheme_id, GPtrArray *all, GError **error)
{
  g_autoptr (XcStatement) statement = xc_database_prepare (
      xc_store_get_database (store),
      "SELECT p.id, p.parent_id, p.title, (SELECT count (*) FROM problem WHERE point_id = p.id)"
      " FROM point AS p WHERE p.scheme_id = ?1 ORDER BY p.position, p.id",
      error);
  gboolean row = TRUE;

  if (statement == NULL)
    return FALSE;
  xc_statement_bind_integer (statement, 1, scheme_id);
  while (row)
    {
      XcPoint *point;

      if (!xc_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        break;
      point = g_new0 (XcPoint, 1);
      point->id = xc_statement_get_integer (statement, 0);
      point->parent_id = xc_statement_get_integer (statement, 1);
      point->title = g_strdup (xc_statement_get_text (statement, 2));
      point->n_problems = (guint) xc_statement_get_integer (statement, 3);
      g_ptr_array_add (all, point);
    }
  return TRUE;
}

/* Moves the points below @parent out of @all into @points, each followed by those below it. */
static void
take_children (GPtrArray *points, GPtrArray *all, const XcPoint *parent)
{
  XcPoint *last = NULL;
  guint n = 0;

  for (guint i = 0; i < all->len; i++)
    {
      XcPoint *point = all->pdata[i];

      if (point == NULL || point->parent_id != (parent != NULL ? parent->id : 0))
        continue;
      all->pdata[i] = NULL;
      n++;
      last = point;
      point->depth = parent != NULL ? parent->depth + 1 : 0;
      point->code = parent != NULL ? g_strdup_printf ("%s.%u", parent->code, n) : g_strdup_printf ("%u", n);
      point->path =
          parent != NULL ? g_strdup_printf ("%s/%s", parent->path, point->title) : g_strdup (point->title);
      point->is_first = n == 1;
      g_ptr_array_add (points, point);
      guint before = points->len;
      take_children (points, all, point);
      point->is_leaf = points->len == before;
    }
  if (last != NULL)
    last->is_last = TRUE;
}

/**
 * xc_points_load:
 * @store: a ledger
 * @scheme_id: a scheme, or 0
 * @error: return location for a #XcStoreError
 *
 * Returns: (transfer full) (element-type XcPoint): its points, each followed by those below it; or %NULL
 */
GPtrArray *
xc_points_load (XcStore *store, gint64 scheme_id, GError **error)
{
  g_autoptr (GPtrArray) points = g_ptr_array_new_with_free_func (point_free);
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  gboolean is_read = read_points (store, scheme_id, all, error);

  if (is_read)
    take_children (points, all, NULL);
  /* What is below nothing of the scheme is told by the check of the ledger. */
  for (guint i = 0; i < all->len; i++)
    g_clear_pointer (&all->pdata[i], point_free);
  return is_read ? g_steal_pointer (&points) : NULL;
}

/**
 * xc_points_find:
 * @points: (element-type XcPoint): points
 * @id: one of them
 *
 * Returns: (transfer none) (nullable): it
 */
const XcPoint *
xc_points_find (const GPtrArray *points, gint64 id)
{
  for (guint i = 0; i < points->len; i++)
    if (((const XcPoint *) points->pdata[i])->id == id)
      return points->pdata[i];
  return NULL;
}

/**
 * xc_points_have_leaf:
 * @points: (element-type XcPoint): points
 * @id: a point
 *
 * Returns: whether it is one of them, and problems may be classified by it
 */
gboolean
xc_points_have_leaf (const GPtrArray *points, gint64 id)
{
  const XcPoint *point = xc_points_find (points, id);

  return point != NULL && point->is_leaf;
}

/* How well @typed fits: the smaller the better; -1 when it does not. Codes are typed with any full stop. */
static int
judge (const XcPoint *point, const char *typed)
{
  g_autofree char *folded = xc_text_fold_width (typed);
  g_auto (GStrv) words = NULL;

  if (*typed == '\0')
    return 0;
  g_strdelimit (folded, ",", '.');
  if (g_str_equal (point->code, folded))
    return 0;
  if (g_str_has_prefix (point->code, folded))
    return 1;
  if (g_str_has_prefix (point->title, typed))
    return 2;
  if (xc_text_contains (point->title, typed))
    return 3;
  if (xc_pinyin_matches (point->title, typed))
    return 4;
  /* Titles from above are words to find it by: each must be in its path. */
  words = g_strsplit_set (folded, " /", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && !xc_text_contains (point->path, words[i])
        && !xc_pinyin_matches (point->path, words[i]))
      return -1;
  return 5;
}

/**
 * xc_points_suggest:
 * @points: (element-type XcPoint): points of a scheme
 * @typed: a code, part of a title or of titles from above, or the initials of their pinyin
 * @n_most: how many
 *
 * Returns: (transfer container) (element-type XcPoint): leaves that may be meant, the most likely first, and else in the
 *   order of the scheme; as long as @points
 */
GPtrArray *
xc_points_suggest (const GPtrArray *points, const char *typed, guint n_most)
{
  g_autofree char *clean = xc_text_clean (typed);
  GPtrArray *found = g_ptr_array_new ();

  for (int rank = 0; rank <= 5; rank++)
    for (guint i = 0; i < points->len && found->len < n_most; i++)
      {
        XcPoint *point = points->pdata[i];

        if (point->is_leaf && judge (point, clean) == rank)
          g_ptr_array_add (found, point);
      }
  return found;
}

static gint64
ask_for_id (XcStore *store, const char *sql, gint64 id)
{
  g_autoptr (XcStatement) statement = xc_database_prepare (xc_store_get_database (store), sql, NULL);
  gboolean row = FALSE;

  if (statement == NULL)
    return 0;
  xc_statement_bind_integer (statement, 1, id);
  return xc_statement_step (statement, &row, NULL) && row ? xc_statement_get_integer (statement, 0) : 0;
}

/**
 * xc_points_get_scheme:
 * @store: a ledger
 * @point_id: a point
 *
 * Returns: its scheme, or 0
 */
gint64
xc_points_get_scheme (XcStore *store, gint64 point_id)
{
  return ask_for_id (store, "SELECT scheme_id FROM point WHERE id = ?1", point_id);
}

/**
 * xc_points_get_scheme_of_inspection:
 * @store: a ledger
 * @inspection_id: an inspection
 *
 * Returns: the scheme of its round, or 0 when it has none
 */
gint64
xc_points_get_scheme_of_inspection (XcStore *store, gint64 inspection_id)
{
  return ask_for_id (
      store, "SELECT r.scheme_id FROM inspection AS i JOIN round AS r ON r.id = i.round_id WHERE i.id = ?1",
      inspection_id);
}
