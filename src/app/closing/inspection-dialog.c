/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/closing/inspection-dialog.h"

#include <glib/gi18n-lib.h>

#include "app/closing/closing-story.h"
#include "app/closing/limit-words.h"
#include "app/closing/plan-steps.h"
#include "app/closing/problem-steps.h"
#include "app/closing/rule-words.h"
#include "app/today.h"
#include "app/window.h"
#include "core/due.h"
#include "store/deadlines.h"
#include "store/plan-reviews.h"
#include "store/row-name.h"

struct _XcInspectionDialog
{
  XcDialog parent_instance;

  gint64 inspection_id;
  gulong changed_handler;

  /* Owned */
  XcStore *store;

  /* Template widgets */
  AdwWindowTitle *heading;
  GtkLabel *plan_state;
  GtkButton *receive;
  GtkButton *accept;
  GtkButton *send_back;
  GtkLabel *reasons;
  GtkBox *cycles;
  GtkListBox *deadlines;
  GtkLabel *told;
};

G_DEFINE_FINAL_TYPE (XcInspectionDialog, xc_inspection_dialog, XC_TYPE_DIALOG)

static GtkButton *
get_button (XcInspectionDialog *self, XcPlanStep step)
{
  switch (step)
    {
    case XC_PLAN_STEP_RECEIVE:
      return self->receive;
    case XC_PLAN_STEP_ACCEPT:
      return self->accept;
    case XC_PLAN_STEP_RETURN:
      return self->send_back;
    default:
      g_return_val_if_reached (NULL);
    }
}

static XcRecord *
find_deadline (const GPtrArray *given, XcDeadlineSubject subject)
{
  for (guint i = 0; given != NULL && i < given->len; i++)
    if (g_strcmp0 (xc_record_get_text (given->pdata[i], "subject"), xc_deadline_subject_to_word (subject))
        == 0)
      return given->pdata[i];
  return NULL;
}

/* By when the plan is expected, given or by the rules of today. */
static char *
dup_plan_due (XcInspectionDialog *self, XcPlanState state, const GArray *reviews)
{
  const XcPlanReview *latest =
      xc_plan_get_latest ((const XcPlanReview *) (gconstpointer) reviews->data, reviews->len);
  g_autoptr (XcDeadlineRules) rules = xc_deadline_rules_load (self->store, NULL);
  XcDay due_on = XC_DAY_NONE;
  g_autofree char *day = NULL;

  if (state == XC_PLAN_RETURNED && latest != NULL && xc_day_is_set (latest->resubmit_on))
    due_on = latest->resubmit_on;
  else if (state == XC_PLAN_MISSING && rules != NULL)
    xc_deadlines_find (self->store, rules, self->inspection_id, XC_SUBJECT_PLAN, &due_on, NULL);
  if (!xc_day_is_set (due_on))
    return NULL;
  day = xc_day_format (due_on);
  if (due_on < xc_today ())
    /* translators: %1$s is a day, %2$d a number of days */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "due %1$s ⚠ %2$d day overdue",
                                         "due %1$s ⚠ %2$d days overdue", (gulong) (xc_today () - due_on)),
                            day, xc_today () - due_on);
  /* translators: %s is a day */
  return g_strdup_printf (C_ ("rectification plan", "due %s"), day);
}

static void
show_plan_state (XcInspectionDialog *self, const XcRecord *inspection)
{
  g_autoptr (GArray) reviews = xc_plan_reviews_load (self->store, self->inspection_id, NULL);
  XcPlanState state;
  g_autofree char *due = NULL;
  g_autofree char *words = NULL;

  if (reviews == NULL)
    return;
  state = xc_plan_reviews_get_state (inspection, reviews);
  due = dup_plan_due (self, state, reviews);
  if (due != NULL)
    /* translators: %1$s is how a plan stands, %2$s by when it is due */
    words = g_strdup_printf (C_ ("rectification plan", "%1$s · %2$s"), xc_plan_state_get_title (state), due);
  gtk_label_set_text (self->plan_state, words != NULL ? words : xc_plan_state_get_title (state));
}

static void
show_plan_steps (XcInspectionDialog *self)
{
  g_autoptr (GString) reasons = g_string_new (NULL);
  gboolean can_write = xc_store_is_writable (self->store);
  const char *said = NULL;

  for (guint i = 0; i < XC_N_PLAN_STEPS; i++)
    {
      XcPlanRefusal refusal = xc_plan_step_check (self->store, (XcPlanStep) i, self->inspection_id);
      const char *sentence = xc_plan_refusal_get_sentence (refusal);
      GtkButton *button = get_button (self, (XcPlanStep) i);

      gtk_widget_set_sensitive (GTK_WIDGET (button), can_write && refusal == XC_PLAN_ALLOWED);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentence,
                                      -1);
      if (refusal == XC_PLAN_ALLOWED || g_strcmp0 (said, sentence) == 0)
        continue;
      said = sentence;
      if (reasons->len > 0)
        g_string_append_c (reasons, '\n');
      g_string_append_printf (reasons, C_ ("refusal", "%1$s: %2$s"), xc_plan_step_get_title ((XcPlanStep) i),
                              sentence);
    }
  gtk_label_set_text (self->reasons, reasons->str);
  gtk_widget_set_visible (GTK_WIDGET (self->reasons), reasons->len > 0);
}

static int
compare_cycles (gconstpointer a, gconstpointer b)
{
  return (int) (xc_record_get_number (*(XcRecord *const *) b, "cycle")
                - xc_record_get_number (*(XcRecord *const *) a, "cycle"));
}

static void
add_verdict (XcInspectionDialog *self, const XcRecord *review)
{
  g_autofree char *day = xc_day_format (xc_record_get_day (review, "happened_on"));
  const char *person = xc_record_get_text (review, "person");
  g_autofree char *line = NULL;
  g_autofree char *again = NULL;

  if (g_strcmp0 (xc_record_get_text (review, "verdict"), xc_verdict_to_word (XC_VERDICT_ACCEPTED)) == 0)
    /* translators: %1$s is a day, %2$s a person */
    line = g_strdup_printf (C_ ("rectification plan", "%1$s · ✓ accepted by %2$s"), day, person);
  else if (xc_record_is_set (review, "resubmit_on"))
    {
      again = xc_day_format (xc_record_get_day (review, "resubmit_on"));
      /* translators: %1$s is a day, %2$s a person, %3$s another day */
      line = g_strdup_printf (C_ ("rectification plan", "%1$s · ↩ returned by %2$s, again by %3$s"), day,
                              person, again);
    }
  else
    /* translators: %1$s is a day, %2$s a person */
    line = g_strdup_printf (C_ ("rectification plan", "%1$s · ↩ returned by %2$s"), day, person);
  xc_closing_story_add_line (self->cycles, line, xc_record_get_text (review, "opinion"));
}

static void
show_cycles (XcInspectionDialog *self)
{
  g_autoptr (GPtrArray) reviews =
      xc_store_load_where (self->store, XC_TABLE_PLAN_REVIEW, "inspection_id", self->inspection_id, NULL);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->cycles))) != NULL)
    gtk_box_remove (self->cycles, child);
  if (reviews != NULL)
    g_ptr_array_sort (reviews, compare_cycles);
  for (guint i = 0; reviews != NULL && i < reviews->len; i++)
    {
      g_autofree char *day = xc_day_format (xc_record_get_day (reviews->pdata[i], "received_on"));
      /* translators: %1$d is how often the plan came in, %2$s the day */
      g_autofree char *line = g_strdup_printf (C_ ("rectification plan", "Submission %1$d · %2$s"),
                                               (int) xc_record_get_number (reviews->pdata[i], "cycle"), day);

      xc_closing_story_add_heading (self->cycles, line);
      if (xc_record_is_set (reviews->pdata[i], "verdict"))
        add_verdict (self, reviews->pdata[i]);
    }
}

static void
append_part (GString *text, const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

static void
extend_clicked_cb (GtkButton *button, XcInspectionDialog *self)
{
  const gint64 *id = g_object_get_data (G_OBJECT (button), "id");

  xc_problem_step_extend_deadline (GTK_WIDGET (self), self->store, *id);
}

static GtkWidget *
make_extend_button (XcInspectionDialog *self, gint64 id, const char *subject)
{
  GtkWidget *button = gtk_button_new_with_label (C_ ("deadline", "Extend…"));
  /* translators: %s is what is due, as “Plan of rectification” */
  g_autofree char *name = g_strdup_printf (_ ("Extend: %s"), subject);
  gint64 *kept = g_new (gint64, 1);

  *kept = id;
  g_object_set_data_full (G_OBJECT (button), "id", kept, g_free);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, xc_store_is_writable (self->store));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (button, "clicked", G_CALLBACK (extend_clicked_cb), self);
  return button;
}

/* What is due, when, by which rule and on which basis; one that was not given yet, as the rules of today have it. */
static GtkWidget *
make_deadline (XcInspectionDialog *self, XcDeadlineSubject subject, const XcRecord *given,
               const XcRecord *rule, XcDay due_on)
{
  const XcField *field = xc_catalogue_get_field (XC_TABLE_DEADLINE, "subject");
  const char *title = xc_choice_title (xc_field_find_choice (field, xc_deadline_subject_to_word (subject)));
  const XcRecord *source = given != NULL ? given : rule;
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *day = xc_day_format (due_on);
  /* translators: %1$s is what is due, %2$s the day */
  g_autofree char *line = g_strdup_printf (C_ ("deadline", "%1$s: %2$s"), title, day);
  g_autofree char *words = source != NULL ? xc_rule_words_dup (source) : NULL;
  g_autoptr (GString) detail = g_string_new (NULL);

  append_part (detail, words);
  append_part (detail, source != NULL ? xc_record_get_text (source, "basis") : NULL);
  if (given != NULL)
    {
      g_autofree char *extensions =
          xc_limit_words_dup_extensions (self->store, XC_TABLE_DEADLINE, xc_record_get_id (given));

      append_part (detail, extensions);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 make_extend_button (self, xc_record_get_id (given), title));
    }
  else
    append_part (detail, _ ("not given yet"));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), line);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), detail->str);
  return row;
}

static void
show_deadlines (XcInspectionDialog *self, const XcRecord *inspection)
{
  g_autoptr (XcDeadlineRules) rules = xc_deadline_rules_load (self->store, NULL);
  g_autoptr (GPtrArray) given =
      xc_store_load_where (self->store, XC_TABLE_DEADLINE, "inspection_id", self->inspection_id, NULL);
  XcInspectionDays days;
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->deadlines, 0)) != NULL)
    gtk_list_box_remove (self->deadlines, GTK_WIDGET (row));
  if (rules == NULL)
    return;
  xc_inspection_days_read (inspection, XC_DAY_MAX, &days);
  for (guint i = 0; i < XC_N_DEADLINE_SUBJECTS; i++)
    {
      const XcRecord *deadline = find_deadline (given, (XcDeadlineSubject) i);
      XcDeadlineGiven ruled = xc_deadline_rules_apply (rules, (XcDeadlineSubject) i, &days);
      XcDay due_on = deadline != NULL ? xc_record_get_day (deadline, "due_on") : ruled.due_on;
      g_autoptr (XcRecord) rule =
          ruled.rule_id != 0 ? xc_store_load (self->store, XC_TABLE_DEADLINE_RULE, ruled.rule_id, NULL)
                             : NULL;

      if (xc_day_is_set (due_on))
        gtk_list_box_append (self->deadlines,
                             make_deadline (self, (XcDeadlineSubject) i, deadline, rule, due_on));
    }
}

static void
update (XcInspectionDialog *self)
{
  g_autoptr (XcRecord) inspection =
      xc_store_load (self->store, XC_TABLE_INSPECTION, self->inspection_id, NULL);

  if (inspection == NULL)
    return;
  show_plan_state (self, inspection);
  show_plan_steps (self);
  show_cycles (self);
  show_deadlines (self, inspection);
}

static void
tell (XcInspectionDialog *self, const char *words)
{
  gtk_label_set_text (self->told, words);
  gtk_widget_set_visible (GTK_WIDGET (self->told), TRUE);
}

static void
give_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcInspectionDialog *self = XC_INSPECTION_DIALOG (widget);
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  guint n = 0;

  if (!xc_deadlines_give (self->store, &self->inspection_id, 1, &n, &error))
    {
      tell (self, error->message);
      return;
    }
  words = g_strdup_printf (
      /* translators: %u is a number of deadlines */
      g_dngettext (GETTEXT_PACKAGE, "%u deadline was given or corrected.",
                   "%u deadlines were given or corrected.", n),
      n);
  tell (self, words);
}

static GArray *
list_problems (XcInspectionDialog *self, GError **error)
{
  g_autoptr (GPtrArray) problems =
      xc_store_load_where (self->store, XC_TABLE_PROBLEM, "inspection_id", self->inspection_id, error);
  GArray *ids;

  if (problems == NULL)
    return NULL;
  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < problems->len; i++)
    {
      gint64 id = xc_record_get_id (problems->pdata[i]);

      g_array_append_val (ids, id);
    }
  return ids;
}

static void
give_to_measures_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcInspectionDialog *self = XC_INSPECTION_DIALOG (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) problems = list_problems (self, &error);
  g_autofree char *words = NULL;
  guint n = 0;

  if (problems == NULL
      || !xc_deadlines_give_to_measures (self->store, (const gint64 *) (gpointer) problems->data,
                                         problems->len, &n, &error))
    {
      tell (self, error->message);
      return;
    }
  words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u measure was given its time limit by the rules.",
                                        "%'u measures were given their time limits by the rules.", n),
                           n);
  tell (self, words);
}

static void
clicked_cb (XcInspectionDialog *self, GtkButton *button)
{
  for (guint i = 0; i < XC_N_PLAN_STEPS; i++)
    if (get_button (self, (XcPlanStep) i) == button)
      xc_plan_step_open (GTK_WIDGET (self), self->store, (XcPlanStep) i, self->inspection_id);
}

static void
xc_inspection_dialog_dispose (GObject *object)
{
  XcInspectionDialog *self = XC_INSPECTION_DIALOG (object);

  if (self->store != NULL)
    g_clear_signal_handler (&self->changed_handler, self->store);
  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (object), XC_TYPE_INSPECTION_DIALOG);
  G_OBJECT_CLASS (xc_inspection_dialog_parent_class)->dispose (object);
}

/* Nothing is typed here; the steps have dialogs of their own. */
static void
xc_inspection_dialog_keep (XcDialog *dialog)
{
}

static void
xc_inspection_dialog_class_init (XcInspectionDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = xc_inspection_dialog_dispose;
  XC_DIALOG_CLASS (class)->keep = xc_inspection_dialog_keep;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/xuncha/Xuncha/closing/inspection-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, XcInspectionDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, XcInspectionDialog, plan_state);
  gtk_widget_class_bind_template_child (widget_class, XcInspectionDialog, receive);
  gtk_widget_class_bind_template_child (widget_class, XcInspectionDialog, accept);
  gtk_widget_class_bind_template_child (widget_class, XcInspectionDialog, send_back);
  gtk_widget_class_bind_template_child (widget_class, XcInspectionDialog, reasons);
  gtk_widget_class_bind_template_child (widget_class, XcInspectionDialog, cycles);
  gtk_widget_class_bind_template_child (widget_class, XcInspectionDialog, deadlines);
  gtk_widget_class_bind_template_child (widget_class, XcInspectionDialog, told);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
  gtk_widget_class_install_action (widget_class, "deadlines.give", NULL, give_action);
  gtk_widget_class_install_action (widget_class, "deadlines.give-to-measures", NULL, give_to_measures_action);
}

static void
xc_inspection_dialog_init (XcInspectionDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * xc_inspection_dialog_present:
 * @widget: a widget in the window
 * @store: its ledger
 * @inspection_id: an inspection
 *
 * Shows its plan and its deadlines.
 */
void
xc_inspection_dialog_present (GtkWidget *widget, XcStore *store, gint64 inspection_id)
{
  XcInspectionDialog *self =
      g_object_new (XC_TYPE_INSPECTION_DIALOG, "transient-for", gtk_widget_get_root (widget), NULL);
  g_autofree char *name = xc_row_dup_name (xc_store_get_database (store), XC_TABLE_INSPECTION, inspection_id);
  gboolean can_write = xc_store_is_writable (store);

  self->store = g_object_ref (store);
  self->inspection_id = inspection_id;
  self->changed_handler = g_signal_connect_swapped (store, "changed", G_CALLBACK (update), self);
  adw_window_title_set_subtitle (self->heading, name);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "deadlines.give", can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "deadlines.give-to-measures", can_write);
  update (self);
  gtk_window_present (GTK_WINDOW (self));
  for (guint i = 0; i < XC_N_PLAN_STEPS; i++)
    if (gtk_widget_grab_focus (GTK_WIDGET (get_button (self, (XcPlanStep) i))))
      return;
}
