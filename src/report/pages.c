/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/pages.h"

#include <glib/gi18n-lib.h>

struct _XcPages
{
  gatomicrefcount references;
  const XcPagesKind *kind;
  gpointer data;
  char *title;
  XcDay day;
  gboolean is_whole; /* all pages are known */
};

/**
 * xc_pages_new:
 * @kind: how pages are made; static
 * @title: what they are called, for the printer's list of jobs and the properties of files
 * @day: that they speak of
 * @data: (transfer full): for @kind
 *
 * Returns: (transfer full): pages, none of them known before xc_pages_begin()
 */
XcPages *
xc_pages_new (const XcPagesKind *kind, const char *title, XcDay day, gpointer data)
{
  XcPages *self = g_new0 (XcPages, 1);

  g_atomic_ref_count_init (&self->references);
  self->kind = kind;
  self->title = g_strdup (title);
  self->day = day;
  self->data = data;
  return self;
}

XcPages *
xc_pages_ref (XcPages *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
xc_pages_unref (XcPages *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  if (self->kind->free != NULL)
    self->kind->free (self->data);
  g_free (self->title);
  g_free (self);
}

const char *
xc_pages_get_title (XcPages *self)
{
  return self->title;
}

/**
 * xc_pages_begin:
 * @self: pages
 * @width: of the paper, in points
 * @height: of the paper
 *
 * Begins anew, for paper of that size.
 */
void
xc_pages_begin (XcPages *self, double width, double height)
{
  self->kind->begin (self->data, width, height);
  self->is_whole = self->kind->go_on == NULL;
}

/**
 * xc_pages_go_on:
 * @self: pages that were begun
 * @is_whole: (out): whether all are known
 * @error: return location for why the rest cannot be found
 *
 * Finds some more pages, for a moment at most, so that many pages do not stop the window.
 *
 * Returns: %FALSE with @error set when the pages cannot be found
 */
gboolean
xc_pages_go_on (XcPages *self, gboolean *is_whole, GError **error)
{
  if (!self->is_whole && !self->kind->go_on (self->data, &self->is_whole, error))
    return FALSE;
  *is_whole = self->is_whole;
  return TRUE;
}

/**
 * xc_pages_get_n:
 * @self: pages that were begun
 *
 * Returns: how many are known so far
 */
guint
xc_pages_get_n (XcPages *self)
{
  return self->kind->count (self->data);
}

/**
 * xc_pages_lay_out:
 * @self: pages that are all known
 * @page: from 0
 *
 * Returns: (transfer full): that page
 */
XcPicture *
xc_pages_lay_out (XcPages *self, guint page)
{
  g_return_val_if_fail (self->is_whole && page < xc_pages_get_n (self), NULL);
  return self->kind->lay_out (self->data, page);
}

static XcPicture *
lay_out_page (guint page, gpointer data)
{
  return xc_pages_lay_out (data, page);
}

/**
 * xc_pages_write:
 * @self: pages
 * @width: of the paper, in points
 * @height: of the paper
 * @path: where to write a PDF
 * @replace: whether a file that is there already may be replaced
 * @error: return location; as in xc_picture_write(), or why the pages cannot be found
 *
 * Writes all pages beside their target, reads them back, and puts them in their place.
 *
 * Returns: whether the file is there, whole
 */
gboolean
xc_pages_write (XcPages *self, double width, double height, const char *path, gboolean replace,
                GError **error)
{
  gboolean is_whole = FALSE;

  xc_pages_begin (self, width, height);
  while (!is_whole)
    if (!xc_pages_go_on (self, &is_whole, error))
      return FALSE;
  return xc_picture_write_pages (lay_out_page, xc_pages_get_n (self), self, self->title, self->day, path,
                                 replace, error);
}

/**
 * xc_page_add_foot:
 * @picture: a page
 * @size: of the type
 * @marking: (nullable): the marking line of the office
 * @page: from 0
 * @n_pages: how many there are
 *
 * Adds the marking and “page x of y” in the lower margin.
 */
void
xc_page_add_foot (XcPicture *picture, double size, const char *marking, guint page, guint n_pages)
{
  double width = xc_picture_get_width (picture), height = xc_picture_get_height (picture);
  XcBox box = { XC_PAGE_MARGIN, height - XC_PAGE_MARGIN, width - 2 * XC_PAGE_MARGIN, size * XC_LINE_PITCH };
  g_autofree char *number =
      /* translators: at the foot of a page: 1 is its number, 2 how many there are */
      g_strdup_printf (C_ ("at the foot of a page", "Page %1$u of %2$u"), page + 1, n_pages);
  XcText text = { .words = number,
                  .size = size,
                  .ink = XC_INK_MUTED,
                  .align = 1,
                  .x = box.x + box.width,
                  .y = box.y,
                  .width = box.width * 0.3 };

  xc_picture_begin_panel (picture, box);
  xc_picture_add_text (picture, &text);
  if (marking == NULL || *marking == '\0')
    return;
  text = (XcText){ .words = marking,
                   .size = size,
                   .bold = TRUE,
                   .ink = XC_INK_TEXT,
                   .x = box.x,
                   .y = box.y,
                   .width = box.width * 0.68 };
  xc_picture_add_text (picture, &text);
}
