/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/query-private.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (XcQuery, xc_query, xc_query_copy, xc_query_free)

static void
clear_value (gpointer data)
{
  XcValue *value = data;

  g_free ((char *) value->text);
}

static void
free_filter (gpointer data)
{
  XcFilter *filter = data;

  g_array_unref (filter->values);
  g_clear_pointer (&filter->ids, xc_id_table_unref);
  g_free (filter->text);
  g_free (filter);
}

static void
free_sort (gpointer data)
{
  XcSort *sort = data;

  g_free (sort->text);
  g_free (sort);
}

static void
free_search_path (gpointer data)
{
  XcSearchPath *path = data;

  g_free (path->text);
  g_free (path);
}

/**
 * xc_query_new:
 * @table: which table
 *
 * Returns: (transfer full): a query of all its rows, by id
 */
XcQuery *
xc_query_new (XcTable table)
{
  XcQuery *self = g_new0 (XcQuery, 1);

  self->table = table;
  self->filters = g_ptr_array_new_with_free_func (free_filter);
  self->sorts = g_ptr_array_new_with_free_func (free_sort);
  self->search_paths = g_ptr_array_new_with_free_func (free_search_path);
  return self;
}

/* Filters never change once they are made, so that copies share what they compare with: it may be a hundred thousand
 * ids. */
static XcFilter *
copy_filter (const XcFilter *self)
{
  XcFilter *copy = g_new (XcFilter, 1);

  *copy = *self;
  copy->text = g_strdup (self->text);
  g_array_ref (copy->values);
  if (copy->ids != NULL)
    xc_id_table_ref (copy->ids);
  return copy;
}

XcQuery *
xc_query_copy (const XcQuery *self)
{
  XcQuery *copy = xc_query_new (self->table);

  for (guint i = 0; i < self->filters->len; i++)
    g_ptr_array_add (copy->filters, copy_filter (self->filters->pdata[i]));
  for (guint i = 0; i < self->sorts->len; i++)
    {
      const XcSort *sort = self->sorts->pdata[i];

      xc_query_try_sort (copy, sort->text, sort->descending);
    }
  for (guint i = 0; i < self->search_paths->len; i++)
    xc_query_try_search_path (copy, ((const XcSearchPath *) self->search_paths->pdata[i])->text);
  copy->search = g_strdup (self->search);
  return copy;
}

void
xc_query_free (XcQuery *self)
{
  g_ptr_array_unref (self->filters);
  g_ptr_array_unref (self->sorts);
  g_ptr_array_unref (self->search_paths);
  g_free (self->search);
  g_free (self);
}

XcTable
xc_query_get_table (const XcQuery *self)
{
  return self->table;
}

static gboolean
has_values (const XcFilter *self, const GArray *values)
{
  if (self->values == values)
    return TRUE;
  if (self->values->len != values->len)
    return FALSE;
  for (guint i = 0; i < values->len; i++)
    {
      const XcValue *one = &g_array_index (self->values, XcValue, i);
      const XcValue *other = &g_array_index (values, XcValue, i);

      if (one->is_set != other->is_set || one->number != other->number
          || g_strcmp0 (one->text, other->text) != 0)
        return FALSE;
    }
  return TRUE;
}

static gboolean
filter_equal (const XcFilter *one, const XcFilter *other)
{
  return one->relation == other->relation && strcmp (one->text, other->text) == 0
         && has_values (one, other->values);
}

static gboolean
sort_equal (const XcSort *one, const XcSort *other)
{
  return !one->descending == !other->descending && strcmp (one->text, other->text) == 0;
}

gboolean
xc_query_equal (const XcQuery *self, const XcQuery *other)
{
  if (self->table != other->table || self->filters->len != other->filters->len
      || self->sorts->len != other->sorts->len || self->search_paths->len != other->search_paths->len
      || g_strcmp0 (self->search, other->search) != 0)
    return FALSE;
  for (guint i = 0; i < self->filters->len; i++)
    if (!filter_equal (self->filters->pdata[i], other->filters->pdata[i]))
      return FALSE;
  for (guint i = 0; i < self->sorts->len; i++)
    if (!sort_equal (self->sorts->pdata[i], other->sorts->pdata[i]))
      return FALSE;
  for (guint i = 0; i < self->search_paths->len; i++)
    if (strcmp (((const XcSearchPath *) self->search_paths->pdata[i])->text,
                ((const XcSearchPath *) other->search_paths->pdata[i])->text)
        != 0)
      return FALSE;
  return TRUE;
}

/**
 * xc_relation_fits:
 * @relation: a relation
 * @field: (nullable): a field; %NULL for the id of a row
 *
 * Returns: whether rows can be asked for by @relation of @field
 */
gboolean
xc_relation_fits (XcRelation relation, const XcField *field)
{
  XcFieldKind kind = field != NULL ? field->kind : XC_FIELD_REFERENCE;

  switch (relation)
    {
    case XC_RELATION_IS:
    case XC_RELATION_IS_NOT:
    case XC_RELATION_EMPTY:
    case XC_RELATION_NOT_EMPTY:
    case XC_RELATION_ONE_OF:
    case XC_RELATION_IS_OR_EMPTY:
      return TRUE;
    case XC_RELATION_CONTAINS:
    case XC_RELATION_MATCHES:
      return kind == XC_FIELD_TEXT || kind == XC_FIELD_LONG_TEXT;
    case XC_RELATION_BEFORE:
    case XC_RELATION_AFTER:
    case XC_RELATION_FROM_TO:
      return kind == XC_FIELD_DAY || kind == XC_FIELD_INSTANT || kind == XC_FIELD_NUMBER
             || kind == XC_FIELD_MONEY;
    default:
      return FALSE;
    }
}

static gboolean
values_fit (const XcPath *path, XcRelation relation, const XcValue *values, guint n_values)
{
  guint wanted = relation == XC_RELATION_EMPTY || relation == XC_RELATION_NOT_EMPTY ? 0
                 : relation == XC_RELATION_FROM_TO                                  ? 2
                                                                                    : 1;

  if (relation != XC_RELATION_ONE_OF && n_values != wanted)
    return FALSE;
  for (guint i = 0; i < n_values; i++)
    if (values[i].is_set ? (values[i].text != NULL) != xc_path_is_textual (path)
                         : relation != XC_RELATION_FROM_TO)
      return FALSE;
  return TRUE;
}

static XcIdTable *
make_table (const GArray *values)
{
  XcIdTable *ids = xc_id_table_new ();

  for (guint i = 0; i < values->len; i++)
    xc_id_table_add (ids, g_array_index (values, XcValue, i).number);
  return ids;
}

gboolean
xc_query_try_filter (XcQuery *self, const char *path, XcRelation relation, const XcValue *values,
                     guint n_values)
{
  XcFilter *filter;
  XcPath read;

  if (!xc_path_read (self->table, path, &read) || !xc_path_is_kept (&read)
      || !xc_relation_fits (relation, read.field) || !values_fit (&read, relation, values, n_values))
    return FALSE;
  filter = g_new0 (XcFilter, 1);
  filter->text = g_strdup (path);
  filter->path = read;
  filter->relation = relation;
  filter->values = g_array_new (FALSE, FALSE, sizeof (XcValue));
  g_array_set_clear_func (filter->values, clear_value);
  for (guint i = 0; i < n_values; i++)
    {
      XcValue value = values[i];

      /* What the command line gives may be anything. */
      value.text = value.text != NULL ? g_utf8_make_valid (value.text, -1) : NULL;
      g_array_append_val (filter->values, value);
    }
  if (n_values > XC_QUERY_FEW && !xc_path_is_textual (&read)
      && (read.field == NULL || read.field->kind != XC_FIELD_DAY))
    filter->ids = make_table (filter->values);
  g_ptr_array_add (self->filters, filter);
  return TRUE;
}

/**
 * xc_query_add_filter:
 * @self: a query
 * @path: a field; by "table:reference" also of rows that refer to the row, of which one must pass
 * @relation: what it must be to @values
 * @values: (array length=n_values): texts of textual fields, numbers of all others
 * @n_values: two for %XC_RELATION_FROM_TO, none for the empty ones, any number for %XC_RELATION_ONE_OF, else one
 */
void
xc_query_add_filter (XcQuery *self, const char *path, XcRelation relation, const XcValue *values,
                     guint n_values)
{
  if (!xc_query_try_filter (self, path, relation, values, n_values))
    g_error ("a filter of “%s” by “%s” (%d) does not fit", xc_catalogue_get (self->table)->name, path,
             (int) relation);
}

void
xc_query_add_text_filter (XcQuery *self, const char *path, XcRelation relation, const char *text)
{
  xc_query_add_filter (self, path, relation, &XC_VALUE_TEXT (text), 1);
}

void
xc_query_add_number_filter (XcQuery *self, const char *path, XcRelation relation, gint64 number)
{
  xc_query_add_filter (self, path, relation, &XC_VALUE_NUMBER (number), 1);
}

guint
xc_query_get_n_filters (const XcQuery *self)
{
  return self->filters->len;
}

/**
 * xc_query_get_filter:
 * @self: a query
 * @index: from 0
 * @relation: (out): its relation
 * @values: (out) (transfer none) (array length=n_values): its values
 * @n_values: (out): how many
 *
 * Returns: (transfer none): its path
 */
const char *
xc_query_get_filter (const XcQuery *self, guint index, XcRelation *relation, const XcValue **values,
                     guint *n_values)
{
  const XcFilter *filter;

  g_return_val_if_fail (index < self->filters->len, NULL);
  filter = self->filters->pdata[index];
  *relation = filter->relation;
  *values = (const XcValue *) (void *) filter->values->data;
  *n_values = filter->values->len;
  return filter->text;
}

void
xc_query_remove_filter (XcQuery *self, guint index)
{
  g_return_if_fail (index < self->filters->len);
  g_ptr_array_remove_index (self->filters, index);
}

void
xc_query_clear_filters (XcQuery *self)
{
  g_ptr_array_set_size (self->filters, 0);
}

gboolean
xc_query_try_search_path (XcQuery *self, const char *path)
{
  XcSearchPath *search_path;
  XcPath read;

  if (!xc_path_read (self->table, path, &read) || !xc_path_is_kept (&read)
      || !xc_relation_fits (XC_RELATION_CONTAINS, read.field))
    return FALSE;
  search_path = g_new0 (XcSearchPath, 1);
  search_path->text = g_strdup (path);
  search_path->path = read;
  g_ptr_array_add (self->search_paths, search_path);
  return TRUE;
}

/**
 * xc_query_set_search:
 * @self: a query
 * @text: (nullable): what was typed; without a word in it nothing is searched for
 * @paths: (array zero-terminated=1): where to look: texts of one line are also found by pinyin, long ones are not,
 *   as in a long text nearly all initials are found somewhere
 */
void
xc_query_set_search (XcQuery *self, const char *text, const char *const *paths)
{
  g_free (self->search);
  self->search = text != NULL ? g_utf8_make_valid (text, -1) : NULL;
  g_ptr_array_set_size (self->search_paths, 0);
  for (guint i = 0; paths[i] != NULL; i++)
    if (!xc_query_try_search_path (self, paths[i]))
      g_error ("“%s” cannot be searched by “%s”", xc_catalogue_get (self->table)->name, paths[i]);
}

/**
 * xc_query_get_search:
 * @self: a query
 *
 * Returns: (transfer none) (nullable): what was typed
 */
const char *
xc_query_get_search (const XcQuery *self)
{
  return self->search;
}

gboolean
xc_query_try_sort (XcQuery *self, const char *path, gboolean descending)
{
  XcSort *sort;
  XcPath read;

  if (!xc_path_read (self->table, path, &read) || xc_path_has_many (&read))
    return FALSE;
  sort = g_new0 (XcSort, 1);
  sort->text = g_strdup (path);
  sort->path = read;
  sort->descending = descending;
  g_ptr_array_add (self->sorts, sort);
  return TRUE;
}

/**
 * xc_query_add_sort:
 * @self: a query
 * @path: a field; what has none comes last, whatever the direction
 * @descending: the direction: texts by pinyin, codes as they stand, choices in the order of the catalogue
 *
 * Adds a key after those that were added.
 */
void
xc_query_add_sort (XcQuery *self, const char *path, gboolean descending)
{
  if (!xc_query_try_sort (self, path, descending))
    g_error ("“%s” cannot be sorted by “%s”", xc_catalogue_get (self->table)->name, path);
}

guint
xc_query_get_n_sorts (const XcQuery *self)
{
  return self->sorts->len;
}

/**
 * xc_query_get_sort:
 * @self: a query
 * @index: from 0
 * @descending: (out): its direction
 *
 * Returns: (transfer none): its path
 */
const char *
xc_query_get_sort (const XcQuery *self, guint index, gboolean *descending)
{
  const XcSort *sort;

  g_return_val_if_fail (index < self->sorts->len, NULL);
  sort = self->sorts->pdata[index];
  *descending = sort->descending;
  return sort->text;
}

void
xc_query_clear_sorts (XcQuery *self)
{
  g_ptr_array_set_size (self->sorts, 0);
}

/**
 * xc_query_uses_table:
 * @self: a query
 * @table: a table
 *
 * Returns: whether which rows are found, or their order, depends on rows of @table other than the found row itself
 */
gboolean
xc_query_uses_table (const XcQuery *self, XcTable table)
{
  for (guint i = 0; i < self->filters->len; i++)
    if (xc_path_uses_table (&((const XcFilter *) self->filters->pdata[i])->path, table))
      return TRUE;
  for (guint i = 0; i < self->sorts->len; i++)
    if (xc_path_uses_table (&((const XcSort *) self->sorts->pdata[i])->path, table))
      return TRUE;
  for (guint i = 0; i < self->search_paths->len; i++)
    if (xc_path_uses_table (&((const XcSearchPath *) self->search_paths->pdata[i])->path, table))
      return TRUE;
  return FALSE;
}
