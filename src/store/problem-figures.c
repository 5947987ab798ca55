/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/problem-figures.h"

#include "store/office.h"
#include "store/problem-walk.h"

/* An inspection that passes the filter, and what its problems are counted under. */
typedef struct
{
  gint64 id;
  gint64 key;
} Place;

typedef struct
{
  GArray *places;      /* of Place, by id */
  guint next;          /* no problem that comes belongs to one before */
  GHashTable *parents; /* point → point, when counted by points */
  GHashTable *numbers; /* key → number of its row and one */
  XcProblemFigures *figures;
} Counting;

/* What a group is called by in the statement that reads the inspections. */
static const char *const key_columns[XC_N_FIGURES_GROUPS] = {
  [XC_FIGURES_BY_ROUND] = "i.round_id",
  [XC_FIGURES_BY_TEAM] = "i.team_id",
  [XC_FIGURES_BY_ORGANIZATION] = "i.organization_id",
  [XC_FIGURES_BY_POINT] = "0",
  [XC_FIGURES_BY_REGISTER] = "o.register_id",
};

static gboolean
read_places (XcStore *store, XcFiguresGroup group, const XcFiguresFilter *filter, GArray *places,
             GError **error)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT i.id, %s FROM inspection AS i JOIN organization AS o ON o.id = i.organization_id"
      " LEFT JOIN round AS r ON r.id = i.round_id"
      " WHERE (?1 = 0 OR r.term_id = ?1) AND (?2 = 0 OR i.round_id = ?2) AND (?3 = 0 OR i.team_id = ?3)"
      " AND (?4 = 0 OR i.organization_id = ?4) AND (?5 = 0 OR o.register_id = ?5) ORDER BY i.id",
      key_columns[group]);
  g_autoptr (XcStatement) statement = xc_database_prepare (xc_store_get_database (store), sql, error);

  if (statement == NULL)
    return FALSE;
  xc_statement_bind_integer (statement, 1, filter->term_id);
  xc_statement_bind_integer (statement, 2, filter->round_id);
  xc_statement_bind_integer (statement, 3, filter->team_id);
  xc_statement_bind_integer (statement, 4, filter->organization_id);
  xc_statement_bind_integer (statement, 5, filter->register_id);
  for (;;)
    {
      Place place;
      gboolean row;

      if (!xc_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      place = (Place){ xc_statement_get_integer (statement, 0), xc_statement_get_integer (statement, 1) };
      g_array_append_val (places, place);
    }
}

static const Place *
find_place (Counting *counting, gint64 inspection_id)
{
  while (counting->next < counting->places->len)
    {
      const Place *place = &g_array_index (counting->places, Place, counting->next);

      if (place->id >= inspection_id)
        return place->id == inspection_id ? place : NULL;
      counting->next++;
    }
  return NULL;
}

static XcRectificationFigures *
find_row (Counting *counting, gint64 key)
{
  GArray *rows = counting->figures->rows;
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (counting->numbers, &key));

  if (number == 0)
    {
      const XcFiguresRow row = { .key = key };
      gint64 *owned = g_new (gint64, 1);

      *owned = key;
      g_array_append_val (rows, row);
      number = rows->len;
      g_hash_table_insert (counting->numbers, owned, GUINT_TO_POINTER (number));
    }
  return &g_array_index (rows, XcFiguresRow, number - 1).figures;
}

static void
count_problem (const XcWalkedProblem *problem, gpointer data)
{
  Counting *counting = data;
  const Place *place = find_place (counting, problem->inspection_id);

  if (place == NULL)
    return;
  xc_rectification_figures_count (&counting->figures->total, &problem->counted);
  if (counting->parents == NULL)
    {
      xc_rectification_figures_count (find_row (counting, place->key), &problem->counted);
      return;
    }
  xc_rectification_figures_count (find_row (counting, problem->point_id), &problem->counted);
  for (const gint64 *point = g_hash_table_lookup (counting->parents, &problem->point_id);
       point != NULL && *point != 0; point = g_hash_table_lookup (counting->parents, point))
    xc_rectification_figures_count (find_row (counting, *point), &problem->counted);
}

/* A point that is, through damage, above itself is above nothing. */
static void
cut_rings (GHashTable *parents)
{
  GHashTableIter iterator;
  gpointer key, value;

  g_hash_table_iter_init (&iterator, parents);
  while (g_hash_table_iter_next (&iterator, &key, &value))
    {
      const gint64 *up = value;
      guint n_steps = 0;

      while (up != NULL && *up != 0 && n_steps++ <= g_hash_table_size (parents))
        up = g_hash_table_lookup (parents, up);
      if (n_steps > g_hash_table_size (parents))
        *(gint64 *) value = 0;
    }
}

static GHashTable *
read_parents (XcStore *store, GError **error)
{
  g_autoptr (GPtrArray) points = xc_store_load_all (store, XC_TABLE_POINT, error);
  GHashTable *parents;

  if (points == NULL)
    return NULL;
  parents = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  for (guint i = 0; i < points->len; i++)
    {
      gint64 *id = g_new (gint64, 1);
      gint64 *parent = g_new (gint64, 1);

      *id = xc_record_get_id (points->pdata[i]);
      *parent = xc_record_get_number (points->pdata[i], "parent_id");
      g_hash_table_insert (parents, id, parent);
    }
  cut_rings (parents);
  return parents;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  gint64 one = ((const XcFiguresRow *) a)->key, other = ((const XcFiguresRow *) b)->key;

  return (one > other) - (one < other);
}

/**
 * xc_problem_figures_load:
 * @store: a ledger
 * @group: what to count by
 * @filter: which problems
 * @error: return location for a #XcStoreError
 *
 * By points, a problem counts for its own point and for each that this is part of.
 *
 * Returns: (transfer full): the figures, or %NULL
 */
XcProblemFigures *
xc_problem_figures_load (XcStore *store, XcFiguresGroup group, const XcFiguresFilter *filter, GError **error)
{
  g_autoptr (XcProblemFigures) self = g_new0 (XcProblemFigures, 1);
  g_autoptr (XcOffice) office = xc_office_load (store, error);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) parents = NULL;
  Counting counting = { places, 0, NULL, numbers, self };

  self->today = filter->today;
  self->rows = g_array_new (FALSE, FALSE, sizeof (XcFiguresRow));
  if (office == NULL || !read_places (store, group, filter, places, error))
    return NULL;
  self->counts_basically_done = office->counts_basically_done;
  if (group == XC_FIGURES_BY_POINT)
    {
      parents = read_parents (store, error);
      if (parents == NULL)
        return NULL;
      counting.parents = parents;
    }
  if (!xc_problem_walk (store, filter->today, count_problem, &counting, error))
    return NULL;
  g_array_sort (self->rows, compare_rows);
  return g_steal_pointer (&self);
}

void
xc_problem_figures_free (XcProblemFigures *self)
{
  g_clear_pointer (&self->rows, g_array_unref);
  g_free (self);
}

/**
 * xc_problem_figures_find:
 * @self: figures
 * @key: a row of the table that they are counted by
 *
 * Returns: (transfer none) (nullable): its figures; %NULL when it has no problem
 */
const XcRectificationFigures *
xc_problem_figures_find (const XcProblemFigures *self, gint64 key)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (g_array_index (self->rows, XcFiguresRow, i).key == key)
      return &g_array_index (self->rows, XcFiguresRow, i).figures;
  return NULL;
}

/**
 * xc_problem_figures_get_rate:
 * @self: figures
 * @figures: the total, or those of a row
 *
 * Returns: the rectification rate, by the rule of the office
 */
XcRectificationRate
xc_problem_figures_get_rate (const XcProblemFigures *self, const XcRectificationFigures *figures)
{
  return xc_rectification_figures_get_rate (figures, self->counts_basically_done);
}
