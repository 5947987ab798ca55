/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/form/draft-bar.h"

#include <glib/gi18n-lib.h>

struct _XcDraftBar
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (XcDraftBar, xc_draft_bar, ADW_TYPE_BIN)

static void
xc_draft_bar_class_init (XcDraftBarClass *class)
{
}

static void
xc_draft_bar_init (XcDraftBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (_ ("This was typed before and is not saved yet."));
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Begin Anew"));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "dialog.discard-draft");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  gtk_widget_add_css_class (box, "read-only");
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
