/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A picture into the clipboard, for a document or a slide. */
#pragma once

#include <gtk/gtk.h>

#include "report/picture.h"

G_BEGIN_DECLS

void xc_copy_picture (GtkWidget *widget, XcPicture *picture);

G_END_DECLS
