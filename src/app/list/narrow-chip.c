/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/list/narrow-chip.h"

#include <glib/gi18n-lib.h>

/* A longer title is cut: its tooltip has all of it. */
#define CHIP_CHARS 60

struct _XcNarrowChip
{
  AdwBin parent_instance;

  /* Borrowed: of the own tree */
  GtkLabel *label;
  GtkWidget *remove;
};

G_DEFINE_FINAL_TYPE (XcNarrowChip, xc_narrow_chip, ADW_TYPE_BIN)

static guint removed_signal;

static void
clicked_cb (XcNarrowChip *self)
{
  xc_narrow_chip_show (self, NULL);
  g_signal_emit (self, removed_signal, 0);
}

static void
xc_narrow_chip_class_init (XcNarrowChipClass *class)
{
  removed_signal =
      g_signal_new ("removed", XC_TYPE_NARROW_CHIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
xc_narrow_chip_init (XcNarrowChip *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->label = GTK_LABEL (gtk_label_new (NULL));
  self->remove = gtk_button_new_from_icon_name ("window-close-symbolic");
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (self->label, CHIP_CHARS);
  gtk_widget_add_css_class (self->remove, "flat");
  gtk_widget_add_css_class (box, "narrow-chip");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (box), self->remove);
  gtk_widget_set_halign (box, GTK_ALIGN_START);
  g_signal_connect_swapped (self->remove, "clicked", G_CALLBACK (clicked_cb), self);
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * xc_narrow_chip_show:
 * @self: a chip
 * @title: (nullable): what rows are shown; %NULL hides the chip
 */
void
xc_narrow_chip_show (XcNarrowChip *self, const char *title)
{
  gtk_widget_set_visible (GTK_WIDGET (self), title != NULL);
  if (title == NULL)
    return;
  /* translators: %s says what rows are shown */
  g_autofree char *words = g_strdup_printf (_ ("Show All Again, Not Only “%s”"), title);
  gtk_label_set_text (self->label, title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->label), title);
  gtk_widget_set_tooltip_text (self->remove, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}
