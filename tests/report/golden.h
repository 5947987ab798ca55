/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures held against those in tests/golden, with the tolerance that another version of the font or of the libraries
 * needs. */
#pragma once

#include "report/picture.h"

G_BEGIN_DECLS

/* From now on the program speaks Chinese, or English. */
void golden_speak (gboolean chinese);
/* Paints the whole of a picture. */
cairo_surface_t *golden_draw (XcPicture *picture, XcPalette palette);
gboolean golden_look_the_same (cairo_surface_t *one, cairo_surface_t *other, double *mean, double *share);
/* Fails the test when @actual does not look like the picture of that name; says where to look. */
void golden_compare (cairo_surface_t *actual, const char *name);

G_END_DECLS
