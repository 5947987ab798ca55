/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/history/history-tab.h"

#include <glib/gi18n-lib.h>

#include "app/history/step.h"
#include "app/history/story-view.h"
#include "store/row-history.h"

/* Nobody reads further back in a tab; the page of the history has all. */
#define MAX_STEPS 40

struct _XcHistoryTab
{
  XcFormTab parent_instance;

  char *table_name; /* owned */

  GtkScrolledWindow *scroller; /* borrowed: the child */
};

typedef enum
{
  PROP_TABLE = 1,
} XcHistoryTabProperty;

G_DEFINE_FINAL_TYPE (XcHistoryTab, xc_history_tab, XC_TYPE_FORM_TAB)

static void
append_step (GtkBox *box, XcRowHistoryStep *read)
{
  g_autoptr (XcStep) step = xc_step_new (g_steal_pointer (&read->entry));
  /* translators: %1$s is what was done (“Done”, “Undone”), %2$s a time, %3$s the name of a user */
  g_autofree char *when =
      g_strdup_printf (_ ("%1$s %2$s by %3$s"), xc_step_get_text (step, XC_STEP_KIND),
                       xc_step_get_text (step, XC_STEP_TIME), xc_step_get_text (step, XC_STEP_USER));
  GtkWidget *first = xc_story_label_new (when, "dim-label");

  gtk_widget_add_css_class (first, "caption");
  gtk_widget_set_margin_top (first, 6);
  gtk_box_append (box, first);
  for (guint i = 0; i < read->stories->len; i++)
    gtk_box_append (box, xc_story_view_new (read->stories->pdata[i]));
}

static void
xc_history_tab_fill (XcFormTab *tab, XcStore *store, gint64 id)
{
  XcHistoryTab *self = XC_HISTORY_TAB (tab);
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 9));
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GError) error = NULL;
  gboolean has_more = FALSE;

  gtk_widget_add_css_class (GTK_WIDGET (box), "form");
  if (id != 0)
    steps = xc_row_history_load (xc_store_get_database (store), xc_catalogue_find (self->table_name), id,
                                 MAX_STEPS, &has_more, &error);
  if (error != NULL)
    gtk_box_append (box, xc_story_label_new (error->message, NULL));
  else if (steps == NULL || steps->len == 0)
    gtk_box_append (box, xc_story_label_new (_ ("Nothing was done to this row yet."), "dim-label"));
  for (guint i = 0; steps != NULL && i < steps->len; i++)
    append_step (box, steps->pdata[i]);
  if (has_more)
    gtk_box_append (box, xc_story_label_new (_ ("Earlier steps are on the page History."), "dim-label"));
  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (box));
}

static void
xc_history_tab_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((XcHistoryTabProperty) id)
    {
    case PROP_TABLE:
      XC_HISTORY_TAB (object)->table_name = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
xc_history_tab_finalize (GObject *object)
{
  g_free (XC_HISTORY_TAB (object)->table_name);
  G_OBJECT_CLASS (xc_history_tab_parent_class)->finalize (object);
}

static void
xc_history_tab_class_init (XcHistoryTabClass *class)
{
  G_OBJECT_CLASS (class)->set_property = xc_history_tab_set_property;
  G_OBJECT_CLASS (class)->finalize = xc_history_tab_finalize;
  XC_FORM_TAB_CLASS (class)->fill = xc_history_tab_fill;
  g_object_class_install_property (
      G_OBJECT_CLASS (class), PROP_TABLE,
      g_param_spec_string ("table", NULL, NULL, NULL,
                           G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS));
}

static void
xc_history_tab_init (XcHistoryTab *self)
{
  self->scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->scroller));
}
