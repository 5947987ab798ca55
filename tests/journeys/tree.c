/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walking the widgets as assistive technology sees them. A widget without a name cannot be found here, nor by a blind
 * user: give it one. */
#include "journey-private.h"

/* A long list reports every row that it ever made; what shows comes first. */
#define MOST_CHILDREN 400

/* So many times is the cache asked for a widget before all widgets are; then twice as many times, and so on. */
#define ASKED_IN_VAIN 4

static AtspiAccessible *
find_application (XcJourney *self)
{
  const char *identifier = g_subprocess_get_identifier (self->program);
  guint process = identifier != NULL ? atoi (identifier) : 0;
  g_autoptr (AtspiAccessible) desktop = atspi_get_desktop (0);
  int count = process != 0 ? atspi_accessible_get_child_count (desktop, NULL) : 0;

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
 * xc_tree_list_windows:
 * @self: the journey
 *
 * Asked for a window that was closed since they were counted, GTK 4.8 answers with one that was never shown, and with a
 * critical warning. So they are asked for at once, the last ones first.
 *
 * Returns: (transfer full): the windows of the program, shown or not
 */
GPtrArray *
xc_tree_list_windows (XcJourney *self)
{
  g_autoptr (AtspiAccessible) application = find_application (self);
  GPtrArray *windows = g_ptr_array_new_with_free_func (g_object_unref);

  for (int i = application != NULL ? atspi_accessible_get_child_count (application, NULL) - 1 : -1; i >= 0;
       i--)
    {
      AtspiAccessible *window = atspi_accessible_get_child_at_index (application, i, NULL);

      if (window != NULL)
        g_ptr_array_insert (windows, 0, window);
    }
  return windows;
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
  g_autoptr (GPtrArray) windows = xc_tree_list_windows (self);

  for (guint i = 0; i < windows->len; i++)
    if (visit (windows->pdata[i], 0, data) || xc_tree_walk (windows->pdata[i], 1, visit, data))
      return TRUE;
  return FALSE;
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
  g_autoptr (GPtrArray) windows = NULL;

  if (process == NULL || xc_screen_get_active_process () != (guint) atoi (process))
    return FALSE;
  windows = xc_tree_list_windows (self);
  for (guint i = 0; i < windows->len; i++)
    if (xc_tree_shows (windows->pdata[i]))
      return TRUE;
  return FALSE;
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
 * xc_tree_dup_shown_name:
 * @name: (nullable): a name as it was told
 *
 * GTK 4.8 calls a button with a mnemonic by its label as it was written and as it is shown, "_Open Open".
 *
 * Returns: (transfer full): the name as it is shown
 */
char *
xc_tree_dup_shown_name (const char *name)
{
  gsize length = name != NULL ? strlen (name) : 0;
  gsize shown = length >= 4 && length % 2 == 0 ? length / 2 - 1 : 0;

  if (shown > 0 && name[shown + 1] == ' ')
    {
      g_autofree char *written = g_strndup (name, shown + 1);
      g_auto (GStrv) parts = g_strsplit (written, "_", 2);
      g_autofree char *without_mark = g_strjoinv ("", parts);

      if (g_str_equal (without_mark, name + shown + 2))
        return g_steal_pointer (&without_mark);
    }
  return g_strdup (name != NULL ? name : "");
}

/**
 * xc_tree_get_name:
 * @node: a widget
 *
 * Returns: (transfer full): its name as it is shown
 */
char *
xc_tree_get_name (AtspiAccessible *node)
{
  g_autofree char *name = atspi_accessible_get_name (node, NULL);

  return xc_tree_dup_shown_name (name);
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

  return words != NULL ? words : xc_tree_get_name (node);
}

typedef struct
{
  XcJourney *journey;
  AtspiAccessible *ancestor;
  AtspiRole role;
  const char *name;
  AtspiAccessible *found;
  guint n_asked;
} Search;

static gboolean
is_power_of_two (guint number)
{
  return (number & (number - 1)) == 0;
}

static gboolean
has_match (gpointer data)
{
  Search *search = data;
  g_autoptr (AtspiAccessible) application = find_application (search->journey);

  if (application == NULL)
    return FALSE;
  search->n_asked++;
  search->found = xc_census_find (search->journey, application, search->ancestor, search->role, search->name,
                                  search->n_asked >= ASKED_IN_VAIN && is_power_of_two (search->n_asked));
  if (search->found != NULL)
    g_ptr_array_add (search->journey->found, search->found);
  return search->found != NULL;
}

static gboolean
has_no_match (gpointer data)
{
  return !has_match (data);
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

  if (has_match (&search))
    return TRUE;
  search.n_asked = ASKED_IN_VAIN - 1;
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
