/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Issued letters on paper and as PDF files. */
#pragma once

#include "app/window.h"

G_BEGIN_DECLS

void xc_letter_output_preview (XcWindow *window, const GArray *ids);
void xc_letter_output_print (XcWindow *window, const GArray *ids);
void xc_letter_output_save (XcWindow *window, const GArray *ids);
void xc_letter_output_save_each (XcWindow *window, const GArray *ids);

G_END_DECLS
