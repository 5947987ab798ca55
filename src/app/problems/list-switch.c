/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/problems/list-switch.h"

#include <glib/gi18n-lib.h>

#include "app/due/due-menu.h"
#include "app/problems/problem-lists.h"
#include "app/text-size.h"

struct _XcListSwitch
{
  AdwBin parent_instance;

  GtkButton *buttons[XC_N_LISTS]; /* borrowed: of its own tree */
};

G_DEFINE_FINAL_TYPE (XcListSwitch, xc_list_switch, ADW_TYPE_BIN)

static void
xc_list_switch_class_init (XcListSwitchClass *class)
{
}

static void
append_button (GtkBox *row, const char *icon, const char *action, const char *name, const char *tooltip)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (row, button);
}

/* What is done with inspections and whole lists: before they leave somebody looks through them. */
static void
append_work (GtkBox *line)
{
  GtkBox *row = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));

  gtk_widget_set_halign (GTK_WIDGET (row), GTK_ALIGN_END);
  gtk_box_append (line, GTK_WIDGET (row));
  gtk_box_append (row, g_object_new (XC_TYPE_DUE_MENU, NULL));
  append_button (row, "x-office-calendar-symbolic", "closing.inspection",
                 _ ("Plan and Deadlines of the Inspection"),
                 _ ("Plan and Deadlines of the Inspection (Ctrl+Shift+L)"));
  append_button (row, "mail-unread-symbolic", "win.write-letters", _ ("Write Warning Letters"),
                 _ ("Write Warning Letters"));
  append_button (row, "object-select-symbolic", "win.check-lists", _ ("Check of the Lists"),
                 _ ("Check the lists (F7)"));
}

static void
xc_list_switch_init (XcListSwitch *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  gtk_widget_add_css_class (GTK_WIDGET (self), "list-switch");
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("List"), -1);
  for (guint i = 0; i < XC_N_LISTS; i++)
    {
      GtkWidget *button = gtk_toggle_button_new ();
      g_autofree char *key = g_strdup_printf ("Alt+%u", i + 1);

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "page.list");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", xc_list_to_word ((XcList) i));
      gtk_widget_set_tooltip_text (button, key);
      gtk_widget_set_hexpand (button, TRUE);
      gtk_box_append (GTK_BOX (box), button);
      self->buttons[i] = GTK_BUTTON (button);
    }
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (row), box);
  append_work (GTK_BOX (row));
  xc_text_size_stack (GTK_BOX (row));
  adw_bin_set_child (ADW_BIN (self), row);
  xc_list_switch_set_store (self, NULL);
}

/**
 * xc_list_switch_set_store:
 * @self: a switch
 * @store: (nullable): the ledger, which says what its lists are called
 */
void
xc_list_switch_set_store (XcListSwitch *self, XcStore *store)
{
  for (guint i = 0; i < XC_N_LISTS; i++)
    {
      g_autofree char *title = xc_problem_lists_dup_title (store, (XcList) i);

      gtk_button_set_label (self->buttons[i], title);
      gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (self->buttons[i])), PANGO_ELLIPSIZE_END);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                      -1);
    }
}
