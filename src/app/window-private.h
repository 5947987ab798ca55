/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What only the files of a window share. */
#pragma once

#include "app/checker/checker-pane.h"
#include "app/search/search-box.h"
#include "app/start/new-ledger.h"
#include "app/term/term-button.h"
#include "app/window.h"

G_BEGIN_DECLS

struct _XcWindow
{
  AdwApplicationWindow parent_instance;

  /* Template widgets */
  AdwToastOverlay *toasts;
  GtkStack *views;
  XcTermButton *term_button;
  GtkListBox *sidebar;
  AdwWindowTitle *page_title;
  GtkWidget *read_only_label;
  XcSearchBox *search;
  GtkStack *pages;
  GtkBox *content; /* what is beside the sidebar */
  GtkMenuButton *menu_button;
  GMenuModel *main_menu;
  AdwStatusPage *busy_page;
  GtkProgressBar *busy_bar;

  /* Borrowed: in the window from when the lists are checked first */
  XcCheckerPane *checker;

  /* Borrowed: what is being said, until it is dismissed */
  AdwToast *toast;
  gint64 toast_at; /* since when, in microseconds of the monotonic clock */

  /* Owned */
  XcStore *store;
  XcTermChoice *term_choice;
  XcDueWatch *due_watch; /* what waits today */
  GFile *file;
  GPtrArray *page_list; /* of XcPage, in the order of the sidebar */
  GArray *visited;      /* of int: pages left behind, the latest last */
  GCancellable *work;   /* stops the long work that goes on, or NULL */

  XcNewLedger *new_ledger; /* what was answered, while a place for it is chosen */

  gboolean is_going_back;
};

void xc_window_take_store (XcWindow *self, XcStore *store, GFile *file);
void xc_window_update_actions (XcWindow *self);
void xc_window_focus_page (XcWindow *self);

/* window-actions.c */
void xc_window_show_page (XcWindow *self, const char *name);
void xc_window_install_actions (GtkWidgetClass *widget_class);

/* window-check.c */
typedef void (*XcWindowFunc) (XcWindow *self);
void xc_window_check_lists_before (XcWindow *self, XcWindowFunc go_on);
void xc_window_install_checking (GtkWidgetClass *widget_class);

/* window-exchange.c */
void xc_window_install_exchange (GtkWidgetClass *widget_class);

/* window-open.c */
void xc_window_install_opening (GtkWidgetClass *widget_class);

/* window-undo.c */
void xc_window_install_undo (GtkWidgetClass *widget_class);

/* window-restore.c */
void xc_window_install_restoring (GtkWidgetClass *widget_class);
void xc_window_offer_restoring (XcWindow *self, GFile *file, const GError *error);

/* window-work.c */
void xc_window_install_work (GtkWidgetClass *widget_class);

G_END_DECLS
