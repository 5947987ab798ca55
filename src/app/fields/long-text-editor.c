/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/fields/long-text-editor.h"

#include <glib/gi18n-lib.h>

#include "app/text-size.h"
#include "core/text.h"
#include "core/wording.h"

#define HEIGHT_MIN_PX 72
#define HEIGHT_MAX_PX 240

struct _XcLongTextEditor
{
  XcFieldEditor parent_instance;

  /* Borrowed: of the editor's own tree */
  GtkWidget *view;
  GtkTextBuffer *buffer;
};

G_DEFINE_FINAL_TYPE (XcLongTextEditor, xc_long_text_editor, XC_TYPE_FIELD_EDITOR)

static void
set_up (XcFieldEditor *editor)
{
  XcLongTextEditor *self = XC_LONG_TEXT_EDITOR (editor);
  GtkWidget *window = gtk_scrolled_window_new ();

  self->view = gtk_text_view_new ();
  self->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), GTK_WRAP_WORD_CHAR);
  /* Tab goes on to the next field, as everywhere in a form. */
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (self->view), 9);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (self->view), 9);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (self->view), 6);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (self->view), 6);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), self->view);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (window), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (window),
                                              xc_text_size_scale (HEIGHT_MIN_PX));
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (window),
                                              xc_text_size_scale (HEIGHT_MAX_PX));
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (window), TRUE);
  gtk_widget_add_css_class (window, "long-text");
  gtk_widget_set_overflow (window, GTK_OVERFLOW_HIDDEN);
  g_signal_connect_swapped (self->buffer, "changed", G_CALLBACK (xc_field_editor_edited), self);
  xc_field_editor_take_child (editor, window, self->view);
}

static char *
dup_typed (XcFieldEditor *editor)
{
  GtkTextBuffer *buffer = XC_LONG_TEXT_EDITOR (editor)->buffer;
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
put_typed (XcFieldEditor *editor, const char *typed)
{
  gtk_text_buffer_set_text (XC_LONG_TEXT_EDITOR (editor)->buffer, typed, -1);
}

static void
show (XcFieldEditor *editor, const XcRecord *record, guint index)
{
  const char *text = xc_record_get_text_at (record, index);

  put_typed (editor, text != NULL ? text : "");
}

static char *
read_typed (XcFieldEditor *editor, XcRecord *record, guint index)
{
  g_autofree char *typed = dup_typed (editor);
  g_autofree char *clean = xc_text_clean (typed);

  xc_record_set_text_at (record, index, clean);
  return NULL;
}

/* What nobody could check is better said before the list leaves the office. */
static char *
dup_note (XcFieldEditor *editor)
{
  const char *name = xc_field_editor_get_field (editor)->name;
  g_autofree char *typed = NULL;

  if (!g_str_equal (name, "wording") && !g_str_equal (name, "result"))
    return NULL;
  typed = dup_typed (editor);
  return !xc_text_is_blank (typed) && xc_wording_says_nothing (typed)
             ? g_strdup (_ ("This alone says nothing that could be checked: say who did what, and when."))
             : NULL;
}

static void
xc_long_text_editor_class_init (XcLongTextEditorClass *class)
{
  XcFieldEditorClass *editor_class = XC_FIELD_EDITOR_CLASS (class);

  editor_class->set_up = set_up;
  editor_class->show = show;
  editor_class->read = read_typed;
  editor_class->dup_typed = dup_typed;
  editor_class->put_typed = put_typed;
  editor_class->dup_note = dup_note;
}

static void
xc_long_text_editor_init (XcLongTextEditor *self)
{
}
