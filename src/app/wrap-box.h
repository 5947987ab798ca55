/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A box whose children stand in one row while they fit, and in several where the window is narrow or the text large. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define XC_TYPE_WRAP_BOX (xc_wrap_box_get_type ())
G_DECLARE_FINAL_TYPE (XcWrapBox, xc_wrap_box, XC, WRAP_BOX, GtkWidget)

G_END_DECLS
