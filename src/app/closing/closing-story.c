/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/closing/closing-story.h"

#include <glib/gi18n-lib.h>

#include "core/closing.h"
#include "store/row-name.h"

/**
 * xc_closing_story_dup_pending:
 * @bodies: those whose review is missing, see XC_BODY_MASK()
 *
 * Returns: (transfer full): a sentence that names them; empty when there are none
 */
char *
xc_closing_story_dup_pending (guint bodies)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < XC_N_REVIEWING_BODIES; i++)
    if ((bodies & XC_BODY_MASK (i)) != 0)
      g_string_append_printf (names, "%s%s", names->len > 0 ? C_ ("between names", ", ") : "",
                              xc_reviewing_body_get_title ((XcReviewingBody) i));
  if (names->len == 0)
    return g_strdup ("");
  /* translators: %s are reviewing bodies */
  return g_strdup_printf (_ ("Still to review: %s"), names->str);
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

GtkWidget *
xc_closing_story_add_heading (GtkBox *box, const char *title)
{
  GtkWidget *label = make_label (title, "heading");

  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  gtk_widget_set_margin_top (label, 6);
  gtk_box_append (box, label);
  return label;
}

/**
 * xc_closing_story_add_line:
 * @box: where the story stands
 * @line: what happened
 * @detail: (nullable): what was said of it
 *
 * Returns: (transfer none): the widget
 */
GtkWidget *
xc_closing_story_add_line (GtkBox *box, const char *line, const char *detail)
{
  GtkWidget *step = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (step), make_label (line, NULL));
  if (detail != NULL && *detail != '\0')
    {
      gtk_box_append (GTK_BOX (step), make_label (detail, "caption"));
      gtk_widget_add_css_class (gtk_widget_get_last_child (step), "detail");
    }
  gtk_box_append (box, step);
  return step;
}

static int
compare_steps (gconstpointer a, gconstpointer b)
{
  const XcRecord *one = *(XcRecord *const *) a, *other = *(XcRecord *const *) b;
  static const char *const order[] = { "applied", "reviewed", "reopened", NULL };
  gint64 cycles = xc_record_get_number (other, "cycle") - xc_record_get_number (one, "cycle");
  int acts = 0;

  if (cycles != 0)
    return cycles > 0 ? 1 : -1;
  for (guint i = 0; order[i] != NULL; i++)
    acts += (int) i
            * (g_str_equal (xc_record_get_text (one, "step"), order[i])
               - g_str_equal (xc_record_get_text (other, "step"), order[i]));
  if (acts != 0)
    return acts;
  return xc_record_get_day (one, "happened_on") - xc_record_get_day (other, "happened_on");
}

static char *
dup_line (const XcRecord *step)
{
  g_autofree char *day = xc_day_format (xc_record_get_day (step, "happened_on"));
  const char *person = xc_record_get_text (step, "person");
  XcClosingAct act = XC_CLOSING_APPLIED;
  XcReviewingBody body = XC_BODY_OFFICE;
  XcVerdict verdict = XC_VERDICT_ACCEPTED;

  xc_closing_act_from_word (xc_record_get_text (step, "step"), &act);
  xc_reviewing_body_from_word (xc_record_get_text (step, "body"), &body);
  xc_verdict_from_word (xc_record_get_text (step, "verdict"), &verdict);
  switch (act)
    {
    case XC_CLOSING_APPLIED:
      /* translators: %1$s is a day, %2$s a person */
      return g_strdup_printf (C_ ("closing", "%1$s · applied for by %2$s"), day, person);
    case XC_CLOSING_REVIEWED:
      return g_strdup_printf (verdict == XC_VERDICT_ACCEPTED
                                  /* translators: %1$s is a day, %2$s a reviewing body, %3$s a person */
                                  ? C_ ("closing", "%1$s · ✓ accepted by %2$s, %3$s")
                                  /* translators: %1$s is a day, %2$s a reviewing body, %3$s a person */
                                  : C_ ("closing", "%1$s · ↩ returned by %2$s, %3$s"),
                              day, xc_reviewing_body_get_title (body), person);
    case XC_CLOSING_REOPENED:
      /* translators: %1$s is a day, %2$s a person */
      return g_strdup_printf (C_ ("closing", "%1$s · reopened by %2$s"), day, person);
    default:
      g_return_val_if_reached (NULL);
    }
}

static gboolean
add_steps (GtkBox *box, XcStore *store, gint64 problem_id)
{
  g_autoptr (GPtrArray) steps =
      xc_store_load_where (store, XC_TABLE_CLOSING_STEP, "problem_id", problem_id, NULL);
  gint64 cycle = 0;

  if (steps == NULL)
    return FALSE;
  g_ptr_array_sort (steps, compare_steps);
  for (guint i = 0; i < steps->len; i++)
    {
      const XcRecord *step = steps->pdata[i];
      g_autofree char *line = dup_line (step);

      if (xc_record_get_number (step, "cycle") != cycle)
        {
          g_autofree char *title = NULL;

          cycle = xc_record_get_number (step, "cycle");
          /* translators: %d is how often closing was applied for, from 1 */
          title = g_strdup_printf (C_ ("closing", "Application %d"), (int) cycle);
          xc_closing_story_add_heading (box, title);
        }
      xc_closing_story_add_line (box, line, xc_record_get_text (step, "opinion"));
    }
  return steps->len > 0;
}

static int
compare_extensions (gconstpointer a, gconstpointer b)
{
  return xc_record_get_day (*(XcRecord *const *) a, "new_on")
         - xc_record_get_day (*(XcRecord *const *) b, "new_on");
}

static char *
dup_extension (const XcRecord *extension)
{
  g_autofree char *old_on = xc_record_is_set (extension, "old_on")
                                ? xc_day_format (xc_record_get_day (extension, "old_on"))
                                : g_strdup ("—");
  g_autofree char *new_on = xc_day_format (xc_record_get_day (extension, "new_on"));
  g_autofree char *approved_on = xc_day_format (xc_record_get_day (extension, "approved_on"));

  if (xc_record_is_set (extension, "document"))
    return g_strdup_printf (
        /* translators: %1$s and %2$s are time limits, %3$s a person, %4$s the day, %5$s the paper of the approval */
        C_ ("extension", "%1$s → %2$s, approved by %3$s on %4$s, %5$s"), old_on, new_on,
        xc_record_get_text (extension, "approver"), approved_on, xc_record_get_text (extension, "document"));
  return g_strdup_printf (
      /* translators: %1$s and %2$s are time limits, %3$s a person, %4$s the day of the approval */
      C_ ("extension", "%1$s → %2$s, approved by %3$s on %4$s"), old_on, new_on,
      xc_record_get_text (extension, "approver"), approved_on);
}

static void
add_extensions (GtkBox *box, XcStore *store, gint64 problem_id)
{
  g_autoptr (GPtrArray) measures =
      xc_store_load_where (store, XC_TABLE_MEASURE, "problem_id", problem_id, NULL);
  gboolean has_heading = FALSE;

  for (guint i = 0; measures != NULL && i < measures->len; i++)
    {
      gint64 id = xc_record_get_id (measures->pdata[i]);
      g_autoptr (GPtrArray) extensions =
          xc_store_load_where (store, XC_TABLE_EXTENSION, "measure_id", id, NULL);
      g_autofree char *name = xc_row_dup_name (xc_store_get_database (store), XC_TABLE_MEASURE, id);

      if (extensions == NULL || extensions->len == 0)
        continue;
      if (!has_heading)
        xc_closing_story_add_heading (box, _ ("Time Limits Extended"));
      has_heading = TRUE;
      g_ptr_array_sort (extensions, compare_extensions);
      for (guint j = 0; j < extensions->len; j++)
        {
          g_autofree char *line = dup_extension (extensions->pdata[j]);
          /* translators: %1$s is the wording of a measure, %2$s a reason */
          g_autofree char *detail = g_strdup_printf (C_ ("extension", "%1$s: %2$s"), name,
                                                     xc_record_get_text (extensions->pdata[j], "reason"));

          xc_closing_story_add_line (box, line, detail);
        }
    }
}

/**
 * xc_closing_story_fill:
 * @box: an empty box
 * @store: the ledger
 * @problem_id: a problem
 *
 * The last cycle comes first, each in the order in which it went.
 */
void
xc_closing_story_fill (GtkBox *box, XcStore *store, gint64 problem_id)
{
  if (!add_steps (box, store, problem_id))
    {
      GtkWidget *label = xc_closing_story_add_line (box, _ ("Closing was not applied for yet."), NULL);

      gtk_widget_add_css_class (label, "dim-label");
    }
  add_extensions (box, store, problem_id);
}
