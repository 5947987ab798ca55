/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/due/due-inspections.h"

#include <glib/gi18n-lib.h>

#include "app/rounds/round-words.h"
#include "app/window.h"

#define WIDTH_PX 420
#define HEIGHT_PX 460
/* The most urgent come first; who has more open than these needs no list of them in a popover. */
#define ROWS_MAX 50

/**
 * xc_due_dup_limit:
 * @due_on: a limit, or %XC_DAY_NONE
 * @today: today
 *
 * Returns: (transfer full): the limit, and how far it is; empty without one
 */
char *
xc_due_dup_limit (XcDay due_on, XcDay today)
{
  g_autofree char *day = xc_day_format (due_on);
  int left = due_on - today;

  if (!xc_day_is_set (due_on))
    return g_strdup ("");
  if (left < 0)
    return g_strdup_printf (
        /* translators: 1 a day, 2 a number of days */
        g_dngettext (GETTEXT_PACKAGE, "by %1$s, %2$d day overdue", "by %1$s, %2$d days overdue",
                     (gulong) -left),
        day, -left);
  if (left == 0)
    /* translators: %s is a day */
    return g_strdup_printf (_ ("by %s, today"), day);
  return g_strdup_printf (
      /* translators: 1 a day, 2 a number of days */
      g_dngettext (GETTEXT_PACKAGE, "by %1$s, %2$d day left", "by %1$s, %2$d days left", (gulong) left), day,
      left);
}

/* 示范区统计局党组 · 第六轮 */
static char *
dup_name (XcStore *store, gint64 inspection_id)
{
  g_autoptr (XcRecord) inspection = xc_store_load (store, XC_TABLE_INSPECTION, inspection_id, NULL);
  g_autoptr (XcRecord) organization = NULL;
  g_autoptr (XcRecord) round = NULL;
  g_autofree char *ordinal = NULL;

  if (inspection != NULL)
    organization = xc_store_load (store, XC_TABLE_ORGANIZATION,
                                  xc_record_get_number (inspection, "organization_id"), NULL);
  if (organization == NULL)
    return g_strdup ("");
  if (xc_record_is_set (inspection, "round_id"))
    round = xc_store_load (store, XC_TABLE_ROUND, xc_record_get_number (inspection, "round_id"), NULL);
  if (round == NULL)
    return g_strdup (xc_record_get_text (organization, "name"));
  ordinal = xc_round_words_dup_ordinal (XC_TABLE_ROUND, (int) xc_record_get_number (round, "ordinal"));
  /* translators: 1 an organization, 2 a round */
  return g_strdup_printf (C_ ("inspection in a list", "%1$s · %2$s"),
                          xc_record_get_text (organization, "name"), ordinal);
}

static GtkWidget *
make_row (XcStore *store, const XcDueRow *due, XcDay today)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *name = dup_name (store, due->id);
  g_autofree char *limit = xc_due_dup_limit (due->due_on, today);
  /* translators: 1 an inspection, 2 its limit */
  g_autofree char *label = g_strdup_printf (C_ ("row of what is due", "%1$s, %2$s"), name, limit);
  GtkWidget *title = gtk_label_new (name);
  GtkWidget *detail = gtk_label_new (limit);
  gint64 *id = g_new (gint64, 1);

  *id = due->id;
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (detail), 0);
  gtk_widget_add_css_class (detail, "caption");
  gtk_widget_add_css_class (detail, due->warning == XC_DEADLINE_WARNING_RED ? "error" : "detail");
  gtk_box_append (GTK_BOX (box), title);
  if (*limit != '\0')
    gtk_box_append (GTK_BOX (box), detail);
  else
    g_object_unref (g_object_ref_sink (detail));
  gtk_widget_add_css_class (row, "sub-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "id", id, g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return row;
}

static GtkWidget *
make_heading (XcDueReason reason, guint count)
{
  GtkWidget *row = gtk_list_box_row_new ();
  /* translators: 1 what is waited for, 2 how many wait */
  g_autofree char *words =
      g_strdup_printf (C_ ("heading of what is due", "%1$s %2$'u"), xc_due_reason_get_title (reason), count);
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (row, "child-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  return row;
}

static GtkWidget *
make_rest (guint n)
{
  GtkWidget *row = gtk_list_box_row_new ();
  /* translators: %u inspections that are not listed */
  g_autofree char *words =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more", n), n);
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "detail");
  gtk_widget_add_css_class (row, "sub-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  return row;
}

static void
append_reason (GtkListBox *rows, XcStore *store, const XcDueList *list, XcDueReason reason)
{
  guint n = 0;

  gtk_list_box_append (rows, make_heading (reason, list->counts[reason]));
  for (guint i = 0; i < list->rows->len && n < ROWS_MAX; i++)
    {
      const XcDueRow *due = &g_array_index (list->rows, XcDueRow, i);

      if (due->table != XC_TABLE_INSPECTION || (due->reasons & XC_DUE_MASK (reason)) == 0)
        continue;
      gtk_list_box_append (rows, make_row (store, due, list->today));
      n++;
    }
  if (list->counts[reason] > n)
    gtk_list_box_append (rows, make_rest (list->counts[reason] - n));
}

static void
row_activated_cb (GtkListBox *rows, GtkListBoxRow *row, gpointer data)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (rows), GTK_TYPE_POPOVER);
  XcWindow *window = XC_WINDOW (gtk_widget_get_root (GTK_WIDGET (rows)));
  gint64 id = *(gint64 *) g_object_get_data (G_OBJECT (row), "id");

  gtk_popover_popdown (GTK_POPOVER (popover));
  xc_window_show_row (window, XC_TABLE_INSPECTION, id);
}

/**
 * xc_due_inspections_new:
 * @store: the ledger
 * @list: its work list
 *
 * Returns: (transfer floating): a popover
 */
GtkWidget *
xc_due_inspections_new (XcStore *store, const XcDueList *list)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *rows = gtk_list_box_new ();

  for (guint i = XC_DUE_NOTICE; i < XC_N_DUE_REASONS; i++)
    if (list->counts[i] > 0)
      append_reason (GTK_LIST_BOX (rows), store, list, (XcDueReason) i);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (rows), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (rows), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Inspections that wait"), -1);
  g_signal_connect (rows, "row-activated", G_CALLBACK (row_activated_cb), NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), rows);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), HEIGHT_PX);
  gtk_widget_set_size_request (scrolled, WIDTH_PX, -1);
  gtk_popover_set_child (GTK_POPOVER (popover), scrolled);
  return popover;
}
