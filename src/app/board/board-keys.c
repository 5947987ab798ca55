/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The board by keys: arrows go from list to list, the number of a team gives to it. */
#include "app/board/assignment-board-private.h"

/* How long the second digit of a team’s number is waited for. */
#define SECOND_DIGIT_MS 800

static int
get_digit (guint keyval)
{
  if (keyval >= GDK_KEY_0 && keyval <= GDK_KEY_9)
    return (int) (keyval - GDK_KEY_0);
  if (keyval >= GDK_KEY_KP_0 && keyval <= GDK_KEY_KP_9)
    return (int) (keyval - GDK_KEY_KP_0);
  return -1;
}

static void
forget_digit (XcAssignmentBoard *self)
{
  g_clear_handle_id (&self->typed_source, g_source_remove);
  self->typed = 0;
}

static void
give (XcAssignmentBoard *self, int ordinal)
{
  forget_digit (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "board.give", "i", ordinal);
}

static gboolean
no_second_digit_cb (gpointer data)
{
  XcAssignmentBoard *self = data;

  self->typed_source = 0;
  give (self, self->typed);
  return G_SOURCE_REMOVE;
}

/* Whether there is a team whose number begins with @digit and goes on. */
static gboolean
may_go_on (XcAssignmentBoard *self, int digit)
{
  for (guint i = 0; i < self->data->teams->len; i++)
    if (((const XcBoardTeam *) self->data->teams->pdata[i])->ordinal / 10 == digit)
      return TRUE;
  return FALSE;
}

static void
type_digit (XcAssignmentBoard *self, int digit)
{
  if (self->typed != 0)
    give (self, self->typed * 10 + digit);
  else if (digit == 0)
    gtk_widget_error_bell (GTK_WIDGET (self));
  else if (may_go_on (self, digit))
    {
      self->typed = digit;
      self->typed_source = g_timeout_add (SECOND_DIGIT_MS, no_second_digit_cb, self);
    }
  else
    give (self, digit);
}

/* The next list that has any row. */
static gboolean
go_beside (XcAssignmentBoard *self, XcBoardList *list, int step)
{
  guint position = xc_board_list_get_focused (list);
  guint at;

  if (!g_ptr_array_find (self->lists, list, &at))
    return FALSE;
  for (int i = (int) at + step; i >= 0 && i < (int) self->lists->len; i += step)
    if (xc_board_list_focus_row (self->lists->pdata[i], position))
      return TRUE;
  return FALSE;
}

static gboolean
press_plain (XcAssignmentBoard *self, XcBoardList *list, guint keyval)
{
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      go_beside (self, list, is_rtl ? 1 : -1);
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      go_beside (self, list, is_rtl ? -1 : 1);
      return TRUE;
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      return xc_board_list_expand (list, TRUE);
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      return xc_board_list_expand (list, FALSE);
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      gtk_widget_activate_action (GTK_WIDGET (self), "board.take-back", NULL);
      return TRUE;
    case GDK_KEY_F2:
      gtk_widget_activate_action (GTK_WIDGET (self), "board.edit", NULL);
      return TRUE;
    case GDK_KEY_F4:
      gtk_widget_activate_action (GTK_WIDGET (self), "board.explain", NULL);
      return TRUE;
    case GDK_KEY_Menu:
      gtk_widget_activate_action (GTK_WIDGET (self), "board.show-menu", NULL);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
key_pressed_cb (XcAssignmentBoard *self, guint keyval, guint keycode, GdkModifierType state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  XcBoardList *list = xc_assignment_board_get_active (self);
  int digit = get_digit (keyval);

  /* Entries and drop-down lists have keys of their own. */
  if (self->data == NULL || !xc_board_list_has_focus (list))
    return FALSE;
  if (keyval == GDK_KEY_F10 && modifiers == GDK_SHIFT_MASK)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "board.show-menu", NULL);
      return TRUE;
    }
  if ((modifiers & ~GDK_SHIFT_MASK) != 0 || (modifiers != 0 && keyval != GDK_KEY_plus))
    return FALSE;
  if (digit < 0)
    {
      forget_digit (self);
      return press_plain (self, list, keyval);
    }
  type_digit (self, digit);
  return TRUE;
}

void
xc_board_keys_set_up (XcAssignmentBoard *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  /* Before the lists, which would take the arrows. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
