/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/fields/reference-editor.h"

#include <glib/gi18n-lib.h>

#include "core/text.h"
#include "store/query.h"
#include "store/row-name.h"

/* What fits under the entry without scrolling. */
#define MAX_SUGGESTIONS 8

struct _XcReferenceEditor
{
  XcFieldEditor parent_instance;

  /* Borrowed: of the editor's own tree */
  GtkEditable *entry;
  GtkPopover *popover;
  GtkListBox *suggestions;

  gint64 id;       /* of the row meant; 0 while what is typed names none */
  gboolean is_set; /* the text follows from the row: nothing is to be suggested */
};

G_DEFINE_FINAL_TYPE (XcReferenceEditor, xc_reference_editor, XC_TYPE_FIELD_EDITOR)

static XcTable
get_target (XcReferenceEditor *self)
{
  return xc_field_editor_get_field (XC_FIELD_EDITOR (self))->target;
}

static char *
dup_title (XcReferenceEditor *self, gint64 id)
{
  XcStore *store = xc_field_editor_get_store (XC_FIELD_EDITOR (self));

  return id != 0 && store != NULL ? xc_row_dup_name (xc_store_get_database (store), get_target (self), id)
                                  : NULL;
}

static void
put_id (XcReferenceEditor *self, gint64 id)
{
  g_autofree char *title = dup_title (self, id);

  self->id = id;
  self->is_set = TRUE;
  gtk_editable_set_text (self->entry, title != NULL ? title : "");
  gtk_editable_set_position (self->entry, -1);
  self->is_set = FALSE;
}

/* The texts that people call the rows of @table by, through references where another row names them. */
static void
add_name_paths (GPtrArray *paths, XcTable table, const char *prefix)
{
  const XcCatalogueTable *entry = xc_catalogue_get (table);

  for (guint i = 0; i < entry->n_fields; i++)
    {
      const XcField *field = &entry->fields[i];
      g_autofree char *path = g_strconcat (prefix, field->name, NULL);
      g_autofree char *deeper = g_strconcat (path, ".", NULL);

      if (!field->is_name)
        continue;
      if (xc_field_is_textual (field) && field->choices == NULL)
        g_ptr_array_add (paths, g_steal_pointer (&path));
      else if (field->kind == XC_FIELD_REFERENCE)
        add_name_paths (paths, field->target, deeper);
    }
}

/* The rows that what is typed may mean: those whose names hold it, or whose pinyin initials do. */
static GArray *
find_rows (XcReferenceEditor *self, const char *typed)
{
  XcStore *store = xc_field_editor_get_store (XC_FIELD_EDITOR (self));
  g_autoptr (XcQuery) query = xc_query_new (get_target (self));
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  if (store == NULL)
    return NULL;
  add_name_paths (paths, get_target (self), "");
  if (paths->len > 0)
    xc_query_add_sort (query, paths->pdata[0], FALSE);
  g_ptr_array_add (paths, NULL);
  if (paths->len > 1)
    xc_query_set_search (query, typed, (const char *const *) paths->pdata);
  return xc_query_ids (query, store, NULL);
}

static void
fill_suggestions (XcReferenceEditor *self, GArray *ids)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->suggestions))) != NULL)
    gtk_list_box_remove (self->suggestions, row);
  for (guint i = 0; ids != NULL && i < ids->len && i < MAX_SUGGESTIONS; i++)
    {
      gint64 *id = g_new (gint64, 1);
      g_autofree char *title = NULL;
      GtkWidget *label;

      *id = g_array_index (ids, gint64, i);
      title = dup_title (self, *id);
      label = gtk_label_new (title);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      row = gtk_list_box_row_new ();
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
      g_object_set_data_full (G_OBJECT (row), "id", id, g_free);
      gtk_list_box_append (self->suggestions, row);
    }
}

static void
changed_cb (XcReferenceEditor *self)
{
  g_autofree char *typed = NULL;
  g_autoptr (GArray) ids = NULL;

  xc_field_editor_edited (XC_FIELD_EDITOR (self));
  if (self->is_set)
    return;
  self->id = 0;
  typed = xc_text_clean (gtk_editable_get_text (self->entry));
  if (*typed != '\0')
    ids = find_rows (self, typed);
  fill_suggestions (self, ids);
  if (ids != NULL && ids->len > 0)
    gtk_popover_popup (self->popover);
  else
    gtk_popover_popdown (self->popover);
}

static void
choose_row (XcReferenceEditor *self, GtkListBoxRow *row)
{
  gtk_popover_popdown (self->popover);
  put_id (self, *(gint64 *) g_object_get_data (G_OBJECT (row), "id"));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  xc_field_editor_edited (XC_FIELD_EDITOR (self));
}

/* Enter takes the first suggestion, as the eye is on it. */
static void
activate_cb (XcReferenceEditor *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->suggestions, 0);

  if (self->id == 0 && row != NULL && gtk_widget_is_visible (GTK_WIDGET (self->popover)))
    choose_row (self, row);
}

/* Down goes into the suggestions. Chords only: letters come from the input method. */
static gboolean
go_down (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  XcReferenceEditor *self = data;
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->suggestions, 0);

  if (!gtk_widget_is_visible (GTK_WIDGET (self->popover)))
    {
      g_autofree char *typed =
          self->id == 0 ? xc_text_clean (gtk_editable_get_text (self->entry)) : g_strdup ("");
      g_autoptr (GArray) ids = find_rows (self, typed);

      fill_suggestions (self, ids);
      row = gtk_list_box_get_row_at_index (self->suggestions, 0);
      if (row != NULL)
        gtk_popover_popup (self->popover);
    }
  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
set_up (XcFieldEditor *editor)
{
  XcReferenceEditor *self = XC_REFERENCE_EDITOR (editor);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *suggestions = gtk_list_box_new ();
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  self->entry = GTK_EDITABLE (entry);
  self->popover = GTK_POPOVER (popover);
  self->suggestions = GTK_LIST_BOX (suggestions);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Type a part or the initials"));
  gtk_popover_set_autohide (self->popover, FALSE);
  gtk_popover_set_has_arrow (self->popover, FALSE);
  gtk_popover_set_position (self->popover, GTK_POS_BOTTOM);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  gtk_widget_set_size_request (popover, 260, -1);
  gtk_widget_add_css_class (popover, "menu");
  gtk_popover_set_child (self->popover, suggestions);
  gtk_accessible_update_property (GTK_ACCESSIBLE (suggestions), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Suggestions"), -1);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_widget_set_parent (popover, entry);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Down, 0),
                                                          gtk_callback_action_new (go_down, self, NULL)));
  gtk_event_controller_set_propagation_phase (shortcuts, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (entry, shortcuts);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect_swapped (suggestions, "row-activated", G_CALLBACK (choose_row), self);
  g_signal_connect_swapped (self, "left", G_CALLBACK (gtk_popover_popdown), popover);
  xc_field_editor_take_child (editor, box, entry);
}

static void
show (XcFieldEditor *editor, const XcRecord *record, guint index)
{
  put_id (XC_REFERENCE_EDITOR (editor), xc_record_get_number_at (record, index));
}

static char *
read_typed (XcFieldEditor *editor, XcRecord *record, guint index)
{
  XcReferenceEditor *self = XC_REFERENCE_EDITOR (editor);
  g_autofree char *typed = xc_text_clean (gtk_editable_get_text (self->entry));

  if (*typed == '\0')
    xc_record_clear_at (record, index);
  else if (self->id != 0)
    xc_record_set_number_at (record, index, self->id);
  else
    /* translators: %1$s is what was typed, %2$s the title of a table */
    return g_strdup_printf (_ ("“%1$s” is not one of: %2$s. Choose one of the suggestions."), typed,
                            xc_catalogue_title (get_target (self)));
  return NULL;
}

/* A draft keeps the row, or the typing that names none. */
static char *
dup_typed (XcFieldEditor *editor)
{
  XcReferenceEditor *self = XC_REFERENCE_EDITOR (editor);

  if (self->id != 0)
    return g_strdup_printf ("#%" G_GINT64_FORMAT, self->id);
  return g_strdup (gtk_editable_get_text (self->entry));
}

static void
put_typed (XcFieldEditor *editor, const char *typed)
{
  XcReferenceEditor *self = XC_REFERENCE_EDITOR (editor);

  if (*typed == '#')
    {
      put_id (self, g_ascii_strtoll (typed + 1, NULL, 10));
      return;
    }
  self->id = 0;
  self->is_set = TRUE;
  gtk_editable_set_text (self->entry, typed);
  self->is_set = FALSE;
}

static void
xc_reference_editor_dispose (GObject *object)
{
  XcReferenceEditor *self = XC_REFERENCE_EDITOR (object);

  if (self->popover != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->popover)));
  G_OBJECT_CLASS (xc_reference_editor_parent_class)->dispose (object);
}

static void
xc_reference_editor_class_init (XcReferenceEditorClass *class)
{
  XcFieldEditorClass *editor_class = XC_FIELD_EDITOR_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = xc_reference_editor_dispose;
  editor_class->set_up = set_up;
  editor_class->show = show;
  editor_class->read = read_typed;
  editor_class->dup_typed = dup_typed;
  editor_class->put_typed = put_typed;
}

static void
xc_reference_editor_init (XcReferenceEditor *self)
{
}

/**
 * xc_reference_editor_get_entry:
 * @self: an editor
 *
 * Returns: (transfer none): what is typed into, for who gives it a name of its own or takes what names no row
 */
GtkEditable *
xc_reference_editor_get_entry (XcReferenceEditor *self)
{
  return self->entry;
}
