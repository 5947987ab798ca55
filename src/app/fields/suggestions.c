/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/fields/suggestions.h"

#include <glib/gi18n-lib.h>

#include "app/cut-text.h"

struct _XcSuggestions
{
  GtkPopover parent_instance;

  gboolean is_wrapping; /* texts are long, and all of them is to be read */

  /* Borrowed: of its own tree */
  GtkListBox *rows;
  GtkWidget *typed_into;
};

G_DEFINE_FINAL_TYPE (XcSuggestions, xc_suggestions, GTK_TYPE_POPOVER)

static guint wanted_signal, chosen_signal;

static void
choose_row (XcSuggestions *self, GtkListBoxRow *row)
{
  gint64 id = *(gint64 *) g_object_get_data (G_OBJECT (row), "id");

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, chosen_signal, 0, id);
}

/* Chords only: letters come from the input method. */
static gboolean
go_down (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  XcSuggestions *self = data;
  GtkListBoxRow *row;

  if (!gtk_widget_is_visible (GTK_WIDGET (self)))
    g_signal_emit (self, wanted_signal, 0);
  row = gtk_list_box_get_row_at_index (self->rows, 0);
  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
xc_suggestions_class_init (XcSuggestionsClass *class)
{
  wanted_signal =
      g_signal_new ("wanted", XC_TYPE_SUGGESTIONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  chosen_signal = g_signal_new ("chosen", XC_TYPE_SUGGESTIONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
xc_suggestions_init (XcSuggestions *self)
{
  GtkWidget *rows = gtk_list_box_new ();

  self->rows = GTK_LIST_BOX (rows);
  gtk_accessible_update_property (GTK_ACCESSIBLE (rows), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Suggestions"),
                                  -1);
  g_signal_connect_swapped (rows, "row-activated", G_CALLBACK (choose_row), self);
  gtk_popover_set_child (GTK_POPOVER (self), rows);
  gtk_popover_set_autohide (GTK_POPOVER (self), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self), GTK_POS_BOTTOM);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_size_request (GTK_WIDGET (self), 260, -1);
  gtk_widget_add_css_class (GTK_WIDGET (self), "menu");
  xc_cut_text_tell (GTK_WIDGET (self));
}

/* Closed by Escape, they leave the focus where it came from. */
static void
closed_cb (XcSuggestions *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    gtk_widget_grab_focus (self->typed_into);
}

static XcSuggestions *
make (GtkWidget *parent, GtkWidget *typed_into, GdkModifierType modifiers)
{
  XcSuggestions *self = g_object_new (XC_TYPE_SUGGESTIONS, NULL);
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  self->typed_into = typed_into;
  gtk_widget_set_parent (GTK_WIDGET (self), parent);
  g_signal_connect (self, "closed", G_CALLBACK (closed_cb), NULL);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Down, modifiers),
                                                          gtk_callback_action_new (go_down, self, NULL)));
  gtk_event_controller_set_propagation_phase (shortcuts, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (typed_into, shortcuts);
  return self;
}

/**
 * xc_suggestions_new:
 * @entry: what is typed into; takes them out of the tree by gtk_widget_unparent() when it goes
 *
 * Returns: (transfer none): suggestions below @entry, none yet
 */
XcSuggestions *
xc_suggestions_new (GtkEntry *entry)
{
  return make (GTK_WIDGET (entry), GTK_WIDGET (entry), 0);
}

/**
 * xc_suggestions_new_for_text:
 * @parent: what stands below the text; takes them out of the tree by gtk_widget_unparent() when it goes
 * @view: the text; Alt+Down goes into the suggestions, as Down goes to its next line
 *
 * For texts of several lines: all of each suggestion is shown.
 *
 * Returns: (transfer none): suggestions below @parent, none yet
 */
XcSuggestions *
xc_suggestions_new_for_text (GtkWidget *parent, GtkTextView *view)
{
  XcSuggestions *self = make (parent, GTK_WIDGET (view), GDK_ALT_MASK);

  self->is_wrapping = TRUE;
  return self;
}

void
xc_suggestions_clear (XcSuggestions *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_list_box_remove (self->rows, row);
}

/**
 * xc_suggestions_add:
 * @self: suggestions
 * @id: of a row
 * @title: what it is called
 * @detail: (nullable): what tells it from others, behind that
 *
 * Adds it behind the others, unless there are as many as fit.
 */
void
xc_suggestions_add (XcSuggestions *self, gint64 id, const char *title, const char *detail)
{
  GtkWidget *row, *box;
  gint64 *kept;

  if (gtk_list_box_get_row_at_index (self->rows, XC_SUGGESTIONS_MAX - 1) != NULL)
    return;
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *label = i == 0 || detail != NULL ? gtk_label_new (i == 0 ? title : detail) : NULL;

      if (label == NULL)
        continue;
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      if (self->is_wrapping)
        {
          gtk_label_set_wrap (GTK_LABEL (label), TRUE);
          gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
          gtk_label_set_lines (GTK_LABEL (label), 3);
          gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
        }
      if (i > 0)
        {
          gtk_widget_set_hexpand (label, TRUE);
          gtk_label_set_max_width_chars (GTK_LABEL (label), 12);
          gtk_widget_add_css_class (label, "caption");
          gtk_widget_add_css_class (label, "dim-label");
        }
      gtk_box_append (GTK_BOX (box), label);
    }
  row = gtk_list_box_row_new ();
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  if (detail != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, detail, -1);
  kept = g_new (gint64, 1);
  *kept = id;
  g_object_set_data_full (G_OBJECT (row), "id", kept, g_free);
  gtk_list_box_append (self->rows, row);
}

/**
 * xc_suggestions_show:
 * @self: suggestions
 *
 * Shows them if there are any.
 */
void
xc_suggestions_show (XcSuggestions *self)
{
  if (gtk_list_box_get_row_at_index (self->rows, 0) == NULL)
    {
      gtk_popover_popdown (GTK_POPOVER (self));
      return;
    }
  gtk_popover_popup (GTK_POPOVER (self));
  /* Otherwise it stays as large as it was with more of them. */
  gtk_popover_present (GTK_POPOVER (self));
}

/**
 * xc_suggestions_take_first:
 * @self: suggestions
 *
 * Returns: whether they are shown; then the first one is chosen
 */
gboolean
xc_suggestions_take_first (XcSuggestions *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->rows, 0);

  if (row == NULL || !gtk_widget_is_visible (GTK_WIDGET (self)))
    return FALSE;
  choose_row (self, row);
  return TRUE;
}
