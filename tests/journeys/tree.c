/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walking the widgets as assistive technology sees them. A widget without a name cannot be found here, nor by a blind
 * user: give it one. */
#include "journey-private.h"

/* A long list reports every row that it ever made; what shows comes first. */
#define MOST_CHILDREN 400

static AtspiAccessible *
find_application (guint process)
{
  g_autoptr (AtspiAccessible) desktop = atspi_get_desktop (0);
  int count = atspi_accessible_get_child_count (desktop, NULL);

  for (int i = 0; i < count; i++)
    {
      g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (desktop, i, NULL);

      if (child != NULL && atspi_accessible_get_process_id (child, NULL) == process)
        return g_steal_pointer (&child);
    }
  return NULL;
}

/**
 * xc_tree_has_state:
 * @node: a widget
 * @state: a state
 *
 * Returns: whether it has that state now
 */
gboolean
xc_tree_has_state (AtspiAccessible *node, AtspiStateType state)
{
  g_autoptr (AtspiStateSet) states = atspi_accessible_get_state_set (node);

  return states != NULL && atspi_state_set_contains (states, state);
}

/**
 * xc_tree_shows:
 * @node: a widget
 *
 * GTK gives the state SHOWING to windows alone, and a widget of a hidden page keeps its place; but only one that is
 * mapped contains its own middle. What has no place at all is the page of a stack: its child tells.
 *
 * Returns: whether it is in the window now, if only out of sight in what scrolls
 */
gboolean
xc_tree_shows (AtspiAccessible *node)
{
  g_autoptr (AtspiComponent) component = atspi_accessible_get_component_iface (node);
  g_autofree AtspiRect *box = NULL;

  if (component == NULL)
    return TRUE;
  box = atspi_component_get_extents (component, ATSPI_COORD_TYPE_WINDOW, NULL);
  return box != NULL
         && atspi_component_contains (component, box->x + box->width / 2, box->y + box->height / 2,
                                      ATSPI_COORD_TYPE_WINDOW, NULL);
}

static gboolean
is_leaf (AtspiAccessible *node)
{
  AtspiRole role = atspi_accessible_get_role (node, NULL);

  return role == ATSPI_ROLE_LABEL || role == ATSPI_ROLE_ICON || role == ATSPI_ROLE_IMAGE
         || role == ATSPI_ROLE_SEPARATOR;
}

/**
 * xc_tree_walk:
 * @node: where to begin
 * @depth: what @visit is told of the depth of its children
 * @visit: called with each widget below @node, a parent before its children; a leaf need not show
 * @data: for @visit
 *
 * Returns: whether @visit returned %TRUE, which ends the walk
 */
gboolean
xc_tree_walk (AtspiAccessible *node, int depth, XcTreeFunc visit, gpointer data)
{
  int count = MIN (atspi_accessible_get_child_count (node, NULL), MOST_CHILDREN);

  /* Each question takes the time that the program needs to answer it: leaves are asked nothing here. */
  if (count <= 0 || !xc_tree_shows (node))
    return FALSE;
  for (int i = 0; i < count; i++)
    {
      g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (node, i, NULL);

      if (child != NULL
          && (visit (child, depth, data)
              || (!is_leaf (child) && xc_tree_walk (child, depth + 1, visit, data))))
        return TRUE;
    }
  return FALSE;
}

/**
 * xc_tree_walk_program:
 * @self: the journey
 * @visit: called with each widget of the program; a leaf need not show
 * @data: for @visit
 *
 * Returns: whether @visit returned %TRUE, which ends the walk
 */
gboolean
xc_tree_walk_program (XcJourney *self, XcTreeFunc visit, gpointer data)
{
  const char *process = g_subprocess_get_identifier (self->program);
  g_autoptr (AtspiAccessible) application = process != NULL ? find_application (atoi (process)) : NULL;
  g_autoptr (GPtrArray) windows = g_ptr_array_new_with_free_func (g_object_unref);

  /* Asked for a window that was closed since they were counted, GTK 4.8 answers with one that was never shown, and with
   * a critical warning. So they are asked for at once, the last ones first. */
  for (int i = application != NULL ? atspi_accessible_get_child_count (application, NULL) - 1 : -1; i >= 0;
       i--)
    {
      AtspiAccessible *window = atspi_accessible_get_child_at_index (application, i, NULL);

      if (window != NULL)
        g_ptr_array_insert (windows, 0, window);
    }
  for (guint i = 0; i < windows->len; i++)
    if (visit (windows->pdata[i], 0, data) || xc_tree_walk (windows->pdata[i], 1, visit, data))
      return TRUE;
  return FALSE;
}

static gboolean
is_window (AtspiAccessible *node, int depth, gpointer data)
{
  return depth == 0 && xc_tree_shows (node);
}

/**
 * xc_tree_has_keyboard:
 * @data: the journey
 *
 * Returns: whether one of the program's windows is up and has the keyboard
 */
gboolean
xc_tree_has_keyboard (gpointer data)
{
  XcJourney *self = data;
  const char *process = g_subprocess_get_identifier (self->program);

  return process != NULL && xc_screen_get_active_process () == (guint) atoi (process)
         && xc_tree_walk_program (self, is_window, NULL);
}

/**
 * xc_tree_get_text:
 * @node: a widget
 *
 * Returns: (transfer full) (nullable): the text in it, or %NULL when it is not of the kind that has one
 */
char *
xc_tree_get_text (AtspiAccessible *node)
{
  g_autoptr (AtspiText) text = atspi_accessible_get_text_iface (node);
  int length = text != NULL ? atspi_text_get_character_count (text, NULL) : -1;

  return length >= 0 ? atspi_text_get_text (text, 0, length, NULL) : NULL;
}

/**
 * xc_tree_get_name:
 * @node: a widget
 *
 * GTK 4.8 calls a button with a mnemonic by its label as it was written and as it is shown, "_Open Open".
 *
 * Returns: (transfer full): its name as it is shown
 */
char *
xc_tree_get_name (AtspiAccessible *node)
{
  char *name = atspi_accessible_get_name (node, NULL);
  gsize length = name != NULL ? strlen (name) : 0;
  gsize shown = length >= 4 && length % 2 == 0 ? length / 2 - 1 : 0;

  if (shown > 0 && name[shown + 1] == ' ')
    {
      g_auto (GStrv) parts = NULL;
      g_autofree char *without_mark = NULL;

      name[shown + 1] = '\0';
      parts = g_strsplit (name, "_", 2);
      without_mark = g_strjoinv ("", parts);
      name[shown + 1] = ' ';
      if (g_str_equal (without_mark, name + shown + 2))
        memmove (name, name + shown + 2, shown + 1);
    }
  return name;
}

/**
 * xc_tree_get_words:
 * @node: a widget
 *
 * Returns: (transfer full): its text, or its name when it is not of the kind that has one
 */
char *
xc_tree_get_words (AtspiAccessible *node)
{
  char *words = xc_tree_get_text (node);

  if (words == NULL)
    words = xc_tree_get_name (node);
  return words != NULL ? words : g_strdup ("");
}

typedef struct
{
  XcJourney *journey;
  AtspiAccessible *ancestor;
  AtspiRole role;
  const char *name;
  AtspiAccessible *found;
} Search;

static gboolean
visit_match (AtspiAccessible *node, int depth, gpointer data)
{
  Search *search = data;
  g_autofree char *name = NULL;

  if (search->role != XC_ANY_ROLE && atspi_accessible_get_role (node, NULL) != search->role)
    return FALSE;
  name = xc_tree_get_name (node);
  if (search->name != NULL && (name == NULL || !g_pattern_match_simple (search->name, name)))
    return FALSE;
  if (!xc_tree_shows (node))
    return FALSE;
  search->found = g_object_ref (node);
  return TRUE;
}

static gboolean
has_match (gpointer data)
{
  Search *search = data;

  if (search->ancestor != NULL)
    xc_tree_walk (search->ancestor, 0, visit_match, search);
  else
    xc_tree_walk_program (search->journey, visit_match, search);
  if (search->found != NULL)
    g_ptr_array_add (search->journey->found, search->found);
  return search->found != NULL;
}

static gboolean
has_no_match (gpointer data)
{
  Search *search = data;

  search->found = NULL;
  return !has_match (search);
}

/**
 * xc_tree_describe:
 * @role: a role, or %XC_ANY_ROLE
 * @name: (nullable): a name
 *
 * Returns: (transfer full): what is looked for, for messages
 */
char *
xc_tree_describe (AtspiRole role, const char *name)
{
  g_autofree char *role_name = role != XC_ANY_ROLE ? atspi_role_get_name (role) : g_strdup ("widget");

  return g_strdup_printf ("%s called “%s”", role_name, name != NULL ? name : "*");
}

/**
 * xc_journey_has:
 * @self: the journey
 * @role: its role, or %XC_ANY_ROLE
 * @name: (nullable): its name
 *
 * Returns: whether there is such a widget at this moment; nothing is waited for
 */
gboolean
xc_journey_has (XcJourney *self, AtspiRole role, const char *name)
{
  Search search = { .journey = self, .role = role, .name = name };

  return has_match (&search);
}

/**
 * xc_journey_find_in:
 * @self: the journey
 * @ancestor: (nullable): what it is in, or %NULL for the whole program
 * @role: its role, or %XC_ANY_ROLE
 * @name: (nullable): its name
 *
 * Waits for a widget.
 *
 * Returns: (transfer none): the first one; it belongs to the journey
 */
AtspiAccessible *
xc_journey_find_in (XcJourney *self, AtspiAccessible *ancestor, AtspiRole role, const char *name)
{
  Search search = { .journey = self, .ancestor = ancestor, .role = role, .name = name };

  if (!xc_journey_wait (self, has_match, &search))
    {
      g_autofree char *what = xc_tree_describe (role, name);

      xc_journey_fail (self, "there is no %s", what);
    }
  return search.found;
}

/**
 * xc_journey_find:
 * @self: the journey
 * @role: its role, or %XC_ANY_ROLE
 * @name: (nullable): its name
 *
 * Waits for a widget.
 *
 * Returns: (transfer none): the first one; it belongs to the journey
 */
AtspiAccessible *
xc_journey_find (XcJourney *self, AtspiRole role, const char *name)
{
  return xc_journey_find_in (self, NULL, role, name);
}

/**
 * xc_journey_wait_gone:
 * @self: the journey
 * @role: its role, or %XC_ANY_ROLE
 * @name: (nullable): its name
 *
 * Waits until no such widget shows.
 */
void
xc_journey_wait_gone (XcJourney *self, AtspiRole role, const char *name)
{
  Search search = { .journey = self, .role = role, .name = name };

  if (!xc_journey_wait (self, has_no_match, &search))
    {
      g_autofree char *what = xc_tree_describe (role, name);

      xc_journey_fail (self, "there is still a %s", what);
    }
}
