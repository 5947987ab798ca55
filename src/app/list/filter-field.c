/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/list/filter-field.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/list/record-column.h"
#include "store/path.h"
#include "store/row-name.h"

static void
free_field (gpointer data)
{
  XcFilterField *self = data;

  g_free (self->path);
  g_free (self->name_path);
  g_free (self);
}

/* Only a name that is a text contains one. */
static char *
make_name_path (XcTable table, const char *path, const XcField *field)
{
  g_autofree char *name_path = NULL;

  if (field->kind != XC_FIELD_REFERENCE)
    return NULL;
  name_path = xc_record_column_dup_name_path (table, path);
  if (name_path == NULL || xc_record_column_get_field (table, name_path, NULL)->kind != XC_FIELD_TEXT)
    return NULL;
  return g_steal_pointer (&name_path);
}

static void
add_path (GPtrArray *fields, XcTable table, const char *path)
{
  XcFilterField *self;

  if (xc_filter_field_find (fields, path) != NULL)
    return;
  self = g_new0 (XcFilterField, 1);
  self->path = g_strdup (path);
  self->field = xc_record_column_get_field (table, path, &self->table);
  self->name_path = make_name_path (table, path, self->field);
  self->title = xc_record_column_get_title (table, path);
  g_ptr_array_add (fields, self);
}

/* What leads to several rows is not what they are called. */
static gboolean
has_many (XcTable table, const char *path)
{
  XcPath read;

  return xc_path_read (table, path, &read) && xc_path_has_many (&read);
}

/**
 * xc_filter_field_list:
 * @table: the table of a list
 * @columns: (array zero-terminated=1): paths of fields, of other tables too
 *
 * Returns: (transfer full) (element-type XcFilterField): first what the columns show, then the table's other fields;
 *   where a column shows the name of a row, that row
 */
GPtrArray *
xc_filter_field_list (XcTable table, const char *const *columns)
{
  const XcCatalogueTable *entry = xc_catalogue_get (table);
  GPtrArray *fields = g_ptr_array_new_with_free_func (free_field);

  for (guint i = 0; columns[i] != NULL; i++)
    {
      const char *dot = strrchr (columns[i], '.');
      g_autofree char *reference = dot != NULL ? g_strndup (columns[i], (gsize) (dot - columns[i])) : NULL;

      if (reference != NULL && !has_many (table, columns[i])
          && xc_record_column_get_field (table, columns[i], NULL)->is_name)
        add_path (fields, table, reference);
      else if (xc_record_column_is_kept (table, columns[i]))
        add_path (fields, table, columns[i]);
    }
  for (guint i = 0; i < entry->n_fields; i++)
    add_path (fields, table, entry->fields[i].name);
  return fields;
}

/**
 * xc_filter_field_find:
 * @fields: (element-type XcFilterField): of a list
 * @path: of a filter
 *
 * Returns: (transfer none) (nullable): the field that such a filter is made with
 */
const XcFilterField *
xc_filter_field_find (const GPtrArray *fields, const char *path)
{
  for (guint i = 0; i < fields->len; i++)
    {
      const XcFilterField *field = fields->pdata[i];

      if (strcmp (field->path, path) == 0 || g_strcmp0 (field->name_path, path) == 0)
        return field;
    }
  return NULL;
}

/**
 * xc_filter_field_offers:
 * @self: a field
 * @relation: a relation
 *
 * Returns: whether people are offered it: what fits, but nothing twice
 */
gboolean
xc_filter_field_offers (const XcFilterField *self, XcRelation relation)
{
  const gboolean is_contents = relation == XC_RELATION_CONTAINS || relation == XC_RELATION_MATCHES;

  if (self->field->kind == XC_FIELD_YES_NO)
    return relation == XC_RELATION_IS;
  if (self->field->kind == XC_FIELD_CHOICE && relation == XC_RELATION_IS)
    return FALSE;
  if (relation == XC_RELATION_IS_OR_EMPTY)
    return FALSE;
  if (relation == XC_RELATION_ONE_OF)
    return self->field->kind == XC_FIELD_CHOICE;
  if (relation == XC_RELATION_MATCHES && self->field->kind == XC_FIELD_LONG_TEXT)
    return FALSE;
  return xc_relation_fits (relation, self->field) || (is_contents && self->name_path != NULL);
}

/**
 * xc_filter_field_get_path:
 * @self: a field
 * @relation: a relation that it offers
 *
 * Returns: (transfer none): the path of such a filter: a row that contains a text is one whose name does
 */
const char *
xc_filter_field_get_path (const XcFilterField *self, XcRelation relation)
{
  return xc_relation_fits (relation, self->field) ? self->path : self->name_path;
}

/**
 * xc_filter_relation_title:
 * @relation: a relation
 * @field: of which field
 *
 * Returns: (transfer none): what people call it
 */
const char *
xc_filter_relation_title (XcRelation relation, const XcField *field)
{
  const gboolean is_time = field->kind == XC_FIELD_DAY || field->kind == XC_FIELD_INSTANT;

  switch (relation)
    {
    case XC_RELATION_IS:
    case XC_RELATION_ONE_OF:
      return C_ ("relation", "is");
    case XC_RELATION_IS_OR_EMPTY:
      return C_ ("relation", "is empty or");
    case XC_RELATION_IS_NOT:
      return C_ ("relation", "is not");
    case XC_RELATION_CONTAINS:
      return C_ ("relation", "contains");
    case XC_RELATION_MATCHES:
      return C_ ("relation", "contains, or by pinyin initials");
    case XC_RELATION_EMPTY:
      return C_ ("relation", "is empty");
    case XC_RELATION_NOT_EMPTY:
      return C_ ("relation", "is not empty");
    case XC_RELATION_BEFORE:
      return is_time ? C_ ("relation", "before") : C_ ("relation", "less than");
    case XC_RELATION_AFTER:
      return is_time ? C_ ("relation", "after") : C_ ("relation", "more than");
    case XC_RELATION_FROM_TO:
      return C_ ("relation", "from … to …");
    default:
      g_return_val_if_reached ("");
    }
}

static char *
dup_value_words (XcTable table, const XcField *field, const XcValue *value, XcStore *store)
{
  if (field->kind == XC_FIELD_REFERENCE)
    {
      g_autofree char *name =
          store != NULL ? xc_row_dup_full_name (xc_store_get_database (store), field->target, value->number)
                        : NULL;

      return g_strdup (name != NULL && *name != '\0' ? name : C_ ("filter", "a row that is gone"));
    }
  return value->is_set ? xc_value_format (table, field, value) : g_strdup ("");
}

/**
 * xc_filter_dup_words:
 * @query: a query
 * @index: of one of its filters
 * @store: (nullable): the ledger, for the names of rows
 *
 * Returns: (transfer full): the filter in words, as a chip shows it
 */
char *
xc_filter_dup_words (const XcQuery *query, guint index, XcStore *store)
{
  XcTable table = xc_query_get_table (query), of_table;
  g_autoptr (GString) joined = g_string_new (NULL);
  const XcValue *values;
  const XcField *field;
  XcRelation relation;
  guint n_values;
  const char *path = xc_query_get_filter (query, index, &relation, &values, &n_values);
  const char *title = xc_record_column_get_title (table, path);

  field = xc_record_column_get_field (table, path, &of_table);
  for (guint i = 0; i < n_values; i++)
    {
      g_autofree char *words = dup_value_words (of_table, field, &values[i], store);

      if (i > 0)
        g_string_append (joined, relation == XC_RELATION_FROM_TO ? " – " : C_ ("filter", ", "));
      g_string_append (joined, words);
    }
  if (relation == XC_RELATION_IS || relation == XC_RELATION_ONE_OF || relation == XC_RELATION_FROM_TO)
    /* translators: %1$s is the title of a field, %2$s its value */
    return g_strdup_printf (C_ ("filter", "%1$s: %2$s"), title, joined->str);
  if (n_values == 0)
    /* translators: %1$s is the title of a field, %2$s “is empty” or “is not empty” */
    return g_strdup_printf (C_ ("filter", "%1$s %2$s"), title, xc_filter_relation_title (relation, field));
  /* translators: %1$s is the title of a field, %2$s a relation as “contains” or “before”, %3$s a value */
  return g_strdup_printf (
      C_ ("filter", "%1$s %2$s “%3$s”"), title,
      xc_filter_relation_title (relation == XC_RELATION_MATCHES ? XC_RELATION_CONTAINS : relation, field),
      joined->str);
}
