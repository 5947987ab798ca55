/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The sheet 责任: who answers for a problem is recognised by role, unit and name; several names in one cell are several
 * people.
 */
#include "intake/import-private.h"

#include <glib/gi18n-lib.h>

#include "intake/name.h"

typedef struct
{
  XcImport *self;
  XcCellReader *reader;
  XcItemIndex *by_name;
  XcItemIndex *by_person; /* whatever the unit */
  XcItemIndex *by_unit;   /* whoever the person */
  GHashTable *positions;  /* problem and role → guint, the largest */

  int number, name, post, position;
} Responsibilities;

static char *
make_role_key (const XcRecord *record)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %s", xc_record_get_number (record, "problem_id"),
                          xc_record_get_text (record, "role"));
}

static guint
get_position (Responsibilities *responsibilities, const XcRecord *record)
{
  g_autofree char *key = make_role_key (record);

  return GPOINTER_TO_UINT (g_hash_table_lookup (responsibilities->positions, key));
}

static void
raise_position (Responsibilities *responsibilities, const XcRecord *record)
{
  guint position = (guint) xc_record_get_number (record, "position");

  if (xc_record_is_set (record, "role") && position > get_position (responsibilities, record))
    g_hash_table_insert (responsibilities->positions, make_role_key (record), GUINT_TO_POINTER (position));
}

/* One for each name, or a single one without a name. */
static char **
split_names (const char *text)
{
  GStrvBuilder *builder;
  char **names;

  if (text != NULL)
    return xc_name_split_list (text);
  builder = g_strv_builder_new ();
  g_strv_builder_add (builder, "");
  names = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);
  return names;
}

/* One post for all names, or one for each. */
static char **
split_posts (Responsibilities *responsibilities, const XcSheetRow *row, const char *text, guint n_names)
{
  g_auto (GStrv) posts = text == NULL || n_names < 2 ? NULL : xc_name_split_list (text);

  if (posts == NULL || g_strv_length (posts) == 1)
    return NULL;
  if (g_strv_length (posts) == n_names)
    return g_steal_pointer (&posts);
  xc_import_refuse (responsibilities->self, row->table, row->number, responsibilities->post,
                    g_strdup_printf (_ ("There are %1$d names and %2$d posts."), (int) n_names,
                                     (int) g_strv_length (posts)),
                    _ ("Write one post for all of them, or one for each in the same order."));
  return NULL;
}

/* Rows of lists that offices write say less of who answers than the ledger knows: one of the ledger who may be meant. */
static XcItem *
find_known (Responsibilities *responsibilities, XcTypedRow *typed)
{
  gboolean has_unit = xc_record_is_set (typed->record, "unit");
  gboolean has_name = xc_record_is_set (typed->record, "name");
  g_autoptr (GPtrArray) found = NULL;

  if (responsibilities->self->context->responsibilities == NULL || has_unit == has_name)
    return NULL;
  found =
      xc_item_index_find (has_unit ? responsibilities->by_unit : responsibilities->by_person, typed->record);
  for (guint i = 0; found != NULL && i < found->len; i++)
    if (((XcItem *) found->pdata[i])->row == 0)
      return found->pdata[i];
  return NULL;
}

/* Unit and post stand together before the name, as lists have them. */
static void
forget_known_post (Responsibilities *responsibilities, XcTypedRow *typed, const XcItem *known)
{
  const char *unit = xc_record_get_text (known->record, "unit");
  const char *post = xc_record_get_text (known->record, "post");
  g_autofree char *both = g_strconcat (unit != NULL ? unit : "", post != NULL ? post : "", NULL);

  if (g_strcmp0 (xc_record_get_text (typed->record, "post"), both) == 0)
    typed->given &= ~(G_GUINT64_CONSTANT (1) << responsibilities->post);
}

static void
take_one (Responsibilities *responsibilities, const XcSheetRow *row, XcTypedRow *typed)
{
  XcImport *self = responsibilities->self;
  g_autoptr (GPtrArray) found = xc_item_index_find (responsibilities->by_name, typed->record);
  XcItem *item = found == NULL ? find_known (responsibilities, typed) : found->pdata[0];

  if (found == NULL && item != NULL)
    forget_known_post (responsibilities, typed, item);
  if (item != NULL && item->row == row->number)
    {
      xc_import_refuse (
          self, row->table, row->number, responsibilities->name,
          /* translators: %s is the name of a person */
          g_strdup_printf (_ ("“%s” stands here twice."), xc_record_get_text (typed->record, "name")),
          _ ("Write each person once."));
      return;
    }
  if (item != NULL && !xc_import_is_free (self, row->table, row->number, responsibilities->number, item))
    {
      xc_import_count (self, row->table, row->number, NULL);
      return;
    }
  if (item == NULL && (typed->given & (G_GUINT64_CONSTANT (1) << responsibilities->position)) == 0)
    xc_record_set_number (typed->record, "position", get_position (responsibilities, typed->record) + 1);
  item = xc_import_put (self, row->table, typed, item);
  raise_position (responsibilities, item->record);
  if (item->is_new)
    xc_item_index_add (responsibilities->by_name, item);
  xc_import_check (self, row->table, typed, item);
}

static void
take_row (Responsibilities *responsibilities, const XcSheetRow *row, XcTypedRow *typed)
{
  /* As typed: in the record what stood on several lines is one. */
  g_auto (GStrv) names = split_names (
      xc_record_is_set (typed->record, "name") ? row->cells[responsibilities->name]->text : NULL);
  guint n_names = g_strv_length (names);
  g_auto (GStrv) posts =
      split_posts (responsibilities, row, xc_record_get_text (typed->record, "post"), n_names);
  gboolean has_position = (typed->given & (G_GUINT64_CONSTANT (1) << responsibilities->position)) != 0;

  if (n_names == 1)
    {
      xc_record_set_text (typed->record, "name", names[0]);
      take_one (responsibilities, row, typed);
      return;
    }
  for (guint i = 0; i < n_names; i++)
    {
      g_auto (XcTypedRow) one = *typed;

      one.record = xc_record_copy (typed->record);
      xc_record_set_text (one.record, "name", names[i]);
      if (posts != NULL)
        xc_record_set_text (one.record, "post", posts[i]);
      if (has_position)
        xc_record_set_number (one.record, "position", xc_record_get_number (typed->record, "position") + i);
      take_one (responsibilities, row, &one);
    }
}

static void
read_row (const XcSheetRow *row, gpointer data)
{
  Responsibilities *responsibilities = data;
  XcImport *self = responsibilities->self;
  g_auto (XcTypedRow) typed =
      xc_import_read_row (self, responsibilities->reader, row, XC_TABLE_RESPONSIBILITY);
  g_autofree char *number = NULL;
  XcItem *problem = NULL;
  XcCellState state =
      xc_cell_reader_get_name (responsibilities->reader, row, responsibilities->number, &number);
  XcItem probe = { .record = typed.record };

  if (xc_import_find_linked (self, row->table, row->number, &problem))
    ;
  else if (state == XC_CELL_GIVEN)
    problem = xc_import_find_problem (self, row->table, row->number, responsibilities->number, number);
  else if (state == XC_CELL_BLANK)
    xc_import_refuse (self, row->table, row->number, responsibilities->number,
                      g_strdup (_ ("The row does not say to which problem it belongs.")),
                      _ ("Write the number of the problem."));
  xc_record_set_number (typed.record, "problem_id", problem == NULL ? 1 : problem->id);
  if (!xc_record_is_set (typed.record, "unit") && !xc_record_is_set (typed.record, "name"))
    xc_import_refuse (self, row->table, row->number, responsibilities->name,
                      g_strdup (_ ("The row names neither a unit nor a person.")),
                      _ ("Write who answers for the problem."));
  else if (problem != NULL && xc_record_is_set (typed.record, "role"))
    {
      take_row (responsibilities, row, &typed);
      return;
    }
  xc_import_check (self, row->table, &typed, &probe);
  xc_import_count (self, row->table, row->number, NULL);
}

gboolean
xc_import_responsibilities (XcImport *self, GError **error)
{
  XcSheetTable *sheet = self->sheets[XC_TEMPLATE_RESPONSIBILITY];
  g_autoptr (XcCellReader) reader = xc_cell_reader_new (self->report);
  g_autoptr (XcItemIndex) by_name =
      xc_item_index_new (XC_TABLE_RESPONSIBILITY, "problem_id", "role", "unit", "name", NULL);
  g_autoptr (XcItemIndex) by_person =
      xc_item_index_new (XC_TABLE_RESPONSIBILITY, "problem_id", "role", "name", NULL);
  g_autoptr (XcItemIndex) by_unit =
      xc_item_index_new (XC_TABLE_RESPONSIBILITY, "problem_id", "role", "unit", NULL);
  g_autoptr (GHashTable) positions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Responsibilities responsibilities = { .self = self,
                                        .reader = reader,
                                        .by_name = by_name,
                                        .by_person = by_person,
                                        .by_unit = by_unit,
                                        .positions = positions };

  if (sheet == NULL)
    return TRUE;
  if (!xc_import_load_problems (self, error) || !xc_draft_load (self->draft, XC_TABLE_RESPONSIBILITY, error))
    return FALSE;
  responsibilities.number = xc_sheet_table_get_column (sheet, "responsibility.problem_id");
  responsibilities.name = xc_sheet_table_get_column (sheet, "responsibility.name");
  responsibilities.post = xc_sheet_table_get_column (sheet, "responsibility.post");
  responsibilities.position = xc_sheet_table_get_column (sheet, "responsibility.position");
  xc_item_index_add_all (by_name, self->draft);
  xc_item_index_add_all (by_person, self->draft);
  xc_item_index_add_all (by_unit, self->draft);
  for (guint i = 0; i < xc_draft_count (self->draft, XC_TABLE_RESPONSIBILITY); i++)
    raise_position (&responsibilities, xc_draft_get (self->draft, XC_TABLE_RESPONSIBILITY, i)->record);
  return xc_sheet_table_read (sheet, self->source, read_row, &responsibilities, error);
}
