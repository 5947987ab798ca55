/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A query as text: GVariant's own notation of a dictionary, so that what a later version adds can be left out. */
#include "store/query-private.h"

#include <glib/gi18n-lib.h>

#include "core/fail.h"
#include "core/words.h"

#define VERSION 1

XC_DECLARE_WORDS (XcRelation, xc_relation);
XC_DEFINE_WORDS (XcRelation, xc_relation, "is", "is-not", "contains", "matches", "empty", "not-empty",
                 "before", "after", "from-to", "one-of", "is-or-empty")
G_STATIC_ASSERT (G_N_ELEMENTS (xc_relation_words) == XC_N_RELATIONS);

static void
write_filter (GVariantBuilder *builder, const XcFilter *filter)
{
  g_variant_builder_open (builder, G_VARIANT_TYPE ("(ssav)"));
  g_variant_builder_add (builder, "s", filter->text);
  g_variant_builder_add (builder, "s", xc_relation_to_word (filter->relation));
  g_variant_builder_open (builder, G_VARIANT_TYPE ("av"));
  for (guint i = 0; i < filter->values->len; i++)
    {
      const XcValue *value = &g_array_index (filter->values, XcValue, i);

      g_variant_builder_add (builder, "v",
                             !value->is_set        ? g_variant_new_boolean (FALSE)
                             : value->text != NULL ? g_variant_new_string (value->text)
                                                   : g_variant_new_int64 (value->number));
    }
  g_variant_builder_close (builder);
  g_variant_builder_close (builder);
}

static void
add_entry (GVariantBuilder *dictionary, const char *key, GVariant *value)
{
  g_variant_builder_add (dictionary, "{sv}", key, value);
}

/**
 * xc_query_to_text:
 * @self: a query
 *
 * Returns: (transfer full): it as text, the same for equal queries
 */
char *
xc_query_to_text (const XcQuery *self)
{
  GVariantBuilder filters = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(ssav)"));
  GVariantBuilder sorts = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(sb)"));
  GVariantBuilder paths = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("as"));
  GVariantBuilder entries = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);
  g_autoptr (GVariant) dictionary = NULL;

  for (guint i = 0; i < self->filters->len; i++)
    write_filter (&filters, self->filters->pdata[i]);
  for (guint i = 0; i < self->sorts->len; i++)
    {
      const XcSort *sort = self->sorts->pdata[i];

      g_variant_builder_add (&sorts, "(sb)", sort->text, sort->descending);
    }
  for (guint i = 0; i < self->search_paths->len; i++)
    g_variant_builder_add (&paths, "s", ((const XcSearchPath *) self->search_paths->pdata[i])->text);
  add_entry (&entries, "version", g_variant_new_uint32 (VERSION));
  add_entry (&entries, "table", g_variant_new_string (xc_catalogue_get (self->table)->name));
  add_entry (&entries, "filters", g_variant_builder_end (&filters));
  add_entry (&entries, "sorts", g_variant_builder_end (&sorts));
  if (self->search != NULL)
    add_entry (&entries, "search", g_variant_new_string (self->search));
  add_entry (&entries, "search-in", g_variant_builder_end (&paths));
  dictionary = g_variant_ref_sink (g_variant_builder_end (&entries));
  return g_variant_print (dictionary, TRUE);
}

static XcValue
read_value (GVariant *boxed)
{
  g_autoptr (GVariant) value = g_variant_get_variant (boxed);

  if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    return XC_VALUE_TEXT (g_variant_get_string (value, NULL));
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_INT64))
    return XC_VALUE_NUMBER (g_variant_get_int64 (value));
  return XC_VALUE_NONE;
}

static gboolean
read_filter (XcQuery *self, const char *path, const char *word, GVariant *boxes)
{
  gsize n_values = g_variant_n_children (boxes);
  g_autofree XcValue *values = g_new0 (XcValue, n_values + 1);
  g_autoptr (GPtrArray) owners = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
  XcRelation relation;

  if (!xc_relation_from_word (word, &relation))
    return FALSE;
  for (gsize i = 0; i < n_values; i++)
    {
      GVariant *box = g_variant_get_child_value (boxes, i);

      /* The texts of the values are its. */
      g_ptr_array_add (owners, box);
      values[i] = read_value (box);
    }
  return xc_query_try_filter (self, path, relation, values, (guint) n_values);
}

static void
leave_out (GString *left_out, const char *what)
{
  if (left_out->len > 0)
    g_string_append (left_out, ", ");
  g_string_append (left_out, what);
}

static void
read_lists (XcQuery *self, GVariant *dictionary, GString *left_out)
{
  g_autoptr (GVariantIter) filters = NULL;
  g_autoptr (GVariantIter) sorts = NULL;
  g_autoptr (GVariantIter) paths = NULL;
  const char *path, *word;
  GVariant *values;
  gboolean descending;

  if (g_variant_lookup (dictionary, "filters", "a(ssav)", &filters))
    while (g_variant_iter_loop (filters, "(&s&s@av)", &path, &word, &values))
      if (!read_filter (self, path, word, values))
        leave_out (left_out, path);
  if (g_variant_lookup (dictionary, "sorts", "a(sb)", &sorts))
    while (g_variant_iter_loop (sorts, "(&sb)", &path, &descending))
      if (!xc_query_try_sort (self, path, descending))
        leave_out (left_out, path);
  if (g_variant_lookup (dictionary, "search-in", "as", &paths))
    while (g_variant_iter_loop (paths, "&s", &path))
      if (!xc_query_try_search_path (self, path))
        leave_out (left_out, path);
  g_variant_lookup (dictionary, "search", "s", &self->search);
}

static void
find_unknown_keys (GVariant *dictionary, GString *left_out)
{
  static const char *const known[] = { "version", "table", "filters", "sorts", "search", "search-in", NULL };
  GVariantIter iter;
  const char *key;
  GVariant *value;

  g_variant_iter_init (&iter, dictionary);
  while (g_variant_iter_loop (&iter, "{&sv}", &key, &value))
    if (!g_strv_contains (known, key))
      leave_out (left_out, key);
}

/**
 * xc_query_from_text:
 * @text: what xc_query_to_text() gave, perhaps of another version
 * @note: (out) (optional) (nullable): a sentence that says what was left out, because this version does not know it
 * @error: return location; %XC_STORE_ERROR_DAMAGED when it is no query at all
 *
 * Returns: (transfer full): the query, or %NULL
 */
XcQuery *
xc_query_from_text (const char *text, char **note, GError **error)
{
  g_autoptr (GVariant) dictionary = g_variant_parse (G_VARIANT_TYPE_VARDICT, text, NULL, NULL, NULL);
  g_autoptr (GString) left_out = g_string_new (NULL);
  const char *table = NULL;
  XcQuery *self;

  if (note != NULL)
    *note = NULL;
  if (dictionary == NULL || !g_variant_lookup (dictionary, "table", "&s", &table)
      || xc_catalogue_find (table) == XC_TABLE_NONE)
    {
      xc_fail (error, XC_STORE_ERROR, XC_STORE_ERROR_DAMAGED,
               _ ("The saved view cannot be read, so nothing was shown anew. Remove the view and save it "
                  "again."));
      return NULL;
    }
  self = xc_query_new (xc_catalogue_find (table));
  read_lists (self, dictionary, left_out);
  find_unknown_keys (dictionary, left_out);
  if (left_out->len > 0 && note != NULL)
    /* translators: %s is a list of technical names */
    *note =
        g_strdup_printf (_ ("The view was saved by another version of this program; what this one does not "
                            "know was left out: %s."),
                         left_out->str);
  return self;
}
