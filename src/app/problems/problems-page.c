/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/problems/problems-page.h"

#include "app/due/due-bar.h"
#include "app/closing/closing-actions.h"
#include "app/closing/closing-tab.h"
#include "app/closing/measures-tab.h"
#include "app/entry/measure-lines.h"
#include "app/entry/owner-lines.h"
#include "app/entry/repeat-notes.h"
#include "app/entry/wording-aid.h"
#include "app/form/child-list.h"
#include "app/history/history-tab.h"

struct _XcProblemsPage
{
  XcRecordPage parent_instance;
};

G_DEFINE_FINAL_TYPE (XcProblemsPage, xc_problems_page, XC_TYPE_RECORD_PAGE)

static void
xc_problems_page_class_init (XcProblemsPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  g_type_ensure (XC_TYPE_DUE_BAR);
  g_type_ensure (XC_TYPE_CHILD_LIST);
  g_type_ensure (XC_TYPE_CLOSING_TAB);
  g_type_ensure (XC_TYPE_MEASURE_LINES);
  g_type_ensure (XC_TYPE_OWNER_LINES);
  g_type_ensure (XC_TYPE_REPEAT_NOTES);
  g_type_ensure (XC_TYPE_WORDING_AID);
  g_type_ensure (XC_TYPE_HISTORY_TAB);
  g_type_ensure (XC_TYPE_MEASURES_TAB);
  xc_closing_actions_install (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/xuncha/Xuncha/problems/problems-page.ui");
}

static void
xc_problems_page_init (XcProblemsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  xc_closing_actions_set_menu (GTK_WIDGET (self));
}
