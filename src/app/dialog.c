/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/dialog.h"

#include "app/cut-text.h"
#include "app/form/draft-bar.h"
#include "app/form/drafts.h"
#include "app/text-size.h"

/* Drafts of dialogs that come before any ledger. */
#define NO_LEDGER "no-ledger"

/* For frames and panels of the desktop. */
#define SCREEN_EDGE 64

typedef struct
{
  /* Owned */
  char *ledger;
  char *name;            /* of the draft; NULL: nothing is kept */
  GHashTable *untouched; /* what stood in the dialog before anything was typed */
} XcDialogPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (XcDialog, xc_dialog, ADW_TYPE_WINDOW)

#define PRIVATE(self) ((XcDialogPrivate *) xc_dialog_get_instance_private (self))

static XcDraftBar *
find_bar (GtkWidget *widget)
{
  if (XC_IS_DRAFT_BAR (widget))
    return XC_DRAFT_BAR (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      XcDraftBar *bar = find_bar (child);

      if (bar != NULL)
        return bar;
    }
  return NULL;
}

static GHashTable *
read_typed (XcDialog *self)
{
  GHashTable *typed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  XC_DIALOG_GET_CLASS (self)->read_typed (self, typed);
  return typed;
}

static gboolean
are_equal (GHashTable *one, GHashTable *other)
{
  GHashTableIter iter;
  gpointer name, text;

  g_hash_table_iter_init (&iter, one);
  while (g_hash_table_iter_next (&iter, &name, &text))
    if (g_strcmp0 (g_hash_table_lookup (other, name), text) != 0)
      return FALSE;
  return g_hash_table_size (one) == g_hash_table_size (other);
}

static void
xc_dialog_keep (XcDialog *self)
{
  XcDialogPrivate *priv = PRIVATE (self);
  g_autoptr (GHashTable) typed = NULL;

  if (priv->name == NULL)
    return;
  typed = read_typed (self);
  if (are_equal (typed, priv->untouched))
    xc_drafts_drop_named (priv->ledger, priv->name);
  else
    xc_drafts_keep_named (priv->ledger, priv->name, typed);
}

static void
xc_dialog_discard (XcDialog *self)
{
  XcDialogPrivate *priv = PRIVATE (self);

  xc_drafts_drop_named (priv->ledger, priv->name);
  XC_DIALOG_GET_CLASS (self)->put_typed (self, priv->untouched);
}

static void
discard_draft_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XC_DIALOG_GET_CLASS (widget)->discard (XC_DIALOG (widget));
  gtk_widget_set_visible (GTK_WIDGET (find_bar (widget)), FALSE);
}

static gboolean
xc_dialog_close_request (GtkWindow *window)
{
  XC_DIALOG_GET_CLASS (window)->keep (XC_DIALOG (window));
  return GTK_WINDOW_CLASS (xc_dialog_parent_class)->close_request (window);
}

/* As much larger as the text in it is, and no larger than the screen. */
static void
xc_dialog_constructed (GObject *object)
{
  GtkWindow *window = GTK_WINDOW (object);
  GListModel *monitors = gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (object)));
  g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, 0);
  GdkRectangle screen = { 0 };
  int width, height;

  G_OBJECT_CLASS (xc_dialog_parent_class)->constructed (object);
  if (monitor == NULL)
    return;
  gdk_monitor_get_geometry (monitor, &screen);
  gtk_window_get_default_size (window, &width, &height);
  gtk_window_set_default_size (window,
                               MIN (xc_text_size_scale (width), MAX (width, screen.width - SCREEN_EDGE)),
                               MIN (xc_text_size_scale (height), MAX (height, screen.height - SCREEN_EDGE)));
}

static void
xc_dialog_finalize (GObject *object)
{
  XcDialogPrivate *priv = PRIVATE (XC_DIALOG (object));

  g_free (priv->ledger);
  g_free (priv->name);
  g_clear_pointer (&priv->untouched, g_hash_table_unref);
  G_OBJECT_CLASS (xc_dialog_parent_class)->finalize (object);
}

static void
xc_dialog_class_init (XcDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->constructed = xc_dialog_constructed;
  G_OBJECT_CLASS (class)->finalize = xc_dialog_finalize;
  GTK_WINDOW_CLASS (class)->close_request = xc_dialog_close_request;
  class->keep = xc_dialog_keep;
  class->discard = xc_dialog_discard;
  g_type_ensure (XC_TYPE_DRAFT_BAR);
  gtk_widget_class_install_action (widget_class, "dialog.discard-draft", NULL, discard_draft_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
xc_dialog_init (XcDialog *self)
{
  /* The role of a class does not reach the classes derived from it. */
  g_object_set (self, "accessible-role", GTK_ACCESSIBLE_ROLE_DIALOG, NULL);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  xc_cut_text_tell (GTK_WIDGET (self));
}

static char *
dup_ledger (XcStore *store)
{
  return store != NULL ? xc_store_dup_uuid (store) : g_strdup (NO_LEDGER);
}

/**
 * xc_dialog_show_draft_bar:
 * @self: a dialog with an #XcDraftBar in it
 *
 * Says that what stands in it was typed before.
 */
void
xc_dialog_show_draft_bar (XcDialog *self)
{
  gtk_widget_set_visible (GTK_WIDGET (find_bar (GTK_WIDGET (self))), TRUE);
}

/**
 * xc_dialog_take_up_draft:
 * @self: a dialog in which nothing was typed yet
 * @store: (nullable): the ledger that it is about
 * @name: the same for the same dialog about the same thing
 *
 * What was typed under this @name and not finished is put in again. From now on what is typed is kept when the dialog is
 * closed.
 */
void
xc_dialog_take_up_draft (XcDialog *self, XcStore *store, const char *name)
{
  XcDialogPrivate *priv = PRIVATE (self);
  g_autoptr (GHashTable) typed = NULL;

  g_return_if_fail (priv->name == NULL);
  priv->ledger = dup_ledger (store);
  priv->name = g_strdup (name);
  priv->untouched = read_typed (self);
  typed = xc_drafts_find_named (priv->ledger, name);
  if (typed == NULL)
    return;
  XC_DIALOG_GET_CLASS (self)->put_typed (self, typed);
  xc_dialog_show_draft_bar (self);
}

/**
 * xc_dialog_finish:
 * @self: a dialog
 *
 * Closes it after what was typed is done, so that nothing of it need be kept.
 */
void
xc_dialog_finish (XcDialog *self)
{
  XcDialogPrivate *priv = PRIVATE (self);

  if (priv->name != NULL)
    xc_drafts_drop_named (priv->ledger, priv->name);
  g_clear_pointer (&priv->name, g_free);
  gtk_window_close (GTK_WINDOW (self));
}

/**
 * xc_dialog_drop_draft:
 * @store: (nullable): as in xc_dialog_take_up_draft()
 * @name: likewise
 *
 * For what is done after the dialog was closed: what was typed into it need not be kept any more.
 */
void
xc_dialog_drop_draft (XcStore *store, const char *name)
{
  g_autofree char *ledger = dup_ledger (store);

  xc_drafts_drop_named (ledger, name);
}
