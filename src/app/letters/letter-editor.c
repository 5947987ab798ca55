/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/letters/letter-editor.h"

#include <glib/gi18n-lib.h>

#include "app/letters/letter-tab.h"
#include "app/text-size.h"

/* So many items fill the pane; the others follow when nothing else is to be done, a letter may be about hundreds. */
#define PIECE_ITEMS 6

/* Two lines: a problem and its measure. */
#define WORDING_HEIGHT_PX 48

struct _XcLetterEditor
{
  AdwBin parent_instance;

  gboolean is_showing; /* values are put in, nobody types */
  XcDay issued_on;
  guint n_shown; /* items that have their row */
  guint filling; /* source, or 0: the others follow */

  /* Template widgets */
  GtkStack *views;
  GtkEditable *addressee;
  GtkEditable *copied_to;
  GtkListBox *items;
  GtkBox *sheets;

  /* Owned */
  XcStore *store;
  XcLetterDraft *draft;
};

G_DEFINE_FINAL_TYPE (XcLetterEditor, xc_letter_editor, ADW_TYPE_BIN)

static guint edited_signal;

static void
draw_sheets (XcLetterEditor *self)
{
  g_autoptr (GPtrArray) letters = g_ptr_array_new_with_free_func ((GDestroyNotify) xc_letter_free);

  if (self->draft == NULL || xc_letter_draft_get_n_items (self->draft) == 0
      || g_strcmp0 (gtk_stack_get_visible_child_name (self->views), "paper") != 0)
    return;
  g_ptr_array_add (letters, xc_letter_draft_dup_letter (self->draft, self->issued_on));
  xc_letter_sheets_fill (self->sheets, self->store, letters);
}

static void
text_changed_cb (XcLetterEditor *self)
{
  if (self->is_showing || self->draft == NULL)
    return;
  xc_letter_draft_set_addressee (self->draft, gtk_editable_get_text (self->addressee));
  xc_letter_draft_set_copied_to (self->draft, gtk_editable_get_text (self->copied_to));
  g_signal_emit (self, edited_signal, 0);
}

static guint
get_item (gpointer widget)
{
  return GPOINTER_TO_UINT (g_object_get_data (widget, "item"));
}

static void
item_toggled_cb (XcLetterEditor *self, GtkCheckButton *check)
{
  xc_letter_draft_set_item (self->draft, get_item (check), gtk_check_button_get_active (check));
  g_signal_emit (self, edited_signal, 0);
}

static void
wording_changed_cb (XcLetterEditor *self, GtkTextBuffer *buffer)
{
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  xc_letter_draft_set_wording (self->draft, get_item (buffer), text);
  g_signal_emit (self, edited_signal, 0);
}

static GtkWidget *
make_wording (XcLetterEditor *self, guint i, const XcLetterItem *item)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *view = gtk_text_view_new ();
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  /* translators: %s is the number of a problem */
  g_autofree char *name = g_strdup_printf (_ ("Wording of %s"), item->number);

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 6);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), 6);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), 3);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), 3);
  gtk_text_buffer_set_text (buffer, item->wording, -1);
  g_object_set_data (G_OBJECT (buffer), "item", GUINT_TO_POINTER (i));
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (buffer, "changed", G_CALLBACK (wording_changed_cb), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled),
                                              xc_text_size_scale (WORDING_HEIGHT_PX));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_widget_add_css_class (scrolled, "long-text");
  return scrolled;
}

static GtkWidget *
make_row (XcLetterEditor *self, guint i)
{
  const XcLetterItem *item = xc_letter_draft_get_letter (self->draft)->items->pdata[i];
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *day = xc_day_format (item->due_on);
  g_autofree char *label = NULL;

  if (xc_day_is_set (item->due_on))
    /* translators: 1 the number of a problem, 2 a day */
    label = g_strdup_printf (_ ("%1$s, to be done by %2$s"), item->number, day);
  gtk_check_button_set_label (GTK_CHECK_BUTTON (check), label != NULL ? label : item->number);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), xc_letter_draft_has_item (self->draft, i));
  g_object_set_data (G_OBJECT (check), "item", GUINT_TO_POINTER (i));
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (item_toggled_cb), self);
  gtk_widget_add_css_class (box, "child-row");
  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (GTK_BOX (box), make_wording (self, i, item));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label != NULL ? label : item->number, -1);
  return row;
}

static gboolean
add_piece (gpointer data)
{
  XcLetterEditor *self = data;
  guint n_items = xc_letter_draft_get_letter (self->draft)->items->len;
  guint end = MIN (self->n_shown + PIECE_ITEMS, n_items);

  while (self->n_shown < end)
    {
      gtk_list_box_append (self->items, make_row (self, self->n_shown));
      self->n_shown++;
    }
  if (end < n_items)
    return G_SOURCE_CONTINUE;
  self->filling = 0;
  return G_SOURCE_REMOVE;
}

static void
fill_items (XcLetterEditor *self)
{
  GtkListBoxRow *row;

  g_clear_handle_id (&self->filling, g_source_remove);
  while ((row = gtk_list_box_get_row_at_index (self->items, 0)) != NULL)
    gtk_list_box_remove (self->items, GTK_WIDGET (row));
  self->n_shown = 0;
  if (self->draft == NULL)
    return;
  /* After what is drawn, so that each piece is seen before the next one comes. */
  if (add_piece (self))
    self->filling = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, add_piece, self, NULL);
}

static void
xc_letter_editor_dispose (GObject *object)
{
  XcLetterEditor *self = XC_LETTER_EDITOR (object);

  g_clear_object (&self->draft);
  g_clear_object (&self->store);
  /* Disposing of the template takes away the bound child, which the parent class would then take away again. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), XC_TYPE_LETTER_EDITOR);
  /* What is taken away tells of a change once more. */
  g_clear_handle_id (&self->filling, g_source_remove);
  G_OBJECT_CLASS (xc_letter_editor_parent_class)->dispose (object);
}

static void
xc_letter_editor_class_init (XcLetterEditorClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = xc_letter_editor_dispose;
  edited_signal =
      g_signal_new ("edited", XC_TYPE_LETTER_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/xuncha/Xuncha/letters/letter-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, XcLetterEditor, views);
  gtk_widget_class_bind_template_child (widget_class, XcLetterEditor, addressee);
  gtk_widget_class_bind_template_child (widget_class, XcLetterEditor, copied_to);
  gtk_widget_class_bind_template_child (widget_class, XcLetterEditor, items);
  gtk_widget_class_bind_template_child (widget_class, XcLetterEditor, sheets);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, draw_sheets);
}

static void
xc_letter_editor_init (XcLetterEditor *self)
{
  self->issued_on = XC_DAY_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * xc_letter_editor_show:
 * @self: an editor
 * @store: the ledger
 * @draft: (nullable): the letter
 */
void
xc_letter_editor_show (XcLetterEditor *self, XcStore *store, XcLetterDraft *draft)
{
  const XcLetter *letter = draft != NULL ? xc_letter_draft_get_letter (draft) : NULL;

  g_set_object (&self->store, store);
  g_set_object (&self->draft, draft);
  self->is_showing = TRUE;
  gtk_editable_set_text (self->addressee,
                         letter != NULL && letter->addressee != NULL ? letter->addressee : "");
  gtk_editable_set_text (self->copied_to,
                         letter != NULL && letter->copied_to != NULL ? letter->copied_to : "");
  self->is_showing = FALSE;
  fill_items (self);
  draw_sheets (self);
}

/**
 * xc_letter_editor_set_day:
 * @self: an editor
 * @issued_on: the day that letters are to carry, or %XC_DAY_NONE
 */
void
xc_letter_editor_set_day (XcLetterEditor *self, XcDay issued_on)
{
  self->issued_on = issued_on;
  draw_sheets (self);
}
