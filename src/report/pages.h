/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What goes on paper, page by page: laid out anew for each size of paper, drawn a page at a time. The printer, its
 * preview and PDF files all take it from here. */
#pragma once

#include "core/day.h"
#include "report/picture-file.h"

G_BEGIN_DECLS

/* A4 and A3, in points; landscape is the longer side first. */
#define XC_PAGE_A4_LONG 841.89
#define XC_PAGE_A4_SHORT 595.28
#define XC_PAGE_A3_LONG 1190.55
#define XC_PAGE_A3_SHORT 841.89

/* Round what is on a page, in points: half an inch, which all printers reach. */
#define XC_PAGE_MARGIN 36

/**
 * XcPagesKind:
 * @begin: takes the size of a page, in points, and forgets all pages
 * @go_on: (nullable): finds some more pages, says whether all are known, and returns whether that went well; without it
 *   all are known after @begin
 * @count: how many pages are known; at least one when all are
 * @lay_out: (transfer full): one page, as large as @begin was told
 * @free: (nullable): frees the data
 */
typedef struct
{
  void (*begin) (gpointer data, double width, double height);
  gboolean (*go_on) (gpointer data, gboolean *is_whole, GError **error);
  guint (*count) (gpointer data);
  XcPicture *(*lay_out) (gpointer data, guint page);
  void (*free) (gpointer data);
} XcPagesKind;

typedef struct _XcPages XcPages;

XcPages *xc_pages_new (const XcPagesKind *kind, const char *title, XcDay day, gpointer data);
XcPages *xc_pages_ref (XcPages *self);
void xc_pages_unref (XcPages *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcPages, xc_pages_unref)

const char *xc_pages_get_title (XcPages *self);

void xc_pages_begin (XcPages *self, double width, double height);
gboolean xc_pages_go_on (XcPages *self, gboolean *is_whole, GError **error);
guint xc_pages_get_n (XcPages *self);
XcPicture *xc_pages_lay_out (XcPages *self, guint page);

gboolean xc_pages_write (XcPages *self, double width, double height, const char *path, gboolean replace,
                         GError **error);

void xc_page_add_foot (XcPicture *picture, double size, const char *marking, guint page, guint n_pages);

G_END_DECLS
