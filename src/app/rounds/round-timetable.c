/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/rounds/round-timetable.h"

#include "app/timetable/timetable-view.h"

struct _XcRoundTimetable
{
  XcFormTab parent_instance;

  /* Borrowed: its child */
  XcTimetableView *view;
};

G_DEFINE_FINAL_TYPE (XcRoundTimetable, xc_round_timetable, XC_TYPE_FORM_TAB)

static void
xc_round_timetable_show (XcFormTab *tab, XcStore *store, gint64 id)
{
  xc_timetable_view_show (XC_ROUND_TIMETABLE (tab)->view, store, id);
}

static void
xc_round_timetable_build (XcFormTab *tab)
{
  XcRoundTimetable *self = XC_ROUND_TIMETABLE (tab);

  self->view = g_object_new (XC_TYPE_TIMETABLE_VIEW, NULL);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->view));
}

static void
xc_round_timetable_class_init (XcRoundTimetableClass *class)
{
  XC_FORM_TAB_CLASS (class)->build = xc_round_timetable_build;
  XC_FORM_TAB_CLASS (class)->show = xc_round_timetable_show;
}

static void
xc_round_timetable_init (XcRoundTimetable *self)
{
}

/**
 * xc_round_timetable_make_pages:
 * @self: the tab
 * @error: return location for a #XcStoreError
 *
 * Returns: (transfer full) (nullable): the timetable, for paper; %NULL without @error when no round is shown
 */
XcPages *
xc_round_timetable_make_pages (XcRoundTimetable *self, GError **error)
{
  xc_form_tab_build (XC_FORM_TAB (self));
  return xc_timetable_view_make_pages (self->view, error);
}
