/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What only the files of a list share. */
#pragma once

#include "app/list/column-set.h"
#include "app/list/filter-bar.h"
#include "app/list/narrow-chip.h"
#include "app/list/record-list.h"
#include "app/list/row-selection.h"
#include "app/list/view-menu.h"

G_BEGIN_DECLS

struct _XcRecordList
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkEditable *search;
  XcFilterBar *filters;
  XcNarrowChip *narrowed;
  GtkMenuButton *add_filter;
  XcViewMenu *saved_views;
  GtkMenuButton *choose_columns;
  GtkStack *views;
  GtkColumnView *view;
  GtkLabel *count;
  GMenuModel *row_menu;

  /* Borrowed: of its own tree */
  GtkPopover *menu;

  /* Owned */
  char *page;        /* nullable: under which name its views are kept */
  char *arrangement; /* nullable: under which its columns are, when not under that of the page */
  GStrv searched;    /* nullable: where is searched, by path, when not in what is shown */
  GStrv usual;       /* what it shows until somebody chooses, by path */
  GStrv paths;       /* what it shows, in the order of the model */
  XcQuery *query;    /* what the clerk asked for */
  char *scope;       /* nullable: path of the reference that all rows share */
  XcRelation scope_relation;
  gint64 scope_id;
  GArray *only; /* nullable: of XcValue, the ids of the rows that are shown */
  XcRowModel *model;
  XcRowSelection *selection;

  gboolean is_late;       /* what was asked for is looked for when it is seen */
  gint64 wanted;          /* to be selected when the search is over, or 0 */
  guint scrolling;        /* source, or 0 */
  gint64 scrolled_to;     /* the row that it brings into sight */
  gboolean has_others;    /* the rows of the screen have changed for others */
  gboolean wants_top;     /* to be seen from its first row when the search is over */
  gboolean goes_to_found; /* Enter came before all was found */
  gboolean is_arranging;  /* columns come and go, and nobody clicked a heading */
  guint remembering;      /* source, or 0 */
};

void xc_record_list_run (XcRecordList *self);

/* record-list-columns.c */
void xc_record_list_show_columns (XcRecordList *self, const XcColumnSet *columns);
XcColumnSet *xc_record_list_dup_columns (XcRecordList *self);
void xc_record_list_recall_columns (XcRecordList *self);
void xc_record_list_set_up_columns (XcRecordList *self);

/* row-actions.c */
void xc_row_actions_install (GtkWidgetClass *widget_class);
void xc_row_actions_set_up (XcRecordList *self);

G_END_DECLS
