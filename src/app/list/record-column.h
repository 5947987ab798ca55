/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One column of a list: its heading, its cells, and what a click on the heading asks for. */
#pragma once

#include <gtk/gtk.h>

#include "core/catalogue.h"

G_BEGIN_DECLS

/**
 * XcSortKey:
 * @column: number of the column
 * @is_descending: whether the largest comes first
 */
typedef struct
{
  guint column;
  gboolean is_descending;
} XcSortKey;

GtkColumnViewColumn *xc_record_column_new (XcTable table, const char *const *paths, guint column,
                                           int width_px);
int xc_record_column_fit (XcTable table, const char *path, int width_px);
guint xc_record_column_find_position (GtkWidget *widget);
GArray *xc_record_column_read_sorter (GtkSorter *view_sorter);
const char *xc_record_column_get_title (XcTable table, const char *path);
char *xc_record_column_dup_name_path (XcTable table, const char *path);
gboolean xc_record_column_is_kept (XcTable table, const char *path);
const XcField *xc_record_column_get_field (XcTable table, const char *path, XcTable *of_table);

G_END_DECLS
