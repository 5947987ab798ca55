/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/entry/owner-lines.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/fields/suggestions.h"
#include "app/text-size.h"
#include "core/text.h"
#include "core/typed-measure.h"
#include "store/repeat-problems.h"
#include "store/row-rules.h"

#define BETWEEN "、"

/* One role. */
typedef struct
{
  XcOwnerLines *lines;
  XcRole role;

  /* Borrowed: of the tree */
  GtkEditable *entry;
  XcSuggestions *suggestions;
} Line;

struct _XcOwnerLines
{
  XcFormPart parent_instance;

  gint64 organization_id; /* of the inspection typed, or 0 */
  gint64 inspection_id;
  gboolean is_set; /* the text is not typed: nothing is to be suggested */

  /* Owned */
  XcStore *store;
  GPtrArray *remembered; /* of XcTypedOwner, as they are suggested now */

  Line lines[XC_N_ROLES];
};

G_DEFINE_FINAL_TYPE (XcOwnerLines, xc_owner_lines, XC_TYPE_FORM_PART)

static gboolean
is_of_units (XcRole role)
{
  switch (role)
    {
    case XC_ROLE_LEAD_DEPARTMENT:
    case XC_ROLE_DEPARTMENT:
    case XC_ROLE_COOPERATING:
    case XC_ROLE_SUPERVISING:
      return TRUE;
    case XC_ROLE_FIRST:
    case XC_ROLE_LEADER:
    case XC_ROLE_PERSON:
      return FALSE;
    default:
      g_return_val_if_reached (FALSE);
    }
}

/* They are the same for all problems of an organization. */
static gboolean
goes_without_saying (XcRole role)
{
  return role == XC_ROLE_FIRST || role == XC_ROLE_SUPERVISING;
}

/* What is being typed: behind the last separator. */
static const char *
get_last_piece (const char *text)
{
  const char *last = g_strrstr (text, BETWEEN);

  return last != NULL ? last + strlen (BETWEEN) : text;
}

static void
suggest (Line *line, const char *typed)
{
  XcOwnerLines *self = line->lines;

  xc_suggestions_clear (line->suggestions);
  g_clear_pointer (&self->remembered, g_ptr_array_unref);
  if (self->store != NULL && self->organization_id != 0)
    self->remembered = xc_repeat_problems_suggest_owners (self->store, self->organization_id, line->role,
                                                          typed, XC_SUGGESTIONS_MAX, NULL);
  for (guint i = 0; self->remembered != NULL && i < self->remembered->len; i++)
    {
      const XcTypedOwner *owner = self->remembered->pdata[i];
      g_autofree char *text = xc_typed_owner_format (owner, is_of_units (line->role));

      xc_suggestions_add (line->suggestions, i, text, NULL);
    }
  xc_suggestions_show (line->suggestions);
}

static void
changed_cb (Line *line)
{
  const char *piece = get_last_piece (gtk_editable_get_text (line->entry));

  xc_form_part_edited (XC_FORM_PART (line->lines));
  if (line->lines->is_set)
    return;
  if (!xc_text_is_blank (piece))
    suggest (line, piece);
  else
    gtk_popover_popdown (GTK_POPOVER (line->suggestions));
}

static void
wanted_cb (Line *line)
{
  suggest (line, get_last_piece (gtk_editable_get_text (line->entry)));
}

static void
put_text (Line *line, const char *text)
{
  line->lines->is_set = TRUE;
  gtk_editable_set_text (line->entry, text);
  line->lines->is_set = FALSE;
}

static void
chosen_cb (Line *line, gint64 place)
{
  const char *text = gtk_editable_get_text (line->entry);
  g_autofree char *chosen =
      xc_typed_owner_format (line->lines->remembered->pdata[place], is_of_units (line->role));
  g_autofree char *all = g_strdup_printf ("%.*s%s", (int) (get_last_piece (text) - text), text, chosen);

  put_text (line, all);
  gtk_widget_grab_focus (GTK_WIDGET (line->entry));
  gtk_editable_set_position (line->entry, -1);
}

static void
activate_cb (Line *line)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (line->lines));

  if (!xc_suggestions_take_first (line->suggestions) && root != NULL)
    gtk_widget_child_focus (GTK_WIDGET (root), GTK_DIR_TAB_FORWARD);
}

static void
leave_cb (Line *line)
{
  gtk_popover_popdown (GTK_POPOVER (line->suggestions));
}

static void
show (XcFormPart *part, XcStore *store, const XcRecord *record)
{
  XcOwnerLines *self = XC_OWNER_LINES (part);

  g_set_object (&self->store, store);
  self->inspection_id = 0;
  self->organization_id = 0;
  for (guint i = 0; i < XC_N_ROLES; i++)
    put_text (&self->lines[i], "");
  gtk_widget_set_visible (GTK_WIDGET (part), xc_record_get_id (record) == 0);
}

/* Who answered in that role most often. */
static void
propose (Line *line)
{
  XcOwnerLines *self = line->lines;
  g_autoptr (GPtrArray) owners = NULL;
  g_autofree char *text = NULL;

  if (!goes_without_saying (line->role) || !xc_text_is_blank (gtk_editable_get_text (line->entry)))
    return;
  owners = xc_repeat_problems_suggest_owners (self->store, self->organization_id, line->role, "", 1, NULL);
  if (owners == NULL || owners->len == 0)
    return;
  text = xc_typed_owner_format (owners->pdata[0], is_of_units (line->role));
  put_text (line, text);
}

static void
follow (XcFormPart *part, const XcRecord *typed)
{
  XcOwnerLines *self = XC_OWNER_LINES (part);
  gint64 inspection_id = xc_record_get_number (typed, "inspection_id");
  g_autoptr (XcRecord) inspection = NULL;

  if (inspection_id == self->inspection_id || xc_record_get_id (typed) != 0)
    return;
  self->inspection_id = inspection_id;
  if (inspection_id != 0)
    inspection = xc_store_load (self->store, XC_TABLE_INSPECTION, inspection_id, NULL);
  self->organization_id = inspection != NULL ? xc_record_get_number (inspection, "organization_id") : 0;
  for (guint i = 0; self->organization_id != 0 && i < XC_N_ROLES; i++)
    propose (&self->lines[i]);
}

static gboolean
save_line (XcStore *store, const Line *line, gint64 problem_id, GError **error)
{
  g_autoptr (GPtrArray) owners =
      xc_typed_owners_read (gtk_editable_get_text (line->entry), is_of_units (line->role));

  for (guint i = 0; i < owners->len; i++)
    {
      const XcTypedOwner *owner = owners->pdata[i];
      g_autoptr (XcRecord) record = xc_record_new (XC_TABLE_RESPONSIBILITY);

      xc_record_set_number (record, "problem_id", problem_id);
      xc_record_set_text (record, "role", xc_role_to_word (line->role));
      xc_record_set_number (record, "position", i + 1);
      xc_record_set_text (record, "unit", owner->unit);
      xc_record_set_text (record, "name", owner->name);
      xc_record_set_text (record, "post", owner->post);
      if (!xc_row_rules_save (store, record, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
save (XcFormPart *part, XcStore *store, const XcRecord *record, GError **error)
{
  XcOwnerLines *self = XC_OWNER_LINES (part);

  if (!gtk_widget_get_visible (GTK_WIDGET (part)))
    return TRUE;
  for (guint i = 0; i < XC_N_ROLES; i++)
    if (!save_line (store, &self->lines[i], xc_record_get_id (record), error))
      return FALSE;
  return TRUE;
}

/* A line of text a role, its word before a tab. */
static char *
dup_texts (XcOwnerLines *self, gboolean only_repeated)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < XC_N_ROLES; i++)
    if ((!only_repeated || goes_without_saying (self->lines[i].role))
        && !xc_text_is_blank (gtk_editable_get_text (self->lines[i].entry)))
      g_string_append_printf (text, "%s\t%s\n", xc_role_to_word (self->lines[i].role),
                              gtk_editable_get_text (self->lines[i].entry));
  return g_string_free (text, FALSE);
}

static char *
dup_typed (XcFormPart *part)
{
  return dup_texts (XC_OWNER_LINES (part), FALSE);
}

static char *
dup_repeated (XcFormPart *part)
{
  return dup_texts (XC_OWNER_LINES (part), TRUE);
}

static void
put_typed (XcFormPart *part, const char *typed)
{
  XcOwnerLines *self = XC_OWNER_LINES (part);
  g_auto (GStrv) texts = g_strsplit (typed, "\n", -1);

  for (guint i = 0; texts[i] != NULL; i++)
    {
      char *tab = strchr (texts[i], '\t');
      XcRole role;

      if (tab == NULL)
        continue;
      *tab = '\0';
      if (xc_role_from_word (texts[i], &role))
        put_text (&self->lines[role], tab + 1);
    }
}

static void
xc_owner_lines_dispose (GObject *object)
{
  XcOwnerLines *self = XC_OWNER_LINES (object);

  for (guint i = 0; i < XC_N_ROLES; i++)
    if (self->lines[i].suggestions != NULL)
      gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->lines[i].suggestions)));
  g_clear_object (&self->store);
  g_clear_pointer (&self->remembered, g_ptr_array_unref);
  G_OBJECT_CLASS (xc_owner_lines_parent_class)->dispose (object);
}

static void
xc_owner_lines_class_init (XcOwnerLinesClass *class)
{
  XcFormPartClass *part_class = XC_FORM_PART_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = xc_owner_lines_dispose;
  part_class->show = show;
  part_class->follow = follow;
  part_class->save = save;
  part_class->dup_typed = dup_typed;
  part_class->put_typed = put_typed;
  part_class->dup_repeated = dup_repeated;
}

static void
add_line (XcOwnerLines *self, GtkGrid *grid, XcRole role)
{
  /* Large text leaves no room for two beside each other. */
  int n_columns = xc_text_size_is_large () ? 1 : 2;
  int column = (int) role % n_columns, row = (int) role / n_columns;
  Line *line = &self->lines[role];
  const XcField *field = xc_catalogue_get_field (XC_TABLE_RESPONSIBILITY, "role");
  const char *title = xc_choice_title (xc_field_find_choice (field, xc_role_to_word (role)));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  *line = (Line){ self, role, GTK_EDITABLE (entry), xc_suggestions_new (GTK_ENTRY (entry)) };
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "field-title");
  gtk_editable_set_width_chars (line->entry, 8);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_set_tooltip_text (entry, is_of_units (role)
                                          ? _ ("As 办公室, or 办公室 张某 主任; several with 、 between")
                                          : _ ("As 张某 主任（办公室）; several with 、 between"));
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (changed_cb), line);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (activate_cb), line);
  g_signal_connect_swapped (line->suggestions, "wanted", G_CALLBACK (wanted_cb), line);
  g_signal_connect_swapped (line->suggestions, "chosen", G_CALLBACK (chosen_cb), line);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), line);
  gtk_widget_add_controller (entry, focus);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_grid_attach (grid, box, column, row, 1, 1);
}

static void
xc_owner_lines_init (XcOwnerLines *self)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 9);
  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  for (guint i = 0; i < XC_N_ROLES; i++)
    add_line (self, GTK_GRID (grid), (XcRole) i);
  adw_bin_set_child (ADW_BIN (self), grid);
}
