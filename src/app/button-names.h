/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What buttons are called by assistive technology: once, and without underlines. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void xc_button_names_install (void);

G_END_DECLS
