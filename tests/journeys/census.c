/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All widgets of the program in one question. To ask each of them takes the program a thousand answers; the cache that
 * it keeps for assistive technology gives role, name and place of every widget at once, and only those that match are
 * asked whether they show. GTK puts a widget into the cache when its parent was asked for its children, as soon as it
 * shows: that is asked once for each number of children. */
#include "journey-private.h"

#include <dbus/dbus.h>

#define COMPONENT "org.a11y.atspi.Component"

typedef struct
{
  const char *path;   /* borrowed: of the answer */
  const char *parent; /* borrowed: of the answer */
  const char *name;   /* borrowed: of the answer */
  int index;          /* among the children of its parent */
  int n_children;     /* that it has */
  int n_known;        /* of them, that are in the cache */
  AtspiRole role;
  gboolean has_place; /* in its window: the page of a stack has none, its child tells */
  enum
  {
    NOT_ASKED,
    SHOWS,
    IS_HIDDEN
  } showing;
} Item;

typedef struct
{
  DBusMessage *answer;
  GArray *items;     /* of Item */
  GHashTable *paths; /* path -> Item; both borrowed */
} Census;

static void
census_clear (Census *census)
{
  g_clear_pointer (&census->paths, g_hash_table_unref);
  g_clear_pointer (&census->items, g_array_unref);
  g_clear_pointer (&census->answer, dbus_message_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Census, census_clear)

/* A reference is the name of a bus and a path. */
static const char *
read_path (DBusMessageIter *fields)
{
  DBusMessageIter reference;
  const char *path;

  dbus_message_iter_recurse (fields, &reference);
  dbus_message_iter_next (&reference);
  dbus_message_iter_get_basic (&reference, &path);
  dbus_message_iter_next (fields);
  return path;
}

static void
read_item (DBusMessageIter *structure, Item *item)
{
  DBusMessageIter fields, interfaces;
  dbus_int32_t number;
  dbus_uint32_t role;

  dbus_message_iter_recurse (structure, &fields);
  item->path = read_path (&fields);
  read_path (&fields); /* of the application */
  item->parent = read_path (&fields);
  dbus_message_iter_get_basic (&fields, &number);
  item->index = number;
  dbus_message_iter_next (&fields);
  dbus_message_iter_get_basic (&fields, &number);
  item->n_children = number;
  item->n_known = 0;
  dbus_message_iter_next (&fields);
  item->has_place = FALSE;
  dbus_message_iter_recurse (&fields, &interfaces);
  for (; dbus_message_iter_get_arg_type (&interfaces) == DBUS_TYPE_STRING;
       dbus_message_iter_next (&interfaces))
    {
      const char *interface;

      dbus_message_iter_get_basic (&interfaces, &interface);
      item->has_place |= g_str_equal (interface, COMPONENT);
    }
  dbus_message_iter_next (&fields);
  dbus_message_iter_get_basic (&fields, &item->name);
  dbus_message_iter_next (&fields);
  dbus_message_iter_get_basic (&fields, &role);
  item->role = role;
  item->showing = NOT_ASKED;
}

/* The answer is to be given back; NULL when there is none. The question is given away. */
static DBusMessage *
send_question (DBusMessage *question)
{
  DBusMessage *answer = dbus_connection_send_with_reply_and_block (atspi_get_a11y_bus (), question,
                                                                   XC_JOURNEY_PATIENCE * 1000, NULL);

  dbus_message_unref (question);
  return answer;
}

static DBusMessage *
ask (AtspiApplication *application, const char *path, const char *interface, const char *method)
{
  return send_question (dbus_message_new_method_call (application->bus_name, path, interface, method));
}

/* As xc_tree_shows(), in two questions. */
static gboolean
contains_its_middle (AtspiApplication *application, const Item *item)
{
  dbus_uint32_t of_window = ATSPI_COORD_TYPE_WINDOW;
  dbus_int32_t box[4], middle[2];
  dbus_bool_t is_inside = FALSE;
  DBusMessage *question, *answer;
  DBusMessageIter fields, numbers;

  question = dbus_message_new_method_call (application->bus_name, item->path, COMPONENT, "GetExtents");
  dbus_message_append_args (question, DBUS_TYPE_UINT32, &of_window, DBUS_TYPE_INVALID);
  answer = send_question (question);
  if (answer == NULL)
    return FALSE;
  if (dbus_message_has_signature (answer, "(iiii)"))
    {
      dbus_message_iter_init (answer, &fields);
      dbus_message_iter_recurse (&fields, &numbers);
      for (guint i = 0; i < G_N_ELEMENTS (box); i++)
        {
          dbus_message_iter_get_basic (&numbers, &box[i]);
          dbus_message_iter_next (&numbers);
        }
      middle[0] = box[0] + box[2] / 2;
      middle[1] = box[1] + box[3] / 2;
      question = dbus_message_new_method_call (application->bus_name, item->path, COMPONENT, "Contains");
      dbus_message_append_args (question, DBUS_TYPE_INT32, &middle[0], DBUS_TYPE_INT32, &middle[1],
                                DBUS_TYPE_UINT32, &of_window, DBUS_TYPE_INVALID);
      dbus_message_unref (answer);
      answer = send_question (question);
      if (answer == NULL
          || !dbus_message_get_args (answer, NULL, DBUS_TYPE_BOOLEAN, &is_inside, DBUS_TYPE_INVALID))
        is_inside = FALSE;
    }
  g_clear_pointer (&answer, dbus_message_unref);
  return is_inside;
}

/* What is in something hidden is hidden as well, and is not asked. */
static gboolean
shows (AtspiApplication *application, const Census *census, Item *item)
{
  Item *parent = g_hash_table_lookup (census->paths, item->parent);

  if (item->showing == NOT_ASKED)
    {
      gboolean is_in_shown = parent == NULL || parent == item || shows (application, census, parent);

      item->showing =
          is_in_shown && (!item->has_place || contains_its_middle (application, item)) ? SHOWS : IS_HIDDEN;
    }
  return item->showing == SHOWS;
}

static gboolean
take_census (AtspiApplication *application, Census *census)
{
  DBusMessageIter fields, structures;

  census->answer = ask (application, "/org/a11y/atspi/cache", "org.a11y.atspi.Cache", "GetItems");
  if (census->answer == NULL || !dbus_message_has_signature (census->answer, "a((so)(so)(so)iiassusau)"))
    return FALSE;
  census->items = g_array_new (FALSE, FALSE, sizeof (Item));
  dbus_message_iter_init (census->answer, &fields);
  dbus_message_iter_recurse (&fields, &structures);
  for (; dbus_message_iter_get_arg_type (&structures) == DBUS_TYPE_STRUCT;
       dbus_message_iter_next (&structures))
    {
      Item item;

      read_item (&structures, &item);
      g_array_append_val (census->items, item);
    }
  census->paths = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < census->items->len; i++)
    {
      Item *item = &g_array_index (census->items, Item, i);

      g_hash_table_insert (census->paths, (gpointer) item->path, item);
    }
  for (guint i = 0; i < census->items->len; i++)
    {
      Item *parent = g_hash_table_lookup (census->paths, g_array_index (census->items, Item, i).parent);

      if (parent != NULL)
        parent->n_known++;
    }
  return TRUE;
}

/* The places of an item and of all that it is in, the outermost first: what compares as the tree is walked. NULL when it
 * is not in @ancestor, or hangs in nothing, as a dialog that was closed does. */
static GArray *
find_place (const Census *census, const Item *item, const char *ancestor)
{
  g_autoptr (GArray) place = g_array_new (FALSE, FALSE, sizeof (int));
  const Item *parent = item;

  do
    {
      g_array_prepend_val (place, parent->index);
      if (g_strcmp0 (parent->parent, ancestor) == 0)
        return g_steal_pointer (&place);
      parent = g_hash_table_lookup (census->paths, parent->parent);
    }
  while (parent != NULL && place->len < census->items->len);
  return NULL;
}

typedef struct
{
  Item *item;
  GArray *place; /* of int */
} Candidate;

static void
candidate_clear (gpointer data)
{
  g_array_unref (((Candidate *) data)->place);
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const GArray *one = ((const Candidate *) a)->place, *other = ((const Candidate *) b)->place;

  for (guint i = 0; i < one->len && i < other->len; i++)
    {
      int difference = g_array_index (one, int, i) - g_array_index (other, int, i);

      if (difference != 0)
        return difference;
    }
  return (int) one->len - (int) other->len;
}

static GArray *
find_candidates (const Census *census, const char *ancestor, AtspiRole role, const char *name)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  g_array_set_clear_func (candidates, candidate_clear);
  for (guint i = 0; i < census->items->len; i++)
    {
      Candidate candidate = { .item = &g_array_index (census->items, Item, i) };
      g_autofree char *shown = NULL;

      if (role != XC_ANY_ROLE && candidate.item->role != role)
        continue;
      shown = xc_tree_dup_shown_name (candidate.item->name);
      if (name != NULL && !g_pattern_match_simple (name, shown))
        continue;
      candidate.place = find_place (census, candidate.item, ancestor);
      if (candidate.place != NULL)
        g_array_append_val (candidates, candidate);
    }
  g_array_sort (candidates, compare_candidates);
  return candidates;
}

/* As libatspi makes one for each path that it is told; the one that it has already is taken. */
static AtspiAccessible *
make_accessible (AtspiApplication *application, const char *path)
{
  AtspiAccessible *accessible =
      application->hash != NULL ? g_hash_table_lookup (application->hash, path) : NULL;

  if (accessible != NULL)
    return g_object_ref (accessible);
  accessible = g_object_new (ATSPI_TYPE_ACCESSIBLE, NULL);
  accessible->parent.app = g_object_ref (application);
  accessible->parent.path = g_strdup (path);
  return accessible;
}

/* The counts of its children: when they are the same as when it was asked, it is not asked again. */
static gpointer
get_counts (const Item *item)
{
  return GUINT_TO_POINTER ((guint) item->n_children << 16 | (guint) item->n_known);
}

/* Whether the cache knows more now. */
static gboolean
learn_children (AtspiApplication *application, const Census *census, const char *ancestor, GHashTable *asked)
{
  gboolean has_learned = FALSE;

  for (guint i = 0; i < census->items->len; i++)
    {
      Item *item = &g_array_index (census->items, Item, i);
      g_autoptr (GArray) place = NULL;
      DBusMessage *answer;

      if (asked != NULL ? item->n_known >= item->n_children
                              || g_hash_table_lookup (asked, item->path) == get_counts (item)
                        : item->n_children == 0)
        continue;
      place = g_str_equal (item->path, ancestor) ? g_array_new (FALSE, FALSE, sizeof (int))
                                                 : find_place (census, item, ancestor);
      if (place == NULL || !shows (application, census, item))
        continue;
      if (asked != NULL)
        g_hash_table_insert (asked, g_strdup (item->path), get_counts (item));
      answer = ask (application, item->path, "org.a11y.atspi.Accessible", "GetChildren");
      if (answer != NULL)
        dbus_message_unref (answer);
      has_learned = TRUE;
    }
  return has_learned;
}

static AtspiAccessible *
find_shown (AtspiApplication *application, const Census *census, const char *ancestor, AtspiRole role,
            const char *name)
{
  g_autoptr (GArray) candidates = find_candidates (census, ancestor, role, name);

  for (guint i = 0; i < candidates->len; i++)
    {
      Item *item = g_array_index (candidates, Candidate, i).item;

      if (shows (application, census, item))
        return make_accessible (application, item->path);
    }
  return NULL;
}

/**
 * xc_census_find:
 * @self: the journey
 * @root: its program
 * @ancestor: (nullable): what it is in, or %NULL for the whole program
 * @role: a role, or %XC_ANY_ROLE
 * @name: (nullable): a name, with * for what may stand there
 * @is_thorough: whether every widget that shows is asked for its children first: what took the place of another widget
 *   is not counted as new
 *
 * Returns: (transfer full) (nullable): the first widget that shows now and is so
 */
AtspiAccessible *
xc_census_find (XcJourney *self, AtspiAccessible *root, AtspiAccessible *ancestor, AtspiRole role,
                const char *name, gboolean is_thorough)
{
  AtspiApplication *application = root->parent.app;
  const char *path = (ancestor != NULL ? ancestor : root)->parent.path;
  g_autoptr (GPtrArray) windows = xc_tree_list_windows (self);

  for (guint n_known = 0;;)
    {
      g_auto (Census) census = { 0 };

      if (!take_census (application, &census))
        return NULL;
      /* Some widgets have children that the cache never gets to know: those are not asked for for ever. */
      if (census.items->len == n_known
          || !learn_children (application, &census, path, is_thorough ? NULL : self->asked))
        return find_shown (application, &census, path, role, name);
      n_known = census.items->len;
      is_thorough = FALSE;
    }
}
