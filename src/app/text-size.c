/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/text-size.h"

/* What the toolkit counts in: 1024ths of the dots per inch at which text has its usual size. */
#define USUAL_DPI (96 * 1024)
#define LARGE_PERCENT 150

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

/**
 * xc_text_size_is_large:
 *
 * Returns: whether text is so large that two fields beside each other would be wider than a form can be
 */
gboolean
xc_text_size_is_large (void)
{
  return xc_text_size_scale (100) >= LARGE_PERCENT;
}

/**
 * xc_text_size_stack:
 * @box: a row of widgets
 *
 * Puts them below each other when the text is so large that the row would be wider than there is room.
 */
void
xc_text_size_stack (GtkBox *box)
{
  if (!xc_text_size_is_large ())
    return;
  gtk_box_set_homogeneous (box, FALSE);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (box), GTK_ORIENTATION_VERTICAL);
}
