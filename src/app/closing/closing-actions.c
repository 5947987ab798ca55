/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/closing/closing-actions.h"

#include <glib/gi18n-lib.h>

#include "app/closing/inspection-dialog.h"
#include "app/closing/measures-tab.h"
#include "app/record/record-page.h"
#include "app/window.h"
#include "store/deadlines.h"

static const struct
{
  const char *name;
  const char *keys;
  guint key;
} steps[] = {
  [XC_PROBLEM_STEP_FINISH] = { "closing.finish", "<Control><Shift>d", GDK_KEY_d },
  [XC_PROBLEM_STEP_EXTEND] = { "closing.extend", "<Control><Shift>t", GDK_KEY_t },
  [XC_PROBLEM_STEP_APPLY] = { "closing.apply", "<Control><Shift>s", GDK_KEY_s },
  [XC_PROBLEM_STEP_REVIEW] = { "closing.review", "<Control><Shift>r", GDK_KEY_r },
  [XC_PROBLEM_STEP_RETURN] = { "closing.return", "<Control><Shift>b", GDK_KEY_b },
  [XC_PROBLEM_STEP_REOPEN] = { "closing.reopen", "<Control><Shift>o", GDK_KEY_o },
};

G_STATIC_ASSERT (G_N_ELEMENTS (steps) == XC_N_PROBLEM_STEPS);

static XcStore *
get_writable (GtkWidget *page)
{
  XcStore *store = xc_page_get_store (XC_PAGE (page));

  return store != NULL && xc_store_is_writable (store) ? store : NULL;
}

/* The measure that is selected where the focus is, or 0. */
static gint64
find_measure (GtkWidget *page)
{
  GtkRoot *root = gtk_widget_get_root (page);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *list = focus != NULL ? gtk_widget_get_ancestor (focus, XC_TYPE_MEASURES_TAB) : NULL;

  return list != NULL ? xc_measures_tab_get_selected (XC_MEASURES_TAB (list)) : 0;
}

static GArray *
dup_selected (GtkWidget *page)
{
  GArray *ids = XC_ROWS_PAGE_GET_CLASS (page)->dup_selected (XC_ROWS_PAGE (page));

  if (ids->len == 0)
    xc_window_tell (page, _ ("Select the problems in the list first."));
  return ids;
}

static void
take_step (GtkWidget *page, XcProblemStep step)
{
  XcStore *store = get_writable (page);
  gboolean is_of_measures = step == XC_PROBLEM_STEP_FINISH || step == XC_PROBLEM_STEP_EXTEND;
  gint64 measure = is_of_measures ? find_measure (page) : 0;
  g_autoptr (GArray) ids = NULL;

  if (store == NULL)
    return;
  if (measure != 0)
    {
      xc_problem_step_open_measure (page, store, step, measure);
      return;
    }
  ids = dup_selected (page);
  if (ids->len > 0)
    xc_problem_step_open (page, store, step, ids);
}

static void
step_action (GtkWidget *page, const char *name, GVariant *parameter)
{
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (g_str_equal (steps[i].name, name))
      take_step (page, (XcProblemStep) i);
}

static void
give_limits_action (GtkWidget *page, const char *name, GVariant *parameter)
{
  XcStore *store = get_writable (page);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  guint n_given = 0;

  if (store == NULL)
    return;
  ids = dup_selected (page);
  if (ids->len == 0)
    return;
  if (!xc_deadlines_give_to_measures (store, (const gint64 *) (gpointer) ids->data, ids->len, &n_given,
                                      &error))
    {
      xc_window_tell_error (page, error);
      return;
    }
  words = g_strdup_printf (
      /* translators: %'u is a number of measures */
      g_dngettext (GETTEXT_PACKAGE, "%'u measure was given its time limit by the rules.",
                   "%'u measures were given their time limits by the rules.", n_given),
      n_given);
  if (n_given > 0)
    xc_window_tell_done (page, words);
  else
    xc_window_tell (page,
                    _ ("No measure was without a time limit that the rules could give. Measures get one "
                       "after the feedback, unless they are immediate or lasting."));
}

static void
inspection_action (GtkWidget *page, const char *name, GVariant *parameter)
{
  XcStore *store = xc_page_get_store (XC_PAGE (page));
  g_autoptr (GArray) ids = store != NULL ? dup_selected (page) : NULL;
  g_autoptr (XcRecord) problem = NULL;

  if (ids == NULL || ids->len == 0)
    return;
  problem = xc_store_load (store, XC_TABLE_PROBLEM, g_array_index (ids, gint64, 0), NULL);
  if (problem != NULL)
    xc_inspection_dialog_present (page, store, xc_record_get_number (problem, "inspection_id"));
}

/**
 * xc_closing_actions_install:
 * @page_class: of an #XcRowsPage whose rows are problems
 *
 * Gives it the actions "closing.finish", "closing.extend", "closing.apply", "closing.review", "closing.return",
 * "closing.reopen", "closing.give-limits" and "closing.inspection", and their keys.
 */
void
xc_closing_actions_install (GtkWidgetClass *page_class)
{
  const GdkModifierType chord = GDK_CONTROL_MASK | GDK_SHIFT_MASK;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      gtk_widget_class_install_action (page_class, steps[i].name, NULL, step_action);
      gtk_widget_class_add_binding_action (page_class, steps[i].key, chord, steps[i].name, NULL);
    }
  gtk_widget_class_install_action (page_class, "closing.give-limits", NULL, give_limits_action);
  gtk_widget_class_install_action (page_class, "closing.inspection", NULL, inspection_action);
  gtk_widget_class_add_binding_action (page_class, GDK_KEY_l, chord, "closing.inspection", NULL);
}

static void
append_item (GMenu *menu, const char *label, const char *action, const char *keys)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  if (keys != NULL)
    g_menu_item_set_attribute (item, "accel", "s", keys);
  g_menu_append_item (menu, item);
}

/**
 * xc_closing_actions_set_menu:
 * @page: a page of problems
 *
 * Puts the steps into the menu of its rows.
 */
void
xc_closing_actions_set_menu (GtkWidget *page)
{
  g_autoptr (GMenu) section = g_menu_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *label = g_strdup_printf ("%s…", xc_problem_step_get_title ((XcProblemStep) i));

      append_item (menu, label, steps[i].name, steps[i].keys);
    }
  append_item (menu, _ ("Time Limits by the Rules"), "closing.give-limits", NULL);
  append_item (menu, _ ("Plan and Deadlines…"), "closing.inspection", "<Control><Shift>l");
  g_menu_append_submenu (section, _ ("Rectification and _Closing"), G_MENU_MODEL (menu));
  xc_record_list_add_row_menu (xc_record_page_get_list (XC_RECORD_PAGE (page)), G_MENU_MODEL (section));
}

const char *
xc_closing_actions_get_name (XcProblemStep step)
{
  return steps[step].name;
}

const char *
xc_closing_actions_get_keys (XcProblemStep step)
{
  return steps[step].keys;
}
