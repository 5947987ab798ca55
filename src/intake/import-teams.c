/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The sheet 巡察组: a team is recognised by its round and number. People are authorised for one round only; those who are
 * no longer listed stay, because an import removes nobody.
 */
#include "intake/import-private.h"

#include <glib/gi18n-lib.h>

#include "intake/name.h"

static const struct
{
  const char *column;
  const char *role;
} roles[] = {
  { "team.leader", "leader" },    { "team.deputies", "deputy" }, { "team.commissioners", "commissioner" },
  { "team.liaisons", "liaison" }, { "team.members", "member" },
};

/* Somebody named in a cell. */
typedef struct
{
  guint row;
  int column;
  const char *role;
  char *name;
  XcItem *team;
} Mention;

static void
free_mention (gpointer data)
{
  Mention *mention = data;

  g_free (mention->name);
  g_free (mention);
}

typedef struct
{
  XcImport *self;
  XcCellReader *reader;
  GPtrArray *mentions;
  guint n_new;
} Teams;

static void
read_mentions (Teams *teams, const XcSheetRow *row, XcItem *team)
{
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      int column = xc_sheet_table_get_column (row->table, roles[i].column);
      g_autofree char *cell = NULL;
      g_auto (GStrv) names = NULL;

      if (xc_cell_reader_get_name (teams->reader, row, column, &cell) != XC_CELL_GIVEN)
        continue;
      names = xc_name_split_list (cell);
      for (guint j = 0; names[j] != NULL; j++)
        {
          Mention *mention = g_new0 (Mention, 1);

          mention->row = row->number;
          mention->column = column;
          mention->role = roles[i].role;
          mention->name = g_strdup (names[j]);
          mention->team = team;
          g_ptr_array_add (teams->mentions, mention);
        }
    }
}

static XcItem *
find_team (XcImport *self, const XcRecord *like)
{
  g_autoptr (GPtrArray) found = xc_item_index_find (self->teams, like);

  return found == NULL ? NULL : found->pdata[0];
}

static void
read_row (const XcSheetRow *row, gpointer data)
{
  Teams *teams = data;
  XcImport *self = teams->self;
  int round_column = xc_sheet_table_get_column (row->table, "team.round_id");
  int ordinal_column = xc_sheet_table_get_column (row->table, "team.ordinal");
  g_auto (XcTypedRow) typed = xc_import_read_row (self, teams->reader, row, XC_TABLE_TEAM);
  XcItem *item = NULL;
  gint64 ordinal = 0;

  if (xc_cell_reader_get_number (teams->reader, row, round_column, &ordinal) == XC_CELL_GIVEN)
    xc_typed_row_set_reference (&typed, row->table, round_column,
                                xc_import_find_round (self, row->table, row->number, round_column, ordinal));
  if (!xc_record_is_set (typed.record, "round_id") || !xc_record_is_set (typed.record, "ordinal"))
    {
      XcItem probe = { .record = typed.record };

      xc_import_check (self, row->table, &typed, &probe);
      self->is_incomplete[XC_TEMPLATE_TEAM] |=
          row->cells[round_column] != NULL && row->cells[ordinal_column] != NULL;
      xc_import_count (self, row->table, row->number, NULL);
      return;
    }
  item = find_team (self, typed.record);
  if (item != NULL && !xc_import_is_free (self, row->table, row->number, ordinal_column, item))
    {
      xc_import_count (self, row->table, row->number, NULL);
      return;
    }
  item = xc_import_put (self, row->table, &typed, item);
  if (item->is_new)
    xc_item_index_add (self->teams, item);
  xc_import_check (self, row->table, &typed, item);
  read_mentions (teams, row, item);
}

static void
refuse_namesakes (XcImport *self, const XcSheetTable *sheet, XcPersonIndex *people, const Mention *mention,
                  const GPtrArray *found)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (names, xc_person_index_describe (people, found->pdata[i]));
  xc_import_refuse_ambiguous (self, sheet, mention->row, mention->column, mention->name, names);
}

/* Joins the person to the team, once in each role. */
static void
join_team (XcImport *self, const XcSheetTable *sheet, XcItemIndex *members, const Mention *mention,
           const XcItem *person)
{
  g_autoptr (XcRecord) record = xc_record_new (XC_TABLE_TEAM_MEMBER);
  g_autoptr (GPtrArray) found = NULL;
  XcItem *member;

  xc_record_set_number (record, "team_id", mention->team->id);
  xc_record_set_number (record, "person_id", person->id);
  xc_record_set_text (record, "role", mention->role);
  found = xc_item_index_find (members, record);
  member = found == NULL ? NULL : found->pdata[0];
  if (member != NULL && member->row == mention->row)
    {
      xc_import_refuse (self, sheet, mention->row, mention->column,
                        /* translators: %s is the name of a person */
                        g_strdup_printf (_ ("“%s” stands here twice."), mention->name),
                        _ ("Write each person once; two of the same name as 张三（审计局）."));
      return;
    }
  if (member == NULL)
    {
      member = xc_draft_add (self->draft, xc_record_ref (record));
      xc_item_index_add (members, member);
    }
  member->row = mention->row;
  if (xc_record_is_set (mention->team->record, "document"))
    xc_record_set_text (member->record, "document", xc_record_get_text (mention->team->record, "document"));
  if (xc_record_is_set (mention->team->record, "authorised_on"))
    xc_record_set_day (member->record, "authorised_on",
                       xc_record_get_day (mention->team->record, "authorised_on"));
  xc_import_count (self, sheet, mention->row, member);
}

/* Those with their unit first: which 张三 is meant must not depend on the order of the rows. */
static void
take_mentions (Teams *teams, XcPersonIndex *people, XcItemIndex *members)
{
  XcImport *self = teams->self;
  const XcSheetTable *sheet = self->sheets[XC_TEMPLATE_TEAM];

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < teams->mentions->len; i++)
      {
        const Mention *mention = teams->mentions->pdata[i];
        g_autofree char *name = NULL;
        g_autofree char *unit = NULL;
        g_autoptr (GPtrArray) found = NULL;

        xc_person_index_split (mention->name, &name, &unit);
        if ((unit == NULL) != (pass == 1))
          continue;
        found = xc_person_index_find (people, mention->name);
        if (found->len > 1)
          {
            refuse_namesakes (self, sheet, people, mention, found);
            continue;
          }
        if (found->len == 0)
          teams->n_new++;
        join_team (self, sheet, members, mention,
                   found->len == 1 ? found->pdata[0] : xc_person_index_add (people, mention->name));
      }
}

/* An import removes nobody, so a second leader is likely to be an old one: somebody has to look. */
static void
note_second_leaders (XcImport *self, const XcSheetTable *sheet)
{
  g_autoptr (GHashTable) leaders = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < xc_draft_count (self->draft, XC_TABLE_TEAM_MEMBER); i++)
    {
      XcItem *member = xc_draft_get (self->draft, XC_TABLE_TEAM_MEMBER, i);
      XcItem *team;

      if (strcmp (xc_record_get_text (member->record, "role"), "leader") != 0
          || xc_record_is_set (member->record, "to_on"))
        continue;
      team = xc_draft_find (self->draft, XC_TABLE_TEAM, xc_record_get_number (member->record, "team_id"));
      if (g_hash_table_add (leaders, &team->id) || team->row == 0)
        continue;
      xc_import_report_add_note (
          self->report,
          /* translators: %1$s is the name of a sheet, %2$d the number of a row */
          g_strdup_printf (
              _ ("Sheet “%1$s”: the team in row %2$d now has more than one leader; an import removes "
                 "nobody."),
              sheet->name, (int) team->row));
    }
}

gboolean
xc_import_teams (XcImport *self, GError **error)
{
  XcSheetTable *sheet = self->sheets[XC_TEMPLATE_TEAM];
  g_autoptr (XcCellReader) reader = xc_cell_reader_new (self->report);
  g_autoptr (GPtrArray) mentions = g_ptr_array_new_with_free_func (free_mention);
  g_autoptr (XcPersonIndex) people = NULL;
  g_autoptr (XcItemIndex) members = NULL;
  Teams teams = { .self = self, .reader = reader, .mentions = mentions };

  if (!xc_draft_load (self->draft, XC_TABLE_TEAM, error)
      || !xc_draft_load (self->draft, XC_TABLE_PERSON, error)
      || !xc_draft_load (self->draft, XC_TABLE_TEAM_MEMBER, error))
    return FALSE;
  self->teams = xc_item_index_new (XC_TABLE_TEAM, "round_id", "ordinal", NULL);
  xc_item_index_add_all (self->teams, self->draft);
  if (sheet == NULL)
    return TRUE;
  if (!xc_sheet_table_read (sheet, self->source, read_row, &teams, error))
    return FALSE;
  people = xc_person_index_new (self->draft, self->organizations);
  members = xc_item_index_new (XC_TABLE_TEAM_MEMBER, "team_id", "person_id", "role", NULL);
  xc_item_index_add_all (members, self->draft);
  take_mentions (&teams, people, members);
  if (teams.n_new > 0)
    xc_import_report_add_note (
        self->report,
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u person was not known yet and is added.",
                                      "%u people were not known yet and are added.", teams.n_new),
                         teams.n_new));
  note_second_leaders (self, sheet);
  return TRUE;
}
