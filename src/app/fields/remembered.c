/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/fields/remembered.h"

#include "app/fields/suggestions.h"
#include "core/pinyin.h"
#include "core/text.h"
#include "store/remembered.h"

/* More are never looked through: who is among the first of them is who is meant. */
#define N_MOST 200

typedef struct
{
  XcStore *store;
  GStrv texts; /* NULL until they are asked for */
  gboolean is_choosing;

  /* Borrowed */
  XcFieldEditor *editor;
  GtkEditable *entry;
  XcSuggestions *suggestions;
} Remembered;

static void
remembered_free (gpointer data)
{
  Remembered *self = data;

  g_object_unref (self->store);
  g_strfreev (self->texts);
  g_free (self);
}

static const char *const *
get_texts (Remembered *self)
{
  static const char *const none[] = { NULL };

  if (self->texts == NULL)
    self->texts = xc_remembered_load (self->store, xc_field_editor_get_table (self->editor),
                                      xc_field_editor_get_field (self->editor)->name, N_MOST, NULL);
  return self->texts != NULL ? (const char *const *) self->texts : none;
}

static void
suggest (Remembered *self, const char *typed)
{
  const char *const *texts = get_texts (self);

  xc_suggestions_clear (self->suggestions);
  for (guint i = 0; texts[i] != NULL; i++)
    if (*typed == '\0'
        || (!g_str_equal (texts[i], typed)
            && (xc_text_contains (texts[i], typed) || xc_pinyin_matches (texts[i], typed))))
      xc_suggestions_add (self->suggestions, i, texts[i], NULL);
  xc_suggestions_show (self->suggestions);
}

/* Only what a person types, not what a draft puts in. */
static void
changed_cb (Remembered *self)
{
  g_autofree char *typed = xc_text_clean (gtk_editable_get_text (self->entry));

  if (self->is_choosing || !gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (self->entry))))
    return;
  if (*typed != '\0')
    suggest (self, typed);
  else
    gtk_popover_popdown (GTK_POPOVER (self->suggestions));
}

static void
wanted_cb (Remembered *self)
{
  suggest (self, "");
}

static void
chosen_cb (Remembered *self, gint64 id)
{
  self->is_choosing = TRUE;
  gtk_editable_set_text (self->entry, self->texts[id]);
  self->is_choosing = FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_set_position (self->entry, -1);
}

static void
left_cb (Remembered *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->suggestions));
}

static void
destroy_cb (Remembered *self)
{
  gtk_widget_unparent (GTK_WIDGET (self->suggestions));
}

/**
 * xc_remembered_attach:
 * @editor: of a field of text, in a dialog about to be shown
 * @store: the ledger
 *
 * Offers what stands in the same field of other rows.
 */
void
xc_remembered_attach (XcFieldEditor *editor, XcStore *store)
{
  Remembered *self = g_new0 (Remembered, 1);
  GtkWidget *entry = xc_field_editor_get_named (editor);

  g_return_if_fail (GTK_IS_ENTRY (entry));
  self->store = g_object_ref (store);
  self->editor = editor;
  self->entry = GTK_EDITABLE (entry);
  self->suggestions = xc_suggestions_new (GTK_ENTRY (entry));
  g_object_set_data_full (G_OBJECT (editor), "remembered", self, remembered_free);
  g_signal_connect_swapped (self->suggestions, "wanted", G_CALLBACK (wanted_cb), self);
  g_signal_connect_swapped (self->suggestions, "chosen", G_CALLBACK (chosen_cb), self);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (entry, "destroy", G_CALLBACK (destroy_cb), self);
  g_signal_connect_swapped (editor, "left", G_CALLBACK (left_cb), self);
}
