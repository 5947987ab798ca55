/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/scheme/scheme-dialog.h"

#include <glib/gi18n-lib.h>

#include "app/drop-down.h"
#include "app/scheme/point-editor.h"
#include "app/today.h"
#include "core/text.h"
#include "store/row-name.h"
#include "store/schemes.h"

struct _XcSchemeDialog
{
  XcDialog parent_instance;

  gint64 round_id; /* for which a scheme is looked for, or 0 */
  gboolean is_filling;

  /* Owned */
  XcStore *store;
  GPtrArray *list; /* of XcScheme */

  /* Template widgets */
  GtkDropDown *schemes;
  GtkMenuButton *presets;
  GtkLabel *sentence;
  GtkWidget *give;
  XcPointEditor *points;
};

G_DEFINE_FINAL_TYPE (XcSchemeDialog, xc_scheme_dialog, XC_TYPE_DIALOG)

static const XcScheme *
get_scheme (XcSchemeDialog *self)
{
  guint at = gtk_drop_down_get_selected (self->schemes);

  return at < self->list->len ? self->list->pdata[at] : NULL;
}

static void
show_sentence (XcSchemeDialog *self)
{
  const XcScheme *scheme = get_scheme (self);
  g_autofree char *words = NULL;

  if (scheme == NULL)
    words = g_strdup (_ ("There is no scheme yet: make one, empty or from an outline."));
  else if (scheme->is_settled)
    /* translators: %s are rounds */
    words = g_strdup_printf (_ ("Used by %s, which is finished: it stays as it "
                                "is. Make a new version to change it."),
                             scheme->rounds);
  else if (scheme->n_rounds > 0)
    /* translators: %s are rounds */
    words = g_strdup_printf (_ ("Used by %s. Problems are classified by the last level."), scheme->rounds);
  else
    words = g_strdup (_ ("Used by no round yet. Problems are classified by the last level."));
  gtk_label_set_text (self->sentence, words);
}

static void
enable (XcSchemeDialog *self)
{
  const XcScheme *scheme = get_scheme (self);
  gboolean can_change = scheme != NULL && xc_store_is_writable (self->store);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "scheme.new-version", can_change);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "scheme.rename", can_change);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "scheme.remove", can_change && scheme->n_rounds == 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "scheme.give", can_change);
}

/* What is said of the scheme that is chosen, and its points. */
static void
show_scheme (XcSchemeDialog *self)
{
  show_sentence (self);
  enable (self);
  xc_point_editor_show (self->points, self->store, get_scheme (self));
}

/* The schemes, @shown among them. */
static void
show_schemes (XcSchemeDialog *self, gint64 shown)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  guint at = 0;

  g_clear_pointer (&self->list, g_ptr_array_unref);
  self->list = xc_schemes_load (self->store, xc_today (), NULL);
  for (guint i = 0; i < self->list->len; i++)
    {
      const XcScheme *scheme = self->list->pdata[i];

      /* translators: %1$s is a scheme, %2$d its version */
      g_ptr_array_add (words, g_strdup_printf (_ ("%1$s, version %2$d"), scheme->title, scheme->version));
      if (scheme->id == shown)
        at = i;
    }
  g_ptr_array_add (words, NULL);
  self->is_filling = TRUE;
  xc_drop_down_fill (self->schemes, (const char *const *) words->pdata);
  gtk_drop_down_set_selected (self->schemes, self->list->len > 0 ? at : GTK_INVALID_LIST_POSITION);
  self->is_filling = FALSE;
}

static void
changed_cb (XcSchemeDialog *self)
{
  const XcScheme *scheme = get_scheme (self);

  show_schemes (self, scheme != NULL ? scheme->id : 0);
  show_scheme (self);
}

static void
scheme_selected_cb (XcSchemeDialog *self)
{
  if (self->is_filling || self->list == NULL)
    return;
  show_scheme (self);
  xc_point_editor_say (self->points, NULL);
}

static gboolean
focus_cb (gpointer points)
{
  gtk_widget_grab_focus (points);
  return G_SOURCE_REMOVE;
}

static void
show_new (XcSchemeDialog *self, gint64 id, const GError *error)
{
  if (id != 0)
    {
      show_schemes (self, id);
      show_scheme (self);
      /* A menu that closes gives the focus back to its button first. */
      g_idle_add_full (G_PRIORITY_LOW, focus_cb, g_object_ref (self->points), g_object_unref);
    }
  xc_point_editor_say (self->points, error);
}

static void
new_version_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcSchemeDialog *self = XC_SCHEME_DIALOG (widget);
  g_autoptr (GError) error = NULL;

  show_new (self, xc_schemes_add_version (self->store, get_scheme (self)->id, &error), error);
}

/* Which outline; the one behind the last is empty. */
static void
new_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcSchemeDialog *self = XC_SCHEME_DIALOG (widget);
  const char *const *preset = xc_scheme_presets_get ()[g_variant_get_int32 (parameter)];
  g_autoptr (GError) error = NULL;
  gint64 id = preset != NULL ? xc_schemes_add (self->store, preset[0], preset + 1, &error)
                             : xc_schemes_add (self->store, _ ("Own scheme"), NULL, &error);

  show_new (self, id, error);
}

static void
named_cb (XcSchemeDialog *self, const char *response, AdwMessageDialog *dialog)
{
  const XcScheme *scheme = get_scheme (self);
  g_autofree char *title =
      xc_text_clean (gtk_editable_get_text (GTK_EDITABLE (adw_message_dialog_get_extra_child (dialog))));
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (response, "rename") || scheme == NULL || *title == '\0')
    return;
  xc_schemes_rename (self->store, scheme->id, title, &error);
  xc_point_editor_say (self->points, error);
}

static void
name_changed_cb (AdwMessageDialog *dialog, GtkEditable *entry)
{
  g_autofree char *title = xc_text_clean (gtk_editable_get_text (entry));

  adw_message_dialog_set_response_enabled (dialog, "rename", *title != '\0');
}

/* Papers of finished rounds are found by its points: what the scheme is called
 * may change. */
static void
rename_scheme_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcSchemeDialog *self = XC_SCHEME_DIALOG (widget);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _ ("Rename the Scheme"), NULL);
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), get_scheme (self)->title);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Title of the Scheme"), -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "rename",
                                    _ ("_Rename"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "rename", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "rename");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (named_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "changed", G_CALLBACK (name_changed_cb), dialog, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (entry);
}

static void
remove_scheme_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcSchemeDialog *self = XC_SCHEME_DIALOG (widget);
  g_autoptr (GError) error = NULL;

  xc_schemes_remove (self->store, get_scheme (self)->id, &error);
  xc_point_editor_say (self->points, error);
}

static void
give_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcSchemeDialog *self = XC_SCHEME_DIALOG (widget);
  g_autoptr (GError) error = NULL;

  xc_schemes_give_to_round (self->store, get_scheme (self)->id, self->round_id, &error);
  xc_point_editor_say (self->points, error);
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcSchemeDialog *self = XC_SCHEME_DIALOG (widget);
  g_autoptr (GError) error = NULL;

  (g_str_equal (name, "scheme.undo") ? xc_store_undo : xc_store_redo) (self->store, NULL, &error);
  xc_point_editor_say (self->points, error);
}

static void
xc_scheme_dialog_dispose (GObject *object)
{
  XcSchemeDialog *self = XC_SCHEME_DIALOG (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->list, g_ptr_array_unref);
  adw_window_set_content (ADW_WINDOW (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), XC_TYPE_SCHEME_DIALOG);
  G_OBJECT_CLASS (xc_scheme_dialog_parent_class)->dispose (object);
}

/* Each step is in the ledger: there is nothing to keep. */
static void
keep (XcDialog *dialog)
{
}

static void
xc_scheme_dialog_class_init (XcSchemeDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = xc_scheme_dialog_dispose;
  XC_DIALOG_CLASS (class)->keep = keep;
  g_type_ensure (XC_TYPE_POINT_EDITOR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/xuncha/Xuncha/scheme/scheme-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, XcSchemeDialog, schemes);
  gtk_widget_class_bind_template_child (widget_class, XcSchemeDialog, presets);
  gtk_widget_class_bind_template_child (widget_class, XcSchemeDialog, sentence);
  gtk_widget_class_bind_template_child (widget_class, XcSchemeDialog, give);
  gtk_widget_class_bind_template_child (widget_class, XcSchemeDialog, points);
  gtk_widget_class_bind_template_callback (widget_class, scheme_selected_cb);
  gtk_widget_class_install_action (widget_class, "scheme.rename", NULL, rename_scheme_action);
  gtk_widget_class_install_action (widget_class, "scheme.new-version", NULL, new_version_action);
  gtk_widget_class_install_action (widget_class, "scheme.new", "i", new_action);
  gtk_widget_class_install_action (widget_class, "scheme.remove", NULL, remove_scheme_action);
  gtk_widget_class_install_action (widget_class, "scheme.give", NULL, give_action);
  gtk_widget_class_install_action (widget_class, "scheme.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "scheme.redo", NULL, undo_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "scheme.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "scheme.redo", NULL);
}

static void
xc_scheme_dialog_init (XcSchemeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_presets (XcSchemeDialog *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  for (int i = 0;; i++)
    {
      const char *const *preset = xc_scheme_presets_get ()[i];
      g_autoptr (GMenuItem) item = g_menu_item_new (preset != NULL ? preset[0] : _ ("Empty"), NULL);

      g_menu_item_set_action_and_target (item, "scheme.new", "i", i);
      g_menu_append_item (menu, item);
      if (preset == NULL)
        break;
    }
  gtk_menu_button_set_menu_model (self->presets, G_MENU_MODEL (menu));
}

/**
 * xc_scheme_dialog_new:
 * @parent: the window that it belongs to
 * @store: a ledger
 * @round_id: a round, whose scheme is shown and which can be given another one;
 * or 0
 *
 * Returns: (transfer full): a dialog to be presented
 */
XcSchemeDialog *
xc_scheme_dialog_new (GtkWindow *parent, XcStore *store, gint64 round_id)
{
  XcSchemeDialog *self = g_object_new (XC_TYPE_SCHEME_DIALOG, "transient-for", parent, NULL);
  g_autoptr (XcRecord) round = round_id != 0 ? xc_store_load (store, XC_TABLE_ROUND, round_id, NULL) : NULL;
  g_autofree char *name = NULL;
  g_autofree char *button = NULL;

  self->store = g_object_ref (store);
  self->round_id = round != NULL ? round_id : 0;
  gtk_widget_set_visible (self->give, round != NULL);
  if (round != NULL)
    {
      name = xc_row_dup_name (xc_store_get_database (store), XC_TABLE_ROUND, round_id);
      /* translators: %s is a round */
      button = g_strdup_printf (_ ("Use in %s"), name);
      gtk_button_set_label (GTK_BUTTON (self->give), button);
    }
  xc_drop_down_name (self->schemes, _ ("Scheme"));
  add_presets (self);
  show_schemes (self, round != NULL ? xc_record_get_number (round, "scheme_id") : 0);
  show_scheme (self);
  xc_point_editor_say (self->points, NULL);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_grab_focus (GTK_WIDGET (self->points));
  return self;
}
