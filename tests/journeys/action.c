/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person does in the window: pressing, typing, pointing, and reading what is there. */
#include "journey-private.h"

/* Before keys are struck the program must have the keyboard: a window that has just come up may not have it yet. */
static void
wait_for_keyboard (XcJourney *self)
{
  if (!xc_journey_wait (self, xc_tree_has_keyboard, self))
    {
      g_autofree char *complaint =
          g_subprocess_get_identifier (self->program) == NULL ? xc_journey_get_complaint (self) : NULL;

      xc_journey_fail (self, "no window of the program has the keyboard%s%s", complaint != NULL ? ": " : "",
                       complaint != NULL ? complaint : "");
    }
}

/**
 * xc_journey_take_pointer_away:
 * @self: the journey
 *
 * From here on the journey goes by keys alone: whatever a keyboard cannot do fails it.
 */
void
xc_journey_take_pointer_away (XcJourney *self)
{
  /* Where nothing can be under it that answers to it. */
  xc_screen_move (0, 0);
  self->has_keys_alone = TRUE;
}

static void
check_not_by_keys (XcJourney *self, const char *what)
{
  if (self->has_keys_alone)
    xc_journey_fail (self, "this is not done by keys: %s", what);
}

/**
 * xc_journey_press:
 * @self: the journey
 * @key: a key with its modifiers, written as accelerators are: "<Control>z", "Return", "F9"
 * @...: more keys, ended by %NULL
 *
 * Presses keys, one after the other.
 */
void
xc_journey_press (XcJourney *self, const char *key, ...)
{
  va_list list;

  wait_for_keyboard (self);
  va_start (list, key);
  for (; key != NULL; key = va_arg (list, const char *))
    xc_screen_press (key);
  va_end (list);
}

/**
 * xc_journey_type:
 * @self: the journey
 * @text: of any language; a new line is Enter, a tab Tab
 *
 * Types on the keyboard.
 */
void
xc_journey_type (XcJourney *self, const char *text)
{
  wait_for_keyboard (self);
  xc_screen_type (text);
}

/**
 * xc_journey_activate:
 * @self: the journey
 * @role: its role
 * @name: its name
 *
 * Does what a widget is for, as a screen reader does: a button is pressed, a switch turned.
 */
void
xc_journey_activate (XcJourney *self, AtspiRole role, const char *name)
{
  AtspiAccessible *node = xc_journey_find (self, role, name);
  g_autoptr (AtspiAction) action = atspi_accessible_get_action_iface (node);

  check_not_by_keys (self, name);
  if (action == NULL || !atspi_action_do_action (action, 0, NULL))
    {
      g_autofree char *what = xc_tree_describe (role, name);

      xc_journey_fail (self, "the %s does nothing", what);
    }
}

/* Of menu buttons and drop-downs the button inside has the focus. */
static gboolean
has_focus (AtspiAccessible *node)
{
  g_autoptr (AtspiAccessible) inner = NULL;

  if (xc_tree_has_state (node, ATSPI_STATE_FOCUSED))
    return TRUE;
  inner = atspi_accessible_get_child_at_index (node, 0, NULL);
  return inner != NULL && xc_tree_has_state (inner, ATSPI_STATE_FOCUSED);
}

static void
go_by_key (XcJourney *self, AtspiRole role, const char *name, const char *key)
{
  enum
  {
    MOST_TABS = 200,
    LOOKS = 5
  };
  AtspiAccessible *node = xc_journey_find (self, role, name);
  g_autofree char *what = NULL;

  wait_for_keyboard (self);
  for (int i = 0; i < MOST_TABS; i++)
    {
      /* What has been read is not yet done; one look too few only goes round once more. */
      for (int j = 0; j < LOOKS; j++)
        {
          if (has_focus (node))
            return;
          g_usleep (10000);
        }
      xc_screen_press (key);
    }
  what = xc_tree_describe (role, name);
  xc_journey_fail (self, "%s does not lead to the %s", key, what);
}

/**
 * xc_journey_tab_to:
 * @self: the journey
 * @role: its role
 * @name: its name
 *
 * Goes to a widget as one does without a pointer: by Tab, from where the keyboard is, until it gets there.
 */
void
xc_journey_tab_to (XcJourney *self, AtspiRole role, const char *name)
{
  go_by_key (self, role, name, "Tab");
}

/**
 * xc_journey_tab_back_to:
 * @self: the journey
 * @role: its role
 * @name: its name
 *
 * The same by Shift and Tab, to what is before.
 */
void
xc_journey_tab_back_to (XcJourney *self, AtspiRole role, const char *name)
{
  go_by_key (self, role, name, "<Shift>Tab");
}

static void
put_text (XcJourney *self, AtspiRole role, const char *name, const char *text)
{
  AtspiAccessible *node = xc_journey_find (self, role, name);
  g_autoptr (AtspiEditableText) editable = atspi_accessible_get_editable_text_iface (node);

  if (editable == NULL || !atspi_editable_text_set_text_contents (editable, text, NULL))
    {
      g_autofree char *what = xc_tree_describe (role, name);

      xc_journey_fail (self, "the %s takes no text", what);
    }
}

/**
 * xc_journey_set_text:
 * @self: the journey
 * @role: its role
 * @name: its name
 * @text: what stands in it from now on
 *
 * Puts text into a widget at once, as an input method does.
 */
void
xc_journey_set_text (XcJourney *self, AtspiRole role, const char *name, const char *text)
{
  check_not_by_keys (self, name);
  put_text (self, role, name, text);
}

/**
 * xc_journey_copy_elsewhere:
 * @self: the journey
 * @role: the role of the text that has the focus
 * @name: its name
 * @text: what another program has put into the clipboard
 *
 * It goes there by way of the text, which is empty after it.
 */
void
xc_journey_copy_elsewhere (XcJourney *self, AtspiRole role, const char *name, const char *text)
{
  put_text (self, role, name, text);
  xc_journey_press (self, "<Control>a", "<Control>x", NULL);
}

static gboolean
node_has_focus (gpointer node)
{
  return xc_tree_has_state (node, ATSPI_STATE_FOCUSED);
}

/**
 * xc_journey_save_as:
 * @self: the journey
 * @title: of the toolkit's dialog that asks where something is saved
 * @path: where
 *
 * Waits for the dialog, whose name has the focus some time after its window has the keyboard, and tells it.
 */
void
xc_journey_save_as (XcJourney *self, const char *title, const char *path)
{
  AtspiAccessible *name;

  xc_journey_wait_window (self, title);
  name = xc_journey_find_in (self, xc_journey_find (self, XC_ANY_ROLE, title), ATSPI_ROLE_TEXT, NULL);
  if (!xc_journey_wait (self, node_has_focus, name))
    xc_journey_fail (self, "the name of “%s” has not the focus", title);
  xc_journey_press (self, "<Control>a", NULL);
  xc_journey_type (self, path);
  xc_journey_press (self, "Return", NULL);
}

/* The middle of a widget of the active window, on the screen. */
typedef struct
{
  AtspiComponent *component;
  AtspiRect box;
} Place;

/* What has just come into the window has no place until it is drawn, and moves what is below it. */
static gboolean
is_at_rest (gpointer data)
{
  Place *place = data;
  g_autofree AtspiRect *box = atspi_component_get_extents (place->component, ATSPI_COORD_TYPE_WINDOW, NULL);
  AtspiRect before = place->box;

  if (box == NULL)
    return FALSE;
  place->box = *box;
  return box->width > 0 && box->x == before.x && box->y == before.y && box->width == before.width;
}

static void
get_middle (XcJourney *self, AtspiAccessible *node, int *x, int *y)
{
  g_autoptr (AtspiComponent) component = atspi_accessible_get_component_iface (node);
  Place place = { component };

  check_not_by_keys (self, "pointing");
  wait_for_keyboard (self);
  g_assert_nonnull (component);
  g_assert_true (xc_journey_wait (self, is_at_rest, &place));
  xc_screen_get_active_origin (x, y);
  *x += place.box.x + place.box.width / 2;
  *y += place.box.y + place.box.height / 2;
}

static void
click (XcJourney *self, AtspiRole role, const char *name, int button, int times)
{
  int x, y;

  get_middle (self, xc_journey_find (self, role, name), &x, &y);
  xc_screen_move (x, y);
  xc_screen_click (button, times);
}

/**
 * xc_journey_click:
 * @self: the journey
 * @role: its role
 * @name: its name
 *
 * Clicks in the middle of a widget of the active window. (What is in a menu has no place that can be known: use keys.)
 */
void
xc_journey_click (XcJourney *self, AtspiRole role, const char *name)
{
  click (self, role, name, 1, 1);
}

/**
 * xc_journey_double_click:
 * @self: the journey
 * @role: its role
 * @name: its name
 *
 * Clicks twice.
 */
void
xc_journey_double_click (XcJourney *self, AtspiRole role, const char *name)
{
  click (self, role, name, 1, 2);
}

/**
 * xc_journey_click_right:
 * @self: the journey
 * @role: its role
 * @name: its name
 *
 * Clicks with the button that opens menus.
 */
void
xc_journey_click_right (XcJourney *self, AtspiRole role, const char *name)
{
  click (self, role, name, 3, 1);
}

/**
 * xc_journey_drag:
 * @self: the journey
 * @from: what is taken
 * @to: where it is let go, in the same window
 *
 * Drags with the pointer, in steps as a hand does.
 */
void
xc_journey_drag (XcJourney *self, AtspiAccessible *from, AtspiAccessible *to)
{
  enum
  {
    STEPS = 12
  };
  int x, y, end_x, end_y;

  get_middle (self, from, &x, &y);
  get_middle (self, to, &end_x, &end_y);
  xc_screen_move (x, y);
  xc_screen_button (1, TRUE);
  for (int i = 1; i <= STEPS; i++)
    {
      xc_screen_move (x + (end_x - x) * i / STEPS, y + (end_y - y) * i / STEPS);
      /* A drop is accepted in answer to the motions before it: each is one frame of the program's. */
      g_usleep (20000);
    }
  xc_screen_button (1, FALSE);
}
