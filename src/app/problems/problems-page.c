/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/problems/problems-page.h"

#include "app/due/due-bar.h"
#include "app/closing/closing-actions.h"
#include "app/closing/closing-tab.h"
#include "app/closing/measures-tab.h"
#include "app/entry/measure-lines.h"
#include "app/entry/owner-lines.h"
#include "app/entry/paste-dialog.h"
#include "app/entry/repeat-notes.h"
#include "app/entry/wording-aid.h"
#include "app/form/child-list.h"
#include "app/history/history-tab.h"
#include "app/problems/evidence-tab.h"
#include "app/problems/list-switch.h"
#include "app/problems/lists-export.h"
#include "app/problems/problem-lists.h"

struct _XcProblemsPage
{
  XcRecordPage parent_instance;

  XcList list;

  XcListSwitch *lists; /* borrowed: of its own tree */
};

typedef enum
{
  PROP_LIST = 1,
} XcProblemsPageProperty;

G_DEFINE_FINAL_TYPE (XcProblemsPage, xc_problems_page, XC_TYPE_RECORD_PAGE)

static GParamSpec *properties[PROP_LIST + 1];

static void
show_list (XcProblemsPage *self, XcList list)
{
  const int *widths_px;
  const char *const *columns = xc_problem_lists_get_columns (list, &widths_px);

  self->list = list;
  xc_record_list_arrange (xc_record_page_get_list (XC_RECORD_PAGE (self)), xc_problem_lists_get_name (list),
                          columns, widths_px);
}

/* The sidebar says it, whether or not the page was looked at. */
static void
count_waiting (XcPage *page)
{
  const XcDueList *list = xc_due_watch_get_list (xc_page_get_due_watch (page));

  xc_page_set_n_waiting (page, list != NULL ? (int) list->n_urgent : 0);
}

static void
xc_problems_page_follow (XcPage *page, const XcChange *change)
{
  XC_PAGE_CLASS (xc_problems_page_parent_class)->follow (page, change);
  if (change == NULL || xc_change_has_table (change, XC_TABLE_LIST_LAYOUT))
    xc_list_switch_set_store (XC_PROBLEMS_PAGE (page)->lists, xc_page_get_store (page));
}

static XcPages *
xc_problems_page_make_pages (XcPage *page, GError **error)
{
  XcProblemsPage *self = XC_PROBLEMS_PAGE (page);
  g_autofree char *title = xc_problem_lists_dup_title (xc_page_get_store (page), self->list);

  return xc_record_list_make_pages (xc_record_page_get_list (XC_RECORD_PAGE (page)), title, error);
}

static void
xc_problems_page_export_rows (XcRowsPage *page)
{
  XcStore *store = xc_page_get_store (XC_PAGE (page));

  if (store != NULL)
    xc_lists_export_ask (xc_record_page_get_list (XC_RECORD_PAGE (page)), store,
                         XC_PROBLEMS_PAGE (page)->list);
}

static void
xc_problems_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((XcProblemsPageProperty) id)
    {
    case PROP_LIST:
      g_value_set_string (value, xc_list_to_word (XC_PROBLEMS_PAGE (object)->list));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
xc_problems_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  XcProblemsPage *self = XC_PROBLEMS_PAGE (object);
  XcList list;

  switch ((XcProblemsPageProperty) id)
    {
    case PROP_LIST:
      if (xc_list_from_word (g_value_get_string (value), &list) && list != self->list)
        {
          show_list (self, list);
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

/* A saved view belongs to one of the three lists. */
static void
arrangement_asked_cb (XcProblemsPage *self, const char *name)
{
  for (guint i = 0; i < XC_N_LISTS; i++)
    if (g_str_equal (xc_problem_lists_get_name ((XcList) i), name))
      g_object_set (self, "list", xc_list_to_word ((XcList) i), NULL);
}

static void
xc_problems_page_build (XcPage *page)
{
  XcProblemsPage *self = XC_PROBLEMS_PAGE (page);
  XcRecordList *list;
  GtkWidget *bar;

  XC_PAGE_CLASS (xc_problems_page_parent_class)->build (page);
  xc_closing_actions_set_menu (GTK_WIDGET (self));
  for (bar = xc_record_page_get_bar (XC_RECORD_PAGE (self)); !XC_IS_LIST_SWITCH (bar);)
    bar = gtk_widget_get_next_sibling (bar);
  self->lists = XC_LIST_SWITCH (bar);
  xc_paste_action_set_menu (GTK_WIDGET (self));
  list = xc_record_page_get_list (XC_RECORD_PAGE (page));
  xc_record_list_search_in (list, xc_problem_lists_searched);
  xc_record_list_offer_filters (list, xc_problem_lists_filters);
  g_signal_connect_object (list, "arrangement-asked", G_CALLBACK (arrangement_asked_cb), self,
                           G_CONNECT_SWAPPED);
  show_list (self, XC_LIST_PROBLEM);
}

static void
xc_problems_page_class_init (XcProblemsPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->get_property = xc_problems_page_get_property;
  object_class->set_property = xc_problems_page_set_property;
  XC_PAGE_CLASS (class)->build = xc_problems_page_build;
  XC_PAGE_CLASS (class)->follow = xc_problems_page_follow;
  XC_PAGE_CLASS (class)->make_pages = xc_problems_page_make_pages;
  XC_ROWS_PAGE_CLASS (class)->export_rows = xc_problems_page_export_rows;
  /* As which of the three lists the rows are shown, by its word. */
  properties[PROP_LIST] = g_param_spec_string (
      "list", NULL, NULL, "problem", G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object_class, PROP_LIST, properties[PROP_LIST]);
  gtk_widget_class_install_property_action (widget_class, "page.list", "list");
  for (guint i = 0; i < XC_N_LISTS; i++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1 + i, GDK_ALT_MASK, "page.list", "s",
                                         xc_list_to_word ((XcList) i));
  g_type_ensure (XC_TYPE_DUE_BAR);
  g_type_ensure (XC_TYPE_CHILD_LIST);
  g_type_ensure (XC_TYPE_CLOSING_TAB);
  g_type_ensure (XC_TYPE_MEASURE_LINES);
  g_type_ensure (XC_TYPE_OWNER_LINES);
  g_type_ensure (XC_TYPE_REPEAT_NOTES);
  g_type_ensure (XC_TYPE_WORDING_AID);
  g_type_ensure (XC_TYPE_EVIDENCE_TAB);
  g_type_ensure (XC_TYPE_HISTORY_TAB);
  g_type_ensure (XC_TYPE_LIST_SWITCH);
  g_type_ensure (XC_TYPE_MEASURES_TAB);
  xc_closing_actions_install (widget_class);
  xc_paste_action_install (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/xuncha/Xuncha/problems/problems-page.ui");
}

static void
xc_problems_page_init (XcProblemsPage *self)
{
  g_signal_connect (self, "due-changed", G_CALLBACK (count_waiting), NULL);
}
