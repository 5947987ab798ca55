/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mirror.h"

#include <string.h>

#include "core/pinyin.h"
#include "core/text.h"

XcTestMirror *
xc_test_mirror_new (void)
{
  XcTestMirror *mirror = g_new0 (XcTestMirror, 1);

  for (guint i = 0; i < XC_N_TABLES; i++)
    mirror->rows[i] = g_ptr_array_new_with_free_func ((GDestroyNotify) xc_record_unref);
  mirror->by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  return mirror;
}

void
xc_test_mirror_free (XcTestMirror *mirror)
{
  for (guint i = 0; i < XC_N_TABLES; i++)
    g_ptr_array_unref (mirror->rows[i]);
  g_hash_table_unref (mirror->by_id);
  g_free (mirror);
}

void
xc_test_mirror_add (XcTestMirror *mirror, XcRecord *record)
{
  gint64 id = xc_record_get_id (record);

  g_ptr_array_add (mirror->rows[xc_record_get_table (record)], record);
  g_hash_table_insert (mirror->by_id, g_memdup2 (&id, sizeof id), record);
}

/* All that the rest of a path leads to from @record, with the field at its end. */
void
xc_test_mirror_collect (const XcTestMirror *mirror, const XcRecord *record, const char *path, GArray *values,
                        const XcField **field)
{
  g_autofree char *name = g_strndup (path, strcspn (path, "."));
  const char *rest = strchr (path, '.');
  char *colon = strchr (name, ':');
  XcValue value;

  if (rest == NULL)
    {
      int index = xc_catalogue_find_field (xc_record_get_table (record), name);

      value = index < 0 ? XC_VALUE_NUMBER (xc_record_get_id (record))
                        : xc_value_of_record (record, (guint) index);
      *field = index < 0 ? NULL : &xc_catalogue_get (xc_record_get_table (record))->fields[index];
      g_array_append_val (values, value);
    }
  else if (colon != NULL)
    {
      XcTable table;

      *colon = '\0';
      table = xc_catalogue_find (name);
      for (guint i = 0; i < mirror->rows[table]->len; i++)
        if (xc_record_get_number (mirror->rows[table]->pdata[i], colon + 1) == xc_record_get_id (record))
          xc_test_mirror_collect (mirror, mirror->rows[table]->pdata[i], rest + 1, values, field);
    }
  else if (xc_record_is_set (record, name))
    {
      gint64 id = xc_record_get_number (record, name);

      xc_test_mirror_collect (mirror, g_hash_table_lookup (mirror->by_id, &id), rest + 1, values, field);
    }
}

static gboolean
contains_naively (const char *text, const char *needle)
{
  g_autofree char *wide_text = xc_text_fold_width (text);
  g_autofree char *wide_needle = xc_text_fold_width (needle);
  g_autofree char *folded_text = g_utf8_strdown (wide_text, -1);
  g_autofree char *folded_needle = g_utf8_strdown (wide_needle, -1);

  return strstr (folded_text, folded_needle) != NULL;
}

static gboolean
is_same (const XcValue *a, const XcValue *b)
{
  return a->text != NULL ? strcmp (a->text, b->text) == 0 : a->number == b->number;
}

/* The relation without its "not", of a value that is there. */
static gboolean
holds (const XcValue *value, XcRelation relation, const XcValue *wanted, guint n_wanted)
{
  switch (relation)
    {
    case XC_RELATION_IS:
    case XC_RELATION_IS_NOT:
      return is_same (value, wanted);
    case XC_RELATION_IS_OR_EMPTY:
      return !is_same (value, wanted);
    case XC_RELATION_CONTAINS:
      return contains_naively (value->text, wanted->text);
    case XC_RELATION_MATCHES:
      return xc_pinyin_matches (value->text, wanted->text);
    case XC_RELATION_EMPTY:
    case XC_RELATION_NOT_EMPTY:
      return TRUE;
    case XC_RELATION_BEFORE:
      return value->number < wanted->number;
    case XC_RELATION_AFTER:
      return value->number > wanted->number;
    case XC_RELATION_FROM_TO:
      return (!wanted[0].is_set || value->number >= wanted[0].number)
             && (!wanted[1].is_set || value->number <= wanted[1].number);
    case XC_RELATION_ONE_OF:
      for (guint i = 0; i < n_wanted; i++)
        if (is_same (value, &wanted[i]))
          return TRUE;
      return FALSE;
    default:
      g_assert_not_reached ();
    }
}

static gboolean
passes (const XcTestMirror *mirror, const XcRecord *record, const char *path, XcRelation relation,
        const XcValue *wanted, guint n_wanted)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (XcValue));
  gboolean is_not =
      relation == XC_RELATION_IS_NOT || relation == XC_RELATION_EMPTY || relation == XC_RELATION_IS_OR_EMPTY;
  const XcField *field;

  xc_test_mirror_collect (mirror, record, path, values, &field);
  for (guint i = 0; i < values->len; i++)
    {
      const XcValue *value = &g_array_index (values, XcValue, i);

      if (value->is_set && holds (value, relation, wanted, n_wanted))
        return !is_not;
    }
  return is_not;
}

static int
compare_by (const XcTestMirror *mirror, const XcRecord *a, const XcRecord *b, const char *path,
            gboolean descending)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (XcValue));
  const XcField *field = NULL;
  XcValue one = XC_VALUE_NONE, other = XC_VALUE_NONE;
  int result;

  xc_test_mirror_collect (mirror, a, path, values, &field);
  if (values->len > 0)
    one = g_array_index (values, XcValue, 0);
  g_array_set_size (values, 0);
  xc_test_mirror_collect (mirror, b, path, values, &field);
  if (values->len > 0)
    other = g_array_index (values, XcValue, 0);
  if (!one.is_set || !other.is_set)
    return other.is_set - one.is_set;
  if (field != NULL && field->kind == XC_FIELD_CHOICE)
    result = (int) (xc_field_find_choice (field, one.text) - xc_field_find_choice (field, other.text));
  else if (one.text != NULL)
    result = field->is_code ? strcmp (one.text, other.text) : xc_pinyin_compare (one.text, other.text);
  else
    result = (one.number > other.number) - (one.number < other.number);
  return descending ? -result : result;
}

typedef struct
{
  const XcTestMirror *mirror;
  const XcQuery *query;
} Comparing;

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer data)
{
  const Comparing *comparing = data;
  const XcRecord *one = *(XcRecord *const *) a, *other = *(XcRecord *const *) b;
  gint64 difference;

  for (guint i = 0; i < xc_query_get_n_sorts (comparing->query); i++)
    {
      gboolean descending;
      const char *path = xc_query_get_sort (comparing->query, i, &descending);
      int result = compare_by (comparing->mirror, one, other, path, descending);

      if (result != 0)
        return result;
    }
  difference = xc_record_get_id (one) - xc_record_get_id (other);
  return (difference > 0) - (difference < 0);
}

GPtrArray *
xc_test_mirror_find (const XcTestMirror *mirror, const XcQuery *query)
{
  GPtrArray *rows = mirror->rows[xc_query_get_table (query)];
  GPtrArray *found = g_ptr_array_new ();
  Comparing comparing = { mirror, query };

  for (guint i = 0; i < rows->len; i++)
    {
      gboolean all = TRUE;

      for (guint j = 0; j < xc_query_get_n_filters (query); j++)
        {
          XcRelation relation;
          const XcValue *values;
          guint n_values;
          const char *path = xc_query_get_filter (query, j, &relation, &values, &n_values);

          all = all && passes (mirror, rows->pdata[i], path, relation, values, n_values);
        }
      if (all)
        g_ptr_array_add (found, rows->pdata[i]);
    }
  g_ptr_array_sort_with_data (found, compare_rows, &comparing);
  return found;
}
