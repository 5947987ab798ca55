/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/people/people-page.h"

#include "app/form/child-list.h"
#include "app/history/history-tab.h"
#include "app/people/free-bar.h"
#include "app/people/service-tab.h"
#include "app/window.h"

struct _XcPeoplePage
{
  XcRecordPage parent_instance;

  XcFreeBar *bar; /* borrowed: of its own tree */
};

G_DEFINE_FINAL_TYPE (XcPeoplePage, xc_people_page, XC_TYPE_RECORD_PAGE)

static void
show_asked_for (XcPeoplePage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = xc_free_bar_find (self->bar, &error);

  if (error != NULL)
    xc_window_tell_error (GTK_WIDGET (self), error);
  else
    xc_record_list_restrict (xc_record_page_get_list (XC_RECORD_PAGE (self)), ids);
}

static gboolean
moves_people (const XcChange *change)
{
  return xc_change_has_table (change, XC_TABLE_PERSON) || xc_change_has_table (change, XC_TABLE_TEAM_MEMBER)
         || xc_change_has_table (change, XC_TABLE_TEAM) || xc_change_has_table (change, XC_TABLE_ROUND);
}

static void
xc_people_page_build (XcPage *page)
{
  XC_PAGE_CLASS (xc_people_page_parent_class)->build (page);
  XC_PEOPLE_PAGE (page)->bar = XC_FREE_BAR (xc_record_page_get_bar (XC_RECORD_PAGE (page)));
}

static void
xc_people_page_follow (XcPage *page, const XcChange *change)
{
  XcPeoplePage *self = XC_PEOPLE_PAGE (page);

  if (change == NULL)
    xc_free_bar_set_store (self->bar, xc_page_get_store (page));
  XC_PAGE_CLASS (xc_people_page_parent_class)->follow (page, change);
  if (change == NULL || moves_people (change))
    show_asked_for (self);
}

static void
xc_people_page_class_init (XcPeoplePageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  XC_PAGE_CLASS (class)->build = xc_people_page_build;
  XC_PAGE_CLASS (class)->follow = xc_people_page_follow;
  g_type_ensure (XC_TYPE_CHILD_LIST);
  g_type_ensure (XC_TYPE_FREE_BAR);
  g_type_ensure (XC_TYPE_SERVICE_TAB);
  g_type_ensure (XC_TYPE_HISTORY_TAB);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/xuncha/Xuncha/people/people-page.ui");
  gtk_widget_class_bind_template_callback (widget_class, show_asked_for);
}

static void
xc_people_page_init (XcPeoplePage *self)
{
}
