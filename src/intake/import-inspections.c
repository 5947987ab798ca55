/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The sheet 巡察任务: an inspection is recognised by its round, organization and kind, and by its team where there are still
 * several; one of a higher committee by organization and kind, and by the day of entering.
 */
#include "intake/import-private.h"

#include <glib/gi18n-lib.h>

#include "core/inspection-kind.h"

typedef struct
{
  XcTypedRow typed;
  XcItem *item;
  char *extends;
  int round_column;
} Row;

static void
free_row (gpointer data)
{
  Row *row = data;

  xc_typed_row_clear (&row->typed);
  g_free (row->extends);
  g_free (row);
}

typedef struct
{
  XcImport *self;
  XcCellReader *reader;
  GPtrArray *rows;
} Inspections;

static XcItem *
take_batch (XcImport *self, const XcItem *round, gint64 ordinal)
{
  XcRecord *record;

  for (guint i = 0; i < xc_draft_count (self->draft, XC_TABLE_BATCH); i++)
    {
      XcItem *item = xc_draft_get (self->draft, XC_TABLE_BATCH, i);

      if (xc_record_get_number (item->record, "round_id") == round->id
          && xc_record_get_number (item->record, "ordinal") == ordinal)
        return item;
    }
  record = xc_record_new (XC_TABLE_BATCH);
  xc_record_set_number (record, "round_id", round->id);
  xc_record_set_number (record, "ordinal", ordinal);
  return xc_draft_add (self->draft, record);
}

/* Batch and team belong to the round of the row. */
static void
read_parts_of_round (Inspections *inspections, const XcSheetRow *row, XcTypedRow *typed, const XcItem *round)
{
  static const char *const ids[] = { "inspection.batch_id", "inspection.team_id" };
  XcImport *self = inspections->self;

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      int column = xc_sheet_table_get_column (row->table, ids[i]);
      gint64 ordinal = 0;

      if (xc_cell_reader_get_number (inspections->reader, row, column, &ordinal) != XC_CELL_GIVEN)
        continue;
      if (round != NULL && i == 0 && (ordinal < 1 || ordinal > 99))
        xc_import_refuse (self, row->table, row->number, column,
                          g_strdup (_ ("A round has at most 99 batches.")),
                          xc_template_column_hint (&row->table->table->columns[column]));
      else if (round != NULL)
        xc_typed_row_set_reference (
            typed, row->table, column,
            i == 0 ? take_batch (self, round, ordinal)
                   : xc_import_find_team (self, row->table, row->number, column, round, ordinal));
      else if (!xc_sheet_table_has_fault (row->table, self->report, row->number,
                                          xc_sheet_table_get_column (row->table, "inspection.round_id")))
        xc_import_refuse (self, row->table, row->number, column,
                          g_strdup (_ ("Teams and batches belong to a round, and the row names none.")),
                          _ ("Write the round, or leave this cell empty."));
    }
}

static void
read_row (const XcSheetRow *source, gpointer data)
{
  Inspections *inspections = data;
  XcImport *self = inspections->self;
  const XcSheetTable *sheet = source->table;
  int organization_column = xc_sheet_table_get_column (sheet, "inspection.organization_id");
  Row *row = g_new0 (Row, 1);
  XcItem *round = NULL;
  g_autofree char *name = NULL;
  gint64 ordinal = 0;

  row->round_column = xc_sheet_table_get_column (sheet, "inspection.round_id");
  row->typed = xc_import_read_row (self, inspections->reader, source, XC_TABLE_INSPECTION);
  if (xc_cell_reader_get_number (inspections->reader, source, row->round_column, &ordinal) == XC_CELL_GIVEN)
    round = xc_import_find_round (self, sheet, source->number, row->round_column, ordinal);
  xc_typed_row_set_reference (&row->typed, sheet, row->round_column, round);
  read_parts_of_round (inspections, source, &row->typed, round);
  if (xc_cell_reader_get_name (inspections->reader, source, organization_column, &name) == XC_CELL_GIVEN)
    xc_typed_row_set_reference (
        &row->typed, sheet, organization_column,
        xc_import_find_organization (self, sheet, source->number, organization_column, name));
  xc_cell_reader_get_name (inspections->reader, source,
                           xc_sheet_table_get_column (sheet, "inspection.extends"), &row->extends);
  /* A row without its kind must not pass for a regular inspection. */
  if (!xc_typed_row_has (&row->typed, sheet, "inspection.kind"))
    xc_record_clear (row->typed.record, "kind");
  xc_import_count (self, sheet, source->number, NULL);
  g_ptr_array_add (inspections->rows, row);
}

static gboolean
is_complete (const XcSheetTable *sheet, const Row *row)
{
  gboolean is_higher = g_strcmp0 (xc_record_get_text (row->typed.record, "level"), "higher") == 0;

  return xc_record_is_set (row->typed.record, "organization_id")
         && xc_record_is_set (row->typed.record, "kind")
         && (xc_record_is_set (row->typed.record, "round_id")
             || (is_higher && (row->typed.present & (G_GUINT64_CONSTANT (1) << row->round_column)) == 0));
}

/* The inspections that the row may be about. */
static GPtrArray *
find_candidates (XcImport *self, const Row *row)
{
  GPtrArray *found = xc_item_index_find (self->inspections, row->typed.record);

  if (found == NULL)
    return g_ptr_array_new ();
  for (guint i = found->len; i > 0; i--)
    if (g_strcmp0 (xc_record_get_text (((XcItem *) found->pdata[i - 1])->record, "kind"),
                   xc_record_get_text (row->typed.record, "kind"))
        != 0)
      g_ptr_array_remove_index (found, i - 1);
  return found;
}

/* What tells inspections of the same round, organization and kind apart. */
static gboolean
is_same (const XcRecord *a, const XcRecord *b)
{
  const char *field = xc_record_is_set (a, "round_id") ? "team_id" : "enters_on";

  return xc_record_is_set (a, field) == xc_record_is_set (b, field)
         && xc_record_get_number (a, field) == xc_record_get_number (b, field);
}

/* "Counts" that says what the kind says anyway is no exception, and needs no reason. */
static void
simplify_counts (const XcSheetTable *sheet, XcTypedRow *typed, const XcItem *item)
{
  const XcRecord *leveled =
      item == NULL || xc_typed_row_has (typed, sheet, "inspection.level") ? typed->record : item->record;
  XcInspectionKind kind;
  XcLevel level;
  XcCounts counts;

  if (!xc_inspection_kind_from_word (xc_record_get_text (typed->record, "kind"), &kind)
      || !xc_level_from_word (xc_record_get_text (leveled, "level"), &level)
      || !xc_counts_from_word (xc_record_get_text (typed->record, "counts"), &counts)
      || counts == XC_COUNTS_BY_KIND)
    return;
  if (xc_inspection_counts (kind, level, XC_COUNTS_BY_KIND) == (counts == XC_COUNTS_YES))
    xc_record_set_text (typed->record, "counts", xc_counts_to_word (XC_COUNTS_BY_KIND));
}

static gboolean
is_renumbered (const Row *row, const XcItem *item)
{
  gint64 typed = xc_record_get_number (row->typed.record, "serial");
  gint64 given = xc_record_get_number (item->record, "serial");

  return typed != 0 && given != 0 && typed != given;
}

static void
refuse_renumbering (XcImport *self, Row *row, const XcItem *item)
{
  const XcSheetTable *sheet = self->sheets[XC_TEMPLATE_INSPECTION];

  xc_import_refuse (self, sheet, row->typed.number, xc_sheet_table_get_column (sheet, "inspection.serial"),
                    g_strdup_printf (_ ("The organization has the number %d in this round already."),
                                     (int) xc_record_get_number (item->record, "serial")),
                    _ ("A number that was given never changes; leave the cell empty."));
}

static void
put (XcImport *self, Row *row, XcItem *item)
{
  const XcSheetTable *sheet = self->sheets[XC_TEMPLATE_INSPECTION];

  if (item != NULL && is_renumbered (row, item))
    refuse_renumbering (self, row, item);
  simplify_counts (sheet, &row->typed, item);
  row->item = xc_import_put (self, sheet, &row->typed, item);
  if (item == NULL)
    xc_item_index_add (self->inspections, row->item);
}

/* Takes the inspection that is the same, down to its team. */
static void
match_exactly (XcImport *self, Row *row)
{
  const XcSheetTable *sheet = self->sheets[XC_TEMPLATE_INSPECTION];
  g_autoptr (GPtrArray) candidates = find_candidates (self, row);

  for (guint i = 0; i < candidates->len; i++)
    if (is_same (((XcItem *) candidates->pdata[i])->record, row->typed.record))
      {
        if (xc_import_is_free (self, sheet, row->typed.number,
                               xc_sheet_table_get_column (sheet, "inspection.organization_id"),
                               candidates->pdata[i]))
          put (self, row, candidates->pdata[i]);
        else
          row->item = candidates->pdata[i];
        return;
      }
}

/* Takes the only one that no row is about yet; or else it is a new one. */
static void
match_loosely (XcImport *self, Row *row)
{
  const XcSheetTable *sheet = self->sheets[XC_TEMPLATE_INSPECTION];
  g_autoptr (GPtrArray) candidates = find_candidates (self, row);
  gboolean is_higher = !xc_record_is_set (row->typed.record, "round_id");
  const char *field = is_higher ? "enters_on" : "team_id";

  for (guint i = candidates->len; i > 0; i--)
    if (((XcItem *) candidates->pdata[i - 1])->row != 0)
      {
        XcItem *other = candidates->pdata[i - 1];

        /* Another row of this workbook: the same twice, unless a team or a day tells them apart. */
        if ((!xc_record_is_set (row->typed.record, field) || is_same (other->record, row->typed.record))
            && !xc_import_is_free (self, sheet, row->typed.number,
                                   xc_sheet_table_get_column (sheet, "inspection.organization_id"), other))
          {
            row->item = other;
            return;
          }
        g_ptr_array_remove_index (candidates, i - 1);
      }
  if (candidates->len <= 1)
    put (self, row, candidates->len == 1 ? candidates->pdata[0] : NULL);
  else if (xc_record_is_set (row->typed.record, field))
    put (self, row, NULL);
  else
    xc_import_refuse (
        self, sheet, row->typed.number,
        xc_sheet_table_get_column (sheet, is_higher ? "inspection.enters_on" : "inspection.team_id"),
        g_strdup (_ ("The organization has several inspections of this kind here.")),
        is_higher ? _ ("Write the day of entering, which tells them apart.")
                  : _ ("Write the team, which tells them apart."));
}

/* The number that the organization has in the round, by another inspection; 0 when it has none. */
static gint64
find_serial (XcImport *self, const XcItem *inspection)
{
  g_autoptr (GPtrArray) others = xc_item_index_find (self->inspections, inspection->record);

  for (guint i = 0; others != NULL && i < others->len; i++)
    {
      gint64 serial = xc_record_get_number (((XcItem *) others->pdata[i])->record, "serial");

      if (others->pdata[i] != inspection && serial != 0)
        return serial;
    }
  return 0;
}

/* The largest number of each round, once the rows of the sheet are there. */
static gint64 *
get_largest (XcImport *self, gint64 round_id)
{
  gint64 *largest;

  if (self->largest_serials == NULL)
    {
      self->largest_serials = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
      for (guint i = 0; i < xc_draft_count (self->draft, XC_TABLE_INSPECTION); i++)
        {
          const XcItem *item = xc_draft_get (self->draft, XC_TABLE_INSPECTION, i);

          largest = get_largest (self, xc_record_get_number (item->record, "round_id"));
          *largest = MAX (*largest, xc_record_get_number (item->record, "serial"));
        }
    }
  largest = g_hash_table_lookup (self->largest_serials, &round_id);
  if (largest == NULL)
    {
      largest = g_new0 (gint64, 1);
      g_hash_table_insert (self->largest_serials, g_memdup2 (&round_id, sizeof round_id), largest);
    }
  return largest;
}

/**
 * xc_import_give_serial:
 * @self: an import, after the rows of the sheet of inspections
 * @inspection: an inspection, in a round or outside
 *
 * Returns: the number that the organization has in the round; a new one, when it has none yet
 */
gint64
xc_import_give_serial (XcImport *self, XcItem *inspection)
{
  gint64 serial = xc_record_get_number (inspection->record, "serial");

  if (serial != 0)
    return serial;
  serial = find_serial (self, inspection);
  if (serial == 0)
    serial = ++*get_largest (self, xc_record_get_number (inspection->record, "round_id"));
  xc_record_set_number (inspection->record, "serial", serial);
  return serial;
}

static char *
make_serial_key (const XcItem *inspection)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
                          xc_record_get_number (inspection->record, "round_id"),
                          xc_record_get_number (inspection->record, "serial"));
}

/* A number is part of the numbers of problems: one organization, one number, in each round. @owners tells who came
 * first. */
static void
check_serial (XcImport *self, const Row *row, GHashTable *owners)
{
  const XcSheetTable *sheet = self->sheets[XC_TEMPLATE_INSPECTION];
  int column = xc_sheet_table_get_column (sheet, "inspection.serial");
  gint64 serial = xc_record_get_number (row->item->record, "serial");
  gint64 other_serial = find_serial (self, row->item);
  g_autofree char *key = make_serial_key (row->item);
  const XcItem *owner = g_hash_table_lookup (owners, key);
  char *what = NULL;

  if (other_serial != 0 && other_serial != serial)
    /* translators: %d is the number of an organization in a round */
    what =
        g_strdup_printf (_ ("The organization has the number %d in this round already."), (int) other_serial);
  else if (owner != NULL
           && xc_record_get_number (owner->record, "organization_id")
                  != xc_record_get_number (row->item->record, "organization_id"))
    /* translators: %d is the number of an organization in a round */
    what = g_strdup_printf (_ ("Another organization has the number %d in this round."), (int) serial);
  if (what != NULL)
    xc_import_refuse (self, sheet, row->typed.number, column, what,
                      _ ("Leave the cell empty, and the program gives the number."));
}

static GHashTable *
list_owners (XcImport *self)
{
  GHashTable *owners = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < xc_draft_count (self->draft, XC_TABLE_INSPECTION); i++)
    {
      XcItem *item = xc_draft_get (self->draft, XC_TABLE_INSPECTION, i);
      g_autofree char *key = NULL;

      if (!xc_record_is_set (item->record, "serial") || !xc_record_is_set (item->record, "round_id"))
        continue;
      key = make_serial_key (item);
      if (!g_hash_table_contains (owners, key))
        g_hash_table_insert (owners, g_steal_pointer (&key), item);
    }
  return owners;
}

static void
give_serials (XcImport *self, GPtrArray *rows)
{
  g_autoptr (GHashTable) owners = list_owners (self);

  for (guint i = 0; i < rows->len; i++)
    {
      Row *row = rows->pdata[i];

      if (row->item == NULL || !xc_record_is_set (row->item->record, "round_id"))
        continue;
      if (xc_record_is_set (row->typed.record, "serial"))
        check_serial (self, row, owners);
      else if (row->item->is_new)
        xc_import_give_serial (self, row->item);
    }
}

static void
link_extended (XcImport *self, Row *row)
{
  const XcSheetTable *sheet = self->sheets[XC_TEMPLATE_INSPECTION];
  int column = xc_sheet_table_get_column (sheet, "inspection.extends");
  XcItem *organization;
  XcItem *found = NULL;
  g_autoptr (XcRecord) like = xc_record_new (XC_TABLE_INSPECTION);
  g_autoptr (GPtrArray) candidates = NULL;

  if (row->extends == NULL || row->item == NULL)
    return;
  organization = xc_import_find_organization (self, sheet, row->typed.number, column, row->extends);
  if (organization == NULL)
    return;
  xc_record_set_number (like, "round_id", xc_record_get_number (row->item->record, "round_id"));
  xc_record_set_number (like, "organization_id", organization->id);
  candidates = xc_item_index_find (self->inspections, like);
  for (guint i = 0; candidates != NULL && i < candidates->len; i++)
    {
      XcItem *candidate = candidates->pdata[i];

      /* What goes on from something is no start itself. */
      if (candidate != row->item && strcmp (xc_record_get_text (candidate->record, "kind"), "extended") != 0)
        found = candidate;
    }
  if (found == NULL)
    xc_import_refuse (self, sheet, row->typed.number, column,
                      /* translators: %s is the name of an organization */
                      g_strdup_printf (_ ("“%s” is not inspected in this round."), row->extends),
                      xc_template_column_hint (&sheet->table->columns[column]));
  else
    xc_record_set_number (row->item->record, "extends_id", found->id);
}

static void
take_rows (XcImport *self, GPtrArray *rows)
{
  const XcSheetTable *sheet = self->sheets[XC_TEMPLATE_INSPECTION];

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < rows->len; i++)
      {
        Row *row = rows->pdata[i];

        if (row->item != NULL || !is_complete (sheet, row))
          continue;
        (pass == 0 ? match_exactly : match_loosely) (self, row);
      }
  give_serials (self, rows);
  for (guint i = 0; i < rows->len; i++)
    {
      Row *row = rows->pdata[i];
      XcItem probe = { .record = row->typed.record };

      self->is_incomplete[XC_TEMPLATE_INSPECTION] |= row->item == NULL;
      /* About what another row is about already. */
      if (row->item != NULL && row->item->row != row->typed.number)
        continue;
      link_extended (self, row);
      xc_import_check (self, sheet, &row->typed, row->item == NULL ? &probe : row->item);
    }
}

gboolean
xc_import_inspections (XcImport *self, GError **error)
{
  XcSheetTable *sheet = self->sheets[XC_TEMPLATE_INSPECTION];
  g_autoptr (XcCellReader) reader = xc_cell_reader_new (self->report);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (free_row);
  Inspections inspections = { self, reader, rows };

  if (!xc_draft_load (self->draft, XC_TABLE_BATCH, error)
      || !xc_draft_load (self->draft, XC_TABLE_INSPECTION, error))
    return FALSE;
  self->inspections = xc_item_index_new (XC_TABLE_INSPECTION, "round_id", "organization_id", NULL);
  xc_item_index_add_all (self->inspections, self->draft);
  if (sheet == NULL)
    return TRUE;
  if (!xc_sheet_table_read (sheet, self->source, read_row, &inspections, error))
    return FALSE;
  take_rows (self, rows);
  return TRUE;
}
