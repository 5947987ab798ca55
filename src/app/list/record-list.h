/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of every page: rows of a table, sorted, searched and filtered in SQL. */
#pragma once

#include <adwaita.h>

#include "report/pages.h"
#include "store/row-model.h"

G_BEGIN_DECLS

#define XC_TYPE_RECORD_LIST (xc_record_list_get_type ())
G_DECLARE_FINAL_TYPE (XcRecordList, xc_record_list, XC, RECORD_LIST, AdwBin)

/* Signals: "selected" when other rows are selected, "activated" when Enter goes into the form, "narrowed" when rows chosen
 * elsewhere are shown, or all again. */
void xc_record_list_set_up (XcRecordList *self, XcTable table, const char *const *paths, const char *sort);
void xc_record_list_set_page (XcRecordList *self, const char *page);
void xc_record_list_search_in (XcRecordList *self, const char *const *paths);
void xc_record_list_offer_filters (XcRecordList *self, const char *const *paths);
void xc_record_list_arrange (XcRecordList *self, const char *name, const char *const *paths,
                             const int *widths_px);
void xc_record_list_set_scope (XcRecordList *self, const char *path, XcRelation relation, gint64 id);
void xc_record_list_restrict (XcRecordList *self, const GArray *ids);
void xc_record_list_narrow (XcRecordList *self, const char *title, const GArray *ids);
void xc_record_list_add_row_menu (XcRecordList *self, GMenuModel *section);
void xc_record_list_set_store (XcRecordList *self, XcStore *store);

XcQuery *xc_record_list_dup_query (XcRecordList *self);
guint xc_record_list_get_n_rows (XcRecordList *self);
GArray *xc_record_list_get_selected (XcRecordList *self);
gboolean xc_record_list_select (XcRecordList *self, gint64 id);
XcPages *xc_record_list_make_pages (XcRecordList *self, const char *title, GError **error);
void xc_record_list_scroll_to (XcRecordList *self, gint64 id);
void xc_record_list_scroll_to_top (XcRecordList *self);
void xc_record_list_focus (XcRecordList *self);
void xc_record_list_focus_search (XcRecordList *self);
char *xc_record_list_dup_selected_text (XcRecordList *self, GError **error);

G_END_DECLS
