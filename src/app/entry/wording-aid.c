/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/entry/wording-aid.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/fields/suggestions.h"
#include "core/text.h"
#include "store/repeat-problems.h"

struct _XcWordingAid
{
  XcFormPart parent_instance;

  gint64 point_id; /* typed, or 0 */

  /* Owned */
  XcStore *store;
  char **wordings;

  /* Borrowed: of its own tree, and of the form */
  GtkWidget *count;
  XcSuggestions *suggestions;
  GtkTextBuffer *buffer;
};

G_DEFINE_FINAL_TYPE (XcWordingAid, xc_wording_aid, XC_TYPE_FORM_PART)

static char *
dup_text (XcWordingAid *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

static void
show_count (XcWordingAid *self)
{
  guint n = self->wordings != NULL ? g_strv_length (self->wordings) : 0;
  g_autofree char *text = NULL;

  if (n > 0)
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u earlier wording of this point (Alt+Down)",
                                         "%u earlier wordings of this point (Alt+Down)", n),
                            n);
  gtk_label_set_text (GTK_LABEL (self->count), text != NULL ? text : "");
  gtk_widget_set_visible (self->count, n > 0);
}

static void
load (XcWordingAid *self, const char *typed)
{
  g_autofree char *clean = xc_text_clean (typed);

  g_clear_pointer (&self->wordings, g_strfreev);
  if (self->store != NULL && self->point_id != 0)
    self->wordings =
        xc_repeat_problems_suggest_wording (self->store, self->point_id, clean, XC_SUGGESTIONS_MAX, NULL);
  /* What stands there already is no suggestion. */
  if (self->wordings != NULL && g_strv_length (self->wordings) == 1 && g_str_equal (self->wordings[0], clean))
    g_clear_pointer (&self->wordings, g_strfreev);
  show_count (self);
}

static void
wanted_cb (XcWordingAid *self)
{
  xc_suggestions_clear (self->suggestions);
  for (guint i = 0; self->wordings != NULL && self->wordings[i] != NULL; i++)
    xc_suggestions_add (self->suggestions, i, self->wordings[i], NULL);
  xc_suggestions_show (self->suggestions);
}

/* Put before and behind what was typed: it is part of the wording, or else the wording follows it. */
static void
chosen_cb (XcWordingAid *self, gint64 place)
{
  const char *wording = self->wordings[place];
  g_autofree char *typed = dup_text (self);
  g_autofree char *clean = xc_text_clean (typed);
  const char *found = strstr (wording, clean);
  g_autofree char *before = NULL;
  GtkTextIter at;

  gtk_text_buffer_begin_user_action (self->buffer);
  if (found != NULL && strcmp (typed, clean) == 0)
    {
      before = g_strndup (wording, (gsize) (found - wording));
      gtk_text_buffer_get_start_iter (self->buffer, &at);
      gtk_text_buffer_insert (self->buffer, &at, before, -1);
      gtk_text_buffer_get_end_iter (self->buffer, &at);
      gtk_text_buffer_insert (self->buffer, &at, found + strlen (clean), -1);
    }
  else
    {
      gtk_text_buffer_get_end_iter (self->buffer, &at);
      gtk_text_buffer_insert (self->buffer, &at, wording, -1);
    }
  gtk_text_buffer_get_end_iter (self->buffer, &at);
  gtk_text_buffer_place_cursor (self->buffer, &at);
  gtk_text_buffer_end_user_action (self->buffer);
}

static void
chosen_back_cb (XcWordingAid *self, gint64 place, XcSuggestions *suggestions)
{
  chosen_cb (self, place);
  gtk_widget_grab_focus (GTK_WIDGET (g_object_get_data (G_OBJECT (suggestions), "view")));
}

static void
set_form (XcFormPart *part, XcForm *form)
{
  XcWordingAid *self = XC_WORDING_AID (part);
  GtkWidget *view = xc_field_editor_get_named (xc_form_get_editor (form, "wording"));

  self->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  self->suggestions = xc_suggestions_new_for_text (GTK_WIDGET (self), GTK_TEXT_VIEW (view));
  gtk_widget_set_size_request (GTK_WIDGET (self->suggestions), 360, -1);
  g_object_set_data (G_OBJECT (self->suggestions), "view", view);
  g_signal_connect_swapped (self->suggestions, "wanted", G_CALLBACK (wanted_cb), self);
  g_signal_connect_swapped (self->suggestions, "chosen", G_CALLBACK (chosen_back_cb), self);
}

static void
show (XcFormPart *part, XcStore *store, const XcRecord *record)
{
  XcWordingAid *self = XC_WORDING_AID (part);

  g_set_object (&self->store, store);
  self->point_id = 0;
  gtk_popover_popdown (GTK_POPOVER (self->suggestions));
  gtk_widget_set_visible (GTK_WIDGET (part), xc_record_get_id (record) == 0);
}

static void
follow (XcFormPart *part, const XcRecord *typed)
{
  XcWordingAid *self = XC_WORDING_AID (part);
  g_autofree char *text = NULL;

  if (!gtk_widget_get_visible (GTK_WIDGET (part)))
    return;
  text = dup_text (self);
  self->point_id = xc_record_get_number (typed, "point_id");
  load (self, text);
}

static void
xc_wording_aid_dispose (GObject *object)
{
  XcWordingAid *self = XC_WORDING_AID (object);

  if (self->suggestions != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->suggestions)));
  g_clear_object (&self->store);
  g_clear_pointer (&self->wordings, g_strfreev);
  G_OBJECT_CLASS (xc_wording_aid_parent_class)->dispose (object);
}

static void
xc_wording_aid_class_init (XcWordingAidClass *class)
{
  XcFormPartClass *part_class = XC_FORM_PART_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = xc_wording_aid_dispose;
  part_class->set_form = set_form;
  part_class->show = show;
  part_class->follow = follow;
}

static void
xc_wording_aid_init (XcWordingAid *self)
{
  self->count = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->count), 0);
  gtk_widget_add_css_class (self->count, "caption");
  gtk_widget_add_css_class (self->count, "dim-label");
  gtk_widget_set_visible (self->count, FALSE);
  adw_bin_set_child (ADW_BIN (self), self->count);
}
