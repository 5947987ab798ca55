/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/responsibility-map.h"

/* One responsibility of one problem. */
typedef struct
{
  guint next; /* place of another one of the same problem, from 1; 0: there is none */
  guint who;  /* place among those that differ */
  gint position;
} Link;

struct _XcResponsibilityMap
{
  GHashTable *first;   /* places of a Link, from 1, by id of the problem */
  GArray *links;       /* of Link */
  GHashTable *known;   /* places among those that differ, from 1, by all that they say */
  GArray *whos;        /* of XcListResponsibility, all different */
  GStringChunk *texts; /* of @whos */
  GString *key;
};

static const char *
keep (XcResponsibilityMap *self, const char *text)
{
  return text == NULL ? NULL : g_string_chunk_insert_const (self->texts, text);
}

static guint
find_who (XcResponsibilityMap *self, XcStatement *statement)
{
  const char *role = xc_statement_get_text (statement, 1), *unit = xc_statement_get_text (statement, 2);
  const char *name = xc_statement_get_text (statement, 3), *post = xc_statement_get_text (statement, 4);

  /* None of them has more than one line. */
  g_string_assign (self->key, role);
  g_string_append_c (self->key, '\n');
  g_string_append (self->key, unit != NULL ? unit : "\n");
  g_string_append_c (self->key, '\n');
  g_string_append (self->key, name != NULL ? name : "\n");
  g_string_append_c (self->key, '\n');
  g_string_append (self->key, post != NULL ? post : "\n");

  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->known, self->key->str));
  if (place == 0)
    {
      XcListResponsibility who = { .unit = keep (self, unit),
                                   .name = keep (self, name),
                                   .post = keep (self, post) };

      /* The schema allows these words only. */
      g_assert (xc_role_from_word (role, &who.role));
      g_array_append_val (self->whos, who);
      place = self->whos->len;
      g_hash_table_insert (self->known, g_strdup (self->key->str), GUINT_TO_POINTER (place));
    }
  return place - 1;
}

static void
add (XcResponsibilityMap *self, XcStatement *statement)
{
  gint64 problem_id = xc_statement_get_integer (statement, 0);
  guint before = GPOINTER_TO_UINT (g_hash_table_lookup (self->first, &problem_id));
  Link link = { .who = find_who (self, statement),
                .position = (gint) xc_statement_get_integer (statement, 5) };

  if (before != 0)
    {
      /* Behind the first one, whose place in the table stays. */
      Link *first = &g_array_index (self->links, Link, before - 1);

      link.next = first->next;
      first->next = self->links->len + 1;
    }
  else
    {
      gint64 *id = g_new (gint64, 1);

      *id = problem_id;
      g_hash_table_insert (self->first, id, GUINT_TO_POINTER (self->links->len + 1));
    }
  g_array_append_val (self->links, link);
}

/**
 * xc_responsibility_map_load:
 * @database: a ledger
 * @error: return location for an %XC_STORE_ERROR
 *
 * Returns: (transfer full): all responsibilities, or %NULL with @error set
 */
XcResponsibilityMap *
xc_responsibility_map_load (XcDatabase *database, GError **error)
{
  g_autoptr (XcResponsibilityMap) self = g_new0 (XcResponsibilityMap, 1);
  g_autoptr (XcStatement) statement = xc_database_prepare (
      database, "SELECT problem_id, role, unit, name, post, position FROM responsibility", error);
  gboolean is_row;

  self->first = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->links = g_array_new (FALSE, FALSE, sizeof (Link));
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->whos = g_array_new (FALSE, FALSE, sizeof (XcListResponsibility));
  self->texts = g_string_chunk_new (4096);
  self->key = g_string_new (NULL);
  if (statement == NULL)
    return NULL;
  for (;;)
    {
      if (!xc_statement_step (statement, &is_row, error))
        return NULL;
      if (!is_row)
        return g_steal_pointer (&self);
      add (self, statement);
    }
}

/**
 * xc_responsibility_map_free:
 * @self: (nullable): a map
 */
void
xc_responsibility_map_free (XcResponsibilityMap *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->first);
  g_array_unref (self->links);
  g_hash_table_unref (self->known);
  g_array_unref (self->whos);
  g_string_chunk_free (self->texts);
  g_string_free (self->key, TRUE);
  g_free (self);
}

/* Links come in no order; a problem has few. */
static void
insert (GArray *responsibilities, const XcListResponsibility *who)
{
  guint at = responsibilities->len;

  while (at > 0)
    {
      const XcListResponsibility *other = &g_array_index (responsibilities, XcListResponsibility, at - 1);

      if (other->role < who->role || (other->role == who->role && other->position <= who->position))
        break;
      at--;
    }
  g_array_insert_vals (responsibilities, at, who, 1);
}

/**
 * xc_responsibility_map_get:
 * @self: a map
 * @problem_id: a problem
 * @responsibilities: (element-type XcListResponsibility): emptied, then filled; their texts live as long as @self
 *
 * Gives who answers for the problem, by role, then in their order.
 */
void
xc_responsibility_map_get (XcResponsibilityMap *self, gint64 problem_id, GArray *responsibilities)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->first, &problem_id));

  g_array_set_size (responsibilities, 0);
  while (place != 0)
    {
      const Link *link = &g_array_index (self->links, Link, place - 1);
      XcListResponsibility who = g_array_index (self->whos, XcListResponsibility, link->who);

      who.position = link->position;
      insert (responsibilities, &who);
      place = link->next;
    }
}
