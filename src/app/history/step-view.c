/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/history/step-view.h"

#include <glib/gi18n-lib.h>

#include "store/row-story.h"

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

static GtkWidget *
make_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static char *
make_heading (const XcRowStory *story)
{
  const char *table = xc_catalogue_title (story->table);

  switch (story->kind)
    {
    case XC_CHANGE_INSERTED:
      /* translators: %1$s is the title of a table, %2$s the name of a row */
      return g_strdup_printf (_ ("%1$s: added %2$s"), table, story->name);
    case XC_CHANGE_UPDATED:
      /* translators: %1$s is the title of a table, %2$s the name of a row */
      return g_strdup_printf (_ ("%1$s: changed %2$s"), table, story->name);
    case XC_CHANGE_REMOVED:
      /* translators: %1$s is the title of a table, %2$s the name of a row */
      return g_strdup_printf (_ ("%1$s: removed %2$s"), table, story->name);
    default:
      g_return_val_if_reached (NULL);
    }
}

static GtkWidget *
make_fields (const XcRowStory *story)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 3);
  for (guint i = 0; i < story->fields->len; i++)
    {
      const XcFieldStory *field = story->fields->pdata[i];
      const char *before = field->before != NULL ? field->before : C_ ("no value", "—");
      const char *after = field->after != NULL ? field->after : C_ ("no value", "—");
      GtkWidget *title = make_label (xc_field_title (story->table, field->field), "field-title");
      g_autofree char *words = NULL;
      GtkWidget *values;

      if (story->kind == XC_CHANGE_UPDATED)
        /* translators: %1$s is a value before a change, %2$s the value after it */
        words = g_strdup_printf (_ ("%1$s → %2$s"), before, after);
      values = make_label (words != NULL ? words : story->kind == XC_CHANGE_INSERTED ? after : before, NULL);
      gtk_label_set_width_chars (GTK_LABEL (title), 10);
      gtk_label_set_max_width_chars (GTK_LABEL (title), 10);
      gtk_widget_set_hexpand (values, TRUE);
      gtk_grid_attach (GTK_GRID (grid), title, 0, (int) i, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), values, 1, (int) i, 1, 1);
    }
  return grid;
}

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
  gtk_box_append (self->box, make_label (more, "dim-label"));
}

static gboolean
show_piece (gpointer data)
{
  XcStepView *self = data;

  for (guint i = 0; i < PIECE_ROWS && self->n_shown < self->stories->len; i++, self->n_shown++)
    {
      const XcRowStory *story = self->stories->pdata[self->n_shown];
      g_autofree char *heading = make_heading (story);

      gtk_box_append (self->box, make_label (heading, "heading"));
      gtk_box_append (self->box, make_fields (story));
    }
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
      gtk_box_append (self->box, make_label (error->message, NULL));
      return;
    }
  /* translators: %u is a number of rows that a step changed */
  count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u row", "%u rows", self->n_rows), self->n_rows);
  gtk_box_append (self->box, make_label (count, "dim-label"));
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
  gtk_box_append (self->box, make_label (xc_step_get_text (step, XC_STEP_TITLE), "title-4"));
  /* translators: %1$s is what was done (“Done”, “Undone”), %2$s a time, %3$s the name of a user */
  when = g_strdup_printf (_ ("%1$s %2$s by %3$s"), xc_step_get_text (step, XC_STEP_KIND),
                          xc_step_get_text (step, XC_STEP_TIME), xc_step_get_text (step, XC_STEP_USER));
  gtk_box_append (self->box, make_label (when, "dim-label"));
  if (xc_step_get_action (step) == 0)
    {
      gtk_box_append (self->box, make_label (_ ("Nothing in the ledger was changed."), NULL));
      return;
    }
  action = xc_history_load (database, xc_step_get_action (step), &error);
  if (action == NULL || action->changeset == NULL)
    gtk_box_append (
        self->box,
        make_label (error != NULL ? error->message : _ ("Nothing in the ledger was changed."), NULL));
  else
    show_rows (self, database, action, xc_step_get_entry (step)->kind == XC_HISTORY_UNDO);
}
