/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/organizations/organization-chooser.h"

#include <glib/gi18n-lib.h>

#include "app/fields/field-editor.h"
#include "app/fields/reference-editor.h"
#include "core/text.h"
#include "store/row-name.h"

struct _XcOrganizationChooser
{
  AdwBin parent_instance;

  gboolean allows_new;

  /* Borrowed: of the chooser's own tree */
  GtkLabel *title;
  GtkBox *box;
  GtkListBox *chosen;
  XcFieldEditor *editor;

  /* Owned */
  XcStore *store;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (XcOrganizationChooser, xc_organization_chooser, ADW_TYPE_BIN)

static void
clear_entry (XcOrganizationChooser *self)
{
  g_autoptr (XcRecord) nobody = xc_record_new (XC_TABLE_EVENT_MEMBER);

  xc_field_editor_show (self->editor, self->store, nobody);
}

static void
remove_clicked_cb (GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);
  XcOrganizationChooser *self =
      XC_ORGANIZATION_CHOOSER (gtk_widget_get_ancestor (button, XC_TYPE_ORGANIZATION_CHOOSER));

  gtk_widget_grab_focus (GTK_WIDGET (self->editor));
  gtk_list_box_remove (self->chosen, row);
  gtk_widget_set_visible (GTK_WIDGET (self->chosen), gtk_list_box_get_row_at_index (self->chosen, 0) != NULL);
  g_signal_emit (self, changed_signal, 0);
}

/* @id is 0 for a name that is new. */
static void
append (XcOrganizationChooser *self, gint64 id, const char *name)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  GtkWidget *row = gtk_list_box_row_new ();
  /* translators: %s is the name of an organization */
  g_autofree char *words = id != 0 ? g_strdup (name) : g_strdup_printf (_ ("%s (new)"), name);
  /* translators: %s is the name of an organization */
  g_autofree char *action = g_strdup_printf (_ ("Take Back %s"), name);
  gint64 *kept = g_new (gint64, 1);

  *kept = id;
  gtk_label_set_text (GTK_LABEL (label), words);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_margin_start (label, 9);
  gtk_widget_set_tooltip_text (button, action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, action, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_signal_connect (button, "clicked", G_CALLBACK (remove_clicked_cb), NULL);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  g_object_set_data_full (G_OBJECT (row), "id", kept, g_free);
  g_object_set_data_full (G_OBJECT (row), "name", g_strdup (name), g_free);
  gtk_list_box_append (self->chosen, row);
  gtk_widget_set_visible (GTK_WIDGET (self->chosen), TRUE);
  g_signal_emit (self, changed_signal, 0);
}

static gboolean
is_chosen (XcOrganizationChooser *self, gint64 id, const char *name)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->chosen, i)) != NULL; i++)
    if (*(gint64 *) g_object_get_data (G_OBJECT (row), "id") == id
        && (id != 0 || g_str_equal (g_object_get_data (G_OBJECT (row), "name"), name)))
      return TRUE;
  return FALSE;
}

static void
edited_cb (XcOrganizationChooser *self)
{
  g_autoptr (XcRecord) record = xc_record_new (XC_TABLE_EVENT_MEMBER);
  g_autofree char *fault = xc_field_editor_read (self->editor, record);

  if (fault != NULL || !xc_record_is_set (record, "organization_id"))
    return;
  clear_entry (self);
  xc_organization_chooser_add (self, xc_record_get_number (record, "organization_id"));
}

/* Enter on what names nobody. */
static void
entered_cb (XcOrganizationChooser *self)
{
  g_autofree char *fault = xc_organization_chooser_settle (self);

  if (fault != NULL)
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static gboolean
xc_organization_chooser_focus (GtkWidget *widget, GtkDirectionType direction)
{
  XcOrganizationChooser *self = XC_ORGANIZATION_CHOOSER (widget);

  /* Whoever comes in wants to type; the rows above are a step back. */
  if (direction == GTK_DIR_TAB_FORWARD && gtk_widget_get_focus_child (widget) == NULL)
    return gtk_widget_grab_focus (GTK_WIDGET (self->editor));
  return GTK_WIDGET_CLASS (xc_organization_chooser_parent_class)->focus (widget, direction);
}

static void
xc_organization_chooser_dispose (GObject *object)
{
  g_clear_object (&XC_ORGANIZATION_CHOOSER (object)->store);
  G_OBJECT_CLASS (xc_organization_chooser_parent_class)->dispose (object);
}

static void
xc_organization_chooser_class_init (XcOrganizationChooserClass *class)
{
  G_OBJECT_CLASS (class)->dispose = xc_organization_chooser_dispose;
  GTK_WIDGET_CLASS (class)->focus = xc_organization_chooser_focus;
  changed_signal = g_signal_new ("changed", XC_TYPE_ORGANIZATION_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
xc_organization_chooser_init (XcOrganizationChooser *self)
{
  const XcField *field = xc_catalogue_get_field (XC_TABLE_EVENT_MEMBER, "organization_id");

  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 3));
  self->title = GTK_LABEL (gtk_label_new (NULL));
  self->chosen = GTK_LIST_BOX (gtk_list_box_new ());
  self->editor = xc_field_editor_new (XC_TABLE_EVENT_MEMBER, field);
  gtk_label_set_xalign (self->title, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "field-title");
  gtk_widget_add_css_class (GTK_WIDGET (self->chosen), "boxed-list");
  gtk_list_box_set_selection_mode (self->chosen, GTK_SELECTION_NONE);
  gtk_widget_set_visible (GTK_WIDGET (self->chosen), FALSE);
  gtk_box_append (self->box, GTK_WIDGET (self->title));
  gtk_box_append (self->box, GTK_WIDGET (self->chosen));
  gtk_box_append (self->box, GTK_WIDGET (self->editor));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
  g_signal_connect_swapped (self->editor, "edited", G_CALLBACK (edited_cb), self);
  /* After the editor's own, which takes the first suggestion. */
  g_signal_connect_swapped (xc_reference_editor_get_entry (XC_REFERENCE_EDITOR (self->editor)), "activate",
                            G_CALLBACK (entered_cb), self);
}

/**
 * xc_organization_chooser_set_up:
 * @self: a chooser
 * @store: the ledger
 * @title: (translated): what the organizations are in the event
 * @allows_new: whether a name that nobody has is a new organization
 */
void
xc_organization_chooser_set_up (XcOrganizationChooser *self, XcStore *store, const char *title,
                                gboolean allows_new)
{
  GtkEditable *entry = xc_reference_editor_get_entry (XC_REFERENCE_EDITOR (self->editor));

  g_set_object (&self->store, store);
  self->allows_new = allows_new;
  gtk_label_set_text (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chosen), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  if (allows_new)
    gtk_entry_set_placeholder_text (GTK_ENTRY (entry),
                                    _ ("Type a part or the initials, or a new name and Enter"));
  clear_entry (self);
}

/**
 * xc_organization_chooser_add:
 * @self: a chooser
 * @id: an organization
 */
void
xc_organization_chooser_add (XcOrganizationChooser *self, gint64 id)
{
  g_autofree char *name = xc_row_dup_name (xc_store_get_database (self->store), XC_TABLE_ORGANIZATION, id);

  if (!is_chosen (self, id, name))
    append (self, id, name);
}

/**
 * xc_organization_chooser_settle:
 * @self: a chooser
 *
 * Takes what is typed and not chosen yet: a new organization, where there may be one.
 *
 * Returns: (transfer full) (nullable): why it cannot be taken
 */
char *
xc_organization_chooser_settle (XcOrganizationChooser *self)
{
  g_autofree char *typed = xc_text_clean (
      gtk_editable_get_text (xc_reference_editor_get_entry (XC_REFERENCE_EDITOR (self->editor))));
  g_autoptr (XcRecord) record = xc_record_new (XC_TABLE_EVENT_MEMBER);

  if (*typed == '\0')
    return NULL;
  if (!self->allows_new)
    return xc_field_editor_read (self->editor, record);
  clear_entry (self);
  if (!is_chosen (self, 0, typed))
    append (self, 0, typed);
  return NULL;
}

/**
 * xc_organization_chooser_read:
 * @self: a chooser
 * @ids: (element-type gint64): takes those that are in the ledger
 * @names: (element-type utf8): takes the names of the new ones
 */
void
xc_organization_chooser_read (XcOrganizationChooser *self, GArray *ids, GPtrArray *names)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->chosen, i)) != NULL; i++)
    {
      gint64 id = *(gint64 *) g_object_get_data (G_OBJECT (row), "id");

      if (id != 0)
        g_array_append_val (ids, id);
      else
        g_ptr_array_add (names, g_strdup (g_object_get_data (G_OBJECT (row), "name")));
    }
}

/**
 * xc_organization_chooser_dup_typed:
 * @self: a chooser
 *
 * Returns: (transfer full): who is chosen and what is being typed, as text, for a draft
 */
char *
xc_organization_chooser_dup_typed (XcOrganizationChooser *self)
{
  g_autofree char *typing = xc_field_editor_dup_typed (self->editor);
  g_autoptr (GVariant) all = NULL;
  GVariantBuilder chosen;
  GtkListBoxRow *row;

  g_variant_builder_init (&chosen, G_VARIANT_TYPE ("a(xs)"));
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->chosen, i)) != NULL; i++)
    g_variant_builder_add (&chosen, "(xs)", *(gint64 *) g_object_get_data (G_OBJECT (row), "id"),
                           g_object_get_data (G_OBJECT (row), "name"));
  all = g_variant_ref_sink (g_variant_new ("(a(xs)s)", &chosen, typing));
  return g_variant_print (all, TRUE);
}

/**
 * xc_organization_chooser_put_typed:
 * @self: a chooser
 * @typed: what xc_organization_chooser_dup_typed() gave
 *
 * As if it were typed now; who is not in the ledger any more is left out.
 */
void
xc_organization_chooser_put_typed (XcOrganizationChooser *self, const char *typed)
{
  g_autoptr (GVariant) all = g_variant_parse (G_VARIANT_TYPE ("(a(xs)s)"), typed, NULL, NULL, NULL);
  g_autoptr (GVariantIter) chosen = NULL;
  const char *typing, *name;
  GtkListBoxRow *row;
  gint64 id;

  if (all == NULL)
    return;
  while ((row = gtk_list_box_get_row_at_index (self->chosen, 0)) != NULL)
    gtk_list_box_remove (self->chosen, GTK_WIDGET (row));
  gtk_widget_set_visible (GTK_WIDGET (self->chosen), FALSE);
  g_variant_get (all, "(a(xs)&s)", &chosen, &typing);
  while (g_variant_iter_next (chosen, "(x&s)", &id, &name))
    {
      g_autoptr (XcRecord) record =
          id != 0 ? xc_store_load (self->store, XC_TABLE_ORGANIZATION, id, NULL) : NULL;

      if (record != NULL)
        xc_organization_chooser_add (self, id);
      else if (id == 0 && self->allows_new)
        append (self, 0, name);
    }
  xc_field_editor_put_typed (self->editor, typing);
  g_signal_emit (self, changed_signal, 0);
}
