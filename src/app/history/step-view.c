/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/history/step-view.h"

#include <glib/gi18n-lib.h>

#include "app/history/story-view.h"
#include "store/reader.h"
#include "store/row-story.h"

/* A whole import is one step; nobody reads more rows of it than these. */
#define MAX_ROWS 100
/* Built at once: less than a screenful. The others follow between the frames. */
#define PIECE_FIELDS 16

struct _XcStepView
{
  AdwBin parent_instance;

  /* Owned */
  XcStore *store;     /* NULL before the first step */
  XcReader *reader;   /* of it */
  GPtrArray *stories; /* of XcRowStory: those that are being shown, or NULL */

  /* Borrowed */
  GtkBox *boxes; /* the child: of what is shown, and of what was and is being taken to pieces */
  GtkBox *box;   /* of what is shown */

  guint n_rows; /* that the step changed */
  guint n_shown;
  guint growing; /* source, or 0 */
  guint leaving; /* likewise */
};

G_DEFINE_FINAL_TYPE (XcStepView, xc_step_view, ADW_TYPE_BIN)

/* Takes a row out of what is not shown any more. */
static gboolean
take_to_pieces (gpointer data)
{
  XcStepView *self = data;
  GtkWidget *old = gtk_widget_get_first_child (GTK_WIDGET (self->boxes));
  GtkWidget *row = gtk_widget_get_first_child (old);

  if (row != NULL)
    gtk_box_remove (GTK_BOX (old), row);
  else if (old != GTK_WIDGET (self->box))
    gtk_box_remove (self->boxes, old);
  if (gtk_widget_get_first_child (GTK_WIDGET (self->boxes)) != GTK_WIDGET (self->box))
    return G_SOURCE_CONTINUE;
  self->leaving = 0;
  return G_SOURCE_REMOVE;
}

/* The rows of an import are thousands of labels, of each of which assistive technology is told that it goes. */
static void
clear (XcStepView *self)
{
  if (self->reader != NULL)
    xc_reader_stop (self->reader);
  g_clear_handle_id (&self->growing, g_source_remove);
  g_clear_pointer (&self->stories, g_ptr_array_unref);
  if (self->box != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->box), FALSE);
  if (self->box != NULL && self->leaving == 0)
    self->leaving = g_idle_add_full (G_PRIORITY_LOW, take_to_pieces, self, NULL);
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 9));
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "form");
  gtk_box_append (self->boxes, GTK_WIDGET (self->box));
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

  for (guint n_fields = 0; n_fields < PIECE_FIELDS && self->n_shown < self->stories->len; self->n_shown++)
    {
      const XcRowStory *story = self->stories->pdata[self->n_shown];

      gtk_box_append (self->box, xc_story_view_new (story));
      n_fields += 1 + story->fields->len;
    }
  if (self->n_shown < self->stories->len)
    return G_SOURCE_CONTINUE;
  tell_rest (self);
  g_clear_pointer (&self->stories, g_ptr_array_unref);
  self->growing = 0;
  return G_SOURCE_REMOVE;
}

typedef struct
{
  gint64 action;
  gboolean inverse;
} Question;

typedef struct
{
  GPtrArray *stories; /* NULL: the step changed nothing */
  guint n_rows;
} Answer;

static void
answer_free (gpointer data)
{
  Answer *self = data;

  g_clear_pointer (&self->stories, g_ptr_array_unref);
  g_free (self);
}

/* A whole import is read through to count its rows: in a thread, for as long as that takes. */
static gpointer
read_step (XcStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Question *question = data;
  XcDatabase *database = xc_store_get_database (store);
  g_autoptr (XcHistoryEntry) action = xc_history_load (database, question->action, error);
  Answer *answer;

  if (action == NULL)
    return NULL;
  answer = g_new0 (Answer, 1);
  if (action->changeset == NULL)
    return answer;
  answer->stories =
      xc_row_stories_load (database, action->changeset, question->inverse, MAX_ROWS, &answer->n_rows, error);
  if (answer->stories == NULL)
    g_clear_pointer (&answer, answer_free);
  return answer;
}

static const XcReaderKind reading = { read_step, g_free, answer_free };

static void
show_rows (XcStepView *self)
{
  g_autofree char *count = NULL;

  /* translators: %u is a number of rows that a step changed */
  count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u row", "%u rows", self->n_rows), self->n_rows);
  gtk_box_append (self->box, xc_story_label_new (count, "dim-label"));
  self->n_shown = 0;
  if (show_piece (self))
    self->growing = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, show_piece, self, NULL);
}

static void
read_cb (gpointer data, const GError *error, gpointer view)
{
  XcStepView *self = view;
  Answer *answer = data;

  if (answer == NULL)
    {
      gtk_box_append (self->box, xc_story_label_new (error->message, NULL));
      return;
    }
  self->stories = g_steal_pointer (&answer->stories);
  self->n_rows = answer->n_rows;
  answer_free (answer);
  if (self->stories != NULL)
    show_rows (self);
  else
    gtk_box_append (self->box, xc_story_label_new (_ ("Nothing in the ledger was changed."), NULL));
}

static void
take_store (XcStepView *self, XcStore *store)
{
  if (self->store == store)
    return;
  g_clear_pointer (&self->reader, xc_reader_free);
  g_set_object (&self->store, store);
  if (store != NULL)
    self->reader = xc_reader_new (store);
}

static void
xc_step_view_dispose (GObject *object)
{
  XcStepView *self = XC_STEP_VIEW (object);

  take_store (self, NULL);
  g_clear_handle_id (&self->leaving, g_source_remove);
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
  self->boxes = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->boxes));
  clear (self);
}

/**
 * xc_step_view_show:
 * @self: a view
 * @store: (nullable): the ledger of @step
 * @step: (nullable): what to show
 *
 * What it is is told at once, its rows when they were read.
 */
void
xc_step_view_show (XcStepView *self, XcStore *store, XcStep *step)
{
  g_autofree char *when = NULL;
  Question *question;

  clear (self);
  take_store (self, step != NULL ? store : NULL);
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
  question = g_new (Question, 1);
  question->action = xc_step_get_action (step);
  question->inverse = xc_step_get_entry (step)->kind == XC_HISTORY_UNDO;
  xc_reader_ask (self->reader, &reading, question, read_cb, self);
}
