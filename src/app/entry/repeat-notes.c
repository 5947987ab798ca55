/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/entry/repeat-notes.h"

#include <glib/gi18n-lib.h>

#include "app/window.h"
#include "store/reader.h"
#include "store/repeat-problems.h"

/* Of either kind; the figures say how many there are. */
#define N_ROWS 4

struct _XcRepeatNotes
{
  XcFormPart parent_instance;

  gint64 inspection_id;
  gint64 point_id;

  /* Owned */
  XcStore *store;
  XcReader *reader; /* NULL without a ledger */

  /* Borrowed: of its own tree */
  GtkExpander *expander;
  GtkListBox *rows;
};

G_DEFINE_FINAL_TYPE (XcRepeatNotes, xc_repeat_notes, XC_TYPE_FORM_PART)

static char *
dup_figures (const XcRepeatProblems *found, gboolean has_point)
{
  g_autofree char *earlier = NULL;
  g_autofree char *elsewhere = NULL;

  if (found->n_earlier > 0)
    earlier = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u earlier problem of this organization",
                                            "%u earlier problems of this organization", found->n_earlier),
                               found->n_earlier);
  if (has_point && found->n_organizations > 0)
    elsewhere =
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "the same point in %u other organization",
                                      "the same point in %u other organizations", found->n_organizations),
                         found->n_organizations);
  if (earlier != NULL && elsewhere != NULL)
    /* translators: both are figures about problems found before */
    return g_strdup_printf (C_ ("problems found before", "%1$s · %2$s"), earlier, elsewhere);
  return earlier != NULL ? g_steal_pointer (&earlier) : g_steal_pointer (&elsewhere);
}

static const char *
get_kind (const XcRepeatProblem *problem)
{
  if (problem->is_same_point && problem->is_same_organization)
    return _ ("The same organization, the same point");
  return problem->is_same_point ? _ ("The same point") : _ ("The same organization");
}

/* The form is not to be as wide as they are. */
static void
wrap_figures (GtkExpander *expander)
{
  GtkWidget *label = gtk_expander_get_label_widget (expander);

  if (label == NULL)
    return;
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
add_row (XcRepeatNotes *self, const XcRepeatProblem *problem)
{
  const XcField *state = xc_catalogue_get_field (XC_TABLE_PROBLEM, "state");
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *wording = make_label (problem->wording, NULL);
  g_autofree char *head = NULL;
  g_autofree char *spoken = NULL;
  gint64 *id = g_new (gint64, 1);

  /* translators: %1$s is the number of a problem, %2$s an organization, %3$s what became of it, %4$s in what it is alike */
  head = g_strdup_printf (C_ ("problem found before", "%1$s · %2$s · %3$s · %4$s"), problem->number,
                          problem->organization,
                          xc_choice_title (xc_field_find_choice (state, problem->state)), get_kind (problem));
  spoken = g_strdup_printf ("%s %s", head, problem->wording);
  gtk_widget_set_tooltip_text (row, problem->wording);
  gtk_box_append (GTK_BOX (box), wording);
  gtk_box_append (GTK_BOX (box), make_label (head, "caption"));
  gtk_widget_set_margin_top (box, 4);
  gtk_widget_set_margin_bottom (box, 4);
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  *id = problem->id;
  g_object_set_data_full (G_OBJECT (row), "id", id, g_free);
  gtk_list_box_append (self->rows, row);
}

static void
show_found (XcRepeatNotes *self, const XcRepeatProblems *found)
{
  g_autofree char *figures = found != NULL ? dup_figures (found, self->point_id != 0) : NULL;
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->rows, 0)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  gtk_widget_set_visible (GTK_WIDGET (self), figures != NULL);
  if (figures == NULL)
    return;
  gtk_expander_set_label (self->expander, figures);
  wrap_figures (self->expander);
  for (guint i = 0; i < found->rows->len; i++)
    add_row (self, found->rows->pdata[i]);
}

typedef struct
{
  gint64 inspection_id;
  gint64 point_id;
} Question;

static gpointer
find (XcStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Question *question = data;

  return xc_repeat_problems_find (store, question->inspection_id, question->point_id, N_ROWS, error);
}

static const XcReaderKind finding = { find, g_free, (GDestroyNotify) xc_repeat_problems_free };

static void
found_cb (gpointer answer, const GError *error, gpointer data)
{
  g_autoptr (XcRepeatProblems) found = answer;

  show_found (data, found);
}

/* A point may be that of ten thousand problems: nobody who goes from row to row waits for them. What stands there stays
 * until the answer comes, so that the form below does not jump. */
static void
fill (XcRepeatNotes *self)
{
  Question *question;

  if (self->reader == NULL || self->inspection_id == 0)
    {
      if (self->reader != NULL)
        xc_reader_stop (self->reader);
      show_found (self, NULL);
      return;
    }
  question = g_new (Question, 1);
  *question = (Question){ self->inspection_id, self->point_id };
  xc_reader_ask (self->reader, &finding, question, found_cb, self);
}

/* The form keeps what stands in it when it shows another problem. */
static void
row_activated_cb (XcRepeatNotes *self, GtkListBoxRow *row)
{
  gint64 id = *(gint64 *) g_object_get_data (G_OBJECT (row), "id");
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (XC_IS_WINDOW (root))
    xc_window_show_row (XC_WINDOW (root), XC_TABLE_PROBLEM, id);
}

static void
show (XcFormPart *part, XcStore *store, const XcRecord *record)
{
  XcRepeatNotes *self = XC_REPEAT_NOTES (part);

  if (g_set_object (&self->store, store))
    {
      g_clear_pointer (&self->reader, xc_reader_free);
      self->reader = store != NULL ? xc_reader_new (store) : NULL;
    }
  self->inspection_id = xc_record_get_number (record, "inspection_id");
  self->point_id = xc_record_get_number (record, "point_id");
  fill (self);
}

static void
follow (XcFormPart *part, const XcRecord *typed)
{
  XcRepeatNotes *self = XC_REPEAT_NOTES (part);
  gint64 inspection_id = xc_record_get_number (typed, "inspection_id");
  gint64 point_id = xc_record_get_number (typed, "point_id");

  if (inspection_id == self->inspection_id && point_id == self->point_id)
    return;
  self->inspection_id = inspection_id;
  self->point_id = point_id;
  fill (self);
}

/* Who types goes past it by Tab. */
static gboolean
xc_repeat_notes_focus (GtkWidget *widget, GtkDirectionType direction)
{
  if (gtk_widget_get_focus_child (widget) == NULL
      && (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD))
    return FALSE;
  return GTK_WIDGET_CLASS (xc_repeat_notes_parent_class)->focus (widget, direction);
}

/* Into the problems, wherever in the form one is; and back to them. */
static gboolean
open_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  XcRepeatNotes *self = XC_REPEAT_NOTES (widget);
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->rows, 0);

  if (row == NULL || !gtk_widget_get_mapped (widget))
    return FALSE;
  gtk_expander_set_expanded (self->expander, TRUE);
  return gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
xc_repeat_notes_dispose (GObject *object)
{
  g_clear_pointer (&XC_REPEAT_NOTES (object)->reader, xc_reader_free);
  g_clear_object (&XC_REPEAT_NOTES (object)->store);
  G_OBJECT_CLASS (xc_repeat_notes_parent_class)->dispose (object);
}

static void
xc_repeat_notes_class_init (XcRepeatNotesClass *class)
{
  XcFormPartClass *part_class = XC_FORM_PART_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = xc_repeat_notes_dispose;
  GTK_WIDGET_CLASS (class)->focus = xc_repeat_notes_focus;
  part_class->show = show;
  part_class->follow = follow;
}

static void
xc_repeat_notes_init (XcRepeatNotes *self)
{
  GtkWidget *rows = gtk_list_box_new ();
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (shortcuts), GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_r, GDK_ALT_MASK),
                                                          gtk_callback_action_new (open_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), shortcuts);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), _ ("Problems found before (Alt+R)"));
  self->expander = GTK_EXPANDER (gtk_expander_new (NULL));
  self->rows = GTK_LIST_BOX (rows);
  gtk_widget_add_css_class (rows, "boxed-list");
  gtk_widget_set_margin_top (rows, 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (rows), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Problems found before"), -1);
  g_signal_connect_swapped (rows, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_expander_set_child (self->expander, rows);
  gtk_widget_add_css_class (GTK_WIDGET (self->expander), "caption");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->expander));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
