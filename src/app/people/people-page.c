/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/people/people-page.h"

#include "app/form/child-list.h"

struct _XcPeoplePage
{
  XcRecordPage parent_instance;
};

G_DEFINE_FINAL_TYPE (XcPeoplePage, xc_people_page, XC_TYPE_RECORD_PAGE)

static void
xc_people_page_class_init (XcPeoplePageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  g_type_ensure (XC_TYPE_CHILD_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/xuncha/Xuncha/people/people-page.ui");
}

static void
xc_people_page_init (XcPeoplePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
