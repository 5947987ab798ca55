/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/fields/reference-editor.h"

#include <glib/gi18n-lib.h>

#include "app/fields/suggestions.h"
#include "core/numeral.h"
#include "core/text.h"
#include "store/points.h"
#include "store/query.h"
#include "store/row-name.h"

struct _XcReferenceEditor
{
  XcFieldEditor parent_instance;

  /* Borrowed: of the editor's own tree */
  GtkEditable *entry;
  XcSuggestions *suggestions;

  gint64 id;       /* of the row meant; 0 while what is typed names none */
  gint64 round_id; /* of the record shown; its own teams and batches come first; 0 when it is in none */
  gint64
      scheme_id; /* of the round of the inspection typed beside it: only its leaves count; -1: no form says */
  gboolean has_inspection; /* there is one typed beside it */
  gboolean is_set;         /* the text follows from the row: nothing is to be suggested */
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

  return id != 0 && store != NULL
             ? xc_row_dup_full_name (xc_store_get_database (store), get_target (self), id)
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

/* Rounds, teams and batches are called by their number. */
static gboolean
has_ordinal (XcTable table)
{
  const XcField *field = xc_catalogue_get_field (table, "ordinal");

  return field != NULL && field->is_name;
}

/* Looks in @query for what is typed; FALSE when that can mean no row. */
static gboolean
search_rows (XcReferenceEditor *self, XcQuery *query, const char *typed)
{
  static const char *const suffixes[] = { "届", "轮", "轮巡察", "批", "批次", "组", "巡察组", NULL };
  g_autoptr (GPtrArray) paths = NULL;
  int ordinal;

  if (has_ordinal (get_target (self)))
    {
      xc_query_add_sort (query, "ordinal", FALSE);
      if (*typed == '\0')
        return TRUE;
      if (!xc_numeral_parse_ordinal (typed, suffixes, &ordinal))
        return FALSE;
      xc_query_add_number_filter (query, "ordinal", XC_RELATION_IS, ordinal);
      return TRUE;
    }
  paths = g_ptr_array_new_with_free_func (g_free);
  add_name_paths (paths, get_target (self), "");
  if (paths->len == 0)
    return TRUE;
  xc_query_add_sort (query, paths->pdata[0], FALSE);
  if (get_target (self) == XC_TABLE_INSPECTION)
    xc_query_add_sort (query, "round_id.ordinal", TRUE);
  g_ptr_array_add (paths, NULL);
  xc_query_set_search (query, typed, (const char *const *) paths->pdata);
  return TRUE;
}

/* The names hold what is typed, or their pinyin initials do. */
static void
add_rows (XcReferenceEditor *self, const char *typed, XcRelation relation)
{
  XcStore *store = xc_field_editor_get_store (XC_FIELD_EDITOR (self));
  g_autoptr (XcQuery) query = xc_query_new (get_target (self));
  g_autoptr (GArray) ids = NULL;

  if (store == NULL || !search_rows (self, query, typed))
    return;
  if (self->round_id != 0)
    xc_query_add_number_filter (query, "round_id", relation, self->round_id);
  ids = xc_query_ids (query, store, NULL);
  for (guint i = 0; ids != NULL && i < ids->len && i < XC_SUGGESTIONS_MAX; i++)
    {
      g_autofree char *title = dup_title (self, g_array_index (ids, gint64, i));

      xc_suggestions_add (self->suggestions, g_array_index (ids, gint64, i), title, NULL);
    }
}

/* Points are found in the scheme of the round, by their place in it too. */
static void
add_points (XcReferenceEditor *self, const char *typed)
{
  g_autoptr (GPtrArray) points =
      xc_points_load (xc_field_editor_get_store (XC_FIELD_EDITOR (self)), self->scheme_id, NULL);
  g_autoptr (GPtrArray) found = points != NULL ? xc_points_suggest (points, typed, XC_SUGGESTIONS_MAX) : NULL;

  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      const XcPoint *point = found->pdata[i];
      const XcPoint *above = xc_points_find (points, point->parent_id);
      g_autofree char *title = g_strdup_printf ("%s %s", point->code, point->title);

      xc_suggestions_add (self->suggestions, point->id, title, above != NULL ? above->path : NULL);
    }
}

static void
suggest (XcReferenceEditor *self, const char *typed)
{
  xc_suggestions_clear (self->suggestions);
  if (self->scheme_id >= 0 && xc_field_editor_get_store (XC_FIELD_EDITOR (self)) != NULL)
    {
      add_points (self, typed);
      xc_suggestions_show (self->suggestions);
      return;
    }
  add_rows (self, typed, XC_RELATION_IS);
  if (self->round_id != 0)
    add_rows (self, typed, XC_RELATION_IS_NOT);
  xc_suggestions_show (self->suggestions);
}

static void
changed_cb (XcReferenceEditor *self)
{
  g_autofree char *typed = NULL;

  xc_field_editor_edited (XC_FIELD_EDITOR (self));
  if (self->is_set)
    return;
  self->id = 0;
  typed = xc_text_clean (gtk_editable_get_text (self->entry));
  if (*typed != '\0')
    suggest (self, typed);
  else
    gtk_popover_popdown (GTK_POPOVER (self->suggestions));
}

static void
wanted_cb (XcReferenceEditor *self)
{
  g_autofree char *typed =
      self->id == 0 ? xc_text_clean (gtk_editable_get_text (self->entry)) : g_strdup ("");

  suggest (self, typed);
}

static void
chosen_cb (XcReferenceEditor *self, gint64 id)
{
  put_id (self, id);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  xc_field_editor_edited (XC_FIELD_EDITOR (self));
}

static void
activate_cb (XcReferenceEditor *self)
{
  if (self->id != 0 || !xc_suggestions_take_first (self->suggestions))
    xc_field_editor_go_on (XC_FIELD_EDITOR (self));
}

static void
set_up (XcFieldEditor *editor)
{
  XcReferenceEditor *self = XC_REFERENCE_EDITOR (editor);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *entry = gtk_entry_new ();

  self->entry = GTK_EDITABLE (entry);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Type a part or the initials"));
  gtk_box_append (GTK_BOX (box), entry);
  self->suggestions = xc_suggestions_new (GTK_ENTRY (entry));
  g_signal_connect_swapped (self->suggestions, "wanted", G_CALLBACK (wanted_cb), self);
  g_signal_connect_swapped (self->suggestions, "chosen", G_CALLBACK (chosen_cb), self);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect_swapped (self, "left", G_CALLBACK (gtk_popover_popdown), self->suggestions);
  xc_field_editor_take_child (editor, box, entry);
}

static void
show (XcFieldEditor *editor, const XcRecord *record, guint index)
{
  XcReferenceEditor *self = XC_REFERENCE_EDITOR (editor);
  XcTable target = get_target (self);

  self->round_id = 0;
  if ((target == XC_TABLE_TEAM || target == XC_TABLE_BATCH)
      && xc_catalogue_get_field (xc_record_get_table (record), "round_id") != NULL)
    self->round_id = xc_record_get_number (record, "round_id");
  put_id (self, xc_record_get_number_at (record, index));
}

static char *
read_typed (XcFieldEditor *editor, XcRecord *record, guint index)
{
  XcReferenceEditor *self = XC_REFERENCE_EDITOR (editor);
  g_autofree char *typed = xc_text_clean (gtk_editable_get_text (self->entry));

  if (*typed == '\0')
    xc_record_clear_at (record, index);
  else if (self->id != 0 && self->scheme_id > 0
           && xc_points_get_scheme (xc_field_editor_get_store (editor), self->id) != self->scheme_id)
    /* translators: %s is the point of a scheme */
    return g_strdup_printf (
        _ ("“%s” is no point of the scheme of this round. Choose one of the suggestions."), typed);
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
follow (XcFieldEditor *editor, const XcRecord *typed)
{
  XcReferenceEditor *self = XC_REFERENCE_EDITOR (editor);

  if (get_target (self) != XC_TABLE_POINT
      || xc_catalogue_get_field (xc_record_get_table (typed), "inspection_id") == NULL)
    return;
  self->has_inspection = xc_record_is_set (typed, "inspection_id");
  self->scheme_id = xc_points_get_scheme_of_inspection (xc_field_editor_get_store (editor),
                                                        xc_record_get_number (typed, "inspection_id"));
}

static char *
dup_point_note (XcReferenceEditor *self)
{
  XcStore *store = xc_field_editor_get_store (XC_FIELD_EDITOR (self));
  g_autoptr (GPtrArray) points = NULL;
  const XcPoint *point;

  if (self->id == 0)
    return self->scheme_id == 0 && self->has_inspection
               ? g_strdup (_ ("The round of the inspection has no scheme yet: give it one first."))
               : NULL;
  points = xc_points_load (store, xc_points_get_scheme (store, self->id), NULL);
  point = points != NULL ? xc_points_find (points, self->id) : NULL;
  if (point != NULL && !point->is_leaf)
    return g_strdup (_ ("Only the last level counts: choose a point below this one."));
  return point != NULL && point->parent_id != 0 ? g_strdup (xc_points_find (points, point->parent_id)->path)
                                                : NULL;
}

static char *
dup_note (XcFieldEditor *editor)
{
  XcReferenceEditor *self = XC_REFERENCE_EDITOR (editor);

  return self->scheme_id >= 0 && xc_field_editor_get_store (editor) != NULL ? dup_point_note (self) : NULL;
}

static void
xc_reference_editor_dispose (GObject *object)
{
  XcReferenceEditor *self = XC_REFERENCE_EDITOR (object);

  if (self->suggestions != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->suggestions)));
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
  editor_class->follow = follow;
  editor_class->dup_note = dup_note;
}

static void
xc_reference_editor_init (XcReferenceEditor *self)
{
  self->scheme_id = -1;
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
