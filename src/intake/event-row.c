/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "intake/event-row.h"

#include <glib/gi18n-lib.h>

#include "intake/name.h"

void
xc_event_row_free (XcEventRow *row)
{
  xc_typed_row_clear (&row->typed);
  g_clear_pointer (&row->member, xc_record_unref);
  g_strfreev (row->before);
  g_strfreev (row->after);
  g_clear_pointer (&row->predecessors, g_ptr_array_unref);
  g_clear_pointer (&row->successors, g_ptr_array_unref);
  g_free (row->new_register);
  g_free (row->new_parent);
  g_free (row->former_register);
  g_free (row->former_parent);
  g_free (row);
}

void
xc_event_row_refuse (XcImport *self, XcEventRow *row, const char *column_id, char *what, const char *expected)
{
  const XcSheetTable *sheet = self->sheets[XC_TEMPLATE_EVENT];

  xc_import_refuse (self, sheet, row->typed.number, xc_sheet_table_get_column (sheet, column_id), what,
                    expected);
  row->is_refused = TRUE;
}

static void
take_name (XcEventRow *row, XcCellReader *reader, const XcSheetRow *source, const char *column_id,
           char **name)
{
  int column = xc_sheet_table_get_column (source->table, column_id);

  if (xc_cell_reader_get_name (reader, source, column, name) == XC_CELL_WRONG)
    row->is_refused = TRUE;
}

/* A name of an organization may hold what separates names elsewhere. */
static char **
split_organizations (XcImport *self, const char *cell)
{
  g_autoptr (GPtrArray) whole = NULL;
  GStrvBuilder *builder = NULL;
  char **names;

  if (cell == NULL)
    return g_new0 (char *, 1);
  whole = xc_organization_index_find (self->organizations, cell);
  if (whole->len == 0)
    return xc_name_split_list (cell);
  builder = g_strv_builder_new ();
  g_strv_builder_add (builder, cell);
  names = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);
  return names;
}

/* How many names each kind of event has on either side. */
static const struct
{
  guint before_min;
  guint before_max;
  guint after_min;
  guint after_max;
  const char *expected;
} sides[] = {
  [XC_EVENT_FOUNDED] = { 0, 0, 1, G_MAXUINT,
                         N_ ("A founding has no predecessor and at least one successor.") },
  [XC_EVENT_RENAMED] = { 1, 1, 1, 1,
                         N_ ("A renaming has the old name as predecessor and the new one as successor.") },
  [XC_EVENT_MERGED] = { 1, G_MAXUINT, 1, G_MAXUINT,
                        N_ ("A merger has predecessors and a successor; one that goes on stands on both "
                            "sides.") },
  [XC_EVENT_SPLIT] = { 1, G_MAXUINT, 1, G_MAXUINT,
                       N_ ("A split has a predecessor and successors; one that goes on stands on both "
                           "sides.") },
  [XC_EVENT_ABOLISHED] = { 1, G_MAXUINT, 0, 0, N_ ("An abolition has predecessors and no successor.") },
  [XC_EVENT_MOVED] = { 0, G_MAXUINT, 0, G_MAXUINT,
                       N_ ("A move has the organization on one side, and a new or a former register or "
                           "parent.") },
};

static void
check_side (XcImport *self, XcEventRow *row, const char *column_id, guint n_names, guint least, guint most)
{
  if (n_names >= least && n_names <= most)
    return;
  if (n_names < least)
    xc_event_row_refuse (self, row, column_id, g_strdup (_ ("An organization is missing here.")),
                         _ (sides[row->kind].expected));
  else
    xc_event_row_refuse (self, row, column_id,
                         g_strdup (_ ("This event has more organizations than it can have.")),
                         _ (sides[row->kind].expected));
}

static void
check_sides (XcImport *self, XcEventRow *row)
{
  guint n_before = g_strv_length (row->before);
  guint n_after = g_strv_length (row->after);

  if (row->is_refused)
    return;
  check_side (self, row, "event.before", n_before, sides[row->kind].before_min, sides[row->kind].before_max);
  check_side (self, row, "event.after", n_after, sides[row->kind].after_min, sides[row->kind].after_max);
  if (row->kind == XC_EVENT_MOVED && n_before + n_after == 0)
    check_side (self, row, "event.before", 0, 1, G_MAXUINT);
}

/**
 * xc_event_row_read:
 * @self: an import
 * @reader: of the sheet
 * @source: a row
 *
 * Returns: (transfer full): what it says; organizations by their names
 */
XcEventRow *
xc_event_row_read (XcImport *self, XcCellReader *reader, const XcSheetRow *source)
{
  XcEventRow *row = g_new0 (XcEventRow, 1);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gboolean has_kind;

  row->typed = xc_import_read_row (self, reader, source, XC_TABLE_ORGANIZATION_EVENT);
  row->member = xc_record_new (XC_TABLE_EVENT_MEMBER);
  row->member_given = xc_cell_reader_get_fields (reader, source, row->member);
  take_name (row, reader, source, "event.before", &before);
  take_name (row, reader, source, "event.after", &after);
  take_name (row, reader, source, "event.new_register", &row->new_register);
  take_name (row, reader, source, "event.new_parent", &row->new_parent);
  take_name (row, reader, source, "event.former_register_id", &row->former_register);
  take_name (row, reader, source, "event.former_parent_id", &row->former_parent);
  row->before = split_organizations (self, before);
  row->after = split_organizations (self, after);
  row->predecessors = g_ptr_array_new ();
  row->successors = g_ptr_array_new ();
  row->day = xc_record_get_day (row->typed.record, "happened_on");
  has_kind = xc_event_kind_from_word (xc_record_get_text (row->typed.record, "kind"), &row->kind);
  if (!has_kind || !xc_day_is_set (row->day))
    {
      XcItem probe = { .record = row->typed.record };

      xc_import_check (self, source->table, &row->typed, &probe);
      row->is_refused = TRUE;
    }
  xc_import_count (self, source->table, source->number, NULL);
  check_sides (self, row);
  return row;
}

static gboolean
resolve_name (XcImport *self, XcEventRow *row, const char *column_id, const char *name, gboolean may_be_new,
              gboolean is_final, XcItem **item)
{
  g_autoptr (GPtrArray) found = xc_organization_index_find (self->organizations, name);
  const XcSheetTable *sheet = self->sheets[XC_TEMPLATE_EVENT];

  *item = found->len == 1 ? found->pdata[0] : NULL;
  if (found->len == 1 || (found->len == 0 && may_be_new))
    return TRUE;
  if (is_final)
    {
      xc_import_refuse_organizations (self, sheet, row->typed.number,
                                      xc_sheet_table_get_column (sheet, column_id), name, found);
      row->is_refused = TRUE;
    }
  return FALSE;
}

static gboolean
resolve_side (XcImport *self, XcEventRow *row, const char *column_id, char **names, gboolean may_be_new,
              gboolean is_final, GPtrArray *items)
{
  gboolean is_resolved = TRUE;

  g_ptr_array_set_size (items, 0);
  for (guint i = 0; names[i] != NULL; i++)
    {
      XcItem *item;

      if (!resolve_name (self, row, column_id, names[i], may_be_new, is_final, &item))
        is_resolved = FALSE;
      else if (item != NULL && g_ptr_array_find (items, item, NULL))
        /* translators: %s is the name of an organization */
        xc_event_row_refuse (self, row, column_id, g_strdup_printf (_ ("“%s” stands here twice."), names[i]),
                             _ ("Write each organization once."));
      g_ptr_array_add (items, item);
    }
  return is_resolved && !row->is_refused;
}

/**
 * xc_event_row_resolve:
 * @self: an import
 * @row: a row that is not refused
 * @is_final: whether to say what is not known
 *
 * Finds the organizations of both sides.
 *
 * Returns: whether all are known, but for those that the event founds
 */
gboolean
xc_event_row_resolve (XcImport *self, XcEventRow *row, gboolean is_final)
{
  gboolean is_move = row->kind == XC_EVENT_MOVED;
  gboolean is_renaming = row->kind == XC_EVENT_RENAMED;
  gboolean before, after;

  /* Of a renamed organization only one name is known yet. */
  before = resolve_side (self, row, "event.before", row->before, is_renaming, is_final, row->predecessors);
  after = resolve_side (self, row, "event.after", row->after, !is_move, is_final, row->successors);
  if (before && after && is_renaming && row->predecessors->pdata[0] == NULL
      && row->successors->pdata[0] == NULL)
    {
      if (is_final)
        resolve_side (self, row, "event.before", row->before, FALSE, TRUE, row->predecessors);
      return FALSE;
    }
  return before && after;
}
