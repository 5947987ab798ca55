/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/schemes.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/fail.h"
#include "store/round-figures.h"
#include "store/row-name.h"
#include "store/row-use.h"
#include "store/schemes-private.h"

/* As the offices of districts and of cities word them; what stands below is each office's own. */
static const char *const three_focuses[] = { "三个聚焦", "聚焦党中央各项决策部署在基层的落实情况",
                                             "聚焦群众身边腐败问题和不正之风", "聚焦基层党组织建设", NULL };
static const char *const four_focuses[] = { "四个聚焦",
                                            "聚焦党中央各项决策部署在基层的落实情况",
                                            "聚焦群众身边腐败问题和不正之风",
                                            "聚焦基层党组织建设",
                                            "聚焦巡视巡察和审计等监督发现问题整改和成果运用情况",
                                            NULL };
static const char *const four_fulfilments[] = { "四个落实",
                                                "落实党的理论和路线方针政策以及党中央重大决策部署情况",
                                                "落实全面从严治党战略部署情况",
                                                "落实新时代党的组织路线情况",
                                                "落实巡视巡察和审计等监督发现问题整改情况",
                                                NULL };
static const char *const *const presets[] = { three_focuses, four_focuses, four_fulfilments, NULL };

/**
 * xc_scheme_presets_get:
 *
 * Returns: (transfer none): outlines for xc_schemes_add(), %NULL behind the last
 */
const char *const *const *
xc_scheme_presets_get (void)
{
  return presets;
}

static void
scheme_free (gpointer data)
{
  XcScheme *scheme = data;

  g_free (scheme->title);
  g_free (scheme->rounds);
  g_free (scheme);
}

static void
add_round (XcStore *store, XcScheme *scheme, gint64 round_id)
{
  g_autofree char *name = xc_row_dup_name (xc_store_get_database (store), XC_TABLE_ROUND, round_id);
  g_autofree char *before = g_steal_pointer (&scheme->rounds);

  scheme->n_rounds++;
  /* translators: %1$s are rounds, %2$s is one more */
  scheme->rounds =
      before != NULL ? g_strdup_printf (C_ ("list of rounds", "%1$s, %2$s"), before, name) : g_strdup (name);
}

/* Which rounds use which scheme, the oldest first. */
static gboolean
add_rounds (XcStore *store, XcDay today, GHashTable *by_id, GError **error)
{
  g_autoptr (GPtrArray) rounds = xc_round_figures_load (store, today, error);
  g_autoptr (XcStatement) statement = NULL;
  gboolean row = TRUE;

  if (rounds == NULL)
    return FALSE;
  statement =
      xc_database_prepare (xc_store_get_database (store),
                           "SELECT r.scheme_id, r.id FROM round AS r JOIN term AS t ON t.id = r.term_id"
                           " WHERE r.scheme_id IS NOT NULL ORDER BY t.starts_on, r.ordinal",
                           error);
  while (statement != NULL && row)
    {
      gint64 scheme_id;
      XcScheme *scheme;

      if (!xc_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        break;
      scheme_id = xc_statement_get_integer (statement, 0);
      scheme = g_hash_table_lookup (by_id, &scheme_id);
      add_round (store, scheme, xc_statement_get_integer (statement, 1));
      if (xc_round_figures_find (rounds, xc_statement_get_integer (statement, 1))->state == XC_ROUND_FINISHED)
        scheme->is_settled = TRUE;
    }
  return statement != NULL;
}

/**
 * xc_schemes_load:
 * @store: a ledger
 * @today: the day to judge from which rounds are finished
 * @error: return location for a #XcStoreError
 *
 * Returns: (transfer full) (element-type XcScheme): all schemes by title, the newest version of each first; or %NULL
 */
GPtrArray *
xc_schemes_load (XcStore *store, XcDay today, GError **error)
{
  g_autoptr (GPtrArray) schemes = g_ptr_array_new_with_free_func (scheme_free);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (XcStatement) statement =
      xc_database_prepare (xc_store_get_database (store),
                           "SELECT id, title, version FROM scheme"
                           " ORDER BY (SELECT max (coalesce (adopted_on, '')) FROM scheme AS s"
                           " WHERE s.title = scheme.title) DESC, title COLLATE pinyin, version DESC",
                           error);
  gboolean row = TRUE;

  while (statement != NULL && row)
    {
      XcScheme *scheme;

      if (!xc_statement_step (statement, &row, error))
        return NULL;
      if (!row)
        break;
      scheme = g_new0 (XcScheme, 1);
      scheme->id = xc_statement_get_integer (statement, 0);
      scheme->title = g_strdup (xc_statement_get_text (statement, 1));
      scheme->version = (int) xc_statement_get_integer (statement, 2);
      g_ptr_array_add (schemes, scheme);
      g_hash_table_insert (by_id, &scheme->id, scheme);
    }
  if (statement == NULL || !add_rounds (store, today, by_id, error))
    return NULL;
  return g_steal_pointer (&schemes);
}

/* For edits of points: what a finished round used stays as its papers have it. */
gboolean
xc_schemes_check_open (XcStore *store, XcDay today, gint64 scheme_id, GError **error)
{
  g_autoptr (GPtrArray) schemes = xc_schemes_load (store, today, error);

  for (guint i = 0; schemes != NULL && i < schemes->len; i++)
    {
      const XcScheme *scheme = schemes->pdata[i];

      if (scheme->id == scheme_id && scheme->is_settled)
        return xc_fail (error, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED,
                        /* translators: %1$s is a scheme, %2$s are rounds */
                        _ ("“%1$s” was used by a round that is finished (%2$s), so it stays as the papers of "
                           "that round have it. Make a new version and change that one."),
                        scheme->title, scheme->rounds);
    }
  return schemes != NULL;
}

XcRecord *
xc_schemes_make_point (gint64 scheme_id, gint64 parent_id, guint position, const char *title)
{
  XcRecord *record = xc_record_new (XC_TABLE_POINT);

  xc_record_set_number (record, "scheme_id", scheme_id);
  if (parent_id != 0)
    xc_record_set_number (record, "parent_id", parent_id);
  xc_record_set_number (record, "position", position);
  xc_record_set_text (record, "title", title);
  return record;
}

typedef struct
{
  const char *title;
  const char *const *outline;
  gint64 scheme_id;
  gint64 round_id;
  gint64 new_id;
} Step;

/* The number of the next version of the scheme called @title. */
static gint64
get_next_version (XcStore *store, const char *title)
{
  g_autoptr (XcStatement) statement =
      xc_database_prepare (xc_store_get_database (store),
                           "SELECT coalesce (max (version), 0) + 1 FROM scheme WHERE title = ?1", NULL);
  gboolean row = FALSE;

  if (statement == NULL)
    return 1;
  xc_statement_bind_text (statement, 1, title);
  return xc_statement_step (statement, &row, NULL) && row ? xc_statement_get_integer (statement, 0) : 1;
}

/* A line that begins with a tab stands below the last one that does not. */
static gboolean
save_outline (XcStore *store, Step *step, GError **error)
{
  gint64 above = 0;
  guint n_above = 0, n_below = 0;

  for (guint i = 0; step->outline != NULL && step->outline[i] != NULL; i++)
    {
      gboolean is_below = *step->outline[i] == '\t';
      g_autoptr (XcRecord) point = NULL;

      n_below = is_below ? n_below + 1 : 0;
      n_above += is_below ? 0 : 1;
      point = xc_schemes_make_point (step->new_id, is_below ? above : 0, is_below ? n_below : n_above,
                                     step->outline[i] + (is_below ? 1 : 0));
      if (!xc_store_save (store, point, error))
        return FALSE;
      if (!is_below)
        above = xc_record_get_id (point);
    }
  return TRUE;
}

static gboolean
save_scheme (XcStore *store, gpointer data, GError **error)
{
  Step *step = data;
  g_autoptr (XcRecord) record = xc_record_new (XC_TABLE_SCHEME);

  xc_record_set_text (record, "title", step->title);
  xc_record_set_number (record, "version", get_next_version (store, step->title));
  if (!xc_store_save (store, record, error))
    return FALSE;
  step->new_id = xc_record_get_id (record);
  return save_outline (store, step, error);
}

/**
 * xc_schemes_add:
 * @store: a ledger
 * @title: what it is called; when there is one of that title, it becomes the next version of it
 * @outline: (nullable) (array zero-terminated=1): titles of points, those with a tab before them below the one above
 * @error: return location; %XC_STORE_ERROR_REFUSED
 *
 * Returns: the new scheme, or 0
 */
gint64
xc_schemes_add (XcStore *store, const char *title, const char *const *outline, GError **error)
{
  Step step = { .title = title, .outline = outline };
  /* translators: %s is what a scheme of points is called */
  g_autofree char *name = g_strdup_printf (_ ("New scheme “%s”"), title);

  return xc_store_run (store, name, save_scheme, &step, error) ? step.new_id : 0;
}

static gboolean
copy_scheme (XcStore *store, gpointer data, GError **error)
{
  Step *step = data;
  g_autoptr (XcRecord) record = xc_store_load (store, XC_TABLE_SCHEME, step->scheme_id, error);
  g_autoptr (GPtrArray) points = record != NULL ? xc_points_load (store, step->scheme_id, error) : NULL;
  g_autoptr (GHashTable) copies = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);

  if (points == NULL)
    return FALSE;
  xc_record_set_id (record, 0);
  xc_record_set_number (record, "version", get_next_version (store, xc_record_get_text (record, "title")));
  xc_record_clear (record, "basis");
  xc_record_clear (record, "adopted_on");
  if (!xc_store_save (store, record, error))
    return FALSE;
  step->new_id = xc_record_get_id (record);
  for (guint i = 0; i < points->len; i++)
    {
      const XcPoint *point = points->pdata[i];
      const gint64 *parent = g_hash_table_lookup (copies, &point->parent_id);
      const char *place = strrchr (point->code, '.');
      g_autoptr (XcRecord) copy = xc_schemes_make_point (
          step->new_id, parent != NULL ? *parent : 0,
          (guint) g_ascii_strtoull (place != NULL ? place + 1 : point->code, NULL, 10), point->title);
      gint64 id;

      if (!xc_store_save (store, copy, error))
        return FALSE;
      id = xc_record_get_id (copy);
      g_hash_table_insert (copies, (gpointer) &point->id, g_memdup2 (&id, sizeof id));
    }
  return TRUE;
}

/**
 * xc_schemes_add_version:
 * @store: a ledger
 * @scheme_id: a scheme
 * @error: return location for a #XcStoreError
 *
 * Copies it, as the next version, for rounds to come.
 *
 * Returns: the new version, or 0
 */
gint64
xc_schemes_add_version (XcStore *store, gint64 scheme_id, GError **error)
{
  Step step = { .scheme_id = scheme_id };
  g_autofree char *name = xc_row_dup_name (xc_store_get_database (store), XC_TABLE_SCHEME, scheme_id);
  /* translators: %s is what a scheme of points is called */
  g_autofree char *title = g_strdup_printf (_ ("New version of scheme “%s”"), name);

  return xc_store_run (store, title, copy_scheme, &step, error) ? step.new_id : 0;
}

static gboolean
rename_scheme (XcStore *store, gpointer data, GError **error)
{
  Step *step = data;
  g_autoptr (XcRecord) record = xc_store_load (store, XC_TABLE_SCHEME, step->scheme_id, error);

  if (record == NULL)
    return FALSE;
  xc_record_set_text (record, "title", step->title);
  if (xc_record_is_changed_at (record, (guint) xc_catalogue_find_field (XC_TABLE_SCHEME, "title")))
    xc_record_set_number (record, "version", get_next_version (store, step->title));
  return xc_store_save (store, record, error);
}

/**
 * xc_schemes_rename:
 * @store: a ledger
 * @scheme_id: a scheme
 * @title: what it is called from now on
 * @error: return location for a #XcStoreError
 *
 * Returns: whether it is
 */
gboolean
xc_schemes_rename (XcStore *store, gint64 scheme_id, const char *title, GError **error)
{
  Step step = { .title = title, .scheme_id = scheme_id };
  /* translators: %s is what a scheme of points is called */
  g_autofree char *name = g_strdup_printf (_ ("Scheme renamed “%s”"), title);

  return xc_store_run (store, name, rename_scheme, &step, error);
}

static gboolean
remove_scheme (XcStore *store, gpointer data, GError **error)
{
  Step *step = data;
  g_autoptr (GPtrArray) points = xc_points_load (store, step->scheme_id, error);
  gint64 n_rounds = 0;
  g_autofree char *sql =
      g_strdup_printf ("SELECT count (*) FROM round WHERE scheme_id = %" G_GINT64_FORMAT, step->scheme_id);

  if (points == NULL || !xc_database_get_integer (xc_store_get_database (store), sql, &n_rounds, error))
    return FALSE;
  if (n_rounds > 0)
    return xc_fail (
        error, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED,
        g_dngettext (
            GETTEXT_PACKAGE, "%u round uses this scheme, so it stays. Give the round another scheme first.",
            "%u rounds use this scheme, so it stays. Give them another scheme first.", (gulong) n_rounds),
        (guint) n_rounds);
  for (guint i = points->len; i > 0; i--)
    {
      const XcPoint *point = points->pdata[i - 1];

      if (!xc_row_check_is_free (store, XC_TABLE_POINT, point->id, error)
          || !xc_store_remove (store, XC_TABLE_POINT, point->id, error))
        return FALSE;
    }
  return xc_store_remove (store, XC_TABLE_SCHEME, step->scheme_id, error);
}

/**
 * xc_schemes_remove:
 * @store: a ledger
 * @scheme_id: a scheme that no round uses
 * @error: return location; %XC_STORE_ERROR_REFUSED when one does
 *
 * Returns: whether it is gone, with its points
 */
gboolean
xc_schemes_remove (XcStore *store, gint64 scheme_id, GError **error)
{
  Step step = { .scheme_id = scheme_id };
  g_autofree char *name = xc_row_dup_name (xc_store_get_database (store), XC_TABLE_SCHEME, scheme_id);
  /* translators: %s is what a scheme of points is called */
  g_autofree char *title = g_strdup_printf (_ ("Removed scheme “%s”"), name);

  return xc_store_run (store, title, remove_scheme, &step, error);
}

static gboolean
give_to_round (XcStore *store, gpointer data, GError **error)
{
  Step *step = data;
  g_autoptr (XcRecord) round = xc_store_load (store, XC_TABLE_ROUND, step->round_id, error);
  g_autofree char *sql =
      g_strdup_printf ("SELECT count (*) FROM problem AS p JOIN inspection AS i ON i.id = p.inspection_id"
                       " JOIN point AS n ON n.id = p.point_id WHERE i.round_id = %" G_GINT64_FORMAT
                       " AND n.scheme_id <> %" G_GINT64_FORMAT,
                       step->round_id, step->scheme_id);
  gint64 n_problems = 0;

  if (round == NULL || !xc_database_get_integer (xc_store_get_database (store), sql, &n_problems, error))
    return FALSE;
  if (n_problems > 0)
    return xc_fail (
        error, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED,
        g_dngettext (GETTEXT_PACKAGE,
                     "%u problem of the round is classified by its present scheme, so the round keeps it.",
                     "%u problems of the round are classified by its present scheme, so the round keeps it.",
                     (gulong) n_problems),
        (guint) n_problems);
  xc_record_set_number (round, "scheme_id", step->scheme_id);
  return xc_store_save (store, round, error);
}

/**
 * xc_schemes_give_to_round:
 * @store: a ledger
 * @scheme_id: a scheme
 * @round_id: a round that is to use it
 * @error: return location; %XC_STORE_ERROR_REFUSED when problems of the round are classified by another one
 *
 * Returns: whether the round uses it
 */
gboolean
xc_schemes_give_to_round (XcStore *store, gint64 scheme_id, gint64 round_id, GError **error)
{
  Step step = { .scheme_id = scheme_id, .round_id = round_id };
  g_autofree char *name = xc_row_dup_name (xc_store_get_database (store), XC_TABLE_SCHEME, scheme_id);
  /* translators: %s is what a scheme of points is called */
  g_autofree char *title = g_strdup_printf (_ ("A round uses scheme “%s”"), name);

  return xc_store_run (store, title, give_to_round, &step, error);
}
