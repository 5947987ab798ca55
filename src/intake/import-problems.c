/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The sheet 问题: a problem is recognised by its number within the term; without one by its inspection and wording, and else
 * it is given a number. Numbers never change once given.
 */
#include "intake/import-private.h"

#include <glib/gi18n-lib.h>

#include "core/problem-number.h"
#include "intake/name.h"

/* A row without a number: after all that have one. */
typedef struct
{
  XcTypedRow typed;
  XcItem *inspection;
} Waiting;

static void
free_waiting (gpointer data)
{
  Waiting *waiting = data;

  xc_typed_row_clear (&waiting->typed);
  g_free (waiting);
}

typedef struct
{
  XcImport *self;
  XcCellReader *reader;
  GPtrArray *waiting;
  GHashTable *places; /* cells that name an inspection → XcItem: the same in many rows */
  XcItemIndex *by_organization;
  XcItemIndex *by_wording;
  GHashTable *largest; /* term, round and organization → guint */

  int number, round, organization, kind, wording, point, second_body, state, closed_on;
} Problems;

static char *
make_place_key (const Problems *problems, const XcSheetRow *row)
{
  const int columns[] = { problems->round, problems->organization, problems->kind };
  GString *key = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    g_string_append_printf (key, "%s\t", row->cells[columns[i]] == NULL ? "" : row->cells[columns[i]]->text);
  return g_string_free (key, FALSE);
}

static gboolean
is_of_term (XcImport *self, const XcItem *inspection)
{
  gint64 round_id = xc_record_get_number (inspection->record, "round_id");

  return round_id == 0 || self->term == NULL
         || xc_record_get_number (xc_draft_find (self->draft, XC_TABLE_ROUND, round_id)->record, "term_id")
                == self->term->id;
}

/* Inspections of the organization, in @round when that is given, of kind @kind when that is. */
static GPtrArray *
find_inspections (Problems *problems, const XcItem *round, const XcItem *organization, const char *kind)
{
  XcImport *self = problems->self;
  g_autoptr (XcRecord) like = xc_record_new (XC_TABLE_INSPECTION);
  GPtrArray *found;

  xc_record_set_number (like, "organization_id", organization->id);
  if (round != NULL)
    xc_record_set_number (like, "round_id", round->id);
  found = xc_item_index_find (round != NULL ? self->inspections : problems->by_organization, like);
  if (found == NULL)
    return g_ptr_array_new ();
  for (guint i = found->len; i > 0; i--)
    {
      const XcItem *item = found->pdata[i - 1];

      if ((kind != NULL && g_strcmp0 (xc_record_get_text (item->record, "kind"), kind) != 0)
          || !is_of_term (self, item))
        g_ptr_array_remove_index (found, i - 1);
    }
  return found;
}

static void
refuse_inspections (Problems *problems, const XcSheetRow *row, const XcItem *round, const char *name,
                    const GPtrArray *found)
{
  XcImport *self = problems->self;
  gboolean has_kind = row->cells[problems->kind] != NULL;

  if (found->len == 0 && self->is_incomplete[XC_TEMPLATE_INSPECTION])
    return;
  if (found->len == 0 && round != NULL)
    xc_import_refuse (self, row->table, row->number, problems->organization,
                      /* translators: %1$s is the name of an organization, %2$d the number of a round */
                      g_strdup_printf (_ ("“%1$s” has no such inspection in round %2$d."), name,
                                       (int) xc_record_get_number (round->record, "ordinal")),
                      _ ("Add the inspection to its sheet, or write the round in which it was inspected."));
  else if (found->len == 0)
    xc_import_refuse (self, row->table, row->number, problems->organization,
                      /* translators: %s is the name of an organization */
                      g_strdup_printf (_ ("“%s” has no such inspection."), name),
                      _ ("Add the inspection to its sheet."));
  else if (round == NULL)
    xc_import_refuse (
        self, row->table, row->number, problems->round,
        /* translators: %s is the name of an organization */
        g_strdup_printf (_ ("“%s” has several inspections, and the row does not say which one."), name),
        _ ("Write the round; with several in one round, also the kind."));
  else
    xc_import_refuse (self, row->table, row->number, problems->kind,
                      /* translators: %s is the name of an organization */
                      g_strdup_printf (_ ("“%s” has several inspections in this round."), name),
                      has_kind ? _ ("Only one of them can be of a kind for its problems to be told apart.")
                               : _ ("Write the kind of the inspection, such as 常规 or 回头看."));
}

/* What the cells say of where the problem was found. */
typedef struct
{
  XcItem *round;
  XcItem *organization;
  const char *kind;
  char *name;
  gboolean is_wrong;
} Place;

static Place
read_place (Problems *problems, const XcSheetRow *row)
{
  const XcField *kinds[] = { xc_catalogue_get_field (XC_TABLE_INSPECTION, "kind"), NULL };
  XcImport *self = problems->self;
  Place place = { NULL };
  gint64 ordinal = 0;
  XcCellState round, organization;

  round = xc_cell_reader_get_number (problems->reader, row, problems->round, &ordinal);
  if (round == XC_CELL_GIVEN)
    place.round = xc_import_find_round (self, row->table, row->number, problems->round, ordinal);
  organization = xc_cell_reader_get_name (problems->reader, row, problems->organization, &place.name);
  if (organization == XC_CELL_GIVEN)
    place.organization =
        xc_import_find_organization (self, row->table, row->number, problems->organization, place.name);
  else if (organization == XC_CELL_BLANK)
    xc_import_refuse (self, row->table, row->number, problems->organization,
                      g_strdup (_ ("The problem belongs to no organization.")),
                      _ ("Write the organization in which it was found."));
  place.is_wrong =
      (round != XC_CELL_BLANK && place.round == NULL) || place.organization == NULL
      || xc_cell_reader_get_choice (problems->reader, row, problems->kind, kinds, NULL, &place.kind)
             == XC_CELL_WRONG;
  return place;
}

/* A number that is known must be of the place that the row names. */
static gboolean
check_place (Problems *problems, const XcSheetRow *row, const XcItem *problem, const Place *place)
{
  XcImport *self = problems->self;
  const XcItem *inspection = xc_draft_find (self->draft, XC_TABLE_INSPECTION,
                                            xc_record_get_number (problem->record, "inspection_id"));

  if (xc_record_get_number (inspection->record, "organization_id") == place->organization->id
      && (place->round == NULL || xc_record_get_number (inspection->record, "round_id") == place->round->id)
      && (place->kind == NULL
          || g_strcmp0 (xc_record_get_text (inspection->record, "kind"), place->kind) == 0))
    return TRUE;
  xc_import_refuse (
      self, row->table, row->number, problems->number,
      /* translators: %1$s is the number of a problem, %2$s the name of an organization */
      g_strdup_printf (
          _ ("The number %1$s has been given to another inspection, of “%2$s”."),
          xc_record_get_text (problem->record, "number"),
          xc_record_get_text (xc_draft_find (self->draft, XC_TABLE_ORGANIZATION,
                                             xc_record_get_number (inspection->record, "organization_id"))
                                  ->record,
                              "name")),
      _ ("Mend the number; leave it empty for a new problem."));
  return FALSE;
}

static XcItem *
find_inspection (Problems *problems, const XcSheetRow *row, const Place *place)
{
  g_autoptr (GPtrArray) found = find_inspections (problems, place->round, place->organization, place->kind);
  g_autofree char *key = NULL;

  for (guint i = 0; place->round == NULL && found->len > 1 && i < found->len; i++)
    if (((XcItem *) found->pdata[i])->id == problems->self->context->inspection_id)
      return found->pdata[i];
  if (found->len != 1)
    {
      refuse_inspections (problems, row, place->round, place->name, found);
      return NULL;
    }
  key = make_place_key (problems, row);
  g_hash_table_insert (problems->places, g_steal_pointer (&key), found->pdata[0]);
  return found->pdata[0];
}

static gboolean
says_no_place (const Problems *problems, const XcSheetRow *row)
{
  return row->cells[problems->organization] == NULL && row->cells[problems->round] == NULL;
}

/* The inspection of the row: of the known problem @known, or by its cells. */
static XcItem *
take_inspection (Problems *problems, const XcSheetRow *row, const XcItem *known)
{
  g_autofree char *key = make_place_key (problems, row);
  XcItem *inspection = g_hash_table_lookup (problems->places, key);
  Place place;

  if (says_no_place (problems, row) && problems->self->context->measures != NULL && known != NULL)
    return xc_draft_find (problems->self->draft, XC_TABLE_INSPECTION,
                          xc_record_get_number (known->record, "inspection_id"));
  if (says_no_place (problems, row) && problems->self->context->inspection_id != 0 && known == NULL)
    return xc_draft_find (problems->self->draft, XC_TABLE_INSPECTION, problems->self->context->inspection_id);
  if (inspection != NULL
      && (known == NULL || xc_record_get_number (known->record, "inspection_id") == inspection->id))
    return inspection;
  place = read_place (problems, row);
  inspection = NULL;
  if (place.is_wrong)
    inspection = NULL;
  else if (known == NULL)
    inspection = find_inspection (problems, row, &place);
  else if (check_place (problems, row, known, &place))
    inspection = xc_draft_find (problems->self->draft, XC_TABLE_INSPECTION,
                                xc_record_get_number (known->record, "inspection_id"));
  g_free (place.name);
  return inspection;
}

static void
read_references (Problems *problems, const XcSheetRow *row, XcTypedRow *typed, const XcItem *inspection)
{
  XcImport *self = problems->self;
  g_autofree char *point = NULL;
  g_autofree char *body = NULL;
  gint64 round_id = inspection == NULL ? 0 : xc_record_get_number (inspection->record, "round_id");
  gint64 scheme_id =
      round_id == 0
          ? 0
          : xc_record_get_number (xc_draft_find (self->draft, XC_TABLE_ROUND, round_id)->record, "scheme_id");

  if (inspection != NULL
      && xc_cell_reader_get_name (problems->reader, row, problems->point, &point) == XC_CELL_GIVEN)
    xc_typed_row_set_reference (
        typed, row->table, problems->point,
        xc_import_find_point (self, row->table, row->number, problems->point, scheme_id, point));
  if (xc_cell_reader_get_name (problems->reader, row, problems->second_body, &body) == XC_CELL_GIVEN)
    xc_typed_row_set_reference (
        typed, row->table, problems->second_body,
        xc_import_find_organization (self, row->table, row->number, problems->second_body, body));
}

static gboolean
has_bit (const XcTypedRow *typed, int column)
{
  return (typed->given & (G_GUINT64_CONSTANT (1) << column)) != 0;
}

static void
take_problem (Problems *problems, XcTypedRow *typed, XcItem *existing)
{
  XcImport *self = problems->self;
  const XcSheetTable *sheet = self->sheets[XC_TEMPLATE_PROBLEM];
  XcRectificationState state = XC_RECTIFICATION_NOT_STARTED;
  gboolean has_state =
      has_bit (typed, problems->state)
      && xc_rectification_state_from_word (xc_record_get_text (typed->record, "state"), &state);
  gboolean is_reworded = existing != NULL && has_bit (typed, problems->wording)
                         && g_strcmp0 (xc_record_get_text (typed->record, "wording"),
                                       xc_record_get_text (existing->record, "wording"))
                                != 0;
  XcItem *item;

  /* The number stays as it was first written, and the state goes its own way. */
  typed->given &=
      ~((G_GUINT64_CONSTANT (1) << problems->number) | (G_GUINT64_CONSTANT (1) << problems->state));
  if (existing != NULL && has_state)
    xc_import_set_state (self, sheet, typed->number, problems->state, existing, state);
  item = xc_import_put (self, sheet, typed, existing);
  g_hash_table_insert (self->problem_rows, GUINT_TO_POINTER (typed->number), item);
  if (has_state)
    g_hash_table_add (self->stated, &item->id);
  if (has_bit (typed, problems->closed_on))
    xc_import_note_closing (self, sheet, typed->number, problems->closed_on, item);
  if (item->is_new || is_reworded)
    xc_item_index_add (problems->by_wording, item);
  if (xc_record_is_set (item->record, "number"))
    {
      if (existing == NULL)
        xc_import_add_problem (self, item);
      xc_import_check (self, sheet, typed, item);
    }
}

static void
read_row (const XcSheetRow *row, gpointer data)
{
  Problems *problems = data;
  XcImport *self = problems->self;
  g_auto (XcTypedRow) typed = xc_import_read_row (self, problems->reader, row, XC_TABLE_PROBLEM);
  const char *number = xc_record_get_text (typed.record, "number");
  g_autoptr (GPtrArray) same =
      number == NULL ? NULL : xc_import_get_problems (self, number, self->term == NULL ? 0 : self->term->id);
  XcItem *existing = same == NULL ? NULL : same->pdata[0];
  XcItem *inspection;

  if (existing != NULL && !xc_import_is_free (self, row->table, row->number, problems->number, existing))
    {
      xc_import_count (self, row->table, row->number, NULL);
      return;
    }
  inspection = take_inspection (problems, row, existing);
  read_references (problems, row, &typed, inspection);
  if (existing == NULL && inspection != NULL)
    xc_record_set_number (typed.record, "inspection_id", inspection->id);
  if (number == NULL && inspection != NULL && xc_record_is_set (typed.record, "wording")
      && row->cells[problems->number] == NULL)
    {
      Waiting *waiting = g_new0 (Waiting, 1);

      waiting->typed = typed;
      waiting->inspection = inspection;
      typed.record = NULL;
      g_ptr_array_add (problems->waiting, waiting);
      return;
    }
  if (number == NULL)
    {
      /* So that nobody asks for a number that would be given. */
      XcItem probe = { .record = typed.record };

      xc_record_set_text (typed.record, "number", "-");
      if (inspection == NULL)
        xc_record_set_number (typed.record, "inspection_id", 1);
      xc_import_check (self, row->table, &typed, &probe);
      self->is_incomplete[XC_TEMPLATE_PROBLEM] |= row->cells[problems->number] != NULL;
      xc_import_count (self, row->table, row->number, NULL);
      return;
    }
  if (existing == NULL && inspection == NULL)
    /* Only so that other sheets find the problem: nothing is written once there is a fault. */
    xc_record_set_number (typed.record, "inspection_id", 1);
  take_problem (problems, &typed, existing);
}

static char *
make_prefix (gint64 term_id, const XcProblemNumber *number)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %u-%u", term_id, number->round, number->organization);
}

/* Of each round and organization the largest last part of a number, in the draft as it is now. */
static void
count_numbers (Problems *problems)
{
  XcImport *self = problems->self;

  for (guint i = 0; i < xc_draft_count (self->draft, XC_TABLE_PROBLEM); i++)
    {
      const XcItem *problem = xc_draft_get (self->draft, XC_TABLE_PROBLEM, i);
      XcProblemNumber number;
      g_autofree char *prefix = NULL;

      if (!xc_problem_number_parse (xc_record_get_text (problem->record, "number"), &number))
        continue;
      prefix = make_prefix (xc_import_get_term (self, problem), &number);
      if (number.problem > GPOINTER_TO_UINT (g_hash_table_lookup (problems->largest, prefix)))
        g_hash_table_insert (problems->largest, g_steal_pointer (&prefix), GUINT_TO_POINTER (number.problem));
    }
}

/* What a higher committee found belongs to no round. */
static char *
make_number (Problems *problems, XcItem *inspection)
{
  XcImport *self = problems->self;
  gint64 round_id = xc_record_get_number (inspection->record, "round_id");
  const XcItem *round = round_id != 0 ? xc_draft_find (self->draft, XC_TABLE_ROUND, round_id) : NULL;
  XcProblemNumber number = { round != NULL ? (guint) xc_record_get_number (round->record, "ordinal") : 0,
                             (guint) xc_import_give_serial (self, inspection), 0 };
  g_autofree char *prefix =
      make_prefix (round != NULL ? xc_record_get_number (round->record, "term_id") : 0, &number);

  number.problem = GPOINTER_TO_UINT (g_hash_table_lookup (problems->largest, prefix)) + 1;
  g_hash_table_insert (problems->largest, g_steal_pointer (&prefix), GUINT_TO_POINTER (number.problem));
  return xc_problem_number_format (&number);
}

/* One of the ledger that no row is about, or else one that a row is about. */
static XcItem *
find_by_wording (Problems *problems, const XcRecord *typed)
{
  g_autoptr (GPtrArray) found = xc_item_index_find (problems->by_wording, typed);

  for (guint i = 0; found != NULL && i < found->len; i++)
    if (((XcItem *) found->pdata[i])->row == 0)
      return found->pdata[i];
  return found == NULL ? NULL : found->pdata[0];
}

static void
take_waiting (Problems *problems)
{
  XcImport *self = problems->self;
  const XcSheetTable *sheet = self->sheets[XC_TEMPLATE_PROBLEM];

  if (problems->waiting->len > 0)
    count_numbers (problems);
  for (guint i = 0; i < problems->waiting->len; i++)
    {
      Waiting *waiting = problems->waiting->pdata[i];
      XcItem *existing = find_by_wording (problems, waiting->typed.record);

      if (existing != NULL
          && !xc_import_is_free (self, sheet, waiting->typed.number, problems->wording, existing))
        {
          xc_import_count (self, sheet, waiting->typed.number, NULL);
          continue;
        }
      if (existing == NULL)
        {
          g_autofree char *number = make_number (problems, waiting->inspection);

          xc_record_set_text (waiting->typed.record, "number", number);
        }
      take_problem (problems, &waiting->typed, existing);
    }
}

gboolean
xc_import_problems (XcImport *self, GError **error)
{
  XcSheetTable *sheet = self->sheets[XC_TEMPLATE_PROBLEM];
  g_autoptr (XcCellReader) reader = xc_cell_reader_new (self->report);
  g_autoptr (GPtrArray) waiting = g_ptr_array_new_with_free_func (free_waiting);
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) largest = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (XcItemIndex) by_organization = xc_item_index_new (XC_TABLE_INSPECTION, "organization_id", NULL);
  g_autoptr (XcItemIndex) by_wording = xc_item_index_new (XC_TABLE_PROBLEM, "inspection_id", "wording", NULL);
  Problems problems = { .self = self,
                        .reader = reader,
                        .waiting = waiting,
                        .places = places,
                        .largest = largest,
                        .by_organization = by_organization,
                        .by_wording = by_wording };

  if (sheet == NULL)
    return TRUE;
  if (!xc_import_load_problems (self, error))
    return FALSE;
  problems.number = xc_sheet_table_get_column (sheet, "problem.number");
  problems.round = xc_sheet_table_get_column (sheet, "problem.round");
  problems.organization = xc_sheet_table_get_column (sheet, "problem.organization");
  problems.kind = xc_sheet_table_get_column (sheet, "problem.kind");
  problems.wording = xc_sheet_table_get_column (sheet, "problem.wording");
  problems.point = xc_sheet_table_get_column (sheet, "problem.point_id");
  problems.second_body = xc_sheet_table_get_column (sheet, "problem.second_body_id");
  problems.state = xc_sheet_table_get_column (sheet, "problem.state");
  problems.closed_on = xc_sheet_table_get_column (sheet, "problem.closed_on");
  xc_item_index_add_all (by_organization, self->draft);
  xc_item_index_add_all (by_wording, self->draft);
  if (!xc_sheet_table_read (sheet, self->source, read_row, &problems, error))
    return FALSE;
  take_waiting (&problems);
  return TRUE;
}
