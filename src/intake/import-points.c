/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The sheet 监督重点: one row a point, under the levels above it. Offices merge the cells of a level, so a blank one is as
 * in the row above; points keep the order in which they were first written.
 */
#include "intake/import-private.h"

#include <glib/gi18n-lib.h>

#include "intake/name.h"

#define LEVELS 3

typedef struct
{
  XcImport *self;
  XcCellReader *reader;

  /* Of the row above */
  char *title;
  gint64 version;
  char *levels[LEVELS];
} Points;

static XcItem *
find_scheme (XcImport *self, const char *title, gint64 version)
{
  g_autofree char *wanted = xc_name_key (title);

  for (guint i = 0; i < xc_draft_count (self->draft, XC_TABLE_SCHEME); i++)
    {
      XcItem *item = xc_draft_get (self->draft, XC_TABLE_SCHEME, i);
      g_autofree char *key = xc_name_key (xc_record_get_text (item->record, "title"));

      if (strcmp (key, wanted) == 0 && xc_record_get_number (item->record, "version") == version)
        return item;
    }
  return NULL;
}

/* The scheme of the row, new or known, with what the row says of it; %NULL when it says none. */
static XcItem *
take_scheme (Points *points, const XcSheetRow *row, XcTypedRow *typed)
{
  XcImport *self = points->self;
  const char *title = xc_record_get_text (typed->record, "title");
  gboolean says_version = xc_typed_row_has (typed, row->table, "point.version");
  gboolean is_other = title != NULL && g_strcmp0 (title, points->title) != 0;
  XcItem *scheme;

  if (is_other)
    {
      g_free (points->title);
      points->title = g_strdup (title);
    }
  if (is_other || says_version)
    {
      gint64 version = says_version ? xc_record_get_number (typed->record, "version") : 1;

      is_other |= version != points->version;
      points->version = version;
    }
  for (guint i = 0; is_other && i < LEVELS; i++)
    g_clear_pointer (&points->levels[i], g_free);
  if (points->title == NULL)
    return NULL;
  scheme = find_scheme (self, points->title, points->version);
  if (scheme == NULL)
    {
      XcRecord *record = xc_record_new (XC_TABLE_SCHEME);

      xc_record_set_text (record, "title", points->title);
      xc_record_set_number (record, "version", points->version);
      scheme = xc_draft_add (self->draft, record);
    }
  if (xc_typed_row_has (typed, row->table, "point.basis"))
    xc_record_set_text (scheme->record, "basis", xc_record_get_text (typed->record, "basis"));
  if (xc_typed_row_has (typed, row->table, "point.adopted_on"))
    xc_record_set_day (scheme->record, "adopted_on", xc_record_get_day (typed->record, "adopted_on"));
  return scheme;
}

/* Fills in what stands in the rows above. Returns the number of levels, 0 when the row makes no sense. */
static guint
take_levels (Points *points, const XcSheetRow *row)
{
  static const char *const ids[LEVELS] = { "point.level_1", "point.level_2", "point.level_3" };
  char *typed[LEVELS] = { NULL };
  guint first = LEVELS, last = 0;

  for (guint i = 0; i < LEVELS; i++)
    {
      XcCellState state = xc_cell_reader_get_name (points->reader, row,
                                                   xc_sheet_table_get_column (row->table, ids[i]), &typed[i]);

      if (state == XC_CELL_WRONG)
        last = G_MAXUINT;
      else if (state == XC_CELL_GIVEN && last != G_MAXUINT)
        {
          first = MIN (first, i);
          last = i + 1;
        }
    }
  for (guint i = 0; i < LEVELS && last != G_MAXUINT; i++)
    if (typed[i] != NULL)
      {
        gboolean is_same = g_strcmp0 (typed[i], points->levels[i]) == 0;

        g_free (points->levels[i]);
        points->levels[i] = g_steal_pointer (&typed[i]);
        /* What stood under another one does not stand under this. */
        for (guint j = i + 1; j < LEVELS && !is_same; j++)
          g_clear_pointer (&points->levels[j], g_free);
      }
    else if (i < last && points->levels[i] == NULL)
      {
        xc_import_refuse (points->self, row->table, row->number,
                          xc_sheet_table_get_column (row->table, ids[i]),
                          g_strdup (_ ("The level above the point is empty here and in the rows above.")),
                          _ ("Write each level once where it begins; below it may be left empty."));
        last = G_MAXUINT;
      }
  for (guint i = 0; i < LEVELS; i++)
    g_free (typed[i]);
  if (last == 0)
    xc_import_refuse (points->self, row->table, row->number, xc_sheet_table_get_column (row->table, ids[0]),
                      g_strdup (_ ("The row names no point.")),
                      _ ("Write the title of the point under its level."));
  return last == G_MAXUINT ? 0 : last;
}

static XcItem *
take_point (XcImport *self, const XcItem *scheme, const XcItem *parent, const char *title)
{
  gint64 parent_id = parent == NULL ? 0 : parent->id;
  gint64 position = 0;
  XcRecord *record;

  for (guint i = 0; i < xc_draft_count (self->draft, XC_TABLE_POINT); i++)
    {
      XcItem *item = xc_draft_get (self->draft, XC_TABLE_POINT, i);

      if (xc_record_get_number (item->record, "scheme_id") != scheme->id
          || xc_record_get_number (item->record, "parent_id") != parent_id)
        continue;
      if (strcmp (xc_record_get_text (item->record, "title"), title) == 0)
        return item;
      position = MAX (position, xc_record_get_number (item->record, "position"));
    }
  record = xc_record_new (XC_TABLE_POINT);
  xc_record_set_number (record, "scheme_id", scheme->id);
  xc_record_set_number (record, "parent_id", parent_id);
  xc_record_set_number (record, "position", position + 1);
  xc_record_set_text (record, "title", title);
  return xc_draft_add (self->draft, record);
}

static void
read_row (const XcSheetRow *row, gpointer data)
{
  Points *points = data;
  XcImport *self = points->self;
  g_auto (XcTypedRow) typed = xc_import_read_row (self, points->reader, row, XC_TABLE_SCHEME);
  int title_column = xc_sheet_table_get_column (row->table, "point.title");
  XcItem *scheme = take_scheme (points, row, &typed);
  guint n_levels = take_levels (points, row);
  XcItem *point = NULL;

  if (scheme == NULL && row->cells[title_column] == NULL)
    xc_import_refuse (self, row->table, row->number, title_column,
                      g_strdup (_ ("The point belongs to no scheme.")),
                      xc_template_column_hint (&row->table->table->columns[title_column]));
  if (scheme == NULL || n_levels == 0)
    {
      self->is_incomplete[XC_TEMPLATE_POINT] = TRUE;
      xc_import_count (self, row->table, row->number, NULL);
      return;
    }
  for (guint i = 0; i < n_levels; i++)
    point = take_point (self, scheme, point, points->levels[i]);
  if (xc_import_is_free (self, row->table, row->number,
                         title_column + 1 + (int) n_levels /* the level, after the version */, point))
    point->row = row->number;
  xc_import_count (self, row->table, row->number, point);
  xc_import_count (self, row->table, row->number, scheme);
  xc_import_check (self, row->table, &typed, scheme);
}

static void
add_path (XcImport *self, gint64 scheme_id, const char *path, XcItem *point)
{
  g_autofree char *name = xc_name_key (path);
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT " %s", scheme_id, name);
  GPtrArray *items = g_hash_table_lookup (self->point_paths, key);

  if (items == NULL)
    {
      items = g_ptr_array_new ();
      g_hash_table_insert (self->point_paths, g_steal_pointer (&key), items);
    }
  if (!g_ptr_array_find (items, point, NULL))
    g_ptr_array_add (items, point);
}

static char *
join_path (const char *above, const char *below)
{
  return g_strdup_printf ("%s/%s", above, below);
}

/* Under its title, and under each path that ends in it, in its scheme and, as 0, in any. */
static void
add_paths (XcImport *self, XcItem *point)
{
  gint64 scheme_id = xc_record_get_number (point->record, "scheme_id");
  g_autofree char *path = g_strdup (xc_record_get_text (point->record, "title"));
  gint64 parent_id = xc_record_get_number (point->record, "parent_id");

  for (guint depth = 0; depth < 16; depth++)
    {
      XcItem *parent;
      char *longer;

      add_path (self, scheme_id, path, point);
      add_path (self, 0, path, point);
      parent = parent_id == 0 ? NULL : xc_draft_find (self->draft, XC_TABLE_POINT, parent_id);
      if (parent == NULL)
        return;
      longer = join_path (xc_record_get_text (parent->record, "title"), path);
      g_free (path);
      path = longer;
      parent_id = xc_record_get_number (parent->record, "parent_id");
    }
}

static void
unref_array (gpointer data)
{
  g_ptr_array_unref (data);
}

gboolean
xc_import_points (XcImport *self, GError **error)
{
  XcSheetTable *sheet = self->sheets[XC_TEMPLATE_POINT];
  g_autoptr (XcCellReader) reader = xc_cell_reader_new (self->report);
  Points points = { .self = self, .reader = reader, .version = 1 };
  gboolean is_read;

  if (!xc_draft_load (self->draft, XC_TABLE_SCHEME, error)
      || !xc_draft_load (self->draft, XC_TABLE_POINT, error))
    return FALSE;
  is_read = sheet == NULL || xc_sheet_table_read (sheet, self->source, read_row, &points, error);
  g_free (points.title);
  for (guint i = 0; i < LEVELS; i++)
    g_free (points.levels[i]);
  self->point_paths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unref_array);
  for (guint i = 0; i < xc_draft_count (self->draft, XC_TABLE_POINT); i++)
    add_paths (self, xc_draft_get (self->draft, XC_TABLE_POINT, i));
  return is_read;
}

static char *
get_path (XcImport *self, const XcItem *point)
{
  char *path = g_strdup (xc_record_get_text (point->record, "title"));
  gint64 parent_id = xc_record_get_number (point->record, "parent_id");

  for (guint depth = 0; parent_id != 0 && depth < 16; depth++)
    {
      XcItem *parent = xc_draft_find (self->draft, XC_TABLE_POINT, parent_id);
      char *longer = join_path (xc_record_get_text (parent->record, "title"), path);

      g_free (path);
      path = longer;
      parent_id = xc_record_get_number (parent->record, "parent_id");
    }
  return path;
}

/**
 * xc_import_find_point:
 * @self: an import
 * @sheet: a sheet
 * @row: one of its rows
 * @column: the cell that names a point
 * @scheme_id: where to look, or 0 for all schemes
 * @text: a title, or titles from above down to it with slashes between
 *
 * Returns: (transfer none) (nullable): the point
 */
XcItem *
xc_import_find_point (XcImport *self, const XcSheetTable *sheet, guint row, int column, gint64 scheme_id,
                      const char *text)
{
  g_autofree char *name = xc_name_key (text);
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT " %s", scheme_id, name);
  const GPtrArray *items = g_hash_table_lookup (self->point_paths, key);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  if (items != NULL && items->len == 1)
    return items->pdata[0];
  if (items != NULL)
    {
      for (guint i = 0; i < items->len; i++)
        g_ptr_array_add (paths, get_path (self, items->pdata[i]));
      xc_import_refuse_ambiguous (self, sheet, row, column, text, paths);
      return NULL;
    }
  for (guint i = 0; i < xc_draft_count (self->draft, XC_TABLE_POINT); i++)
    {
      XcItem *point = xc_draft_get (self->draft, XC_TABLE_POINT, i);

      if (scheme_id == 0 || xc_record_get_number (point->record, "scheme_id") == scheme_id)
        g_ptr_array_add (paths, g_strdup (xc_record_get_text (point->record, "title")));
    }
  xc_import_refuse_unknown (self, sheet, row, column, text, XC_TEMPLATE_POINT, paths);
  return NULL;
}
