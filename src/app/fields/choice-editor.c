/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/fields/choice-editor.h"

#include <glib/gi18n-lib.h>

struct _XcChoiceEditor
{
  XcFieldEditor parent_instance;

  /* Owned */
  GPtrArray *offered; /* of XcChoice, borrowed from the catalogue */
  GStrv by_hand;      /* nullable: what may be chosen, while the row has one of them */

  /* Borrowed: of the editor's own tree */
  GtkDropDown *drop_down;
};

G_DEFINE_FINAL_TYPE (XcChoiceEditor, xc_choice_editor, XC_TYPE_FIELD_EDITOR)

/* The drop-down's position 0 is “none” where nothing need be chosen. */
static guint
get_offset (XcFieldEditor *editor)
{
  return xc_field_editor_get_field (editor)->is_required ? 0 : 1;
}

/* GtkDropDown tells assistive technology neither its name nor its value. */
static void
selected_cb (XcChoiceEditor *self)
{
  XcFieldEditor *editor = XC_FIELD_EDITOR (self);
  GtkStringObject *selected = gtk_drop_down_get_selected_item (self->drop_down);
  g_autofree char *label = NULL;

  if (selected != NULL)
    {
      /* translators: %1$s is the title of a field, %2$s its value */
      label = g_strdup_printf (
          C_ ("field", "%1$s: %2$s"),
          xc_field_title (xc_field_editor_get_table (editor), xc_field_editor_get_field (editor)),
          gtk_string_object_get_string (selected));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                      -1);
    }
  xc_field_editor_edited (editor);
}

static GtkStringList *
list_titles (XcChoiceEditor *self)
{
  GtkStringList *titles = gtk_string_list_new (NULL);

  if (get_offset (XC_FIELD_EDITOR (self)) > 0)
    gtk_string_list_append (titles, C_ ("choice", "None"));
  for (guint i = 0; i < self->offered->len; i++)
    gtk_string_list_append (titles, xc_choice_title (self->offered->pdata[i]));
  return titles;
}

static void
set_up (XcFieldEditor *editor)
{
  XcChoiceEditor *self = XC_CHOICE_EDITOR (editor);
  GtkWidget *drop_down;

  for (const XcChoice *choice = xc_field_editor_get_field (editor)->choices; choice->word != NULL; choice++)
    g_ptr_array_add (self->offered, (gpointer) choice);
  drop_down = gtk_drop_down_new (G_LIST_MODEL (list_titles (self)), NULL);
  self->drop_down = GTK_DROP_DOWN (drop_down);
  g_signal_connect_swapped (drop_down, "notify::selected", G_CALLBACK (selected_cb), self);
  xc_field_editor_take_child (editor, drop_down, drop_down);
  selected_cb (self);
}

static void
put_typed (XcFieldEditor *editor, const char *typed)
{
  XcChoiceEditor *self = XC_CHOICE_EDITOR (editor);
  const XcChoice *choice = xc_field_find_choice (xc_field_editor_get_field (editor), typed);
  guint index;

  gtk_drop_down_set_selected (
      self->drop_down,
      choice != NULL && g_ptr_array_find (self->offered, choice, &index) ? index + get_offset (editor) : 0);
}

static void
show (XcFieldEditor *editor, const XcRecord *record, guint index)
{
  XcChoiceEditor *self = XC_CHOICE_EDITOR (editor);
  const char *word = xc_record_get_text_at (record, index);

  if (self->by_hand != NULL)
    {
      gboolean is_by_hand = word == NULL || g_strv_contains ((const char *const *) self->by_hand, word);

      /* What only other steps lead to, and away from, is shown and cannot be chosen. */
      xc_choice_editor_limit (self, is_by_hand ? (const char *const *) self->by_hand
                                               : (const char *[]){ word, NULL });
      gtk_widget_set_sensitive (GTK_WIDGET (self->drop_down), is_by_hand);
    }
  put_typed (editor, xc_record_get_text_at (record, index));
}

static char *
dup_typed (XcFieldEditor *editor)
{
  XcChoiceEditor *self = XC_CHOICE_EDITOR (editor);
  guint selected = gtk_drop_down_get_selected (self->drop_down);
  guint offset = get_offset (editor);

  if (selected == GTK_INVALID_LIST_POSITION || selected < offset || selected - offset >= self->offered->len)
    return g_strdup ("");
  return g_strdup (((const XcChoice *) self->offered->pdata[selected - offset])->word);
}

static char *
read_typed (XcFieldEditor *editor, XcRecord *record, guint index)
{
  g_autofree char *word = dup_typed (editor);

  xc_record_set_text_at (record, index, word);
  return NULL;
}

static void
xc_choice_editor_finalize (GObject *object)
{
  g_ptr_array_unref (XC_CHOICE_EDITOR (object)->offered);
  g_strfreev (XC_CHOICE_EDITOR (object)->by_hand);
  G_OBJECT_CLASS (xc_choice_editor_parent_class)->finalize (object);
}

static void
xc_choice_editor_class_init (XcChoiceEditorClass *class)
{
  XcFieldEditorClass *editor_class = XC_FIELD_EDITOR_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = xc_choice_editor_finalize;
  editor_class->set_up = set_up;
  editor_class->show = show;
  editor_class->read = read_typed;
  editor_class->dup_typed = dup_typed;
  editor_class->put_typed = put_typed;
}

static void
xc_choice_editor_init (XcChoiceEditor *self)
{
  self->offered = g_ptr_array_new ();
}

/**
 * xc_choice_editor_limit:
 * @self: an editor
 * @words: (array zero-terminated=1): words of its field
 *
 * Offers only those, in this order, from now on; the first of them is chosen when nothing else was.
 */
void
xc_choice_editor_limit (XcChoiceEditor *self, const char *const *words)
{
  const XcField *field = xc_field_editor_get_field (XC_FIELD_EDITOR (self));
  g_autofree char *chosen = dup_typed (XC_FIELD_EDITOR (self));
  g_autoptr (GtkStringList) titles = NULL;

  g_ptr_array_set_size (self->offered, 0);
  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (self->offered, (gpointer) xc_field_find_choice (field, words[i]));
  titles = list_titles (self);
  gtk_drop_down_set_model (self->drop_down, G_LIST_MODEL (titles));
  put_typed (XC_FIELD_EDITOR (self), chosen);
}

/**
 * xc_choice_editor_set_by_hand:
 * @self: an editor
 * @words: (array zero-terminated=1): words of its field
 *
 * Only these can be chosen, and only while the row has one of them: all others come by other steps.
 */
void
xc_choice_editor_set_by_hand (XcChoiceEditor *self, const char *const *words)
{
  g_strfreev (self->by_hand);
  self->by_hand = g_strdupv ((GStrv) words);
}
