/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workbook/relationships.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "workbook/part.h"

#define MAX_RELATIONSHIPS 100000u

typedef struct
{
  char *id;
  char *kind;
  char *target;
} Relationship;

struct _XcRelationships
{
  char *folder;
  GPtrArray *all;
  GHashTable *by_id;
};

static const char *const namespaces[] = { "http://schemas.openxmlformats.org/package/2006/relationships",
                                          NULL };

typedef enum
{
  ALL = 1,
  ONE,
} State;

static const XcPartRule rules[] = { { 0, "Relationships", ALL }, { ALL, "Relationship", ONE } };

static void
free_relationship (gpointer data)
{
  Relationship *relationship = data;

  g_free (relationship->id);
  g_free (relationship->kind);
  g_free (relationship->target);
  g_free (relationship);
}

/* The name of the part that @target means, seen from @folder: absolute, or with "." and "..". */
static char *
resolve_target (const char *folder, const char *target)
{
  g_autofree char *path = target[0] == '/' ? g_strdup (target) : g_strconcat (folder, "/", target, NULL);
  g_auto (GStrv) steps = NULL;
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  g_strdelimit (path, "\\", '/');
  steps = g_strsplit (path, "/", -1);
  for (char **step = steps; *step != NULL; step++)
    if (strcmp (*step, "..") == 0 && kept->len > 0)
      g_ptr_array_set_size (kept, (int) kept->len - 1);
    else if (**step != '\0' && strcmp (*step, ".") != 0)
      g_ptr_array_add (kept, *step);
  g_ptr_array_add (kept, NULL);
  return g_strjoinv ("/", (char **) kept->pdata);
}

static void
read_relationship (XcPart *part, const char **attributes)
{
  XcRelationships *self = part->data;
  const char *id = xc_part_get_attribute (attributes, "Id");
  const char *type = xc_part_get_attribute (attributes, "Type");
  const char *target = xc_part_get_attribute (attributes, "Target");
  const char *mode = xc_part_get_attribute (attributes, "TargetMode");
  Relationship *relationship;

  if (id == NULL || type == NULL || target == NULL)
    {
      xc_fault_damaged (&part->place, xc_part_set_error (part),
                        _ ("a relationship lacks its id, type or target"));
      return;
    }
  /* A link to somewhere else: it is never followed. */
  if (mode != NULL && strcmp (mode, "External") == 0)
    return;
  if (self->all->len >= MAX_RELATIONSHIPS)
    {
      xc_fault_too_large (&part->place, xc_part_set_error (part), _ ("there are more than %u relationships"),
                          MAX_RELATIONSHIPS);
      return;
    }
  relationship = g_new0 (Relationship, 1);
  relationship->id = g_strdup (id);
  /* The namespaces of the transitional and the strict format differ before the last word. */
  relationship->kind = g_strdup (strrchr (type, '/') != NULL ? strrchr (type, '/') + 1 : type);
  relationship->target = resolve_target (self->folder, target);
  g_ptr_array_add (self->all, relationship);
  if (!g_hash_table_insert (self->by_id, relationship->id, relationship))
    xc_fault_damaged (&part->place, xc_part_set_error (part), _ ("two relationships have the id “%s”"),
                      xc_part_show (part, id));
}

static void
start_element (XcPart *part, guint state, const char **attributes)
{
  switch ((State) state)
    {
    case ONE:
      read_relationship (part, attributes);
      break;
    case ALL:
      break;
    }
}

/**
 * xc_relationships_read:
 * @archive: a package
 * @source: the part that refers, or "" for the package itself
 * @error: return location: %XC_WORKBOOK_ERROR_DAMAGED, _TOO_LARGE or _IO
 *
 * Reads what @source refers to within the package. There may be nothing.
 *
 * Returns: (transfer full): the relationships, or %NULL
 */
XcRelationships *
xc_relationships_read (XcArchive *archive, const char *source, GError **error)
{
  static const XcPartGrammar grammar = { namespaces, rules, G_N_ELEMENTS (rules), start_element, NULL };
  g_autoptr (XcRelationships) self = g_new0 (XcRelationships, 1);
  XcPart part = { .archive = archive, .grammar = &grammar, .data = self };
  const char *slash = strrchr (source, '/');
  g_autofree char *name = NULL;
  const XcEntry *entry;

  self->folder = g_strndup (source, slash != NULL ? (gsize) (slash - source) : 0);
  self->all = g_ptr_array_new_with_free_func (free_relationship);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  name = g_strdup_printf ("%s%s_rels/%s.rels", self->folder, slash != NULL ? "/" : "",
                          slash != NULL ? slash + 1 : source);
  entry = xc_archive_find (archive, name);
  if (entry != NULL && !xc_part_read (&part, entry, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
xc_relationships_free (XcRelationships *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->all);
  g_free (self->folder);
  g_free (self);
}

/**
 * xc_relationships_find_kind:
 * @self: the relationships of a part
 * @kind: the last word of a relationship type, such as "styles"
 *
 * Returns: (transfer none) (nullable): the name of the first part of that kind
 */
const char *
xc_relationships_find_kind (XcRelationships *self, const char *kind)
{
  for (guint i = 0; i < self->all->len; i++)
    {
      const Relationship *relationship = g_ptr_array_index (self->all, i);

      if (strcmp (relationship->kind, kind) == 0)
        return relationship->target;
    }
  return NULL;
}

/**
 * xc_relationships_find_id:
 * @self: the relationships of a part
 * @id: the id of one
 * @kind: (out) (transfer none): the last word of its type
 *
 * Returns: (transfer none) (nullable): the name of its part
 */
const char *
xc_relationships_find_id (XcRelationships *self, const char *id, const char **kind)
{
  const Relationship *relationship = g_hash_table_lookup (self->by_id, id);

  if (relationship == NULL)
    return NULL;
  *kind = relationship->kind;
  return relationship->target;
}
