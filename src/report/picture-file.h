/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures as files: PNG for slides, SVG for those who edit it, PDF for paper. */
#pragma once

#include "core/day.h"
#include "report/picture.h"
#include "report/report-error.h"

G_BEGIN_DECLS

typedef enum
{
  XC_PICTURE_PNG,
  XC_PICTURE_SVG,
  XC_PICTURE_PDF,
} XcPictureFormat;

/* Of width and height, in pixels or points. */
#define XC_PICTURE_SIZE_MIN 320
#define XC_PICTURE_SIZE_MAX 10000

gboolean xc_picture_format_from_path (const char *path, XcPictureFormat *format, GError **error);
gboolean xc_picture_write (XcPicture *self, XcPictureFormat format, XcPalette palette, XcDay day,
                           const char *path, gboolean replace, GError **error);

typedef XcPicture *(*XcPictureFunc) (guint page, gpointer data);
gboolean xc_picture_write_pages (XcPictureFunc lay_out, guint n_pages, gpointer data, const char *title,
                                 XcDay day, const char *path, gboolean replace, GError **error);

G_END_DECLS
