/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys, pointer and pictures of the X server, as they come from the hand and go to the eye. */
#include "journey-private.h"

#include <X11/Xatom.h>
#include <X11/XKBlib.h>
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XTest.h>
#include <cairo-xlib.h>
#include <string.h>

static Display *display;

/* A window may be gone before it is asked for; who asks sees that there is no answer. */
static int
ignore_error (Display *of, XErrorEvent *event)
{
  return 0;
}

/* The number or window that a property of @window holds, or 0. */
static unsigned long
get_property (Window window, const char *property, Atom wanted_type)
{
  Atom type;
  int format;
  unsigned long count, left;
  unsigned char *value = NULL;
  unsigned long found = 0;

  if (XGetWindowProperty (display, window, XInternAtom (display, property, False), 0, 1, False, wanted_type,
                          &type, &format, &count, &left, &value)
          == Success
      && type == wanted_type && format == 32 && count == 1)
    found = *(unsigned long *) (gpointer) value;
  if (value != NULL)
    XFree (value);
  return found;
}

static Window
get_active (void)
{
  return get_property (DefaultRootWindow (display), "_NET_ACTIVE_WINDOW", XA_WINDOW);
}

/**
 * xc_screen_has_manager:
 * @data: ignored
 *
 * Returns: whether a window manager is ready
 */
gboolean
xc_screen_has_manager (gpointer data)
{
  return get_property (DefaultRootWindow (display), "_NET_SUPPORTING_WM_CHECK", XA_WINDOW) != None;
}

/**
 * xc_screen_get_active_process:
 *
 * Returns: the process id of the program whose window has the keyboard, or 0
 */
guint
xc_screen_get_active_process (void)
{
  Window active = get_active ();

  return active != None ? get_property (active, "_NET_WM_PID", XA_CARDINAL) : 0;
}

/**
 * xc_screen_get_active_origin:
 * @x: (out): pixels from the left of the screen
 * @y: (out): pixels from its top
 *
 * Where the active window is: assistive technology is told places within windows only.
 */
void
xc_screen_get_active_origin (int *x, int *y)
{
  Window active = get_active ();
  Window child;

  *x = *y = 0;
  if (active != None)
    XTranslateCoordinates (display, active, DefaultRootWindow (display), 0, 0, x, y, &child);
}

/**
 * xc_screen_close_active:
 *
 * Asks the window manager to close the active window, as the button in its corner does.
 */
void
xc_screen_close_active (void)
{
  Window root = DefaultRootWindow (display);
  XEvent event = { .xclient = { .type = ClientMessage,
                                .window = get_active (),
                                .message_type = XInternAtom (display, "_NET_CLOSE_WINDOW", False),
                                .format = 32 } };

  if (event.xclient.window == None)
    return;
  event.xclient.data.l[1] = 2;
  XSendEvent (display, root, False, SubstructureRedirectMask | SubstructureNotifyMask, &event);
  XSync (display, False);
}

/**
 * xc_screen_set_resource:
 * @line: a resource of X, as "Xft.dpi: 96"
 *
 * For programs that are started from now on.
 */
void
xc_screen_set_resource (const char *line)
{
  XChangeProperty (display, DefaultRootWindow (display), XA_RESOURCE_MANAGER, XA_STRING, 8, PropModeReplace,
                   (const unsigned char *) line, (int) strlen (line));
  XSync (display, False);
}

/* The keys that the keyboard has no symbol for, and the symbols that they were lent. */
static struct
{
  KeyCode key;
  KeySym symbol;
  gboolean is_struck; /* and perhaps not read yet */
} spare_keys[255];
static guint n_spare_keys;

static void
find_spare_keys (void)
{
  int first, last, width;
  KeySym *map;

  XDisplayKeycodes (display, &first, &last);
  map = XGetKeyboardMapping (display, first, last - first + 1, &width);
  for (int key = first; key <= last; key++)
    {
      gboolean is_spare = TRUE;

      for (int i = 0; i < width; i++)
        is_spare = is_spare && map[(key - first) * width + i] == NoSymbol;
      if (is_spare)
        spare_keys[n_spare_keys++].key = key;
    }
  XFree (map);
  g_assert_cmpuint (n_spare_keys, >, 8);
}

/**
 * xc_screen_open:
 *
 * Connects to the server that DISPLAY names.
 */
void
xc_screen_open (void)
{
  display = XOpenDisplay (NULL);
  g_assert_nonnull (display);
  XSetErrorHandler (ignore_error);
  find_spare_keys ();
  /* Answers to pings are sent there. */
  XSelectInput (display, DefaultRootWindow (display), SubstructureNotifyMask);
}

/* Whether the answer to the ping of this number has come. */
static gboolean
has_answer (long number)
{
  while (XPending (display) > 0)
    {
      XEvent event;

      XNextEvent (display, &event);
      if (event.type == ClientMessage
          && event.xclient.message_type == XInternAtom (display, "WM_PROTOCOLS", False)
          && event.xclient.data.l[1] == number)
        return TRUE;
    }
  return FALSE;
}

/* Waits until the program has read every event up to now: window managers ask so whether a program still lives, and it
 * answers in the order of the events. One whose window went away does not answer any more. */
static void
wait_until_read (void)
{
  static long number;
  Window active = get_active ();
  XWindowAttributes attributes;
  gint64 end = g_get_monotonic_time () + XC_JOURNEY_PATIENCE * G_USEC_PER_SEC;
  XEvent event = { .xclient = { .type = ClientMessage,
                                .window = active,
                                .message_type = XInternAtom (display, "WM_PROTOCOLS", False),
                                .format = 32 } };

  if (active == None)
    return;
  event.xclient.data.l[0] = XInternAtom (display, "_NET_WM_PING", False);
  event.xclient.data.l[1] = ++number;
  event.xclient.data.l[2] = active;
  XSendEvent (display, active, False, NoEventMask, &event);
  XSync (display, False);
  while (!has_answer (number) && XGetWindowAttributes (display, active, &attributes) != 0
         && g_get_monotonic_time () < end)
    g_usleep (1000);
  for (guint i = 0; i < n_spare_keys; i++)
    spare_keys[i].is_struck = FALSE;
}

/* They are taken in turn. A program reads the map of the keys when it reads a key, so none may change before. */
static KeyCode
lend_key (KeySym symbol)
{
  static guint next;
  KeySym both[] = { symbol, symbol };
  guint i = 0;

  while (i < n_spare_keys && spare_keys[i].symbol != symbol)
    i++;
  if (i == n_spare_keys)
    {
      i = next++ % n_spare_keys;
      if (spare_keys[i].is_struck)
        wait_until_read ();
      spare_keys[i].symbol = symbol;
      XChangeKeyboardMapping (display, spare_keys[i].key, G_N_ELEMENTS (both), both, 1);
      XSync (display, False);
    }
  spare_keys[i].is_struck = TRUE;
  return spare_keys[i].key;
}

static void
strike (KeyCode key, gboolean is_down)
{
  XTestFakeKeyEvent (display, key, is_down, CurrentTime);
}

static void
strike_symbol (KeySym symbol)
{
  KeyCode shift = XKeysymToKeycode (display, XK_Shift_L);
  KeyCode key = XKeysymToKeycode (display, symbol);
  gboolean is_shifted = FALSE;

  if (key != 0 && XkbKeycodeToKeysym (display, key, 0, 0) != symbol)
    is_shifted = XkbKeycodeToKeysym (display, key, 0, 1) == symbol;
  if (key == 0 || (!is_shifted && XkbKeycodeToKeysym (display, key, 0, 0) != symbol))
    key = lend_key (symbol);
  if (is_shifted)
    strike (shift, TRUE);
  strike (key, TRUE);
  strike (key, FALSE);
  if (is_shifted)
    strike (shift, FALSE);
  XSync (display, False);
}

/**
 * xc_screen_press:
 * @key: a key with its modifiers, written as accelerators are: "<Control><Shift>z", "Return"
 *
 * Presses and releases it, and waits until the program has read that.
 */
void
xc_screen_press (const char *key)
{
  static const struct
  {
    const char *name;
    KeySym symbol;
  } modifiers[] = { { "<Control>", XK_Control_L }, { "<Shift>", XK_Shift_L }, { "<Alt>", XK_Alt_L } };
  KeyCode held[G_N_ELEMENTS (modifiers)];
  guint n_held = 0;
  KeySym symbol;

  while (*key == '<')
    {
      guint i = 0;

      while (i < G_N_ELEMENTS (modifiers) && !g_str_has_prefix (key, modifiers[i].name))
        i++;
      g_assert_cmpuint (i, <, G_N_ELEMENTS (modifiers));
      g_assert_cmpuint (n_held, <, G_N_ELEMENTS (held));
      held[n_held] = XKeysymToKeycode (display, modifiers[i].symbol);
      strike (held[n_held++], TRUE);
      key += strlen (modifiers[i].name);
    }
  symbol = XStringToKeysym (key);
  g_assert_cmpuint (symbol, !=, NoSymbol);
  strike_symbol (symbol);
  while (n_held > 0)
    strike (held[--n_held], FALSE);
  XSync (display, False);
  wait_until_read ();
}

/**
 * xc_screen_type:
 * @text: what is typed; a new line is Enter and a tab is Tab
 *
 * Types text of any language, a key a character, and waits until the program has read it.
 */
void
xc_screen_type (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (character == '\n')
        strike_symbol (XK_Return);
      else if (character == '\t')
        strike_symbol (XK_Tab);
      else
        strike_symbol (character < 0x100 ? character : 0x01000000 | character);
    }
  wait_until_read ();
}

/**
 * xc_screen_move:
 * @x: pixels from the left
 * @y: pixels from the top
 *
 * Moves the pointer.
 */
void
xc_screen_move (int x, int y)
{
  XTestFakeMotionEvent (display, DefaultScreen (display), x, y, CurrentTime);
  XSync (display, False);
}

/**
 * xc_screen_button:
 * @button: 1 for the left, 3 for the right one
 * @is_down: whether it goes down
 *
 * Presses or releases a button of the pointer, and waits until the program has read that.
 */
void
xc_screen_button (int button, gboolean is_down)
{
  XTestFakeButtonEvent (display, button, is_down, CurrentTime);
  XSync (display, False);
  wait_until_read ();
}

/**
 * xc_screen_click:
 * @button: 1 for the left, 3 for the right one
 * @times: how often; quickly enough for a double click on a busy machine too
 *
 * Clicks where the pointer is, and waits until the program has read that.
 */
void
xc_screen_click (int button, int times)
{
  for (int i = 0; i < times; i++)
    {
      XTestFakeButtonEvent (display, button, True, CurrentTime);
      XTestFakeButtonEvent (display, button, False, CurrentTime);
    }
  XSync (display, False);
  wait_until_read ();
}

/**
 * xc_screen_take_picture:
 * @file_name: where the PNG goes
 *
 * Returns: whether the whole screen is in @file_name now
 */
gboolean
xc_screen_take_picture (const char *file_name)
{
  int screen = DefaultScreen (display);
  cairo_surface_t *surface =
      cairo_xlib_surface_create (display, RootWindow (display, screen), DefaultVisual (display, screen),
                                 DisplayWidth (display, screen), DisplayHeight (display, screen));
  cairo_status_t status = cairo_surface_write_to_png (surface, file_name);

  cairo_surface_destroy (surface);
  return status == CAIRO_STATUS_SUCCESS;
}
