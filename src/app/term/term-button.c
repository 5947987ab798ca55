/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/term/term-button.h"

#include <glib/gi18n-lib.h>

#include "app/late-menu.h"
#include "app/term/term-dialog.h"

struct _XcTermButton
{
  AdwBin parent_instance;

  /* Borrowed: of its own tree */
  GtkMenuButton *button;
  GtkLabel *label;

  /* Owned */
  XcTermChoice *choice;
  GSimpleActionGroup *actions;
};

G_DEFINE_FINAL_TYPE (XcTermButton, xc_term_button, ADW_TYPE_BIN)

static void
choose_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  XcTermButton *self = data;

  xc_term_choice_choose (self->choice, g_variant_get_int64 (parameter));
}

static void
saved_cb (XcTermButton *self, gint64 id)
{
  xc_term_choice_choose (self->choice, id);
}

static void
present_dialog (XcTermButton *self, XcRecord *term)
{
  XcTermDialog *dialog = xc_term_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                             xc_term_choice_get_store (self->choice), term);

  g_signal_connect_object (dialog, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
edit_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  XcTermButton *self = data;

  present_dialog (self, xc_term_choice_get_term (self->choice));
}

static void
add_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  XcTermButton *self = data;
  GPtrArray *terms = xc_term_choice_get_terms (self->choice);
  g_autoptr (XcRecord) term = xc_term_new_after (terms->len > 0 ? terms->pdata[0] : NULL);

  present_dialog (self, term);
}

static GMenuModel *
make_menu (XcTermButton *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) terms = g_menu_new ();
  g_autoptr (GMenu) commands = g_menu_new ();
  GPtrArray *all = xc_term_choice_get_terms (self->choice);

  for (guint i = 0; i < all->len; i++)
    {
      g_autofree char *title = xc_term_dup_title (all->pdata[i]);
      g_autoptr (GMenuItem) item = g_menu_item_new (title, NULL);

      g_menu_item_set_action_and_target (item, "term.choose", "x", xc_record_get_id (all->pdata[i]));
      g_menu_append_item (terms, item);
    }
  g_menu_append (commands, _ ("_Details of the Term…"), "term.edit");
  g_menu_append (commands, _ ("_New Term…"), "term.add");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (terms));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (commands));
  return G_MENU_MODEL (menu);
}

static void
set_enabled (XcTermButton *self, const char *name, gboolean is_enabled)
{
  g_simple_action_set_enabled (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), name)), is_enabled);
}

/**
 * xc_term_button_refresh:
 * @self: a button
 *
 * Shows the terms of the ledger that its choice has now.
 */
void
xc_term_button_refresh (XcTermButton *self)
{
  XcStore *store = xc_term_choice_get_store (self->choice);
  XcRecord *term = xc_term_choice_get_term (self->choice);
  g_autofree char *title = term != NULL ? xc_term_dup_title (term) : g_strdup (_ ("No Term Yet"));
  /* translators: %s is the term that is shown, as people call it */
  g_autofree char *name = g_strdup_printf (_ ("Term: %s"), title);
  g_autoptr (GMenuModel) menu = make_menu (self);
  gboolean is_writable = store != NULL && xc_store_is_writable (store);

  gtk_label_set_text (self->label, title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  xc_late_menu_set (self->button, menu);
  g_simple_action_set_state (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), "choose")),
      g_variant_new_int64 (xc_term_choice_get_id (self->choice)));
  set_enabled (self, "edit", term != NULL && is_writable);
  set_enabled (self, "add", is_writable);
}

/**
 * xc_term_button_set_choice:
 * @self: a button
 * @choice: what it shows and changes; once
 */
void
xc_term_button_set_choice (XcTermButton *self, XcTermChoice *choice)
{
  g_return_if_fail (self->choice == NULL);
  self->choice = g_object_ref (choice);
  g_signal_connect_object (choice, "chosen", G_CALLBACK (xc_term_button_refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (choice, "terms-changed", G_CALLBACK (xc_term_button_refresh), self,
                           G_CONNECT_SWAPPED);
  xc_term_button_refresh (self);
}

/**
 * xc_term_button_get_actions:
 * @self: a button
 *
 * Returns: (transfer none): what it does with terms, for other widgets that offer it under the prefix "term"
 */
GActionGroup *
xc_term_button_get_actions (XcTermButton *self)
{
  return G_ACTION_GROUP (self->actions);
}

static void
xc_term_button_dispose (GObject *object)
{
  XcTermButton *self = XC_TERM_BUTTON (object);

  g_clear_object (&self->choice);
  g_clear_object (&self->actions);
  G_OBJECT_CLASS (xc_term_button_parent_class)->dispose (object);
}

static void
xc_term_button_class_init (XcTermButtonClass *class)
{
  G_OBJECT_CLASS (class)->dispose = xc_term_button_dispose;
}

static void
xc_term_button_init (XcTermButton *self)
{
  const GActionEntry entries[] = {
    { .name = "choose", .activate = choose_action, .parameter_type = "x", .state = "int64 0" },
    { .name = "edit", .activate = edit_action },
    { .name = "add", .activate = add_action },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "term", G_ACTION_GROUP (self->actions));
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_child (self->button, GTK_WIDGET (self->label));
  gtk_menu_button_set_always_show_arrow (self->button, TRUE);
  gtk_menu_button_set_has_frame (self->button, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "heading");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
}
