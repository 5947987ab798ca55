/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/avoidance/avoidance-mark.h"

#include <glib/gi18n-lib.h>

#include "app/avoidance/avoidance-dialog.h"

struct _XcAvoidanceMark
{
  GtkWidget parent_instance;

  XcAvoidancePlace place;

  /* Owned */
  GtkWidget *button;
  GtkWidget *content; /* of the button, borrowed */
  XcStore *store;     /* nullable */
  char *words;        /* nullable: nothing stands against it */
};

G_DEFINE_FINAL_TYPE (XcAvoidanceMark, xc_avoidance_mark, GTK_TYPE_WIDGET)

static void
show_conflicts (XcAvoidanceMark *self, const GArray *conflicts)
{
  guint n_open = xc_avoidance_count_open (conflicts);
  g_autofree char *count = xc_avoidance_book_dup_count (conflicts);

  g_free (self->words);
  self->words = xc_avoidance_book_dup_words (xc_avoidance_book_get (self->store), conflicts);
  /* Color alone says nothing: the word is different as well. */
  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (self->content),
                                    n_open > 0 ? "action-unavailable-symbolic" : "object-select-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (self->content),
                                n_open > 0 ? C_ ("avoidance", "Avoid") : C_ ("avoidance", "Waived"));
  gtk_widget_remove_css_class (self->button, n_open > 0 ? "dim-label" : "error");
  gtk_widget_add_css_class (self->button, n_open > 0 ? "error" : "dim-label");
  gtk_widget_set_tooltip_text (self->button, self->words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, count,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, self->words, -1);
}

static void
update (XcAvoidanceMark *self)
{
  XcAvoidanceBook *book = self->store != NULL ? xc_avoidance_book_get (self->store) : NULL;
  g_autoptr (GArray) conflicts = book != NULL ? xc_avoidance_book_list (book, &self->place) : NULL;
  gboolean has_some = conflicts != NULL && conflicts->len > 0;

  gtk_widget_set_visible (GTK_WIDGET (self), has_some);
  if (has_some)
    show_conflicts (self, conflicts);
  else
    g_clear_pointer (&self->words, g_free);
}

static void
clicked_cb (XcAvoidanceMark *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  XcAvoidanceDialog *dialog =
      xc_avoidance_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, self->store, &self->place);

  gtk_window_present (GTK_WINDOW (dialog));
}

static void
xc_avoidance_mark_dispose (GObject *object)
{
  XcAvoidanceMark *self = XC_AVOIDANCE_MARK (object);

  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (xc_avoidance_book_get (self->store), self);
  g_clear_object (&self->store);
  g_clear_pointer (&self->button, gtk_widget_unparent);
  G_OBJECT_CLASS (xc_avoidance_mark_parent_class)->dispose (object);
}

static void
xc_avoidance_mark_finalize (GObject *object)
{
  g_free (XC_AVOIDANCE_MARK (object)->words);
  G_OBJECT_CLASS (xc_avoidance_mark_parent_class)->finalize (object);
}

static void
xc_avoidance_mark_class_init (XcAvoidanceMarkClass *class)
{
  G_OBJECT_CLASS (class)->dispose = xc_avoidance_mark_dispose;
  G_OBJECT_CLASS (class)->finalize = xc_avoidance_mark_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
}

static void
xc_avoidance_mark_init (XcAvoidanceMark *self)
{
  self->button = gtk_button_new ();
  self->content = adw_button_content_new ();
  gtk_button_set_child (GTK_BUTTON (self->button), self->content);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self), "avoidance-mark");
  /* In the middle of its line, as high as a line of Chinese: what is lower makes a box measure two heights. */
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
}

/**
 * xc_avoidance_mark_new:
 *
 * Returns: (transfer floating): a mark of nothing
 */
GtkWidget *
xc_avoidance_mark_new (void)
{
  return g_object_new (XC_TYPE_AVOIDANCE_MARK, NULL);
}

/**
 * xc_avoidance_mark_set_place:
 * @self: a mark
 * @store: (nullable): a ledger
 * @place: (nullable): what it is beside
 *
 * It follows the ledger by itself from then on.
 */
void
xc_avoidance_mark_set_place (XcAvoidanceMark *self, XcStore *store, const XcAvoidancePlace *place)
{
  if (self->store != store)
    {
      if (self->store != NULL)
        g_signal_handlers_disconnect_by_data (xc_avoidance_book_get (self->store), self);
      g_set_object (&self->store, store);
      if (store != NULL)
        g_signal_connect_object (xc_avoidance_book_get (store), "changed", G_CALLBACK (update), self,
                                 G_CONNECT_SWAPPED);
    }
  self->place = place != NULL ? *place : (XcAvoidancePlace){ 0 };
  update (self);
}

/**
 * xc_avoidance_mark_get_words:
 * @self: a mark
 *
 * Returns: (nullable): what it says, for the row that it stands in; %NULL when nothing stands against it
 */
const char *
xc_avoidance_mark_get_words (XcAvoidanceMark *self)
{
  return self->words;
}
