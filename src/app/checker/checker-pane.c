/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/checker/checker-pane.h"

#include <glib/gi18n-lib.h>

#include "app/checker/fault-model.h"
#include "app/today.h"
#include "app/window.h"
#include "store/list-checker.h"
#include "store/reader.h"

/* Who saves row after row waits for nothing. */
#define REST_MS 250
#define N_GRADES (XC_LIST_FAULT_HINT + 1)

struct _XcCheckerPane
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkRevealer *revealer;
  GtkToggleButton *grades[N_GRADES];
  GtkSpinner *spinner;
  GtkWidget *stop;
  GtkStack *views; /* "faults", "none" */
  AdwStatusPage *none;
  GtkListView *list;

  /* Owned */
  XcFaultModel *model;
  GtkSingleSelection *selection;
  XcTermChoice *choice;
  XcStore *store;   /* nullable */
  XcReader *reader; /* NULL without a ledger */

  guint resting; /* source, or 0: the ledger was changed */
  gulong changed_handler;
  gboolean wants_focus; /* once the faults are there */
};

typedef struct
{
  gint64 term_id;
  XcDay today;
} Question;

G_DEFINE_FINAL_TYPE (XcCheckerPane, xc_checker_pane, ADW_TYPE_BIN)

static guint opened_signal;
static guint closed_signal;

/* ---- looking ---- */

static gpointer
read_faults (XcStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Question *question = data;
  const XcListFilter filter = { .term_id = question->term_id };

  return xc_list_checker_run (store, &filter, question->today, cancellable, error);
}

static const XcReaderKind reading = { read_faults, g_free, (GDestroyNotify) g_ptr_array_unref };

static void
show_busy (XcCheckerPane *self, gboolean is_busy)
{
  gtk_spinner_set_spinning (self->spinner, is_busy);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), is_busy);
  gtk_widget_set_visible (self->stop, is_busy);
}

static void
show_counts (XcCheckerPane *self)
{
  guint n_all = 0;

  for (guint i = 0; i < N_GRADES; i++)
    {
      guint n = xc_fault_model_count (self->model, (XcListFaultGrade) i);
      g_autofree char *label =
          /* translators: %1$s is Error, Warning or Hint, %2$'u how many */
          g_strdup_printf (C_ ("check of lists", "%1$s %2$'u"),
                           xc_list_fault_grade_get_title ((XcListFaultGrade) i), n);

      gtk_button_set_label (GTK_BUTTON (self->grades[i]), label);
      n_all += n;
    }
  gtk_stack_set_visible_child_name (self->views, n_all > 0 ? "faults" : "none");
  adw_status_page_set_description (
      self->none, _ ("Nothing is wrong with the three lists of this term. They can leave the office."));
}

/* As many rows down as before, when the fault itself is gone: it was mended, and the next one has its place. */
static void
read_cb (gpointer answer, const GError *error, gpointer data)
{
  XcCheckerPane *self = data;
  guint position = gtk_single_selection_get_selected (self->selection);

  show_busy (self, FALSE);
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    xc_window_tell_error (GTK_WIDGET (self), error);
  if (answer == NULL)
    return;
  xc_fault_model_take (self->model, answer);
  show_counts (self);
  if (gtk_single_selection_get_selected (self->selection) == GTK_INVALID_LIST_POSITION)
    gtk_single_selection_set_selected (self->selection, position != GTK_INVALID_LIST_POSITION ? position : 0);
  if (self->wants_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self->list));
  self->wants_focus = FALSE;
}

static gboolean
look_cb (gpointer data)
{
  XcCheckerPane *self = data;
  Question *question;

  self->resting = 0;
  if (self->reader == NULL || !gtk_revealer_get_reveal_child (self->revealer))
    return G_SOURCE_REMOVE;
  question = g_new (Question, 1);
  *question = (Question){ xc_term_choice_get_id (self->choice), xc_today () };
  show_busy (self, TRUE);
  xc_reader_ask (self->reader, &reading, question, read_cb, self);
  return G_SOURCE_REMOVE;
}

static void
look_soon (XcCheckerPane *self)
{
  g_clear_handle_id (&self->resting, g_source_remove);
  if (gtk_revealer_get_reveal_child (self->revealer))
    self->resting = g_timeout_add (REST_MS, look_cb, self);
}

static void
stop_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcCheckerPane *self = XC_CHECKER_PANE (widget);

  if (self->reader != NULL)
    xc_reader_stop (self->reader);
  show_busy (self, FALSE);
}

static void
again_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_clear_handle_id (&XC_CHECKER_PANE (widget)->resting, g_source_remove);
  look_cb (widget);
}

static void
close_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcCheckerPane *self = XC_CHECKER_PANE (widget);

  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  gtk_widget_set_visible (widget, FALSE);
  stop_action (widget, NULL, NULL);
  g_signal_emit (self, closed_signal, 0);
}

/* ---- faults ---- */

static void
grade_toggled_cb (GtkToggleButton *button, XcCheckerPane *self)
{
  for (guint i = 0; i < N_GRADES; i++)
    if (button == self->grades[i])
      xc_fault_model_show_grade (self->model, (XcListFaultGrade) i, gtk_toggle_button_get_active (button));
}

static void
activated_cb (XcCheckerPane *self, guint position)
{
  const XcListFault *fault = xc_fault_model_get (self->model, position);

  if (fault != NULL)
    g_signal_emit (self, opened_signal, 0, fault);
}

static void
set_up_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  const XcListFault *fault = xc_fault_row_get_fault (gtk_list_item_get_item (item));
  XcListFaultGrade grade = xc_list_fault_get_grade (fault->kind);
  GtkWidget *label = gtk_list_item_get_child (item);
  g_autofree char *sentence = xc_list_fault_dup_sentence (fault);
  /* translators: %1$s is Error, Warning or Hint, %2$s a sentence */
  g_autofree char *words =
      g_strdup_printf (C_ ("check of lists", "%1$s: %2$s"), xc_list_fault_grade_get_title (grade), sentence);

  gtk_label_set_text (GTK_LABEL (label), words);
  gtk_widget_remove_css_class (label, "error");
  gtk_widget_remove_css_class (label, "dim-label");
  if (grade == XC_LIST_FAULT_ERROR)
    gtk_widget_add_css_class (label, "error");
  else if (grade == XC_LIST_FAULT_HINT)
    gtk_widget_add_css_class (label, "dim-label");
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (label)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/* ---- the widget ---- */

static void
xc_checker_pane_dispose (GObject *object)
{
  XcCheckerPane *self = XC_CHECKER_PANE (object);

  xc_checker_pane_set_store (self, NULL);
  g_clear_object (&self->choice);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  /* Disposing of the template takes away the bound child, which the parent class would then take away again. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), XC_TYPE_CHECKER_PANE);
  G_OBJECT_CLASS (xc_checker_pane_parent_class)->dispose (object);
}

static void
xc_checker_pane_class_init (XcCheckerPaneClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = xc_checker_pane_dispose;
  opened_signal = g_signal_new ("opened", XC_TYPE_CHECKER_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_POINTER);
  closed_signal =
      g_signal_new ("closed", XC_TYPE_CHECKER_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/xuncha/Xuncha/checker/checker-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, XcCheckerPane, revealer);
  gtk_widget_class_bind_template_child_full (widget_class, "errors", FALSE,
                                             G_STRUCT_OFFSET (XcCheckerPane, grades[XC_LIST_FAULT_ERROR]));
  gtk_widget_class_bind_template_child_full (widget_class, "warnings", FALSE,
                                             G_STRUCT_OFFSET (XcCheckerPane, grades[XC_LIST_FAULT_WARNING]));
  gtk_widget_class_bind_template_child_full (widget_class, "hints", FALSE,
                                             G_STRUCT_OFFSET (XcCheckerPane, grades[XC_LIST_FAULT_HINT]));
  gtk_widget_class_bind_template_child (widget_class, XcCheckerPane, spinner);
  gtk_widget_class_bind_template_child (widget_class, XcCheckerPane, stop);
  gtk_widget_class_bind_template_child (widget_class, XcCheckerPane, views);
  gtk_widget_class_bind_template_child (widget_class, XcCheckerPane, none);
  gtk_widget_class_bind_template_child (widget_class, XcCheckerPane, list);
  gtk_widget_class_bind_template_callback (widget_class, grade_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, set_up_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_install_action (widget_class, "checker.stop", NULL, stop_action);
  gtk_widget_class_install_action (widget_class, "checker.again", NULL, again_action);
  gtk_widget_class_install_action (widget_class, "checker.close", NULL, close_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "checker.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F5, 0, "checker.again", NULL);
}

static void
xc_checker_pane_init (XcCheckerPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->model = xc_fault_model_new ();
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->model)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  show_busy (self, FALSE);
}

/**
 * xc_checker_pane_set_choice:
 * @self: a pane
 * @choice: says which term is shown
 */
void
xc_checker_pane_set_choice (XcCheckerPane *self, XcTermChoice *choice)
{
  self->choice = g_object_ref (choice);
  g_signal_connect_object (choice, "chosen", G_CALLBACK (look_soon), self, G_CONNECT_SWAPPED);
}

/**
 * xc_checker_pane_set_store:
 * @self: a pane
 * @store: (nullable): a ledger; what was found in another is forgotten
 */
void
xc_checker_pane_set_store (XcCheckerPane *self, XcStore *store)
{
  g_clear_handle_id (&self->resting, g_source_remove);
  g_clear_pointer (&self->reader, xc_reader_free);
  if (self->store != NULL)
    g_clear_signal_handler (&self->changed_handler, self->store);
  g_set_object (&self->store, store);
  if (self->model != NULL)
    xc_fault_model_take (self->model, g_ptr_array_new ());
  if (store == NULL)
    return;
  self->reader = xc_reader_new (store);
  self->changed_handler = g_signal_connect_swapped (store, "changed", G_CALLBACK (look_soon), self);
  look_soon (self);
}

/**
 * xc_checker_pane_open:
 * @self: a pane
 *
 * Shows it, looks, and goes to what it finds.
 */
void
xc_checker_pane_open (XcCheckerPane *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  self->wants_focus = TRUE;
  g_clear_handle_id (&self->resting, g_source_remove);
  look_cb (self);
}
