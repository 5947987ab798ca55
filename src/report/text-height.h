/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How high a row must be for wrapped text: no spreadsheet program grows merged rows by itself, and LibreOffice does not
 * grow the rows of files that others wrote. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The highest row that a spreadsheet can have, in points. */
#define XC_TEXT_HEIGHT_MAX 409.0

guint xc_text_height_count_lines (const char *text, double width, double size);
double xc_text_height_of_lines (guint lines, double size);
guint xc_text_height_fitting_lines (double size);
gsize xc_text_height_cut (const char *text, double width, double size, guint lines);

G_END_DECLS
