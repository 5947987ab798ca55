/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/history/step-view.h"

#include <glib/gi18n-lib.h>

#include "app/history/story-view.h"

/* A whole import is one step; nobody reads more rows of it than these. */
#define MAX_ROWS 100
/* Built at once: about a screenful. The others follow between the frames. */
#define PIECE_ROWS 8

struct _XcStepView
{
  AdwBin parent_instance;

  /* Owned */
  GPtrArray *stories; /* of XcRowStory: those that are being shown, or NULL */

  /* Borrowed */
  GtkBox *box; /* the child */

  guint n_rows; /* that the step changed */
  guint n_shown;
  guint growing; /* source, or 0 */
};

G_DEFINE_FINAL_TYPE (XcStepView, xc_step_view, ADW_TYPE_BIN)

static void
clear (XcStepView *self)
{
  GtkWidget *child;

  g_clear_handle_id (&self->growing, g_source_remove);
  g_clear_pointer (&self->stories, g_ptr_array_unref);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
}

static void
tell_rest (XcStepView *self)
{
  guint n_more = self->n_rows - self->stories->len;
  g_autofree char *more = NULL;

  if (n_more == 0)
    return;
  more = g_strdup_printf (
      /* translators: %u is a number of rows that are not shown */
      g_dngettext (GETTEXT_PACKAGE, "And %u more row", "And %u more rows", n_more), n_more);
  gtk_box_append (self->box, xc_story_label_new (more, "dim-label"));
}

static gboolean
show_piece (gpointer data)
{
  XcStepView *self = data;

  for (guint i = 0; i < PIECE_ROWS && self->n_shown < self->stories->len; i++, self->n_shown++)
    gtk_box_append (self->box, xc_story_view_new (self->stories->pdata[self->n_shown]));
  if (self->n_shown < self->stories->len)
    return G_SOURCE_CONTINUE;
  tell_rest (self);
  g_clear_pointer (&self->stories, g_ptr_array_unref);
  self->growing = 0;
  return G_SOURCE_REMOVE;
}

static void
show_rows (XcStepView *self, XcDatabase *database, const XcHistoryEntry *action, gboolean inverse)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *count = NULL;

  self->stories = xc_row_stories_load (database, action->changeset, inverse, MAX_ROWS, &self->n_rows, &error);
  if (self->stories == NULL)
    {
      gtk_box_append (self->box, xc_story_label_new (error->message, NULL));
      return;
    }
  /* translators: %u is a number of rows that a step changed */
  count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u row", "%u rows", self->n_rows), self->n_rows);
  gtk_box_append (self->box, xc_story_label_new (count, "dim-label"));
  self->n_shown = 0;
  if (show_piece (self))
    self->growing = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, show_piece, self, NULL);
}

static void
xc_step_view_dispose (GObject *object)
{
  XcStepView *self = XC_STEP_VIEW (object);

  g_clear_handle_id (&self->growing, g_source_remove);
  g_clear_pointer (&self->stories, g_ptr_array_unref);
  G_OBJECT_CLASS (xc_step_view_parent_class)->dispose (object);
}

static void
xc_step_view_class_init (XcStepViewClass *class)
{
  G_OBJECT_CLASS (class)->dispose = xc_step_view_dispose;
}

static void
xc_step_view_init (XcStepView *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 9));
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "form");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

/**
 * xc_step_view_show:
 * @self: a view
 * @database: (nullable): the ledger of @step
 * @step: (nullable): what to show
 */
void
xc_step_view_show (XcStepView *self, XcDatabase *database, XcStep *step)
{
  g_autoptr (XcHistoryEntry) action = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *when = NULL;

  clear (self);
  if (step == NULL)
    return;
  gtk_box_append (self->box, xc_story_label_new (xc_step_get_text (step, XC_STEP_TITLE), "title-4"));
  /* translators: %1$s is what was done (“Done”, “Undone”), %2$s a time, %3$s the name of a user */
  when = g_strdup_printf (_ ("%1$s %2$s by %3$s"), xc_step_get_text (step, XC_STEP_KIND),
                          xc_step_get_text (step, XC_STEP_TIME), xc_step_get_text (step, XC_STEP_USER));
  gtk_box_append (self->box, xc_story_label_new (when, "dim-label"));
  if (xc_step_get_action (step) == 0)
    {
      gtk_box_append (self->box, xc_story_label_new (_ ("Nothing in the ledger was changed."), NULL));
      return;
    }
  action = xc_history_load (database, xc_step_get_action (step), &error);
  if (action == NULL || action->changeset == NULL)
    gtk_box_append (
        self->box,
        xc_story_label_new (error != NULL ? error->message : _ ("Nothing in the ledger was changed."), NULL));
  else
    show_rows (self, database, action, xc_step_get_entry (step)->kind == XC_HISTORY_UNDO);
}
