/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "intake/organization-index.h"

#include "intake/name.h"

/* Parents of parents: no hierarchy of the Party is deeper, and a loop in the rows must not hang. */
#define DEPTH_MAX 16

struct _XcOrganizationIndex
{
  /* Borrowed */
  XcDraft *draft;

  GHashTable *by_key; /* key of a name → GPtrArray of XcItem */
  GPtrArray *names;   /* all that were added */
};

static void
unref_array (gpointer data)
{
  g_ptr_array_unref (data);
}

/**
 * xc_organization_index_new:
 * @draft: a draft with organizations and members of events loaded
 *
 * Returns: (transfer full): an index of the organizations that are there
 */
XcOrganizationIndex *
xc_organization_index_new (XcDraft *draft)
{
  XcOrganizationIndex *self = g_new0 (XcOrganizationIndex, 1);

  self->draft = draft;
  self->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unref_array);
  self->names = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < xc_draft_count (draft, XC_TABLE_ORGANIZATION); i++)
    xc_organization_index_add (self, xc_draft_get (draft, XC_TABLE_ORGANIZATION, i));
  for (guint i = 0; i < xc_draft_count (draft, XC_TABLE_EVENT_MEMBER); i++)
    {
      XcItem *member = xc_draft_get (draft, XC_TABLE_EVENT_MEMBER, i);
      const char *former = xc_record_get_text (member->record, "former_name");

      if (former != NULL)
        xc_organization_index_add_former (
            self,
            xc_draft_find (draft, XC_TABLE_ORGANIZATION,
                           xc_record_get_number (member->record, "organization_id")),
            former);
    }
  return self;
}

void
xc_organization_index_free (XcOrganizationIndex *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->by_key);
  g_ptr_array_unref (self->names);
  g_free (self);
}

/**
 * xc_organization_index_add_former:
 * @self: an index
 * @organization: an organization
 * @name: another name by which it is found; %NULL for none
 */
void
xc_organization_index_add_former (XcOrganizationIndex *self, XcItem *organization, const char *name)
{
  g_autofree char *key = NULL;
  GPtrArray *items;

  if (name == NULL)
    return;
  key = xc_name_key (name);
  if (*key == '\0')
    return;
  items = g_hash_table_lookup (self->by_key, key);
  if (items == NULL)
    {
      items = g_ptr_array_new ();
      g_hash_table_insert (self->by_key, g_steal_pointer (&key), items);
    }
  if (g_ptr_array_find (items, organization, NULL))
    return;
  g_ptr_array_add (items, organization);
  g_ptr_array_add (self->names, g_strdup (name));
}

/**
 * xc_organization_index_add:
 * @self: an index
 * @organization: one that is new in the draft, or has a new name
 */
void
xc_organization_index_add (XcOrganizationIndex *self, XcItem *organization)
{
  xc_organization_index_add_former (self, organization, xc_record_get_text (organization->record, "name"));
  xc_organization_index_add_former (self, organization,
                                    xc_record_get_text (organization->record, "short_name"));
}

static XcItem *
get_parent (XcOrganizationIndex *self, const XcItem *organization)
{
  gint64 id = xc_record_get_number (organization->record, "parent_id");

  return id == 0 ? NULL : xc_draft_find (self->draft, XC_TABLE_ORGANIZATION, id);
}

static gboolean
has_name (XcOrganizationIndex *self, const XcItem *organization, const char *name)
{
  g_autofree char *key = xc_name_key (name);
  GPtrArray *items = g_hash_table_lookup (self->by_key, key);

  return items != NULL && g_ptr_array_find (items, organization, NULL);
}

/* Whether @organization is what @path says: a name, or names from above down to it. Names may hold a slash, so each
 * one is tried. */
static gboolean
matches (XcOrganizationIndex *self, XcItem *organization, const char *path, guint depth)
{
  if (organization == NULL || depth > DEPTH_MAX)
    return FALSE;
  if (has_name (self, organization, path))
    return TRUE;
  for (const char *slash = strchr (path, '/'); slash != NULL; slash = strchr (slash + 1, '/'))
    {
      g_autofree char *above = g_strndup (path, (gsize) (slash - path));

      if (has_name (self, organization, slash + 1)
          && (slash == path ? get_parent (self, organization) == NULL
                            : matches (self, get_parent (self, organization), above, depth + 1)))
        return TRUE;
    }
  return FALSE;
}

/**
 * xc_organization_index_is_current_name:
 * @self: an index
 * @organization: an organization
 * @name: a name
 *
 * Returns: whether it is the full name that @organization has now
 */
gboolean
xc_organization_index_is_current_name (XcOrganizationIndex *self, const XcItem *organization,
                                       const char *name)
{
  const char *current = xc_record_get_text (organization->record, "name");
  g_autofree char *key = current == NULL ? NULL : xc_name_key (current);
  g_autofree char *wanted = xc_name_key (name);

  return g_strcmp0 (key, wanted) == 0;
}

/* What is called so now comes before what was called so, or is for short. */
static void
prefer_current (XcOrganizationIndex *self, GPtrArray *found, const char *name)
{
  guint n_current = 0;

  for (guint i = 0; i < found->len; i++)
    n_current += xc_organization_index_is_current_name (self, found->pdata[i], name) ? 1 : 0;
  for (guint i = found->len; n_current > 0 && i > 0; i--)
    if (!xc_organization_index_is_current_name (self, found->pdata[i - 1], name))
      g_ptr_array_remove_index (found, i - 1);
}

/**
 * xc_organization_index_find_named:
 * @self: an index
 * @name: a name without parents
 *
 * Returns: (transfer container) (element-type XcItem): all organizations that are or were called so, or are for short
 */
GPtrArray *
xc_organization_index_find_named (XcOrganizationIndex *self, const char *name)
{
  g_autofree char *key = xc_name_key (name);
  GPtrArray *items = g_hash_table_lookup (self->by_key, key);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; items != NULL && i < items->len; i++)
    g_ptr_array_add (found, items->pdata[i]);
  return found;
}

/**
 * xc_organization_index_find:
 * @self: an index
 * @text: a name, or names from above down to it with slashes between: 凤桥镇/中心社区; with a slash in front it is
 *   one that has no parent
 *
 * Returns: (transfer container) (element-type XcItem): the organizations that are meant: one, when it is clear
 */
GPtrArray *
xc_organization_index_find (XcOrganizationIndex *self, const char *text)
{
  g_autofree char *key = xc_name_key (text);
  GPtrArray *found = xc_organization_index_find_named (self, key);

  prefer_current (self, found, key);
  for (const char *slash = strchr (key, '/'); found->len == 0 && slash != NULL;
       slash = strchr (slash + 1, '/'))
    {
      GPtrArray *items = g_hash_table_lookup (self->by_key, slash + 1);

      for (guint i = 0; items != NULL && i < items->len; i++)
        if (matches (self, items->pdata[i], key, 0))
          g_ptr_array_add (found, items->pdata[i]);
      prefer_current (self, found, slash + 1);
    }
  return found;
}

/**
 * xc_organization_index_get_path:
 * @self: an index
 * @organization: an organization
 *
 * Returns: (transfer full): what tells it from others of its name: 凤桥镇/中心社区, or /中心社区 for one without a
 *   parent
 */
char *
xc_organization_index_get_path (XcOrganizationIndex *self, const XcItem *organization)
{
  XcItem *parent = get_parent (self, organization);

  return g_strdup_printf ("%s/%s", parent == NULL ? "" : xc_record_get_text (parent->record, "name"),
                          xc_record_get_text (organization->record, "name"));
}

/**
 * xc_organization_index_get_names:
 * @self: an index
 *
 * Returns: (transfer none) (element-type utf8): all names by which something is found
 */
const GPtrArray *
xc_organization_index_get_names (XcOrganizationIndex *self)
{
  return self->names;
}
