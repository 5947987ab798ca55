/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/text-size.h"

#include <gtk/gtk.h>

/* What the toolkit counts in: 1024ths of the dots per inch at which text has its usual size. */
#define USUAL_DPI (96 * 1024)

/**
 * xc_text_size_scale:
 * @px: a width in pixels that text of the usual size fits into; -1 stays what it is
 *
 * Returns: the width that the same text fits into as the desktop shows it now
 */
int
xc_text_size_scale (int px)
{
  int dpi = -1;

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
  return px > 0 && dpi > USUAL_DPI ? (int) ((gint64) px * dpi / USUAL_DPI) : px;
}
