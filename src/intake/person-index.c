/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "intake/person-index.h"

#include "core/text.h"
#include "intake/name.h"

struct _XcPersonIndex
{
  /* Borrowed */
  XcDraft *draft;
  XcOrganizationIndex *organizations;

  GHashTable *by_key; /* key of a name → GPtrArray of XcItem */
};

static void
unref_array (gpointer data)
{
  g_ptr_array_unref (data);
}

static void
add (XcPersonIndex *self, XcItem *person)
{
  g_autofree char *key = xc_name_key (xc_record_get_text (person->record, "name"));
  GPtrArray *people = g_hash_table_lookup (self->by_key, key);

  if (people == NULL)
    {
      people = g_ptr_array_new ();
      g_hash_table_insert (self->by_key, g_steal_pointer (&key), people);
    }
  g_ptr_array_add (people, person);
}

/**
 * xc_person_index_new:
 * @draft: a draft with people and organizations loaded
 * @organizations: an index of the organizations
 *
 * Returns: (transfer full): an index of the people that are there
 */
XcPersonIndex *
xc_person_index_new (XcDraft *draft, XcOrganizationIndex *organizations)
{
  XcPersonIndex *self = g_new0 (XcPersonIndex, 1);

  self->draft = draft;
  self->organizations = organizations;
  self->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unref_array);
  for (guint i = 0; i < xc_draft_count (draft, XC_TABLE_PERSON); i++)
    add (self, xc_draft_get (draft, XC_TABLE_PERSON, i));
  return self;
}

void
xc_person_index_free (XcPersonIndex *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->by_key);
  g_free (self);
}

/**
 * xc_person_index_split:
 * @text: 张三, or 张三（审计局）
 * @name: (out) (transfer full): 张三
 * @unit: (out) (transfer full) (nullable): 审计局
 */
void
xc_person_index_split (const char *text, char **name, char **unit)
{
  g_autofree char *clean = xc_text_clean (text);
  g_autofree char *folded = xc_text_fold_width (clean);
  const char *open = strchr (folded, '(');
  gsize length = strlen (folded);
  g_autofree char *before = NULL;
  g_autofree char *inside = NULL;

  *unit = NULL;
  if (open == NULL || open == folded || folded[length - 1] != ')')
    {
      *name = g_steal_pointer (&clean);
      return;
    }
  before = g_strndup (folded, (gsize) (open - folded));
  inside = g_strndup (open + 1, (gsize) (folded + length - 1 - (open + 1)));
  *name = xc_text_clean (before);
  *unit = xc_text_clean (inside);
  if (**unit == '\0')
    g_clear_pointer (unit, g_free);
}

static XcItem *
find_organization (XcPersonIndex *self, const char *unit)
{
  g_autoptr (GPtrArray) found = xc_organization_index_find (self->organizations, unit);

  return found->len == 1 ? found->pdata[0] : NULL;
}

static gboolean
is_of_unit (XcPersonIndex *self, const XcItem *person, const char *unit, const XcItem *organization)
{
  const char *own = xc_record_get_text (person->record, "unit");
  g_autofree char *own_key = own == NULL ? NULL : xc_name_key (own);
  g_autofree char *key = xc_name_key (unit);

  return g_strcmp0 (own_key, key) == 0
         || (organization != NULL
             && xc_record_get_number (person->record, "organization_id") == organization->id);
}

/**
 * xc_person_index_find:
 * @self: an index
 * @text: 张三, or 张三（审计局）
 *
 * Returns: (transfer container) (element-type XcItem): the people who may be meant: one, when it is clear
 */
GPtrArray *
xc_person_index_find (XcPersonIndex *self, const char *text)
{
  g_autofree char *name = NULL;
  g_autofree char *unit = NULL;
  g_autofree char *key = NULL;
  XcItem *organization;
  GPtrArray *people;
  GPtrArray *found = g_ptr_array_new ();

  xc_person_index_split (text, &name, &unit);
  key = xc_name_key (name);
  people = g_hash_table_lookup (self->by_key, key);
  organization = unit == NULL ? NULL : find_organization (self, unit);
  for (guint i = 0; people != NULL && i < people->len; i++)
    if (unit == NULL || is_of_unit (self, people->pdata[i], unit, organization))
      g_ptr_array_add (found, people->pdata[i]);
  return found;
}

/**
 * xc_person_index_add:
 * @self: an index
 * @text: somebody who is not there yet
 *
 * Returns: (transfer none): the new person
 */
XcItem *
xc_person_index_add (XcPersonIndex *self, const char *text)
{
  XcRecord *record = xc_record_new (XC_TABLE_PERSON);
  g_autofree char *name = NULL;
  g_autofree char *unit = NULL;
  XcItem *organization;
  XcItem *person;

  xc_person_index_split (text, &name, &unit);
  xc_record_set_text (record, "name", name);
  organization = unit == NULL ? NULL : find_organization (self, unit);
  if (organization != NULL)
    xc_record_set_number (record, "organization_id", organization->id);
  else
    xc_record_set_text (record, "unit", unit);
  person = xc_draft_add (self->draft, record);
  add (self, person);
  return person;
}

/**
 * xc_person_index_describe:
 * @self: an index
 * @person: somebody
 *
 * Returns: (transfer full): the name, with the unit where it is known
 */
char *
xc_person_index_describe (XcPersonIndex *self, const XcItem *person)
{
  const char *name = xc_record_get_text (person->record, "name");
  const char *unit = xc_record_get_text (person->record, "unit");
  gint64 id = xc_record_get_number (person->record, "organization_id");

  if (id != 0)
    unit = xc_record_get_text (xc_draft_find (self->draft, XC_TABLE_ORGANIZATION, id)->record, "name");
  return unit == NULL ? g_strdup (name) : g_strdup_printf ("%s（%s）", name, unit);
}
