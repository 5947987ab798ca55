/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/closing/closing-tab.h"

#include <glib/gi18n-lib.h>

#include "app/closing/closing-actions.h"
#include "app/closing/closing-story.h"
#include "app/text-size.h"
#include "app/window.h"
#include "store/closing.h"

/* What can be done here. */
static const XcProblemStep offered[] = { XC_PROBLEM_STEP_APPLY, XC_PROBLEM_STEP_REVIEW,
                                         XC_PROBLEM_STEP_RETURN, XC_PROBLEM_STEP_REOPEN };

struct _XcClosingTab
{
  XcFormTab parent_instance;

  /* Template widgets */
  GtkWidget *content;
  GtkLabel *state;
  GtkLabel *missing;
  GtkButton *apply;
  GtkButton *review;
  GtkButton *send_back;
  GtkButton *reopen;
  GtkLabel *reasons;
  GtkBox *story;
  GtkWidget *unsaved;
};

G_DEFINE_FINAL_TYPE (XcClosingTab, xc_closing_tab, XC_TYPE_FORM_TAB)

static GtkButton *
get_button (XcClosingTab *self, XcProblemStep step)
{
  switch (step)
    {
    case XC_PROBLEM_STEP_APPLY:
      return self->apply;
    case XC_PROBLEM_STEP_REVIEW:
      return self->review;
    case XC_PROBLEM_STEP_RETURN:
      return self->send_back;
    case XC_PROBLEM_STEP_REOPEN:
      return self->reopen;
    case XC_PROBLEM_STEP_FINISH:
    case XC_PROBLEM_STEP_EXTEND:
    default:
      g_return_val_if_reached (NULL);
    }
}

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

/* Steps that cannot be taken for the same reason share its sentence. */
static char *
dup_reasons (const char *const *sentences)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (offered); i++)
    {
      g_autoptr (GString) steps = g_string_new (NULL);
      gboolean is_said = sentences[i] == NULL;

      for (guint j = 0; j < i && !is_said; j++)
        is_said = g_strcmp0 (sentences[i], sentences[j]) == 0;
      for (guint j = i; j < G_N_ELEMENTS (offered) && !is_said; j++)
        if (g_strcmp0 (sentences[i], sentences[j]) == 0)
          g_string_append_printf (steps, "%s%s", steps->len > 0 ? C_ ("between names", ", ") : "",
                                  xc_problem_step_get_title (offered[j]));
      if (is_said)
        continue;
      if (text->len > 0)
        g_string_append_c (text, '\n');
      /* translators: %1$s is a step, as “Reopen”, or several, %2$s a sentence that says why it cannot be taken now */
      g_string_append_printf (text, C_ ("refusal", "%1$s: %2$s"), steps->str, sentences[i]);
    }
  return g_string_free (text, FALSE);
}

static void
show_steps (XcClosingTab *self, XcStore *store, gint64 id)
{
  const char *sentences[G_N_ELEMENTS (offered)] = { NULL };
  gboolean can_write = xc_store_is_writable (store);
  g_autofree char *reasons = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (offered); i++)
    {
      GtkButton *button = get_button (self, offered[i]);
      gboolean is_read = xc_problem_step_check (store, offered[i], id, &sentences[i]);

      gtk_widget_set_sensitive (GTK_WIDGET (button), can_write && is_read && sentences[i] == NULL);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      sentences[i] != NULL ? sentences[i] : "", -1);
    }
  reasons = dup_reasons (sentences);
  show_text (self->reasons, reasons);
}

static void
show_state (XcClosingTab *self, XcStore *store, const XcRecord *problem)
{
  const XcField *field = xc_catalogue_get_field (XC_TABLE_PROBLEM, "state");
  const XcChoice *choice = xc_field_find_choice (field, xc_record_get_text (problem, "state"));
  const char *title = choice != NULL ? xc_choice_title (choice) : "";
  g_autofree char *missing = NULL;
  g_autofree char *state = NULL;
  guint pending = 0, cycle = 1;

  if (!xc_closing_get_waiting (store, xc_record_get_id (problem), &pending, &cycle, NULL))
    return;
  if (pending == 0 && xc_record_is_set (problem, "closed_on"))
    {
      g_autofree char *day = xc_day_format (xc_record_get_day (problem, "closed_on"));

      /* translators: %1$s is a state, %2$s the day of it */
      state = g_strdup_printf (C_ ("closing", "%1$s on %2$s"), title, day);
    }
  else if (pending != 0 && cycle > 1)
    /* translators: %1$s is a state, %2$u how often closing was applied for */
    state = g_strdup_printf (C_ ("closing", "%1$s · application %2$u"), title, cycle);
  gtk_label_set_text (self->state, state != NULL ? state : title);
  missing = xc_closing_story_dup_pending (pending);
  show_text (self->missing, missing);
}

static void
xc_closing_tab_fill (XcFormTab *tab, XcStore *store, gint64 id)
{
  XcClosingTab *self = XC_CLOSING_TAB (tab);
  g_autoptr (XcRecord) problem = id != 0 ? xc_store_load (store, XC_TABLE_PROBLEM, id, NULL) : NULL;
  GtkWidget *child;

  gtk_widget_set_visible (self->content, problem != NULL);
  gtk_widget_set_visible (self->unsaved, problem == NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->story))) != NULL)
    gtk_box_remove (self->story, child);
  if (problem == NULL)
    return;
  show_state (self, store, problem);
  show_steps (self, store, id);
  xc_closing_story_fill (self->story, store, id);
}

static void
clicked_cb (XcClosingTab *self, GtkButton *button)
{
  for (guint i = 0; i < G_N_ELEMENTS (offered); i++)
    if (get_button (self, offered[i]) == button)
      gtk_widget_activate_action (GTK_WIDGET (self), xc_closing_actions_get_name (offered[i]), NULL);
}

/* Into the first step that can be taken. */
static gboolean
xc_closing_tab_grab_focus (GtkWidget *widget)
{
  XcClosingTab *self = XC_CLOSING_TAB (widget);

  for (guint i = 0; i < G_N_ELEMENTS (offered); i++)
    if (gtk_widget_grab_focus (GTK_WIDGET (get_button (self, offered[i]))))
      return TRUE;
  return gtk_widget_child_focus (self->content, GTK_DIR_TAB_FORWARD);
}

static void
xc_closing_tab_build (XcFormTab *tab)
{
  XcClosingTab *self = XC_CLOSING_TAB (tab);

  gtk_widget_init_template (GTK_WIDGET (self));
  xc_text_size_stack (GTK_BOX (gtk_widget_get_parent (GTK_WIDGET (self->apply))));
}

static void
xc_closing_tab_dispose (GObject *object)
{
  /* Disposing of the template takes away the bound child, which the parent class would then take away again. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  if (xc_form_tab_is_built (XC_FORM_TAB (object)))
    gtk_widget_dispose_template (GTK_WIDGET (object), XC_TYPE_CLOSING_TAB);
  G_OBJECT_CLASS (xc_closing_tab_parent_class)->dispose (object);
}

static void
xc_closing_tab_class_init (XcClosingTabClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = xc_closing_tab_dispose;
  widget_class->grab_focus = xc_closing_tab_grab_focus;
  XC_FORM_TAB_CLASS (class)->build = xc_closing_tab_build;
  XC_FORM_TAB_CLASS (class)->fill = xc_closing_tab_fill;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/xuncha/Xuncha/closing/closing-tab.ui");
  gtk_widget_class_bind_template_child (widget_class, XcClosingTab, content);
  gtk_widget_class_bind_template_child (widget_class, XcClosingTab, state);
  gtk_widget_class_bind_template_child (widget_class, XcClosingTab, missing);
  gtk_widget_class_bind_template_child (widget_class, XcClosingTab, apply);
  gtk_widget_class_bind_template_child (widget_class, XcClosingTab, review);
  gtk_widget_class_bind_template_child (widget_class, XcClosingTab, send_back);
  gtk_widget_class_bind_template_child (widget_class, XcClosingTab, reopen);
  gtk_widget_class_bind_template_child (widget_class, XcClosingTab, reasons);
  gtk_widget_class_bind_template_child (widget_class, XcClosingTab, story);
  gtk_widget_class_bind_template_child (widget_class, XcClosingTab, unsaved);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
}

static void
xc_closing_tab_init (XcClosingTab *self)
{
}
