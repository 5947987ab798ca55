/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Points of a scheme put in, named, moved and taken out. */
#include <glib/gi18n-lib.h>

#include "core/fail.h"
#include "core/text.h"
#include "store/row-name.h"
#include "store/schemes-private.h"

/* As many levels as lists and workbooks have columns for. */
#define N_LEVELS 3

typedef struct
{
  XcDay today;
  gint64 scheme_id;
  gint64 point_id;
  gint64 parent_id;
  gint64 after_id;
  const char *title;
  XcPointMove move;

  GPtrArray *points; /* of the scheme, before the step */
} Step;

static const XcPoint *
find (const Step *step, gint64 id)
{
  return xc_points_find (step->points, id);
}

/* Siblings below @parent_id in their order. */
static GPtrArray *
list_children (const Step *step, gint64 parent_id)
{
  GPtrArray *children = g_ptr_array_new ();

  for (guint i = 0; i < step->points->len; i++)
    if (((XcPoint *) step->points->pdata[i])->parent_id == parent_id)
      g_ptr_array_add (children, step->points->pdata[i]);
  return children;
}

static gboolean
renumber (XcStore *store, gint64 id, guint position, GError **error)
{
  g_autoptr (XcRecord) record = xc_store_load (store, XC_TABLE_POINT, id, error);

  if (record == NULL)
    return FALSE;
  if (xc_record_get_number (record, "position") == position)
    return TRUE;
  xc_record_set_number (record, "position", position);
  return xc_store_save (store, record, error);
}

/* How many levels hang below the point, itself not counted. */
static guint
count_levels_below (const Step *step, const XcPoint *point)
{
  guint deepest = point->depth;

  for (guint i = 0; i < step->points->len; i++)
    {
      const XcPoint *other = step->points->pdata[i];
      const XcPoint *above = other;

      while (above != NULL && above->id != point->id)
        above = above->parent_id != 0 ? find (step, above->parent_id) : NULL;
      if (above != NULL)
        deepest = MAX (deepest, other->depth);
    }
  return deepest - point->depth;
}

/* Whether @moved (nullable: a new one) may be below @parent (nullable: at the top). */
static gboolean
check_place (const Step *step, const XcPoint *parent, const XcPoint *moved, GError **error)
{
  guint n_levels =
      (parent != NULL ? parent->depth + 1 : 0) + 1 + (moved != NULL ? count_levels_below (step, moved) : 0);

  if (parent != NULL && parent->n_problems > 0)
    return xc_fail (
        error, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED,
        g_dngettext (GETTEXT_PACKAGE,
                     /* translators: %1$s is a point of a scheme */
                     "%2$u problem is classified by “%1$s”, so it is not divided any further: only "
                     "the last level counts. Classify the problem otherwise first.",
                     "%2$u problems are classified by “%1$s”, so it is not divided any further: only "
                     "the last level counts. Classify them otherwise first.",
                     parent->n_problems),
        parent->title, parent->n_problems);
  if (n_levels > N_LEVELS)
    return xc_fail (error, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED,
                    _ ("A scheme has at most %u levels, as the lists have columns for them."), N_LEVELS);
  return TRUE;
}

static gboolean
check_title (const Step *step, gint64 parent_id, gint64 own_id, const char *title, GError **error)
{
  for (guint i = 0; i < step->points->len; i++)
    {
      const XcPoint *point = step->points->pdata[i];

      if (point->parent_id == parent_id && point->id != own_id && g_str_equal (point->title, title))
        return xc_fail (error, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED,
                        /* translators: %s is a point of a scheme */
                        _ ("“%s” stands there already. Give the other one another title."), title);
    }
  return TRUE;
}

/* Puts @id below @parent_id, behind @after_id (0: first), and numbers all siblings in their order. */
static gboolean
place (XcStore *store, const Step *step, gint64 id, gint64 parent_id, gint64 after_id, GError **error)
{
  g_autoptr (GPtrArray) siblings = list_children (step, parent_id);
  guint position = 1;
  gboolean is_placed = FALSE;

  if (after_id == 0)
    {
      if (!renumber (store, id, position++, error))
        return FALSE;
      is_placed = TRUE;
    }
  for (guint i = 0; i < siblings->len; i++)
    {
      const XcPoint *sibling = siblings->pdata[i];

      if (sibling->id == id)
        continue;
      if (!renumber (store, sibling->id, position++, error))
        return FALSE;
      if (!is_placed && sibling->id == after_id)
        {
          if (!renumber (store, id, position++, error))
            return FALSE;
          is_placed = TRUE;
        }
    }
  return is_placed || renumber (store, id, position, error);
}

/* Sets what is known of the scheme; refuses when it stays as it is. */
static gboolean
begin (XcStore *store, Step *step, GError **error)
{
  if (step->point_id != 0 && step->scheme_id == 0)
    step->scheme_id = xc_points_get_scheme (store, step->point_id);
  if (!xc_schemes_check_open (store, step->today, step->scheme_id, error))
    return FALSE;
  g_clear_pointer (&step->points, g_ptr_array_unref);
  step->points = xc_points_load (store, step->scheme_id, error);
  if (step->points == NULL)
    return FALSE;
  return step->point_id == 0 || find (step, step->point_id) != NULL
         || xc_fail (error, XC_STORE_ERROR, XC_STORE_ERROR_NOT_FOUND, _ ("The point is not there any more."));
}

static gboolean
add_point (XcStore *store, gpointer data, GError **error)
{
  Step *step = data;
  g_autoptr (XcRecord) record = NULL;

  if (!begin (store, step, error)
      || !check_place (step, step->parent_id != 0 ? find (step, step->parent_id) : NULL, NULL, error)
      || !check_title (step, step->parent_id, 0, step->title, error))
    return FALSE;
  record = xc_schemes_make_point (step->scheme_id, step->parent_id, 9999, step->title);
  if (!xc_store_save (store, record, error))
    return FALSE;
  step->point_id = xc_record_get_id (record);
  return place (store, step, step->point_id, step->parent_id, step->after_id, error);
}

static gboolean
rename_point (XcStore *store, gpointer data, GError **error)
{
  Step *step = data;
  g_autoptr (XcRecord) record = NULL;

  if (!begin (store, step, error)
      || !check_title (step, find (step, step->point_id)->parent_id, step->point_id, step->title, error))
    return FALSE;
  record = xc_store_load (store, XC_TABLE_POINT, step->point_id, error);
  if (record == NULL)
    return FALSE;
  xc_record_set_text (record, "title", step->title);
  return xc_store_save (store, record, error);
}

static gboolean
set_parent (XcStore *store, const Step *step, gint64 parent_id, GError **error)
{
  g_autoptr (XcRecord) record = xc_store_load (store, XC_TABLE_POINT, step->point_id, error);

  if (record == NULL)
    return FALSE;
  if (parent_id != 0)
    xc_record_set_number (record, "parent_id", parent_id);
  else
    xc_record_clear (record, "parent_id");
  return xc_store_save (store, record, error);
}

/* Below @parent_id, behind @after_id. */
static gboolean
hang (XcStore *store, const Step *step, gint64 parent_id, gint64 after_id, GError **error)
{
  const XcPoint *point = find (step, step->point_id);

  return check_place (step, parent_id != 0 ? find (step, parent_id) : NULL, point, error)
         && check_title (step, parent_id, step->point_id, point->title, error)
         && set_parent (store, step, parent_id, error)
         && place (store, step, step->point_id, parent_id, after_id, error);
}

static gboolean
move_point (XcStore *store, gpointer data, GError **error)
{
  Step *step = data;
  const XcPoint *point, *parent;
  g_autoptr (GPtrArray) siblings = NULL;
  g_autoptr (GPtrArray) below = NULL;
  guint at = 0;

  if (!begin (store, step, error))
    return FALSE;
  point = find (step, step->point_id);
  parent = point->parent_id != 0 ? find (step, point->parent_id) : NULL;
  siblings = list_children (step, point->parent_id);
  g_ptr_array_find (siblings, point, &at);
  switch (step->move)
    {
    case XC_POINT_UP:
      return at == 0
             || place (store, step, point->id, point->parent_id,
                       at > 1 ? ((XcPoint *) siblings->pdata[at - 2])->id : 0, error);
    case XC_POINT_DOWN:
      return at + 1 == siblings->len
             || place (store, step, point->id, point->parent_id, ((XcPoint *) siblings->pdata[at + 1])->id,
                       error);
    case XC_POINT_IN:
      if (at == 0)
        return TRUE;
      below = list_children (step, ((XcPoint *) siblings->pdata[at - 1])->id);
      return hang (store, step, ((XcPoint *) siblings->pdata[at - 1])->id,
                   below->len > 0 ? ((XcPoint *) below->pdata[below->len - 1])->id : 0, error);
    case XC_POINT_OUT:
      return parent == NULL || hang (store, step, parent->parent_id, parent->id, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

static gboolean
is_below (const Step *step, const XcPoint *point, gint64 id)
{
  while (point != NULL && point->id != id)
    point = point->parent_id != 0 ? find (step, point->parent_id) : NULL;
  return point != NULL;
}

static gboolean
remove_point (XcStore *store, gpointer data, GError **error)
{
  Step *step = data;
  guint n_problems = 0;

  if (!begin (store, step, error))
    return FALSE;
  for (guint i = 0; i < step->points->len; i++)
    if (is_below (step, step->points->pdata[i], step->point_id))
      n_problems += ((XcPoint *) step->points->pdata[i])->n_problems;
  if (n_problems > 0)
    return xc_fail (error, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED,
                    g_dngettext (GETTEXT_PACKAGE,
                                 /* translators: %1$s is a point of a scheme */
                                 "%2$u problem is classified by “%1$s”, so it stays. Classify the problem "
                                 "otherwise first, or leave the point out of a new version.",
                                 "%2$u problems are classified by “%1$s”, so it stays. Classify them "
                                 "otherwise first, or leave the point out of a new version.",
                                 n_problems),
                    find (step, step->point_id)->title, n_problems);
  for (guint i = step->points->len; i > 0; i--)
    {
      const XcPoint *point = step->points->pdata[i - 1];

      if (is_below (step, point, step->point_id)
          && !xc_store_remove (store, XC_TABLE_POINT, point->id, error))
        return FALSE;
    }
  return TRUE;
}

/* Takes @title. */
static gboolean
run (XcStore *store, XcStoreAction action, Step *step, char *title, GError **error)
{
  g_autofree char *own_title = title;
  gboolean is_done = xc_store_run (store, own_title, action, step, error);

  g_clear_pointer (&step->points, g_ptr_array_unref);
  return is_done;
}

/**
 * xc_schemes_add_point:
 * @store: a ledger
 * @today: the day to judge from which rounds are finished
 * @scheme_id: a scheme
 * @parent_id: the point that it is part of, or 0
 * @after_id: the sibling that it follows, or 0 to be the first
 * @title: what it is called
 * @error: return location; %XC_STORE_ERROR_REFUSED with the reason
 *
 * Returns: the new point, or 0
 */
gint64
xc_schemes_add_point (XcStore *store, XcDay today, gint64 scheme_id, gint64 parent_id, gint64 after_id,
                      const char *title, GError **error)
{
  g_autofree char *clean = xc_text_clean (title);
  Step step = {
    .today = today, .scheme_id = scheme_id, .parent_id = parent_id, .after_id = after_id, .title = clean
  };

  /* translators: %s is a point of a scheme */
  return run (store, add_point, &step, g_strdup_printf (_ ("Scheme: added “%s”"), clean), error)
             ? step.point_id
             : 0;
}

/**
 * xc_schemes_rename_point:
 * @store: a ledger
 * @today: the day to judge from which rounds are finished
 * @point_id: a point
 * @title: what it is called from now on
 * @error: return location; %XC_STORE_ERROR_REFUSED with the reason
 *
 * Returns: whether it is
 */
gboolean
xc_schemes_rename_point (XcStore *store, XcDay today, gint64 point_id, const char *title, GError **error)
{
  g_autofree char *clean = xc_text_clean (title);
  Step step = { .today = today, .point_id = point_id, .title = clean };

  /* translators: %s is a point of a scheme */
  return run (store, rename_point, &step, g_strdup_printf (_ ("Scheme: renamed “%s”"), clean), error);
}

/**
 * xc_schemes_move_point:
 * @store: a ledger
 * @today: the day to judge from which rounds are finished
 * @point_id: a point; what is below it goes along
 * @move: where to; nothing is done at an end
 * @error: return location; %XC_STORE_ERROR_REFUSED with the reason
 *
 * Returns: whether it stands where it should
 */
gboolean
xc_schemes_move_point (XcStore *store, XcDay today, gint64 point_id, XcPointMove move, GError **error)
{
  Step step = { .today = today, .point_id = point_id, .move = move };
  g_autofree char *name = xc_row_dup_name (xc_store_get_database (store), XC_TABLE_POINT, point_id);

  /* translators: %s is a point of a scheme */
  return run (store, move_point, &step, g_strdup_printf (_ ("Scheme: moved “%s”"), name), error);
}

/**
 * xc_schemes_remove_point:
 * @store: a ledger
 * @today: the day to judge from which rounds are finished
 * @point_id: a point; what is below it goes with it
 * @error: return location; %XC_STORE_ERROR_REFUSED with the reason, as how many problems are classified by it
 *
 * Returns: whether it is gone
 */
gboolean
xc_schemes_remove_point (XcStore *store, XcDay today, gint64 point_id, GError **error)
{
  Step step = { .today = today, .point_id = point_id };
  g_autofree char *name = xc_row_dup_name (xc_store_get_database (store), XC_TABLE_POINT, point_id);

  /* translators: %s is a point of a scheme */
  return run (store, remove_point, &step, g_strdup_printf (_ ("Scheme: removed “%s”"), name), error);
}
