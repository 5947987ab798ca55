/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The sheet 被巡察党组织: an organization is recognised by its name and its parent, so the same name under two parents is
 * two organizations. Parents may stand further down, or be founded by an event: rows wait until theirs is known.
 */
#include "intake/import-private.h"

#include <glib/gi18n-lib.h>

#include "intake/name.h"

/* No hierarchy is deeper, so a longer way up is a loop. */
#define DEPTH_MAX 64

typedef struct
{
  XcTypedRow typed;
  char *parent; /* as typed; %NULL for none */
  XcItem *item; /* %NULL while it waits */
  gboolean is_refused;
} Row;

static void
free_row (gpointer data)
{
  Row *row = data;

  xc_typed_row_clear (&row->typed);
  g_free (row->parent);
  g_free (row);
}

typedef struct
{
  XcImport *self;
  XcCellReader *reader;
} Organizations;

static void
read_row (const XcSheetRow *source, gpointer data)
{
  Organizations *organizations = data;
  XcImport *self = organizations->self;
  Row *row = g_new0 (Row, 1);
  int register_column = xc_sheet_table_get_column (source->table, "organization.register_id");
  int parent_column = xc_sheet_table_get_column (source->table, "organization.parent_id");
  int name_column = xc_sheet_table_get_column (source->table, "organization.name");
  g_autofree char *text = NULL;

  row->typed = xc_import_read_row (self, organizations->reader, source, XC_TABLE_ORGANIZATION);
  if (xc_cell_reader_get_name (organizations->reader, source, register_column, &text) == XC_CELL_GIVEN)
    xc_typed_row_set_reference (
        &row->typed, source->table, register_column,
        xc_import_find_register (self, source->table, source->number, register_column, text));
  if (xc_cell_reader_get_name (organizations->reader, source, parent_column, &row->parent) == XC_CELL_WRONG)
    row->is_refused = TRUE;
  if (!xc_record_is_set (row->typed.record, "name"))
    {
      row->is_refused = TRUE;
      if (source->cells[name_column] == NULL)
        xc_import_refuse (self, source->table, source->number, name_column,
                          g_strdup (_ ("The organization has no name.")),
                          xc_template_column_hint (&source->table->table->columns[name_column]));
      else
        self->is_incomplete[XC_TEMPLATE_ORGANIZATION] = TRUE;
    }
  xc_import_count (self, source->table, source->number, NULL);
  g_ptr_array_add (self->organization_rows, row);
}

/* What the organization was until an event moved it: a sheet that still says so is not to move it back. */
static gboolean
is_former (XcImport *self, const XcItem *item, const char *former_field, gint64 value)
{
  g_autoptr (XcRecord) like = xc_record_new (XC_TABLE_EVENT_MEMBER);
  g_autoptr (GPtrArray) members = NULL;

  xc_record_set_number (like, "organization_id", item->id);
  members = xc_item_index_find (self->members_of_events, like);
  for (guint i = 0; members != NULL && i < members->len; i++)
    {
      const XcItem *member = members->pdata[i];

      if (xc_record_is_set (member->record, former_field)
          && xc_record_get_number (member->record, former_field) == value)
        return TRUE;
    }
  return FALSE;
}

static void
leave_former (XcImport *self, Row *row, const XcItem *item, const char *column_id, const char *field,
              const char *former_field)
{
  const XcSheetTable *sheet = self->sheets[XC_TEMPLATE_ORGANIZATION];

  if (xc_typed_row_has (&row->typed, sheet, column_id)
      && is_former (self, item, former_field, xc_record_get_number (row->typed.record, field)))
    row->typed.given &= ~(G_GUINT64_CONSTANT (1) << xc_sheet_table_get_column (sheet, column_id));
}

static gboolean
has_parent (XcImport *self, const XcItem *item, const XcItem *parent)
{
  gint64 id = parent == NULL ? 0 : parent->id;

  return xc_record_get_number (item->record, "parent_id") == id
         || (id != 0 && is_former (self, item, "former_parent_id", id));
}

/* The organizations of the draft that the row may be about: those under its parent; else, when there is one that
 * nobody has given a parent yet, that one. */
static GPtrArray *
find_candidates (XcImport *self, const Row *row, const XcItem *parent)
{
  const char *name = xc_record_get_text (row->typed.record, "name");
  g_autoptr (GPtrArray) named = xc_organization_index_find_named (self->organizations, name);
  GPtrArray *found = g_ptr_array_new ();
  gboolean any_current = FALSE;

  for (guint i = 0; i < named->len; i++)
    if (has_parent (self, named->pdata[i], parent))
      g_ptr_array_add (found, named->pdata[i]);
  if (found->len == 0 && parent == NULL)
    for (guint i = 0; i < named->len; i++)
      g_ptr_array_add (found, named->pdata[i]);
  if (found->len == 0 && parent != NULL)
    for (guint i = 0; i < named->len; i++)
      if (has_parent (self, named->pdata[i], NULL) && ((XcItem *) named->pdata[i])->row == 0)
        g_ptr_array_add (found, named->pdata[i]);
  for (guint i = 0; i < found->len; i++)
    any_current |= xc_organization_index_is_current_name (self->organizations, found->pdata[i], name);
  for (guint i = found->len; any_current && i > 0; i--)
    if (!xc_organization_index_is_current_name (self->organizations, found->pdata[i - 1], name))
      g_ptr_array_remove_index (found, i - 1);
  return found;
}

static void
place (XcImport *self, Row *row, const XcItem *parent)
{
  const XcSheetTable *sheet = self->sheets[XC_TEMPLATE_ORGANIZATION];
  int name_column = xc_sheet_table_get_column (sheet, "organization.name");
  int parent_column = xc_sheet_table_get_column (sheet, "organization.parent_id");
  const char *name = xc_record_get_text (row->typed.record, "name");
  g_autoptr (GPtrArray) candidates = find_candidates (self, row, parent);
  XcItem *item = candidates->len == 1 ? candidates->pdata[0] : NULL;

  if (candidates->len > 1)
    {
      xc_import_refuse_organizations (self, sheet, row->typed.number, name_column, name, candidates);
      row->is_refused = TRUE;
      return;
    }
  if (item != NULL && !xc_import_is_free (self, sheet, row->typed.number, name_column, item))
    {
      row->is_refused = TRUE;
      return;
    }
  if (item != NULL)
    {
      /* The name is what it was found by; only an event changes it. */
      row->typed.given &= ~(G_GUINT64_CONSTANT (1) << name_column);
      leave_former (self, row, item, "organization.register_id", "register_id", "former_register_id");
      leave_former (self, row, item, "organization.listed", "listed", "former_listed");
    }
  if (parent != NULL && (item == NULL || !is_former (self, item, "former_parent_id", parent->id)))
    xc_typed_row_set_reference (&row->typed, sheet, parent_column, parent);
  row->item = xc_import_put (self, sheet, &row->typed, item);
  xc_organization_index_add (self->organizations, row->item);
}

/**
 * xc_import_place_organizations:
 * @self: an import
 *
 * Takes the rows of the sheet whose parents are known by now into the draft, level by level.
 *
 * Returns: whether there were any
 */
gboolean
xc_import_place_organizations (XcImport *self)
{
  gboolean has_placed = FALSE, goes_on = TRUE;

  while (goes_on)
    {
      g_autoptr (GPtrArray) rows = g_ptr_array_new ();
      g_autoptr (GPtrArray) parents = g_ptr_array_new ();

      /* All of a level before any of the next: the order of the rows is to make no difference. */
      for (guint i = 0; i < self->organization_rows->len; i++)
        {
          Row *row = self->organization_rows->pdata[i];
          g_autoptr (GPtrArray) found = NULL;

          if (row->item != NULL || row->is_refused)
            continue;
          if (row->parent != NULL)
            found = xc_organization_index_find (self->organizations, row->parent);
          if (found != NULL && found->len != 1)
            continue;
          g_ptr_array_add (rows, row);
          g_ptr_array_add (parents, found == NULL ? NULL : found->pdata[0]);
        }
      for (guint i = 0; i < rows->len; i++)
        place (self, rows->pdata[i], parents->pdata[i]);
      goes_on = rows->len > 0;
      has_placed |= goes_on;
    }
  return has_placed;
}

static gboolean
is_in_loop (XcImport *self, const XcItem *item)
{
  const XcItem *at = item;

  for (guint depth = 0; at != NULL && depth < DEPTH_MAX; depth++)
    {
      gint64 id = xc_record_get_number (at->record, "parent_id");

      if (id == item->id)
        return TRUE;
      at = id == 0 ? NULL : xc_draft_find (self->draft, XC_TABLE_ORGANIZATION, id);
    }
  return FALSE;
}

/* Rows that name each other, or themselves, as parents wait for ever. */
static gboolean
waits_for_itself (XcImport *self, const Row *row)
{
  const Row *at = row;

  for (guint depth = 0; at != NULL && depth < DEPTH_MAX; depth++)
    {
      g_autofree char *wanted = at->parent == NULL ? NULL : xc_name_key (at->parent);

      at = NULL;
      for (guint i = 0; wanted != NULL && i < self->organization_rows->len; i++)
        {
          const Row *other = self->organization_rows->pdata[i];
          const char *name = xc_record_get_text (other->typed.record, "name");
          g_autofree char *key = name == NULL ? NULL : xc_name_key (name);

          if (other->item == NULL && g_strcmp0 (key, wanted) == 0)
            {
              at = other;
              break;
            }
        }
      if (at == row)
        return TRUE;
    }
  return FALSE;
}

static void
refuse_loop (XcImport *self, const Row *row)
{
  const XcSheetTable *sheet = self->sheets[XC_TEMPLATE_ORGANIZATION];

  xc_import_refuse (
      self, sheet, row->typed.number, xc_sheet_table_get_column (sheet, "organization.parent_id"),
      /* translators: %s is the name of an organization */
      g_strdup_printf (_ ("“%s” would stand under itself."), xc_record_get_text (row->typed.record, "name")),
      _ ("Write the organization above it, or leave the cell empty."));
}

static void
refuse_waiting (XcImport *self, Row *row)
{
  const XcSheetTable *sheet = self->sheets[XC_TEMPLATE_ORGANIZATION];
  int column = xc_sheet_table_get_column (sheet, "organization.parent_id");
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *key = NULL;

  if (row->is_refused)
    return;
  found = xc_organization_index_find (self->organizations, row->parent);
  key = xc_name_key (row->parent);
  if (g_hash_table_contains (self->doubtful, key) && waits_for_itself (self, row))
    refuse_loop (self, row);
  else
    xc_import_refuse_organizations (self, sheet, row->typed.number, column, row->parent, found);
}

/* Two of one name of which one has no parent: nobody could say which is meant. */
static void
check_alone (XcImport *self, const Row *row)
{
  const XcSheetTable *sheet = self->sheets[XC_TEMPLATE_ORGANIZATION];
  const char *name = xc_record_get_text (row->item->record, "name");
  g_autoptr (GPtrArray) named = xc_organization_index_find_named (self->organizations, name);

  if (!row->item->is_new || xc_record_is_set (row->item->record, "parent_id"))
    return;
  for (guint i = 0; i < named->len; i++)
    if (named->pdata[i] != row->item
        && xc_organization_index_is_current_name (self->organizations, named->pdata[i], name))
      {
        xc_import_refuse (
            self, sheet, row->typed.number, xc_sheet_table_get_column (sheet, "organization.parent_id"),
            /* translators: %s is the name of an organization */
            g_strdup_printf (_ ("There is more than one “%s”, and this one has no parent."), name),
            _ ("Write the organization above it, so that the two can be told apart."));
        return;
      }
}

/**
 * xc_import_finish_organizations:
 * @self: an import, after all events
 *
 * Says what is wrong with the rows of organizations, and of which ones the parent never came.
 */
void
xc_import_finish_organizations (XcImport *self)
{
  const XcSheetTable *sheet = self->sheets[XC_TEMPLATE_ORGANIZATION];

  for (guint i = 0; i < self->organization_rows->len; i++)
    {
      Row *row = self->organization_rows->pdata[i];
      const char *name = xc_record_get_text (row->typed.record, "name");

      if (row->item == NULL && name != NULL)
        g_hash_table_add (self->doubtful, xc_name_key (name));
    }
  for (guint i = 0; i < self->organization_rows->len; i++)
    {
      Row *row = self->organization_rows->pdata[i];

      if (row->item == NULL)
        {
          refuse_waiting (self, row);
          continue;
        }
      if (is_in_loop (self, row->item))
        refuse_loop (self, row);
      check_alone (self, row);
      xc_import_check (self, sheet, &row->typed, row->item);
    }
}

gboolean
xc_import_organizations (XcImport *self, GError **error)
{
  XcSheetTable *sheet = self->sheets[XC_TEMPLATE_ORGANIZATION];
  g_autoptr (XcCellReader) reader = xc_cell_reader_new (self->report);
  Organizations organizations = { self, reader };

  if (!xc_draft_load (self->draft, XC_TABLE_ORGANIZATION, error)
      || !xc_draft_load (self->draft, XC_TABLE_ORGANIZATION_EVENT, error)
      || !xc_draft_load (self->draft, XC_TABLE_EVENT_MEMBER, error))
    return FALSE;
  self->organizations = xc_organization_index_new (self->draft);
  self->members_of_events = xc_item_index_new (XC_TABLE_EVENT_MEMBER, "organization_id", NULL);
  xc_item_index_add_all (self->members_of_events, self->draft);
  self->organization_rows = g_ptr_array_new_with_free_func (free_row);
  if (sheet != NULL && !xc_sheet_table_read (sheet, self->source, read_row, &organizations, error))
    return FALSE;
  xc_import_place_organizations (self);
  return TRUE;
}
