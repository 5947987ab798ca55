/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lists are looked through before they leave: on demand, and when they are exported. */
#include <glib/gi18n-lib.h>

#include "app/record/rows-page.h"
#include "app/today.h"
#include "app/window-private.h"
#include "app/window-work.h"
#include "store/list-checker.h"

/* The tab of the page of problems where a fault is mended. */
static const char *
find_tab (const XcListFault *fault)
{
  switch (fault->kind)
    {
    case XC_LIST_FAULT_NO_MEASURE:
    case XC_LIST_FAULT_DUE_BEFORE_FEEDBACK:
    case XC_LIST_FAULT_DONE_WITHOUT_RESULT:
    case XC_LIST_FAULT_DONE_WITHOUT_DAY:
    case XC_LIST_FAULT_DONE_IN_FUTURE:
    case XC_LIST_FAULT_NO_LIMIT:
    case XC_LIST_FAULT_SAME_MEASURE:
    case XC_LIST_FAULT_MEASURE_SAYS_NOTHING:
    case XC_LIST_FAULT_RESULT_SAYS_NOTHING:
    case XC_LIST_FAULT_NO_TYPE:
    case XC_LIST_FAULT_OVERDUE:
      return "measures";
    case XC_LIST_FAULT_NO_RESPONSIBILITY:
    case XC_LIST_FAULT_NO_OWNER:
    case XC_LIST_FAULT_OWNER_WITHOUT_POST:
    case XC_LIST_FAULT_NO_FIRST:
      return "responsibilities";
    case XC_LIST_FAULT_CLOSED_UNREVIEWED:
    case XC_LIST_FAULT_CLOSED_UNFINISHED:
      return "closing";
    case XC_LIST_FAULT_NO_FEEDBACK_DAY:
    case XC_LIST_FAULT_NO_POINT:
      return XC_FORM_PANE_BASICS;
    default:
      g_return_val_if_reached (XC_FORM_PANE_BASICS);
    }
}

static void
fault_opened_cb (XcWindow *self, const XcListFault *fault)
{
  gint64 id = fault->problem_id, measure_id = fault->measure_id;
  const char *tab = find_tab (fault);
  g_autofree char *number = g_strdup (fault->number);
  GtkWidget *page;

  if (!xc_window_show_row (self, XC_TABLE_PROBLEM, id))
    {
      /* A filter hides it. */
      g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

      g_array_append_val (ids, id);
      xc_window_show_rows (self, XC_TABLE_PROBLEM, number, ids);
      xc_window_show_row (self, XC_TABLE_PROBLEM, id);
    }
  page = gtk_stack_get_visible_child (self->pages);
  if (!XC_IS_ROWS_PAGE (page))
    return;
  xc_form_pane_show_tab (xc_rows_page_get_pane (XC_ROWS_PAGE (page)), tab);
  xc_rows_page_open (XC_ROWS_PAGE (page));
  if (measure_id != 0)
    xc_form_pane_select (xc_rows_page_get_pane (XC_ROWS_PAGE (page)), measure_id);
}

/* Most windows never have it. */
static XcCheckerPane *
get_checker (XcWindow *self)
{
  GtkWidget *pane;

  if (self->checker != NULL)
    return self->checker;
  pane = g_object_new (XC_TYPE_CHECKER_PANE, NULL);
  self->checker = XC_CHECKER_PANE (pane);
  xc_checker_pane_set_choice (self->checker, self->term_choice);
  xc_checker_pane_set_store (self->checker, self->store);
  g_signal_connect_object (pane, "opened", G_CALLBACK (fault_opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pane, "closed", G_CALLBACK (xc_window_focus_page), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->content, pane);
  return self->checker;
}

static void
check_lists_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcWindow *self = XC_WINDOW (widget);

  xc_page_settle (XC_PAGE (gtk_stack_get_visible_child (self->pages)));
  xc_window_show_page (self, "problems");
  xc_checker_pane_open (get_checker (self));
}

/* ---- before they leave ---- */

typedef struct
{
  char *ledger;
  gint64 term_id;
  guint n_errors;
  XcWindowFunc go_on;
} Check;

static void
check_free (gpointer data)
{
  Check *check = data;

  g_free (check->ledger);
  g_free (check);
}

static gboolean
count_errors (gpointer data, GCancellable *cancellable, GError **error)
{
  Check *check = data;
  const XcListFilter filter = { .term_id = check->term_id };
  g_autoptr (XcStore) store = xc_store_open (check->ledger, XC_STORE_READ, error);
  g_autoptr (GPtrArray) faults =
      store != NULL ? xc_list_checker_run (store, &filter, xc_today (), cancellable, error) : NULL;

  for (guint i = 0; faults != NULL && i < faults->len; i++)
    check->n_errors +=
        xc_list_fault_get_grade (((const XcListFault *) faults->pdata[i])->kind) == XC_LIST_FAULT_ERROR;
  return faults != NULL;
}

static void
response_cb (XcWindow *self, const char *response, GtkWidget *dialog)
{
  XcWindowFunc go_on = (XcWindowFunc) g_object_get_data (G_OBJECT (dialog), "go-on");

  if (g_strcmp0 (response, "go-on") == 0)
    go_on (self);
  else if (g_strcmp0 (response, "look") == 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.check-lists", NULL);
}

static void
ask (XcWindow *self, guint n_errors, XcWindowFunc go_on)
{
  g_autofree char *body = g_strdup_printf (
      /* translators: %'u errors */
      g_dngettext (GETTEXT_PACKAGE,
                   "The check found %'u error that will be seen on paper. Mend it first, or export the lists "
                   "as they are.",
                   "The check found %'u errors that will be seen on paper. Mend them first, or export the "
                   "lists as they are.",
                   n_errors),
      n_errors);
  AdwMessageDialog *dialog =
      ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (self), _ ("The Lists Have Errors"), body));

  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "go-on", _ ("_Export Anyway"), "look",
                                    _ ("_See the Errors"), NULL);
  adw_message_dialog_set_default_response (dialog, "look");
  adw_message_dialog_set_close_response (dialog, "cancel");
  adw_message_dialog_set_response_appearance (dialog, "look", ADW_RESPONSE_SUGGESTED);
  g_object_set_data (G_OBJECT (dialog), "go-on", (gpointer) go_on);
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
checked_cb (XcWindow *self, const GError *error, gpointer data)
{
  Check *check = data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error != NULL)
    xc_window_tell_error (GTK_WIDGET (self), error);
  else if (check->n_errors > 0)
    ask (self, check->n_errors, check->go_on);
  else
    check->go_on (self);
}

/**
 * xc_window_check_lists_before:
 * @self: a window
 * @go_on: what writes the lists
 *
 * Looks through the lists of the term, and asks before they leave with errors.
 */
void
xc_window_check_lists_before (XcWindow *self, XcWindowFunc go_on)
{
  Check *check = g_new0 (Check, 1);

  check->ledger = g_strdup (xc_store_get_path (self->store));
  check->term_id = xc_term_choice_get_id (self->term_choice);
  check->go_on = go_on;
  xc_window_work (self, _ ("Checking the Lists…"), count_errors, checked_cb, check, check_free);
}

void
xc_window_install_checking (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.check-lists", NULL, check_lists_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F7, 0, "win.check-lists", NULL);
}
